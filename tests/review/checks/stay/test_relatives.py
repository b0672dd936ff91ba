"""Agents, payees and newborns: other people whose names honest papers bear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.stay.cards import cards
from review.checks.stay.filing import filing
from review.checks.stay.people import people
from review.claim.claim import Filing
from review.claim.paper import DocumentKind
from review.claim.people import BankAccount
from tests.builders import ID_NUMBER, a_care, a_citizen_number, a_claim, a_document, a_receipt, an_insured

Make = Callable[..., CheckContext]


def test_the_agents_identity_card_is_not_held_against_the_insured(context: Make) -> None:
    card = a_document(DocumentKind.ID_CARD, name="李春生", id_number=a_citizen_number(3))
    claim = a_claim(card, insured=an_insured(agent="李春生"))
    assert not list(cards(claim, context()))
    assert {f.code for f in cards(replace(claim, insured=an_insured()), context())} == {
        "id-card-name",
        "id-card-id-number",
    }


def test_the_payees_identity_card_is_not_held_against_the_insured(context: Make) -> None:
    card = a_document(DocumentKind.ID_CARD, name="李春生", id_number=a_citizen_number(3))
    account = BankAccount(holder="李春生", number="6222020000000000000", bank="农商银行")
    assert not list(cards(a_claim(card, insured=an_insured(account=account)), context()))


def test_a_card_of_the_insured_with_another_number_is_told_beside_an_agent(context: Make) -> None:
    card = a_document(DocumentKind.ID_CARD, name="张小满", id_number=ID_NUMBER[:-1] + "X")
    (found,) = cards(a_claim(card, insured=an_insured(agent="李春生")), context())
    assert found.code == "id-card-id-number"


@pytest.mark.parametrize("name", ["钟桂兰之子", "钟桂兰之女二", "钟桂兰婴", "钟桂兰之大宝"])
def test_a_newborn_under_the_mothers_name_is_a_clue(context: Make, name: str) -> None:
    claim = a_claim(a_receipt(payer=name))
    (found,) = people(claim, context(patient_age=0))
    assert (found.code, found.severity) == ("newborn-name", Severity.CLUE)
    assert name in found.message


@pytest.mark.parametrize(("name", "age"), [("钟桂兰之子", 3), ("钟桂兰之子", None), ("钟桂兰", 0)])
def test_another_name_wants_a_decision(context: Make, name: str, age: int | None) -> None:
    (found,) = people(a_claim(a_receipt(payer=name)), context(patient_age=age))
    assert (found.code, found.severity) == ("payer-name", Severity.DECISION)


def test_the_last_day_of_the_calendar_on_a_form_does_no_harm(context: Make) -> None:
    care = a_care(filing=Filing.REFERRAL, filed_on=date.max, admitted=date.max, discharged=date.max)
    assert not list(filing(a_claim(care=care), context(today=date.max)))

"""What a claim is like, as the tables ask: each trait where it holds and where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.checks.materials.tables import shipped_materials
from review.checks.materials.traits import PLAIN, TRAITS, When, Words, traits
from review.claim.claim import CareKind, Claim, Filing
from review.claim.paper import Custody, DocumentKind
from review.claim.people import BankAccount, Scheme
from tests.builders import a_care, a_claim, a_document, a_line, a_receipt, an_insured

BARE = replace(a_claim(care=a_care(kind=CareKind.OUTPATIENT)), documents=(), pages=())
OPEN_RECEIPT = a_document(DocumentKind.OUTPATIENT_RECEIPT, a_line(quantity="1", amount="3.00"))
LIABLE = a_document(DocumentKind.INJURY_STATEMENT, third_party="有")
SOMEBODY = BankAccount(holder="李大伟", number="6222020000000000000", bank="农商银行")

EACH: dict[str, tuple[Claim, Claim]] = {
    "stay": (a_claim(), BARE),
    "receipt": (a_claim(), BARE),
    "unitemised": (BARE, replace(BARE, documents=(OPEN_RECEIPT,))),
    "electronic": (a_claim(a_receipt()), a_claim(a_receipt(), a_receipt(check_code=""))),
    "trauma": (a_claim(care=a_care(diagnoses=("肺炎", "左胫骨骨折"))), a_claim(care=a_care(diagnoses=()))),
    "third-party": (a_claim(LIABLE), a_claim()),
    "agent": (a_claim(insured=an_insured(agent="张小芳")), a_claim(insured=an_insured(agent=" "))),
    "account-of-other": (a_claim(insured=an_insured(account=SOMEBODY)), a_claim()),
}


def known(claim: Claim) -> frozenset[str]:
    return traits(claim, shipped_materials().trauma)


def test_every_plain_trait_is_looked_at_here() -> None:
    assert set(EACH) == PLAIN


@pytest.mark.parametrize("trait", sorted(PLAIN))
def test_a_trait_holds_where_it_is_meant_to_and_only_there(trait: str) -> None:
    holds, not_so = EACH[trait]
    assert trait in known(holds)
    assert trait not in known(not_so)


def test_care_filing_and_scheme_are_named_by_their_words() -> None:
    claim = a_claim(care=a_care(filing=Filing.REFERRAL), insured=an_insured(scheme=Scheme.EMPLOYEE))
    assert known(claim) >= {"care:inpatient", "filing:referral", "scheme:employee"}
    assert {f"care:{kind}" for kind in CareKind} <= TRAITS


def test_no_claim_has_a_trait_that_the_tables_may_not_name() -> None:
    assert all(known(claim) <= TRAITS for pair in EACH.values() for claim in pair)


@pytest.mark.parametrize("custody", list(Custody))
def test_a_receipt_said_to_be_electronic_is(custody: Custody) -> None:
    claim = a_claim(replace(a_receipt(check_code=""), custody=custody))
    assert ("electronic" in known(claim)) == (custody is Custody.ELECTRONIC)


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        (When(), True),
        (When(any=frozenset({"stay", "agent"})), True),
        (When(any=frozenset({"agent"})), False),
        (When(all=frozenset({"stay", "receipt"})), True),
        (When(all=frozenset({"stay", "agent"})), False),
        (When(none=frozenset({"agent"})), True),
        (When(any=frozenset({"stay"}), none=frozenset({"receipt"})), False),
    ],
)
def test_conditions_join_any_all_and_none(when: When, holds: bool) -> None:  # noqa: FBT001 - what is expected
    assert when.holds(frozenset({"stay", "receipt"})) is holds


def test_words_tell_unless_others_stand_beside_them() -> None:
    words = Words(words=("骨折",), besides=("病理性",))
    assert words.tell("胫骨骨折")
    assert not words.tell("病理性骨折")
    assert not Words(words=()).tell("骨折")

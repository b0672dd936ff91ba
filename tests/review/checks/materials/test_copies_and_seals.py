"""Originals and seals: what the clerk said of a paper, never what nobody said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.materials.copies import copies
from review.checks.materials.seals import seals
from review.claim.paper import Custody, Document, DocumentKind
from tests.builders import a_claim, a_discharge_record, a_document, a_page, a_receipt, a_statement

Context = Callable[..., CheckContext]


def on_paper(custody: Custody) -> Document:
    """A paper receipt: it bears no check code."""
    return replace(a_receipt(check_code=""), custody=custody)


def test_a_copy_of_a_paper_receipt_wants_a_decision(context: Context) -> None:
    receipt = on_paper(Custody.COPY)
    (found,) = copies(a_claim(receipt, a_statement(), a_discharge_record()), context())
    assert (found.code, found.severity, found.subject) == (
        "material-copy",
        Severity.DECISION,
        f"document:{receipt.id}",
    )
    assert found.place is not None


@pytest.mark.parametrize("custody", [Custody.UNSTATED, Custody.ORIGINAL, Custody.ELECTRONIC])
def test_what_is_no_copy_is_silent(context: Context, custody: Custody) -> None:
    assert not list(copies(a_claim(on_paper(custody), a_statement(), a_discharge_record()), context()))


def test_a_copy_of_an_electronic_receipt_is_as_good(context: Context) -> None:
    receipt = replace(a_receipt(check_code="qfmejx"), custody=Custody.COPY)
    assert not list(copies(a_claim(receipt, a_statement(), a_discharge_record()), context()))


def test_a_receipt_that_came_as_a_file_is_electronic(context: Context) -> None:
    papers = (on_paper(Custody.COPY), a_statement(), a_discharge_record())
    assert not list(copies(a_claim(*papers, pages=(a_page(origin="ofd"),)), context()))
    assert list(copies(a_claim(*papers, pages=(a_page(origin="scan"),)), context()))


def test_a_copy_of_a_record_is_what_is_asked_for(context: Context) -> None:
    record = replace(a_discharge_record(), custody=Custody.COPY)
    assert not list(copies(a_claim(a_receipt(), a_statement(), record), context()))


def test_a_receipt_that_two_rows_want_is_told_once(context: Context) -> None:
    claim = a_claim(on_paper(Custody.COPY), on_paper(Custody.COPY), a_statement(), a_discharge_record())
    assert len(list(copies(claim, context()))) == 2


@pytest.mark.parametrize("sealed", [None, True])
def test_a_seal_that_is_there_or_unsaid_is_silent(context: Context, sealed: bool | None) -> None:  # noqa: FBT001 - what the clerk said
    statement = replace(a_statement(), sealed=sealed)
    assert not list(seals(a_claim(a_receipt(), statement, a_discharge_record()), context()))


def test_a_statement_without_seal_wants_a_decision(context: Context) -> None:
    statement = replace(a_statement(), sealed=False)
    (found,) = seals(a_claim(a_receipt(), statement, a_discharge_record()), context())
    assert (found.code, found.severity, found.subject) == (
        "material-unsealed",
        Severity.DECISION,
        f"document:{statement.id}",
    )


def test_receipts_and_cards_are_not_looked_at_for_seals_here(context: Context) -> None:
    card = replace(a_document(DocumentKind.ID_CARD, name="张小满"), sealed=False)
    receipt = replace(a_receipt(), sealed=False)
    assert not list(seals(a_claim(receipt, a_statement(), a_discharge_record(), card), context()))


def test_an_answer_lasts_only_while_the_clerk_says_the_same(context: Context) -> None:
    first = on_paper(Custody.COPY)
    (found,) = copies(a_claim(first, a_statement(), a_discharge_record()), context())
    assert found.values["custody"] == "copy"

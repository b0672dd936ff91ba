from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction.pile_proofs import AGREED, confirm_across
from ocr.reading import Cell, Document, DocumentKind, PageOf
from tests.ocr.extraction.drafts import a_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSURE = "识别把握88%，请核对"
KINDS = (DocumentKind.INPATIENT_RECEIPT, DocumentKind.EXPENSE_STATEMENT)


def a_paper(file: str, kind: DocumentKind, **cells: Cell) -> Document:
    named = {"payer" if kind is DocumentKind.INPATIENT_RECEIPT else "patient": a_cell("赵小满")}
    return Document(kind, (PageOf(file),), {**named, **cells})


def papers(one: Mapping[str, Cell], other: Mapping[str, Cell]) -> tuple[Document, Document]:
    return a_paper("a.jpg", KINDS[0], **one), a_paper("b.jpg", KINDS[1], **other)


def test_a_number_that_two_papers_print_asks_no_more() -> None:
    number = {"hospital_number": a_cell("60018812", review=UNSURE)}
    first, second = confirm_across(papers(number, number))
    assert [d.fields["hospital_number"].proof for d in (first, second)] == [AGREED, AGREED]
    assert first.fields["hospital_number"].review is None


def test_receipt_and_statement_bear_out_each_others_total() -> None:
    first, _ = confirm_across(papers({"total_amount": a_cell("400.0")}, {"total_amount": a_cell("400.00")}))
    assert first.fields["total_amount"].proof == AGREED


def test_values_that_differ_stay_as_they_are() -> None:
    pile = papers({"total_amount": a_cell("400.00", review=UNSURE)}, {"total_amount": a_cell("900.00")})
    assert confirm_across(pile) == pile


@pytest.mark.parametrize("reason", ["读作“4OO”，不像完整的数字", "大写为1.00，小写读作400.00，两者不符"])
def test_a_value_that_asks_for_another_reason_goes_on_asking(reason: str) -> None:
    pile = papers({"total_amount": a_cell("400.00", review=reason)}, {"total_amount": a_cell("400.00")})
    assert confirm_across(pile)[0].fields["total_amount"].review == reason


def test_a_contradicted_value_bears_out_nothing() -> None:
    wrong = replace(a_cell("400.00", review="两者不符"), contradicted=True)
    first, _ = confirm_across(papers({"total_amount": a_cell("400.00")}, {"total_amount": wrong}))
    assert first.fields["total_amount"].proof is None


def test_papers_of_another_person_bear_out_nothing() -> None:
    one, other = papers({"total_amount": a_cell("400.00")}, {"total_amount": a_cell("400.00")})
    stranger = replace(other, fields={**other.fields, "patient": a_cell("钱大有")})
    assert confirm_across((one, stranger)) == (one, stranger)


def test_a_value_worked_out_and_never_read_bears_out_nothing() -> None:
    first, _ = confirm_across(papers({"total_amount": a_cell("4.00")}, {"total_amount": a_cell("4.00", text="")}))
    assert first.fields["total_amount"].proof is None


def test_two_papers_on_one_scan_are_no_two_witnesses() -> None:
    one, other = papers({"total_amount": a_cell("400.00")}, {"total_amount": a_cell("400.00")})
    same_page = replace(other, pages=one.pages)
    assert confirm_across((one, same_page)) == (one, same_page)

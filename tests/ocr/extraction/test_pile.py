"""Papers that do not belong to the others of their pile."""

from __future__ import annotations

from ocr.extraction.pile import check_pile
from ocr.reading import Cell, Document
from ocr.reading import DocumentKind as Kind

DAY = "2025-03-01"


def a_paper(name: str = "赵小满", kind: Kind = Kind.INPATIENT_RECEIPT, admitted: str = DAY) -> Document:
    key = {Kind.INPATIENT_RECEIPT: "payer", Kind.ID_CARD: "name", Kind.BANK_CARD: "holder"}.get(kind, "patient")
    fields = {key: Cell(name)} if name else {}
    return Document(kind, (), {**fields, **({"admission_date": Cell(admitted)} if admitted else {})})


def reasons(*documents: Document) -> list[int]:
    return [len(document.review) for document in check_pile(documents)]


def test_papers_of_one_person_and_stay_ask_for_nothing() -> None:
    assert reasons(a_paper(), a_paper(kind=Kind.EXPENSE_STATEMENT), a_paper(kind=Kind.ID_CARD, admitted="")) == [
        0,
        0,
        0,
    ]


def test_a_paper_of_another_person_is_named() -> None:
    *_, other = check_pile([a_paper(), a_paper(), a_paper("钱多")])
    assert other.review == ("材料上的姓名是“钱多”，与本堆多数材料的“赵小满”不同，可能读错或混入他人材料，请核对",)


def test_two_claims_mixed_ask_on_every_paper() -> None:
    mixed = check_pile([a_paper(), a_paper("钱多"), a_paper(), a_paper("钱多")])
    assert all("本堆材料分属“赵小满”“钱多”" in document.review[0] for document in mixed)


def test_a_folder_of_many_people_is_no_mixed_claim() -> None:
    assert reasons(*(a_paper(name) for name in ("赵小满", "钱多", "孙理", "李四", "李四"))) == [0] * 5


def test_masked_names_are_the_same_person() -> None:
    assert reasons(a_paper(), a_paper("赵*满"), a_paper("赵某满")) == [0, 0, 0]


def test_a_name_in_latin_letters_or_none_says_nothing() -> None:
    assert reasons(a_paper(), a_paper("ZHAO XIAOMAN", Kind.BANK_CARD), a_paper("")) == [0, 0, 0]


def test_a_paper_of_another_stay_is_named() -> None:
    *_, other = check_pile([a_paper(), a_paper(kind=Kind.DISCHARGE_RECORD), a_paper(admitted="2024-11-02")])
    assert other.review == ("入院日期2024-11-02与本堆多数材料的2025-03-01不同，可能混有另一次住院的材料，请核对",)


def test_two_statements_of_two_stays_ask_both() -> None:
    stays = [a_paper(kind=Kind.EXPENSE_STATEMENT), a_paper(kind=Kind.EXPENSE_STATEMENT, admitted="2024-11-02")]
    assert reasons(*stays) == [1, 1]


def test_a_pile_of_nothing_is_nothing() -> None:
    assert check_pile([]) == ()

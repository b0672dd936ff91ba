"""A reading becomes drafts: nothing gets lost on the way, least of all a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake import drafts
from ocr.reading import Cell, Document, DocumentKind, Line, PageOf
from review.claim import paper
from review.claim.paper import Place, Standing

PAGES = {"a.jpg": 7, "b.jpg": 9}


def statement(**cells: Cell) -> Document:
    pages = (PageOf("a.jpg"), PageOf("b.jpg"))
    items = (Line(cells, page=1, review="行未对齐"),)
    return Document(DocumentKind.EXPENSE_STATEMENT, pages, {"patient": Cell("王小明")}, items, ("合计不符",))


def test_a_value_keeps_page_box_and_text() -> None:
    [draft] = drafts([statement(amount=Cell("89.60", "89.6O", 0.91, page=1, box=(1, 2, 3, 4)))], PAGES)
    value = draft.lines[0].values["amount"]
    assert (value.value, value.text, value.confidence) == ("89.60", "89.6O", 0.91)
    assert value.place == Place(9, (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("cell", "standing", "reason"),
    [
        (Cell("1", proof="单价×数量=金额"), Standing.PROVEN, "单价×数量=金额"),
        (Cell("1"), Standing.READ, ""),
        (Cell("1", review="笔画不清"), Standing.DOUBTFUL, "笔画不清"),
        (Cell("1", review="与金额不符", contradicted=True), Standing.CONTRADICTED, "与金额不符"),
        (Cell("1", review="笔画不清", proof="单价×数量=金额"), Standing.DOUBTFUL, "笔画不清"),
    ],
)
def test_doubt_and_proof_become_a_standing(cell: Cell, standing: Standing, reason: str) -> None:
    [draft] = drafts([statement(amount=cell)], PAGES)
    value = draft.lines[0].values["amount"]
    assert (value.standing, value.reason) == (standing, reason)


def test_reasons_about_lines_and_papers_survive() -> None:
    [draft] = drafts([statement()], PAGES)
    assert draft.review == ("合计不符",)
    assert draft.lines[0].review == "行未对齐"
    assert draft.page_ids == (7, 9)


def test_lists_are_joined_by_line_feeds() -> None:
    record = Document(DocumentKind.DISCHARGE_RECORD, (PageOf("a.jpg"),), {"diagnoses": Cell(("肺炎", "高血压"))})
    [draft] = drafts([record], PAGES)
    assert draft.values["diagnoses"].value == "肺炎\n高血压"


@given(st.text(min_size=1, max_size=40))
def test_any_review_reason_asks_a_person(reason: str) -> None:
    [draft] = drafts([statement(amount=Cell("1", review=reason))], PAGES)
    assert draft.lines[0].values["amount"].standing.asks


def test_both_rooms_know_the_same_kinds_of_paper() -> None:
    assert {kind.value for kind in DocumentKind} == {kind.value for kind in paper.DocumentKind}

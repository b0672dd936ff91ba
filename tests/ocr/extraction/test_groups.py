"""What a statement sums up by fee category, and the fee grid of the receipt of the same bill held against it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction import read_documents
from ocr.extraction.groups import AGREED, confirm_groups
from ocr.reading import Cell, Document, DocumentKind, Group, Line, PageOf
from tests.ocr.extraction.drafts import a_cell
from tests.papers import a_receipt_page, a_text, set_lines

if TYPE_CHECKING:
    from ocr.pages import PageText

COLUMNS = (60, 300, 620, 780, 900, 1040)
HEAD = [
    [(380, "安远县中心医院住院费用清单")],
    [(60, "姓名：赵小满"), (420, "住院号：60018812"), (800, "第1页/共1页")],
    [(60, "科室：骨科"), (420, "入院日期：2025-03-01"), (800, "出院日期：2025-03-11")],
]
UNSURE = "识别把握88%，请核对"


def a_statement(*rows: tuple[str, ...], heading: str = "规格") -> PageText:
    """A statement of name, another column, unit, price, quantity, amount; a row of two is a sum."""
    titles = ("项目名称", heading, "单位", "单价", "数量", "金额")
    body = [[(60, row[0]), (1040, row[1])] if len(row) == 2 else [*zip(COLUMNS, row, strict=True)] for row in rows]
    return a_text(set_lines([*HEAD, [*zip(COLUMNS, titles, strict=True)], *body]), file="s.jpg")


def groups(page: PageText) -> dict[str, str]:
    (document,) = read_documents([page])
    return {group.name: group.value for group in document.groups}


SUMMED = (
    ("血常规", "五分类", "次", "20.00", "2", "40.00"),
    ("尿常规", "干化学", "次", "8.00", "1", "8.00"),
    ("化验费小计：", "48.00"),
    ("静脉输液", "成人", "次", "9.60", "10", "96.00"),
    ("治疗费 合计：", "96.00"),
    ("总计", "144.00"),
)


def test_sums_after_groups_of_lines_are_kept_by_category() -> None:
    assert groups(a_statement(*SUMMED)) == {"化验费": "48.00", "治疗费": "96.00"}


def test_a_sum_with_a_blank_before_its_word_is_no_total_of_the_paper() -> None:
    (document,) = read_documents([a_statement(*SUMMED)])
    assert document.fields["total_amount"].value == "144.00"
    assert document.review == ()


def test_lines_that_name_their_category_are_summed_by_it() -> None:
    rows = (
        ("血常规", "化验费", "次", "20.00", "2", "40.00"),
        ("静脉输液", "治疗费", "次", "9.60", "10", "96.00"),
        ("尿常规", "化验费", "次", "8.00", "1", "8.00"),
        ("合计", "144.00"),
    )
    page = a_statement(*rows, heading="费用类别")
    assert groups(page) == {"化验费": "48.00", "治疗费": "96.00"}
    (document,) = read_documents([page])
    assert not any(key.startswith("~") for line in document.items for key in line.cells)


def test_sums_of_pages_are_no_groups() -> None:
    assert groups(a_statement(*SUMMED[:2], ("本页小计：", "48.00"))) == {}


def test_a_receipt_is_proven_by_the_sums_of_its_statement() -> None:
    paid = ("100.00", "0.00", "0.00", "44.00", "30.00", "14.00")
    receipt = a_receipt_page([("化验费", "48.00"), ("治疗费", "96.00")], "144.00", "壹佰肆拾肆元整", paid)
    first, second = read_documents([replace(receipt, file="r.jpg"), a_statement(*SUMMED)])
    assert (first.review, second.review) == ((), ())


def papers(
    lines: dict[str, Cell], sums: dict[str, str], total: str = "144.00", patient: str = "赵小满"
) -> tuple[Document, Document]:
    """A receipt with amounts by category, and a statement with its groups."""
    items = tuple(Line({"name": a_cell(name), "amount": cell}) for name, cell in lines.items())
    fields = {"payer": a_cell("赵小满"), "total_amount": a_cell(total)}
    told = tuple(Group(name, value) for name, value in sums.items())
    return (
        Document(DocumentKind.INPATIENT_RECEIPT, (PageOf("r.jpg"),), fields, items),
        Document(DocumentKind.EXPENSE_STATEMENT, (PageOf("s.jpg"),), {"patient": a_cell(patient)}, groups=told),
    )


BOTH = {"化验费": "48.00", "治疗费": "96.00"}


def read(**changed: Cell) -> dict[str, Cell]:
    return {name: a_cell(value) for name, value in BOTH.items()} | changed


def test_an_amount_in_doubt_that_the_statement_sums_up_alike_asks_no_more() -> None:
    receipt, _ = confirm_groups(papers(read(化验费=a_cell("48.00", review=UNSURE)), BOTH))
    cell = receipt.items[0].cells["amount"]
    assert (cell.review, cell.proof) == (None, AGREED)
    assert receipt.review == ()


def test_a_category_that_differs_within_one_bill_makes_the_receipt_ask() -> None:
    receipt, _ = confirm_groups(papers(read(化验费=a_cell("46.00"), 治疗费=a_cell("98.00")), BOTH))
    assert receipt.review == (
        "票据“化验费”为46.00，清单的分类小计为48.00，请核对",
        "票据“治疗费”为98.00，清单的分类小计为96.00，请核对",
    )


@pytest.mark.parametrize("total", ["500.00", "143.99"])
def test_bills_of_other_sums_are_not_held_against_each_other(total: str) -> None:
    receipt, _ = confirm_groups(papers(read(化验费=a_cell("46.00")), BOTH, total))
    assert receipt.review == ()
    assert receipt.items[0].cells["amount"].proof is None


def test_another_reason_to_ask_stands() -> None:
    cell = a_cell("48.00", review="读作“48.00”，不像完整的数字")
    receipt, _ = confirm_groups(papers(read(化验费=cell), BOTH))
    assert receipt.items[0].cells["amount"] == cell


def test_a_statement_of_another_person_proves_nothing() -> None:
    before = papers(read(化验费=a_cell("48.00", review=UNSURE)), BOTH, patient="钱多多")
    assert confirm_groups(before) == before


def test_several_statements_are_summed_together() -> None:
    receipt, one = papers(read(化验费=a_cell("48.00", review=UNSURE)), {"化验费": "40.00"})
    other = replace(one, pages=(PageOf("t.jpg"),), groups=(Group("化验费", "8.00"), Group("治疗费", "96.00")))
    first, *_ = confirm_groups((receipt, one, other))
    assert first.items[0].cells["amount"].proof == AGREED

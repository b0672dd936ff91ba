from __future__ import annotations

import re

import pytest

from ocr.extraction import read_documents
from ocr.reading import Document, DocumentKind
from tests.paper_kinds import DIGITAL_INVOICE, PAPER_INVOICE, Lines, a_paper, changed

UNPROVEN = frozenset({"¥9.10", "¥70.00", "12345678"})
"""The sums of amounts and of taxes are printed again as the total; the number of an invoice proves itself nowhere."""

BOTH = pytest.mark.parametrize("lines", [DIGITAL_INVOICE, PAPER_INVOICE])


def read(lines: Lines) -> Document:
    (document,) = read_documents([a_paper(lines)])
    return document


@BOTH
def test_an_invoice_asks_for_nothing_when_it_adds_up(lines: Lines) -> None:
    document = read(lines)
    assert document.kind is DocumentKind.PHARMACY_INVOICE
    assert document.review == ()
    assert [cell.review for line in document.items for cell in line.cells.values() if cell.review] == []
    assert all(line.cells[key].proof for line in document.items for key in ("amount", "tax", "quantity"))


@BOTH
def test_buyer_seller_and_sums_are_read_from_either_form(lines: Lines) -> None:
    fields = {key: cell.value for key, cell in read(lines).fields.items()}
    assert fields["buyer"] == "赵小满"
    assert fields["seller"] == "安远县样例大药房有限公司"
    assert (fields["total_amount"], fields["total_in_words"]) == ("79.10", "柒拾玖圆壹角整")
    assert fields["issue_date"] == "2025-03-12"


def test_the_old_form_has_code_number_and_check_code() -> None:
    fields = {key: cell.value for key, cell in read(PAPER_INVOICE).fields.items()}
    assert fields["invoice_code"] == "036002500111"
    assert fields["invoice_number"] == "12345678"
    assert fields["check_code"] == "12345678901234567890"


def test_the_digital_form_has_a_number_of_twenty_digits() -> None:
    fields = read(DIGITAL_INVOICE).fields
    assert fields["invoice_number"].value == "25362000000012345678"
    assert "invoice_code" not in fields


def test_lines_carry_rate_and_tax() -> None:
    (first, _) = read(DIGITAL_INVOICE).items
    assert {key: cell.value for key, cell in first.cells.items()} == {
        "name": "*化学药品制剂*氨氯地平片",
        "spec": "5mg*28片",
        "unit": "盒",
        "quantity": "2",
        "unit_price": "20.00",
        "amount": "40.00",
        "tax_rate": "13%",
        "tax": "5.20",
    }


def test_a_total_that_is_not_amounts_and_taxes_asks() -> None:
    document = read(changed(DIGITAL_INVOICE, {"（小写）¥79.10": "（小写）¥97.10"}))
    assert any("价税合计为97.10" in reason for reason in document.review)
    assert document.fields["total_amount"].review


def test_a_tax_that_is_not_the_rates_asks() -> None:
    (first, _) = read(changed(DIGITAL_INVOICE, {"5.20": "6.20"})).items
    assert first.cells["tax"].review


def test_goods_free_of_tax_have_none() -> None:
    free = {"13%": "免税", "5.20": "***", "3.90": "***", "¥9.10": "***", "柒拾玖圆壹角整": "柒拾圆整"}
    document = read(changed(DIGITAL_INVOICE, {**free, "（小写）¥79.10": "（小写）¥70.00"}))
    assert all("tax" not in line.cells for line in document.items)
    assert document.review == ()


def money(lines: Lines) -> list[str]:
    """Every printed figure of an invoice's table and sums."""
    return sorted({text for line in lines for _, text in line if re.fullmatch(r"\d+(\.\d\d)?|.*¥\d+\.\d\d", text)})


def asks(document: Document) -> bool:
    cells = [*document.fields.values(), *(cell for line in document.items for cell in line.cells.values())]
    return bool(document.review or [line for line in document.items if line.review] or [c for c in cells if c.review])


@BOTH
@pytest.mark.parametrize("by", [1, 7])
def test_no_figure_of_an_invoice_can_be_misread_unseen(lines: Lines, by: int) -> None:
    for text in money(lines):
        if text in UNPROVEN:
            continue
        at = next(i for i, char in enumerate(text) if char.isdigit())
        wrong = text[:at] + str((int(text[at]) + by) % 10) + text[at + 1 :]
        assert asks(read(changed(lines, {text: wrong}))), f"{text} -> {wrong}"


@BOTH
def test_a_lost_line_of_an_invoice_is_seen(lines: Lines) -> None:
    assert asks(read([line for line in lines if "氨氯地平" not in line[0][1]]))


ROLL: Lines = [
    [(200, "江西省增值税普通发票（卷票）")],
    [(60, "发票代码：036002500111")],
    [(60, "发票号码：00012345")],
    [(60, "销售方名称：安远县样例大药房有限公司")],
    [(60, "开票日期：2025年03月12日")],
    [(60, "购买方名称：赵小满")],
    [(60, "项目"), (360, "单价"), (500, "数量"), (620, "金额")],
    [(60, "复方丹参滴丸"), (360, "28.00"), (500, "2"), (620, "56.00")],
    [(60, "医用纱布袋装"), (360, "3.80"), (500, "4"), (620, "15.20")],
    [(60, "合计金额：¥71.20")],
    [(60, "大写：柒拾壹元贰角整")],
]


def test_the_roll_of_a_till_adds_up_with_its_tax_in_its_prices() -> None:
    document = read(ROLL)
    assert document.kind is DocumentKind.PHARMACY_INVOICE
    assert document.fields["total_amount"].value == "71.20"
    assert document.fields["total_amount"].proof
    assert document.review == ()

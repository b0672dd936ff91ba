"""XML of VAT invoices, digital ones and those of the machines before: set on a sheet, and read like any invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.documents import read_documents
from ocr.reading import Document, DocumentKind
from tests.ocr.capture.expanding import layer_of, pages_of, refusal, texts_of
from tests.ocr.capture.invoices import DIGITAL, PINYIN, digital_invoice

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, content: bytes) -> Document:
    [page] = pages_of(folder, "a.xml", content)
    [document] = read_documents([layer_of(page)])
    return document


def said(document: Document) -> dict[str, object]:
    return {key: cell.value for key, cell in document.fields.items()}


def lines(document: Document) -> list[dict[str, object]]:
    return [{key: cell.value for key, cell in line.cells.items()} for line in document.items]


def asks(document: Document) -> list[str]:
    cells = [*document.fields.items(), *(item for line in document.items for item in line.cells.items())]
    return [*document.review, *(key for key, cell in cells if cell.review)]


def test_a_digital_invoice_is_read_whole_without_a_question(tmp_path: Path) -> None:
    document = read(tmp_path, digital_invoice())
    assert document.kind is DocumentKind.PHARMACY_INVOICE
    assert said(document) == {
        "invoice_number": "25362000000012345678",
        "issue_date": "2025-04-02",
        "buyer": "赵小满",
        "seller": "桃江仁泰堂药业有限公司",
        "total_amount": "71.20",
        "total_in_words": "柒拾壹元贰角整",
    }
    assert lines(document) == [
        {
            "name": "*中成药*复方丹参滴丸", "spec": "27mg*180丸", "unit": "盒", "quantity": "2",
            "unit_price": "24.778761061947", "amount": "49.56", "tax_rate": "13%", "tax": "6.44",
        },
        {
            "name": "*医疗仪器器械*医用纱布", "unit": "包", "quantity": "4",
            "unit_price": "3.3628318584071", "amount": "13.45", "tax_rate": "13%", "tax": "1.75",
        },
    ]  # fmt: skip
    assert asks(document) == []


def test_an_invoice_by_the_initials_of_pinyin_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, PINYIN.encode("gbk"))
    assert document.kind is DocumentKind.PHARMACY_INVOICE
    assert said(document)["invoice_code"] == "036002500111"
    assert said(document)["check_code"] == "12345678901234567890"
    assert said(document)["total_amount"] == "56.00"
    assert lines(document)[0]["tax_rate"] == "13%"
    assert asks(document) == []


def test_the_number_stands_in_the_head_where_the_bureau_gave_none(tmp_path: Path) -> None:
    content = DIGITAL[: DIGITAL.index("<TaxSupervisionInfo>")] + "</EInvoice>"
    document = read(tmp_path, content.encode())
    assert said(document)["invoice_number"] == "25362000000012345678"
    assert said(document)["issue_date"] == "2025-04-01"


def test_a_discount_keeps_its_sign(tmp_path: Path) -> None:
    discount = (
        "<IssuItemInformation><ItemName>*中成药*复方丹参滴丸</ItemName><Amount>-8.85</Amount>"
        "<TaxRate>0.13</TaxRate><ComTaxAm>-1.15</ComTaxAm></IssuItemInformation>"
    )
    changed = DIGITAL.replace("</EInvoiceData>", f"{discount}</EInvoiceData>").replace("71.20", "61.20")
    document = read(tmp_path, changed.replace("柒拾壹", "陆拾壹").encode())
    assert lines(document)[-1]["amount"] == "-8.85"
    assert document.review == ()


def test_a_total_that_its_lines_do_not_make_asks(tmp_path: Path) -> None:
    document = read(tmp_path, DIGITAL.replace("71.20", "91.20").encode())
    assert any("价税合计" in reason for reason in document.review)


def test_a_special_invoice_is_called_so(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.xml", DIGITAL.replace("普通发票", "增值税专用发票").encode())
    assert "电子发票（增值税专用发票）" in texts_of(page)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (DIGITAL.replace("25362000000012345678", "").encode(), "xml-other"),
        (DIGITAL.replace("</EInvoiceData>", "<A><InvoiceNumber>1</InvoiceNumber></A></EInvoiceData>").encode(),
         "xml-contradicts"),
        (digital_invoice(lines=200), "too-many-pages"),
        (DIGITAL[:-40].encode(), "xml-damaged"),
    ],
)  # fmt: skip
def test_what_is_no_whole_invoice_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.xml", content) == code

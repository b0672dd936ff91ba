"""E-receipt XML: set on plain sheets that show what it says, and read like any receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from ocr.extraction.documents import read_documents
from ocr.reading import Document, DocumentKind
from tests.ocr.capture.expanding import layer_of, pages_of, refusal, texts_of
from tests.ocr.capture.originals import MAIN, xml_bytes

if TYPE_CHECKING:
    from pathlib import Path

CHINESE = """<?xml version="1.0" encoding="GBK"?>
<医疗收费票据><票据名称>福建省医疗门诊收费票据（电子）</票据名称><票据代码>35060225</票据代码><票据号码>0000456789</票据号码>
<校验码>f0e1d2</校验码><交款人>林晓岚</交款人><开票日期>2025-04-02</开票日期><合计金额>86.40</合计金额>
<门诊号>M2025040277</门诊号><收款单位>长汀县第三医院</收款单位>
<个人现金支付>86.40</个人现金支付><医保统筹基金支付>0.00</医保统筹基金支付>
<项目><项目名称>诊察费</项目名称><金额>20.00</金额></项目><项目><项目名称>西药费</项目名称><金额>66.40</金额></项目></医疗收费票据>"""
PINYIN = """<root><row pjmc="江西省医疗门诊收费票据" pjdm="36060125" pjhm="0000000042" kprq="20250402" zje="20.00"
 jkr="赵小满" grxjzf="20.00" jjzf="0.00"/><mx><xmmc>诊察费</xmmc><je>20.00</je></mx></root>"""
PAIRS = """<Bill><Field name="票据代码" value="36060125"/><Field name="票据号码" value="0000000042"/>
<Item><Key>合计金额</Key><Value>20.00</Value></Item><Item><Key>交款人</Key><Value>赵小满</Value></Item>
<Charge><ItemName>诊察费</ItemName><ItemAmount>20.00</ItemAmount></Charge></Bill>"""


PLATFORM = """<data xmlns="urn:ebill"><billBatchCode>36060125</billBatchCode><billNo>0000000042</billNo>
<random>a1b2c3</random>
<ivcDate>20250402103000</ivcDate><payer>赵小满</payer><totalAmt>66.4</totalAmt><ownPay>66.40</ownPay>
<patientNo>M20250402</patientNo><placeName>安远县中心医院</placeName><chargeDetail><item><sortNo>1</sortNo>
<chargeCode>01</chargeCode><chargeName>西药费</chargeName><unit>项</unit><std>66.4</std><number>1</number><amt>66.40</amt>
</item></chargeDetail><listDetail><item><chargeName>西药费</chargeName><code>X1</code><name>氯化钠注射液</name>
<specification>0.9% 250ml</specification><unit>袋</unit><std>6.64</std><number>10</number><amt>66.40</amt>
</item></listDetail>
<payChannelDetail><payChannelCode>02</payChannelCode><payChannelValue>66.40</payChannelValue></payChannelDetail></data>"""


def read(folder: Path, content: bytes) -> list[Document]:
    pages = pages_of(folder, "a.xml", content)
    return list(read_documents([layer_of(page) for page in pages]))


def value(document: Document, key: str) -> object:
    return document.fields[key].value


def test_a_receipt_by_the_national_names_is_read_whole(tmp_path: Path) -> None:
    [document] = read(tmp_path, xml_bytes())
    assert document.kind is DocumentKind.INPATIENT_RECEIPT
    assert value(document, "invoice_number") == "0012345678"
    assert value(document, "payer") == "赵小满"
    assert value(document, "discharge_date") == "2025-03-11"
    assert value(document, "self_expense") == "80.00"
    assert [line.cells["amount"].value for line in document.items] == ["1000.50", "280.00"]
    assert document.review == ()
    assert not [key for key, cell in document.fields.items() if cell.review]


@pytest.mark.parametrize(("text", "encoding"), [(CHINESE, "gbk"), (PINYIN, "utf-8"), (PAIRS, "utf-8")])
def test_other_names_of_the_same_values_are_known(tmp_path: Path, text: str, encoding: str) -> None:
    [document] = read(tmp_path, text.encode(encoding))
    assert document.kind is DocumentKind.OUTPATIENT_RECEIPT
    assert value(document, "payer") in {"林晓岚", "赵小满"}
    assert value(document, "total_amount") in {"86.40", "20.00"}
    assert document.items[0].cells["name"].value == "诊察费"


def test_details_in_a_list_of_their_own_are_no_lines_of_the_receipt(tmp_path: Path) -> None:
    receipt, statement = read(tmp_path, PLATFORM.encode())
    assert (value(receipt, "issue_date"), value(receipt, "check_code")) == ("2025-04-02", "a1b2c3")
    assert value(receipt, "total_amount") == "66.40"
    assert [line.cells["name"].value for line in receipt.items] == ["西药费"]
    [line] = statement.items
    assert (line.cells["name"].value, line.cells["quantity"].value) == ("氯化钠注射液", "10")


def test_the_same_sum_with_other_zeros_is_no_contradiction(tmp_path: Path) -> None:
    again = b"<Total><TotalAmount>1,280.5000</TotalAmount></Total></Main>"
    [document] = read(tmp_path, xml_bytes().replace(b"</Main>", again))
    assert value(document, "total_amount") == "1280.50"


def test_detailed_lines_become_a_statement_of_their_own(tmp_path: Path) -> None:
    detail = {
        "AuxItemName": "氯化钠注射液",
        "AuxItemUnit": "袋",
        "AuxItemQuantity": "10",
        "AuxItemStd": "128.05",
        "AuxItemAmount": "1280.50",
    }
    receipt, statement = read(tmp_path, xml_bytes(details=[detail]))
    assert receipt.kind is DocumentKind.INPATIENT_RECEIPT
    assert statement.kind is DocumentKind.EXPENSE_STATEMENT
    [line] = statement.items
    assert {key: cell.value for key, cell in line.cells.items()} == {
        "name": "氯化钠注射液", "unit": "袋", "quantity": "10", "unit_price": "128.05", "amount": "1280.50",
    }  # fmt: skip
    assert value(statement, "total_amount") == "1280.50"
    assert statement.review == ()


def test_many_detailed_lines_go_on_over_sheets(tmp_path: Path) -> None:
    details = [
        {"AuxItemName": f"检查{n}", "AuxItemQuantity": "1", "AuxItemStd": "10.00", "AuxItemAmount": "10.00"}
        for n in range(100)
    ]
    pages = pages_of(tmp_path, "a.xml", xml_bytes({**MAIN, "TotalAmount": "1000.00"}, details=details))
    assert [page.name for page in pages] == ["a.xml#1", "a.xml#2", "a.xml#3", "a.xml#4"]
    assert "第2页/共3页" in texts_of(pages[2])
    documents = read_documents([layer_of(page) for page in pages])
    assert [len(document.items) for document in documents] == [2, 100]


def test_the_picture_shows_every_word_where_the_layer_says(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.xml", xml_bytes())
    ink = np.asarray(Image.open(page.path).convert("L")) < 128
    layer = layer_of(page)
    assert layer.origin == "xml"
    for x, y, w, h in (word.box for word in layer.words):
        assert ink[y : y + h, x : x + w].mean() > 0.03
        assert not ink[y + h + 2 : y + h + 6, x : x + w].any()
        assert x + w < page.width


def test_long_values_never_run_over_their_neighbours(tmp_path: Path) -> None:
    main = {**MAIN, "InvoicingPartyName": "安远县" + "中心" * 30 + "医院", "PayerPartyName": "赵" * 60}
    [page] = pages_of(tmp_path, "a.xml", xml_bytes(main, items=[("西药费" * 20, "1280.50")]))
    boxes = [word.box for word in layer_of(page).words]
    for i, (x, y, w, h) in enumerate(boxes):
        assert not any(x < a + c and a < x + w and y < b + d and b < y + h for a, b, c, d in boxes[i + 1 :])


def test_a_label_hidden_in_a_value_is_no_label(tmp_path: Path) -> None:
    [document] = read(tmp_path, xml_bytes({**MAIN, "PayerPartyName": "赵小满（小写）：1.00"}))
    assert value(document, "total_amount") == "1280.50"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><body>404</body></html>", "xml-other"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>1</text></svg>', "xml-other"),
        (xml_bytes({"EInvoiceNumber": "0012345678"}, items=[]), "xml-other"),
        (xml_bytes()[:-20], "xml-damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml-damaged"),
        (xml_bytes().replace(b"</Main>", b"<Total><TotalAmount>99.00</TotalAmount></Total></Main>"), "xml-contradicts"),
        (xml_bytes(items=[("费", "1.00")] * 20_001), "too-many-pages"),
    ],
)
def test_what_is_no_receipt_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.xml", content) == code


def test_a_day_that_is_none_is_shown_as_it_is(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.xml", xml_bytes({**MAIN, "IssueDate": "20251341"}))
    assert "开票日期：20251341" in texts_of(page)

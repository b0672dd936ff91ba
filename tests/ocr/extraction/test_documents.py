from __future__ import annotations

from dataclasses import replace

from ocr.extraction import read_documents
from ocr.pages import Flaw
from ocr.reading import DocumentKind
from tests.papers import a_receipt_page, a_statement_page, a_text, set_lines

DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")
CARE = ("心电监护", "", "小时", "3.00", "55", "165.00")
FOOT = [(60, "合计：212.04元"), (700, "大写：贰佰壹拾贰元零肆分")]
PAID = ["12.04", "0.00", "0.00", "200.00", "150.00", "50.00"]
LINES = [("床位费", "47.04"), ("检查费", "165.00")]


def test_a_clean_receipt_asks_for_nothing() -> None:
    (document,) = read_documents([a_receipt_page(LINES, "212.04", "贰佰壹拾贰元零肆分", PAID)])
    assert document.kind is DocumentKind.INPATIENT_RECEIPT
    assert document.review == ()
    assert [cell.review for cell in document.fields.values()] == [None] * len(document.fields)
    assert document.fields["self_expense"].proof == "自付+自费=个账+现金"
    assert document.fields["institution"].value == "安远县中心医院"


def test_keys_that_only_serve_equations_are_not_handed_on() -> None:
    page = a_receipt_page(LINES, "212.04", "贰佰壹拾贰元零肆分", PAID)
    more = set_lines([[(60, "预缴金额：500.00"), (500, "退费金额：300.00")]], top=900)
    (document,) = read_documents([a_text([*page.words, *more])])
    assert not [key for key in document.fields if key.startswith("~")]


def test_an_edited_total_is_seen() -> None:
    (document,) = read_documents([a_receipt_page(LINES, "1212.04", "贰佰壹拾贰元零肆分", PAID)])
    assert document.fields["total_amount"].review
    assert document.fields["total_amount"].value == "212.04"


def test_a_lost_line_makes_the_receipt_ask() -> None:
    (document,) = read_documents([a_receipt_page(LINES[:1], "212.04", "贰佰壹拾贰元零肆分", PAID)])
    assert document.review == ("明细合计47.04，票面合计212.04，相差165.00",)


def test_pages_of_a_statement_are_one_document_in_page_order() -> None:
    last = a_statement_page([CARE], foot=FOOT, page="第2页/共2页")
    first = replace(a_statement_page([DRUG], page="第1页/共2页"), file="b.jpg")
    (document,) = read_documents([last, first])
    assert [page.file for page in document.pages] == ["b.jpg", "a.jpg"]
    assert [line.page for line in document.items] == [0, 1]
    assert document.fields["total_amount"].page == 1
    assert document.review == ()


def test_a_statement_with_a_missing_page_asks() -> None:
    (document,) = read_documents([a_statement_page([CARE], foot=FOOT, page="第2页/共2页")])
    assert "印有共2页，缺第1页" in document.review


def test_quality_reasons_reach_the_document() -> None:
    page = replace(a_statement_page([DRUG, CARE], foot=FOOT), flaws=(Flaw("blurred", "影像模糊，建议重新扫描"),))
    (document,) = read_documents([page])
    assert document.review == ("影像模糊，建议重新扫描",)


def test_a_faintly_read_page_asks_as_a_whole() -> None:
    page = a_statement_page([DRUG, CARE], foot=FOOT)
    faint = a_text([replace(word, confidence=0.8, spread=0.5) for word in page.words])
    (document,) = read_documents([faint])
    assert any("印刷模糊" in reason for reason in document.review)


def test_unknown_paper_is_kept_as_other() -> None:
    (document,) = read_documents([a_text(set_lines([[(60, "购物小票")]]))])
    assert document.kind is DocumentKind.OTHER
    assert document.items == ()


def test_nothing_read_is_no_document() -> None:
    assert read_documents([]) == ()


def test_pages_that_print_only_their_own_sum_are_added_up_and_ask() -> None:
    first = a_statement_page([DRUG], foot=[(60, "合计"), (1020, "47.04")], page="第1页/共2页")
    last = a_statement_page([CARE], foot=[(60, "合计"), (1020, "165.00")], page="第2页/共2页")
    (document,) = read_documents([first, last])
    assert document.fields["total_amount"].value == "212.04"
    assert document.fields["total_amount"].review
    assert all(line.cells["amount"].proof for line in document.items)


def test_a_document_has_only_the_fields_of_its_kind() -> None:
    (document,) = read_documents([a_statement_page([DRUG, CARE], foot=FOOT)])
    assert set(document.fields) == {
        "patient", "hospital_number", "department", "admission_date", "discharge_date", "institution", "total_amount",
        "total_in_words",
    }  # fmt: skip

"""Several papers on one scan, backs of papers, and scans that only look like several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.extraction import read_documents
from ocr.extraction.papers import papers_on
from ocr.pages import Code, Flaw, PageText, Word
from ocr.reading import DocumentKind as Kind
from tests.paper_kinds import (
    BANK_CARD,
    CERTIFICATE,
    DIGITAL_INVOICE,
    ID_BACK,
    ID_FRONT,
    INJURY_FORM,
    INSURANCE_CARD,
    PAPER_INVOICE,
    PRESCRIPTION,
    REFERRAL,
    Lines,
    a_paper,
    beside,
)
from tests.papers import a_receipt_page, a_statement_page, a_text

PAID = ["0.00", "0.00", "0.00", "5.00", "5.00", "0.00"]
DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")


def a_receipt() -> PageText:
    return a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", PAID)


def moved(words: tuple[Word, ...], right: int, down: int) -> list[Word]:
    return [replace(w, box=(w.box[0] + right, w.box[1] + down, w.box[2], w.box[3])) for w in words]


def kinds(*pages: PageText) -> list[Kind]:
    return [document.kind for document in read_documents(pages)]


@pytest.mark.parametrize(("right", "down"), [(1300, 0), (0, 700)])
def test_two_receipts_on_one_scan_are_two_documents(right: int, down: int) -> None:
    words = a_receipt().words
    documents = read_documents([a_text([*words, *moved(words, right, down)])])
    assert [document.kind for document in documents] == [Kind.INPATIENT_RECEIPT] * 2
    assert [document.fields["total_amount"].value for document in documents] == ["5.00", "5.00"]
    assert [document.pages[0].file for document in documents] == ["a.jpg", "a.jpg"]


def test_boxes_of_each_paper_point_into_the_whole_scan() -> None:
    words = a_receipt().words
    page = replace(a_text([*words, *moved(words, 0, 700)]), width=1240, height=1754)
    first, second = (document.fields["total_amount"].box for document in read_documents([page]))
    assert first and second and second[1] - first[1] == 700  # noqa: PT018 - both places are needed to compare them


def test_a_bank_card_beside_an_identity_card_is_a_document_of_its_own() -> None:
    assert kinds(beside((0, 100, ID_FRONT), (640, 120, BANK_CARD))) == [Kind.ID_CARD, Kind.BANK_CARD]


def test_both_sides_of_a_card_above_a_bank_card() -> None:
    page = beside((0, 100, ID_FRONT), (640, 100, ID_BACK), (0, 900, BANK_CARD))
    assert sorted(kinds(page)) == sorted([Kind.ID_CARD, Kind.BANK_CARD])


def test_a_card_upon_a_form_is_told_from_the_form_around_it() -> None:
    form = [w for w in a_paper(REFERRAL).words if w.box[1] < 300 or w.box[0] > 900]
    card = beside((100, 420, ID_FRONT)).words
    below = beside((60, 900, [[(0, "参保地：安远县"), (700, "就医地：样例市")], [(0, "备案类型：转诊")]])).words
    side = beside((700, 460, [[(0, "经办机构意见：")], [(0, "同意备案")], [(0, "科室意见：同意转诊")]])).words
    assert sorted(kinds(a_text([*form, *card, *side, *below]))) == sorted([Kind.REFERRAL_FORM, Kind.ID_CARD])


def test_a_form_with_the_labels_of_a_card_is_no_card() -> None:
    lines: Lines = [
        [(400, "医疗保险外伤调查表")],
        [(60, "病人姓名"), (260, "赵小满"), (600, "性别"), (700, "男")],
        [(60, "公民身份号码"), (300, "360799198501010011")],
        [(60, "受伤时间"), (260, "2025-03-01")],
        [(60, "发生地点"), (260, "家中楼梯")],
        [(60, "第三方责任"), (260, "无")],
        [(60, "本人承诺以上填写内容真实有效，如有隐瞒愿承担相应责任。")],
    ]
    assert kinds(a_paper(lines)) == [Kind.INJURY_STATEMENT]


def test_every_paper_keeps_the_code_that_lies_on_it() -> None:
    words = a_receipt().words
    codes = (Code("QRCode", "1", (900, 100, 90, 90)), Code("QRCode", "2", (900, 800, 90, 90)))
    page = replace(a_text([*words, *moved(words, 0, 700)]), codes=codes)
    assert [[code.text for code in sheet.page.codes] for sheet in papers_on(page)] == [["1"], ["2"]]


@pytest.mark.parametrize(
    "lines",
    [CERTIFICATE, REFERRAL, INJURY_FORM, PRESCRIPTION, DIGITAL_INVOICE, PAPER_INVOICE, INSURANCE_CARD, BANK_CARD],
)
def test_one_paper_is_never_taken_apart(lines: Lines) -> None:
    assert len(papers_on(a_paper(lines))) == 1


def test_a_statement_that_repeats_its_title_stays_one() -> None:
    words = a_statement_page([DRUG], foot=[(60, "合计：47.04元")], page="").words
    assert kinds(a_text([*words, *moved(words, 0, 600)])) == [Kind.EXPENSE_STATEMENT]


def test_a_receipt_under_a_seal_that_names_another_paper_stays_one() -> None:
    seal = Word("门诊收费票据专用章", 0.99, (700, 700, 260, 30), 0.99)
    assert len(papers_on(a_text([*a_receipt().words, seal]))) == 1


def test_a_blank_back_says_so_and_nothing_else() -> None:
    back = replace(a_text([], file="b.jpg"), flaws=(Flaw("no-text", "没有文字"), Flaw("blurred", "影像模糊")))
    *_, document = read_documents([a_receipt(), back])
    assert (document.kind, document.review) == (Kind.OTHER, ("空白页或空白背面，没有文字",))


def test_a_page_that_is_blank_for_a_reason_says_the_reason() -> None:
    dark = replace(a_text([]), flaws=(Flaw("no-text", "没有文字"), Flaw("too-dark", "影像太暗，请重新扫描")))
    (document,) = read_documents([dark])
    assert document.review == ("影像太暗，请重新扫描",)


def test_a_picture_of_no_paper_is_other_and_says_so() -> None:
    picture = replace(a_text([Word("欢迎光临", 0.9, (60, 60, 120, 30), 0.9)]), flaws=(Flaw("no-paper", "不像单据"),))
    (document,) = read_documents([picture])
    assert document.kind is Kind.OTHER
    assert "不像单据" in document.review

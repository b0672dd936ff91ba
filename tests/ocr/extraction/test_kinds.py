from __future__ import annotations

import pytest

from ocr.extraction.kinds import judge, title_kind
from ocr.extraction.layout import lay_out
from ocr.reading import DocumentKind as Kind
from tests.paper_kinds import (
    BANK_CARD,
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
)
from tests.papers import a_receipt_page, a_statement_page, a_text, set_lines

DRUG = ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("江西省医疗住院收费票据（电子）", Kind.INPATIENT_RECEIPT),
        ("江西省医疗门诊收费票据（电子）", Kind.OUTPATIENT_RECEIPT),
        ("安远县中心医院一日清单", Kind.EXPENSE_STATEMENT),
        ("住院病人费用明细清单", Kind.EXPENSE_STATEMENT),
        ("出院小结", Kind.DISCHARGE_RECORD),
        ("疾病诊断证明书", Kind.DIAGNOSIS_CERTIFICATE),
        ("异地就医转诊备案表", Kind.REFERRAL_FORM),
        ("外伤情况说明", Kind.INJURY_STATEMENT),
        ("中华人民共和国居民身份证", Kind.ID_CARD),
        ("增值税电子普通发票", Kind.PHARMACY_INVOICE),
        ("门诊处方笺", Kind.PRESCRIPTION),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: Kind) -> None:
    assert judge(lay_out(a_text(set_lines([[(300, title)]])))).kind is kind


def test_labels_tell_a_receipt_whose_title_a_seal_covers() -> None:
    page = a_receipt_page([("床位费", "5.00")], "5.00", "伍元整", ["0.00", "0.00", "0.00", "5.00", "5.00", "0.00"])
    covered = a_text([w for w in page.words if "票据（" not in w.text])
    assert judge(lay_out(covered)).kind is Kind.INPATIENT_RECEIPT


def test_a_table_of_prices_tells_a_statement_without_title() -> None:
    page = a_statement_page([DRUG])
    assert judge(lay_out(a_text([w for w in page.words if "清单" not in w.text]))).kind is Kind.EXPENSE_STATEMENT


def test_a_discharge_record_that_mentions_a_list_stays_one() -> None:
    page = a_text(set_lines([[(300, "出院记录")], [(60, "出院诊断：肺炎")], [(60, "出院医嘱：详见费用清单")]]))
    assert judge(lay_out(page)).kind is Kind.DISCHARGE_RECORD


def test_figures_and_a_bed_number_tell_a_statement_whose_headings_were_not_read() -> None:
    rows = [[(60, "血常规"), (700, "15.00")] for _ in range(6)]
    page = a_text(set_lines([[(60, "床号：12"), (400, "住院天数：3天")], *rows]))
    assert judge(lay_out(page)).kind is Kind.EXPENSE_STATEMENT


def test_a_till_receipt_of_a_shop_is_other() -> None:
    rows = [[(60, "酱油"), (700, "15.00")] for _ in range(6)]
    assert judge(lay_out(a_text(set_lines([[(60, "购物小票")], *rows])))).kind is Kind.OTHER


def test_nothing_known_is_other() -> None:
    assert judge(lay_out(a_text(set_lines([[(60, "购物小票")]])))).kind is Kind.OTHER
    assert judge(lay_out(a_text([]))).kind is Kind.OTHER


@pytest.mark.parametrize(
    ("lines", "title", "kind"),
    [
        (ID_FRONT, "公民身份号码", Kind.ID_CARD),
        (ID_BACK, "中华人民共和国", Kind.ID_CARD),
        (BANK_CARD, "银联", Kind.BANK_CARD),
        (INSURANCE_CARD, "中国银行", Kind.INSURANCE_CARD),
        (REFERRAL, "备案表", Kind.REFERRAL_FORM),
        (INJURY_FORM, "承诺书", Kind.INJURY_STATEMENT),
        (DIGITAL_INVOICE, "电子发票", Kind.PHARMACY_INVOICE),
        (PAPER_INVOICE, "普通发票", Kind.PHARMACY_INVOICE),
        (PRESCRIPTION, "处方笺", Kind.PRESCRIPTION),
    ],
)
def test_labels_and_numbers_tell_a_paper_whose_title_was_not_read(lines: Lines, title: str, kind: Kind) -> None:
    assert judge(lay_out(a_paper(lines, without=title))).kind is kind


@pytest.mark.parametrize("text", ["疾病诊断证明专用章", "附件：疾病诊断证明书", "凭处方笺取药，请携带身份证"])
def test_a_seal_or_a_sentence_that_names_a_paper_is_no_title(text: str) -> None:
    assert title_kind(text) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("基本医疗保险跨省异地就医备案个人承诺书", Kind.REFERRAL_FORM),
        ("江西省参保人员转诊转院审批表", Kind.REFERRAL_FORM),
        ("外伤无第三方责任承诺书", Kind.INJURY_STATEMENT),
        ("受伤经过说明", Kind.INJURY_STATEMENT),
        ("出院记录", Kind.DISCHARGE_RECORD),
        ("病情证明书", Kind.DIAGNOSIS_CERTIFICATE),
        ("医保电子凭证", Kind.INSURANCE_CARD),
        ("电子发票（普通发票）", Kind.PHARMACY_INVOICE),
        ("安远县中心医院急诊处方", Kind.PRESCRIPTION),
        ("安远县中心医院", None),
    ],
)
def test_titles_in_their_usual_wordings(title: str, kind: Kind | None) -> None:
    assert title_kind(title) is kind


@pytest.mark.parametrize("words", ["小票号：00012345", "康桥大药房销售小票"])
def test_the_ticket_of_a_till_is_no_invoice(words: str) -> None:
    lines: Lines = [
        [(200, "桃江康桥大药房")],
        [(60, words)],
        [(60, "品名"), (400, "数量"), (560, "单价"), (720, "金额")],
        [(60, "复方丹参滴丸"), (400, "2"), (560, "28.00"), (720, "56.00")],
        [(60, "应收：56.00")],
    ]
    assert judge(lay_out(a_text(set_lines(lines)))).kind is Kind.OTHER

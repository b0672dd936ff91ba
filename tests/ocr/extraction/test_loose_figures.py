from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction import read_documents
from ocr.extraction.draft import Draft, proven
from ocr.extraction.fund_checks import FUNDS, OWN, check_funds
from ocr.extraction.loose_figures import loose
from ocr.extraction.sum_checks import SUM, WORDS, check_sums
from tests.ocr.extraction.drafts import RECEIPT, a_cell, a_line, standing
from tests.papers import Cell, a_text, set_lines

if TYPE_CHECKING:
    from ocr.reading import Document

PAID = {"total_amount": "900.00", "pooled_fund_paid": "0.00", "account_paid": "100.00", "cash_paid": "800.00"}


def receipt(*loose_ones: str, **fields: str) -> Draft:
    cells = {key: a_cell(value) for key, value in fields.items()}
    if "total_amount" in cells:
        cells["total_amount"] = proven(cells["total_amount"], "大写=小写")
    return Draft(RECEIPT, cells, loose=tuple(a_cell(value) for value in loose_ones))


def test_a_share_whose_label_was_lost_is_proven_by_what_the_other_leaves() -> None:
    fields = check_funds(receipt("249.50", "5000.00", **PAID, other_paid="0.00", self_expense="650.50")).fields
    assert fields["self_pay"].value == "249.50"
    assert (fields["self_pay"].proof, fields["self_expense"].proof) == (OWN, OWN)


def test_a_share_of_which_nothing_alike_is_printed_still_asks() -> None:
    fields = check_funds(receipt("249.60", **PAID, other_paid="0.00", self_expense="650.50")).fields
    assert standing(fields)["self_pay"] == "asks"


def test_a_payment_whose_label_was_lost_is_proven_by_the_total() -> None:
    fields = check_funds(receipt("250.00", **{**PAID, "account_paid": "100.00", "cash_paid": "550.00"})).fields
    assert (fields["other_paid"].value, fields["other_paid"].proof) == ("250.00", FUNDS)


def test_a_total_without_its_label_is_the_figure_that_its_words_spell() -> None:
    words = a_cell("玖佰元整")
    draft = check_sums(replace(receipt("900.00", "1000.00"), fields={"total_in_words": words}))
    assert (draft.fields["total_amount"].value, draft.fields["total_amount"].proof) == ("900.00", WORDS)


def test_a_total_without_its_label_is_what_the_lines_make() -> None:
    lines = (a_line(amount="500.00"), a_line(amount="400.00"))
    draft = check_sums(Draft(RECEIPT, {}, lines, loose=(a_cell("900.00"), a_cell("500.00"))))
    assert (draft.fields["total_amount"].value, draft.fields["total_amount"].proof) == ("900.00", SUM)


def test_nothing_and_figures_that_are_printed_twice_say_nothing() -> None:
    draft = receipt("249.50", "249.50", "0.00")
    assert loose(draft, Decimal("249.50")) is None
    assert loose(draft, Decimal(0)) is None


def national(*last: Cell) -> Document:
    lines: list[list[Cell]] = [
        [(380, "江西省医疗门诊收费票据（电子）")],
        [(60, "票据代码：36060125"), (800, "票据号码：0012345678")],
        [(60, "交款人：赵小满"), (800, "校验码：a1b2c3")],
        [(60, "项目名称"), (420, "数量/单位"), (700, "金额（元）"), (1000, "备注")],
        [(60, "西药费"), (700, "47.04")],
        [(60, "治疗费"), (700, "165.00")],
        [(60, "金额合计（大写）：贰佰壹拾贰元零肆分"), (700, "（小写）：212.04")],
        [(60, "医保统筹基金支付：0.00"), (480, "其他支付：0.00"), (860, "个人账户支付：0.00")],
        [(60, "个人现金支付：212.04"), (480, "个人自付：12.04"), *last],
    ]
    (document,) = read_documents([a_text(set_lines(lines))])
    return document


def test_on_a_page_a_sum_without_its_label_is_found() -> None:
    share = national((860, "200.00")).fields["self_expense"]
    assert (share.value, share.review, share.proof) == ("200.00", None, OWN)


def test_a_sum_that_belongs_to_another_label_is_not_taken_for_the_lost_one() -> None:
    share = national((860, "预缴金额：300.00")).fields["self_expense"]
    assert share.review is not None

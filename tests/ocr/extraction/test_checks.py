from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ocr.extraction.body import Sum
from ocr.extraction.day_checks import check_days
from ocr.extraction.doubts import mark_doubts
from ocr.extraction.draft import Draft, PageSum
from ocr.extraction.fund_checks import check_funds
from ocr.extraction.layout import lay_out
from ocr.extraction.line_checks import check_line, check_lines
from ocr.extraction.sum_checks import check_sums
from ocr.reading import Cell, DocumentKind, Line
from tests.ocr.extraction.drafts import a_cell, a_line, standing
from tests.papers import a_text, a_word

KIND = DocumentKind.INPATIENT_RECEIPT


def a_draft(*amounts: str, **fields: str) -> Draft:
    lines = tuple(a_line(name="床位费", amount=amount) for amount in amounts)
    return Draft(KIND, {key: a_cell(value) for key, value in fields.items()}, lines)


def test_a_line_that_multiplies_out_is_proven() -> None:
    cells = check_line(a_line(quantity="14", unit_price="3.36", amount="47.04")).cells
    assert set(standing(cells).values()) == {"proven"}


def test_a_refund_multiplies_out_too() -> None:
    assert check_line(a_line(quantity="-1", unit_price="99.00", amount="-99.00")).cells["amount"].proof


def test_a_price_rounded_in_print_proves_itself_and_the_quantity_but_not_the_amount() -> None:
    cells = check_line(a_line(quantity="7", unit_price="1.11", amount="7.75")).cells
    assert standing(cells) == {"quantity": "proven", "unit_price": "proven", "amount": "read"}


def test_a_rounded_price_does_not_prove_a_quantity_that_one_more_would_fit_as_well() -> None:
    cells = check_line(a_line(quantity="70", unit_price="0.11", amount="7.50")).cells
    assert standing(cells) == {"quantity": "read", "unit_price": "proven", "amount": "read"}


def test_a_rounded_price_that_one_digit_more_would_fit_as_well_is_not_proven() -> None:
    cells = check_line(a_line(quantity="2", unit_price="5.40", amount="10.81")).cells
    assert standing(cells) == {"quantity": "proven", "unit_price": "read", "amount": "read"}


def test_a_price_off_by_a_fen_for_one_piece_is_contradicted() -> None:
    cells = check_line(a_line(quantity="1", unit_price="5.40", amount="5.41")).cells
    assert set(standing(cells).values()) == {"broken"}


def test_a_line_that_does_not_multiply_out_is_contradicted() -> None:
    line = check_line(a_line(quantity="14", unit_price="3.36", amount="41.04"))
    assert set(standing(line.cells).values()) == {"broken"}
    assert line.review == "单价×数量=47.04，金额读作41.04"


def test_a_lost_quantity_is_worked_out_and_asks() -> None:
    cell = check_line(a_line(unit_price="4.95", amount="34.65")).cells["quantity"]
    assert cell.value == "7"
    assert cell.review


def test_a_line_with_a_figure_worked_out_asks_as_a_line() -> None:
    assert check_line(a_line(quantity="101.76", amount="-101.76")).review


def test_a_quantity_that_would_be_broken_is_not_invented() -> None:
    assert "quantity" not in check_line(a_line(unit_price="4.00", amount="34.65")).cells


def test_lines_total_and_words_prove_each_other() -> None:
    draft = check_sums(a_draft("1.50", "2.50", total_amount="4.00", total_in_words="肆元整"))
    assert standing(draft.fields) == {"total_amount": "proven", "total_in_words": "proven"}
    assert all(line.cells["amount"].proof for line in draft.lines)
    assert draft.reasons == ()


def test_lines_that_do_not_add_up_make_the_paper_ask() -> None:
    draft = check_sums(a_draft("1.50", "2.00", total_amount="4.00", total_in_words="肆元整"))
    assert draft.reasons == ("明细合计3.50，票面合计4.00，相差0.50",)
    assert not draft.lines[0].cells["amount"].proof


def test_a_category_above_its_details_is_not_counted_twice() -> None:
    draft = check_sums(a_draft("480.00", "250.00", "130.00", "100.00", total_amount="480.00"))
    assert draft.reasons == ()
    assert all(line.cells["amount"].proof for line in draft.lines)


def test_words_and_figures_that_differ_contradict_each_other() -> None:
    draft = check_sums(a_draft(total_amount="105263.14", total_in_words="壹万伍仟贰佰陆拾叁元壹角肆分"))
    assert standing(draft.fields) == {"total_amount": "broken", "total_in_words": "broken"}


def test_a_misread_total_is_put_right_by_words_and_lines_and_asks() -> None:
    draft = check_sums(a_draft("1.50", "2.50", total_amount="1.00", total_in_words="肆元整"))
    assert draft.fields["total_amount"].value == "4.00"
    assert standing(draft.fields) == {"total_amount": "broken", "total_in_words": "proven"}


def test_a_total_printed_only_in_words_is_taken_over_and_asks() -> None:
    draft = check_sums(a_draft("1.50", "2.50", total_in_words="肆元整"))
    assert draft.fields["total_amount"].value == "4.00"


def test_a_total_taken_from_the_words_is_not_proven_by_them() -> None:
    draft = check_sums(a_draft(total_in_words="肆元整"))
    assert standing(draft.fields) == {"total_amount": "asks", "total_in_words": "read"}


def test_a_total_taken_from_the_words_is_proven_by_lines() -> None:
    draft = check_sums(a_draft("1.50", "2.50", total_in_words="肆元整"))
    assert standing(draft.fields) == {"total_amount": "proven", "total_in_words": "proven"}


def test_badly_read_words_are_put_right_by_a_proven_total() -> None:
    draft = check_sums(a_draft("1.50", "2.50", total_amount="4.00", total_in_words="口元整"))
    assert draft.fields["total_in_words"].value == "肆元整"
    assert "口元整" in (draft.fields["total_in_words"].proof or "")


def test_the_one_unclear_amount_is_worked_out_and_asks() -> None:
    draft = a_draft("1.50", "8208", total_amount="8204.58", total_in_words="捌仟贰佰零肆元伍角捌分")
    lines = (draft.lines[0], Line({"amount": a_cell("8208", text="820B.08", review="读作“820B.08”")}))
    fixed = check_sums(Draft(KIND, draft.fields, lines)).lines[1].cells["amount"]
    assert fixed.value == "8203.08"
    assert fixed.review


def test_lines_without_any_total_make_the_paper_ask() -> None:
    assert check_sums(a_draft("1.50")).reasons == ("没有读到合计金额，明细无从核对",)


def a_page_sum(value: Decimal, label: str) -> PageSum:
    (piece,) = lay_out(a_text([a_word(str(value), 900, 900)])).pieces
    return PageSum(0, Sum("part", value, piece, label))


@pytest.mark.parametrize(("printed", "asks"), [("4.00", False), ("5.00", True)])
def test_the_sum_of_a_page_proves_its_lines_or_asks(printed: str, *, asks: bool) -> None:
    draft = a_draft("1.50", "2.50")
    checked = check_sums(Draft(KIND, {}, draft.lines, (a_page_sum(Decimal(printed), "本页小计"),)))
    assert bool(checked.reasons) is asks
    assert bool(checked.lines[0].cells["amount"].proof) is not asks


PAID = {"pooled_fund_paid": "705.79", "other_paid": "0.00", "account_paid": "0.00", "cash_paid": "6352.15"}


def test_parts_that_make_the_total_are_proven() -> None:
    draft = check_funds(a_draft(total_amount="7057.94", self_pay="5526.37", self_expense="825.78", **PAID))
    assert all(draft.fields[key].proof for key in (*PAID, "self_pay", "self_expense"))


def test_parts_that_do_not_make_the_total_are_contradicted() -> None:
    draft = check_funds(a_draft(total_amount="7057.95", **PAID))
    assert {standing(draft.fields)[key] for key in PAID} == {"broken"}


def test_payments_beside_one_that_was_not_read_ask() -> None:
    draft = a_draft(total_amount="7057.94", **{**PAID, "pooled_fund_paid": ""})
    assert standing(check_funds(draft).fields)["cash_paid"] == "asks"


PROVEN_TOTAL = replace(a_cell("7057.94"), proof="大写=小写")
NO_OTHER = {key: a_cell(value) for key, value in PAID.items() if key != "other_paid"}


def test_a_payment_that_was_not_found_is_nothing_where_the_others_make_a_proven_total() -> None:
    cell = check_funds(Draft(KIND, {"total_amount": PROVEN_TOTAL, **NO_OTHER})).fields["other_paid"]
    assert (cell.value, cell.proof) == ("0.00", "其余各项已等于合计，此项为零")


def test_a_payment_that_was_not_found_is_not_made_up_where_the_total_is_not_proven() -> None:
    draft = check_funds(Draft(KIND, {"total_amount": a_cell("7057.94"), **NO_OTHER}))
    assert "other_paid" not in draft.fields


def test_cash_alone_says_nothing_of_the_other_payments() -> None:
    draft = check_funds(Draft(KIND, {"total_amount": PROVEN_TOTAL, "cash_paid": a_cell("7057.94")}))
    assert set(draft.fields) == {"total_amount", "cash_paid"}


def test_further_payments_of_a_province_may_complete_the_total() -> None:
    draft = check_funds(a_draft(total_amount="7157.94", **{"~large": "100.00"}, **PAID))
    assert draft.fields["cash_paid"].proof


def test_money_paid_in_before_proves_the_cash() -> None:
    draft = check_funds(a_draft(cash_paid="4210.55", **{"~prepaid": "5000.00", "~returned": "789.45"}))
    assert draft.fields["cash_paid"].proof == "预缴+补缴-退费=现金"


@pytest.mark.parametrize(("expense", "mark"), [("2.00", "asks"), ("0.00", "read")])
def test_own_shares_that_do_not_add_up_ask_unless_both_are_zero(expense: str, mark: str) -> None:
    draft = check_funds(a_draft(total_amount="7057.94", self_pay="0.00", self_expense=expense, **PAID))
    assert standing(draft.fields)["self_expense"] == mark


def test_leaving_before_coming_is_contradicted() -> None:
    draft = check_days(a_draft(admission_date="2025-03-11", discharge_date="2025-03-01"))
    assert set(standing(draft.fields).values()) == {"broken"}


def test_a_day_outside_the_stay_asks() -> None:
    stay = {"admission_date": a_cell("2025-03-01"), "discharge_date": a_cell("2025-03-11")}
    draft = check_days(Draft(KIND, stay, (a_line(date="2025-04-02"),)))
    assert draft.lines[0].cells["date"].review == "日期2025-04-02不在住院期间内"


@pytest.mark.parametrize(("confidence", "asks"), [(0.9, True), (0.9999, False)])
def test_unproven_money_needs_very_high_confidence(confidence: float, *, asks: bool) -> None:
    draft = Draft(KIND, {"self_pay": a_cell("5.00", confidence=confidence)})
    assert bool(mark_doubts(draft).fields["self_pay"].review) is asks


def test_proven_money_needs_none() -> None:
    cell = Cell("5.00", "5.00", 0.5, proof="单价×数量=金额")
    assert mark_doubts(Draft(KIND, {"self_pay": cell})).fields["self_pay"].review is None


def test_a_receipt_without_its_money_fields_asks() -> None:
    assert "没有找到“个人现金支付”" in mark_doubts(a_draft("5.00", total_amount="5.00")).reasons


def test_a_file_of_values_has_lost_no_payment() -> None:
    draft = replace(a_draft("5.00", total_amount="5.00"), origin="xml")
    assert mark_doubts(draft).reasons == ()


def test_a_lost_price_in_a_priced_table_is_worked_out_and_asks() -> None:
    whole = a_line(quantity="2", unit_price="8.00", amount="16.00")
    draft = check_lines(Draft(KIND, {}, (*[whole] * 4, a_line(quantity="2", amount="16.00"))))
    assert draft.lines[-1].cells["unit_price"].value == "8.00"
    assert draft.lines[-1].cells["unit_price"].review


def test_a_lost_quantity_of_a_receipt_is_asked_for() -> None:
    draft = check_lines(Draft(KIND, {}, (*[a_line(quantity="2", amount="16.00")] * 4, a_line(amount="16.00"))))
    assert [line.review for line in draft.lines] == [None] * 4 + ["没有读到数量"]


def test_a_broken_quantity_without_a_price_may_be_the_price_and_asks() -> None:
    lines = (a_line(quantity="58.08", amount="174.24"), a_line(quantity="3.0", amount="43.20"))
    checked = check_lines(Draft(KIND, {}, lines)).lines
    assert [line.review for line in checked] == ["数量读作58.08，旁边没有单价，可能是单价，请核对", None]


@pytest.mark.parametrize(
    ("quantity", "amount", "asks"),
    [("0", "8.00", True), ("-1", "8.00", True), ("-1", "-8.00", False), ("0", "0.00", False)],
)
def test_a_quantity_of_nothing_or_against_its_amount_asks(quantity: str, amount: str, *, asks: bool) -> None:
    draft = check_lines(Draft(KIND, {}, (a_line(quantity=quantity, amount=amount),)))
    assert bool(draft.lines[0].review) is asks


def test_a_heading_above_its_details_needs_no_quantity() -> None:
    lines = (a_line(amount="5.00"), a_line(quantity="2", amount="2.00"), a_line(quantity="1", amount="3.00"))
    assert [line.review for line in check_lines(Draft(KIND, {}, lines)).lines] == [None] * 3


def test_a_line_with_price_alone_asks() -> None:
    assert check_line(a_line(unit_price="8.00")).review == "数量、单价、金额没有读全"


def test_a_share_that_lost_its_point_is_worked_out_and_asks() -> None:
    fields = {
        "total_amount": a_cell("7057.94"),
        "self_expense": a_cell("825.78"),
        **{k: a_cell(v) for k, v in PAID.items()},
    }
    shares = {"self_pay": a_cell("552637", confidence=0.8)}
    cell = check_funds(Draft(KIND, {**fields, **shares})).fields["self_pay"]
    assert cell.value == "5526.37"
    assert "552637" in (cell.review or "")


def test_a_price_that_lost_a_digit_is_not_taken_for_a_rounded_one() -> None:
    cells = check_line(a_line(quantity="4", unit_price="0.6", amount="2.44")).cells
    assert set(standing(cells).values()) == {"broken"}

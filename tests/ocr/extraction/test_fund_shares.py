"""Shares and payments that were lost or cut: the rest of a proven sum stands in their place and asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.extraction.draft import Draft, proven
from ocr.extraction.fund_checks import check_funds
from tests.ocr.extraction.drafts import RECEIPT, a_cell, standing


def receipt(proof: str = "大写=小写", **fields: str) -> Draft:
    """A receipt whose total is proven otherwise; an empty field is printed but was not read."""
    cells = {key: a_cell(value) for key, value in fields.items()}
    unread = {key: replace(cell, review="没有读到内容") for key, cell in cells.items() if not cell.value}
    total = proven(cells["total_amount"], proof) if proof else cells["total_amount"]
    return Draft(RECEIPT, {**cells, **unread, "total_amount": total})


PAID = {"total_amount": "900.00", "pooled_fund_paid": "0.00", "account_paid": "100.00", "cash_paid": "800.00"}


def test_a_share_that_was_not_found_is_what_the_other_leaves_and_asks() -> None:
    fields = check_funds(receipt(**PAID, self_expense="650.50")).fields
    assert fields["self_pay"].value == "249.50"
    assert "按自付+自费=个账+现金推算为249.50" in (fields["self_pay"].review or "")
    assert fields["self_pay"].proof is None


def test_the_share_that_was_read_asks_as_well_for_it_may_be_the_figure_of_the_other() -> None:
    fields = check_funds(receipt(**PAID, self_pay="0.00", self_expense="")).fields
    assert standing(fields)["self_pay"] == "asks"
    assert (fields["self_expense"].value, standing(fields)["self_expense"]) == ("900.00", "asks")


def test_a_share_that_is_all_that_was_paid_leaves_nothing_to_ask_where_the_other_is_not_printed() -> None:
    fields = check_funds(receipt(**PAID, self_expense="900.00")).fields
    assert "self_pay" not in fields
    assert standing(fields)["self_expense"] == "read"


def test_a_share_beyond_what_was_paid_gives_the_other_no_figure() -> None:
    fields = check_funds(receipt(**PAID, self_pay="1900.00", self_expense="")).fields
    assert fields["self_expense"].value == ""
    assert standing(fields)["self_pay"] == "asks"


def test_without_a_proven_payment_no_share_is_worked_out() -> None:
    fields = check_funds(receipt(total_amount="900.00", self_pay="10.00", self_expense="")).fields
    assert fields["self_expense"].value == ""
    assert standing(fields) == {"total_amount": "proven", "self_pay": "asks", "self_expense": "asks"}


@pytest.mark.parametrize("read", ["1", "19687", "9687.78", "18687.78", "1968.78"])
def test_a_payment_that_was_cut_off_or_misread_is_what_the_others_leave_and_asks(read: str) -> None:
    paper = receipt(total_amount="19687.78", pooled_fund_paid="0.00", account_paid="0.00", cash_paid=read)
    cash = check_funds(paper).fields["cash_paid"]
    assert cash.value == "19687.78"
    assert cash.contradicted
    assert "按合计推算为19687.78" in (cash.review or "")


def test_a_payment_unlike_what_the_others_leave_stays_as_it_was_read() -> None:
    paper = receipt(total_amount="19687.78", pooled_fund_paid="0.00", account_paid="0.00", cash_paid="5250.00")
    cash = check_funds(paper).fields["cash_paid"]
    assert (cash.value, cash.contradicted) == ("5250.00", True)


def test_two_payments_that_may_both_be_the_misread_one_stay_as_they_were_read() -> None:
    paper = receipt(total_amount="250.00", pooled_fund_paid="110.00", account_paid="0.00", cash_paid="130.00")
    fields = check_funds(paper).fields
    assert [fields[key].value for key in ("pooled_fund_paid", "cash_paid")] == ["110.00", "130.00"]


def test_against_a_total_that_nothing_proves_no_payment_is_worked_out() -> None:
    paper = receipt("", total_amount="250.00", pooled_fund_paid="100.00", cash_paid="15.00")
    assert check_funds(paper).fields["cash_paid"].value == "15.00"


def test_a_share_that_was_read_as_nothing_is_not_the_misread_one() -> None:
    fields = check_funds(receipt(**PAID, self_pay="0.00", self_expense="901.00")).fields
    assert (fields["self_pay"].value, fields["self_expense"].value) == ("0.00", "900.00")
    assert standing(fields)["self_expense"] == "asks"

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ocr.extraction.draft import FIELD, Draft
from ocr.extraction.evidence import Evidence
from ocr.extraction.sum_proofs import settle_amounts, settle_funds, settle_total
from tests.ocr.extraction.drafts import RECEIPT, TOTAL, a_bill, a_cell, a_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.extraction.draft import Spot

WORDS = "伍佰元整"
PARTS = ("pooled_fund_paid", "other_paid", "account_paid", "cash_paid")


def a_receipt(amounts: Sequence[str], looks: Mapping[Spot, Sequence[str]], words: str = WORDS, **fields: str) -> Draft:
    """A receipt of 500.00 without prices; every amount is confirmed by looks unless ``looks`` says otherwise."""
    confirmed: dict[Spot, Sequence[str]] = {(at, "amount"): [amount] * 2 for at, amount in enumerate(amounts)}
    fields = {"total_amount": "500.00", "total_in_words": words, **fields}
    confirmed |= {(FIELD, key): [fields[key]] * 2 for key in PARTS if key in fields}
    return Draft(
        RECEIPT,
        {key: a_cell(value) for key, value in fields.items()},
        tuple(a_line(name="床位费", amount=amount) for amount in amounts),
        evidence={spot: Evidence(tuple(seen)) for spot, seen in (confirmed | dict(looks)).items()},
    )


def test_the_one_amount_that_looks_prefer_otherwise_makes_the_spelled_total() -> None:
    draft = settle_amounts(a_receipt(["120.00", "350.00"], {(0, "amount"): ["150.00", "150.00", "120.00"]}))
    assert draft.lines[0].cells["amount"].value == "150.00"
    assert draft.lines[0].cells["amount"].proof == "复读后各项合计=总金额；原读作“120.00”"


@pytest.mark.parametrize("seen", [["150.00"], ["150.00", "120.00", "120.00"], ["130.00", "130.00"], []])
def test_an_amount_that_looks_do_not_clearly_prefer_stays(seen: list[str]) -> None:
    draft = a_receipt(["120.00", "350.00"], {(0, "amount"): seen})
    assert settle_amounts(draft) == draft


def test_an_amount_read_without_its_point_is_settled_by_its_digits() -> None:
    draft = settle_amounts(a_receipt(["15000", "350.00"], {}))
    assert draft.lines[0].cells["amount"].value == "150.00"
    assert "15000" in (draft.lines[0].cells["amount"].proof or "")


def test_a_second_doubtful_amount_keeps_the_first_from_being_settled() -> None:
    looks = {(0, "amount"): ["150.00"] * 2, (1, "amount"): ["350.00", "380.00"]}
    draft = a_receipt(["120.00", "350.00"], looks)
    assert settle_amounts(draft) == draft


def test_a_total_that_no_words_spell_settles_no_amount() -> None:
    draft = a_receipt(["120.00", "350.00"], {(0, "amount"): ["150.00"] * 2}, words="")
    assert settle_amounts(draft) == draft


def test_two_amounts_that_could_make_up_the_difference_stay() -> None:
    looks = {(0, "amount"): ["150.00"] * 2, (1, "amount"): ["380.00"] * 2}
    draft = a_receipt(["120.00", "350.00"], looks)
    assert settle_amounts(draft) == draft


def test_an_amount_that_was_not_legible_is_settled_by_the_total() -> None:
    draft = settle_amounts(a_receipt(["", "350.00"], {(0, "amount"): ["150.00"] * 2}))
    assert draft.lines[0].cells["amount"].value == "150.00"


def test_a_misread_total_is_settled_by_words_and_lines() -> None:
    draft = a_receipt(["150.00", "350.00"], {TOTAL: ["500.00"]}, total_amount="600.00")
    cell = settle_total(draft).fields["total_amount"]
    assert (cell.value, cell.proof) == ("500.00", "复读后各项合计=总金额=大写；原读作“600.00”")


def test_a_total_that_no_look_showed_otherwise_stays() -> None:
    draft = a_receipt(["150.00", "350.00"], {}, total_amount="600.00")
    assert settle_total(draft) == draft


def test_a_total_without_words_needs_sound_lines_and_most_looks() -> None:
    rows = [("10", "40.00", "400.00"), ("4", "3.50", "14.00")]
    draft = a_bill(rows, {TOTAL: ["414.00", "414.00"]}, total_amount="474.00")
    assert settle_total(draft).fields["total_amount"].value == "414.00"
    once = replace(draft, evidence={TOTAL: Evidence(("414.00",))})
    assert settle_total(once) == once


PAID = {"pooled_fund_paid": "100.00", "other_paid": "0.00", "account_paid": "0.00", "cash_paid": "400.00"}


def test_a_misread_payment_is_settled_by_the_total() -> None:
    looks = {(FIELD, "cash_paid"): ["400.00", "400.00", "100.00"]}
    draft = settle_funds(a_receipt(["150.00", "350.00"], looks, **{**PAID, "cash_paid": "100.00"}))
    assert draft.fields["cash_paid"].value == "400.00"


def test_a_payment_beside_a_further_payment_of_a_province_stays() -> None:
    looks = {(FIELD, "cash_paid"): ["400.00", "400.00"]}
    draft = a_receipt(["150.00", "350.00"], looks, **{**PAID, "cash_paid": "100.00", "~large": "300.00"})
    assert settle_funds(draft) == draft


def test_payments_that_make_the_total_stay() -> None:
    draft = a_receipt(["150.00", "350.00"], {(FIELD, "cash_paid"): ["900.00"] * 2}, **PAID)
    assert settle_funds(draft) == draft


def test_a_total_that_nothing_proves_settles_no_payment() -> None:
    looks = {(FIELD, "cash_paid"): ["400.00", "400.00"]}
    draft = a_receipt(["150.00", "300.00"], looks, words="", **{**PAID, "cash_paid": "100.00"})
    assert settle_funds(draft) == draft

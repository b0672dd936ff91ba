from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.proofs import near, settle_lines
from tests.ocr.extraction.drafts import a_bill

if TYPE_CHECKING:
    from ocr.extraction.draft import Draft

SOUND = ("10", "40.00", "400.00")
BROKEN = ("7", "9.60", "61.20")
"""Truly 67.20."""


def values(draft: Draft, at: int = 1) -> list[object]:
    return [draft.lines[at].cells[key].value for key in ("quantity", "unit_price", "amount")]


def unsettled(draft: Draft) -> bool:
    """Whether settling leaves every value as it was, and proves none."""
    after = dict(settle_lines(draft).spots())
    return all(after[spot].value == cell.value and not after[spot].proof for spot, cell in draft.spots())


def test_an_amount_seen_at_second_sight_is_taken_where_line_and_total_prove_it() -> None:
    draft = settle_lines(a_bill([SOUND, BROKEN], {(1, "amount"): ["67.20"]}, total_amount="467.20"))
    cell = draft.lines[1].cells["amount"]
    assert (cell.value, cell.others) == ("67.20", ("61.20",))
    assert cell.proof == "复读后单价×数量=金额；原读作“61.20”"


def test_an_amount_that_no_look_showed_is_not_taken() -> None:
    draft = a_bill([SOUND, BROKEN], {(1, "amount"): ["61.26"]}, total_amount="467.20")
    assert unsettled(draft)


def test_an_amount_that_the_total_does_not_bear_out_is_not_taken() -> None:
    draft = a_bill([SOUND, BROKEN], {(1, "amount"): ["67.20"]}, total_amount="468.20")
    assert unsettled(draft)


def test_a_total_that_its_words_contradict_proves_nothing() -> None:
    fields = {"total_amount": "467.20", "total_in_words": "肆佰陆拾捌元贰角整"}
    draft = a_bill([SOUND, BROKEN], {(1, "amount"): ["67.20"]}, **fields)
    assert unsettled(draft)


def test_a_quantity_is_taken_where_its_price_is_confirmed() -> None:
    looks = {(1, "quantity"): ["7"], (1, "unit_price"): ["9.60", "9.60"]}
    draft = settle_lines(a_bill([SOUND, ("17", "9.60", "67.20")], looks, total_amount="467.20"))
    assert values(draft) == ["7", "9.60", "67.20"]


def test_a_quantity_is_not_taken_beside_a_price_in_dispute() -> None:
    looks = {(1, "quantity"): ["7"], (1, "unit_price"): ["9.60", "9.00"]}
    draft = a_bill([SOUND, ("17", "9.60", "67.20")], looks, total_amount="467.20")
    assert unsettled(draft)


def test_two_ways_of_mending_a_line_leave_it_open() -> None:
    looks = {(1, "quantity"): ["2"], (1, "unit_price"): ["1.00"]}
    draft = a_bill([SOUND, ("1", "2.00", "4.00")], looks, total_amount="404.00")
    assert unsettled(draft)


def test_a_way_that_was_not_seen_but_lies_near_leaves_the_line_open() -> None:
    """Truly two at 1.50: a price misread as 1.00, and a look that shows three pieces by mistake."""
    looks = {(1, "quantity"): ["3"], (1, "unit_price"): ["1.00"]}
    draft = a_bill([SOUND, ("2", "1.00", "3.00")], looks, total_amount="403.00")
    assert unsettled(draft)


def test_an_unspelled_total_near_another_way_that_was_seen_leaves_the_line_open() -> None:
    """Truly seven at 1.00 and a total of 17.00 that was read as 11.00."""
    looks = {(1, "amount"): ["1.00"], (1, "quantity"): ["7"]}
    assert unsettled(a_bill([("1", "10.00", "10.00"), ("1", "1.00", "7.00")], looks, total_amount="11.00"))


def test_a_price_nobody_saw_and_a_misread_total_do_not_stand_against_what_two_equations_prove() -> None:
    rows = [("28", "3.20", "89.80"), ("1", "41.00", "41.00")]
    draft = settle_lines(a_bill(rows, {(0, "amount"): ["89.60"]}, total_amount="130.60"))
    assert draft.lines[0].cells["amount"].value == "89.60"


def test_an_amount_that_was_not_legible_is_taken_from_its_second_look() -> None:
    draft = a_bill([SOUND, ("7", "9.60", "")], {(1, "amount"): ["67.20"]}, total_amount="467.20")
    assert values(settle_lines(draft)) == ["7", "9.60", "67.20"]


def test_two_broken_lines_are_settled_together_by_one_total() -> None:
    looks = {(1, "amount"): ["67.20"], (2, "amount"): ["14.00"]}
    draft = settle_lines(a_bill([SOUND, BROKEN, ("4", "3.50", "74.00")], looks, total_amount="481.20"))
    assert [line.cells["amount"].value for line in draft.lines] == ["400.00", "67.20", "14.00"]


def test_more_ways_than_are_worth_trying_leave_the_paper_as_it_is() -> None:
    looks = {(at, "amount"): ["67.20"] for at in range(9)}
    looks |= {(at, "quantity"): ["6.375"] for at in range(9)}
    draft = a_bill([BROKEN] * 9, looks, total_amount="604.80")
    assert unsettled(draft)


def test_a_refund_is_settled_like_any_line() -> None:
    draft = a_bill([SOUND, ("-7", "9.60", "-61.20")], {(1, "amount"): ["-67.20"]}, total_amount="332.80")
    assert values(settle_lines(draft)) == ["-7", "9.60", "-67.20"]


def test_lines_without_prices_have_no_equation() -> None:
    draft = a_bill([], total_amount="4.00")
    assert unsettled(draft)


def test_a_line_that_stays_broken_shows_what_would_mend_it() -> None:
    draft = settle_lines(a_bill([SOUND, BROKEN], {(1, "amount"): ["61.26"]}, total_amount="467.20"))
    cells = draft.lines[1].cells
    assert [cells[key].others for key in ("quantity", "unit_price", "amount")] == [(), (), ("67.20",)]


def test_one_character_more_less_or_other_is_near() -> None:
    assert near("1,234.00", "1284.00")
    assert near("12.0", "12.00")
    assert not near("12.00", "21.00")


def test_a_quantity_of_which_only_the_point_was_lost_is_taken() -> None:
    draft = settle_lines(a_bill([SOUND, ("125", "9.60", "12.00")], total_amount="412.00"))
    cell = draft.lines[1].cells["quantity"]
    assert (cell.value, "125" in (cell.proof or "")) == ("1.25", True)


def test_a_quantity_with_other_digits_than_are_wanted_is_not_taken() -> None:
    assert unsettled(a_bill([SOUND, ("126", "9.60", "12.00")], total_amount="412.00"))

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ocr.extraction.decimal_checks import check_decimals
from ocr.extraction.draft import Draft
from ocr.extraction.line_checks import check_lines
from tests.ocr.extraction.drafts import STATEMENT, a_bill, a_line


def priced(*prices: str) -> Draft:
    return Draft(STATEMENT, {}, tuple(a_line(unit_price=price) for price in prices))


def asking(draft: Draft) -> list[int]:
    return [at for at, line in enumerate(draft.lines) if line.cells["unit_price"].review]


def test_a_price_with_digits_of_its_neighbour_in_it_asks() -> None:
    assert asking(check_decimals(priced("3.3400", "5.0000", "46.34040", "1.2000", "7.7700"))) == [2]


def test_prices_printed_as_long_as_they_need_say_nothing() -> None:
    assert asking(check_decimals(priced("3.5", "5", "46.3404", "1.25", "7.77"))) == []


def test_fewer_decimals_than_the_column_say_nothing_here() -> None:
    assert asking(check_decimals(priced("3.34", "5.00", "46.3", "1.20", "7.77"))) == []


def test_a_price_that_its_line_proves_does_not_ask() -> None:
    draft = priced("3.34", "5.00", "46.3404", "1.20", "7.77")
    cell = replace(draft.lines[2].cells["unit_price"], proof="单价×数量=金额")
    assert asking(check_decimals(draft.with_spots({(2, "unit_price"): cell}))) == []


def test_a_few_lines_make_no_column() -> None:
    assert asking(check_decimals(priced("3.34", "46.34040"))) == []


def test_a_price_that_was_cut_asks_even_where_its_line_holds() -> None:
    draft = priced("3.34", "29.23", "46.30")
    cell = replace(draft.lines[1].cells["unit_price"], text="29.230909", proof="单价×数量=金额")
    checked = check_decimals(draft.with_spots({(1, "unit_price"): cell}))
    assert asking(checked) == [1]
    assert checked.lines[1].cells["unit_price"].proof is None


def test_a_price_with_words_about_it_was_not_cut() -> None:
    draft = priced("3.34", "29.23", "46.30")
    cell = replace(draft.lines[1].cells["unit_price"], text="29.23元/2.5g")
    assert asking(check_decimals(draft.with_spots({(1, "unit_price"): cell}))) == []


def test_the_only_price_whose_last_decimal_is_no_zero_asks_where_no_equation_proves_it() -> None:
    rows = [("1", f"{n}.4600", f"{n}.46") for n in range(2, 7)]
    bill = check_lines(a_bill([*rows, ("1", "8.4604", "8.46")]))
    assert "末位小数不是零" in (bill.lines[-1].cells["unit_price"].review or "")
    assert all(line.cells["unit_price"].review is None for line in bill.lines[:-1])


def test_prices_of_which_several_tell_more_decimals_do_not_ask() -> None:
    rows = [("100", f"{n}.4600", f"{n}46.00") for n in range(2, 7)]
    bill = check_lines(a_bill([*rows, ("1", "8.4604", "8.46"), ("1", "9.4604", "9.46")]))
    assert all(line.cells["unit_price"].review is None for line in bill.lines)


def test_a_line_that_alone_holds_only_within_rounding_asks() -> None:
    rows = [("69", f"{n}.02", f"{Decimal(69 * n) + Decimal('1.38')}") for n in range(1, 10)]
    bill = check_lines(a_bill([*rows, ("68", "1.02", "70.38")]))
    assert [bool(line.review) for line in bill.lines] == [False] * 9 + [True]


def test_lines_of_a_paper_that_rounds_its_prices_do_not_ask_for_that() -> None:
    rows = [("3", "0.33", "1.00"), ("7", "0.14", "1.00"), ("2", "1.50", "3.00")] * 2
    assert all(line.review is None for line in check_lines(a_bill(rows)).lines)

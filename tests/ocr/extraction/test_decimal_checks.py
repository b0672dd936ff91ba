from __future__ import annotations

from dataclasses import replace

from ocr.extraction.decimal_checks import check_decimals
from ocr.extraction.draft import Draft
from tests.ocr.extraction.drafts import STATEMENT, a_line


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
    assert asking(check_decimals(draft.with_spots({(1, "unit_price"): cell}))) == [1]


def test_a_price_with_words_about_it_was_not_cut() -> None:
    draft = priced("3.34", "29.23", "46.30")
    cell = replace(draft.lines[1].cells["unit_price"], text="29.23元/2.5g")
    assert asking(check_decimals(draft.with_spots({(1, "unit_price"): cell}))) == []

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction import read_documents
from ocr.extraction.cells import figure
from ocr.extraction.layout import lay_out
from ocr.extraction.points import in_fen, with_points
from ocr.extraction.table import read_table
from tests.ocr.extraction.drafts import a_cell, a_line
from tests.papers import a_receipt_page, a_statement_page

if TYPE_CHECKING:
    from ocr.reading import Line

SOUND = [a_line(quantity="2.00", unit_price="3.3200", amount="6.64")] * 4


def pointed(**cells: str) -> Line:
    return with_points([*SOUND, a_line(**cells)])[-1]


def test_a_price_without_its_point_gets_the_decimals_of_its_column_and_asks() -> None:
    line = pointed(quantity="16.00", unit_price="76800", amount="122.88")
    assert line.cells["unit_price"].value == "7.6800"
    assert "76800" in (line.cells["unit_price"].review or "")
    assert line.cells["amount"].review is None


def test_points_lost_on_both_sides_of_an_equation_are_put_back_though_it_holds_without() -> None:
    line = pointed(quantity="125", unit_price="1597.2000", amount="199650")
    assert (line.cells["quantity"].value, line.cells["amount"].value) == ("1.25", "1996.50")


@pytest.mark.parametrize(("quantity", "amount"), [("125", "250.00"), ("3", "6.00")])
def test_whole_figures_that_fit_their_line_or_are_too_short_stay(quantity: str, amount: str) -> None:
    line = pointed(quantity=quantity, unit_price="2.0000", amount=amount)
    assert line.cells["quantity"].value == quantity


def test_columns_that_print_no_decimals_or_few_figures_say_nothing() -> None:
    assert with_points([a_line(amount="76800")] * 5)[0].cells["amount"].value == "76800"
    assert with_points([*SOUND[:2], a_line(amount="76800")])[-1].cells["amount"].value == "76800"


def test_a_price_that_got_its_point_is_proven_by_its_line() -> None:
    row = ("静脉输液", "", "组", "7.6800", "16", "122.88")
    dim = ("静脉输血", "", "组", "7,6800", "16", "122.88")
    lines = read_table(lay_out(a_statement_page([row, row, row, row, dim], foot=[(60, "合计：614.40")]))).lines
    assert figure(lines[-1].cells["unit_price"]) == figure(lines[0].cells["unit_price"])
    (document,) = read_documents([a_statement_page([row, row, row, row, dim], foot=[(60, "合计：614.40")])])
    price = document.items[-1].cells["unit_price"]
    assert price.review is None
    assert "7,6800" in (price.proof or "")


def test_a_share_without_its_point_is_proven_by_what_was_paid() -> None:
    paid = ["100.00", "0.00", "0.00", "112.04", "100.00", "1204"]
    long = ["0.00", "0.00", "0.00", "4212.04", "4200.00", "12.04"]
    assert in_fen(a_cell(paid[-1])) is None
    lines = [("西药费", "4047.04"), ("治疗费", "165.00")]
    page = a_receipt_page(lines, "4212.04", "肆仟贰佰壹拾贰元零肆分", [*long[:4], "420000", long[5]])
    (document,) = read_documents([page])
    share = document.fields["self_pay"]
    assert (share.value, share.review) == ("4200.00", None)
    assert "420000" in (share.proof or "")

"""A layout holds while nobody had to change what its columns mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.claim.edits import Edit, edited
from review.claim.layouts import changed, held_layout, named
from review.claim.paper import Column, Document, Standing
from tests.builders import a_claim, a_line, a_receipt, a_statement, a_value

COLUMNS = (
    Column("项目名称", "name", 0.0, 0.4),
    Column("数量", "quantity", 0.4, 0.6),
    Column("单价", "unit_price", 0.6, 0.8),
    Column("金额", "amount", 0.8, 1.0),
)


def a_table(rows: int = 5) -> Document:
    """A statement of so many rows of which no two cells are alike."""
    lines = (
        a_line(f"药品{n}", position=n, quantity="2", unit_price=f"{n + 3}.00", amount=f"{2 * n + 6}.00")
        for n in range(rows)
    )
    return replace(a_statement(*lines), layout=COLUMNS)


def typed(document: Document, row: int, **cells: str) -> Document:
    """The statement after a clerk typed cells of a row."""
    claim = a_claim(document)
    for key, value in cells.items():
        claim = edited(claim, Edit(f"line:{document.lines[row].id}:{key}", value))
    return claim.documents[0]


def test_a_table_nobody_changed_holds() -> None:
    assert held_layout(a_table()) == COLUMNS


def test_a_single_wrong_figure_says_nothing_about_the_columns() -> None:
    assert held_layout(typed(a_table(), 0, amount="7.00")) == COLUMNS


def test_figures_that_changed_places_say_that_a_column_was_taken_for_another() -> None:
    assert held_layout(typed(a_table(), 1, quantity="4.00", unit_price="2")) == ()


def test_a_column_typed_anew_in_many_rows_does_not_hold() -> None:
    document = typed(typed(a_table(), 0, name="别的甲"), 1, name="别的乙")
    assert held_layout(document) == ()


def test_rows_struck_out_in_numbers_speak_against_the_table() -> None:
    document = a_table()
    lines = tuple(replace(line, removed=line.position < 2) for line in document.lines)
    assert held_layout(replace(document, lines=lines)) == ()


def test_rows_added_in_numbers_speak_against_the_table() -> None:
    document = a_table()
    added = tuple(a_line(f"补{n}", position=5 + n, amount="1.00") for n in range(2))
    blank = (
        replace(line, values={k: replace(v, text="", place=None) for k, v in line.values.items()}) for line in added
    )
    assert held_layout(replace(document, lines=(*document.lines, *blank))) == ()


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_table_of_few_rows_says_nothing(rows: int) -> None:
    document = replace(a_table(3), lines=a_table(3).lines[:rows])
    assert held_layout(document) == ()


def test_only_statements_have_layouts_to_remember() -> None:
    assert held_layout(replace(a_receipt(*a_table().lines), layout=COLUMNS)) == ()


def test_a_statement_read_without_a_layout_has_none() -> None:
    assert held_layout(replace(a_table(), layout=())) == ()


def test_a_layout_is_named_by_headings_and_keys() -> None:
    assert named(COLUMNS[:2]) == "项目名称→name | 数量→quantity"


@pytest.mark.parametrize(
    ("text", "value", "differs"),
    [
        ("1,680.00", "1680.00", False),
        ("1680", "1680.00", False),
        ("100.00", "1", True),
        ("氯化钠注射液", "氯化钠", False),
        ("氧化钠", "氯化钠", True),
        ("氧化钠", "", True),
    ],
)
def test_a_typed_value_is_changed_where_the_paper_says_otherwise(text: str, value: str, *, differs: bool) -> None:
    assert changed(a_value("amount", value, text=text, standing=Standing.TYPED)) is differs


@pytest.mark.parametrize("standing", list(Standing))
def test_a_date_in_another_form_is_not_changed(standing: Standing) -> None:
    assert not changed(a_value("date", "2025-03-01", text="2025年3月1日", standing=standing))


@pytest.mark.parametrize("standing", [Standing.READ, Standing.PROVEN, Standing.DOUBTFUL])
def test_a_name_nobody_touched_is_not_changed(standing: Standing) -> None:
    assert not changed(a_value("name", "氯化钠注射液", text="氯 化钠注射", standing=standing))


def test_a_typed_figure_that_breaks_its_product_is_changed() -> None:
    document = typed(a_table(), 0, amount="7.00")
    assert [key for key, value in document.lines[0].values.items() if changed(value)] == ["amount"]


def test_a_value_typed_without_paper_is_not_changed() -> None:
    assert not changed(a_value("name", "补录", text="", place=None, standing=Standing.TYPED))


@given(st.lists(st.integers(0, 4), max_size=12, unique=True), st.integers(3, 12))
def test_a_layout_is_remembered_whole_or_not_at_all(rows: list[int], count: int) -> None:
    document = a_table(count)
    for row in rows:
        if row < count:
            document = typed(document, row, amount=f"{row}.77")
    held = held_layout(document)
    assert held in {COLUMNS, ()}
    assert bool(held) == (sum(row < count for row in rows) <= 0.2 * count)

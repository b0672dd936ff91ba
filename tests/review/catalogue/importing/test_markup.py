"""What one pass over the XML of a sheet finds, however it is cut into pieces."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import InputError
from review.sheets.markup import marked
from review.sheets.sheet import Marks, column_of, letters
from tests.workbooks import MAIN, sheet_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CELLS = (
    '<row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="2" spans="1:3" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>2+2</f></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'
    '<row r="4" hidden="0"><c r="B4" t="str"><f>""</f><v></v></c><c r="D4" s="2"/></row>'
)
COLUMNS = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col hidden="true" min="9" max="9"/></cols>'
SHEET = sheet_xml(CELLS, before=COLUMNS)
FOUND = Marks(
    hidden_rows=frozenset({2}),
    hidden_columns=frozenset({1, 2, 8}),
    uncached=frozenset({(2, 1)}),
    broken=frozenset({(3, 2)}),
    formulas={0: (2, 2), 1: (1, 4)},
)


def whole(*pieces: bytes) -> Callable[[], Iterable[bytes]]:
    return lambda: pieces


def test_everything_beside_the_values_is_found_in_one_pass() -> None:
    assert marked(whole(SHEET)) == FOUND


@given(st.lists(st.integers(0, len(SHEET)), max_size=12))
def test_wherever_the_markup_is_cut_the_same_is_found(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(SHEET)]
    pieces = [SHEET[start:end] for start, end in pairwise(places)]
    assert marked(whole(*pieces)) == FOUND


@pytest.mark.parametrize(
    ("plain", "odd"),
    [
        ('<c r="B2">', "<c r='B2'>"),
        ('<c r="B2">', '<c s="4" r="B2">'),
        ('<c r="B2">', '<c\n\tr="B2" >'),
        ('<row r="2" spans="1:3" hidden="1">', '<row hidden="1" spans="1:3" r="2">'),
        ('hidden="1"/><col min', 'hidden="true" ><!-- x --></col><col min'),
        ("<f>2+2</f>", "<f >2+2</f><v/>"),
        ("<f>2+2</f>", "<f>2+2</f><v></v>"),
    ],
)
def test_other_ways_of_writing_the_same_find_the_same(plain: str, odd: str) -> None:
    text = SHEET.decode()
    assert plain in text
    assert marked(whole(text.replace(plain, odd).encode())) == FOUND


def test_a_prefix_of_the_namespace_changes_nothing() -> None:
    text = (
        SHEET.decode().replace("</", "</\0").replace("<", "<x:").replace("<x:/\0", "</x:").replace("xmlns=", "xmlns:x=")
    )
    assert text.startswith(f'<x:worksheet xmlns:x="{MAIN}"><x:cols>')
    assert marked(whole(text.encode())) == FOUND


@pytest.mark.parametrize("content", [b"", b"<worksheets/>", b"\xff\xfe<\x00w\x00", b"<sst/>"])
def test_what_is_no_sheet_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="表单的结构读不出来"):
        marked(whole(content))


def test_a_row_without_end_is_refused_before_it_fills_the_memory() -> None:
    cell = b'<c r="A1"><v>1</v></c>' * 50_000
    with pytest.raises(InputError, match="有一行长得不正常"):
        marked(lambda: [sheet_xml("")[:80], *([cell] * 40)])


def test_more_odd_cells_than_anybody_could_mend_are_refused() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c></row>' for n in range(1, 200_100))
    with pytest.raises(InputError, match="多得不正常"):
        marked(whole(sheet_xml(rows)))


@given(st.integers(0, 16_383))
def test_columns_have_letters_and_letters_columns(column: int) -> None:
    assert column_of(letters(column)) == column


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_letters_are_those_of_spreadsheets(column: int, name: str) -> None:
    assert letters(column) == name

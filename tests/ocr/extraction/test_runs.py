from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.labels import Form
from ocr.extraction.layout import Sheet, lay_out, text_lines
from ocr.extraction.patterns import pattern, pattern_cells
from ocr.extraction.runs import flowing_run, matched_cell, run_of, sheet_run
from tests.papers import Cell, a_text, set_lines

LINES: list[list[Cell]] = [[(60, "姓 名"), (200, "赵小满")], [(60, "住址 江西省"), (300, "安远县")], [(60, "18号")]]


def a_sheet(lines: list[list[Cell]] = LINES) -> Sheet:
    return lay_out(a_text(set_lines(lines)))


def test_a_page_is_one_text_without_blanks_a_line_a_line() -> None:
    assert sheet_run(a_sheet()).text == "姓名赵小满\n住址江西省安远县\n18号\n"


def test_sentences_go_on_over_line_ends() -> None:
    assert flowing_run(text_lines(a_sheet().pieces)).text == "姓名赵小满住址江西省安远县18号"


def test_pieces_of_a_line_may_be_kept_apart() -> None:
    assert run_of(text_lines(a_sheet().pieces), " ").text == "姓名 赵小满\n住址江西省 安远县\n18号\n"


def test_a_cut_gives_the_parts_of_the_pieces_it_goes_through() -> None:
    run = sheet_run(a_sheet())
    start = run.text.index("西省安")
    assert [part.text for part in run.cut(start, start + 3)] == ["西省", "安"]


def test_a_cell_of_a_match_spans_lines_and_has_the_box_of_its_parts() -> None:
    sheet = a_sheet()
    run = sheet_run(sheet)
    match = re.search(r"住址(?P<v>.*号)", run.text, re.DOTALL)
    assert match
    cell = matched_cell(sheet, run, match, 0)
    assert cell
    assert cell.value == "江西省安远县18号"
    assert cell.box
    assert cell.box[3] > 44


def test_an_empty_match_is_no_cell() -> None:
    sheet = a_sheet()
    run = sheet_run(sheet)
    match = re.search(r"满(?P<v>\n)", run.text)
    assert match
    assert matched_cell(sheet, run, match, 0) is None


@given(
    st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), max_size=5), st.integers(0, 60), st.integers(0, 9)
)
def test_any_cut_of_any_text_gives_its_characters(rows: list[list[str]], start: int, length: int) -> None:
    sheet = a_sheet([[(60 + 200 * i, text) for i, text in enumerate(row)] for row in rows])
    run = sheet_run(sheet)
    cut = "".join(part.text for part in run.cut(start, start + length))
    assert cut.replace(" ", "") == "".join(c for c in run.text[start : start + length] if c != "\n")


def test_the_first_pattern_that_matches_gives_the_field() -> None:
    wanted = (pattern("name", Form.PERSON, "持卡人(?P<v>.+)$"), pattern("name", Form.PERSON, "^姓名(?P<v>.+)$"))
    assert pattern_cells(a_sheet(), wanted)["name"].value == "赵小满"


def test_days_and_codes_are_brought_to_their_forms() -> None:
    sheet = a_sheet([[(60, "日期 2025年3月1日")], [(60, "卡号 6228 4800-12x")]])
    wanted = (pattern("day", Form.DAY, "日期(?P<v>.+)$"), pattern("code", Form.CODE, "卡号(?P<v>.+)$"))
    cells = pattern_cells(sheet, wanted)
    assert (cells["day"].value, cells["code"].value) == ("2025-03-01", "6228480012X")


def test_a_day_that_cannot_be_asks_and_has_no_value() -> None:
    cells = pattern_cells(a_sheet([[(60, "日期2025年3月41日")]]), (pattern("day", Form.DAY, "日期(?P<v>.+)$"),))
    assert cells["day"].value == ""
    assert cells["day"].review

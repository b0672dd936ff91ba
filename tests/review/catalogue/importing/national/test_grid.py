"""Ruled lines become tables of cells, whether drawn as strokes or as thin bars, merged or broken."""

from __future__ import annotations

from review.catalogue.importing.national.grid import laid_out
from review.catalogue.importing.national.page import Glyph, Rule, Sheet


def level(at: float, start: float = 0.0, end: float = 100.0) -> Rule:
    return Rule(level=True, at=at, start=start, end=end)


def upright(at: float, start: float = 0.0, end: float = 40.0) -> Rule:
    return Rule(level=False, at=at, start=start, end=end)


def sheet(rules: list[Rule], **words: tuple[float, float]) -> Sheet:
    glyphs = tuple(
        Glyph(char, x + 5 * n, x + 5 * n + 5, y, 5.0) for text, (x, y) in words.items() for n, char in enumerate(text)
    )
    return Sheet(1, 200.0, 200.0, glyphs, tuple(rules), pictures=False)


FRAME = [level(0), level(20), level(40), upright(0), upright(50), upright(100)]


def texts(found: Sheet) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in laid_out(found).tables]


def test_words_lie_in_the_cells_the_rules_make() -> None:
    assert texts(sheet(FRAME, 甲=(5, 12), 乙=(60, 12), 丙=(60, 32))) == [[["甲", "乙"], ["", "丙"]]]


def test_bars_with_two_edges_are_one_rule() -> None:
    doubled = [*FRAME, *(Rule(level=r.level, at=r.at + 1, start=r.start, end=r.end) for r in FRAME)]
    assert texts(sheet(doubled, 甲=(5, 12), 丙=(60, 32))) == [[["甲", ""], ["", "丙"]]]


def test_words_outside_the_rules_are_lines_of_their_own() -> None:
    laid = laid_out(sheet(FRAME, 标题=(5, -10), 备注=(5, 60)))
    assert [line.text for line in laid.lines] == ["标题", "备注"]


def test_tables_apart_from_one_another_are_two() -> None:
    second = [level(100), level(120), upright(0, 100, 120), upright(100, 100, 120)]
    assert texts(sheet([*FRAME, *second], 甲=(5, 12), 丁=(5, 112))) == [[["甲", ""], ["", ""]], [["丁"]]]


def test_a_cell_without_a_rule_below_it_is_seen_from_both_rows() -> None:
    rules = [level(0), level(20, 50, 100), level(40), upright(0), upright(50), upright(100)]
    assert texts(sheet(rules, 甲=(5, 12), 乙=(60, 12), 丙=(60, 32))) == [[["甲", "乙"], ["甲", "丙"]]]


def test_an_upright_rule_may_be_missing_in_a_row() -> None:
    rules = [level(0), level(20), level(40), upright(0), upright(50, 20, 40), upright(100)]
    assert texts(sheet(rules, 甲=(5, 12), 丙=(60, 32))) == [[["甲"], ["", "丙"]]]


def test_a_row_of_one_cell_is_a_line_between_two_tables() -> None:
    rules = [level(0), level(20), level(40), upright(0), upright(50, 20, 40), upright(100)]
    parts = list(laid_out(sheet(rules, 甲=(5, 12), 丙=(60, 32))).in_order())
    assert [type(part).__name__ for part in parts] == ["Line", "Table"]


def test_a_page_without_upright_rules_has_no_table() -> None:
    laid = laid_out(sheet([level(0), level(20)], 甲=(5, 12)))
    assert laid.tables == ()
    assert [line.text for line in laid.lines] == ["甲"]


def test_an_empty_page_is_nothing() -> None:
    laid = laid_out(sheet([]))
    assert (laid.tables, laid.lines) == ((), ())

"""Characters become words as a recogniser boxes them: one cell, one word; columns and rules part them."""

from __future__ import annotations

import pytest

from ocr.capture.glyphs import Glyph, box_of, meaning, spelled, strips
from ocr.pages import Rule

EM = 20.0


def run(text: str, x: float, y: float = 100.0, *, number: int = 1, step: float | None = None) -> list[Glyph]:
    """A text object of monospaced print; ``step`` sets its characters wider, in sizes of the print."""
    glyphs: list[Glyph] = []
    for char in text:
        width = EM * (1.0 if ord(char) > 255 else 0.5)
        glyphs.append(Glyph(char, x, x + width, y, EM, number))
        x += width if step is None else step * EM
    return glyphs


def words(glyphs: list[Glyph], *rules: Rule) -> list[str]:
    return [spelled(strip) for strip in strips(glyphs, rules)]


def test_one_object_is_one_word() -> None:
    assert words(run("氯化钠注射液", 10)) == ["氯化钠注射液"]


def test_a_blank_stays_inside_a_word() -> None:
    assert words([*run("达格列净片", 0), *run("10mg*14", 106, number=1)]) == ["达格列净片 10mg*14"]


def test_columns_of_one_line_of_text_are_taken_apart() -> None:
    assert words(run("氯化钠注射液  3.20   10    32.00", 0)) == ["氯化钠注射液", "3.20", "10", "32.00"]


def test_a_label_set_wide_stays_one_word() -> None:
    assert words(run("姓名", 0, step=1.9)) == ["姓 名"]
    assert words(run("姓名", 0, step=2.6)) == ["姓", "名"]


def test_characters_drawn_one_by_one_are_joined_where_they_touch() -> None:
    glyphs = [
        g for i, c in enumerate("合计：8.00") for g in run(c, 0 + EM * (i if i < 3 else 3 + (i - 3) / 2), number=i)
    ]
    assert words(glyphs) == ["合计：8.00"]


def test_figures_of_neighbour_columns_do_not_run_together() -> None:
    assert words([*run("12.50", 0, number=1), *run("100.00", 54, number=2)]) == ["12.50", "100.00"]


def test_a_figure_close_before_a_name_stays_in_its_own_column() -> None:
    assert words([*run("201.60", 0, number=1), *run("枸橼酸", 65, number=2)]) == ["201.60", "枸橼酸"]


def test_signs_drawn_one_by_one_may_stand_a_little_apart() -> None:
    assert words([*run("年", 0, number=1), *run("9", 24, number=2), *run("月", 37, number=3)]) == ["年 9月"]
    assert words([*run("2025年", 0, number=1), *run("9月", 64, number=2)]) == ["2025年", "9月"]


def test_a_printed_blank_joins_what_is_drawn_one_by_one_and_two_blanks_do_not() -> None:
    one = [g for i, c in enumerate("葡萄糖") for g in run(c, EM * i, number=i)]
    spec = [g for i, c in enumerate("50ml") for g in run(c, 70 + 10 * i, number=10 + i)]
    assert words([*one, *spec]) == ["葡萄糖", "50ml"]
    assert words([*one, *run(" ", 60, number=5), *spec]) == ["葡萄糖 50ml"]
    far = [g for i, c in enumerate("50ml") for g in run(c, 80 + 10 * i, number=10 + i)]
    assert words([*one, *run(" ", 60, number=5), *run(" ", 70, number=6), *far]) == ["葡萄糖", "50ml"]


def test_a_rule_parts_what_nearly_touches() -> None:
    glyphs = [*run("西药费", 0, number=1), *run("甲", 63, number=2)]
    assert words(glyphs) == ["西药费甲"]
    assert words(glyphs, Rule(62, 60, 62, 140)) == ["西药费", "甲"]
    assert words(glyphs, Rule(62, 200, 62, 300)) == ["西药费甲"]
    assert words(glyphs, Rule(0, 90, 200, 90)) == ["西药费甲"]


def test_print_of_another_size_or_line_stays_apart() -> None:
    small = [Glyph("注", 60, 70, 100, 10, 2)]
    assert words([*run("西药费", 0, number=1), *small]) == ["西药费", "注"]
    assert words([*run("西药费", 0, number=1), *run("甲", 60, 112, number=2)]) == ["西药费", "甲"]


def test_lines_of_one_object_are_taken_apart() -> None:
    assert words([*run("第一行", 0, 100), *run("第二行", 0, 126)]) == ["第一行", "第二行"]


def test_double_print_counts_once_and_double_digits_twice() -> None:
    bold = [*run("合计", 0, number=1), *run("合计", 0.8, number=2)]
    assert words(bold) == ["合计"]
    digits = [g for i, c in enumerate("1100.00") for g in run(c, 10.0 * i, number=i)]
    assert words(digits) == ["1100.00"]


def test_a_bracket_that_overlaps_its_neighbour_is_joined() -> None:
    assert words([*run("（大写）", 0, number=1), *run("：壹元整", 70, number=2)]) == ["（大写）：壹元整"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("⼦", "子"), ("金", "金"), ("\ue001", ""), ("\ufffd", ""), (" ", ""), ("\x00", ""), ("１", "１")],
)
def test_signs_are_brought_to_their_meaning(text: str, kept: str) -> None:
    assert meaning(text) == kept


def test_a_word_box_stands_a_little_outside_its_print() -> None:
    [strip] = strips(run("合计", 10))
    assert box_of(strip) == (9, 82, 42, 21)


def test_no_glyphs_give_no_words() -> None:
    assert words([]) == []
    assert words(run("   ", 0)) == []


def test_a_line_of_endless_signs_and_blanks_comes_to_an_end() -> None:
    line = [Glyph(" " if n % 2 else "9", 14.0 * n, 14.0 * n + 10, 100, EM, n) for n in range(20_000)]
    assert len(words(line)) == 10_000
    heap = [Glyph(" " if n % 2 else "9", 50 + n % 7, 60 + n % 7, 100, EM, n) for n in range(20_000)]
    assert words(heap)

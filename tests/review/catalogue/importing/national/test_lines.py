"""Characters become lines, and lines words: wrapped, spaced, doubled or of another block."""

from __future__ import annotations

import pytest

from review.catalogue.importing.national.lines import Line, lines_of, names_of, narrowed, plain, run_together, squeezed
from review.catalogue.importing.national.page import Glyph


def typed(text: str, left: float = 0.0, base: float = 10.0, gap: float = 0.0) -> list[Glyph]:
    return [Glyph(c, left + n * (10 + gap), left + n * (10 + gap) + 10, base, 10.0) for n, c in enumerate(text)]


def line(text: str, right: float = 100.0) -> Line:
    return Line(text, 0.0, right, 10.0, 10.0)


def test_characters_of_a_height_are_one_line_from_left_to_right() -> None:
    glyphs = [*typed("下行", base=30), *reversed(typed("上行"))]
    assert [found.text for found in lines_of(glyphs)] == ["上行", "下行"]


def test_a_sign_set_a_little_higher_stays_in_its_line() -> None:
    glyphs = [*typed("锝"), *typed("99", left=10, base=7), *typed("m", left=30)]
    assert [found.text for found in lines_of(glyphs)] == ["锝99m"]


def test_room_beside_latin_is_a_space_and_between_chinese_is_setting() -> None:
    assert lines_of(typed("Ph+CML", gap=4))[0].text == "P h + C M L"
    assert lines_of(typed("药品名称", gap=6))[0].text == "药品名称"


def test_bold_print_drawn_twice_is_read_once() -> None:
    glyphs = [*typed("药品"), *typed("药品", left=0.3)]
    assert lines_of(glyphs)[0].text == "药品"


def test_the_same_character_twice_in_a_row_stays_twice() -> None:
    assert lines_of(typed("样样"))[0].text == "样样"


def test_blanks_alone_are_no_line() -> None:
    assert lines_of(typed("  ")) == ()


def test_radicals_and_compatible_signs_become_characters() -> None:
    assert plain("预防⼉童的（Ⅱ）") == "预防儿童的（Ⅱ）"


def test_brackets_are_narrowed_for_what_is_matched() -> None:
    assert narrowed("样例胶囊（Ⅱ）") == "样例胶囊(Ⅱ)"


def test_full_width_is_narrowed_and_numerals_of_rome_stay() -> None:
    assert squeezed("★（１２） Ⅱ 型：") == "★(12)Ⅱ型:"


@pytest.mark.parametrize(
    ("words", "right", "joined"),
    [
        (("限慢性粒细胞", "白血病"), 60, "限慢性粒细胞白血病"),
        (("BRAF", "V600"), 80, "BRAF V600"),
        (("C16H15F6N5", "O计"), 102, "C16H15F6N5O计"),
        (("COVID-", "19"), 80, "COVID-19"),
    ],
)
def test_wrapped_lines_are_joined_as_they_were_written(words: tuple[str, str], right: float, joined: str) -> None:
    first, second = words
    assert run_together([line(first, 10.0 * len(first)), line(second)], right) == joined


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ((("甲药", 20), ("甲药Ⅱ", 30)), ("甲药", "甲药Ⅱ")),
        ((("注射用样例重组人凝血", 100), ("因子", 20)), ("注射用样例重组人凝血因子",)),
        ((("样例丸(片、", 50), ("胶囊)", 30)), ("样例丸(片、胶囊)",)),
        ((("样例混合", 40), ("(30R)", 50)), ("样例混合(30R)",)),
        ((("人白介素[重组人-", 70), ("11(酵母)]", 50)), ("人白介素[重组人-11(酵母)]",)),
        ((("碳酸样D3 Ⅰ", 60),), ("碳酸样D3Ⅰ",)),
    ],
)
def test_names_end_where_another_would_have_found_room(
    written: tuple[tuple[str, float], ...], names: tuple[str, ...]
) -> None:
    assert names_of([line(text, right) for text, right in written], right=110) == names

"""A layer is kept only where its words explain what the picture shows."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from ocr.capture.canvas import Canvas, advance
from ocr.capture.glyphs import Glyph
from ocr.capture.layer import layer_of

LINES = (
    "床位费 12 日 480.00",
    "氯化钠注射液 0.9% 250ml",
    "西药费 1000.50",
    "合计 1480.50",
    "收款人：钱多",
    "安远县中心医院",
)
BLACK, RED, PALE = (0, 0, 0), (220, 30, 30), (225, 225, 225)


def a_canvas(*lines: str, em: float = 30.0, ink: tuple[int, int, int] = BLACK) -> Canvas:
    canvas = Canvas(1000, 800)
    for row, text in enumerate(lines):
        written(canvas, text, 60.0, 100.0 + 80 * row, em=em, ink=ink)
    return canvas


def written(
    canvas: Canvas, text: str, x: float, y: float, *, em: float = 30.0, ink: tuple[int, int, int] = BLACK
) -> None:
    for char in text:
        canvas.character(Glyph(char, x, x + advance(char, em), y, em, round(y)), ink)
        x += advance(char, em)


def words(canvas: Canvas) -> list[str] | None:
    layer = layer_of(canvas.image, canvas.glyphs, "ofd")
    return None if layer is None else [word.text for word in layer.words]


def test_words_that_explain_the_picture_are_kept() -> None:
    found = words(a_canvas(*LINES))
    assert found is not None
    assert "".join(found).replace(" ", "") == "".join(LINES).replace(" ", "")


def test_print_that_no_word_accounts_for_forbids_a_layer() -> None:
    canvas = a_canvas(*LINES)
    drawn = len(canvas.glyphs)
    written(canvas, "壹仟肆佰捌拾元伍角整 9480.50", 60, 700)
    assert words(canvas) is not None
    del canvas.glyphs[drawn:]
    assert words(canvas) is None


@pytest.mark.parametrize("ink", [RED, PALE])
def test_seals_and_watermarks_need_no_words(ink: tuple[int, int, int]) -> None:
    canvas = a_canvas(*LINES)
    drawn = len(canvas.glyphs)
    written(canvas, "安远县中心医院收费专用章样张样张", 60, 700, ink=ink)
    del canvas.glyphs[drawn:]
    assert words(canvas) is not None


def test_a_word_that_the_picture_does_not_show_is_left_out() -> None:
    canvas = a_canvas(*LINES)
    ImageDraw.Draw(canvas.image).rectangle((50, 300, 900, 360), fill="white")
    found = words(canvas)
    assert found is not None
    assert not any("1480.50" in text for text in found)


def test_words_outside_the_picture_are_left_out() -> None:
    canvas = a_canvas(*LINES)
    canvas.glyphs += [Glyph("9", x, x + 15, 2000, 30, 99) for x in (10, 25)]
    canvas.glyphs += [Glyph("9", x, x + 15, 100, 30, 98) for x in (-90, 5000)]
    found = words(canvas)
    assert found is not None
    assert not any("9" in text and len(text) < 3 for text in found)


def test_rules_are_kept_and_strokes_of_titles_are_none() -> None:
    canvas = a_canvas(*LINES)
    written(canvas, "住院收费票据", 60, 760, em=90)
    canvas.stroke([(40, 640), (960, 640)], 2, BLACK)
    canvas.stroke([(500, 560), (500, 660)], 2, BLACK)
    layer = layer_of(canvas.image, canvas.glyphs, "ofd")
    assert layer is not None
    assert [rule.y0 for rule in layer.rules if rule.horizontal] == [pytest.approx(640, abs=1)]
    assert [rule.x0 for rule in layer.rules if not rule.horizontal] == [pytest.approx(500, abs=1)]


@pytest.mark.parametrize(
    "canvas", [a_canvas(), a_canvas("第1页"), a_canvas(*LINES, em=3.0), a_canvas(*LINES, ink=(250, 250, 250))]
)
def test_too_few_legible_words_are_no_layer(canvas: Canvas) -> None:
    assert words(canvas) is None


def test_a_black_picture_is_no_layer() -> None:
    canvas = a_canvas(*LINES)
    assert layer_of(Image.new("RGB", canvas.image.size, "black"), canvas.glyphs, "pdf") is None


def test_a_character_across_the_page_is_drawn_and_not_remembered() -> None:
    canvas = Canvas(200, 200)
    canvas.character(Glyph("医", 100, 130, 100, 30, 1), BLACK, tilt=45.0)
    assert canvas.glyphs == []
    assert canvas.image.convert("L").getextrema()[0] < 60  # type: ignore[operator]

"""A page gives its characters and its straight rules where they are seen, however they were drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from review.catalogue.importing.national.document import sheets
from tests.lists import FACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.catalogue.importing.national.page import Rule, Sheet

    Draw = Callable[[Canvas], object]

HEIGHT = 800.0


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Draw], Sheet]:
    """The page somebody draws, as it is read; a word stands on it so that it is no empty file."""

    def read(draw: Draw) -> Sheet:
        canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(600, HEIGHT))
        canvas.setFont(FACE, 10)
        canvas.drawString(300, 400, "字")
        draw(canvas)
        canvas.save()
        [sheet] = sheets(tmp_path / "page.pdf")
        return sheet

    return read


def spans(rules: tuple[Rule, ...]) -> set[tuple[bool, int, int, int]]:
    return {(rule.level, round(rule.at), round(rule.start), round(rule.end)) for rule in rules}


def test_characters_stand_where_they_are_seen(drawn: Callable[[Draw], Sheet]) -> None:
    [glyph] = drawn(lambda _: None).glyphs
    assert (glyph.char, round(glyph.left), round(glyph.base)) == ("字", 300, 400)
    assert round(glyph.right) == 310


def test_strokes_are_rules(drawn: Callable[[Draw], Sheet]) -> None:
    found = drawn(lambda canvas: canvas.lines([(100, 700, 300, 700), (100, 500, 100, 700)]))
    assert spans(found.rules) == {(True, 100, 100, 300), (False, 100, 100, 300)}


def test_thin_bars_are_rules(drawn: Callable[[Draw], Sheet]) -> None:
    found = drawn(lambda canvas: canvas.rect(100, 700, 200, 0.6, stroke=0, fill=1))
    assert spans(found.rules) <= {(True, 99, 100, 300), (True, 100, 100, 300)}
    assert found.rules


def test_boxes_are_four_rules(drawn: Callable[[Draw], Sheet]) -> None:
    found = drawn(lambda canvas: canvas.rect(100, 600, 200, 100))
    assert spans(found.rules) >= {(True, 100, 100, 300), (True, 200, 100, 300), (False, 100, 100, 200)}


def test_many_strokes_of_one_path_are_rules_each(drawn: Callable[[Draw], Sheet]) -> None:
    found = drawn(lambda canvas: canvas.lines([(50, 700, 350, 700), (50, 650, 350, 650), (50, 650, 50, 700)]))
    assert len(spans(found.rules)) == 3


def test_slanted_strokes_and_curves_are_no_rules(drawn: Callable[[Draw], Sheet]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(100, 700, 300, 500)
        canvas.circle(200, 300, 80)

    assert drawn(draw).rules == ()


def test_short_strokes_are_no_rules(drawn: Callable[[Draw], Sheet]) -> None:
    assert drawn(lambda canvas: canvas.line(100, 700, 102, 700)).rules == ()


def test_rules_within_a_form_stand_where_the_form_is_set(drawn: Callable[[Draw], Sheet]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("lines")
        canvas.line(0, 0, 200, 0)
        canvas.endForm()
        canvas.translate(50, 600)
        canvas.doForm("lines")

    assert spans(drawn(draw).rules) == {(True, 200, 50, 250)}


def test_rules_under_a_scaled_drawing_are_scaled(drawn: Callable[[Draw], Sheet]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.scale(2, 2)
        canvas.line(50, 350, 150, 350)

    assert spans(drawn(draw).rules) == {(True, 100, 100, 300)}


def test_words_that_lean_are_left_out(drawn: Callable[[Draw], Sheet]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(30)
        canvas.drawString(300, 200, "样")

    assert [glyph.char for glyph in drawn(draw).glyphs] == ["字"]


def test_a_page_knows_its_size_and_whether_pictures_lie_on_it(drawn: Callable[[Draw], Sheet]) -> None:
    found = drawn(lambda _: None)
    assert (found.number, found.width, found.height, found.pictures) == (1, 600, HEIGHT, False)

"""An original's own words stand; where its picture says something else, they are doubted and both are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import pytest

from ocr.pages import PageText, Word
from ocr.recognition.decoding import Seen
from ocr.recognition.engine import PageReader
from ocr.recognition.originals import agrees, comparable
from tests.ocr.drawing import paper, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.imaging.view import Pixels


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("1680.00", Seen("1680.00", 1, 1)),
        ("（小写）： 1680.00", Seen("(小写):1680.00", 1, 1)),
        ("氯化钠", Seen("氢化钠", 0.8, 0.5, ((0, "氯", 0.45),))),
        ("2025—03", Seen("2025-03", 1, 1)),
    ],
)
def test_a_picture_that_can_be_read_so_agrees(text: str, seen: Seen) -> None:
    assert agrees(text, seen)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("1680.00", Seen("168.00", 1, 1)),
        ("1680.00", Seen("1880.00", 1, 1)),
        ("氯化钠", Seen("氢化钠", 0.9, 0.9, ((1, "氯", 0.45),))),
        ("1680.00", Seen("", 0, 0)),
    ],
)
def test_a_picture_that_says_something_else_does_not(text: str, seen: Seen) -> None:
    assert not agrees(text, seen)


def test_width_and_spaces_of_signs_tell_nothing() -> None:
    assert comparable("Ａ １，０００．５０") == comparable("A1,000.50")


class TellingNetworks:
    """Reads every picture as it was told to."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """One text a picture."""
        return tuple(Seen(text, 0.99, 0.98) for text, _ in zip(self._texts, crops, strict=True))


def original(*words: str) -> PageText:
    placed = tuple(Word(text, 1.0, (40, 40 + 60 * row, 200, 30)) for row, text in enumerate(words))
    return PageText("x", 400, 300, upright_size=(400, 300), words=placed, origin="pdf")


def held(folder: Path, layer: PageText, *said: str) -> PageText:
    assert cv2.imwrite(str(folder / "page.png"), paper(400, 300))
    return PageReader(TellingNetworks(*said)).read(folder / "page.png", "a", layer)  # type: ignore[arg-type]


def test_words_that_the_picture_bears_out_stand_as_they_are(tmp_path: Path) -> None:
    page = held(tmp_path, original("床位费", "480.00"), "床位费", "480.00")
    assert [(word.text, word.confidence) for word in page.words] == [("床位费", 1.0), ("480.00", 1.0)]
    assert (page.file, page.origin, page.looks) == ("a", "pdf", ())


def test_a_text_that_lies_does_not_pass_silently(tmp_path: Path) -> None:
    page = held(tmp_path, original("床位费", "480.00"), "床位费", "48.00")
    assert [(word.text, word.confidence) for word in page.words] == [("床位费", 1.0), ("480.00", 0.5)]
    (look,) = page.looks
    assert (look.text, look.how, look.box) == ("48.00", "picture", page.words[1].box)


def test_an_original_of_a_blank_page_has_no_words(tmp_path: Path) -> None:
    assert held(tmp_path, original()).words == ()


@pytest.mark.engine
def test_real_print_is_held_against_its_text(tmp_path: Path) -> None:
    assert cv2.imwrite(str(tmp_path / "page.png"), write(paper(400, 300), "1680.00", (40, 40), 30))
    layer = original("1680.00")
    at = replace(layer, words=(replace(layer.words[0], box=(38, 44, 125, 34)),))
    reader = PageReader()
    lying = replace(at, words=(replace(at.words[0], text="1880.00"),))
    assert reader.read(tmp_path / "page.png", "a", at).looks == ()
    assert [look.text for look in reader.read(tmp_path / "page.png", "a", lying).looks] == ["1680.00"]

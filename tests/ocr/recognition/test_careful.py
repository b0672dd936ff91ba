"""The quick weights read what is short; whatever they are not sure of goes to the first weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.recognition.careful import CarefulReader
from ocr.recognition.decoding import NOTHING, Seen
from ocr.recognition.trust import Trust
from tests.ocr.drawing import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels


class SayingReader:
    """Says its name and the width of each picture; counts the pictures."""

    def __init__(self, name: str, spread: float = 0.99, off: float = 0.06) -> None:
        self._name, self._spread, self._off = name, spread, off
        self.asked: list[int] = []

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """One line a picture."""
        widths = [crop.shape[1] for crop in crops]
        self.asked += widths
        return tuple(Seen(f"{self._name} {width}", 0.99, self._spread, off=self._off) for width in widths)


class SidewaysReader:
    """Is sure of one figure, from one line height to two, far off the middle of the picture."""

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """The same for each picture."""
        return tuple(Seen("7", 0.99, 0.99, off=0.4, ends=(1.0, 2.0)) for _ in crops)


class BlindReader:
    """Sees nothing at all."""

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Nothing for each picture."""
        return tuple(NOTHING for _ in crops)


def lines(*widths: int) -> list[Pixels]:
    return [paper(width, 20) for width in widths]


def test_short_lines_that_the_quick_weights_are_sure_of_cost_no_more() -> None:
    thorough = SayingReader("first")
    seen = CarefulReader(SayingReader("quick"), thorough).read(lines(40, 80))
    assert [line.text for line in seen] == ["quick 40", "quick 80"]
    assert thorough.asked == []


def test_long_lines_are_not_shown_to_the_quick_weights() -> None:
    quick = SayingReader("quick")
    seen = CarefulReader(quick, SayingReader("first")).read(lines(40, 900, 60))
    assert [line.text for line in seen] == ["quick 40", "first 900", "quick 60"]
    assert quick.asked == [40, 60]


@pytest.mark.parametrize(("spread", "said"), [(0.5, "first 40"), (0.96, "first 40"), (0.97, "quick 40")])
def test_the_weakest_character_decides(spread: float, said: str) -> None:
    (seen,) = CarefulReader(SayingReader("quick", spread), SayingReader("first")).read(lines(40))
    assert seen.text == said


def test_weights_are_trusted_as_it_is_said_of_them() -> None:
    trust = Trust(longest=3.0, sure=0.8)
    thorough = SayingReader("first")
    seen = CarefulReader(SayingReader("quick", 0.85), thorough, trust).read(lines(40, 80))
    assert [line.text for line in seen] == ["quick 40", "first 80"]


def test_what_the_quick_weights_do_not_see_at_all_is_looked_at_again() -> None:
    (seen,) = CarefulReader(BlindReader(), SayingReader("first")).read(lines(40))
    assert seen.text == "first 40"


def test_the_first_weights_have_the_last_word_also_when_they_see_nothing() -> None:
    assert CarefulReader(SayingReader("quick", 0.9), BlindReader()).read(lines(40)) == (NOTHING,)


@pytest.mark.parametrize(("begin", "said"), [(22, "7"), (2, "first 80")])
def test_off_the_middle_a_line_stands_if_all_of_its_ink_was_read(begin: int, said: str) -> None:
    (crop,) = lines(80)
    crop[6:14, begin:38] = 0
    trust = Trust(bare=(0.2, 0.1))
    (seen,) = CarefulReader(SidewaysReader(), SayingReader("first"), trust).read([crop])
    assert seen.text == said


def test_no_lines_are_no_work() -> None:
    assert CarefulReader(SayingReader("quick"), SayingReader("first")).read([]) == ()

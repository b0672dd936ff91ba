"""Whether a page was cut off: words or table rules that run into the edge of the page as filed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ocr.pages import Box, PageText

_EDGE = 1
"""Pixels from the edge of the page as filed within which a word or a rule is cut off."""

_WORDS, _RULES = 2, 3
"""Words, or rules, cut off at one side that are no accident."""

_SIDES = ("左", "上", "右", "下")


def cut_sides(page: PageText) -> Mapping[str, tuple[Box, ...]]:
    """The upright boxes of what is cut off, by the side of the upright page it is cut off at."""
    words, rules = _by_side(page, _word_ends(page)), _by_side(page, _rule_ends(page))
    return {
        side: (*words[side], *rules[side])
        for side in _SIDES
        if len(words[side]) >= _WORDS or len(rules[side]) >= _RULES
    }


def _by_side(page: PageText, ends: Iterator[tuple[int, Box]]) -> dict[str, list[Box]]:
    sides: dict[str, list[Box]] = defaultdict(list)
    for side, box in ends:
        if _leaves(page, box):
            sides[_SIDES[side]].append(box)
    return sides


def _word_ends(page: PageText) -> Iterator[tuple[int, Box]]:
    """Each word with the side of the upright page it is nearest to."""
    width, height = page.upright_size
    for word in page.words:
        x, y, wide, high = word.box
        room = (x, y, width - x - wide, height - y - high)
        yield room.index(min(room)), word.box


def _rule_ends(page: PageText) -> Iterator[tuple[int, Box]]:
    """The end of each rule that leaves the page, with the side it runs towards; a scanner's streak leaves at both."""
    for rule in page.rules:
        side = 0 if rule.horizontal else 1
        first, last = (rule.x0, rule.y0, 1, 1), (rule.x1, rule.y1, 1, 1)
        if not (_leaves(page, first) and _leaves(page, last)):
            yield side, first
            yield side + 2, last


def _leaves(page: PageText, box: Box) -> bool:
    """Whether a box touches the edge of the page as filed."""
    x, y, width, height = page.filed_box(box)
    return min(x, y, page.width - x - width, page.height - y - height) <= _EDGE

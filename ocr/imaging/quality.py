"""Whether a page was captured well enough to be trusted, judged where its words are, and where it was not.

Calibrated on scans and photos of 8 to 40 pixel print: pages that read well give no reason. A sample of the words is
measured, since a page has hundreds and its light and focus change slowly.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ocr.imaging.edges import cut_sides
from ocr.imaging.measures import Measured, measured
from ocr.imaging.scene import is_screen, paper_share
from ocr.pages import Flaw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import View
    from ocr.pages import Box, PageText, Word

_SURE = 0.8
"""Confidence under which a word counts as not seen clearly."""

_UNCLEAR = 0.25
"""Share of unclear words from which the page cannot be trusted."""

_SAMPLE = 60
"""Words measured on a page."""

_FEW = 3
"""Clear words under which a picture without paper shows none."""

_PAPER = 0.2
"""Share of blank paper under which a picture without words shows something else."""

_CELLS = 4
"""A page is judged in so many parts across and down."""

_ENOUGH = 3
"""Words by which a part of the page is judged."""

Part: TypeAlias = "Sequence[tuple[Word, Measured]]"
"""Measured words."""


@dataclass(frozen=True, slots=True)
class _Check:
    """A measure, the worst of it that still passes (from above or below), and what is said beyond it."""

    code: str
    measure: int
    worst: float
    said: str
    above: bool = False

    def fails(self, value: float) -> bool:
        return value > self.worst if self.above else value < self.worst


_CHECKS = (
    _Check("too-small", 0, 10.0, "字太小，请以 300 dpi 重新扫描"),
    _Check("too-faint", 1, 14.0, "字迹太浅，请调深后重新扫描"),
    _Check("too-dark", 2, 50.0, "影像太暗，请在光线充足处重拍"),
    _Check("blurred", 3, 0.055, "影像模糊，请对焦后重拍", above=True),
)
"""Softness is the width of the print's edges as a share of its height: crisp print has 0.02, read well up to 0.04."""


def judged(view: View, page: PageText) -> tuple[Flaw, ...]:
    """Why the page should be looked at or captured again, and where; empty for a good page.

    Args:
        view: the upright frame that the boxes of ``page`` refer to.
        page: what was recognised in it.
    """
    screen = (Flaw("screen", "像是翻拍的屏幕，请提供原件或电子文件"),) if is_screen(view.source) else ()
    if sum(word.confidence >= _SURE for word in page.words) < _FEW and paper_share(view.source) < _PAPER:
        return (Flaw("no-paper", "画面里没有找到纸张，请确认拍的是票据或单据"), *screen)
    if not page.words:
        return (Flaw("no-text", "没有识别到文字，请确认这一页不是空白页或反面"), *screen)
    found = [
        (word, found_there) for word in _sample(page.words) if (found_there := measured(view, word.box)) is not None
    ]
    return (*_unclear(page.words), *_flaws(page, found), *_cut(page), *screen)


def _unclear(words: Sequence[Word]) -> tuple[Flaw, ...]:
    unclear = sum(word.confidence < _SURE for word in words) / len(words)
    return (Flaw("unclear", "大部分文字看不清，请重新扫描"),) if unclear > _UNCLEAR else ()


def _sample(words: Sequence[Word]) -> Sequence[Word]:
    """Words from all over the page."""
    placed = sorted(words, key=lambda word: (word.box[1], word.box[0]))
    return placed[:: -(-len(placed) // _SAMPLE)]


def _flaws(page: PageText, found: Part) -> list[Flaw]:
    """What is wrong with the page as a whole, else with parts of it."""
    if not found:
        return []
    usual = np.median([seen for _, seen in found], axis=0)
    parts = _parts(page, found)
    flaws = []
    for check in _CHECKS:
        if check.fails(usual[check.measure]):
            flaws.append(Flaw(check.code, check.said))
        elif places := _places(page, parts, check):
            flaws.append(Flaw(check.code, f"局部{check.said}", places))
    return flaws


def _parts(page: PageText, found: Part) -> list[Part]:
    """The sampled words of each part of the page that has enough of them and in which not all is clear."""
    width, height = (max(1, side) for side in page.upright_size)
    parts: dict[tuple[int, int], list[tuple[Word, Measured]]] = defaultdict(list)
    for word, seen in found:
        column, row = (word.box[0] + word.box[2] / 2) / width, (word.box[1] + word.box[3] / 2) / height
        parts[int(column * _CELLS), int(row * _CELLS)].append((word, seen))
    return [
        part for part in parts.values() if len(part) >= _ENOUGH and any(word.confidence < _SURE for word, _ in part)
    ]


def _places(page: PageText, parts: Sequence[Part], check: _Check) -> tuple[Box, ...]:
    """The parts of the page, as filed, whose words fail a check."""
    failing = [part for part in parts if check.fails(float(np.median([seen[check.measure] for _, seen in part])))]
    return tuple(page.filed_box(_around([word.box for word, _ in part])) for part in failing)


def _around(boxes: Sequence[Box]) -> Box:
    corners: NDArray[np.int64] = np.array([(x, y, x + width, y + height) for x, y, width, height in boxes])
    (left, top), (right, bottom) = corners[:, :2].min(axis=0), corners[:, 2:].max(axis=0)
    return int(left), int(top), int(right - left), int(bottom - top)


def _cut(page: PageText) -> tuple[Flaw, ...]:
    sides = cut_sides(page)
    if not sides:
        return ()
    places = tuple(page.filed_box(box) for boxes in sides.values() for box in boxes)
    return (Flaw("cut-off", f"页面{'、'.join(sides)}边的内容被切掉，请把整页放进画面重拍", places),)

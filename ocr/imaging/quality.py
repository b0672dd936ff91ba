"""Whether a page was captured well enough to be trusted, judged where its words are.

Calibrated on scans and photos of 8 to 40 pixel print: pages that read well give no reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.pages import Flaw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels
    from ocr.pages import PageText

_SURE = 0.8
"""Confidence under which a word counts as not seen clearly."""

_EDGE = 1
"""Pixels from the edge of the page as filed within which a word is cut off."""

_STROKE = 4
"""Pixels of width and height under which a box shows no print to measure."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a page's words look like.

    Attributes:
        words: how many there are.
        unclear: share of words the recogniser is unsure of.
        height: usual height of a text line, pixels.
        contrast: grey levels between print and paper, usual word.
        paper: grey level of the paper behind the words, 255 is white.
        sharpness: steepest step between neighbouring pixels as a share of the contrast; crisp print has 0.6.
        cut: words that touch the edge of the page as filed.
    """

    words: int
    unclear: float = 0.0
    height: float = 0.0
    contrast: float = 255.0
    paper: float = 255.0
    sharpness: float = 1.0
    cut: int = 0


WORST = Measures(words=1, unclear=0.25, height=16, contrast=45, paper=110, sharpness=0.35, cut=1)
"""The worst page that still passes."""


def measure(pixels: Pixels, page: PageText) -> Measures:
    """Measure an upright page's words; ``pixels`` is the upright image the boxes of ``page`` refer to."""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.float32)
    samples = [sample for word in page.words if (sample := _sample(grey, *word.box)) is not None]
    if not samples:
        return Measures(words=0)
    height, contrast, paper, sharpness = (float(value) for value in np.median(samples, axis=0))
    unclear = sum(word.confidence < _SURE for word in page.words) / len(page.words)
    return Measures(len(page.words), unclear, height, contrast, paper, sharpness, _cut(page))


def flaws_of(found: Measures) -> tuple[Flaw, ...]:
    """Why the page should be looked at or captured again; empty for a good page."""
    if not found.words:
        return (Flaw("no-text", "没有识别到文字，请确认这一页不是空白页或反面"),)
    checks = (
        (found.unclear > WORST.unclear, "unclear", "大部分文字看不清，请重新扫描"),
        (found.height < WORST.height, "too-small", f"字太小（约 {found.height:.0f} 像素高），请以 300 dpi 重新扫描"),
        (found.contrast < WORST.contrast, "too-faint", "字迹太浅，请调深后重新扫描"),
        (found.paper < WORST.paper, "too-dark", "影像太暗，请在光线充足处重拍"),
        (found.sharpness < WORST.sharpness, "blurred", "影像模糊，请对焦后重拍"),
        (found.cut > WORST.cut, "cut-off", "页面边缘的文字被切掉，请把整页放进画面重拍"),
    )
    return tuple(Flaw(code, said) for wrong, code, said in checks if wrong)


def _sample(grey: NDArray[np.float32], x: int, y: int, width: int, height: int) -> tuple[float, ...] | None:
    """Height, contrast, paper level and sharpness of one word."""
    patch = grey[max(0, y) : y + height, max(0, x) : x + width]
    if min(patch.shape) < _STROKE:
        return None
    dark, light = (float(level) for level in np.percentile(patch, (3, 90)))
    step = float(np.percentile(np.abs(np.diff(patch, axis=1)), 98))
    return float(height), light - dark, light, step / max(light - dark, 1.0)


def _cut(page: PageText) -> int:
    return sum(_at_edge(page, *page.filed_box(word.box)) for word in page.words)


def _at_edge(page: PageText, x: int, y: int, width: int, height: int) -> bool:
    return min(x, y, page.width - x - width, page.height - y - height) <= _EDGE

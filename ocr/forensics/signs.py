"""Every sign of change that a page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.forensics.grown_total import grown_totals
from ocr.forensics.odd_digits import odd_digits
from ocr.forensics.odd_figure import odd_figures
from ocr.forensics.patched_paper import patched_paper
from ocr.forensics.prints import prints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import View
    from ocr.pages import Anomaly, Box, PageText

_MOST = 2
"""Figures beyond which what sets them apart is how the page is printed, or how it was damaged."""


def signs(filed: View, page: PageText, covered: Sequence[Box] = ()) -> tuple[Anomaly, ...]:
    """What speaks for a change of the picture, surest first; nothing where too much of the page does.

    Args:
        filed: the page as filed.
        page: what was recognised on it.
        covered: places in the pixels of ``filed`` where seals lie; figures there are left out.
    """
    seen = prints(filed, page, covered)
    found = [
        few
        for kind in (
            odd_digits(page, seen),
            odd_figures(page, seen),
            patched_paper(filed, page, covered),
            grown_totals(page),
        )
        if len(few := list(kind)) <= _MOST
    ]
    return tuple(sorted((sign for few in found for sign in few), key=lambda sign: -sign.score))

"""Pages with seals: read with the seals taken out, and where one lies, as filed too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.crops import level_box
from ocr.imaging.stamp import over_print, stamps, without_stamps
from ocr.imaging.view import moved_points
from ocr.recognition.looking import told
from ocr.recognition.upright import cut_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Quad, View
    from ocr.pages import Box, Look
    from ocr.recognition.decoding import Seen
    from ocr.recognition.networks import Networks
    from ocr.recognition.upright import Upright


def sealed(filed: View) -> tuple[View, tuple[Box, ...]]:
    """The page without the seals that lie on print, and their places in its source's pixels."""
    places = over_print(filed.source, stamps(filed.source))
    return replace(filed, source=without_stamps(filed.source, places)), places


def read_lines(
    networks: Networks, page: Upright, filed: View, places: Sequence[Box]
) -> tuple[tuple[Seen, ...], tuple[Look, ...]]:
    """What each text box says.

    A box under a seal is read from the page as filed too; the surer reading stands, the other one is told as a look.
    """
    plain = networks.recognise(cut_out(page.view, page.quads))
    under = [
        index for index, quad in enumerate(page.quads) if _touches(moved_points(quad, page.view.to_source), places)
    ]
    stamped = networks.recognise(cut_out(replace(page.view, source=filed.source), [page.quads[n] for n in under]))
    seen, looks = list(plain), []
    for index, other in zip(under, stamped, strict=True):
        best, second, how = (plain[index], other, "stamped")
        if other.confidence > best.confidence:
            best, second, how = other, best, "unstamped"
        seen[index] = best
        if second.text.strip() and second.text != best.text:
            looks.append(told(level_box(page.quads[index]), second, how))
    return tuple(seen), tuple(looks)


def _touches(quad: Quad, places: Sequence[Box]) -> bool:
    (left, top), (right, bottom) = np.min(quad, axis=0), np.max(quad, axis=0)
    return any(left < x + w and right > x and top < y + h and bottom > y for x, y, w, h in places)

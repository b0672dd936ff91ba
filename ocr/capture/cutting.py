"""Small pictures cut out of page files: what a correction was made of, for fine-tuning elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from ocr.capture.limits import check_size, refused

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.pages import Box

_MARGIN = 0.15
"""Share of a box's shorter side that is cut out with it on every side."""


def cut_out(page: Path, box: Box, turn: int, target: Path) -> None:
    """Write the part of a page under ``box`` to ``target`` as PNG, set upright.

    Args:
        page: the page file as filed.
        box: place in the filed frame, pixels.
        turn: degrees clockwise that make the page upright: 0, 90, 180 or 270.
        target: the PNG to write; its folder exists.

    Raises:
        PageRefusedError: the page file is gone or damaged, the box lies outside the page, or the disk refuses.
    """
    piece = _piece(page, box).rotate(-turn, expand=True)
    try:
        piece.save(target, "PNG")
    except OSError as error:
        raise refused("not-written") from error


def _piece(page: Path, box: Box) -> Image.Image:
    try:
        with Image.open(page) as picture:
            check_size(*picture.size)
            return picture.crop(_roomy(box, picture.size)).convert("RGB")
    except FileNotFoundError as error:
        raise refused("file-missing") from error
    except (OSError, SyntaxError) as error:
        raise refused("image-truncated") from error


def _roomy(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the box with its margin, inside the page."""
    x, y, width, height = box
    margin = round(_MARGIN * min(width, height))
    left, top = max(0, x - margin), max(0, y - margin)
    right, bottom = min(x + width + margin, size[0]), min(y + height + margin, size[1])
    if right <= left or bottom <= top:
        raise refused("image-too-small")
    return left, top, right, bottom

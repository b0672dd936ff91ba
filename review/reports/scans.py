"""Page images with their words laid invisibly on top, each where it is printed, so that the file can be searched."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Literal

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from review.reports.type import REGULAR, fonts, printable, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.claim.paper import Box
    from review.reports.inputs import PageImage

LONG_SIDE = 842.0
"""Points of the longer side of a page: that of A4, whatever the scan's resolution."""
_INVISIBLE: Literal[3] = 3
rl_config.useA85 = 0  # JPEG bytes go in as they are, not a quarter larger as text


def scans(pages: Sequence[PageImage]) -> bytes:
    """A PDF of the pages in order, upright; JPEG files go in byte for byte."""
    fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, initialFontName=REGULAR, invariant=1)  # type: ignore[arg-type] # the stubs ask for a float
    for page in pages:
        _page(canvas, page)
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, page: PageImage) -> None:
    scale = LONG_SIDE / max(page.width, page.height, 1)
    across, down = page.width * scale, page.height * scale
    lying = page.turn in {90, 270}
    canvas.setPageSize((down, across) if lying else (across, down))
    canvas.saveState()
    canvas.transform(*_turned(page.turn, across, down))
    canvas.drawImage(_picture(page), 0, 0, across, down)
    canvas.restoreState()
    for word in page.words:
        _lay(canvas, word.text, upright(word.box, page), scale)
    canvas.showPage()


def _picture(page: PageImage) -> ImageReader:
    """The file itself where PDF/A can hold it, else its pixels on white."""
    with Image.open(page.path) as picture:
        if picture.format == "JPEG" and picture.mode in {"RGB", "L"}:
            return ImageReader(str(page.path))
        if not picture.has_transparency_data:
            return ImageReader(picture.convert("RGB"))
        white = Image.new("RGBA", picture.size, "white")
        return ImageReader(Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB"))


def _turned(turn: int, across: float, down: float) -> tuple[float, float, float, float, float, float]:
    """The matrix that lays the filed image, ``across`` by ``down`` points, upright on its page."""
    return {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, across),
        180: (-1.0, 0.0, 0.0, -1.0, across, down),
        270: (0.0, 1.0, -1.0, 0.0, down, 0.0),
    }.get(turn, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))


def upright(box: Box, page: PageImage) -> tuple[float, float, float, float]:
    """Left, lower edge, width and height of a filed box on the upright page, in filed pixels, y upwards."""
    x, y, w, h = box
    left, low, wide, high = {
        90: (page.height - y - h, x, h, w),
        180: (page.width - x - w, page.height - y - h, w, h),
        270: (y, page.width - x - w, h, w),
    }.get(page.turn, (x, y, w, h))
    bottom = page.width if page.turn in {90, 270} else page.height
    return left, bottom - low - high, wide, high


def _lay(canvas: Canvas, text: str, place: tuple[float, float, float, float], scale: float) -> None:
    """Write a word invisibly, stretched to its box."""
    shown = printable(text)
    left, low, wide, high = (value * scale for value in place)
    size = max(1.0, high * 0.8)
    natural = width(shown, size)
    if not natural or not wide:
        return
    line = canvas.beginText()
    line.setTextRenderMode(_INVISIBLE)
    line.setFont(REGULAR, size)
    line.setHorizScale(100 * wide / natural)
    line.setTextOrigin(left, low + high * 0.2)
    line.textOut(shown)
    canvas.drawText(line)

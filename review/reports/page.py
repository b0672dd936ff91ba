"""The page every sheet is printed on: A4, a foot with what the sheet rests on, and page x of y."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from review.reports.palette import LINE, MUTE
from review.reports.type import REGULAR, fonts, printable

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

MARGIN = 14 * mm
FOOT = 15 * mm
WIDTH = A4[0] - 2 * MARGIN
WIDE = A4[1] - 2 * MARGIN
HEIGHT = A4[1] - MARGIN - FOOT - 1
"""Room of an upright page, a point to spare."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet says at its foot, and whether it lies on its side."""

    foot: str
    wide: bool = False


class _CountedCanvas(Canvas):
    """Keeps pages until the end, so that each can say how many there are."""

    def __init__(self, *args: Any, sheet: Sheet, **options: Any) -> None:
        super().__init__(*args, **options | {"initialFontName": REGULAR, "invariant": 1})
        self._sheet = sheet
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page instead of finishing it."""
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined] # missing in the stubs

    def save(self) -> None:
        """Finish all pages with their foot."""
        count = len(self._kept)
        for number, kept in enumerate(self._kept, start=1):
            self.__dict__.update(kept)
            self._foot(number, count)
            super().showPage()
        super().save()

    def _foot(self, number: int, count: int) -> None:
        across: float = self._pagesize[0]  # type: ignore[attr-defined] # missing in the stubs
        self.setStrokeColor(LINE)
        self.setLineWidth(0.4)
        self.line(MARGIN, FOOT - 4 * mm, across - MARGIN, FOOT - 4 * mm)
        self.setFillColor(MUTE)
        self.setFont(REGULAR, 6.6)
        self.drawString(MARGIN, FOOT - 7.4 * mm, printable(self._sheet.foot))
        self.drawRightString(across - MARGIN, FOOT - 7.4 * mm, f"第 {number} 页 / 共 {count} 页")


def build(story: list[Flowable], sheet: Sheet) -> bytes:
    """Set a story on as many pages as it needs; gives the PDF."""
    fonts()
    size = landscape(A4) if sheet.wide else A4
    buffer = BytesIO()
    document = BaseDocTemplate(buffer, pagesize=size)
    frame = Frame(MARGIN, FOOT, size[0] - 2 * MARGIN, size[1] - MARGIN - FOOT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(id="sheet", frames=[frame]))
    document.build(story, canvasmaker=partial(_CountedCanvas, sheet=sheet))
    return buffer.getvalue()

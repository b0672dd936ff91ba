"""Colours, paragraph styles and table styles of all sheets: few lines, tabular figures, one accent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

from reportlab.lib import textsplit
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, LongTable, Paragraph, TableStyle

from review.reports.type import BOLD, REGULAR, fonts, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.platypus import Flowable

INK = HexColor("#1B2430")
MUTE = HexColor("#64707E")
LINE = HexColor("#D5DBE2")
GROUND = HexColor("#F4F6F8")
BRAND = HexColor("#1F6F5C")
BRAND_SOFT = HexColor("#E4F1ED")
WARN = HexColor("#B26A00")
WARN_SOFT = HexColor("#FFF3DC")
BAD = HexColor("#B3261E")
SIZE, SMALL = 8.0, 7.0
_TALL = 400
"""Letters in a cell from which on a row of the narrowest column might not fit on a page."""
LEADING = 1.38
# No line begins with these; ReportLab's own list leaves them out.
textsplit.ALL_CANNOT_START += "，；：？！》”’"  # type: ignore[misc] # final in the stubs only
_SIDES: dict[str, Literal[0, 1, 2]] = {"left": 0, "centre": 1, "right": 2}


@cache
def style(size: float = SIZE, *, bold: bool = False, colour: Color = INK, side: str = "left") -> ParagraphStyle:
    """A paragraph style that wraps Chinese anywhere."""
    fonts()
    return ParagraphStyle(
        name=f"{size}-{bold}-{colour.hexval()}-{side}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * LEADING,
        textColor=colour,
        alignment=_SIDES[side],
        wordWrap="CJK",
        bulletFontName=REGULAR,
    )


def para(text: str, look: ParagraphStyle | None = None) -> Paragraph:
    """A paragraph that shows exactly the given text: markup in it stays visible as typed."""
    return Paragraph(escape(printable(text)), look or style())


def block(title: str, *content: Flowable) -> list[Flowable]:
    """A heading with what belongs under it; the heading never stands alone at the foot of a page."""
    look = ParagraphStyle(
        "heading", parent=style(10, bold=True, colour=BRAND), spaceBefore=3.2 * mm, spaceAfter=1.2 * mm
    )
    return [CondPageBreak(24 * mm), Paragraph(escape(printable(title)), look), *content]


def long_table(rows: Sequence[list[Any]], widths: Sequence[float], look: TableStyle) -> LongTable:
    """A table over any number of pages: the head is repeated, and a row that may be taller than a page is broken."""
    tall = any(_letters(cell) > _TALL for row in rows for cell in row)
    return LongTable(rows, colWidths=widths, repeatRows=1, splitInRow=int(tall), style=look)


def _letters(cell: object) -> int:
    """How much text a cell holds."""
    parts = cell if isinstance(cell, list) else [cell]
    return sum(len(part.getPlainText()) for part in parts if isinstance(part, Paragraph))


def bare_style(*extra: Any) -> TableStyle:
    """No rules, no padding at the sides."""
    fonts()
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *extra,
        ]
    )


def table_style(*extra: Any, figures: Iterable[int] = (), size: float = SIZE) -> TableStyle:
    """Thin rules under rows, a tinted head, figures to the right in the given columns."""
    fonts()
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("FONTNAME", (0, 0), (-1, 0), BOLD),
            ("FONTSIZE", (0, 0), (-1, -1), size),
            ("LEADING", (0, 0), (-1, -1), size * LEADING),
            ("TEXTCOLOR", (0, 0), (-1, -1), INK),
            ("BACKGROUND", (0, 0), (-1, 0), BRAND_SOFT),
            ("LINEBELOW", (0, 0), (-1, -1), 0.35, LINE),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, BRAND),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            *(("ALIGN", (column, 0), (column, -1), "RIGHT") for column in figures),
            *extra,
        ]
    )

"""The head of a sheet: office, title, number as text and as barcode, and the mark of an unconfirmed policy pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table

from review.reports.palette import MUTE, WARN, WARN_SOFT, bare_style, para, style

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


def head(office: str, title: str, number: str, width: float) -> list[Flowable]:
    """Office above title at the left, the number with its barcode at the right."""
    bars = Code128(number, barHeight=8.5 * mm, barWidth=0.27 * mm, humanReadable=False, quiet=False)
    bars.hAlign = "RIGHT"
    left = [para(office, style(9, colour=MUTE)), para(title, style(16, bold=True))]
    right = [bars, Spacer(1, 1.2 * mm), para(number, style(8, side="right"))]
    table = Table(
        [[left, right]], colWidths=[width - 58 * mm, 58 * mm], style=bare_style(("ALIGN", (1, 0), (1, 0), "RIGHT"))
    )
    return [table, Spacer(1, 2 * mm)]


def caution(text: str, width: float) -> list[Flowable]:
    """A tinted box with a sentence that must not be overlooked."""
    box = bare_style(
        ("BACKGROUND", (0, 0), (-1, -1), WARN_SOFT),
        ("LINEBEFORE", (0, 0), (0, -1), 2.2, WARN),
        ("LEFTPADDING", (0, 0), (-1, -1), 7),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    )
    return [Table([[para(text, style(8.4, bold=True, colour=WARN))]], colWidths=[width], style=box), Spacer(1, 2 * mm)]

"""One bar over the whole width: what each fund paid and what the person bears, with a legend below."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from review.policy.waterfall import Side, waterfall
from review.reports.page import WIDTH
from review.reports.palette import MUTE, WARN, style
from review.reports.type import printable

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from review.policy.settlement import Settlement

_FUNDS = tuple(HexColor(tint) for tint in ("#1F6F5C", "#4C9A86", "#7BB8A8", "#A5CFC4", "#C4E0D8"))
_HIGH = 5 * mm

Piece = tuple[str, Decimal, "Color"]


class PartsBar(Flowable):
    """Pieces side by side, each as long as its share; none of them is below zero."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        super().__init__()
        self.pieces = pieces

    def wrap(self, _across: float, _down: float) -> tuple[float, float]:
        """The bar's room."""
        return WIDTH, _HIGH + 1 * mm

    def draw(self) -> None:
        """The pieces from the left."""
        whole = sum((amount for _, amount, _ in self.pieces), Decimal(0))
        across = 0.0
        for _, amount, colour in self.pieces:
            wide = WIDTH * float(amount / whole)
            self.canv.setFillColor(colour)
            self.canv.rect(across, 0, wide, _HIGH, stroke=0, fill=1)
            across += wide


def parts_bar(settlement: Settlement) -> list[Flowable]:
    """Bar and legend of a settlement; nothing where nothing positive was charged."""
    falls = waterfall(settlement).falls
    funds = [fall for fall in falls if fall.side is Side.FUND and fall.amount > 0]
    shown = [(fall.title, fall.amount, _FUNDS[min(k, len(_FUNDS) - 1)]) for k, fall in enumerate(funds)]
    shown += [(fall.title, fall.amount, MUTE) for fall in falls if fall.side is Side.ELSEWHERE]
    shown += [("个人负担", settlement.personal, WARN)]
    pieces = tuple(piece for piece in shown if piece[1] > 0)
    return [PartsBar(pieces), _legend(pieces)] if pieces else []


def _legend(pieces: tuple[Piece, ...]) -> Paragraph:
    whole = sum((amount for _, amount, _ in pieces), Decimal(0))
    told = (
        f'<font color="#{colour.hexval()[2:]}">■</font> {escape(printable(title))} {amount / whole * 100:.1f}%'
        for title, amount, colour in pieces
    )
    return Paragraph("　".join(told), style(8.4))

"""The ladder of the settlement as a waterfall: from the total, past what falls away, to the funds and the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from review.money import in_words, thousands
from review.policy.waterfall import Side, waterfall
from review.reports.page import WIDTH
from review.reports.palette import (
    BRAND,
    BRAND_SOFT,
    INK,
    LINE,
    MUTE,
    SIZE,
    SMALL,
    WARN,
    bare_style,
    block,
    para,
    style,
    table_style,
)
from review.reports.type import BOLD, printable, width

if TYPE_CHECKING:
    from decimal import Decimal

    from reportlab.lib.colors import Color
    from reportlab.platypus import Paragraph

    from review.policy.settlement import Settlement
    from review.policy.waterfall import Fall, Span, Waterfall

COLOURS: dict[Side, Color] = {Side.SUM: INK, Side.OWN: WARN, Side.FUND: BRAND, Side.ELSEWHERE: MUTE}
_SHARES = (0.225, 0.225, 0.135, 0.085, 0.33)
_WIDTHS = [WIDTH * share for share in _SHARES]
_PADDING = 6.0
_BAR, _HIGH = _WIDTHS[-1] - _PADDING, 4.4 * mm
_HEADS = ("项目", "怎么算的", "金额（元）", "占总额", "")


class Bar(Flowable):
    """A bar floating over a faint track; a thin line leads down from where the next one begins."""

    def __init__(self, span: Span, colour: Color, join: float | None = None) -> None:
        super().__init__()
        self.start, self.end = (max(0.0, min(1.0, part)) for part in span)
        self.join = join
        self.colour = colour

    def wrap(self, _across: float, _down: float) -> tuple[float, float]:
        """The bar's room."""
        return _BAR, _HIGH

    def draw(self) -> None:
        """A faint track with the bar on it."""
        low, thick = 1.1 * mm, 2.2 * mm
        self.canv.setFillColor(BRAND_SOFT)
        self.canv.rect(0, low, _BAR, thick, stroke=0, fill=1)
        self.canv.setFillColor(self.colour)
        if self.end > self.start:
            self.canv.rect(_BAR * self.start, low, max(_BAR * (self.end - self.start), 0.4), thick, stroke=0, fill=1)
        if self.join is not None:
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.5)
            self.canv.line(_BAR * self.join, low, _BAR * self.join, -1.2 * mm)


def ladder(settlement: Settlement) -> list[Flowable]:
    """All falls of the waterfall with arithmetic, amount, share of the total and bar."""
    shown = waterfall(settlement)
    rows: list[list[object]] = [[*_HEADS]]
    rows += [_row(fall, shown, settlement.total) for fall in shown.falls]
    bold = [("FONTNAME", (0, k), (3, k), BOLD) for k, fall in enumerate(shown.falls, start=1) if _is_sum(fall)]
    table = Table(rows, colWidths=_WIDTHS, style=table_style(*bold, *_CLOSE, figures=(2, 3)))
    return block("结算阶梯", table, Spacer(1, 1.5 * mm), _words(settlement))


_CLOSE = (("TOPPADDING", (0, 1), (-1, -1), 0.6), ("BOTTOMPADDING", (0, 1), (-1, -1), 0.8))


def _is_sum(fall: Fall) -> bool:
    return fall.side is Side.SUM or fall.key == "personal"


def _row(fall: Fall, shown: Waterfall, total: Decimal) -> list[object]:
    return [
        _title(fall),
        para(fall.how, style(SMALL, colour=MUTE)),
        thousands(fall.amount),
        _share(fall.amount, total),
        Bar(shown.span(fall), COLOURS[fall.side], _join(fall, shown)),
    ]


def _title(fall: Fall) -> str | Paragraph:
    """The title, set in where it is no sum; wrapped where a pack gave a long one."""
    title = fall.title if _is_sum(fall) else f"　{fall.title}"
    fits = width(title, SIZE, bold=True) <= _WIDTHS[0] - _PADDING
    return printable(title) if fits else para(fall.title, style(bold=_is_sum(fall)))


def _share(amount: Decimal, total: Decimal) -> str:
    return f"{amount / total * 100:.1f}%" if total else "—"


def _join(fall: Fall, shown: Waterfall) -> float | None:
    """Where the next bar begins: at what is left of the cost, or on top of what the funds have paid."""
    if fall.key in {"personal", "fund_total"} or not fall.amount:
        return None
    return shown.part(fall.end if _grows(fall) else fall.start)


def _grows(fall: Fall) -> bool:
    return fall.side in {Side.SUM, Side.FUND}


def _words(settlement: Settlement) -> Table:
    """What is paid and what is borne, written out."""
    look = style(8.4, bold=True)
    paid = para(f"基金支付（大写）：{in_words(settlement.fund_total)}", look)
    borne = para(f"个人负担（大写）：{in_words(settlement.personal)}", look)
    return Table([[paid, borne]], colWidths=[WIDTH / 2] * 2, style=bare_style())

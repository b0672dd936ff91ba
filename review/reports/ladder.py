"""The ladder of the settlement: from the total to what is eligible, through the funds, to what the person bears."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from review.money import in_words, thousands
from review.reports.page import WIDTH
from review.reports.palette import BRAND, BRAND_SOFT, INK, WARN, bare_style, block, para, style, table_style
from review.reports.type import BOLD
from review.reports.words import RUNGS

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from review.policy.settlement import Settlement
    from review.reports.words import Kind

_COLOURS: dict[Kind, Color] = {"sum": INK, "person": WARN, "fund": BRAND}
_BAR = 48 * mm


class Bar(Flowable):
    """A bar whose length is a share of the total."""

    def __init__(self, share: Decimal, colour: Color) -> None:
        super().__init__()
        self.share = float(max(Decimal(0), min(Decimal(1), share)))
        self.colour = colour

    def wrap(self, _across: float, _down: float) -> tuple[float, float]:
        """The bar's room."""
        return _BAR, 2.4 * mm

    def draw(self) -> None:
        """A faint track with the bar on it."""
        self.canv.setFillColor(BRAND_SOFT)
        self.canv.rect(0, 0.5 * mm, _BAR, 1.5 * mm, stroke=0, fill=1)
        self.canv.setFillColor(self.colour)
        self.canv.rect(0, 0.5 * mm, _BAR * self.share, 1.5 * mm, stroke=0, fill=1)


def ladder(settlement: Settlement) -> list[Flowable]:
    """All rungs with amount, share of the total and bar; rungs of nothing are left out unless they are sums."""
    shown = [(label, getattr(settlement, key), kind) for label, key, kind in RUNGS]
    shown = [rung for rung in shown if rung[1] or rung[2] == "sum"]
    rows: list[list[object]] = [["项目", "金额（元）", "占总额", ""]]
    rows += [_row(label, amount, kind, settlement.total) for label, amount, kind in shown]
    bold = [("FONTNAME", (0, k), (2, k), BOLD) for k, rung in enumerate(shown, start=1) if rung[2] == "sum"]
    widths = [WIDTH - 94 * mm, 26 * mm, 16 * mm, 52 * mm]
    table = Table(rows, colWidths=widths, style=table_style(*bold, figures=(1, 2)))
    return block("结算阶梯", table, Spacer(1, 1.5 * mm), _words(settlement))


def _words(settlement: Settlement) -> Table:
    """What is paid and what is borne, written out."""
    look = style(8.4, bold=True)
    paid = para(f"基金支付（大写）：{in_words(settlement.fund_total)}", look)
    borne = para(f"个人负担（大写）：{in_words(settlement.personal)}", look)
    return Table([[paid, borne]], colWidths=[WIDTH / 2] * 2, style=bare_style())


def _row(label: str, amount: Decimal, kind: Kind, total: Decimal) -> list[object]:
    share = amount / total if total else Decimal(0)
    indent = "" if kind == "sum" else "　"
    return [indent + label, thousands(amount), f"{share * 100:.1f}%", Bar(share, _COLOURS[kind])]

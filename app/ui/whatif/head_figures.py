"""The head of a result: what it comes to under A and under B, and how many people are better or worse off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.charts.plot import short_yuan, signed
from app.ui.tables.words import yuan
from app.ui.whatif.row_columns import change_words, percent
from app.ui.widgets.cards import Card, paint_role, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.whatif.comparison import Comparison, Swing

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the head: caption, the figure, what stands below it, and all of it to the fen."""

    caption: str
    words: str
    below: str
    tip: str
    role: str = "title"


class Tile(Card):
    """Shows one figure."""

    def __init__(self) -> None:
        super().__init__(margin=12, spacing=2)
        self.caption, self.words, self.below = text(role="small"), text(role="title"), text(role="mute")
        for line in (self.caption, self.words, self.below):
            self.rows.addWidget(line)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.caption.setText(figure.caption)
        self.words.setText(figure.words)
        self.below.setText(figure.below)
        self.setToolTip(figure.tip)
        paint_role(self.words, figure.role)


class HeadFigures(QWidget):
    """Five tiles in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles = tuple(Tile() for _ in range(5))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in self.tiles:
            row.addWidget(tile, 1)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what a comparison comes to."""
        for tile, figure in zip(self.tiles, figures(comparison), strict=True):
            tile.show_figure(figure)


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Cost, funds, persons, winners, losers."""
    whole = comparison.whole
    counted = translate("whatif", "{claims} 人次 · {people} 人")
    yield Figure(
        translate("whatif", "总费用"),
        short_yuan(whole.total),
        counted.format(claims=f"{whole.claims:,}", people=f"{whole.people:,}"),
        translate("whatif", "{sum} 元").format(sum=yuan(whole.total)),
    )
    funds = translate("whatif", "基金支付（报销比 {a} → {b}）")
    funds = funds.format(a=percent(whole.share(whole.a)), b=percent(whole.share(whole.b)))
    yield _pair(funds, whole.a.funds, whole.b.funds)
    yield _pair(translate("whatif", "个人负担"), whole.a.personal, whole.b.personal)
    yield _swing(translate("whatif", "基金多付的人"), comparison.winners)
    yield _swing(translate("whatif", "基金少付的人"), comparison.losers)


def _pair(caption: str, a: Decimal, b: Decimal) -> Figure:
    more = b - a
    words = translate("whatif", "A {a} → B {b}").format(a=short_yuan(a), b=short_yuan(b))
    tip = translate("whatif", "A {a} 元，B {b} 元，相差 {more} 元")
    said = signed(short_yuan(more), more) if more else translate("whatif", "不变")
    return Figure(caption, said, words, tip.format(a=yuan(a), b=yuan(b), more=change_words(more)))


def _swing(caption: str, swing: Swing) -> Figure:
    sum_ = translate("whatif", "合计 {sum}").format(sum=signed(short_yuan(swing.amount), swing.amount))
    words = translate("whatif", "{n} 人").format(n=f"{swing.people:,}")
    tip = translate("whatif", "合计 {sum} 元").format(sum=change_words(swing.amount))
    return Figure(caption, words, sum_, tip, "title" if swing.people else "mute")

"""Comparisons as plots and lines: by fund, by key, by stretch."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.charts.plot import Bar, Plot, plain, short_yuan
from app.ui.tables.words import yuan
from app.ui.whatif.row_columns import Line, Stretch, change_words
from app.ui.whatif.words import fund_word, key_word, pack_word
from review.money import CENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.whatif.comparison import Axis, Bin, Comparison, Paid

translate = QCoreApplication.translate


class Measure(StrEnum):
    """What bars stand for."""

    FUNDS = "funds"
    PERSONAL = "personal"


class Look(StrEnum):
    """The distributions."""

    DIFFERENCES = "differences"
    SHARES = "shares"
    BURDENS = "burdens"


def names(comparison: Comparison) -> tuple[str, str]:
    """The two series."""
    return f"A {pack_word(comparison.a)}", f"B {pack_word(comparison.b)}"


def lines(comparison: Comparison) -> tuple[Line, ...]:
    """Each fund that pays anything, all of them, and the persons."""
    whole = comparison.whole
    funds = (Line(fund, fund_word(fund), a, b) for fund, a, b in comparison.funds() if a or b)
    return (
        *funds,
        Line("funds", translate("whatif", "基金支付合计"), whole.a.funds, whole.b.funds, whole=True),
        Line("personal", translate("whatif", "个人负担"), whole.a.personal, whole.b.personal),
    )


def fund_plot(comparison: Comparison) -> Plot:
    """The funds, and the persons."""
    bars = tuple(_bar(line.key, line.word, line.a, line.b) for line in lines(comparison))
    return Plot(bars, names(comparison), translate("whatif", "元"), short_yuan)


def axis_plot(comparison: Comparison, axis: Axis, measure: Measure) -> Plot:
    """What the funds pay, or the persons bear, by the keys of an axis."""
    rows = comparison.by(axis)
    bars = tuple(_bar(row.key, key_word(axis, row.key), of(row.a, measure), of(row.b, measure)) for row in rows)
    words = translate("whatif", "基金支付，元") if measure is Measure.FUNDS else translate("whatif", "个人负担，元")
    return Plot(bars, names(comparison), words, short_yuan)


def of(paid: Paid, measure: Measure) -> Decimal:
    """What a measure is, yuan."""
    return paid.funds if measure is Measure.FUNDS else paid.personal


def stretches(comparison: Comparison, look: Look) -> tuple[Stretch, ...]:
    """A distribution, stretch by stretch; empty ones at both ends are left out."""
    if look is Look.DIFFERENCES:
        bins = enumerate(comparison.differences)
        return _trimmed(Stretch(str(n), bin_words(one), None, one.count) for n, one in bins)
    spread, share = (comparison.shares, True) if look is Look.SHARES else (comparison.burdens, False)
    pairs = enumerate(zip(spread.a, spread.b, strict=True))
    return _trimmed(Stretch(str(n), bin_words(a, share=share), a.count, b.count) for n, (a, b) in pairs)


def stretch_plot(comparison: Comparison, look: Look) -> Plot:
    """The same as columns; people for whom the funds pay less stand out by colour, and by where they stand."""
    bins = comparison.differences
    bars = []
    for row in stretches(comparison, look):
        said = translate("whatif", "{word}：{n}").format(word=row.word, n=f"{row.b:,}")
        if row.a is not None:
            words = translate("whatif", "{word}：A {a}，B {b}")
            said = words.format(word=row.word, a=f"{row.a:,}", b=f"{row.b:,}")
        tone = _tone(bins[int(row.key)]) if look is Look.DIFFERENCES else ""
        bars.append(Bar(row.key, row.word, None if row.a is None else Decimal(row.a), Decimal(row.b), said, tone))
    return Plot(tuple(bars), names(comparison), _unit(look), plain)


def _unit(look: Look) -> str:
    if look is Look.DIFFERENCES:
        return translate("whatif", "人数，按每人基金多付（左边为少付）的金额")
    if look is Look.SHARES:
        return translate("whatif", "人次，按报销比例")
    return translate("whatif", "人次，按个人负担的金额")


def bin_words(one: Bin, *, share: bool = False) -> str:
    """From where to where; the upper end is left out."""
    if _unchanged(one):
        return translate("whatif", "不变")
    low, high = (None if end is None else _end(end, share=share) for end in (one.low, one.high))
    if low is None:
        return translate("whatif", "不到 {high}").format(high=high)
    return translate("whatif", "{low} 以上").format(low=low) if high is None else f"{low}～{high}"


def _end(end: Decimal, *, share: bool) -> str:
    return f"{(end * 100).normalize():f}%" if share else f"{end.normalize():,f}"


def _unchanged(one: Bin) -> bool:
    return one.low is not None and one.high is not None and one.high - one.low == CENT


def _tone(one: Bin) -> str:
    if _unchanged(one):
        return "faint"
    return "bad" if one.low is None or one.low < 0 else ""


def _trimmed(rows: Iterable[Stretch]) -> tuple[Stretch, ...]:
    held = tuple(rows)
    filled = [place for place, row in enumerate(held) if row.a or row.b]
    return held[filled[0] : filled[-1] + 1] if filled else held


def _bar(key: str, word: str, a: Decimal, b: Decimal) -> Bar:
    told = translate("whatif", "{word}：A {a} 元，B {b} 元，相差 {more} 元")
    return Bar(key, word, a, b, told.format(word=word, a=yuan(a), b=yuan(b), more=change_words(b - a)))

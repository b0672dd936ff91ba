"""What a chart shows: bars with their words, two series named, and how amounts are said in little room."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WAN = Decimal(10_000)
_ENDS = ((1, 5), (2, 4), (4, 4), (5, 5), (8, 4), (10, 5))
"""Round ends of an axis for each power of ten, and into how many round parts each falls."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One key: its word, what it comes to in each series, and what is said when the pointer rests on it.

    ``a`` is None where there is one series only; ``tone`` names the colour of ``b`` where it is not the usual one.
    """

    key: str
    word: str
    a: Decimal | None
    b: Decimal
    tip: str = ""
    tone: str = ""


def plain(amount: Decimal) -> str:
    """A count with thousands separators."""
    return f"{amount:,.0f}"


def short_yuan(amount: Decimal) -> str:
    """A sum in little room: in units of ten thousand from there on, else to the yuan."""
    if abs(amount) >= _WAN:
        return QCoreApplication.translate("charts", "{n} 万").format(n=f"{_rounded(amount / _WAN, 2):,}")
    return f"{_rounded(amount, 0):,}"


def signed(words: str, amount: Decimal) -> str:
    """What a difference is said as: with its sign."""
    return f"+{words}" if amount > 0 else words


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars of two series; ``say`` puts an amount into words, ``unit`` says of what."""

    bars: tuple[Bar, ...] = ()
    names: tuple[str, str] = ("A", "B")
    unit: str = ""
    say: Callable[[Decimal], str] = field(default=short_yuan)

    @property
    def paired(self) -> bool:
        """Whether there are two series."""
        return any(bar.a is not None for bar in self.bars)

    @property
    def top(self) -> Decimal:
        """The largest amount; one where there is none, so that it can be divided by."""
        return max((amount for amount in self.amounts()), default=Decimal(0)) or Decimal(1)

    def amounts(self) -> Iterator[Decimal]:
        """Everything that is drawn, without its sign."""
        for bar in self.bars:
            yield abs(bar.b)
            if bar.a is not None:
                yield abs(bar.a)


def axis(plot: Plot) -> tuple[Decimal, int]:
    """A round number from the largest amount on, and into how many round parts it falls; of counts, whole ones."""
    top = max(plot.top, Decimal(4)) if plot.say is plain else plot.top
    power = Decimal(10) ** top.adjusted()
    return next((end * power, parts) for end, parts in _ENDS if end * power >= top)


def _rounded(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

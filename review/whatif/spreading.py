"""Distributions: into which stretch an amount falls, and how many fell into each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from review.whatif.comparison import Bin

if TYPE_CHECKING:
    from collections.abc import Iterable

_CENT = "0.01"


def _bounds(words: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, words.split()))


DIFFERENCES = _bounds(f"-20000 -10000 -5000 -1000 -100 0 {_CENT} 100 1000 5000 10000 20000")
"""Yuan a person gets more; the stretch from zero to a fen holds those for whom nothing changes."""

SHARES = _bounds("0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9")
"""Shares of the cost that the funds bear."""

BURDENS = _bounds("500 1000 2000 5000 10000 20000 50000 100000")
"""Yuan a person bears of a claim."""


class Falls:
    """How many amounts fell into each stretch between the bounds; below the first and above the last is open."""

    __slots__ = ("bounds", "counts")

    def __init__(self, bounds: tuple[Decimal, ...]) -> None:
        """``bounds``: where a new stretch begins, ascending."""
        self.bounds = bounds
        self.counts: Counter[int] = Counter()

    def add(self, amount: Decimal) -> None:
        """Count an amount."""
        self.counts[bisect_right(self.bounds, amount)] += 1

    def merge(self, counts: Iterable[tuple[int, int]]) -> None:
        """Add what was counted elsewhere between the same bounds."""
        for index, count in counts:
            self.counts[index] += count

    def bins(self) -> tuple[Bin, ...]:
        """Every stretch with its count, from the lowest."""
        ends = pairwise((None, *self.bounds, None))
        return tuple(Bin(low, high, self.counts[index]) for index, (low, high) in enumerate(ends))

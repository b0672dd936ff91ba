"""How far the share of one group lies above that of another, in standard errors: the test of two proportions."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt


@dataclass(frozen=True, slots=True)
class Share:
    """So many ``hits`` among ``cases``."""

    hits: int
    cases: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 where there is no case."""
        return self.hits / self.cases if self.cases else 0.0

    @property
    def percent(self) -> str:
        """The share as people read it."""
        return f"{self.value:.0%}"


def excess(one: Share, others: Share) -> float:
    """The z of two proportions (pooled): how many standard errors ``one`` lies above ``others``.

    0 where one of them has no case; infinite where only chance zero could explain the difference.
    """
    if not one.cases or not others.cases:
        return 0.0
    pooled = (one.hits + others.hits) / (one.cases + others.cases)
    error = sqrt(pooled * (1 - pooled) * (1 / one.cases + 1 / others.cases))
    apart = one.value - others.value
    if error:
        return apart / error
    return inf if apart else 0.0

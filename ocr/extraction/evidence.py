"""What speaks for and against the value of one cell: second looks, and the recogniser's runner-up characters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

MOST_OTHERS = 4
"""At most this many other values of a cell are weighed, so that no equation is met by chance."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Values that second looks gave, in their order and with repetitions, and those of runner-up characters.

    Looks that gave nothing of the cell's form are left out: they abstain.
    """

    looked: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    def others(self, value: str) -> tuple[str, ...]:
        """Values other than the given one, those of most looks first."""
        seen = [other for other, _ in Counter(self.looked).most_common()]
        return tuple(dict.fromkeys(v for v in (*seen, *self.rivals) if not same(v, value)))[:MOST_OTHERS]

    def agreeing(self, value: str) -> int:
        """How many looks gave the value."""
        return sum(same(v, value) for v in self.looked)

    def confirms(self, value: str) -> bool:
        """Whether there were looks and all of them gave the value."""
        return 0 < len(self.looked) == self.agreeing(value)

    def disputes(self, value: str) -> bool:
        """Whether a look gave something else."""
        return self.agreeing(value) < len(self.looked)

    def prefers(self, value: str) -> bool:
        """Whether more than half of the looks gave the value, and at least two did."""
        return max(2, len(self.looked) // 2 + 1) <= self.agreeing(value)

    def shows(self, value: str) -> bool:
        """Whether the value is among those weighed."""
        return any(same(v, value) for v in (*self.looked, *self.rivals)[: 2 * MOST_OTHERS])


NONE = Evidence()


def same(one: str, other: str) -> bool:
    """Whether two values are equal, figures by what they are worth."""
    return one == other or (_worth(one) is not None and _worth(one) == _worth(other))


def _worth(value: str) -> Decimal | None:
    try:
        return Decimal(value) if value[:1] in "-0123456789" else None
    except InvalidOperation:
        return None

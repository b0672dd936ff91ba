"""How forgers make a sum larger: one digit is put in before the point (15,263.14 becomes 105,263.14)."""

from __future__ import annotations

from decimal import Decimal

_CENT = Decimal("0.01")
_TEN = Decimal(10)


def grown(small: Decimal, large: Decimal, *, after: int = 0, least: Decimal = _TEN) -> bool:
    """Whether the larger of two sums is the smaller one with a single digit put in before the point.

    Sums below ten are left alone: 5 and 15 differ so by chance. ``after`` is how many digits stand before the new one
    at least; ``least`` is the smallest sum that is looked at where more than the two of them speaks for a change.
    """
    if not least <= small < large:
        return False
    (whole, part), (longer, rest) = (f"{sum_.quantize(_CENT):f}".split(".") for sum_ in (small, large))
    if part != rest or len(longer) != len(whole) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == whole for place in range(after, len(longer)))

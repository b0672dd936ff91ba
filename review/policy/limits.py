"""What the basic fund may take on or pay at most: the year's ceiling, and caps by stay, day, month and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO
from review.policy.accounts import sum_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from review.packs.basic_terms import Cap, CapAmount
    from review.policy.accounts import Part
    from review.policy.setting import Setting


class Room(NamedTuple):
    """What a cap leaves, yuan. ``books`` is the year's sum it is measured on, empty where it runs over one case."""

    key: str
    cap: Cap
    stated: CapAmount
    limit: Decimal
    used: Decimal
    books: str

    @property
    def left(self) -> Decimal:
        """What is left of the limit, yuan."""
        return max(self.limit - self.used, ZERO)


_PARTS: dict[str, Part] = {"fund": "fund", "cost": "cost", "person": "person"}


def rooms(setting: Setting) -> tuple[Room, ...]:
    """The caps that hold for the case, with what is left of each."""
    caps = setting.basic.caps
    return tuple(_rooms(caps.items(), setting)) if caps else ()


def _rooms(caps: Iterable[tuple[str, Cap]], setting: Setting) -> Iterator[Room]:
    for key, cap in caps:
        stated = setting.find(cap.amount)
        if stated is not None:
            books = _books(cap, stated, setting)
            used = setting.before.of(books) if books else ZERO
            limit = stated.amount * setting.facts.days if cap.per == "day" else stated.amount
            yield Room(key, cap, stated, limit, used, books)


def _books(cap: Cap, stated: CapAmount, setting: Setting) -> str:
    """The year's sum a cap is measured on: of its account, each disease and each month apart where it says so."""
    if cap.account is None:
        return ""
    parts = [cap.account]
    if cap.by_disease and setting.facts.disease:
        parts.append(setting.facts.disease)
    if cap.per == "month":
        parts.append(f"{setting.day:%m}")
    return sum_name(".".join(parts), _PARTS[stated.measures])


def least_left(found: Iterable[Room], measures: str) -> Decimal | None:
    """The smallest room among the caps of one measure; None where there is none."""
    return min((one.left for one in found if one.stated.measures == measures), default=None)

"""When editions hold: today, before or after; days that none covers, and days that two cover. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.entry import Edition
    from review.services.catalogue import EditionView

_DAY = timedelta(days=1)


class Stand(StrEnum):
    """How an edition stands on a day."""

    NOW = "now"
    PAST = "past"
    FUTURE = "future"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Break:
    """Days without an edition of the kind and region; ``last`` is None where none follows."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Days on which another edition holds as well; ``last`` is None where both have no end."""

    other: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One edition of the list, with what is odd about its dates: a break after it, clashes with others."""

    view: EditionView
    stand: Stand
    gap: Break | None = None
    clashes: tuple[Clash, ...] = ()

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.view.edition


def stand(view: EditionView, today: date) -> Stand:
    """How an edition stands today."""
    if view.withdrawn:
        return Stand.WITHDRAWN
    edition = view.edition
    if edition.covers(today):
        return Stand.NOW
    return Stand.FUTURE if today < edition.effective_from else Stand.PAST


def shown(views: Sequence[EditionView], today: date) -> tuple[Shown, ...]:
    """The list: kinds in their order, latest edition first, each with the oddities of its dates."""
    ordered = sorted(views, key=lambda view: view.edition.effective_from, reverse=True)
    kinds = {view.edition.kind: None for view in views}
    in_order = [view for kind in kinds for view in ordered if view.edition.kind is kind]
    return tuple(_shown(view, _siblings(view, views), today) for view in in_order)


def _siblings(view: EditionView, views: Sequence[EditionView]) -> list[Edition]:
    """Editions of the same kind and region that were not withdrawn, oldest first."""
    edition = view.edition
    same = (v.edition for v in views if not v.withdrawn)
    found = [e for e in same if (e.kind, e.region) == (edition.kind, edition.region)]
    return sorted(found, key=lambda e: (e.effective_from, e.id))


def _shown(view: EditionView, siblings: Sequence[Edition], today: date) -> Shown:
    standing = stand(view, today)
    if standing is Stand.WITHDRAWN:
        return Shown(view, standing)
    return Shown(view, standing, _gap(view.edition, siblings, today), tuple(_clashes(view.edition, siblings)))


def _gap(edition: Edition, siblings: Sequence[Edition], today: date) -> Break | None:
    """The days after an edition that nothing covers; days to come do not count until they are here."""
    until = edition.effective_until
    if until is None or any(other.effective_until is None and other.effective_from <= until for other in siblings):
        return None
    if any(other.covers(until + _DAY) for other in siblings):
        return None
    later = min((other.effective_from for other in siblings if other.effective_from > until), default=None)
    if later is None:
        return Break(until + _DAY, None) if until < today else None
    return Break(until + _DAY, later - _DAY)


def _clashes(edition: Edition, siblings: Sequence[Edition]) -> Iterator[Clash]:
    for other in siblings:
        if other.id == edition.id:
            continue
        first = max(edition.effective_from, other.effective_from)
        ends = [e.effective_until for e in (edition, other) if e.effective_until is not None]
        last = min(ends, default=None)
        if last is None or first <= last:
            yield Clash(other.title, first, last)

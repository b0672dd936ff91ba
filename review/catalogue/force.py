"""Which editions count on a day of care: of each kind and region the one in force, the most specific region first."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

from review.catalogue.entry import EditionStatus, EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from review.catalogue.entry import Edition

_WIDENING = ("县", "区", "旗", "市", "州", "盟", "省")
_NATION = "全国"


def in_use(editions: Iterable[Edition], on: date) -> tuple[Edition, ...]:
    """Editions used on the day: of each kind the one in force in each region, kinds in order, 全国 last.

    Where none of a kind is in force in any region, the nearest in time of each region is used; a finding says so. An
    edition that was withdrawn is not used, nor a demo one beside an official one of its kind.
    """
    found: list[Edition] = []
    for pool in _by_kind(editions):
        standing = [edition for edition in pool if edition.covers(on)]
        ordered = sorted(standing or pool, key=_order)
        found += (nearest(alike, on) for _, alike in groupby(ordered, key=_order))
    return tuple(found)


def nearest(editions: Iterable[Edition], on: date) -> Edition:
    """The edition in force on a day, of several the latest; else the one whose dates lie nearest to it."""

    def days_away(edition: Edition) -> tuple[int, int]:
        starts = edition.effective_from.toordinal()
        if edition.covers(on):
            return 0, -starts
        if on < edition.effective_from:
            return starts - on.toordinal(), -starts
        return (on - (edition.effective_until or on)).days, -starts

    return min(editions, key=days_away)


def gaps(editions: Iterable[Edition], on: date) -> tuple[EntryKind, ...]:
    """Kinds of which there are editions, but none in force on the day."""
    return tuple(pool[0].kind for pool in _by_kind(editions) if not any(edition.covers(on) for edition in pool))


def overlaps(editions: Iterable[Edition], on: date) -> tuple[tuple[Edition, Edition], ...]:
    """Pairs of editions of one kind, region and status that are both in force on the day."""
    standing = sorted((e for e in editions if not e.withdrawn and e.covers(on)), key=lambda e: (*_order(e), e.status))
    alike = (tuple(found) for _, found in groupby(standing, key=lambda e: (*_order(e), e.status)))
    return tuple(pair for found in alike for pair in combinations(found, 2))


def _by_kind(editions: Iterable[Edition]) -> Iterator[list[Edition]]:
    """The usable editions of each kind: official ones, or demo ones where there are no others."""
    usable = [edition for edition in editions if not edition.withdrawn]
    for kind in EntryKind:
        of_kind = [edition for edition in usable if edition.kind is kind]
        official = [edition for edition in of_kind if edition.status is EditionStatus.OFFICIAL]
        if of_kind:
            yield official or of_kind


def _order(edition: Edition) -> tuple[int, int, str]:
    width = next((n for n, end in enumerate(_WIDENING) if edition.region.endswith(end)), len(_WIDENING))
    nation = len(_WIDENING) + 1
    return list(EntryKind).index(edition.kind), nation if edition.region == _NATION else width, edition.region

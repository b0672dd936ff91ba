"""Which editions count on a day of care: of each kind and region the one in force, the most specific region first."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

from review.catalogue.entry import EditionStatus, EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from review.catalogue.entry import Edition

_WIDENING = ("县", "区", "旗", "市", "州", "盟", "省")
_NATION = "全国"


def in_use(editions: Iterable[Edition], on: date) -> tuple[Edition, ...]:
    """Editions used on the day: one for each kind and region, kinds in order, 全国 last.

    Where none of a kind and region is in force, the nearest in time is used; a finding says so. An edition that was
    withdrawn is not used, nor a demo one where an official one of the kind is in force.
    """
    usable = [edition for edition in editions if not edition.withdrawn]
    official = {e.kind for e in usable if e.status is EditionStatus.OFFICIAL and e.covers(on)}
    ordered = sorted((e for e in usable if e.status is EditionStatus.OFFICIAL or e.kind not in official), key=_order)
    return tuple(nearest(found, on) for _, found in groupby(ordered, key=_order))


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
    usable = [edition for edition in editions if not edition.withdrawn]
    covered = {edition.kind for edition in usable if edition.covers(on)}
    return tuple(kind for kind in EntryKind if kind not in covered and any(e.kind is kind for e in usable))


def overlaps(editions: Iterable[Edition], on: date) -> tuple[tuple[Edition, Edition], ...]:
    """Pairs of editions of one kind, region and status that are both in force on the day."""
    standing = sorted((e for e in editions if not e.withdrawn and e.covers(on)), key=lambda e: (*_order(e), e.status))
    alike = (tuple(found) for _, found in groupby(standing, key=lambda e: (*_order(e), e.status)))
    return tuple(pair for found in alike for pair in combinations(found, 2))


def _order(edition: Edition) -> tuple[int, int, str]:
    width = next((n for n, end in enumerate(_WIDENING) if edition.region.endswith(end)), len(_WIDENING))
    nation = len(_WIDENING) + 1
    return list(EntryKind).index(edition.kind), nation if edition.region == _NATION else width, edition.region

"""All editions together: the one door through which claims are matched and clerks search."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from resources import ROOT
from review.catalogue import matching, searching
from review.catalogue.entry import EntryKind, Printed
from review.catalogue.shelf import Shelf, read_shelf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from review.catalogue.entry import Candidate, Edition, Entry, Match

__all__ = ["CatalogueSet", "Printed", "load_editions"]


class CatalogueSet:
    """The editions at hand. For each kind the one in force on the day of care is used, else the nearest in time."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = {shelf.edition.id: shelf for shelf in shelves}
        self._matched: dict[tuple[Printed, tuple[str, ...]], Match] = {}

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All editions, drugs before services before supplies, oldest first."""
        order = list(EntryKind)
        found = (shelf.edition for shelf in self._shelves.values())
        return tuple(sorted(found, key=lambda e: (order.index(e.kind), e.effective_from)))

    def edition(self, edition_id: str) -> Edition | None:
        """The edition of that id, or None."""
        shelf = self._shelves.get(edition_id)
        return shelf.edition if shelf else None

    def shelf(self, edition_id: str) -> Shelf | None:
        """The edition of that id with all its entries, or None."""
        return self._shelves.get(edition_id)

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, or None."""
        shelf = self._shelves.get(entry_id.partition("/")[0])
        return shelf.by_id.get(entry_id) if shelf else None

    def assumption(self, entry: Entry) -> str:
        """What the entry's edition assumed for want of a published figure (Chinese), or an empty string."""
        shelf = self._shelves[entry.edition_id]
        key = entry.id.partition("/")[2]
        return next((a.text for a in shelf.assumptions if key.startswith(a.keys)), "")

    def match(self, printed: Printed, on: date) -> Match:
        """What the editions used on the day of care hold for a printed line."""
        shelves = self._used(on)
        key = (printed, tuple(shelf.edition.id for shelf in shelves))
        if key not in self._matched:
            self._matched[key] = matching.match(shelves, printed)
        return self._matched[key]

    def search(self, text: str, on: date, limit: int = 20) -> tuple[Candidate, ...]:
        """Entries for what a clerk types: part of a name, initials of its pinyin, a number, or something like it."""
        return searching.search(self._used(on), text, limit)

    def used(self, on: date) -> tuple[Edition, ...]:
        """The editions used for care on that day, one for each kind."""
        return tuple(shelf.edition for shelf in self._used(on))

    def _used(self, on: date) -> tuple[Shelf, ...]:
        by_kind = groupby(self.editions, key=lambda e: e.kind)
        return tuple(self._shelves[nearest(editions, on).id] for _, editions in by_kind)


def nearest(editions: Iterable[Edition], on: date) -> Edition:
    """The edition in force on a day, else the one whose dates lie nearest to it."""

    def days_away(edition: Edition) -> int:
        if edition.covers(on):
            return 0
        if on < edition.effective_from:
            return (edition.effective_from - on).days
        return (on - (edition.effective_until or on)).days

    return min(editions, key=days_away)


def load_editions(root: Path = ROOT, *added: Path) -> CatalogueSet:
    """All editions under ``root/catalogues`` and under ``catalogues`` of the added folders, such as the office's own.

    An added edition with the id of a shipped one takes its place. Compiled look-ups are made on first use.

    Raises:
        PolicyError: an edition cannot be read.
    """
    found = (
        path.parent for folder in (root, *added) for path in sorted((folder / "catalogues").glob("*/edition.toml"))
    )
    return CatalogueSet(read_shelf(folder) for folder in found)

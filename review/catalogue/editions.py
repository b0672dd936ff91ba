"""All editions together: the one door through which claims are matched and clerks search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources import ROOT
from review.catalogue import force, matching, searching
from review.catalogue.entry import EntryKind, Printed
from review.catalogue.folders import read_shelf
from review.catalogue.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from review.catalogue.entry import Candidate, Edition, Entry, Match
    from review.catalogue.shelf import Shelf

__all__ = ["CatalogueSet", "Printed", "load_editions"]

_REMEMBERED = 20_000
"""Lines whose match is kept; a claim prints the same article many times."""


class CatalogueSet:
    """The editions at hand. For each kind and region the one in force on the day of care is used, else the nearest."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = {shelf.edition.id: shelf for shelf in shelves}
        self._matched: dict[tuple[Printed, tuple[str, ...]], Match] = {}

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """All editions with their entries."""
        return tuple(self._shelves.values())

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
        return shelf.by_id(entry_id) if shelf else None

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
            if len(self._matched) >= _REMEMBERED:
                self._matched.clear()
            self._matched[key] = matching.match(shelves, printed)
        return self._matched[key]

    def search(self, text: str, on: date, limit: int = 20, kind: EntryKind | None = None) -> tuple[Candidate, ...]:
        """Entries (of one kind) for what a clerk types: part of a name, pinyin initials, a number, code or brand."""
        shelves = [shelf for shelf in self._used(on) if kind is None or shelf.edition.kind is kind]
        return searching.search(shelves, text, limit)

    def coded(self, code: str, on: date) -> tuple[Entry, ...]:
        """Entries of the editions used on the day that have a printed code."""
        return tuple(entry for shelf in self._used(on) for entry in matching.coded(shelf, code))

    def counterparts(self, entry: Entry, on: date) -> tuple[Entry, ...]:
        """The same article in the editions used on the day: of its code, else of its name, form and product."""
        shelves = [shelf for shelf in self._used(on) if shelf.edition.kind is entry.kind]
        if entry.code and (coded := [e for shelf in shelves for e in shelf.coded(entry.code) if e.code]):
            return tuple(coded)
        name = normalise(entry.name)
        found = (e for shelf in shelves for e in (*shelf.whole(name), *shelf.stems(name)))
        return tuple(e for e in found if _article(e) == _article(entry))

    def used(self, on: date) -> tuple[Edition, ...]:
        """The editions used for care on that day: one for each kind and region."""
        return force.in_use(self.editions, on)

    def gaps(self, on: date) -> tuple[EntryKind, ...]:
        """Kinds of which there are editions, but none in force on the day."""
        return force.gaps(self.editions, on)

    def overlaps(self, on: date) -> tuple[tuple[Edition, Edition], ...]:
        """Pairs of editions of one kind and region that are both in force on the day."""
        return force.overlaps(self.editions, on)

    def _used(self, on: date) -> tuple[Shelf, ...]:
        return tuple(self._shelves[edition.id] for edition in self.used(on))


def _article(entry: Entry) -> tuple[str, ...]:
    return normalise(entry.name), entry.dosage_form, entry.spec, entry.maker, entry.brand


def load_editions(root: Path = ROOT, *added: Path, cache: Path | None = None) -> CatalogueSet:
    """All editions under ``root/catalogues`` and under ``catalogues`` of the added folders, such as the office's own.

    An added edition with the id of a shipped one takes its place. Look-ups are made on first use; with ``cache``, a
    folder for compiled files, they are mapped from there, and made and written only when an edition is new.

    Raises:
        PolicyError: an edition cannot be read.
    """
    found = (
        path.parent for folder in (root, *added) for path in sorted((folder / "catalogues").glob("*/edition.toml"))
    )
    return CatalogueSet(read_shelf(folder, cache) for folder in found)

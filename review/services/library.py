"""The editions of an office: the shipped ones and its own, with what was decided about each since."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from review.catalogue.editions import CatalogueSet, load_editions
from review.catalogue.entry import Edition
from review.catalogue.shelf import compiled_shelf
from review.store import edition_records as records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from review.catalogue.shelf import Shelf
    from review.store.catalogue_tables import EditionChangeRow, EditionRow
    from review.store.store import Store
    from review.store.unit import Unit


class Library:
    """The editions as they stand: read anew whenever the database says that somebody, anywhere, changed them.

    Own editions of any size are opened from files compiled under ``folder``; these are made again where they lack.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._lock = Lock()
        self._version = -1
        self._shelves: dict[str, Shelf] = {}
        self._editions = CatalogueSet(())

    def editions(self) -> CatalogueSet:
        """The editions as they stand now. Raises StoreError, PolicyError."""
        with self._store.read() as unit:
            if records.version(unit) != self._version:
                with self._lock:
                    self._refresh(unit)
        return self._editions

    def _refresh(self, unit: Unit) -> None:
        version = records.version(unit)
        if version == self._version:
            return
        changes = records.changes(unit)
        own = (self._own(unit, row) for row in records.editions(unit))
        shelves = {shelf.edition.id: shelf for shelf in (*_shipped(self._folder).shelves, *own)}
        self._shelves = {id_: _standing(shelf, changes) for id_, shelf in shelves.items()}
        self._editions, self._version = CatalogueSet(self._shelves.values()), version

    def _own(self, unit: Unit, row: EditionRow) -> Shelf:
        known = self._shelves.get(row.id)
        key = f"{row.id}-{row.digest}"
        return known or compiled_shelf(edition_of(row), key, partial(records.entries, unit, row), self._folder)


_SHIPPED: list[CatalogueSet] = []
_OPENING = Lock()


def _shipped(folder: Path) -> CatalogueSet:
    """The shipped editions, opened once for all offices of this process, compiled in the folder of the first."""
    with _OPENING:
        if not _SHIPPED:
            _SHIPPED.append(load_editions(cache=folder))
    return _SHIPPED[0]


def edition_of(row: EditionRow) -> Edition:
    """The edition as it was taken over."""
    return Edition(
        id=row.id,
        title=row.title,
        kind=row.kind,
        region=row.region,
        effective_from=row.effective_from,
        effective_until=row.effective_until,
        status=row.status,
        source=row.source,
    )


def _standing(shelf: Shelf, changes: Mapping[str, EditionChangeRow]) -> Shelf:
    """The shelf with what was decided about its edition since."""
    change = changes.get(shelf.edition.id)
    if change is None:
        return shelf
    decided = replace(shelf.edition, effective_until=change.effective_until, withdrawn=change.withdrawn)
    return shelf if decided == shelf.edition else replace(shelf, edition=decided)

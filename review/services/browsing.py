"""Entries of an edition page by page, however many it has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from review.catalogue.names import initials
from review.errors import NotFoundError
from review.store import edition_records as records
from review.store.edition_records import BELOW, EntryFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.catalogue.entry import Entry
    from review.services.office import Office

__all__ = ["EntryFilter", "EntryPage", "SectionCount", "entries", "sections"]

ALL = EntryFilter()


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Some entries in the order of their file, and how many there are in all."""

    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SectionCount:
    """A section and category of an edition, and how many entries stand under it."""

    section: str
    category: str
    count: int


def entries(office: Office, edition_id: str, wanted: EntryFilter = ALL, limit: int = 100, offset: int = 0) -> EntryPage:
    """The wanted entries of an edition from ``offset`` on. Raises NotFoundError."""
    with office.store.read() as unit:
        own = records.own(unit, edition_id)
        if own is not None:
            return EntryPage(*records.page(unit, own, wanted, limit, offset))
    found = [entry for entry in _shipped(office, edition_id) if _is_wanted(entry, wanted)]
    return EntryPage(tuple(islice(found, offset, offset + limit)), len(found))


def sections(office: Office, edition_id: str) -> tuple[SectionCount, ...]:
    """Sections and categories of an edition in the order of its file. Raises NotFoundError."""
    with office.store.read() as unit:
        if records.own(unit, edition_id) is not None:
            return tuple(SectionCount(*row) for row in records.sections(unit, edition_id))
    counted = Counter((entry.section, entry.category) for entry in _shipped(office, edition_id))
    return tuple(SectionCount(*place, count) for place, count in counted.items())


def _shipped(office: Office, edition_id: str) -> Sequence[Entry]:
    shelf = office.catalogue.shelf(edition_id)
    if shelf is None:
        raise NotFoundError(f"没有目录版本 {edition_id}。", code="no-edition", advice="请刷新后再试。")
    return shelf.entries


def _is_wanted(entry: Entry, wanted: EntryFilter) -> bool:
    category = wanted.category in {"", entry.category} or entry.category.startswith(f"{wanted.category}{BELOW}")
    return (
        category
        and wanted.payment_class in {None, entry.payment_class}
        and wanted.section in {"", entry.section}
        and all(_mentions(entry, word) for word in wanted.text.split())
    )


def _mentions(entry: Entry, word: str) -> bool:
    upper = word.upper()
    part = upper in entry.name.upper() or upper in entry.brand.upper()
    return part or entry.official_no == word or entry.code.startswith(upper) or initials(entry.name).startswith(upper)

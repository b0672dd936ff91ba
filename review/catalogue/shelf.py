"""One edition with its entries, and the ways in which they are found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from review.catalogue.compiled import SUFFIX, map_sections, prune, write_sections
from review.catalogue.entry import EntryKind
from review.catalogue.index import Index, is_product
from review.catalogue.rows import Rows, row_sections
from review.catalogue.strengths import strength
from review.catalogue.words import words_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from review.catalogue.entry import Edition, Entry, Printed

_MAKING = "4"
"""Goes up when the code that makes compiled files changes what is in them."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the source of an edition leaves open: key prefix of the entries it touches, and what was assumed."""

    keys: str
    text: str


@dataclass(frozen=True)
class Shelf:
    """An edition with its entries; look-ups are made on first use and kept, or mapped from a compiled file."""

    edition: Edition
    entries: Sequence[Entry]
    assumptions: tuple[Assumption, ...] = ()
    mapped: Index | None = None

    @cached_property
    def index(self) -> Index:
        """The look-ups."""
        return self.mapped or Index(self.entries)

    def by_id(self, entry_id: str) -> Entry | None:
        """The entry of that id, or None."""
        return next(iter(self.taken(self.index.ids.get(entry_id))), None)

    def coded(self, code: str) -> tuple[Entry, ...]:
        """Entries with that code; numbers of the list of drugs are no codes."""
        found = self.taken(self.index.numbers.get(code))
        return tuple(e for e in found if e.code == code or e.kind is not EntryKind.DRUG)

    def whole(self, name: str) -> tuple[Entry, ...]:
        """Entries whose whole name it is: no form of their own beside it."""
        return tuple(e for e in self.taken(self.index.named(name)) if is_whole(e))

    def stems(self, name: str) -> tuple[Entry, ...]:
        """Entries with a form beside the name."""
        return tuple(e for e in self.taken(self.index.named(name)) if not is_whole(e))

    def longer(self, name: str) -> tuple[Entry, ...]:
        """Entries that have the name with a qualifier behind it."""
        return self.taken(self.index.shortened.get(name))

    def branded(self, brand: str) -> tuple[Entry, ...]:
        """Entries sold under a trade name."""
        return self.taken(self.index.brands.get(brand))

    def taken(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """The entries of these numbers."""
        return tuple(self.entries[number] for number in numbers)

    def product(self, leader: Entry, printed: Printed, brands: Iterable[str]) -> Entry | None:
        """Of the products found through a leader the one printed, by trade name and strength; or None."""
        if not is_product(leader) or not self.index.ids.get(leader.id):
            return None
        (number, *_) = self.index.ids.get(leader.id)
        branded = [n for brand in brands for n in self.index.products.get(f"{number}@{brand}")]
        strong = self.index.products.get(f"{number}#{strength(printed.spec)}") if printed.spec else ()
        both = set(branded) & set(strong)
        found = sorted(both) or branded or list(strong)
        return self.entries[found[0]] if found else None


def is_whole(entry: Entry) -> bool:
    """Whether the entry's name says all: a product's does, and that of a row without a form of its own."""
    return not entry.dosage_form or is_product(entry)


def compiled_shelf(edition: Edition, key: str, entries: Callable[[], Iterable[Entry]], folder: Path) -> Shelf:
    """An edition mapped from its compiled file in ``folder``; made from ``entries()`` where there is no sound one.

    ``key`` names the content, such as its hash: another content has another file. The file may be deleted at any time;
    those of other word lists are, when one is written.

    Raises:
        OSError: the file cannot be written.
    """
    making = hashlib.sha256(f"{_MAKING}\n{words_stamp()}".encode()).hexdigest()[:16]
    stamp = hashlib.sha256(f"{making}\n{key}".encode()).hexdigest()
    path = folder / f"{making}-{stamp[:32]}{SUFFIX}"
    sections = map_sections(path, stamp)
    if sections is None:
        made = tuple(entries())
        sections = row_sections(made) | Index(made).sections()
        write_sections(path, stamp, sections)
        prune(folder, making)
    rows = Rows(sections)
    return Shelf(edition, rows, mapped=Index(rows, sections))

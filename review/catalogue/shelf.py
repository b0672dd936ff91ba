"""One edition as read from its folder, and the names under which its entries are found."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import Edition, EditionStatus, Entry, EntryKind, PaymentClass
from review.catalogue.names import is_qualified, normalise, shortened, spelled_out, unabbreviated
from review.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Names = dict[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the source of an edition leaves open: key prefix of the entries it touches, and what was assumed."""

    keys: str
    text: str


@dataclass(frozen=True)
class Shelf:
    """An edition with its entries; the look-ups are made on first use and kept."""

    edition: Edition
    entries: tuple[Entry, ...]
    assumptions: tuple[Assumption, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def by_code(self) -> Names:
        """Entries by printed code; the list of drugs prints none."""
        if self.edition.kind is EntryKind.DRUG:
            return {}
        keys = ((key, e) for e in self.entries for key in {e.official_no, e.id.partition("/")[2]} if key)
        return _gathered(keys)

    @cached_property
    def by_name(self) -> Names:
        """Entries whose printed name is the whole name: no form of their own beside it."""
        return _gathered((name, e) for e in self.entries if not e.dosage_form for name in _names(e))

    @cached_property
    def by_stem(self) -> Names:
        """Entries with a form beside the name, by name."""
        return _gathered((name, e) for e in self.entries if e.dosage_form for name in _names(e))

    @cached_property
    def by_shortened(self) -> Names:
        """Entries with a qualifier in brackets, by the name without it: what a careless print would leave."""
        qualified = ((n, e) for names in (self.by_name, self.by_stem) for n, found in names.items() for e in found)
        return _gathered((shortened(n), e) for n, e in qualified if is_qualified(n))

    @cached_property
    def by_abbreviated(self) -> Names:
        """Entries by name without abbreviations in brackets, which hospitals put in different places."""
        return _gathered((unabbreviated(n), e) for n, found in self.by_name.items() for e in found)

    @cached_property
    def plain_names(self) -> tuple[str, ...]:
        """The names of :attr:`names`, in its order."""
        return tuple(name for name, _ in self.names)

    @cached_property
    def names(self) -> tuple[tuple[str, Entry], ...]:
        """Every name with its entry, for search by likeness."""
        return tuple((n, e) for names in (self.by_name, self.by_stem) for n, found in names.items() for e in found)


def _names(entry: Entry) -> tuple[str, ...]:
    return spelled_out(entry.name) if entry.kind is EntryKind.DRUG else (normalise(entry.name),)


def _gathered(pairs: Iterable[tuple[str, Entry]]) -> Names:
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for name, entry in pairs:
        found[name].setdefault(entry.id, entry)
    return {name: tuple(entries.values()) for name, entries in found.items()}


def read_shelf(folder: Path) -> Shelf:
    """The edition kept in ``folder``: edition.toml and entries.csv.

    Raises:
        PolicyError: a file is missing or does not have the expected form.
    """
    try:
        with (folder / "edition.toml").open("rb") as source:
            head = tomllib.load(source)
        edition = _edition(head)
        with (folder / "entries.csv").open(encoding="utf-8", newline="") as rows:
            entries = tuple(_entry(edition, row) for row in csv.DictReader(rows))
    except (OSError, KeyError, ValueError) as error:
        message = f"目录版本“{folder.name}”无法读取：{error}"
        raise PolicyError(message, code="catalogue-unreadable", advice="请重新安装程序，或恢复该目录文件。") from error
    return Shelf(edition, entries, tuple(Assumption(**found) for found in head.get("assumed", ())))


def _edition(head: Mapping[str, Any]) -> Edition:
    starts, ends = head["effective_from"], head.get("effective_until")
    if not isinstance(starts, date) or not (ends is None or isinstance(ends, date)):
        raise ValueError("effective_from, effective_until")
    return Edition(
        id=head["id"],
        title=head["title"],
        kind=EntryKind(head["kind"]),
        region=head["region"],
        effective_from=starts,
        effective_until=ends,
        status=EditionStatus(head["status"]),
        source=head["source"],
    )


def _entry(edition: Edition, row: Mapping[str, str]) -> Entry:
    limit = row["price_limit"]
    return Entry(
        id=f"{edition.id}/{row['key']}",
        edition_id=edition.id,
        kind=edition.kind,
        official_no=row["official_no"],
        name=row["name"],
        dosage_form=row["dosage_form"],
        payment_class=PaymentClass(row["payment_class"]),
        section=row["section"],
        category=row["category"],
        remark=row["remark"],
        payment_standard=row["payment_standard"],
        price_limit=Decimal(limit) if limit else None,
        unit=row["unit"],
    )

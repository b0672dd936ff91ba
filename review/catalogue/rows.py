"""The entries of an edition as columns of numbers over one table of texts: an entry is made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.catalogue.texts import Texts, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.texts import Sections

_COLUMNS = tuple(field.name for field in fields(Entry))
_EMPTY = dict.fromkeys(("id", "edition_id", "official_no", "name"), "")
_KEPT = 4096
"""Entries kept made: a claim asks for the same few again and again."""


class Rows(Sequence[Entry]):
    """The entries in the order of the edition, as kept in the sections of a compiled file."""

    def __init__(self, sections: Sections) -> None:
        self._texts = Texts(sections["texts.block"], sections["texts.starts"])
        self._columns = [sections[f"column.{name}"] for name in _COLUMNS]
        self._made = lru_cache(_KEPT)(self._entry)

    def __len__(self) -> int:
        """How many entries the edition has."""
        return len(self._columns[0])

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        """An entry by its number, or several."""
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        return self._made(range(len(self))[number])

    def _entry(self, number: int) -> Entry:
        places = zip(_COLUMNS, [column[number] for column in self._columns], strict=True)
        found = {name: self._texts[place] for name, place in places if place}
        limit = found.pop("price_limit", "")
        kind, payment_class = EntryKind(found.pop("kind")), PaymentClass(found.pop("payment_class"))
        return Entry(**(_EMPTY | found), kind=kind, payment_class=payment_class, price_limit=_amount(limit))


def _amount(printed: str) -> Decimal | None:
    return Decimal(printed) if printed else None


class _Numbered(dict[str, int]):
    """Texts numbered in the order in which they are asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def row_sections(entries: Sequence[Entry]) -> dict[str, memoryview]:
    """The entries as sections of a compiled file."""
    known = _Numbered({"": 0})
    columns = {f"column.{name}": numbers(map(known.__getitem__, _column(entries, name))) for name in _COLUMNS}
    texts = Texts.of([text.encode() for text in known])
    return {"texts.block": memoryview(texts.block), "texts.starts": texts.starts, **columns}


def _column(entries: Sequence[Entry], name: str) -> Iterator[str]:
    if name == "price_limit":
        return ("" if entry.price_limit is None else str(entry.price_limit) for entry in entries)
    return map(attrgetter(name), entries)

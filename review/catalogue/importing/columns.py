"""What the columns of a catalogue may be, and the headings under which offices keep them (resources/catalogues)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from resources import ROOT
from review.catalogue.entry import EntryKind


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column may hold.

    Attributes:
        key: the attribute of an entry it becomes.
        label: its Chinese name for the dialog.
        headings: headings known for it, surest first.
        kinds: the kinds of catalogues that have it.
        needed: whether no entry can be made without it.
        longest: characters it may have.
        spreads: whether a cell merged over several rows plainly means each of them.
    """

    key: str
    label: str
    headings: tuple[str, ...]
    kinds: tuple[EntryKind, ...]
    needed: bool = False
    longest: int = 300
    spreads: bool = False


def _field(said: dict[str, Any]) -> Field:
    kinds = tuple(map(EntryKind, said.pop("kinds", EntryKind)))
    return Field(headings=tuple(said.pop("headings").split()), kinds=kinds, **said)


_TABLE = tomllib.loads((ROOT / "catalogues" / "columns.toml").read_text(encoding="utf-8"))

FIELDS = tuple(map(_field, _TABLE["field"]))
"""Everything a column may be, in the order in which headings are given out."""

BY_KEY = {field.key: field for field in FIELDS}

TELLS = {EntryKind(kind): tuple(words) for kind, words in _TABLE["tells"].items()}
"""Words in headings, titles and names of sheets that tell the kind of a catalogue."""

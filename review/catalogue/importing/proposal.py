"""What the reading of a catalogue file gives: proposed entries, and every fault with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from review.catalogue.entry import Entry, EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a file that cannot be taken as it stands.

    Attributes:
        sheet: the sheet, or the page of a PDF as ``第12页``; empty for a CSV file.
        row, column: row as a spreadsheet counts it, from 1, and heading of the column; 0 and empty for the whole.
        found: what stands there.
        said: what is wrong and what to do, in one Chinese sentence.
        stops: whether it forbids the import; else it is told and the row is taken.
    """

    sheet: str = ""
    row: int = 0
    column: str = ""
    found: str = ""
    said: str
    stops: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a file says of the edition as a whole; None and empty where it does not say it."""

    kind: EntryKind
    title: str = ""
    region: str = ""
    effective_from: date | None = None
    effective_until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A catalogue file as read: nothing is stored yet.

    Attributes:
        file, sha256: name and hash of the file.
        form: which reader took it: ``national-list``, ``drug-codes``, ``services``, ``supplies``.
        entries: in the order of the file; ``edition_id`` is empty and ``id`` is the key within the edition.
        faults: stopping ones first, each in the order of the file; of very many only the first are kept.
        places: sheet and row from which each entry came; empty where the form has none.
        unkept: how many more faults there are than those kept.
        notes: what the reader did that a person should know (Chinese), such as hidden columns left out.
        printed: beside each entry what its row prints and the entry says otherwise or not at all, by the names of the
            contract of ``catalogue read`` (class, category_code ...); empty where the form has nothing of the kind.
    """

    file: str
    sha256: str
    form: str
    head: Head
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    printed: tuple[Mapping[str, str], ...] = ()
    unkept: int = 0
    places: tuple[tuple[str, int], ...] = ()

    @property
    def fault_count(self) -> int:
        """How many faults the file has, kept or not."""
        return len(self.faults) + self.unkept

    @property
    def stopped(self) -> bool:
        """Whether a fault forbids taking the file over."""
        return any(fault.stops for fault in self.faults)

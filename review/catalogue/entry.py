"""Entries of a catalogue, editions that hold them, and what matching a printed line gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class PaymentClass(StrEnum):
    """甲 (A, in full), 乙 (B, after advance self-payment), 丙 (C, not paid)."""

    A = "A"
    B = "B"
    C = "C"

    @property
    def label(self) -> str:
        """The Chinese sign printed for the class."""
        return {"A": "甲", "B": "乙", "C": "丙"}[self.value]


class EntryKind(StrEnum):
    """Which of the three catalogues an entry belongs to."""

    DRUG = "drug"
    SERVICE = "service"
    SUPPLY = "supply"


class EditionStatus(StrEnum):
    """``official``: as published by an authority; ``demo``: for showing and testing, never policy."""

    OFFICIAL = "official"
    DEMO = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated edition. Both dates are inclusive; ``effective_until`` is None while it is in force without end.

    ``withdrawn`` is why it was taken out of use (Chinese), else empty: it stays readable for what was settled with it.
    """

    id: str
    title: str
    kind: EntryKind
    region: str
    effective_from: date
    effective_until: date | None
    status: EditionStatus
    source: str
    withdrawn: str = ""

    def covers(self, day: date) -> bool:
        """Whether the edition is in force on the day of care."""
        return self.effective_from <= day and (self.effective_until is None or day <= self.effective_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry.

    Attributes:
        id: unique over all editions: ``<edition id>/<number or code>`` with a suffix where one number has several rows.
        official_no: the printed number of the list, or the code of a price list.
        remark: the payment limit as printed (限…), or empty.
        payment_standard: yuan a unit, as printed, for negotiated drugs; or None.
        price_limit: highest price a unit the fund pays for, yuan; or None.
        code: the nation's code of the product, the service or the supply, where the edition has one.
        spec, brand, maker: the registered strength, the trade name and the company of one product of a drug.
        agreement: the term of a negotiated drug's agreement, as printed.
        listed_name, listed_form: name and form of the national list's entry that a product is under.
        includes: what a group's name (◇) stands for by the list's own notes: names with 、 between; or empty.
    """

    id: str
    edition_id: str
    kind: EntryKind
    official_no: str
    name: str
    dosage_form: str = ""
    payment_class: PaymentClass
    section: str = ""
    category: str = ""
    remark: str = ""
    payment_standard: str = ""
    price_limit: Decimal | None = None
    unit: str = ""
    code: str = ""
    spec: str = ""
    brand: str = ""
    maker: str = ""
    agreement: str = ""
    includes: str = ""
    listed_name: str = ""
    listed_form: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a line of paper says of an article: its name as printed; spec, unit and code are empty where not printed.

    ``others`` is what else the name may say, likeliest first.
    """

    name: str
    spec: str = ""
    unit: str = ""
    code: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible entry for a printed line: score 0 to 1 and the reasons (Chinese) for and against it.

    The score is the share of right entries among candidates of that score. ``against`` are those of the reasons that
    speak against taking it unasked.
    """

    entry: Entry
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()


OUTSIDE = "outside"
"""Entry id a clerk chooses for a line that is in no catalogue: it counts as class C, paid by the person."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """What people chose for the same words before.

    ``said`` tells who and when (Chinese); ``entry_id`` may be OUTSIDE; ``taken`` is whether it is used without asking.
    """

    choice_id: int
    entry_id: str
    said: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What matching gave. ``automatic`` is true only where the first candidate is sure; else the clerk chooses.

    ``read_as`` is the other reading of the name that led to a sure entry; empty where the name as read did.
    ``recalled`` is what people chose for these words before, the likeliest first.
    """

    automatic: bool
    candidates: tuple[Candidate, ...]
    read_as: str = ""
    recalled: tuple[Recollection, ...] = ()

    @property
    def taken(self) -> Recollection | None:
        """The remembered choice that is used without asking, or None."""
        return next((choice for choice in self.recalled if choice.taken), None)

    @property
    def entry_id(self) -> str:
        """Id of the entry that may be used without asking, OUTSIDE where people chose that, or empty."""
        if self.taken:
            return self.taken.entry_id
        return self.candidates[0].entry.id if self.automatic and self.candidates else ""

    @property
    def entry(self) -> Entry | None:
        """The entry that may be used without asking, or None; None also where OUTSIDE is."""
        return next((found.entry for found in self.candidates if found.entry.id == self.entry_id), None)

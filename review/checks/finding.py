"""What a check says, and what it may see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from review.checks.past import Past
from review.rules.book import RuleBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from review.catalogue.entry import Edition, Entry, EntryKind
    from review.checks.materials.tables import Deadlines, Materials
    from review.claim.claim import Claim
    from review.claim.paper import Place


class Group(StrEnum):
    """What a check is about: the room of review.checks it lives in."""

    PAGES = "pages"
    MATERIALS = "materials"
    RECEIPTS = "receipts"
    STAY = "stay"
    LINES = "lines"
    ENTRIES = "entries"
    LIBRARY = "library"
    FORGERY = "forgery"


class Severity(StrEnum):
    """``blocks``: must be mended. ``decision``: a person must decide, with a reason. ``clue``: worth a look."""

    BLOCKS = "blocks"
    DECISION = "decision"
    CLUE = "clue"


BESIDE = "beside"
"""The value under which a finding names the kinds of rules that say the same of its subject, more exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One doubt about a claim.

    Attributes:
        code: stable English identifier, such as ``line-product``.
        severity: what it asks of a person.
        subject: what it is about, for machines: ``claim``, ``page:<id>``, ``document:<id>``, ``line:<id>`` or
            ``value:<id>``.
        title: Chinese, a few words.
        message: Chinese, one sentence with the figures.
        advice: Chinese, what to do.
        basis: document, clause, equation or rule it rests on.
        values: the values it was found with; a decision holds only while they stay the same.
        place: where to look, or None.
        group: the room of the check that found it; the run fills it in, a check leaves it alone.
    """

    code: str
    severity: Severity
    subject: str
    title: str
    message: str
    advice: str
    basis: str
    values: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None
    group: Group = Group.PAGES

    @property
    def fingerprint(self) -> str:
        """Short digest of code, subject and values: the key under which a decision is found again."""
        text = "\n".join([self.code, self.subject, *(f"{k}={v}" for k, v in sorted(self.values.items()))])
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def _nothing_assumed(entry: Entry) -> str:  # noqa: ARG001 - a look-up that finds nothing
    return ""


def _nothing(*_: object) -> tuple[()]:
    return ()


def _no_codes(kind: EntryKind, on: date) -> bool:  # noqa: ARG001 - as above
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """Everything a check may see beside the claim; plain values and look-ups, no database.

    Attributes:
        today: the office's calendar day.
        entry: finds a catalogue entry by its id; None where it is unknown.
        edition: finds an edition by its id.
        patient_age: age in full years on the day of admission or visit, where the citizen number gives it.
        pack_warnings: what the policy pack has to say about dates and status (Chinese sentences).
        assumption: what the entry's edition assumed for want of a published figure (Chinese), or an empty string;
            CatalogueSet.assumption.
        used: the editions used for care on a day; CatalogueSet.used.
        gaps: kinds of which no edition is in force on a day; CatalogueSet.gaps.
        overlaps: pairs of editions of one kind and region that are in force together; CatalogueSet.overlaps.
        coded: entries of the editions used on a day that bear a code; CatalogueSet.coded.
        holds_codes: whether the official editions of a kind used on a day print codes, so that an unknown one tells.
        verify_above: receipts of an electronic kind above so many yuan need an answer of the treasury's site; None: the
            office asks for none.
        materials, deadlines: the office's own tables of papers and deadlines over the shipped ones; None: the shipped.
        past: what the office knows beside this claim.
        rules: the rule library in force.
        shared: what checks of one room work out once for each other, with the claim it was worked out for; never given.
    """

    today: date
    entry: Callable[[str], Entry | None]
    edition: Callable[[str], Edition | None]
    patient_age: int | None = None
    pack_warnings: tuple[str, ...] = ()
    assumption: Callable[[Entry], str] = _nothing_assumed
    used: Callable[[date], tuple[Edition, ...]] = _nothing
    gaps: Callable[[date], tuple[EntryKind, ...]] = _nothing
    overlaps: Callable[[date], tuple[tuple[Edition, Edition], ...]] = _nothing
    coded: Callable[[str, date], tuple[Entry, ...]] = _nothing
    holds_codes: Callable[[EntryKind, date], bool] = _no_codes
    verify_above: Decimal | None = None
    materials: Materials | None = None
    deadlines: Deadlines | None = None
    past: Past = Past()
    rules: RuleBook = RuleBook()
    shared: dict[str, tuple[Claim, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)


Check = Callable[["Claim", CheckContext], Iterable[Finding]]
"""A pure function: a claim and what is known beside it in, findings out."""

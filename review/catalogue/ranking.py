"""Candidates for the clerk: what agrees and what is alike, weighed by name, form, marks and specification."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nlargest
from operator import attrgetter
from typing import TYPE_CHECKING

from review.catalogue.agreement import OTHER_FORM
from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.likeness import form_added, form_otherwise, likeness, unit_added
from review.catalogue.nearness import near
from review.catalogue.weights import weights
from review.catalogue.wording import parted, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.agreement import Agreement
    from review.catalogue.entry import Entry, Printed
    from review.catalogue.shelf import Shelf
    from review.catalogue.wording import Wording

_NEAR = 10
"""Names taken from the postings for one text of one edition."""
_OF_A_NAME = 6
"""Entries weighed of one name."""
_MOST = 0.97
"""What an entry that is only alike, or of another form, can weigh at most."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An entry with its weighed likeness before calibration, and what it agrees by; or the name that is alike."""

    raw: float
    entry: Entry
    found: Agreement | None = None
    name: str = ""

    @property
    def candidate(self) -> Candidate:
        """As it is shown to the clerk."""
        score = weights().share(self.raw)
        if self.found:
            return replace(self.found.candidate, score=score)
        form = f"，剂型{self.entry.dosage_form}" if self.entry.dosage_form else ""
        return Candidate(self.entry, score, (f"名称相近（{self.raw:.0%}）：{self.name}{form}",))


def ranked(shelves: Sequence[Shelf], printed: Printed, found: Sequence[Agreement], limit: int) -> tuple[Candidate, ...]:
    """At most ``limit`` candidates, best first: agreements, and entries with names alike."""
    wording = worded(printed)
    if not wording.parted:
        return ()
    best: dict[str, _Weighed] = {}
    for one in _alike(shelves, wording):
        if one.entry.id not in best or best[one.entry.id].raw < one.raw:
            best[one.entry.id] = one
    best |= {a.entry.id: _agreeing(a, wording) for a in reversed(found)}
    return tuple(one.candidate for one in nlargest(limit, best.values(), key=attrgetter("raw")))


def _agreeing(found: Agreement, wording: Wording) -> _Weighed:
    """An agreement weighed: one of another form, or with doubts, stands behind one without."""
    raw = found.score if found.score > OTHER_FORM else min(1.0 + form_added(found.entry, wording), _MOST)
    raw += weights().added["doubted"] * bool(found.doubts) + form_otherwise(found.entry, wording)
    raw += unit_added(found.entry, wording)
    return _Weighed(min(raw, 1.0), found.entry, found)


def _alike(shelves: Sequence[Shelf], wording: Wording) -> Iterator[_Weighed]:
    bound = weights().bounds["candidate"]
    for shelf in shelves:
        names = shelf.index.names
        texts = wording.texts if shelf.edition.kind is EntryKind.DRUG else wording.texts[:1]
        for place in near(shelf.index, texts, _NEAR):
            name = parted(names.keys[place])
            for entry in shelf.taken(names.at(place)[:_OF_A_NAME]):
                raw = min(likeness(entry, name, wording), _MOST)
                if raw >= bound:
                    yield _Weighed(raw, entry, name=name.text)

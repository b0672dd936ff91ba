"""Candidates for the clerk: what agrees and what is alike, weighed by name, form, marks and specification."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from review.catalogue.agreement import OTHER_FORM
from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.likeness import form_added, likeness
from review.catalogue.nearness import near
from review.catalogue.weights import weights
from review.catalogue.wording import parted, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.agreement import Agreement
    from review.catalogue.entry import Printed
    from review.catalogue.shelf import Shelf
    from review.catalogue.wording import Wording

_NEAR = 10
"""Names taken from the postings for one text of one edition."""
_OF_A_NAME = 6
"""Entries weighed of one name."""
_MOST = 0.97
"""What an entry that is only alike can weigh at most."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    raw: float
    candidate: Candidate


def ranked(shelves: Sequence[Shelf], printed: Printed, found: Iterable[Agreement], limit: int) -> tuple[Candidate, ...]:
    """At most ``limit`` candidates, best first: agreements, and entries with names alike."""
    wording = worded(printed)
    if not wording.parted:
        return ()
    known = {a.entry.id: _agreeing(a, wording) for a in found}
    best = {one.candidate.entry.id: one for one in sorted(_alike(shelves, wording), key=lambda one: one.raw)} | known
    first = nlargest(limit, best.values(), key=lambda one: one.raw)
    return tuple(Candidate(w.candidate.entry, weights().share(w.raw), w.candidate.reasons) for w in first)


def _agreeing(found: Agreement, wording: Wording) -> _Weighed:
    """An agreement as a candidate: one of another form, or with doubts, stands behind one without."""
    raw = found.score + weights().added["doubted"] * bool(found.doubts)
    if found.score <= OTHER_FORM:
        raw = 1.0 + form_added(found.entry, wording)
    return _Weighed(min(raw, 1.0), found.candidate)


def _alike(shelves: Sequence[Shelf], wording: Wording) -> Iterator[_Weighed]:
    for shelf in shelves:
        drugs = shelf.edition.kind is EntryKind.DRUG
        texts = wording.texts if drugs else wording.texts[:1]
        for place in {place for text in texts for place in near(shelf.index, text, _NEAR)}:
            name = parted(shelf.index.names.keys[place])
            for entry in shelf.taken(shelf.index.names.at(place)[:_OF_A_NAME]):
                raw = min(likeness(entry, name, wording), _MOST)
                if raw >= weights().bounds["candidate"]:
                    form = f"，剂型{entry.dosage_form}" if entry.dosage_form else ""
                    yield _Weighed(raw, Candidate(entry, 0.0, (f"名称相近（{raw:.0%}）：{name.text}{form}",)))

"""Candidates for the clerk: what agrees and what is alike, weighed by name, form, marks and specification."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from review.catalogue.agreement import OTHER_FORM
from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.index import names_of
from review.catalogue.nearness import near
from review.catalogue.shelf import is_whole
from review.catalogue.weights import weights
from review.catalogue.wording import parted, worded
from review.catalogue.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.agreement import Agreement
    from review.catalogue.entry import Entry, Printed
    from review.catalogue.shelf import Shelf
    from review.catalogue.wording import Parted, Wording

_NEAR = 16
"""Names taken from the postings for one text of one edition."""
_OF_A_NAME = 6
"""Entries weighed of one name."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its weighed likeness before calibration."""

    raw: float
    candidate: Candidate


def ranked(shelves: Sequence[Shelf], printed: Printed, found: Iterable[Agreement], limit: int) -> tuple[Candidate, ...]:
    """At most ``limit`` candidates, best first: agreements and entries with names alike."""
    wording = worded(printed)
    if not wording.parted:
        return ()
    alike = sorted(_alike(shelves, wording), key=lambda one: one.raw)
    best = {one.candidate.entry.id: one for one in alike} | {a.entry.id: _agreeing(a, wording) for a in found}
    first = nlargest(limit, best.values(), key=lambda one: one.raw)
    return tuple(Candidate(w.candidate.entry, weights().share(w.raw), w.candidate.reasons) for w in first)


def _agreeing(found: Agreement, wording: Wording) -> Weighed:
    """An agreement as a candidate: one of another form, or with doubts, stands behind one without."""
    added = weights().added
    raw = found.score + added["doubted"] * bool(found.doubts)
    if found.score <= OTHER_FORM:
        raw = 1.0 + _form_added(found.entry, wording.parted[0], wording.hinted)
    return Weighed(min(raw, 1.0), found.candidate)


def _alike(shelves: Sequence[Shelf], wording: Wording) -> Iterator[Weighed]:
    for shelf in shelves:
        drugs = shelf.edition.kind is EntryKind.DRUG
        places = {p for text in (wording.texts if drugs else wording.texts[:1]) for p in near(shelf.index, text, _NEAR)}
        for place in places:
            name = parted(shelf.index.names.keys[place])
            for entry in shelf.taken(shelf.index.names.at(place)[:_OF_A_NAME]):
                yield from _weighed(entry, name, wording)


def _weighed(entry: Entry, name: Parted, wording: Wording) -> Iterator[Weighed]:
    liken = _drug_raw if entry.kind is EntryKind.DRUG else _service_raw
    raw = max(liken(entry, name, one, wording.hinted) - 0.02 * n for n, one in enumerate(wording.parted))
    if raw >= weights().bounds["candidate"]:
        form = f"，剂型{entry.dosage_form}" if entry.dosage_form else ""
        yield Weighed(min(raw, 0.97), Candidate(entry, 0.0, (f"名称相近（{raw:.0%}）：{name.text}{form}",)))


def _drug_raw(entry: Entry, name: Parted, one: Parted, hinted: tuple[str, ...]) -> float:
    stems = (name.text,) if not is_whole(entry) else name.stems
    close = max(_likeness(mine, theirs) for mine in one.stems for theirs in stems)
    close = max(close, _likeness(one.text, name.text))
    differs = weights().added["qualifier_differs"] * bool(one.marks ^ name.marks)
    return close + _form_added(entry, one, hinted) + differs


def _form_added(entry: Entry, one: Parted, hinted: tuple[str, ...]) -> float:
    """For or against an entry by its form: as printed, else as specification and unit hint."""
    added = weights().added
    if one.formed:
        return added["form_agrees"] if _agrees(entry, one) else added["form_differs"]
    if hinted and entry.dosage_form:
        known = hinted.index(entry.dosage_form) if entry.dosage_form in hinted else -1
        return added["unhinted"] if known < 0 else added["hinted"] * (1 - known / len(hinted)) + added["form_untold"]
    return added["form_untold"]


def _agrees(entry: Entry, one: Parted) -> bool:
    if not is_whole(entry):
        return any(formed.agrees(entry.dosage_form) for formed in one.formed)
    theirs = {form for name in names_of(entry) for formed in parted(name).formed for form in formed.forms}
    return not theirs or any(formed.forms & theirs for formed in one.formed)


def _service_raw(entry: Entry, name: Parted, one: Parted, hinted: tuple[str, ...]) -> float:  # noqa: ARG001 - called as the other
    whole, bare = _likeness(one.text, name.text), _likeness(one.bare, name.bare)
    differs = weights().added["bracket_differs"] * bool(one.brackets - name.brackets)
    return 0.6 * whole + 0.4 * bare + differs + weights().added["qualifier_differs"] * bool(one.marks ^ name.marks)


def _likeness(one: str, other: str) -> float:
    """Likeness of two normalised texts, 0 to 1: half as printed, half with look-alikes folded."""
    return (fuzz.ratio(one, other) + fuzz.ratio(folded(one), folded(other))) / 200

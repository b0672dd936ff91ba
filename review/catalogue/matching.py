"""From a printed line to a catalogue entry: code, then name and form in full agreement, else candidates for the clerk.

Never wrongly in silence: only a single agreement without doubts, or several with the same terms, is taken unasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from review.catalogue.agreement import EXACT, OTHER_FORM, Agreement, agreements, terms
from review.catalogue.entry import Candidate, EntryKind, Match
from review.catalogue.forms import taken_apart
from review.catalogue.lookalikes import settled
from review.catalogue.names import normalise, readings
from review.catalogue.radicals import bases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.entry import Printed
    from review.catalogue.shelf import Shelf

CANDIDATES = 8
ALIKE = 50
"""Likeness in percent below which a name is no candidate."""
SPEAKS_FOR = 60
"""Likeness in percent from which a printed name does not speak against the entry of a printed code."""

NOTHING = Match(automatic=False, candidates=())


def match(shelves: Sequence[Shelf], printed: Printed) -> Match:
    """What the editions hold for a printed line: sure, or candidates with reasons, best first."""
    plain = _as_read(shelves, printed)
    return settled(printed, plain, lambda other: _as_read(shelves, other)) if printed.others else plain


def _as_read(shelves: Sequence[Shelf], printed: Printed) -> Match:
    if not printed.name.strip() and not printed.code.strip():
        return NOTHING
    coded = _by_code(shelves, printed)
    found = (coded,) if coded else agreements(shelves, printed)
    sure = tuple(a for a in found if a.score > OTHER_FORM)
    if _unambiguous(sure):
        return Match(automatic=True, candidates=tuple(a.candidate for a in found))
    likely = (*_explained(sure), *(a.candidate for a in found if a.score <= OTHER_FORM))
    known = {candidate.entry.id for candidate in likely}
    similar = (c for c in alike(shelves, barest(printed), CANDIDATES) if c.entry.id not in known)
    return Match(automatic=False, candidates=(*likely, *similar)[:CANDIDATES])


def _unambiguous(sure: Sequence[Agreement]) -> bool:
    if not sure or any(a.doubts for a in sure):
        return False
    same_terms = len({(a.entry.kind, *terms(a.entry)) for a in sure}) == 1
    return len(sure) == 1 or (same_terms and all(a.score == EXACT for a in sure))


def _explained(sure: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """The agreements, with a word on why none was taken where there are several."""
    why = (f"同样相符的条目有{len(sure)}个",) if len(sure) > 1 else ()
    return tuple(Candidate(a.entry, a.score, (*a.candidate.reasons, *why)) for a in sure)


def _by_code(shelves: Iterable[Shelf], printed: Printed) -> Agreement | None:
    """The entry of a printed code, where its name does not speak against it."""
    code = printed.code.strip()
    found = [entry for shelf in shelves for entry in shelf.by_code.get(code, ())] if code else []
    named = [e for e in found if _likeness(e.name, printed.name) >= SPEAKS_FOR or not printed.name.strip()]
    return Agreement(named[0], EXACT, f"编码{code}与目录一致") if len(named) == 1 else None


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(normalise(one), normalise(other))


def barest(printed: Printed) -> tuple[str, ...]:
    """What likeness is measured on: the barest reading of a printed name, and its stem without form and radicals."""
    text = tuple(readings(printed.name))[-1].text
    stems = [formed.stem for formed in taken_apart(text)]
    shorter = [*stems, *(base for stem in stems for base, _ in bases(stem))]
    return (text, min(shorter, key=len)) if shorter else (text,)


def alike(shelves: Iterable[Shelf], texts: Sequence[str], limit: int) -> tuple[Candidate, ...]:
    """Entries with names similar to one of the texts, best first; score 0 to 0.79, for none of them agrees.

    Only the first text is compared with services and supplies: they have no forms to leave out.
    """
    best: dict[str, Candidate] = {}
    for shelf in shelves:
        for text in texts if shelf.edition.kind is EntryKind.DRUG else texts[:1]:
            for candidate in _similar(shelf, text, limit):
                known = best.get(candidate.entry.id)
                best[candidate.entry.id] = max(known or candidate, candidate, key=lambda c: c.score)
    return tuple(sorted(best.values(), key=lambda c: -c.score)[:limit])


def _similar(shelf: Shelf, text: str, limit: int) -> Iterator[Candidate]:
    found = process.extract(text, shelf.plain_names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=limit)
    for name, score, index in found:
        entry = shelf.names[index][1]
        form = f"，剂型{entry.dosage_form}" if entry.dosage_form else ""
        yield Candidate(entry, round(min(score / 100, 1.0) * 0.79, 3), (f"名称相近（{score:.0f}%）：{name}{form}",))

"""What people chose for printed words before, and when that may be taken again without asking.

Taken unasked is only a choice that a first review approved: one of the same hospital that nobody contradicts, or one
in which two hospitals agree and none differs, where the catalogue is not sure of something else. Never one whose
entry's class or limits changed since, and none against a printed code that the catalogue holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from review.catalogue.agreement import terms
from review.catalogue.entry import OUTSIDE, Candidate, Match, Recollection
from review.catalogue.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from review.catalogue.entry import Edition, Entry, Printed

CANDIDATES = 8
REMEMBERED = 0.95
"""Least score of an entry that a person chose for the same words before."""
HOSPITALS = 2
"""So many hospitals must agree before a choice counts for all of them."""


class ChoiceState(StrEnum):
    """``pending``: its claim is not approved yet; ``dropped``: taken back by the clerk; ``revoked``: out of use."""

    PENDING = "pending"
    APPROVED = "approved"
    DROPPED = "dropped"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a clerk: for these words on the paper of this hospital, this entry.

    Attributes:
        hospital: name of the hospital in one way of writing; empty where the paper named none.
        printed: the words as they stood on the line.
        entry_id: the entry chosen, or OUTSIDE.
        terms: class and limits of the entry when it was chosen; for OUTSIDE the editions then in use.
        version: first, second … choice for these words at this hospital.
        claim, line_id: where it was made.
        day, at, by, person: when (the office's day, and the instant), username and name of who chose.
        approved_at, approved_by: the first review that approved the claim.
        ended_at, ended_by, reason: when, by whom and why it was taken out of use.
    """

    id: int
    hospital: str
    printed: Printed
    entry_id: str
    terms: tuple[str, ...]
    state: ChoiceState
    version: int
    claim: str
    line_id: int
    day: date
    at: datetime
    by: str
    person: str
    approved_at: datetime | None = None
    approved_by: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is still in use, approved or not."""
        return self.state in {ChoiceState.PENDING, ChoiceState.APPROVED}


class Editions(Protocol):
    """What memory asks of the editions in use; CatalogueSet has it."""

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, of whatever edition."""

    def used(self, on: date) -> tuple[Edition, ...]:
        """The editions used for care on that day."""

    def coded(self, code: str, on: date) -> tuple[Entry, ...]:
        """Entries of the editions used on that day that bear the code."""

    def counterparts(self, entry: Entry, on: date) -> tuple[Entry, ...]:
        """The same article in the editions used on that day."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where words stand: at which hospital, on which day of care, before which editions."""

    hospital: str
    on: date
    editions: Editions

    def terms(self, entry_id: str) -> tuple[str, ...]:
        """What a choice must find unchanged: class and limits of the entry; for OUTSIDE the editions in use."""
        entry = self.editions.entry(entry_id)
        return terms(entry) if entry else tuple(sorted(edition.id for edition in self.editions.used(self.on)))


@dataclass(frozen=True, slots=True)
class _Vote:
    """A choice as it stands on the day: the entry it comes to now, and whether its terms are still the same."""

    choice: Choice
    entry_id: str
    fresh: bool

    @property
    def sure(self) -> bool:
        return self.fresh and self.choice.state is ChoiceState.APPROVED


def signature(printed: Printed) -> str:
    """Name, strength and unit in one way of writing: the words by which a choice is found again; empty without name."""
    name = normalise(printed.name)
    return "|".join((name, normalise(printed.spec), normalise(printed.unit))) if name else ""


def hospital_key(name: str) -> str:
    """A hospital's name in one way of writing."""
    return normalise(name)


def remembered(match: Match, printed: Printed, choices: Iterable[Choice], scene: Scene) -> Match:
    """The match with what people chose for these words before: taken where that is safe, else shown.

    Args:
        match: what the catalogue alone gives.
        printed: the words.
        choices: all choices for these words, of every hospital.
        scene: where the words stand now.
    """
    votes = [vote for choice in choices if choice.counts and (vote := _vote(choice, scene))]
    votes.sort(key=lambda vote: (vote.choice.hospital != scene.hospital, -vote.choice.id))
    if not votes:
        return match
    code = printed.code.strip()
    if code and scene.editions.coded(code, scene.on):
        return replace(match, recalled=tuple(_told(vote, scene.hospital) for vote in votes[:CANDIDATES]))
    return _shown(match, votes, _taken(votes, match, scene.hospital), scene)


def _vote(choice: Choice, scene: Scene) -> _Vote | None:
    """The choice on the day of care; None where its article is in no edition used then."""
    if choice.entry_id == OUTSIDE:
        return _Vote(choice, OUTSIDE, choice.terms == scene.terms(OUTSIDE))
    entry = scene.editions.entry(choice.entry_id)
    found = scene.editions.counterparts(entry, scene.on) if entry else ()
    meant = [other for other in found if other.id == choice.entry_id] or found
    fresh = all(terms(other) == choice.terms for other in meant)
    return _Vote(choice, meant[0].id, fresh) if meant else None


def _taken(votes: Sequence[_Vote], match: Match, hospital: str) -> _Vote | None:
    """The choice that may be used without asking, or None."""
    here = [vote for vote in votes if vote.choice.hospital == hospital] if hospital else []
    if any(vote.choice.state is ChoiceState.APPROVED for vote in here):
        return _agreed(here)
    taken = _agreed(votes)
    hospitals = {vote.choice.hospital for vote in votes if vote.sure} - {""}
    speaks_against = taken is not None and match.entry_id not in {"", taken.entry_id}
    return None if len(hospitals) < HOSPITALS or speaks_against else taken


def _agreed(votes: Sequence[_Vote]) -> _Vote | None:
    """The latest sure choice, where all choices come to the same; one of OUTSIDE under other editions says nothing."""
    meant = {vote.entry_id for vote in votes if vote.fresh or vote.entry_id != OUTSIDE}
    return next((vote for vote in votes if vote.sure), None) if len(meant) == 1 else None


def _told(vote: _Vote, hospital: str, *, taken: bool = False) -> Recollection:
    choice = vote.choice
    where = "本院" if choice.hospital == hospital else choice.hospital or "未注明的医院"
    what = "选定为目录外" if vote.entry_id == OUTSIDE else "选定"
    open_ = "，该单尚未通过初审" if choice.state is ChoiceState.PENDING else ""
    changed = "" if vote.fresh else "，其后目录或支付条件有变，须重新核对"
    said = f"记忆：{choice.person} {choice.day} 在{where}{what}{open_}{changed}"
    return Recollection(choice.id, vote.entry_id, said, taken)


def _shown(match: Match, votes: Sequence[_Vote], taken: _Vote | None, scene: Scene) -> Match:
    """The match with the remembered entries first, each with the words of the memory among its reasons."""
    told = [_told(vote, scene.hospital, taken=vote is taken) for vote in votes[:CANDIDATES]]
    if taken is None and match.automatic and not _against(votes, match, scene.hospital):
        return replace(match, recalled=tuple(told))
    told.sort(key=lambda choice: not choice.taken)
    said = {choice.entry_id: [c.said for c in told if c.entry_id == choice.entry_id] for choice in told}
    first = [found for id_ in said if (found := _candidate(id_, said[id_], match, scene))]
    rest = [candidate for candidate in match.candidates if candidate.entry.id not in said]
    candidates = (*first, *rest)[:CANDIDATES]
    return Match(automatic=taken is not None, candidates=candidates, recalled=tuple(told))


def _against(votes: Iterable[_Vote], match: Match, hospital: str) -> bool:
    """Whether this hospital's choice, or that of several others, speaks against what the catalogue is sure of."""
    differing = {vote.choice.hospital for vote in votes if vote.fresh and vote.entry_id != match.entry_id}
    return hospital in differing or len(differing - {""}) >= HOSPITALS


def _candidate(entry_id: str, said: list[str], match: Match, scene: Scene) -> Candidate | None:
    entry = scene.editions.entry(entry_id)
    if entry is None:
        return None
    known = next((c for c in match.candidates if c.entry.id == entry_id), Candidate(entry, 0.0, ()))
    return replace(known, score=max(known.score, REMEMBERED), reasons=(*said, *known.reasons))

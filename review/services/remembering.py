"""The memory of choices: noted as clerks choose, in use once a first review has approved, listed and revocable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.catalogue.memory import Choice, ChoiceState, Scene, hospital_key, signature
from review.claim.moves import require_role
from review.errors import ConflictError, InputError
from review.services.edition_changes import KEEPERS, SUBJECT
from review.services.matching import BY_PEOPLE, hospital_of, line_in, printed
from review.store import choice_records, records
from review.store.unit import Deed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.paper import Line
    from review.claim.people import Actor
    from review.services.office import Office, Work

_NEW = {"entry_id": "", "matched_by": ""}


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice as it is listed: its entry (None for OUTSIDE), names of who chose and who ended it, lines it matched."""

    choice: Choice
    entry: Entry | None
    by_name: str
    ended_by_name: str
    uses: int


def note_choices(work: Work) -> None:
    """Within a unit: note what a clerk chose in this work, and drop what was taken back."""
    for line in _rechosen(work):
        known = [c for c in choice_records.of_claim(work.unit, work.claim.number) if c.line_id == line.id]
        for choice in known:
            _drop(work, choice)
        _note(work, line)


def approve_choices(work: Work) -> None:
    """Within the unit of a first approval: put into use what the claim's lines still say and clerks still hold."""
    lines = {line.id: line for line in _lines(work) if not line.removed}
    for choice in choice_records.of_claim(work.unit, work.claim.number):
        line = lines.get(choice.line_id)
        if line is not None and _stands(choice, line):
            del lines[choice.line_id]
        else:
            _drop(work, choice)
    for line in lines.values():
        _note(work, line)
    held = choice_records.of_claim(work.unit, work.claim.number)
    fresh = [choice for choice in held if choice.state is ChoiceState.PENDING]
    now, person, number = work.office.clock(), work.actor.username, work.claim.number
    choice_records.approve(work.unit, [choice.id for choice in fresh], Deed(now, person))
    for choice in fresh:
        work.unit.tell(now, person, "learn_choice", number, after=_plain(choice))


def memory(office: Office, text: str = "", *, ended: bool = True) -> tuple[ChoiceView, ...]:
    """All choices whose words, hospital or person hold the text, latest first; with ``ended`` also those out of use."""
    editions = office.catalogue
    with office.store.read() as unit:
        names = {user.username: user.full_name for user in records.users(unit)}
        found = choice_records.listed(unit, text, ended=ended)
    return tuple(
        ChoiceView(
            choice, editions.entry(choice.entry_id), choice.person, names.get(choice.ended_by, choice.ended_by), n
        )
        for choice, n in found
    )


def revoke_choice(office: Office, actor: Actor, choice_id: int, reason: str) -> None:
    """Take a choice out of use, with the reason; lines it matched stay until their claims are matched anew.

    Raises:
        ForbiddenError, InputError (no reason), NotFoundError, ConflictError (out of use already): nothing has changed.
    """
    require_role(actor, KEEPERS)
    if not reason.strip():
        raise InputError("请填写理由,未作任何改动。", code="reason-missing")
    with office.store.write() as unit:
        choice = choice_records.choice(unit, choice_id)
        if not choice.counts:
            raise ConflictError("这条记忆已经停用,未作任何改动。", code="already-ended", advice="请刷新后查看。")
        now, person, why = office.clock(), actor.username, reason.strip()
        choice_records.end(unit, choice_id, ChoiceState.REVOKED, Deed(now, person, why))
        unit.tell(now, person, "revoke_choice", SUBJECT, before=_plain(choice), reason=why)


def _rechosen(work: Work) -> Iterator[Line]:
    """Lines whose entry this work changed, where a clerk chose it before or now."""
    for line in _lines(work):
        before = work.rows.get(("line", line.id), _NEW)
        ways = before["matched_by"], line.matched_by
        if BY_PEOPLE in ways and (before["entry_id"], ways[0]) != (line.entry_id, ways[1]):
            yield line


def _lines(work: Work) -> Iterator[Line]:
    return (line for document in work.claim.documents for line in document.lines)


def _note(work: Work, line: Line) -> None:
    if line.matched_by == BY_PEOPLE and signature(printed(line)):
        choice_records.add(work.unit, **_noted(work, line))


def _noted(work: Work, line: Line) -> dict[str, object]:
    document, _ = line_in(work.claim, line.id)
    day, hospital = work.claim.care.day or work.office.today, hospital_key(hospital_of(work.claim, document))
    return {
        "hospital": hospital,
        "printed": printed(line),
        "entry_id": line.entry_id,
        "terms": Scene(hospital, day, work.office.catalogue).terms(line.entry_id),
        "claim": work.claim.number,
        "line_id": line.id,
        "day": work.office.today,
        "at": work.office.clock(),
        "by": work.actor.username,
        "person": work.actor.full_name,
    }


def _stands(choice: Choice, line: Line) -> bool:
    """Whether the line still says and is what was chosen."""
    chosen = line.matched_by == BY_PEOPLE and line.entry_id == choice.entry_id
    return chosen and signature(printed(line)) == signature(choice.printed)


def _drop(work: Work, choice: Choice) -> None:
    choice_records.end(work.unit, choice.id, ChoiceState.DROPPED, Deed(work.office.clock(), work.actor.username))


def _plain(choice: Choice) -> dict[str, object]:
    """The choice as the journal tells it."""
    printed_ = choice.printed
    return {"choice": choice.id, "name": printed_.name, "hospital": choice.hospital, "entry_id": choice.entry_id}

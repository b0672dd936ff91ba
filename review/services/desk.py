"""The clerk's desk: corrections, confirmations, rows, catalogue entries, answers to findings; each undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import OUTSIDE
from review.claim import typed
from review.claim.derive import follow_paper
from review.claim.edits import Edit, confirmed, edited, with_document, with_line
from review.claim.moves import is_own, refuse_own
from review.claim.paper import Line, Standing, Value
from review.claim.standing import weighed
from review.errors import ConflictError, InputError, NotFoundError
from review.services.answers import Answer, Ruling, decide, judge_line
from review.services.learning import note_corrections
from review.services.matching import BY_PEOPLE, follow_words, hospital_of, line_in, match_line, printed
from review.services.office import opened
from review.services.remembering import note_choices
from review.services.undoing import redo, undo
from review.store import queries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from review.catalogue.entry import Candidate
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office

__all__ = [
    "Answer",
    "Edit",
    "Ruling",
    "add_line",
    "begin_review",
    "candidates",
    "choose_entry",
    "claim_next",
    "confirm",
    "correct",
    "decide",
    "judge_line",
    "redo",
    "remove_line",
    "restore_line",
    "undo",
]


def begin_review(office: Office, actor: Actor, number: str) -> Claim:
    """Take a read claim up for the first review."""
    with office.move(actor, "begin_review", number) as work:
        pass
    return work.claim


def claim_next(office: Office, actor: Actor) -> Claim | None:
    """Take up the waiting claim due first, never one's own; None where none waits. No two clerks get the same."""
    try:
        return _take_first(office, actor)
    except ConflictError as error:
        if error.code != "stale":
            raise
    return claim_next(office, actor)  # on a server another clerk may be quicker to the same claim; there is a next one


def _take_first(office: Office, actor: Actor) -> Claim | None:
    with office.store.write() as unit:
        for number in queries.waiting(unit):
            work = opened(office, unit, actor, number)
            if is_own(work.claim, actor):
                continue
            work.move("begin_review")
            work.keep("begin_review")
            return work.claim
    return None


def correct(office: Office, actor: Actor, number: str, edits: Sequence[Edit], *, version: int | None = None) -> Claim:
    """Type other values; saved at once, what was read is kept for ever. All edits are taken or none.

    Lines whose words are typed anew are matched anew, unless a clerk chose their entry.

    Raises:
        InputError: a value does not fit its field.
        NotFoundError: a target does not exist.
        ForbiddenError, ConflictError: see :meth:`Office.edit`.
    """
    with office.edit(actor, "correct", number, version=version) as work:
        before = work.claim
        for edit in edits:
            work.claim = edited(work.claim, edit)
        refuse_own(work.claim, actor)
        work.claim = follow_words(office, before, work.claim)
        note_corrections(work)
    return work.claim


def confirm(office: Office, actor: Actor, number: str, targets: Sequence[str]) -> Claim:
    """Say that things were looked at and are right as read: values, rows, papers, failed pages."""
    with office.edit(actor, "confirm", number) as work:
        for target in targets:
            work.claim = confirmed(work.claim, target)
    return work.claim


def add_line(office: Office, actor: Actor, number: str, document_id: int, cells: Mapping[str, str]) -> Claim:
    """Add a row that reading missed; cells by the contract's line keys."""
    values = {
        key: Value(key=key, value=typed.cell(key, text), standing=Standing.TYPED) for key, text in cells.items() if text
    }
    if not values:
        raise InputError("请填写明细内容。", code="empty-line")
    with office.edit(actor, "add_line", number) as work:
        before = work.claim
        after = with_document(
            before,
            document_id,
            lambda d: replace(d, lines=(*d.lines, weighed(Line(position=len(d.lines), values=values)))),
        )
        work.claim = follow_words(office, before, follow_paper(before, after))
    return work.claim


def remove_line(office: Office, actor: Actor, number: str, line_id: int) -> Claim:
    """Strike a row out; it stays visible and can be restored."""
    with office.edit(actor, "remove_line", number) as work:
        work.claim = with_line(work.claim, line_id, lambda line: replace(line, removed=True))
    return work.claim


def restore_line(office: Office, actor: Actor, number: str, line_id: int) -> Claim:
    """Bring a struck-out row back."""
    with office.edit(actor, "restore_line", number) as work:
        work.claim = with_line(work.claim, line_id, lambda line: replace(line, removed=False))
    return work.claim


def choose_entry(office: Office, actor: Actor, number: str, line_id: int, entry_id: str) -> Claim:
    """Say which catalogue entry a row is; ``outside`` for one in no catalogue (class C). Raises NotFoundError."""
    if entry_id != OUTSIDE and office.catalogue.entry(entry_id) is None:
        raise NotFoundError(f"目录中没有条目 {entry_id}。", code="no-entry", advice="请重新选择。")
    chosen: dict[str, Any] = {"entry_id": entry_id, "matched_by": BY_PEOPLE, "match_note": "", "choice_id": 0}
    with office.edit(actor, "choose_entry", number) as work:
        work.claim = with_line(work.claim, line_id, lambda line: replace(line, **chosen))
        note_choices(work)
    return work.claim


def candidates(office: Office, number: str, line_id: int) -> tuple[Candidate, ...]:
    """What the catalogue of the day of care and the memory offer for a row, best first. Raises NotFoundError."""
    with office.store.read() as unit:
        claim = unit.folder(number).claim
    document, line = line_in(claim, line_id)
    day = claim.care.day or office.today
    return match_line(office, printed(line), day, hospital_of(claim, document)).candidates

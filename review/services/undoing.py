"""Undo and redo: the journal itself is the stack, and each of both is a new row in it. Nothing is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.states import MOVES
from review.errors import ConflictError
from review.services.learning import note_corrections
from review.services.remembering import note_choices
from review.store import queries
from review.store.changes import undone
from review.store.mapping import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office

EDITS = frozenset(
    {
        "correct",
        "confirm",
        "add_line",
        "remove_line",
        "restore_line",
        "choose_entry",
        "rematch",
        "decide",
        "judge_line",
        "turn_page",
        "move_page",
        "add_pages",
        "replace_page",
        "remove_page",
        "add_document",
    }
)
"""Actions that can be taken back, by the person who did them, until the claim moves on."""


def undo(office: Office, actor: Actor, number: str) -> Claim:
    """Take back the actor's last edit since the claim's last move.

    Raises:
        ConflictError: there is none, or somebody changed the same thing since; then nothing has changed.
    """
    with office.edit(actor, "undo", number) as work:
        done, _ = _stacks(queries.acts(work.unit, number), actor)
        if not done:
            raise ConflictError("没有可以撤销的改动。", code="nothing-to-undo")
        row = queries.journal_row(work.unit, done[-1])
        work.folder = folder_of(undone(number, work.rows, row.before, row.after))
        note_corrections(work, anew=False)
        note_choices(work)
    return work.claim


def redo(office: Office, actor: Actor, number: str) -> Claim:
    """Do again what the actor last took back. Raises ConflictError, as :func:`undo`."""
    with office.edit(actor, "redo", number) as work:
        _, taken_back = _stacks(queries.acts(work.unit, number), actor)
        if not taken_back:
            raise ConflictError("没有可以重做的改动。", code="nothing-to-redo")
        row = queries.journal_row(work.unit, taken_back[-1])
        work.folder = folder_of(undone(number, work.rows, row.after, row.before))
        note_corrections(work)
        note_choices(work)
    return work.claim


def _stacks(acts: Iterable[tuple[int, str, str]], actor: Actor) -> tuple[list[int], list[int]]:
    """Sequence numbers of the actor's edits that stand, and of those taken back, latest last."""
    done: list[int] = []
    taken_back: list[int] = []
    for sequence, action, person in acts:
        if action in MOVES:
            done, taken_back = [], []
        elif person == actor.username and action in EDITS:
            done, taken_back = [*done, sequence], []
        elif person == actor.username and action == "undo":
            taken_back.append(done.pop())
        elif person == actor.username and action == "redo":
            done.append(taken_back.pop())
    return done, taken_back

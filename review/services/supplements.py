"""The notice that tells a person once, and all at once, what is still to be handed in (一次性告知书)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from review.calendar import add_working_days
from review.checks.materials.lacking import Lacking, Want, lacking
from review.checks.paperwork import call
from review.claim import typed
from review.claim.moves import check_edit
from review.claim.paper import Custody
from review.claim.states import ClaimState
from review.errors import ConflictError, InputError
from review.services.office import opened
from review.services.own_tables import tables_of
from review.services.review import pause
from review.store import queries

if TYPE_CHECKING:
    from datetime import datetime

    from review.claim.journal import JournalRow
    from review.claim.people import Actor
    from review.services.office import Office, Work
    from review.store.mapping import Folder
    from review.store.unit import Unit

ACTION = "issue_notice"
"""The journal's word for a notice; the row holds all of it, so that it can be printed again as it was."""
_NOTHING = "没有查到需要补正的材料，没有写出告知书，报销单未作改动。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a person was, or would be, told.

    Attributes:
        items: everything the software found to be lacking and nobody has let pass.
        notes: what the clerk adds (Chinese), one thing each.
        held: the papers the office had by then: what each is called, its pages, what it was said to be.
        due_on: the last day to hand it in.
        working_days: how many working days that are from the day of the notice.
        by, at: who issued it and when; empty while it is a draft.
    """

    claim: str
    items: tuple[Lacking, ...]
    notes: tuple[str, ...] = ()
    held: tuple[tuple[str, int, Custody], ...] = ()
    due_on: date
    working_days: int
    by: str = ""
    at: datetime | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """Everything asked for, a phrase each."""
        return (*(item.said for item in self.items), *self.notes)


def draft_notice(office: Office, number: str, note: str = "") -> Notice:
    """The notice as it would be issued now; nothing is kept, and there may be nothing to ask for.

    Raises:
        NotFoundError: no such claim. InputError: the note is too long, or a table of the office is wrong.
    """
    with office.store.read() as unit:
        return _draft(office, unit.folder(number), note)


def issue_notice(office: Office, actor: Actor, number: str, note: str = "") -> Notice:
    """Tell a person everything that is lacking; the claim waits for it and the office's clock stops.

    Raises:
        InputError: nothing is lacking and the clerk adds nothing.
        ConflictError: the claim is in no first review, or a notice was given for this very supplement already.
        ForbiddenError: the actor is no clerk, or the claim is their own.
    """
    with office.store.write() as unit:
        work = opened(office, unit, actor, number)
        check_edit(work.claim, actor)
        now = office.clock()
        notice = replace(_draft(office, work.folder, note), by=actor.username, at=now)
        require_something(notice)
        _wait(work, notice)
        told = {"asked": list(notice.said), "hand_in_by": str(notice.due_on), "notice": _plain(notice)}
        unit.tell(now, actor.username, ACTION, number, after=told)
    return notice


def notices(office: Office, number: str) -> tuple[Notice, ...]:
    """All notices of a claim as they were issued, oldest first."""
    with office.store.read() as unit:
        return _kept(unit, number)


def latest(office: Office, number: str, note: str = "") -> Notice:
    """The last notice of a claim as it was issued; a draft of the first, with the note, where none was."""
    issued = notices(office, number)
    return issued[-1] if issued else draft_notice(office, number, note)


def waiting(office: Office) -> tuple[Notice, ...]:
    """The last notice of every claim that waits for a supplement, the one due first in front."""
    with office.store.read() as unit:
        rows = queries.claim_rows(unit, (ClaimState.SUPPLEMENT,), "", "", "due")
        last = [kept[-1] for row in rows if (kept := _kept(unit, row["number"]))]
    return tuple(sorted(last, key=lambda notice: (notice.due_on, notice.claim)))


def _kept(unit: Unit, number: str) -> tuple[Notice, ...]:
    return tuple(_restored(row) for row in queries.journal(unit, number) if row.action == ACTION)


def require_something(notice: Notice) -> None:
    """A notice that asks for nothing is none. Raises InputError."""
    if not notice.said:
        raise InputError(_NOTHING, code="nothing-lacking", advice="确需补正的，请写明要补什么。")


def _draft(office: Office, folder: Folder, note: str) -> Notice:
    tables, answered = tables_of(office), {(answer.code, answer.subject) for answer in folder.decisions}
    asked = lacking(folder.claim, tables.materials)
    span = tables.deadlines.supplement.working_days
    return Notice(
        claim=folder.claim.number,
        items=tuple(item for item in asked if (item.code, item.subject) not in answered),
        notes=tuple(filter(None, (line.strip() for line in typed.words(note).split("\n")))),
        held=tuple((call(paper), len(paper.page_ids), paper.custody) for paper in folder.claim.documents),
        due_on=add_working_days(office.today, span, office.overrides),
        working_days=span,
    )


def _wait(work: Work, notice: Notice) -> None:
    """The claim waits for what was asked; one that waits already may have been told once only."""
    if work.claim.state is not ClaimState.SUPPLEMENT:
        pause(work, "；".join(notice.said))
    elif _told_since(work):
        message = f"报销单 {work.claim.number} 这次补正已经一次性告知过，没有再次签发。"
        raise ConflictError(message, code="told-already", advice="可以重新打印原告知书；补正受理后仍有缺漏的再签发。")


def _told_since(work: Work) -> bool:
    """Whether a notice was issued since the claim began to wait."""
    rows = [row.action for row in queries.journal(work.unit, work.claim.number)]
    began = max((place for place, action in enumerate(rows) if action == "request_supplement"), default=0)
    return ACTION in rows[began:]


def _plain(notice: Notice) -> dict[str, Any]:
    """The notice as the journal keeps it; by whom and when its row says."""
    return {
        "items": [asdict(item) for item in notice.items],
        "notes": list(notice.notes),
        "held": [list(paper) for paper in notice.held],
        "working_days": notice.working_days,
    }


def _restored(row: JournalRow) -> Notice:
    kept: Any = row.after["notice"]
    return Notice(
        claim=row.subject,
        items=tuple(_item(item) for item in kept["items"]),
        notes=tuple(kept["notes"]),
        held=tuple((name, pages, Custody(custody)) for name, pages, custody in kept["held"]),
        due_on=date.fromisoformat(str(row.after["hand_in_by"])),
        working_days=kept["working_days"],
        by=row.actor,
        at=row.at,
    )


def _item(kept: dict[str, Any]) -> Lacking:
    return Lacking(**{**kept, "want": Want(kept["want"]), "instead": tuple(kept["instead"])})

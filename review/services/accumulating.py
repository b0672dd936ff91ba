"""The bureau's platform and the office: exports of the year's sums read, looked at, taken over whole, or withdrawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn

from review.accumulators.comparing import Comparison, Known, compared
from review.accumulators.reading import read_standings_apart
from review.claim.moves import require_role
from review.claim.states import EDITABLE, Role
from review.errors import ConflictError, InputError, NotFoundError
from review.services.affected import Affected, fixed_claims, from_plain, open_claims, plain
from review.store import accumulator_records as records
from review.store.unit import Deed

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from threading import Event

    from review.accumulators.proposal import StandingProposal, Told
    from review.accumulators.standing import Imported, Whose
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.accumulator_tables import StandingBatchRow
    from review.store.unit import Unit

SUBJECT = "accumulators"
"""Subject of the journal's rows about imports of the year's sums."""
IMPORTERS = frozenset({Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR})
KEEPERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Who may take a batch out of use."""
_TOLD = 50
"""Faults that enter the journal word for word; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBatch:
    """An import that was taken over; ``withdrawn`` where it is out of use, with who, when and why."""

    number: int
    file: str
    as_of: date
    includes_own: bool
    rows: int
    left_out: int
    people: int
    at: datetime
    by: str
    withdrawn: bool = False
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPreview:
    """A file as read, beside what the office knows, and which claims it would change; nothing is stored."""

    proposal: StandingProposal
    comparison: Comparison
    affected: tuple[Affected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """An import as taken over or withdrawn, and the claims that were changed by it or stand on other figures now."""

    batch: StandingBatch
    affected: tuple[Affected, ...]


class _Undone(Exception):  # noqa: N818 - no failure: the way out of a unit that must leave nothing
    """Leaves a writing unit without keeping anything."""


def propose_standings(
    office: Office, path: Path, told: Told | None = None, stop: Event | None = None
) -> StandingProposal:
    """A file as it reads, with its faults; nothing is stored. Setting ``stop`` gives the reading up.

    Raises InputError where it is no table, states days to come, or was given up (``cancelled``).
    """
    proposal = read_standings_apart(path, told, stop)
    _require_past(office, proposal)
    return proposal


def preview_standings(office: Office, actor: Actor, proposal: StandingProposal) -> StandingPreview:
    """What taking a file over would change: of the people with claims here, it is taken over and left again.

    Raises:
        ForbiddenError, InputError, ConflictError: as :func:`take_over_standings`, but for rows that were left out.
    """
    _require_whole(office, actor, proposal)
    with office.store.read() as unit:
        _require_new(unit, proposal)
        people = {one.whose.id_number for one in proposal.standings}
        names = records.names_of(unit, people)
        known = Known(figures=records.newest(unit, people), names=names, own=records.settled_by(unit, people))
        comparison = compared(proposal, known)
    affected: tuple[Affected, ...] = ()
    here = tuple(one for one in proposal.standings if one.whose.id_number in names)
    try:
        with office.store.write() as unit:
            _, affected = _taken_over(office, unit, actor, replace(proposal, standings=here))
            _leave_nothing()
    except _Undone:
        pass
    return StandingPreview(proposal=proposal, comparison=comparison, affected=affected)


def take_over_standings(office: Office, actor: Actor, proposal: StandingProposal, *, partly: bool = False) -> TakenOver:
    """Take a file over whole: open claims are reckoned anew, fixed ones that would differ are listed.

    ``partly`` says that the rows with faults may stay out.

    Raises:
        ForbiddenError: the actor is neither clerk, supervisor nor administrator.
        InputError: faults stop the file, or leave rows out and nobody agreed; its day lies ahead.
        ConflictError: the file is a batch in use already. Whatever is raised, nothing has changed.
    """
    _require_whole(office, actor, proposal)
    if proposal.left_out and not partly:
        message = f"文件有 {proposal.left_out} 行没有采用，未导入。"
        raise InputError(message, code="left-out", advice="请按清单改正后重新读取；确认只导入其余各行的，请明确选择。")
    with office.store.write() as unit:
        _require_new(unit, proposal)
        number, affected = _taken_over(office, unit, actor, proposal)
        return TakenOver(batch=_batch(unit, number), affected=affected)


def withdraw_standings(office: Office, actor: Actor, number: int, reason: str) -> TakenOver:
    """Take a batch out of use with the reason; the one before it holds again, and open claims follow.

    Raises:
        ForbiddenError, InputError (no reason), NotFoundError, ConflictError (withdrawn before): nothing has changed.
    """
    require_role(actor, KEEPERS)
    if not reason.strip():
        raise InputError("请填写理由，未作任何改动。", code="reason-missing")
    with office.store.write() as unit:
        found = _batch(unit, number)
        if found.withdrawn:
            raise ConflictError(f"批次 {number} 已停用，未作任何改动。", code="withdrawn", advice="请刷新后查看。")
        deed = Deed(office.clock(), actor.username, reason.strip())
        records.withdraw(unit, number, deed)
        unit.tell(deed.at, deed.by, "withdraw_standings", SUBJECT, before=_head(found), reason=deed.reason)
        affected = _followed(office, unit, actor, records.people_of(unit, number))
        return TakenOver(batch=_batch(unit, number), affected=affected)


def standing_batches(office: Office) -> tuple[StandingBatch, ...]:
    """All imports, newest first; withdrawn ones too."""
    with office.store.read() as unit:
        return tuple(map(_viewed, records.batches(unit)))


def standings_of(office: Office, id_number: str) -> tuple[tuple[Whose, str, Imported], ...]:
    """All standings in use of a person with the name they came under, newest first."""
    with office.store.read() as unit:
        return records.imports_of(unit, id_number.strip().upper())


def affected_by(office: Office, number: int) -> tuple[Affected, ...]:
    """The claims a batch changed: open ones as they were reckoned anew then, fixed ones as they stand now.

    Raises NotFoundError.
    """
    with office.store.read() as unit:
        row = _row(unit, number)
        fixed = () if row.withdrawn else fixed_claims(office, unit, records.people_of(unit, number))
        return (*map(from_plain, row.outcome), *fixed)


def _leave_nothing() -> NoReturn:
    raise _Undone


def _taken_over(
    office: Office, unit: Unit, actor: Actor, proposal: StandingProposal
) -> tuple[int, tuple[Affected, ...]]:
    deed = Deed(office.clock(), actor.username)
    number = records.add(unit, proposal, deed)
    unit.tell(deed.at, deed.by, "import_standings", SUBJECT, after=_told(_batch(unit, number), proposal))
    affected = _followed(office, unit, actor, {one.whose.id_number for one in proposal.standings})
    records.keep_outcome(unit, number, [plain(one) for one in affected if one.state in EDITABLE])
    return number, affected


def _followed(office: Office, unit: Unit, actor: Actor, people: frozenset[str] | set[str]) -> tuple[Affected, ...]:
    return (*open_claims(office, unit, actor, people), *fixed_claims(office, unit, people))


def _require_whole(office: Office, actor: Actor, proposal: StandingProposal) -> None:
    require_role(actor, IMPORTERS)
    if proposal.stopped or not proposal.standings or proposal.as_of is None:
        first = next((fault.said for fault in proposal.faults if fault.stops), "没有读出任何人的累计。")
        raise InputError(f"累计文件不能导入：{first}", code="faults", advice="请按清单改正或补充说明后重新读取。")
    _require_past(office, proposal)


def _require_past(office: Office, proposal: StandingProposal) -> None:
    if proposal.as_of and proposal.as_of > office.today:
        message = f"数据截止日期 {proposal.as_of} 还没有到，未导入。"
        raise InputError(message, code="day-ahead", advice="请核对截止日期。")


def _require_new(unit: Unit, proposal: StandingProposal) -> None:
    known = records.by_file(unit, proposal.sha256)
    if known:
        message = f"这份文件已导入为批次 {known.number}（截至 {known.as_of}），没有重复导入。"
        raise ConflictError(message, code="same-file", advice="如需重新导入，请先停用原批次。")


def _row(unit: Unit, number: int) -> StandingBatchRow:
    row = records.batch(unit, number)
    if row is None:
        raise NotFoundError(f"没有累计导入批次 {number}。", code="no-batch", advice="请刷新后再试。")
    return row


def _batch(unit: Unit, number: int) -> StandingBatch:
    return _viewed(_row(unit, number))


def _viewed(row: StandingBatchRow) -> StandingBatch:
    return StandingBatch(**{name: getattr(row, name) for name in StandingBatch.__dataclass_fields__})


def _head(batch: StandingBatch) -> dict[str, Any]:
    return {"batch": batch.number, "file": batch.file, "as_of": str(batch.as_of), "people": batch.people}


def _told(batch: StandingBatch, proposal: StandingProposal) -> dict[str, Any]:
    faults = [f"{fault.sheet} 第{fault.row}行：{fault.said}" for fault in proposal.faults[:_TOLD]]
    counts = Counter({f"{year} {scheme}": count for (year, scheme), count in proposal.counts.items()})
    more = {"rows": batch.rows, "left_out": batch.left_out, "includes_own": batch.includes_own}
    return {**_head(batch), **more, "counts": dict(counts), "sha256": proposal.sha256, "faults": faults}

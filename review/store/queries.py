"""The read side: rows for lists, straight from the tables, without building claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, or_, select, union

from review.claim.journal import JournalRow
from review.claim.states import ClaimState
from review.errors import NotFoundError
from review.store.schema import ArchiveRow, BatchRow, ClaimRow, JournalEntry, LineRow, PageRow, SummaryRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy.sql.elements import ColumnElement

    from review.store.unit import Unit

SORTS: dict[str, tuple[Any, ...]] = {
    "due": (ClaimRow.due_on.is_(None), ClaimRow.due_on, ClaimRow.number),
    "number": (ClaimRow.number,),
    "-number": (ClaimRow.number.desc(),),
    "name": (ClaimRow.insured_name, ClaimRow.number),
    "-total": (SummaryRow.total.desc(), ClaimRow.number),
    "-received": (ClaimRow.received_on.desc(), ClaimRow.number.desc()),
    "state": (ClaimRow.state, ClaimRow.due_on, ClaimRow.number),
}
"""Orders a list can have; the number always decides last."""

_HEADS = (
    ClaimRow.number,
    ClaimRow.version,
    ClaimRow.state,
    ClaimRow.insured_name,
    ClaimRow.insured_id_number,
    ClaimRow.insured_scheme,
    ClaimRow.care_kind,
    ClaimRow.care_hospital,
    ClaimRow.care_hospital_level,
    ClaimRow.care_province,
    ClaimRow.care_region,
    ClaimRow.entered_by,
    ClaimRow.first_reviewer,
    ClaimRow.second_reviewer,
    ClaimRow.received_on,
    ClaimRow.due_on,
    ClaimRow.paused_on,
    ClaimRow.batch,
    SummaryRow.total,
    SummaryRow.payable,
    SummaryRow.blocks,
    SummaryRow.decisions,
    SummaryRow.clues,
    SummaryRow.doubts,
    SummaryRow.pages,
    SummaryRow.pages_done,
)


def claim_rows(
    unit: Unit, states: Collection[ClaimState], text: str, person: str, sort: str
) -> Sequence[Mapping[str, Any]]:
    """Heads of claims with their summaries; empty criteria ask for all."""
    wanted: list[ColumnElement[bool]] = [ClaimRow.state.in_(states)] if states else []
    if person:
        wanted.append(
            or_(
                *(
                    column == person
                    for column in (ClaimRow.entered_by, ClaimRow.first_reviewer, ClaimRow.second_reviewer)
                )
            )
        )
    chosen = _heads().where(*wanted, *(_mentions(word) for word in text.split())).order_by(*SORTS[sort])
    return _dicts(unit, chosen)


def rows_of(unit: Unit, numbers: Collection[str]) -> Sequence[Mapping[str, Any]]:
    """Heads of the claims of these numbers with their summaries, latest first."""
    chosen = _heads().where(ClaimRow.number.in_(numbers)).order_by(*SORTS["-number"])
    return _dicts(unit, chosen)


def state_counts(unit: Unit) -> dict[ClaimState, int]:
    """How many claims stand in each state."""
    chosen = select(ClaimRow.state, func.count()).group_by(ClaimRow.state)
    return {row[0]: row[1] for row in unit.session.execute(chosen)}


def waiting(unit: Unit) -> Iterator[str]:
    """Numbers of claims that wait for a clerk, earliest due first."""
    chosen = select(ClaimRow.number).where(ClaimRow.state == ClaimState.READ).order_by(*SORTS["due"])
    return iter(unit.session.scalars(chosen).all())


def matched_lines(unit: Unit, states: Collection[ClaimState]) -> Sequence[Mapping[str, Any]]:
    """Entries and remembered choices on which lines of claims in these states rest, with the number of such lines."""
    claim: tuple[Any, ...] = (
        ClaimRow.number,
        ClaimRow.state,
        ClaimRow.insured_name,
        ClaimRow.care_admitted,
        ClaimRow.care_discharged,
    )
    match: tuple[Any, ...] = (LineRow.entry_id, LineRow.choice_id, LineRow.matched_by)
    chosen = (
        select(*claim, *match, func.count().label("lines"))
        .join(LineRow, LineRow.claim == ClaimRow.number)
        .where(ClaimRow.state.in_(states), LineRow.gone.is_(False), LineRow.removed.is_(False))
        .group_by(*claim, *match)
        .order_by(ClaimRow.number, *match)
    )
    return _dicts(unit, chosen)


def acts(unit: Unit, subject: str) -> tuple[tuple[int, str, str], ...]:
    """(sequence, action, actor) of all journal rows about a subject, oldest first."""
    entry = JournalEntry
    chosen = select(entry.sequence, entry.action, entry.actor).where(entry.subject == subject).order_by(entry.sequence)
    return tuple((row[0], row[1], row[2]) for row in unit.session.execute(chosen))


def journal_row(unit: Unit, sequence: int) -> JournalRow:
    """One row of the journal. Raises NotFoundError."""
    entry = unit.session.get(JournalEntry, sequence)
    if entry is None:
        raise NotFoundError(f"留痕中没有第 {sequence} 条。", code="no-row")
    return _journal(entry)


def journal(unit: Unit, subject: str = "") -> Iterator[JournalRow]:
    """Rows of the journal, of one subject or all, oldest first; read piece by piece."""
    chosen = select(JournalEntry).order_by(JournalEntry.sequence).execution_options(yield_per=1000)
    if subject:
        chosen = chosen.where(JournalEntry.subject == subject)
    return (_journal(entry) for entry in unit.session.scalars(chosen))


def journal_length(unit: Unit) -> int:
    """How many rows the journal holds."""
    return unit.session.scalar(select(func.count()).select_from(JournalEntry)) or 0


def journal_end(unit: Unit) -> int:
    """The highest sequence number the journal has given out."""
    return unit.counted("journal")


def kept_hashes(unit: Unit) -> tuple[str, ...]:
    """Hashes of all files that pages, also those taken out, and archives rest on."""
    wanted = union(select(PageRow.sha256), select(ArchiveRow.sha256))
    return tuple(sorted(unit.session.scalars(wanted)))


def database_sound(unit: Unit) -> bool:
    """Whether SQLite finds its file in order; other databases look after themselves."""
    connection = unit.session.connection()
    if connection.dialect.name != "sqlite":
        return True
    return str(connection.exec_driver_sql("PRAGMA quick_check").scalar()) == "ok"


def batches(unit: Unit) -> tuple[BatchRow, ...]:
    """All batches, latest first."""
    return tuple(unit.session.scalars(select(BatchRow).order_by(BatchRow.number.desc())))


def _dicts(unit: Unit, chosen: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in unit.session.execute(chosen).mappings()]


def _heads() -> Select[Any]:
    columns: tuple[Any, ...] = _HEADS
    return select(*columns).join(SummaryRow, SummaryRow.claim == ClaimRow.number)


def _mentions(word: str) -> ColumnElement[bool]:
    columns = (ClaimRow.number, ClaimRow.insured_name, ClaimRow.insured_id_number, ClaimRow.care_hospital)
    return or_(*(column.contains(word, autoescape=True) for column in columns))


def _journal(entry: JournalEntry) -> JournalRow:
    return JournalRow(
        sequence=entry.sequence,
        at=entry.at,
        actor=entry.actor,
        action=entry.action,
        subject=entry.subject,
        before=entry.before,
        after=entry.after,
        reason=entry.reason,
        previous=entry.previous,
        digest=entry.digest,
    )

"""One unit of work: what is written in it stands or falls together with the journal row that tells of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from review.claim.journal import GENESIS, JournalRow, seal
from review.errors import ConflictError, NotFoundError
from review.store.changes import TABLES, changed, mapped_columns, table_of, told
from review.store.mapping import folder_of, numbered, rows_of
from review.store.schema import CounterRow, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sqlalchemy.orm import Session
    from sqlalchemy.sql.elements import ColumnElement

    from review.store.changes import Changes, Pairs
    from review.store.mapping import Folder, Row, Rows


Where = tuple["ColumnElement[bool]", ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A folder as it now stands, with ids and version; its rows; and what differs, in the journal's form."""

    folder: Folder
    rows: Rows
    before: Changes
    after: Changes


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did something when, and why, where a reason was given."""

    at: datetime
    by: str
    reason: str = ""


class Unit:
    """An open unit over one session. Reading units see one moment; writing units are alone on the database."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def rows(self, number: str) -> Rows:
        """All rows in force of a claim. Raises NotFoundError."""
        found: Rows = {}
        for word in TABLES:
            table = table_of(word)
            owner = table.c.number if word == "claim" else table.c.claim
            key = {"claim": "number", "decision": "fingerprint"}.get(word, "id")
            chosen = select(*mapped_columns(word)).where(owner == number)
            if "gone" in table.c:
                chosen = chosen.where(table.c.gone.is_(False))
            found |= {(word, row[key]): dict(row) for row in self.session.execute(chosen).mappings()}
        if not found:
            raise NotFoundError(f"没有编号为 {number} 的报销单。", advice="请核对报销单编号。")
        return found

    def folder(self, number: str) -> Folder:
        """The claim with its decisions and approved settlement. Raises NotFoundError."""
        return folder_of(self.rows(number))

    def save(self, before: Rows, after: Folder) -> Saved | None:
        """Write what differs from the rows as they were read, as the next version; None where nothing differs.

        Raises:
            ConflictError: somebody else changed the claim since these rows were read.
        """
        highest = self.counted("id")
        after = numbered(after, lambda count: self.count_off("id", count))
        rows = rows_of(after)
        pairs = changed(before, rows)
        if not pairs:
            return None
        head = ("claim", after.claim.number)
        version = before[head]["version"] if before else 0
        after = replace(after, claim=replace(after.claim, version=version + 1))
        rows[head]["version"] = version + 1
        pairs[head] = changed({k: v for k, v in before.items() if k == head}, {head: rows[head]})[head]
        self._write(after.claim.number, pairs, highest)
        return Saved(after, rows, *told(pairs))

    def _write(self, number: str, pairs: Pairs, highest: int) -> None:
        """Write the pairs; ids above ``highest`` were given in this unit, so their rows cannot be there yet."""
        inserts: dict[str, list[Row]] = defaultdict(list)
        for (word, key), (old, new) in pairs.items():
            fresh = word == "claim" or (isinstance(key, int) and key > highest)
            if old is None and new is not None and (fresh or not self._returned(_row_of(number, word, key), word, new)):
                inserts[word].append(new)
            elif old is not None:
                self._update(_row_of(number, word, key), word, new, old)
        for word in TABLES:
            if inserts[word]:
                self.session.execute(insert(table_of(word)), inserts[word])

    def _update(self, found: Where, word: str, new: Row | None, old: Row) -> None:
        table = table_of(word)
        change = update(table).where(*found).values(**(new or {"gone": True}))
        if word == "claim":
            change = change.where(table.c.version == old["version"])
        if self.session.execute(change).rowcount != 1:  # type: ignore[attr-defined]  # an update gives a cursor result
            raise ConflictError("报销单刚刚被别人改动,这次的改动没有写入。", code="stale", advice="请刷新后再试。")

    def _returned(self, found: Where, word: str, new: Row) -> bool:
        """Whether the row was there once and is now back in force."""
        change = update(table_of(word)).where(*found).values(**new, gone=False)
        return bool(self.session.execute(change).rowcount)  # type: ignore[attr-defined]  # as above

    def count_off(self, name: str, count: int = 1) -> Iterator[int]:
        """The next numbers of a counter; nobody else gets them, and none is lost when the unit fails."""
        dialect = self.session.get_bind().dialect.name
        kind = postgresql.insert if dialect == "postgresql" else sqlite.insert
        table = CounterRow.__table__
        fresh = kind(table).values(name=name, value=count)  # type: ignore[arg-type]  # a declarative table is a Table
        raised = fresh.on_conflict_do_update(index_elements=["name"], set_={"value": table.c.value + count})
        last = self.session.execute(raised.returning(table.c.value)).scalar_one()
        return iter(range(last - count + 1, last + 1))

    def counted(self, name: str) -> int:
        """The last number a counter has given out; 0 where it has given none."""
        return self.session.scalar(select(CounterRow.value).where(CounterRow.name == name)) or 0

    def day_number(self, day: date, mark: str = "") -> str:
        """The next number of the day: yyyymmdd-nnnn for claims, yyyymmdd-Bn for batches (mark ``B``)."""
        head = f"{day:%Y%m%d}-{mark}"
        count = next(self.count_off(head))
        return f"{head}{count}" if mark else f"{head}{count:04d}"

    def tell(self, at: datetime, actor: str, action: str, subject: str, **content: Any) -> JournalRow:
        """Append a row to the journal; ``content`` may hold before, after and reason."""
        sequence = next(self.count_off("journal"))
        chosen = select(JournalEntry.digest).where(JournalEntry.sequence == sequence - 1)
        previous = self.session.execute(chosen).scalar() or GENESIS
        texts: dict[str, Any] = {"before": {}, "after": {}, "reason": ""} | content
        row = JournalRow(
            sequence=sequence,
            at=at,
            actor=actor,
            action=action,
            subject=subject,
            previous=previous,
            digest="",
            **texts,
        )
        row = replace(row, digest=seal(row))
        self.session.execute(insert(JournalEntry), [asdict(row)])
        return row


def _row_of(number: str, word: str, key: Any) -> Where:
    """What finds one row of a claim in its table."""
    table = table_of(word)
    if word == "decision":
        return table.c.fingerprint == key, table.c.claim == number
    return (table.c.number == number,) if word == "claim" else (table.c.id == key,)

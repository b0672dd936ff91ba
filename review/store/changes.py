"""What differs between two states of a claim's rows, in the plain form the journal keeps; and the way back.

A change names its row as ``claim``, ``page:3``, ``value:12`` and so on, with the columns that differ; None stands for a
row that was not there. The approved settlement enters the journal by its digest only.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from review.errors import ConflictError
from review.store.schema import (
    Base,
    ClaimRow,
    DecisionRow,
    DocumentRow,
    LineRow,
    PageRow,
    ValueRow,
)
from review.store.types import Revivable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Column, Table
    from sqlalchemy.types import TypeEngine

    from review.store.mapping import Key, Row, Rows

Changes = dict[str, dict[str, Any] | None]
Pairs = dict["Key", tuple["Row | None", "Row | None"]]

TABLES: dict[str, type[Base]] = {
    "claim": ClaimRow,
    "page": PageRow,
    "document": DocumentRow,
    "line": LineRow,
    "value": ValueRow,
    "decision": DecisionRow,
}
"""Tables of a folder by their word, parents before children."""

_OWN = frozenset({"gone", "attempts", "taken_at"})
_UNTOLD = frozenset({"version"})


def table_of(word: str) -> Table:
    """The table behind a word."""
    return Base.metadata.tables[TABLES[word].__tablename__]


@cache
def mapped_columns(word: str) -> tuple[Column[Any], ...]:
    """The columns a folder is made of; the others are the store's own."""
    return tuple(column for column in table_of(word).c if column.name not in _OWN)


def changed(before: Rows, after: Rows) -> Pairs:
    """For each row that differs: what the differing columns held and hold; None for a row that is not there."""
    result: Pairs = {}
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            result[key] = (old, new)
        elif old != new:
            names = [name for name in new if old[name] != new[name]]
            result[key] = ({n: old[n] for n in names}, {n: new[n] for n in names})
    return result


def told(pairs: Pairs) -> tuple[Changes, Changes]:
    """What differs in the journal's form: before and after."""
    return (
        {_name(key): _plain_row(old) for key, (old, _) in pairs.items() if _tellable(old, key)},
        {_name(key): _plain_row(new) for key, (_, new) in pairs.items() if _tellable(new, key)},
    )


def undone(number: str, rows: Rows, before: Mapping[str, Any], after: Mapping[str, Any]) -> Rows:
    """The rows with one change taken back. Raises ConflictError where a row has moved on since."""
    result = dict(rows)
    for name, old in before.items():
        key = _key(name, number)
        new = after.get(name)
        _expect(key, rows.get(key), new)
        if old is None:
            del result[key]
        else:
            result[key] = result.get(key, {}) | _revived(key[0], old)
    return result


def _expect(key: Key, row: Row | None, plain: Mapping[str, Any] | None) -> None:
    present = row is not None
    same = present == (plain is not None)
    if row is not None and plain is not None:
        same = all(_plain(name, row[name]) == value for name, value in plain.items() if name in row)
    if not same:
        raise ConflictError(
            "这处内容之后又有改动,不能撤销或重做,未作任何改动。", code="moved-on", advice=f"请直接修改({_name(key)})。"
        )


def _tellable(row: Row | None, key: Key) -> bool:
    return row is None or key[0] != "claim" or bool(row.keys() - _UNTOLD)


def _name(key: Key) -> str:
    return "claim" if key[0] == "claim" else f"{key[0]}:{key[1]}"


def _key(name: str, number: str) -> Key:
    word, _, key = name.partition(":")
    return (word, number if word == "claim" else key if word == "decision" else int(key))


def _plain_row(row: Row | None) -> dict[str, Any] | None:
    return None if row is None else {name: _plain(name, v) for name, v in row.items() if name not in _UNTOLD}


def _plain(name: str, value: Any) -> Any:
    if name == "settlement" and value is not None:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return [_plain_part(part) for part in value] if isinstance(value, tuple) else value


def _plain_part(part: Any) -> Any:
    """One part of a list in JSON's own forms."""
    if hasattr(part, "spelled"):
        return part.spelled()
    if is_dataclass(part) and not isinstance(part, type):
        return json.loads(json.dumps(asdict(part)))
    return str(part) if isinstance(part, str) else part


def _revived(word: str, plain: Mapping[str, Any]) -> Row:
    """The row in the types of its columns; columns that a later version gave up are left out."""
    columns = table_of(word).c
    return {name: _value(columns[name].type, value) for name, value in plain.items() if name in columns}


def _value(kind: TypeEngine[Any], plain: Any) -> Any:
    return kind.revive(plain) if isinstance(kind, Revivable) and plain is not None else plain

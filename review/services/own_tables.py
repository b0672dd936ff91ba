"""Tables an office may write for itself in its data folder: which papers it wants, until when it takes claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from review.checks.materials.tables import (
    DEADLINES,
    MATERIALS,
    Deadlines,
    Materials,
    deadlines_over,
    over,
    read_table,
    shipped_deadlines,
    shipped_materials,
)

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office
    from review.validation import Strict

_Table = TypeVar("_Table", bound="Strict")


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The tables in force at an office: its own rows over the shipped ones."""

    materials: Materials
    deadlines: Deadlines


def tables_of(office: Office) -> OwnTables:
    """The tables as they stand now; a file is read again when it has changed.

    Raises:
        InputError: a table of the office cannot be read or is wrong; file and row are named.
    """
    materials, deadlines = _own(office.home / MATERIALS, Materials), _own(office.home / DEADLINES, Deadlines)
    return OwnTables(
        over(shipped_materials(), materials) if materials else shipped_materials(),
        deadlines_over(shipped_deadlines(), deadlines) if deadlines else shipped_deadlines(),
    )


def _own(path: Path, model: type[_Table]) -> _Table | None:
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return None
    found: _Table = _read(path, model, changed)
    return found


@lru_cache(maxsize=8)
def _read(path: Path, model: type[_Table], _changed: int) -> _Table:
    return read_table(path, model)

"""The chain of the journal: whatever is changed, removed or put elsewhere breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.claim.journal import GENESIS, JournalRow, first_break, seal

START = datetime(2025, 4, 1, tzinfo=UTC)


def a_chain(length: int) -> list[JournalRow]:
    rows: list[JournalRow] = []
    for number in range(1, length + 1):
        row = JournalRow(
            sequence=number,
            at=START + timedelta(seconds=number),
            actor="li.jing",
            action="correct",
            subject="20250401-0001",
            before={"value:1": {"value": str(number - 1)}},
            after={"value:1": {"value": str(number)}},
            reason="",
            previous=rows[-1].digest if rows else GENESIS,
            digest="",
        )
        rows.append(replace(row, digest=seal(row)))
    return rows


def test_an_untouched_chain_holds() -> None:
    assert first_break([]) is None
    assert first_break(a_chain(5)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "wang.fang"},
        {"at": START},
        {"action": "confirm"},
        {"subject": "20250401-0002"},
        {"before": {}},
        {"after": {"value:1": {"value": "9"}}},
        {"reason": "x"},
        {"digest": GENESIS},
        {"sequence": 9},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_changed_part_of_a_row_breaks_the_chain(change: dict[str, Any]) -> None:
    rows = a_chain(4)
    rows[2] = replace(rows[2], **change)
    assert first_break(rows) is not None


@given(st.integers(2, 8), st.data())
def test_removing_or_swapping_rows_breaks_the_chain(length: int, data: st.DataObject) -> None:
    rows = a_chain(length)
    place = data.draw(st.integers(0, length - 2))
    assert first_break(rows[:place] + rows[place + 1 :]) == place + 2
    rows[place], rows[place + 1] = rows[place + 1], rows[place]
    assert first_break(rows) == place + 2

"""Values become JSON in one way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.plain import plain, print_json
from review.claim.states import ClaimState


@dataclass(frozen=True)
class Thing:
    state: ClaimState
    money: Decimal
    inner: tuple[date, ...]


def test_a_tree_of_values_is_made_plain() -> None:
    thing = Thing(ClaimState.PAID, Decimal("1.50"), (date(2025, 3, 1),))
    assert plain({"a": thing}) == {"a": {"state": "paid", "money": "1.50", "inner": ["2025-03-01"]}}


def test_times_and_paths_become_text() -> None:
    assert plain([datetime(2025, 1, 1, tzinfo=UTC), Path("x")]) == ["2025-01-01T00:00:00+00:00", "x"]


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())


def test_output_is_json_with_chinese_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "王小明"})
    text = capsys.readouterr().out
    assert "王小明" in text
    assert json.loads(text) == {"name": "王小明"}

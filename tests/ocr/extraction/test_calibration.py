from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.calibration import FILE, at, limit, probability
from ocr.extraction.value_kinds import CODES, INDEX, MONEY, is_money, kind_of

KEYS = ("amount", "quantity", "invoice_number", "issue_date", "name")
SHARES = st.floats(0, 1)


@given(st.sampled_from(KEYS), SHARES, SHARES)
def test_a_surer_reading_is_never_less_likely_right(key: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= probability(key, low) <= probability(key, high) <= 1


@given(st.sampled_from(KEYS), SHARES, st.integers(1, 6))
def test_looks_that_agree_never_take_from_a_value(key: str, raw: float, looks: int) -> None:
    assert probability(key, raw, looks, looks) >= probability(key, raw)


@given(st.sampled_from(KEYS), SHARES, st.integers(2, 6))
def test_a_value_in_dispute_is_worth_no_more_than_its_votes(key: str, raw: float, looks: int) -> None:
    assert probability(key, raw, looks - 1, looks) <= looks / (looks + 2)
    assert probability(key, raw, 0, looks) <= probability(key, raw, looks - 1, looks)


@pytest.mark.parametrize("key", KEYS)
def test_a_value_in_dispute_lies_below_every_limit_of_figures(key: str) -> None:
    assert probability(key, 1.0, 1, 2) < limit(key)


def test_curves_are_straight_between_knots_and_level_beyond() -> None:
    curve = ((0.2, 0.1), (0.6, 0.5))
    assert [at(curve, raw) for raw in (0.0, 0.2, 0.6, 0.9)] == [0.1, 0.1, 0.5, 0.5]
    assert at(curve, 0.4) == pytest.approx(0.3)


def test_the_file_names_its_source_and_its_command() -> None:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert kept["command"].startswith("lingbao bench doubt")
    assert set(kept["limits"]) < set(kept["curves"])


def test_every_key_has_a_kind() -> None:
    assert {kind_of(key) for key in MONEY} == {"money", "count"}
    assert {kind_of(key) for key in CODES} == {"code"}
    assert (kind_of("admission_date"), kind_of("name"), kind_of("~prepaid")) == ("day", "text", "money")
    assert not is_money(INDEX)

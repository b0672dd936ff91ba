"""The bench of settling measures the same rules on both sides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.packs.pack import load_pack
from tests.bench.bench_settle import differences, run
from tests.bench.settle_claims import claims
from tests.bench.settle_floats import all_together, flat, one_by_one, rules_of

if TYPE_CHECKING:
    from tests.bench.settle_floats import Rules

DAY = date(2025, 3, 12)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_of(load_pack("ganzhou"), DAY)


def test_its_claims_are_the_same_in_every_run() -> None:
    assert claims(3, 5) == claims(3, 5)
    assert {len(case.lines) for case in claims(3, 7)} == {7}


def test_the_floats_follow_the_rules_to_a_few_fen(rules: Rules) -> None:
    cases = claims(300, 10)
    apart = differences(cases, [one_by_one(flat(case), rules) for case in cases], load_pack("ganzhou"))
    assert max(apart) <= 10


def test_vectors_and_single_claims_agree(rules: Rules) -> None:
    flats = [flat(case) for case in claims(200, 10)]
    for row, one in zip(all_together(flats, rules), flats, strict=True):
        assert list(row) == pytest.approx(one_by_one(one, rules), abs=0.05)


def test_it_prints_a_line_for_each_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--claims", "20"]) == 0
    told = capsys.readouterr().out
    assert told.count(" ms ") == 8
    assert "claims differ from the floats" in told

"""The measuring of replays says what it promises, on a small year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services.replaying import Asked, FromSample
from review.whatif.watch import Watch
from tests.bench.bench_whatif import MEMORY, YEAR, held, likeness, lowered, measured, stopped_in

if TYPE_CHECKING:
    from pathlib import Path


def test_the_second_pack_pays_less_and_nobody_gains(tmp_path: Path) -> None:
    before = held()  # tests that ran in this process before may have left much
    comparison, took = measured(Asked(FromSample(YEAR, 300), "ganzhou", lowered(tmp_path)), Watch())
    assert comparison.whole.difference < 0
    assert (comparison.winners.people, comparison.whole.claims) == (0, 300)
    assert comparison.losers.people > 100
    assert 10 < took.memory - before < MEMORY
    assert 0 < took.own < took.processor == 2 * took.alone


def test_a_replay_can_be_stopped_on_its_way(tmp_path: Path) -> None:
    assert stopped_in(Asked(FromSample(YEAR, 50_000), "ganzhou", lowered(tmp_path))) > 0


def test_the_likeness_is_told_beside_the_published_sums() -> None:
    told = "\n".join(likeness())
    assert "resident: 1412 claims" in told
    assert "published 612200.00" in told
    assert "1650 claims" in told

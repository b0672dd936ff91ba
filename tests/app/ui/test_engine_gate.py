"""The gate to the reading engine, with the real process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.shell.engine import COLD, READY, EngineGate
from review.claim.states import ClaimState
from review.services import queue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.app.ui.seed import Seeded

pytestmark = pytest.mark.engine


@pytest.fixture
def gate(seeded: Seeded) -> Iterator[EngineGate]:
    made = EngineGate(seeded.office)
    yield made
    made.close()


def test_the_engine_warms_up_in_sight_and_reads_what_waits(gate: EngineGate, seeded: Seeded, qtbot: QtBot) -> None:
    states: list[str] = []
    gate.state.connect(states.append)
    assert gate.current == COLD
    with qtbot.waitSignal(gate.claim_read, timeout=300_000) as read:
        gate.start()
    assert gate.current == READY
    assert states[0] == "warming"
    assert queue.load_claim(seeded.office, read.args[0]).state is ClaimState.READ


def test_files_become_pages_and_bad_ones_are_told_apart(
    gate: EngineGate, seeded: Seeded, tmp_path: Path, qtbot: QtBot
) -> None:
    good = next((seeded.office.home / "drawn").glob("*.png"))
    bad = tmp_path / "坏图.jpg"
    bad.write_bytes(b"no picture")
    got: list[tuple[int, str]] = []
    gate.start()
    gate.expand([good, bad], tmp_path, lambda pages, failures: got.append((len(pages), failures[0].message)))
    qtbot.waitUntil(lambda: bool(got), timeout=120_000)
    assert got[0][0] == 1
    assert got[0][1]


def test_nothing_is_heard_after_closing(gate: EngineGate, qtbot: QtBot) -> None:
    gate.start()
    gate.close()
    with qtbot.assertNotEmitted(gate.state, wait=200):
        gate._tell("failed", "closed")

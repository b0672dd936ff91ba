"""The gate to the reading engine, with the real process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

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


def test_a_page_comes_without_its_seals_in_the_same_size(
    gate: EngineGate, seeded: Seeded, tmp_path: Path, qtbot: QtBot
) -> None:
    page = next((seeded.office.home / "drawn").glob("*.png"))
    made: list[Path] = []
    gate.start()
    gate.clean(page, tmp_path / "cleaned", made.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(made), timeout=120_000)
    with Image.open(page) as filed, Image.open(made[0]) as clean:
        assert clean.size == filed.size
        reds = [count_red(picture.convert("RGB").tobytes()) for picture in (filed, clean)]
    assert reds[1] < reds[0] / 4


def count_red(pixels: bytes) -> int:
    """Pixels in the colour of a seal."""
    return sum(red > 180 > green + 60 for red, green in zip(pixels[::3], pixels[1::3], strict=True))


def test_a_page_that_is_no_picture_cannot_be_cleaned(gate: EngineGate, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "坏图.jpg"
    bad.write_bytes(b"no picture")
    told: list[Exception] = []
    gate.start()
    gate.clean(bad, tmp_path / "cleaned", lambda made: pytest.fail(str(made)), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=120_000)
    assert str(told[0])

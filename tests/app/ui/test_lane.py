"""What background work holds on to is let go on the UI thread, and steps for idle moments are taken there."""

from __future__ import annotations

import threading
import weakref
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from app.ui.lane import Job, Lane
from app.ui.shell.idle import in_idle_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Held:
    """Stands for a window that a job still needs."""


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("tried")
    assert qtbot is not None
    yield made
    made.close(wait=True, drop=True)


def _held(died_on: list[str]) -> Held:
    held = Held()
    weakref.finalize(held, lambda: died_on.append(threading.current_thread().name))
    return held


def _fail(_held: Held) -> None:
    raise LookupError


def test_what_a_job_its_taker_and_its_result_held_dies_on_the_ui_thread(lane: Lane, qtbot: QtBot) -> None:
    died_on: list[str] = []
    for _ in range(300):
        work, done = partial(lambda held: (held,), _held(died_on)), partial(lambda *_: None, _held(died_on))
        lane.add(Job(lane, work, done, done))
    del work, done
    qtbot.waitUntil(lambda: len(died_on) == 600, timeout=20_000)
    assert set(died_on) == {threading.main_thread().name}


def test_what_a_failure_was_about_dies_on_the_ui_thread(lane: Lane, qtbot: QtBot) -> None:
    died_on: list[str] = []
    for _ in range(100):
        lane.add(Job(lane, partial(_fail, _held(died_on)), lambda _: None, lambda _: None))
    qtbot.waitUntil(lambda: len(died_on) == 100, timeout=20_000)
    assert set(died_on) == {threading.main_thread().name}


def test_a_closed_lane_takes_no_more(lane: Lane) -> None:
    lane.close(wait=True, drop=True)
    lane.add(Job(lane, lambda: None, lambda _: None, lambda _: None))
    assert lane.open == 0


def test_idle_steps_are_taken_one_after_the_other_on_this_thread(qtbot: QtBot) -> None:
    taken: list[tuple[int, str]] = []

    def steps() -> Iterator[None]:
        for number in range(3):
            taken.append((number, threading.current_thread().name))
            yield

    owner = QObject()
    with qtbot.waitSignal(in_idle_steps(owner, steps()).destroyed):
        assert taken == []
    assert taken == [(number, threading.main_thread().name) for number in range(3)]


def test_idle_steps_stop_where_their_owner_goes(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    timer = in_idle_steps(owner, iter(lambda: taken.append(1), 0))
    qtbot.waitUntil(lambda: len(taken) > 2)
    with qtbot.waitSignal(timer.destroyed):
        owner.deleteLater()
    before = len(taken)
    qtbot.wait(20)
    assert len(taken) == before

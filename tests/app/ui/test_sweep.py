"""Garbage dies on the UI thread, whoever makes it."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.jobs import Jobs
from app.ui.shell.sweep import Sweep

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot:
    """Something only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def _tie(died_on: list[str]) -> None:
    weakref.finalize(Knot(), lambda: died_on.append(threading.current_thread().name))


def test_garbage_made_in_the_background_dies_on_the_ui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    died_on: list[str] = []
    jobs.run(jobs, lambda: tuple(map(_tie, [died_on] * 3000)), lambda _: None)
    qtbot.waitUntil(lambda: len(died_on) >= 3000, timeout=20_000)
    assert set(died_on) == {threading.main_thread().name}


def test_pythons_own_collector_stays_off_while_jobs_run(jobs: Jobs) -> None:
    assert not gc.isenabled()
    assert jobs.pending == 0


def test_one_sweeper_is_enough(jobs: Jobs) -> None:
    other = Jobs(jobs)
    app = QCoreApplication.instance()
    assert app is not None
    assert len(app.findChildren(Sweep)) == 1
    other.close()


def test_a_bulk_that_was_loaded_is_set_aside_without_going_through_it(jobs: Jobs) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    assert jobs.pending == 0
    [sweeper] = app.findChildren(Sweep)
    before = gc.get_freeze_count()
    loaded = [[number] for number in range(200_000)]
    sweeper.sweep()
    assert gc.get_freeze_count() - before >= len(loaded)
    gc.unfreeze()

"""The door between background work and the screen."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import delete

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs


def test_results_arrive_on_the_thread_of_the_screen(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[str] = []
    jobs.run(QObject(jobs), lambda: threads.append(threading.current_thread().name), lambda _: threads.append(_here()))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0].startswith("store")
    assert threads[1] == _here()


def test_work_for_the_store_keeps_its_order(jobs: Jobs, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(20):
        jobs.run(jobs, partial(int, number), done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_pictures_do_not_wait_for_the_store(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    drawn: list[str] = []
    jobs.run(jobs, gate.wait, lambda _: None)
    jobs.draw(jobs, lambda: "picture", drawn.append)
    qtbot.waitUntil(lambda: drawn == ["picture"])
    assert jobs.pending == 1
    gate.set()


def test_a_failure_goes_to_the_one_who_asked(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    jobs.run(jobs, lambda: 1 // 0, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_takes_is_told_as_trouble(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.trouble) as told:
        jobs.run(jobs, lambda: 1 // 0, lambda _: None)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_result_is_dropped_when_its_owner_has_gone(jobs: Jobs, qtbot: QtBot) -> None:
    gate, owner = threading.Event(), QObject()
    got: list[bool] = []
    jobs.run(owner, gate.wait, got.append)
    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert got == []


def test_closing_finishes_what_was_asked_for(jobs: Jobs) -> None:
    written: list[str] = []
    jobs.run(jobs, lambda: written.append("saved"), lambda _: None)
    jobs.close()
    assert written == ["saved"]


def test_what_is_asked_for_after_closing_is_dropped(jobs: Jobs) -> None:
    jobs.close()
    jobs.run(jobs, lambda: None, lambda _: None)
    assert jobs.pending == 0


def test_busy_tells_the_first_and_the_last(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[bool] = []
    jobs.busy.connect(told.append)
    jobs.run(jobs, lambda: None, lambda _: None)
    jobs.run(jobs, lambda: None, lambda _: None)
    qtbot.waitUntil(lambda: told == [True, False])


def _here() -> str:
    return threading.current_thread().name

"""A refresh that waits for calm, and lets go when its room is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.shell.calm import calm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Bell(QObject):
    rung = Signal(str)


def test_many_changes_bring_one_refresh(qtbot: QtBot) -> None:
    bell, owner, told = Bell(), QObject(), list[int]()
    timer = calm(owner, lambda: told.append(1))
    bell.rung.connect(timer.stir)
    for _ in range(5):
        bell.rung.emit("20260318-0001")
    qtbot.waitUntil(lambda: bool(told))
    assert told == [1]


def test_a_bell_that_outlives_the_room_rings_into_nothing(qtbot: QtBot) -> None:
    bell, owner, told = Bell(), QObject(), list[int]()
    bell.rung.connect(calm(owner, lambda: told.append(1)).stir)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.captureExceptions() as errors:
        bell.rung.emit("20260318-0001")
    assert (errors, told) == ([], [])

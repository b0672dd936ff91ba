"""Work for the UI thread that can wait: a step at a time, whenever nothing else wants to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject


def in_idle_steps(owner: QObject, steps: Iterator[None]) -> QTimer:
    """Take all steps, each after the events that wait; what is left when the owner goes is dropped."""
    timer = QTimer(owner)

    def step() -> None:
        if next(steps, timer) is timer:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start(0)
    return timer

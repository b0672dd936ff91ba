"""Many changes, one refresh: wait a moment after the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_CALM_MS = 200


class Calm(QTimer):
    """``stir`` may be called as often as one likes: the act follows once, shortly after the last.

    Signals that outlive a room are connected to ``stir`` itself, never through a lambda: Qt then lets go of it when the
    room is gone.
    """

    def stir(self, *_told: object) -> None:
        """Something changed; whatever the signal carries does not matter."""
        self.start()


def calm(owner: QObject, act: Callable[[], None]) -> Calm:
    """A calm that belongs to its owner and goes with it."""
    timer = Calm(owner)
    timer.setSingleShot(True)
    timer.setInterval(_CALM_MS)
    timer.timeout.connect(act)
    return timer

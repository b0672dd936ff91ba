"""Many changes, one refresh: wait a moment after the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_CALM_MS = 200


def calm(owner: QObject, act: Callable[[], None]) -> QTimer:
    """A timer whose ``start`` may be called as often as one likes: ``act`` follows once, shortly after the last."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(_CALM_MS)
    timer.timeout.connect(act)
    return timer

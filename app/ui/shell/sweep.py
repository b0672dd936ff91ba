"""Garbage is collected on the UI thread only: a Qt object that dies on another thread takes the program with it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_EVERY_MS = 500

_BULK = 150_000
"""So many new objects at once are something loaded to stay, such as a catalogue: going through them takes 0.3 s."""


class Sweep(QObject):
    """Stands in for Python's own collector, which runs on whatever thread happens to allocate."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(_EVERY_MS)

    def sweep(self) -> None:
        """Collect the oldest generation that is due; set a bulk that was just loaded aside for good instead."""
        if gc.get_count()[0] > _BULK:
            gc.freeze()
            return
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])


def keep_to_this_thread() -> None:
    """Let the application's own thread do the collecting from now on; safe to call again."""
    app = QCoreApplication.instance()
    assert app is not None, "make the QApplication first"
    if not app.findChildren(Sweep):
        Sweep(app)

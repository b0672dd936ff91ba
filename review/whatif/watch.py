"""How far a replay has come, and the wish to stop it: read and set from any thread."""

from __future__ import annotations

from threading import Event

from review.errors import LingbaoError


class StoppedError(LingbaoError):
    """The replay was stopped because somebody asked for it."""

    code = "stopped"


class Watch:
    """Looks at one replay; ``done`` and ``of`` count claims, ``of`` is 0 while nobody knows.

    ``finished`` is set when the replay has ended, however it ended.
    """

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        self.finished = Event()
        self._stop = Event()

    def stop(self) -> None:
        """Ask the replay to stop; it does within a second."""
        self._stop.set()

    def go_on(self) -> None:
        """Raise StoppedError where somebody asked for it."""
        if self._stop.is_set():
            raise StoppedError("已停止重算，没有保存或改动任何内容。", advice="需要时可重新开始。")

"""The desk's view of the reading engine: starts it in the background, says how it does, tells when pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.ui.lane import Job, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.worker import Reader
    from ocr.capture.files import CapturedPage
    from ocr.reading import Failure
    from ocr.recognition.pool import EnginePool
    from review.services.office import Office

    Expanded = tuple[tuple[CapturedPage, ...], tuple[Failure, ...]]
    Taken = Callable[[tuple[CapturedPage, ...], tuple[Failure, ...]], None]

COLD, WARMING, READY, FAILED = "cold", "warming", "ready", "failed"


class EngineGate(QObject):
    """One engine process and the loop that feeds it; all signals arrive on the UI thread.

    ``state`` carries cold, warming, ready or failed, and ``reason`` says why it failed; ``page_read`` claim and page
    id, ``claim_read`` the claim, ``trouble`` the claim (or nothing) and what went wrong.
    """

    state = Signal(str)
    page_read = Signal(str, int)
    claim_read = Signal(str)
    trouble = Signal(str, str)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._pool: EnginePool | None = None
        self._reader: Reader | None = None
        self._waiter = Lane("engine-gate", self)
        self._closed = False
        self.current = COLD
        self.reason = ""
        self.state.connect(self._remember)

    def start(self) -> None:
        """Begin to warm up; returns at once."""
        self._waiter.add(Job(self, self._start, lambda _: None, self._not_started))

    def wake(self) -> None:
        """Say that pages may be waiting to be read."""
        if self._reader is not None:
            self._reader.wake()

    def expand(self, paths: Sequence[Path], into: Path, done: Taken) -> None:
        """Turn files into pages in the engine's process; ``done`` gets all pages and failures together."""
        self._waiter.add(Job(self, lambda: self._expand(paths, into), lambda found: done(*found), self._complain))

    def clean(self, path: Path, into: Path, done: Callable[[Path], None], failed: Callable[[Exception], None]) -> None:
        """Take the seals out of a page's picture in the engine's process; ``done`` gets the new picture."""
        self._waiter.add(Job(self, lambda: self._clean(path, into), done, failed))

    def close(self) -> None:
        """Stop reading; pages under way go back to the queue."""
        self._closed = True
        self._waiter.close(wait=False, drop=True)
        if self._reader is None or self._pool is None:
            return
        self._reader.close()
        self._pool.close()
        self._reader.close()  # the page under way has failed now, so that the loop can give it back and end

    def _start(self) -> None:
        from app.worker import Events, Reader  # noqa: PLC0415  the window must be up before the engine's modules load
        from ocr.recognition.pool import EnginePool  # noqa: PLC0415  as above

        self._pool = EnginePool()
        self._pool.on_state(self._tell)
        self._pool.start()
        events = Events(
            on_page=lambda claim, page: self._pass_on(self.page_read, claim, page),
            on_claim=lambda claim: self._pass_on(self.claim_read, claim),
            on_trouble=lambda claim, message: self._pass_on(self.trouble, claim, message),
        )
        self._reader = Reader(self._office, self._pool, events)
        self._reader.start()

    def _expand(self, paths: Sequence[Path], into: Path) -> Expanded:
        """Wait for every file; one the engine died on is told as trouble, the others go on."""
        assert self._pool is not None, "the gate is started with the window"
        found: list[Expanded] = []
        for future in [self._pool.expand(path, into) for path in paths]:
            error = future.exception()
            if error is None:
                found.append(future.result())
            else:
                self._pass_on(self.trouble, "", str(error))
        pages = tuple(page for taken, _ in found for page in taken)
        return pages, tuple(failure for _, refused in found for failure in refused)

    def _clean(self, path: Path, into: Path) -> Path:
        assert self._pool is not None, "the gate is started with the window"
        return self._pool.clean(path, into).result()

    def _not_started(self, error: Exception) -> None:
        self.reason = str(error)
        self.state.emit(FAILED)

    def _complain(self, error: Exception) -> None:
        self.trouble.emit("", str(error))

    def _tell(self, state: str, reason: str) -> None:
        self.reason = reason
        self._pass_on(self.state, state)

    def _pass_on(self, signal: SignalInstance, *told: object) -> None:
        """Tell the UI thread, unless the window is going."""
        if not self._closed:
            signal.emit(*told)

    def _remember(self, state: str) -> None:
        self.current = state

"""One spawned process that does one kind of work, one call at a time, and may die at any moment without harm."""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from ocr.errors import EngineError, ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    Work = Callable[..., Any]
    Setup = Callable[[], Work]

DIED = "识别程序意外退出；影像完好"
HUNG = "识别程序长时间没有回应，已被停止；影像完好"
AGAIN = "程序会自动重启；如反复出现，请换一种扫描方式或手工录入"


@dataclass(frozen=True, slots=True)
class Limits:
    """When the process is replaced: after so many calls, over so much memory, or when one call takes too long (s)."""

    calls: int = 200
    megabytes: int = 3000
    patience: float = 300.0


class Child:
    """A process behind a queue. ``setup`` runs in it once and gives the work; both must be importable by name.

    ``on_state`` hears ``cold``, ``warming``, ``ready`` or ``failed: <reason>`` from the dispatching thread.
    """

    def __init__(self, setup: Setup, limits: Limits, on_state: Callable[[str], None]) -> None:
        self._setup, self._limits, self._on_state = setup, limits, on_state
        self._calls: queue.SimpleQueue[tuple[tuple[Any, ...] | None, Future[Any]] | None] = queue.SimpleQueue()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._done = 0
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._dispatch, name="engine-queue", daemon=True)
        self._thread.start()

    def call(self, *words: Any) -> Future[Any]:
        """Queue one call; the future gets the result, the work's ReadingError, or EngineError if the process died."""
        return self._queue(words)

    def warm(self) -> Future[Any]:
        """Start the process before there is work."""
        return self._queue(None)

    def close(self) -> None:
        """Stop at once; calls that wait fail with EngineError. Safe to call twice."""
        self._closed.set()
        self._calls.put(None)
        process = self._process
        if process is not None:
            process.kill()
        self._thread.join(timeout=5)

    def _queue(self, words: tuple[Any, ...] | None) -> Future[Any]:
        future: Future[Any] = Future()
        if self._closed.is_set():
            future.set_exception(EngineError("识别程序已关闭", code="engine-closed"))
        else:
            self._calls.put((words, future))
        return future

    def _dispatch(self) -> None:
        while (taken := self._calls.get()) is not None and not self._closed.is_set():
            words, future = taken
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._answer(words))
            except Exception as error:  # noqa: BLE001 - whatever happened belongs to whoever waits
                future.set_exception(error)
        self._drop()
        while not self._calls.empty():
            left = self._calls.get()
            if left is not None and left[1].set_running_or_notify_cancel():
                left[1].set_exception(EngineError("识别程序已关闭", code="engine-closed"))

    def _answer(self, words: tuple[Any, ...] | None) -> Any:
        line = self._line or self._start()
        if words is None:
            return None
        answer = self._exchange(line, words)
        self._done += 1
        if self._done >= self._limits.calls or self._megabytes() > self._limits.megabytes:
            self._drop()
        return answer

    def _start(self) -> Connection:
        self._on_state("warming")
        context = multiprocessing.get_context("spawn")
        line, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, self._setup), daemon=True)
        self._process.start()
        other.close()
        self._line, self._done = line, 0
        try:
            self._receive(line)
        except ReadingError as error:
            self._on_state(f"failed: {error}")
            self._drop(quiet=True)
            raise
        self._on_state("ready")
        return line

    def _exchange(self, line: Connection, words: tuple[Any, ...]) -> Any:
        try:
            line.send(words)
        except OSError as error:
            self._drop()
            raise EngineError(DIED, advice=AGAIN) from error
        return self._receive(line)

    def _receive(self, line: Connection) -> Any:
        try:
            if not line.poll(self._limits.patience):
                self._drop()
                raise EngineError(HUNG, code="engine-hung", advice=AGAIN)
            fine, value = line.recv()
        except (EOFError, OSError) as error:
            self._drop()
            raise EngineError(DIED, advice=AGAIN) from error
        if not fine:
            raise value
        return value

    def _megabytes(self) -> float:
        try:
            return float(psutil.Process(self._process.pid).memory_info().rss) / 1024**2 if self._process else 0.0
        except psutil.Error:
            return 0.0

    def _drop(self, *, quiet: bool = False) -> None:
        process, line, self._process, self._line = self._process, self._line, None, None
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join(timeout=5)
            if not quiet:
                self._on_state("cold")


def _serve(line: Connection, setup: Setup) -> None:
    """Work until the line is cut. Ctrl+C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work = setup()
        line.send((True, None))
        while True:
            line.send(_outcome(work, line.recv()))
    except ReadingError as error:
        line.send((False, error))
    except (EOFError, BrokenPipeError):
        return


def _outcome(work: Work, words: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*words)
    except ReadingError as error:
        return False, error
    except Exception as error:  # noqa: BLE001 - a fault of a library must not end the process
        return False, EngineError(f"这一页识别时出错（{type(error).__name__}）；影像完好", advice=AGAIN)

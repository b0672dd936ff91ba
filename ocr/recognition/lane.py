"""One queue in front of one process: requests in order, a new process when the last one died, grew or grew old."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocr.errors import EngineError, ReadingError
from ocr.recognition.messages import error_of, line

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).parents[2]

_DIED = "识别程序意外退出，这一页没有读完。其他页面不受影响。"
_CLOSED = "识别程序已关闭。"
_RETRY = "请重试这一页。"


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a process may live.

    Attributes:
        requests: answers after which a new process takes over.
        memory: peak bytes after which a new process takes over.
        patience: seconds after which an answer is no longer waited for.
    """

    requests: int = 200
    memory: int = 3 * 1024**3
    patience: float = 300.0


@dataclass(frozen=True, slots=True)
class _Job:
    request: dict[str, Any]
    future: Future[dict[str, Any]]


class Lane:
    """A thread that keeps a child process of one kind and passes requests to it, one at a time."""

    def __init__(self, kind: str, terms: Terms, tell: Callable[[str, str], None]) -> None:
        """``tell`` hears of each change: warming, ready, failed (with the reason), cold."""
        self._kind, self._terms, self._tell = kind, terms, tell
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._child: subprocess.Popen[bytes] | None = None
        self._answered = 0
        self._closed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=f"lane-{kind}", daemon=True)
        self._thread.start()

    def submit(self, request: dict[str, Any]) -> Future[dict[str, Any]]:
        """The child's answer to a request; an empty request only gets the child ready."""
        future: Future[dict[str, Any]] = Future()
        with self._lock:
            if self._closed:
                future.set_exception(EngineError(_CLOSED, code="engine-closed", advice="请重新打开程序。"))
            else:
                self._jobs.put(_Job(request, future))
        return future

    def close(self) -> None:
        """End the child at once and fail what waits; returns when both are gone."""
        with self._lock:
            self._closed = True
            self._kill()
        self._jobs.put(None)
        self._thread.join()

    @property
    def child_id(self) -> int | None:
        """Process id of the living child, if there is one."""
        child = self._child
        return child.pid if child and child.poll() is None else None

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._do(job)
        self._retire()
        self._tell("cold", "")

    def _do(self, job: _Job) -> None:
        """Get a child ready, then pass the request on; from the moment the future runs, the child has it."""
        try:
            self._ready()
        except ReadingError as error:
            _settle(job, error)
            return
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            result = self._exchange(line(job.request)) if job.request else {}
        except ReadingError as error:
            job.future.set_exception(error)
            return
        job.future.set_result(result)
        self._answered += bool(job.request)
        if self._answered >= self._terms.requests or result.get("memory", 0) >= self._terms.memory:
            self._retire()

    def _ready(self) -> None:
        """A living child that has said it is ready, started now if there is none."""
        if self.child_id is not None:
            return
        self._retire()
        self._tell("warming", "")
        try:
            with self._lock:
                self._child = self._spawn()
            self._exchange(b"")
        except ReadingError as error:
            self._tell("failed", str(error))
            raise
        self._tell("ready", "")

    def _spawn(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise EngineError(_CLOSED, code="engine-closed")
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        try:
            return subprocess.Popen(  # noqa: S603  our own module, fixed arguments
                [sys.executable, "-m", "ocr.recognition.child", self._kind],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                start_new_session=True,
            )
        except OSError as error:
            said = f"识别程序无法启动：{error.strerror or error}。"
            raise EngineError(said, code="engine-start", advice="请检查内存和磁盘后重试。") from error

    def _exchange(self, request: bytes) -> dict[str, Any]:
        """Send a line (or nothing) and wait for the next answer; a child that keeps silent too long is ended."""
        child = self._child
        assert child is not None, "a child was started"
        assert child.stdin is not None, "its input is a pipe"
        assert child.stdout is not None, "its output is a pipe"
        patience = threading.Timer(self._terms.patience, child.kill)
        patience.start()
        try:
            child.stdin.write(request)
            child.stdin.flush()
            message: dict[str, Any] = json.loads(child.stdout.readline())
        except (OSError, ValueError) as error:
            self._retire()
            raise EngineError(_CLOSED if self._closed else _DIED, advice=_RETRY) from error
        finally:
            patience.cancel()
        if "error" in message:
            raise error_of(message)
        return message

    def _kill(self) -> None:
        if self._child:
            self._child.kill()

    def _retire(self) -> None:
        """End the child, if any, and wait for it, so that none is left behind."""
        child, self._child, self._answered = self._child, None, 0
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()


def _settle(job: _Job, error: ReadingError) -> None:
    if job.future.set_running_or_notify_cancel():
        job.future.set_exception(error)

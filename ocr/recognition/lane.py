"""One queue in front of one process: answers in order, a new process when the last one died, grew or grew old."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
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
        at_once: requests the process has at the same time, so that it never waits for the next one.
    """

    requests: int = 200
    memory: int = 3 * 1024**3
    patience: float = 300.0
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class _Job:
    """A request, who waits for its answer, and whether a process has died over it already."""

    request: dict[str, Any]
    future: Future[dict[str, Any]]
    again: bool = False


class Lane:
    """A thread that keeps a child process of one kind and passes requests to it, answered in their order.

    When a process dies with several requests under way, each is passed on once more, alone, so that only the one that
    kills again is lost.
    """

    def __init__(self, kind: str, terms: Terms, tell: Callable[[str, str], None]) -> None:
        """``tell`` hears of each change: warming, ready, failed (with the reason), cold."""
        self._kind, self._terms, self._tell = kind, terms, tell
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._child: subprocess.Popen[bytes] | None = None
        self._under_way: deque[_Job] = deque()
        self._suspects: deque[_Job] = deque()
        self._answered = 0
        self._tired = False
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
        while self._fill():
            if self._under_way:
                self._take_answer()
        self._retire()
        self._tell("cold", "")

    def _fill(self) -> bool:
        """Pass requests on until the process has enough; False when the lane is closed and nothing is left to do."""
        while len(self._under_way) < self._room():
            try:
                job = self._suspects.popleft() if self._suspects else self._jobs.get(block=not self._under_way)
            except queue.Empty:
                break
            if job is None:
                return False
            self._pass_on(job)
        return True

    def _room(self) -> int:
        """How many requests the process may have now: one where any may be deadly, none more where it is to go."""
        if self._tired and self._under_way:
            return 0
        return 1 if self._suspects or any(job.again for job in self._under_way) else self._terms.at_once

    def _pass_on(self, job: _Job) -> None:
        """Get a child ready, then pass the request on; from the moment the future runs, the child has it."""
        try:
            self._ready()
        except ReadingError as error:
            _settle(job, error)
            return
        if not job.again and not job.future.set_running_or_notify_cancel():
            return
        if not job.request:
            job.future.set_result({})
            return
        self._under_way.append(job)
        try:
            self._write(line(job.request))
        except ReadingError as error:
            self._lose(error)

    def _take_answer(self) -> None:
        """The next answer goes to the oldest request."""
        try:
            message = self._answer()
        except ReadingError as error:
            self._lose(error)
            return
        job = self._under_way.popleft()
        if "error" in message:
            job.future.set_exception(error_of(message))
        else:
            job.future.set_result(message)
        self._answered += 1
        self._tired = self._answered >= self._terms.requests or message.get("memory", 0) >= self._terms.memory
        if self._tired and not self._under_way:
            self._retire()

    def _lose(self, error: ReadingError) -> None:
        """The process died: a request that was alone is lost, several are each tried again alone."""
        lost = list(self._under_way)
        self._under_way.clear()
        self._retire()
        if len(lost) > 1 and not self._closed:
            self._suspects.extend(replace(job, again=True) for job in lost)
            return
        for job in lost:
            job.future.set_exception(error)

    def _ready(self) -> None:
        """A living child that has said it is ready, started now if there is none."""
        if self.child_id is not None:
            return
        self._retire()
        self._tell("warming", "")
        try:
            with self._lock:
                self._child = self._spawn()
            message = self._answer()
            if "error" in message:
                raise error_of(message)
        except ReadingError as error:
            self._retire()
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
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "2"},
                start_new_session=True,
            )
        except OSError as error:
            said = f"识别程序无法启动：{error.strerror or error}。"
            raise EngineError(said, code="engine-start", advice="请检查内存和磁盘后重试。") from error

    def _write(self, request: bytes) -> None:
        child = self._child
        assert child is not None, "a child was started"
        assert child.stdin is not None, "its input is a pipe"
        try:
            child.stdin.write(request)
            child.stdin.flush()
        except (OSError, ValueError) as error:
            raise self._death() from error

    def _answer(self) -> dict[str, Any]:
        """The child's next message; a child that keeps silent too long is ended."""
        child = self._child
        assert child is not None, "a child was started"
        assert child.stdout is not None, "its output is a pipe"
        patience = threading.Timer(self._terms.patience, child.kill)
        patience.start()
        try:
            message: dict[str, Any] = json.loads(child.stdout.readline())
        except (OSError, ValueError) as error:
            raise self._death() from error
        finally:
            patience.cancel()
        return message

    def _death(self) -> EngineError:
        return EngineError(_CLOSED if self._closed else _DIED, advice=_RETRY)

    def _kill(self) -> None:
        if self._child:
            self._child.kill()

    def _retire(self) -> None:
        """End the child, if any, and wait for it, so that none is left behind."""
        child, self._child, self._answered, self._tired = self._child, None, 0, False
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()


def _settle(job: _Job, error: ReadingError) -> None:
    if job.again or job.future.set_running_or_notify_cancel():
        job.future.set_exception(error)

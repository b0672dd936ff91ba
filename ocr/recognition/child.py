"""``python -m ocr.recognition.child read|expand``: the process in which pages are read, or hostile files opened.

Takes one request a line on standard input, answers one line each on standard output, in the order of the requests, and
ends with its input. It ignores interrupts (the caller decides), and keeps foreign prints away from the answers.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocr.errors import EngineError, ReadingError
from ocr.recognition.held import peak_memory
from ocr.recognition.messages import error_message, expanded_message, line
from ocr.recognition.release import give_back, give_back_large

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from typing import BinaryIO

    Work = Callable[[dict[str, Any]], dict[str, Any]]

_MEMORY = 6 * 1024**3
"""Bytes a process that opens hostile files may take."""


def reading() -> Work:
    """Load the engine; the work is what :class:`~ocr.recognition.tasks.ReadingTasks` can be asked for."""
    from ocr.recognition.tasks import ReadingTasks  # noqa: PLC0415  only this kind of process pays for the engine

    return ReadingTasks()


def expanding() -> Work:
    """Bound this process; the work is expanding one file."""
    from ocr.capture.files import expand  # noqa: PLC0415  only this kind of process opens files

    _bound_memory()
    return lambda request: expanded_message(*expand(Path(request["path"]), Path(request["into"])))


WORKS: dict[str, tuple[Callable[[], Work], int]] = {"read": (reading, 2), "expand": (expanding, 1)}
"""How each kind of process gets ready, and how many requests it works on at once: while one page is recognised, the
next is decoded and looked over, so that no core waits."""


def answer(work: Work, request: dict[str, Any]) -> dict[str, Any]:
    """The work's outcome, or its error, as a message."""
    try:
        return work(request)
    except ReadingError as error:
        return error_message(error)
    except Exception as error:  # noqa: BLE001  whatever a page did to the engine, the next one gets its turn
        said = f"识别程序处理这一页时出错（{type(error).__name__}）。其他页面不受影响。"
        return error_message(EngineError(said, advice="请重试；仍失败时请重新扫描这一页。"))
    finally:
        give_back()


def serve(kind: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """Get ready, say so, then answer until the requests end."""
    get_ready, at_once = WORKS[kind]
    try:
        work = get_ready()
    except ReadingError as error:
        _send(answers, error_message(error))
        return
    _send(answers, {"ready": kind})
    with ThreadPoolExecutor(1) as sender, ThreadPoolExecutor(at_once) as workers:
        for request in requests:
            done = workers.submit(answer, work, json.loads(request))
            sender.submit(_send_when_done, answers, done)


def main() -> None:
    """Serve on the standard streams; anything else printed goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_back_large()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.argv[1], sys.stdin.buffer, answers)


def _send_when_done(answers: BinaryIO, done: Future[dict[str, Any]]) -> None:
    _send(answers, {**done.result(), "memory": peak_memory()})


def _send(answers: BinaryIO, message: dict[str, Any]) -> None:
    answers.write(line(message))
    answers.flush()


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  unknown on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()

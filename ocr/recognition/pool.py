"""The engine in a process of its own, and a second one that opens hostile files; pages cross by path, never pickled."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from ocr.errors import EngineError
from ocr.reading import Failure
from ocr.recognition.child import Child, Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from ocr.capture.files import CapturedPage
    from ocr.pages import PageText

    Expanded = tuple[tuple[CapturedPage, ...], tuple[Failure, ...]]

OPENING = Limits(calls=500, megabytes=2000, patience=300.0)


def reader() -> Callable[[Path, str], PageText]:
    """Load the engine; runs in the engine's process only."""
    from ocr.recognition.engine import PageReader  # noqa: PLC0415 - loads OpenCV and PaddleOCR

    return PageReader().read


def opener() -> Callable[[Path, Path], Expanded]:
    """Load what opens files; runs in its own process only."""
    from ocr.capture.files import expand  # noqa: PLC0415 - loads Pillow and pdfium

    return expand


class EnginePool:
    """One engine in one process, one queue in front of it. A context manager; all methods may be called by any thread.

    ``state`` is ``cold``, ``warming``, ``ready`` or ``failed: <reason>``.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - a frozen value
        self.state = "cold"
        self._listeners: list[Callable[[str], None]] = []
        self._engine = Child(reader, limits, self._tell)
        self._opener = Child(opener, OPENING, _nobody)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Begin to load the engine; returns at once."""
        self._engine.warm()

    def on_state(self, callback: Callable[[str], None]) -> None:
        """Hear each change of state, from a background thread; told the present state at once."""
        self._listeners.append(callback)
        callback(self.state)

    def read(self, path: Path, file: str) -> Future[PageText]:
        """Read one page; the future fails with ReadingError, or EngineError where the process died on it."""
        return self._engine.call(path, file)

    def expand(self, path: Path, into: Path) -> Future[Expanded]:
        """Turn a file into page files, see :func:`ocr.capture.files.expand`; one that kills its reader fails."""
        outer: Future[Expanded] = Future()
        self._opener.call(path, into).add_done_callback(lambda inner: _pass_on(inner, outer, path.name))
        return outer

    def close(self) -> None:
        """Stop both processes at once; what waits fails with EngineError."""
        self._engine.close()
        self._opener.close()

    def _tell(self, state: str) -> None:
        self.state = state
        for listener in self._listeners:
            listener(state)


def _nobody(_state: str) -> None:
    """Nobody listens to the opening of files."""


def _pass_on(inner: Future[Any], outer: Future[Expanded], name: str) -> None:
    error = inner.exception()
    if error is None:
        outer.set_result(inner.result())
    elif isinstance(error, EngineError):
        advice = "请换一种方式导出或扫描；其他文件不受影响"
        outer.set_result(((), (Failure(name, "file-hostile", f"打开这个文件时程序中断：{error}", advice),)))
    else:
        outer.set_exception(error)

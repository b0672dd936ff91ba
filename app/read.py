"""Files in, one reading out: no store, no claim. What `lingbao read` and the benchmarks use."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.capture.sources import SUFFIXES, FilesSource
from ocr.errors import ReadingError
from ocr.extraction import read_documents
from ocr.reading import Failure, Reading
from ocr.recognition.pool import EnginePool
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.capture.files import CapturedPage
    from ocr.pages import PageText


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files named, and the page files of the folders named, each folder by name."""
    for path in paths:
        if not path.exists():
            message = f"找不到 {path}"
            raise InputError(message, code="no-such-file", advice="请检查路径；没有读取任何内容")
    found = list(FilesSource(tuple(paths)).take(Path()))
    if not found:
        message = "没有找到可读的影像或 PDF"
        raise InputError(message, code="no-pages", advice="支持 " + " ".join(sorted(SUFFIXES)))
    return found


def read_files(paths: Sequence[Path], tell: Callable[[int, int], None] = lambda *_: None) -> Reading:
    """Read files and folders; a page that fails is reported and the others go on. ``tell`` hears (done, total)."""
    started = time.perf_counter()
    with EnginePool() as pool, tempfile.TemporaryDirectory() as folder:
        captured, failures = expand_files(pool, files_in(paths), Path(folder))
        pages: list[PageText] = []
        for done, page in enumerate(captured):
            tell(done, len(captured))
            try:
                pages.append(pool.read(page.path, page.name).result())
            except ReadingError as error:
                failures.append(Failure(page.name, error.code, str(error), error.advice))
    return Reading(read_documents(pages), time.perf_counter() - started, tuple(failures))


def expand_files(pool: EnginePool, files: Sequence[Path], folder: Path) -> tuple[list[CapturedPage], list[Failure]]:
    """The pages of all files in order, written to ``folder``, and what was refused."""
    captured: list[CapturedPage] = []
    failures: list[Failure] = []
    for waiting in [pool.expand(path, folder) for path in files]:
        pages, missed = waiting.result()
        captured += pages
        failures += missed
    return captured, failures

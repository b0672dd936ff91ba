"""Files in, one reading out: no store, no claim. What `lingbao read` and the benchmarks use."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.looking import read_pile
from ocr.capture.sources import SUFFIXES, FilesSource
from ocr.errors import EngineError, ReadingError
from ocr.pages import page_from_json
from ocr.reading import Failure, Reading
from ocr.recognition.pool import EnginePool
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from ocr.capture.files import CapturedPage
    from ocr.pages import PageText
    from ocr.reading import Document


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
        captured, refused = expand_files(pool, files_in(paths), Path(folder))
        documents, lost = read_captured(pool, captured, tell)
    return Reading(documents, time.perf_counter() - started, (*refused, *lost))


def expand_files(pool: EnginePool, files: Sequence[Path], folder: Path) -> tuple[list[CapturedPage], list[Failure]]:
    """The pages of all files in order, written to ``folder``, and what was refused."""
    captured: list[CapturedPage] = []
    failures: list[Failure] = []
    for waiting in [pool.expand(path, folder) for path in files]:
        pages, missed = waiting.result()
        captured += pages
        failures += missed
    return captured, failures


def read_captured(
    pool: EnginePool, captured: Sequence[CapturedPage], tell: Callable[[int, int], None] = lambda *_: None
) -> tuple[tuple[Document, ...], list[Failure]]:
    """The documents of captured pages, second looks included, and the pages that failed.

    All pages are handed to the engine at once, so that it never waits. Until the end they go by number, for two files
    may have one name.
    """
    waiting = [_submit(pool, page, str(index)) for index, page in enumerate(captured)]
    pages: list[PageText] = []
    failures: list[Failure] = []
    for index, page in enumerate(captured):
        tell(index, len(captured))
        try:
            pages.append(_patient(pool, page, waiting[index], str(index)))
        except ReadingError as error:
            failures.append(Failure(page.name, error.code, str(error), error.advice))
    pile = read_pile(pool, pages, {str(index): page.path for index, page in enumerate(captured)})
    return tuple(_named(document, captured) for document in pile.documents), failures


def _named(document: Document, captured: Sequence[CapturedPage]) -> Document:
    pages = tuple(replace(page, file=captured[int(page.file)].name) for page in document.pages)
    return replace(document, pages=pages)


def _submit(pool: EnginePool, page: CapturedPage, name: str) -> Future[PageText]:
    layer = page_from_json(page.layer.read_text("utf-8")) if page.layer else None
    return pool.read(page.path, name, layer)


def _patient(pool: EnginePool, page: CapturedPage, waiting: Future[PageText], name: str) -> PageText:
    """The page's words; where the engine died on it, a new one tries once more."""
    try:
        return waiting.result()
    except EngineError:
        return _submit(pool, page, name).result()

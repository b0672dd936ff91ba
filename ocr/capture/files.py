"""One file from anywhere becomes page files named by their SHA-256; what cannot be taken says why.

The frame of a page is its raw pixels: an EXIF orientation is not applied, so that places mean the same to everyone.
"""

from __future__ import annotations

import stat
from importlib import import_module
from typing import TYPE_CHECKING

from ocr.capture.kept import CapturedPage
from ocr.capture.limits import MAX_BYTES, refused
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Pages = Callable[[str, bytes, Path], Iterator[CapturedPage | Failure]]

__all__ = ["CapturedPage", "expand"]

Expanded = tuple[tuple[CapturedPage, ...], tuple[Failure, ...]]

_HEAD = 1024
_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")
"""How XML begins, with and without a mark of its encoding."""


def expand(path: Path, into: Path) -> Expanded:
    """Turn a file into page files in ``into``, each written whole or not at all.

    Taken are images, TIFF of several frames, PDF, OFD and the XML of an electronic receipt or invoice.

    Returns:
        the pages in order, and a failure for each page (or the file) that was refused; never raises for bad input.
    """
    try:
        content = _content(path)
    except PageRefusedError as error:
        return (), (Failure(path.name, error.code, str(error), error.advice),)
    taken: list[CapturedPage] = []
    failures: list[Failure] = []
    for outcome in _reader(content)(path.name, content, into):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            taken.append(outcome)
    return tuple(taken), tuple(failures)


def _reader(content: bytes) -> Pages:
    """How a file is read, told by its content. A reader is loaded when first needed: the desk starts without them."""
    reader: Pages = import_module(f"ocr.capture.{_kind(content[:_HEAD])}").pages
    return reader


def _kind(head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return "ofd"
    if b"%PDF-" in head:
        return "pdf"
    return "xml_originals" if head.lstrip().startswith(_MARKUP) else "images"


def _content(path: Path) -> bytes:
    """The whole file, or PageRefusedError; a file that changes while it is read is refused."""
    try:
        before = path.stat()
        _check(before.st_mode, before.st_size)
        content = path.read_bytes()
        after = path.stat()
    except FileNotFoundError as error:
        raise refused("file-missing") from error
    except OSError as error:
        raise refused("file-unreadable") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
        raise refused("file-changed")
    return content


def _check(mode: int, size: int) -> None:
    if not stat.S_ISREG(mode):
        raise refused("file-not-regular")
    if size == 0:
        raise refused("file-empty")
    if size > MAX_BYTES:
        raise refused("file-too-large")

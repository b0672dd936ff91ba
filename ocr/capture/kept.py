"""Page files on their way to the page store: written whole under the name of their content."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.capture.limits import refused
from ocr.pages import to_json

if TYPE_CHECKING:
    from ocr.pages import PageText


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """One page file.

    Attributes:
        name: what people call it.
        path: where its picture lies.
        sha256: of the picture's bytes.
        width, height: size of the picture in pixels, as filed.
        layer: where the words an electronic original holds for this page lie, as JSON of a
            :class:`~ocr.pages.PageText` in the picture's pixels; None for a scan or photo.
    """

    name: str
    path: Path
    sha256: str
    width: int
    height: int
    layer: Path | None = None


def keep(name: str, content: bytes, suffix: str, into: Path, size: tuple[int, int]) -> CapturedPage:
    """Write a page's bytes to ``into`` as <sha256><suffix>, at once or not at all.

    Raises:
        PageRefusedError: the disk is full or the folder cannot be written; nothing is left behind.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    target = into / f"{sha256}{suffix}"
    _kept(target, content)
    return CapturedPage(name, target, sha256, *size)


def keep_layer(page: CapturedPage, layer: PageText | None) -> CapturedPage:
    """Write the words of an electronic original beside its picture, as ``<sha256>.layer.json``.

    Raises:
        PageRefusedError: the disk is full or the folder cannot be written; nothing is left behind.
    """
    if layer is None:
        return page
    target = page.path.with_name(f"{page.sha256}.layer.json")
    _kept(target, to_json(layer).encode())
    return replace(page, layer=target)


def _kept(target: Path, content: bytes) -> None:
    try:
        _write(target, content)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        raise refused("disk-full" if full else "not-written") from error


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".page-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise

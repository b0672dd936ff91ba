"""Page files on their way to the page store: written whole under the name of their content."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ocr.capture.limits import refused


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """One page file: what people call it, where it lies, its SHA-256 and its size in pixels as filed."""

    name: str
    path: Path
    sha256: str
    width: int
    height: int


def keep(name: str, content: bytes, suffix: str, into: Path, size: tuple[int, int]) -> CapturedPage:
    """Write a page's bytes to ``into`` as <sha256><suffix>, at once or not at all.

    Raises:
        PageRefusedError: the disk is full or the folder cannot be written; nothing is left behind.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    target = into / f"{sha256}{suffix}"
    try:
        _write(target, content)
    except OSError as error:
        raise refused(
            "disk-full" if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else "not-written"
        ) from error
    return CapturedPage(name, target, sha256, *size)


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

"""The door of files: what is absent, empty, a PDF or too large is refused before any parser sees it."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_START = 1024
_PDF = b"%PDF-"

LOCKED = "请确认文件还在、没有被别的程序锁住，并且有权限读取。"
SPLIT = "请确认选对了文件；确实这样大时请分成几个文件。"
"""What to do about a file that cannot be opened, and one that is too large, whatever it holds."""


class Trouble(StrEnum):
    """Why a file is not let in."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    PDF = "pdf"
    TOO_LARGE = "too_large"


class Refusal(NamedTuple):
    """How a room says so: message (``{name}`` stands for the file's), code and advice."""

    message: str
    code: str
    advice: str


def digest_of(path: Path, largest: int, refusals: Mapping[Trouble, Refusal]) -> str:
    """The SHA-256 of a file of at most so many bytes. Raises InputError in the words of ``refusals``."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_START)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest() if size <= largest else ""
    except OSError as error:
        raise _refused(path, refusals[Trouble.UNREADABLE]) from error
    checks = ((not size, Trouble.EMPTY), (_PDF in start, Trouble.PDF), (not digest, Trouble.TOO_LARGE))
    for applies, trouble in checks:
        if applies:
            raise _refused(path, refusals[trouble])
    return digest


def _refused(path: Path, refusal: Refusal) -> InputError:
    return InputError(refusal.message.format(name=path.name), code=refusal.code, advice=refusal.advice)

"""Blocks of memory in one file that is mapped, not read: safe to open (no code in it), checked by its hash.

A file that is torn, of another making or of another content is no file: the caller builds it anew.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import sys
import tempfile
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIX = ".catalogue"
"""Of the names of compiled files."""
_MAGIC = b"LBCTLG01"
_HASH = 32
_HEAD = 8
_START = len(_MAGIC) + _HASH
_ALIGNED = 8


def write_sections(path: Path, stamp: str, sections: Mapping[str, memoryview]) -> None:
    """Write the sections under ``path``, whole or not at all. ``stamp`` names what they were made of."""
    layout = [[name, view.format, view.nbytes] for name, view in sections.items()]
    head = json.dumps({"stamp": stamp, "order": sys.byteorder, "sections": layout}).encode()
    parts = [len(head).to_bytes(_HEAD, "little"), _padded(head), *map(_padded, sections.values())]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            target.writelines((_MAGIC, digest.digest(), *parts))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def map_sections(path: Path, stamp: str) -> dict[str, memoryview] | None:
    """The sections of the file, mapped; None where there is no sound file made of what ``stamp`` names."""
    with suppress(OSError, ValueError, KeyError, TypeError), path.open("rb") as source:
        mapped = memoryview(mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ))
        if bytes(mapped[: len(_MAGIC)]) != _MAGIC or not _sound(mapped):
            return None
        return _parted(mapped, stamp)
    return None


def prune(folder: Path, making: str) -> None:
    """Delete compiled files whose names do not begin with ``making``; one that is in use may stay."""
    for path in folder.glob(f"*{SUFFIX}"):
        if not path.name.startswith(making):
            with suppress(OSError):
                path.unlink()


def _sound(mapped: memoryview) -> bool:
    return hashlib.sha256(mapped[_START:]).digest() == bytes(mapped[len(_MAGIC) : _START])


def _parted(mapped: memoryview, stamp: str) -> dict[str, memoryview] | None:
    body = mapped[_START:]
    length = int.from_bytes(body[:_HEAD], "little")
    head = json.loads(bytes(body[_HEAD : _HEAD + length]))
    if head["stamp"] != stamp or head["order"] != sys.byteorder:
        return None
    sizes = [_aligned(size) for _, _, size in head["sections"]]
    offsets = accumulate(sizes, initial=_HEAD + _aligned(length))
    return {
        name: body[offset : offset + size].cast(form)
        for (name, form, size), offset in zip(head["sections"], offsets, strict=False)
    }


def _padded(part: bytes | memoryview) -> bytes:
    raw = bytes(part)
    return raw.ljust(_aligned(len(raw)), b"\0")


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED

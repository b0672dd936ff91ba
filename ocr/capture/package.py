"""A zip package from strangers: parts are read into memory by name, never unpacked, never more than bounded."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from ocr.capture.limits import refused
from ocr.capture.markup import MarkupError, Node, parse_markup

MAX_PARTS = 10_000
MAX_PART = 64 * 1024**2
MAX_WHOLE = 512 * 1024**2
"""Bytes of one part and of all parts read, unpacked."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, MemoryError,
)  # fmt: skip


class Package:
    """The parts of a zip file by their paths, which are absolute or relative to the part that names them."""

    def __init__(self, content: bytes) -> None:
        """Read the directory only. Raises PageRefusedError."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise refused("ofd-damaged") from error
        if len(entries) > MAX_PARTS:
            raise refused("ofd-bomb")
        if any(entry.flag_bits & 1 for entry in entries):
            raise refused("ofd-encrypted")
        self._entries = {entry.filename.replace("\\", "/").strip("/").lower(): entry for entry in entries}
        self._read = 0

    def has(self, path: str) -> bool:
        """Whether the package has a part."""
        return path.lower() in self._entries

    def part(self, path: str) -> bytes:
        """The bytes of a part. Raises PageRefusedError: missing, damaged, or unpacking to more than bounded."""
        entry = self._entries.get(path.lower())
        if entry is None:
            raise refused("ofd-incomplete")
        try:
            with self._zip.open(entry) as file:
                content = file.read(MAX_PART + 1)
        except _BROKEN as error:
            raise refused("ofd-damaged") from error
        self._read += len(content)
        if len(content) > MAX_PART or self._read > MAX_WHOLE:
            raise refused("ofd-bomb")
        return content

    def markup(self, path: str) -> Node:
        """A part as XML. Raises PageRefusedError."""
        try:
            return parse_markup(self.part(path))
        except MarkupError as error:
            raise refused("ofd-damaged") from error


def located(base: str, path: str) -> str:
    """The path of a part that another part names; what climbs out of the package names nothing in it."""
    path = path.strip().replace("\\", "/")
    whole = path if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    return posixpath.normpath("/" + whole).strip("/")

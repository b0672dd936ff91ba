"""The page store: files named by their SHA-256 in folders of two levels; written once, never changed."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from review.errors import InputError, NotFoundError
from review.store.engine import plain_failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CHUNK = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PageStore:
    """Files under ``root``, each found again by the hash of its bytes."""

    root: Path

    def path(self, sha256: str) -> Path:
        """Where the file with this hash lies, or would lie. Raises InputError for what is no hash."""
        if not _NAME.fullmatch(sha256):
            raise InputError("影像编号不正确。", code="bad-hash")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def keep(self, source: Path) -> str:
        """Copy a file into the store, safe on disk before this returns, and give its hash.

        Raises:
            NotFoundError: the file is not there.
            InputError: the file is empty.
            StoreError: the disk refuses; nothing is left behind.
        """
        if not source.is_file():
            raise NotFoundError(f"找不到文件 {source.name}。", advice="请重新选择文件。")
        with plain_failures(), source.open("rb") as stream:
            return self._keep(stream, source.name)

    def _keep(self, stream: BinaryIO, name: str) -> str:
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self.root, prefix=".draft-")
        try:
            with os.fdopen(handle, "wb") as out:
                sha256 = _copy(stream, out)
            if sha256 == hashlib.sha256().hexdigest():
                raise InputError(f"文件 {name} 是空的。", code="empty-file", advice="请重新扫描或选择文件。")
            self._place(Path(draft), self.path(sha256))
        finally:
            Path(draft).unlink(missing_ok=True)
        return sha256

    def _place(self, draft: Path, target: Path) -> None:
        if target.exists() and digest(target) == target.name:
            return
        for folder in (target.parent.parent, target.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        draft.replace(target)
        for folder in (target.parent, target.parent.parent, self.root):
            _settle(folder)

    def hashes(self) -> Iterator[str]:
        """Names of all files kept."""
        return (path.name for path in sorted(self.root.glob("??/??/*")) if _NAME.fullmatch(path.name))

    def verify(self) -> tuple[str, ...]:
        """Hashes of files whose bytes are no longer what they were."""
        return tuple(sha256 for sha256 in self.hashes() if digest(self.path(sha256)) != sha256)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with plain_failures(), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(stream: BinaryIO, out: BinaryIO) -> str:
    total = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        total.update(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return total.hexdigest()


def _settle(folder: Path) -> None:
    """Make the folder's own entries safe on disk, where the system can (Windows has no such call)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

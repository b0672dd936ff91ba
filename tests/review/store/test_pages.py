"""Pages are kept by their hash, safely, once; damage is found; a full disk leaves nothing behind."""

from __future__ import annotations

import hashlib
import stat
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from review.errors import InputError, NotFoundError
from review.store.pages import PageStore

if TYPE_CHECKING:
    from pathlib import Path

LIMITED = """
import resource, signal, sys
from pathlib import Path
from review.errors import StoreError
from review.store.pages import PageStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    PageStore(Path(sys.argv[1])).keep(Path(sys.argv[2]))
except StoreError as error:
    print(error.code, error, error.advice)
"""


@pytest.fixture
def pages(tmp_path: Path) -> PageStore:
    return PageStore(tmp_path / "pages")


def a_file(folder: Path, content: bytes, name: str = "a.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_page_is_found_again_by_its_hash(pages: PageStore, tmp_path: Path) -> None:
    sha256 = pages.keep(a_file(tmp_path, b"page"))
    assert sha256 == hashlib.sha256(b"page").hexdigest()
    assert pages.path(sha256).read_bytes() == b"page"
    assert pages.path(sha256).parent == pages.root / sha256[:2] / sha256[2:4]
    assert list(pages.hashes()) == [sha256]


def test_keeping_the_same_bytes_again_changes_nothing(pages: PageStore, tmp_path: Path) -> None:
    sha256 = pages.keep(a_file(tmp_path, b"page"))
    before = pages.path(sha256).stat()
    assert pages.keep(a_file(tmp_path, b"page", "b.jpg")) == sha256
    assert (pages.path(sha256).stat().st_mtime_ns, pages.path(sha256).stat().st_ino) == (
        before.st_mtime_ns,
        before.st_ino,
    )


def test_damage_is_found_and_mended_by_keeping_the_page_again(pages: PageStore, tmp_path: Path) -> None:
    sha256 = pages.keep(a_file(tmp_path, b"page"))
    pages.path(sha256).write_bytes(b"pagf")
    assert pages.verify() == (sha256,)
    pages.keep(tmp_path / "a.jpg")
    assert pages.verify() == ()


def test_pages_are_private(pages: PageStore, tmp_path: Path) -> None:
    path = pages.path(pages.keep(a_file(tmp_path, b"page")))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent, pages.root)} == {0o700}


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", "A" * 64, "0" * 63])
def test_what_is_no_hash_names_no_file(pages: PageStore, name: str) -> None:
    with pytest.raises(InputError):
        pages.path(name)


def test_empty_and_missing_files_are_refused(pages: PageStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="是空的"):
        pages.keep(a_file(tmp_path, b""))
    with pytest.raises(NotFoundError, match=r"b\.jpg"):
        pages.keep(tmp_path / "b.jpg")
    assert list(pages.root.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing_behind(pages: PageStore, tmp_path: Path) -> None:
    source = a_file(tmp_path, b"x" * 200_000)
    arguments = [sys.executable, "-c", LIMITED, str(pages.root), str(source)]
    told = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    assert told.startswith("disk ")
    assert "完好" in told
    assert [path for path in pages.root.rglob("*") if path.is_file()] == []


def test_the_same_page_kept_by_many_threads_is_kept_once(pages: PageStore, tmp_path: Path) -> None:
    source = a_file(tmp_path, b"page" * 100_000)
    threads = [Thread(target=pages.keep, args=(source,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(pages.hashes())) == 1
    assert pages.verify() == ()

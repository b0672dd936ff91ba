"""A report is written whole or not at all, and says in Chinese why not."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from review.errors import StoreError
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def failing_disk(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)


def test_the_content_replaces_what_stood_there(tmp_path: Path) -> None:
    out = tmp_path / "结算单.pdf"
    write_whole(out, b"old")
    assert write_whole(out, b"new") == out
    assert out.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "磁盘空间不足"), (errno.EACCES, "没有写入"), (errno.EROFS, "只读"), (errno.EIO, "写入失败")],
)
def test_a_failing_disk_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    out = write_whole(tmp_path / "a.pdf", b"old")
    failing_disk(monkeypatch, code)
    with pytest.raises(StoreError, match=words) as caught:
        write_whole(out, b"new")
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]
    assert caught.value.advice


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="文件夹不存在"):
        write_whole(tmp_path / "nowhere" / "a.pdf", b"new")


def test_a_folder_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(StoreError, match="已是一个文件夹"):
        write_whole(tmp_path / "a.pdf", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_in_the_place_of_the_folder_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(StoreError, match="文件夹不存在"):
        write_whole(tmp_path / "folder" / "a.pdf", b"new")

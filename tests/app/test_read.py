"""Which files a reading takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.read import files_in
from review.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_gives_its_page_files_by_name(tmp_path: Path) -> None:
    for name in ("b.JPG", "a.png", "notes.txt", "c.pdf"):
        (tmp_path / name).touch()
    assert [path.name for path in files_in([tmp_path])] == ["a.png", "b.JPG", "c.pdf"]


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "scan.001").touch()
    assert files_in([tmp_path / "scan.001"]) == [tmp_path / "scan.001"]


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到") as caught:
        files_in([tmp_path / "nothing.jpg"])
    assert caught.value.advice


def test_an_empty_folder_says_what_would_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有找到") as caught:
        files_in([tmp_path])
    assert ".pdf" in caught.value.advice

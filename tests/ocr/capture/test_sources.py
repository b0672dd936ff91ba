"""Pages from chosen files, folders, and a scanner that SANE itself plays."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ocr.capture.files import expand
from ocr.capture.sources import FilesSource, SaneSource, scanners
from ocr.errors import ReadingError

if TYPE_CHECKING:
    from pathlib import Path

needs_sane = pytest.mark.skipif(shutil.which("scanimage") is None, reason="scanimage (sane-utils) is not installed")


@pytest.fixture
def glass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """SANE with its own test scanner and nothing else; the folder to scan into."""
    (tmp_path / "sane").mkdir()
    (tmp_path / "sane" / "dll.conf").write_text("test\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path / "sane"))
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


def test_files_keep_their_order_and_folders_come_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("2.png", "1.jpg", "3.OFD", "4.xml", "list.xlsx"):
        (folder / name).touch()
    taken = FilesSource((tmp_path / "z.pdf", folder)).take(tmp_path)
    assert [path.name for path in taken] == ["z.pdf", "1.jpg", "2.png", "3.OFD", "4.xml"]


def test_without_scanimage_there_is_no_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scanners() == ()
    with pytest.raises(ReadingError, match="没有安装扫描程序") as caught:
        SaneSource("any").take(tmp_path)
    assert caught.value.code == "no-scanner"


@needs_sane
@pytest.mark.usefixtures("glass")
def test_sane_lists_its_scanners() -> None:
    assert "test:0" in [scanner.device for scanner in scanners()]


@needs_sane
def test_one_page_from_the_glass_becomes_a_page(glass: Path) -> None:
    [file] = SaneSource("test:0", dpi=50).take(glass)
    [page], failures = expand(file, glass)
    assert page.width > 100
    assert failures == ()


@needs_sane
def test_a_feeder_gives_every_sheet_once_and_a_second_scan_adds(glass: Path) -> None:
    first = SaneSource("test:0", dpi=50, feeder=True).take(glass)
    second = SaneSource("test:0", dpi=50).take(glass)
    assert len(first) == 10
    assert not set(first) & set(second)


@needs_sane
def test_a_scanner_that_is_not_there_says_so_in_its_own_words(glass: Path) -> None:
    with pytest.raises(ReadingError, match="Invalid argument") as caught:
        SaneSource("nothing:0").take(glass)
    assert caught.value.advice

"""What is no readable list is refused with a clear word, and nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from review.catalogue.importing.national import document, page
from review.catalogue.importing.national.reader import read_national
from review.errors import InputError
from tests.lists import FACE, SMALL, Look, many, published

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "本文件不是药品目录，只有几行文字。"


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as refused:
        read_national(path)
    assert refused.value.advice
    return refused.value


def outcome(path: Path) -> str:
    try:
        proposal = read_national(path)
    except InputError as error:
        return error.code
    return "stopped" if proposal.stopped else str(len(proposal.entries))


def a_page(path: Path, *lines: str) -> Path:
    canvas = Canvas(str(path))
    canvas.setFont(FACE, 12)
    for number, line in enumerate(lines):
        canvas.drawString(80, 760 - 20 * number, line)
    canvas.save()
    return path


def test_a_scan_without_words_is_refused(tmp_path: Path) -> None:
    Image.new("L", (600, 800), 230).save(tmp_path / "scan.pdf")
    error = refusal(tmp_path / "scan.pdf")
    assert error.code == "pdf-scan"
    assert "扫描件" in str(error)


def test_a_scanned_page_within_a_list_stops_the_import(tmp_path: Path) -> None:
    Image.new("L", (600, 800), 230).save(tmp_path / "scan.pdf")
    published(tmp_path / "list.pdf")
    with pikepdf.open(tmp_path / "list.pdf") as source, pikepdf.open(tmp_path / "scan.pdf") as scan:
        source.pages.insert(2, scan.pages[0])
        source.save(tmp_path / "mixed.pdf")
    proposal = read_national(tmp_path / "mixed.pdf")
    assert proposal.stopped
    assert [(fault.sheet, "图片" in fault.said) for fault in proposal.faults] == [("第3页", True)]
    assert len(proposal.entries) == 16


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    published(tmp_path / "list.pdf")
    with pikepdf.open(tmp_path / "list.pdf") as source:
        source.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert refusal(tmp_path / "locked.pdf").code == "pdf-encrypted"


def test_a_file_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    published(tmp_path / "list.pdf")
    with pikepdf.open(tmp_path / "list.pdf") as source:
        source.save(tmp_path / "kept.pdf", encryption=pikepdf.Encryption(owner="o", user=""))
    assert len(read_national(tmp_path / "kept.pdf").entries) == 16


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, b"hello"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "torn.pdf").write_bytes(content)
    assert refusal(tmp_path / "torn.pdf").code == "pdf-damaged"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97])
def test_a_torn_list_is_refused_or_stopped_but_never_taken_as_whole(tmp_path: Path, share: float) -> None:
    notes = ("其中西药部分120个，共计120个。",)
    content = published(tmp_path / "list.pdf", [many(120)], notes).read_bytes()
    (tmp_path / "torn.pdf").write_bytes(content[: int(len(content) * share)])
    assert outcome(tmp_path / "torn.pdf") in {"pdf-damaged", "no-catalogue", "stopped", "120"}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.pdf").code == "pdf-missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code in {"pdf-missing", "pdf-damaged"}


def test_a_paper_that_is_no_list_is_refused(tmp_path: Path) -> None:
    error = refusal(a_page(tmp_path / "letter.pdf", "通知", WORDS, "西药部分", "1 样例片 口服常释剂型"))
    assert error.code == "no-catalogue"
    assert "编号" in error.advice


def test_a_table_without_any_heading_is_refused(tmp_path: Path) -> None:
    bare = replace(many(3), title="")
    assert refusal(published(tmp_path / "bare.pdf", [bare], look=Look(front=()))).code == "no-catalogue"


def test_a_table_under_the_title_alone_is_taken_by_that_title(tmp_path: Path) -> None:
    proposal = read_national(published(tmp_path / "bare.pdf", [replace(many(3), title="")]))
    assert {entry.section for entry in proposal.entries} == {"国家基本医疗保险药品目录"}


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_PAGES", 2)
    assert refusal(published(tmp_path / "list.pdf")).code == "pdf-too-large"


def test_a_file_of_too_many_bytes_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_BYTES", 1000)
    assert refusal(published(tmp_path / "list.pdf")).code == "pdf-too-large"


def test_a_page_with_more_than_any_paper_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_CHARACTERS", 20)
    assert refusal(published(tmp_path / "list.pdf")).code == "pdf-too-large"


def test_a_page_with_too_many_strokes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_OBJECTS", 5)
    assert refusal(published(tmp_path / "list.pdf")).code == "pdf-too-large"


def test_pages_are_read_one_at_a_time(tmp_path: Path) -> None:
    pages: Iterator[object] = document.sheets(published(tmp_path / "list.pdf", [many(200)]))
    first = next(pages)
    assert getattr(first, "number", 0) == 1
    assert len(list(pages)) > 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_an_upright_one(tmp_path: Path, turn: int) -> None:
    published(tmp_path / "list.pdf")
    with pikepdf.open(tmp_path / "list.pdf") as source:
        for found in source.pages:
            found.rotate(turn, relative=False)
        source.save(tmp_path / "turned.pdf")
    straight, turned = read_national(tmp_path / "list.pdf"), read_national(tmp_path / "turned.pdf")
    assert turned.entries == straight.entries


def test_words_drawn_up_the_page_read_as_level_ones(tmp_path: Path) -> None:
    published(tmp_path / "list.pdf", SMALL)
    with pikepdf.open(tmp_path / "list.pdf") as source:
        for found in source.pages:
            width, height = found.mediabox[2], found.mediabox[3]
            found.contents_add(b"q 0 1 -1 0 %f 0 cm" % float(height), prepend=True)
            found.contents_add(b"Q")
            found.mediabox = pikepdf.Array([0, 0, height, width])
        source.save(tmp_path / "up.pdf")
    assert read_national(tmp_path / "up.pdf").entries == read_national(tmp_path / "list.pdf").entries

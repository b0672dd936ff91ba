"""Originals held against their own picture by the real engine: honest ones pass untouched, a text that lies is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from ocr.extraction.documents import read_documents
from ocr.recognition.engine import PageReader
from tests.ocr.capture.expanding import layer_of, pages_of, texts_of
from tests.ocr.capture.originals import a_receipt_sheet, ofd_bytes, pdf_bytes, xml_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.reading import Document

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def reader() -> PageReader:
    return PageReader()


def read(reader: PageReader, folder: Path, name: str, content: bytes) -> Document:
    [page] = pages_of(folder, name, content)
    [document] = read_documents([reader.read(page.path, page.name, layer_of(page))])
    return document


def asks(document: Document) -> list[str]:
    """The keys of values that ask, and the reasons of the paper."""
    cells = [*document.fields.items(), *(item for line in document.items for item in line.cells.items())]
    return [*document.review, *(key for key, cell in cells if cell.review)]


def saying_nine_for_one(content: bytes) -> bytes:
    """A PDF whose text says 9 wherever its picture shows 1."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                told = font.ToUnicode.read_bytes().replace(b"<31> <0031>", b"<31> <0039>")
                font.ToUnicode = pdf.make_stream(told)
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", ["ofd", "xml"])
def test_an_honest_original_is_read_without_a_question(reader: PageReader, tmp_path: Path, suffix: str) -> None:
    content = xml_bytes() if suffix == "xml" else ofd_bytes([a_receipt_sheet()])
    document = read(reader, tmp_path, f"a.{suffix}", content)
    assert document.fields["total_amount"].value == "1280.50"
    assert asks(document) == []


def test_a_pdf_whose_text_says_other_figures_than_its_picture_asks(reader: PageReader, tmp_path: Path) -> None:
    content = saying_nine_for_one(pdf_bytes([a_receipt_sheet()]))
    [page] = pages_of(tmp_path, "a.pdf", content)
    assert "（小写）：9280.50" in texts_of(page)
    document = read(reader, tmp_path, "a.pdf", content)
    assert "total_amount" in asks(document)
    assert any("与电子原件不一致" in reason for reason in document.review)

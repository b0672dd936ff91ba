"""The pages of a PDF, one at a time; a file that is none, or holds no words, is refused with a clear word."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from review.catalogue.importing.national.page import read_page
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.catalogue.importing.national.page import Sheet

MOST_BYTES = 256 * 1024**2
MOST_PAGES = 3000
NOTHING_KEPT = "没有写入任何内容。"

_REFUSED = {
    "pdf-missing": ("找不到或无法打开这个文件", "请检查文件是否已移走，以及是否有权限读取。"),
    "pdf-encrypted": ("这个 PDF 有打开口令", "请先去掉口令再导入。"),
    "pdf-damaged": ("这个 PDF 已损坏或不完整", "请重新下载目录原件后再导入。"),
    "pdf-too-large": (f"这个 PDF 超过 256 MB 或 {MOST_PAGES} 页", "请换用医保局发布的目录原件。"),
    "pdf-scan": ("这个 PDF 是扫描件，里面没有文字", "请换用医保局网站发布的电子版目录；扫描件不能作为目录导入。"),
}


def refused(code: str) -> InputError:
    """The refusal of a file for one of the reasons above."""
    message, advice = _REFUSED[code]
    return InputError(message, code=code, advice=advice + NOTHING_KEPT)


def sheets(path: Path) -> Iterator[Sheet]:
    """Every page in order; only one is held at a time.

    Raises:
        InputError: the file cannot be opened, is encrypted, torn, too large, or a scan without words.
    """
    words = pictures = False
    with closing(_opened(path)) as document:
        for number in range(len(document)):
            sheet = _sheet(document, number)
            words, pictures = words or bool(sheet.glyphs), pictures or sheet.pictures
            yield sheet
    if not words:
        raise refused("pdf-scan" if pictures else "pdf-damaged")


def _opened(path: Path) -> pdfium.PdfDocument:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refused("pdf-too-large")
        document = pdfium.PdfDocument(path)
    except OSError as error:
        raise refused("pdf-missing") from error
    except pdfium.PdfiumError as error:
        raise refused("pdf-encrypted" if "password" in str(error).lower() else "pdf-damaged") from error
    if not 0 < len(document) <= MOST_PAGES:
        code = "pdf-too-large" if len(document) else "pdf-damaged"
        document.close()
        raise refused(code)
    return document


def _sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    try:
        with closing(document[number]) as page:
            return read_page(page, number + 1)
    except pdfium.PdfiumError as error:
        raise refused("pdf-damaged") from error

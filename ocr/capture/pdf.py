"""PDF files: each page drawn by itself at the resolution of the scan it holds, within bounded memory."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ocr.capture.images import keep_png
from ocr.capture.limits import MAX_PAGES, MAX_PIXELS, MAX_SIDE, check_size, refused
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.capture.kept import CapturedPage

POINTS_PER_INCH = 72
DRAWN_DPI = 200
LEAST_DPI, MOST_DPI = 100, 400
LARGE_SHARE = 0.5
"""An image that covers this share of the page is the scan; its resolution is the page's."""


def pdf_pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
    """One page for each page of the file; a page that cannot be drawn is a failure and the others go on."""
    try:
        document = _opened(content)
    except PageRefusedError as error:
        yield Failure(name, error.code, str(error), error.advice)
        return
    try:
        for number in range(len(document)):
            title = name if len(document) == 1 else f"{name}#{number + 1}"
            try:
                yield _drawn(title, document, number, into)
            except PageRefusedError as error:
                yield Failure(title, error.code, str(error), error.advice)
    finally:
        document.close()


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
        pages = len(document)
    except pdfium.PdfiumError as error:
        raise refused("pdf-encrypted" if "password" in str(error).lower() else "pdf-damaged") from error
    if pages == 0 or pages > MAX_PAGES:
        document.close()
        raise refused("too-many-pages" if pages else "pdf-empty")
    document.init_forms()
    return document


def _drawn(name: str, document: pdfium.PdfDocument, number: int, into: Path) -> CapturedPage:
    try:
        page = document[number]
        try:
            image = page.render(scale=_scale(page), rev_byteorder=True).to_pil()
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise refused("pdf-damaged") from error
    check_size(*image.size)
    return keep_png(name, image.convert("RGB") if image.mode not in {"RGB", "L"} else image, into)


def _scale(page: pdfium.PdfPage) -> float:
    """Pixels a point: the scan's own resolution within sensible bounds, and never past the limits of a page."""
    width, height = page.get_size()
    wanted = min(max(_scan_dpi(page) or DRAWN_DPI, LEAST_DPI), MOST_DPI) / POINTS_PER_INCH
    side, area = max(width, height, 1.0), max(width * height, 1.0)
    return float(min(wanted, (MAX_SIDE - 1) / side, math.sqrt(MAX_PIXELS / area) * 0.999))


def _scan_dpi(page: pdfium.PdfPage) -> float | None:
    """Resolution of the image that covers most of the page, or None where the page is drawn."""
    width, height = page.get_size()
    for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) >= LARGE_SHARE * width * height:
            pixels, _ = sorted(found.get_px_size(), reverse=True)
            return float(pixels / (max(right - left, top - bottom) / POINTS_PER_INCH))
    return None

"""PDF files: each page drawn by itself, within bounded memory.

A scan is drawn at its own resolution. A page with text is drawn upright, and its words go with it as a layer.
"""

from __future__ import annotations

import math
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ocr.capture.images import keep_png
from ocr.capture.kept import keep_layer
from ocr.capture.layer import layer_of
from ocr.capture.limits import MAX_PAGES, MAX_PIXELS, MAX_SIDE, check_size, refused
from ocr.capture.pdf_glyphs import Drawn, Print, print_of, visible_glyphs
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.capture.kept import CapturedPage

POINTS_PER_INCH = 72
DRAWN_DPI = 200
LEAST_DPI, MOST_DPI = 100, 400
PRINT_SIZE = 22
"""Pixels of a character that is well recognised."""

LARGE_SHARE = 0.5
"""Pictures that cover this share of the page are the scan; its resolution is the page's."""

_DEPTH = 3
_MOST_PICTURES = 5000


def pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
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
        with closing(document[number]) as page:
            scan = _scan_dpi(page)
            lines = print_of(page) if scan is None else Print()
            scale = _scale(page, scan or _legible_dpi(lines))
            image = page.render(scale=scale, rotation=90 * lines.turns, rev_byteorder=True).to_pil()
            _flatten(page)
        with closing(document[number]) as page:
            glyphs = visible_glyphs(page, Drawn(image.width, image.height, lines.turns)) if lines.points else ()
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise refused("pdf-damaged") from error
    check_size(*image.size)
    kept = keep_png(name, image.convert("RGB") if image.mode not in {"RGB", "L"} else image, into)
    return keep_layer(kept, layer_of(image, glyphs, "pdf")) if glyphs else kept


def _flatten(page: pdfium.PdfPage) -> None:
    """Make what was filled in or noted on a page print of it, in memory; seen when the page is opened again."""
    if pdfium_c.FPDFPage_GetAnnotCount(page) > 0:
        pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)


def _legible_dpi(lines: Print) -> float:
    """The resolution at which the usual print is of a size that recognises well."""
    return max(DRAWN_DPI, PRINT_SIZE * POINTS_PER_INCH / lines.points) if lines.points else DRAWN_DPI


def _scale(page: pdfium.PdfPage, dpi: float) -> float:
    """Pixels a point: the resolution asked for within sensible bounds, and never past the limits of a page."""
    width, height = page.get_size()
    wanted = min(max(dpi, LEAST_DPI), MOST_DPI) / POINTS_PER_INCH
    side, area = max(width, height, 1.0), max(width * height, 1.0)
    return float(min(wanted, (MAX_SIDE - 1) / side, math.sqrt(MAX_PIXELS / area) * 0.999))


def _scan_dpi(page: pdfium.PdfPage) -> float | None:
    """Resolution of the largest picture where pictures cover most of the page, or None where the page is drawn."""
    width, height = page.get_size()
    covered, dpi, largest = 0.0, None, 0.0
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
    for found in islice(pictures, _MOST_PICTURES):
        left, bottom, right, top = _bounds(found)
        area = max(right - left, 0.0) * max(top - bottom, 0.0)
        covered += area
        if area > largest:
            pixels, largest = max(found.get_px_size()), area
            dpi = float(pixels / (max(right - left, top - bottom) / POINTS_PER_INCH))
    return dpi if covered >= LARGE_SHARE * width * height else None


def _bounds(found: pdfium.PdfObject) -> tuple[float, float, float, float]:
    """Left, bottom, right and top on the page, also of an object inside forms."""
    left, bottom, right, top = found.get_bounds()
    form = found.container
    while form is not None:
        left, bottom, right, top = form.get_matrix().on_rect(left, bottom, right, top)
        form = form.container
    return left, bottom, right, top

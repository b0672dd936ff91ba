"""Originals in XML: electronic receipts and VAT invoices, set on plain sheets that show what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.capture.invoice_xml import invoice_sheets, is_invoice
from ocr.capture.limits import refused
from ocr.capture.markup import MarkupError, parse_markup
from ocr.capture.plain_sheets import kept_sheet
from ocr.capture.receipt_xml import receipt_sheets
from ocr.errors import PageRefusedError
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.capture.kept import CapturedPage
    from ocr.capture.markup import Node
    from ocr.capture.plain_sheets import Row


def pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
    """The sheets of a receipt or an invoice; a file that is neither is a failure."""
    try:
        sheets = list(_sheets(parse_markup(content)))
        for number, rows in enumerate(sheets, 1):
            yield kept_sheet(name if len(sheets) == 1 else f"{name}#{number}", rows, into)
    except MarkupError:
        yield _failure(name, refused("xml-damaged"))
    except PageRefusedError as error:
        yield _failure(name, error)


def _sheets(root: Node) -> Iterator[list[Row]]:
    return invoice_sheets(root) if is_invoice(root) else receipt_sheets(root)


def _failure(name: str, error: PageRefusedError) -> Failure:
    return Failure(name, error.code, str(error), error.advice)

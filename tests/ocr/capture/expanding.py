"""Files expanded in tests: their pages, and the layers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.capture.files import expand
from ocr.pages import page_from_json

if TYPE_CHECKING:
    from pathlib import Path

    from ocr.capture.files import CapturedPage
    from ocr.pages import PageText
    from ocr.reading import Failure


def expanded(folder: Path, name: str, content: bytes) -> tuple[tuple[CapturedPage, ...], tuple[Failure, ...]]:
    """The pages and failures of a file with the content, its pages in ``folder/into``."""
    path = folder / name
    path.write_bytes(content)
    return expand(path, folder / "into")


def pages_of(folder: Path, name: str, content: bytes) -> tuple[CapturedPage, ...]:
    """The pages of a file that has no failures."""
    pages, failures = expanded(folder, name, content)
    assert failures == ()
    return pages


def layer_of(page: CapturedPage) -> PageText:
    """The layer of a page that has one."""
    assert page.layer is not None
    return page_from_json(page.layer.read_text())


def texts_of(page: CapturedPage) -> list[str]:
    """The words of its layer, from top to bottom and left to right."""
    words = sorted(layer_of(page).words, key=lambda word: (word.box[1] // 20, word.box[0]))
    return [word.text for word in words]


def refusal(folder: Path, name: str, content: bytes) -> str:
    """The code of the one failure of a file of which nothing is kept."""
    pages, failures = expanded(folder, name, content)
    assert pages == ()
    assert not list((folder / "into").glob("*"))
    [failure] = failures
    assert failure.message
    assert failure.advice
    return failure.code

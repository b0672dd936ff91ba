"""A reader that sees what was printed, in the place of the engine: the words of forged pages as put on paper."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future
from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

from ocr.forensics.likeness import likeness
from ocr.forensics.signs import signs
from ocr.imaging.decode import opened
from ocr.imaging.stamp import over_print, stamps
from tests.forge.clean import CLEANED
from tests.forge.known import known_words, with_fraud

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.pages import Box, Look, PageText
    from tests.forge.fraud import Fraud, Page


class PrintedPool:
    """Stands where the engine's pool stands; pages are told apart by their bytes and must have been laid in before.

    A page is let go once it was read. ``pages`` is how many were read, ``seconds`` the processor time their signs of
    change took.
    """

    def __init__(self) -> None:
        self.pages, self.seconds = 0, 0.0
        self._laid: dict[str, tuple[Page, tuple[Fraud, ...]]] = {}

    def lay(self, page: Page, frauds: tuple[Fraud, ...] = ()) -> None:
        """Say what stands on a page that will be read."""
        self._laid[hashlib.sha256(page.content).hexdigest()] = page, frauds

    def read(self, path: Path, name: str, layer: PageText | None = None) -> Future[PageText]:  # noqa: ARG002 - as the engine's
        """The words of a page, its signs of change and its likeness."""
        page, frauds = self._laid.pop(hashlib.sha256(path.read_bytes()).hexdigest())
        read: Future[PageText] = Future()
        text, spent = as_printed(path, name, page, frauds)
        self.pages, self.seconds = self.pages + 1, self.seconds + spent
        read.set_result(text)
        return read

    def look(self, path: Path, page: PageText, boxes: Sequence[Box]) -> Future[tuple[Look, ...]]:  # noqa: ARG002 - as above
        """Nothing more: what was printed was seen at once."""
        seen: Future[tuple[Look, ...]] = Future()
        seen.set_result(())
        return seen


def as_printed(path: Path, name: str, page: Page, frauds: Sequence[Fraud]) -> tuple[PageText, float]:
    """A page with the words it shows and the signs of its picture, and the seconds these took."""
    view = opened(path)
    text = known_words(name, page.paper, page.moves, view.filed_size)
    for fraud in frauds:
        text = text if fraud.how in CLEANED else with_fraud(text, fraud)
    places = over_print(view.source, stamps(view.source))
    began = process_time()
    told = replace(text, anomalies=signs(view, text, places), likeness=likeness(text))
    return told, process_time() - began

"""From the words of a pile to its documents: what stays in doubt is looked at again before a person is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from ocr.errors import ReadingError
from ocr.extraction import read_documents, wishes
from ocr.reading import Document, DocumentKind, PageOf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from ocr.extraction.layouts import KnownLayout
    from ocr.pages import Box, Look, PageText

UNSORTED = "影像已识别但未能自动整理成票据和清单，请对照影像手工录入"
"""What a page says whose words no extraction could sort (Chinese)."""


class Looking(Protocol):
    """Who can read places of a page again: the engine's pool."""

    def look(self, path: Path, page: PageText, boxes: Sequence[Box]) -> Future[tuple[Look, ...]]:
        """Second readings of upright boxes of a page."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Pages with their second looks, and the documents made of them."""

    pages: tuple[PageText, ...]
    documents: tuple[Document, ...]

    @property
    def unsorted(self) -> tuple[str, ...]:
        """Names of the pages whose words no extraction could sort."""
        return tuple(page.file for document in self.documents if UNSORTED in document.review for page in document.pages)


def read_pile(
    engine: Looking,
    pages: Sequence[PageText],
    pictures: Mapping[str, Path],
    layouts: Sequence[KnownLayout] = (),
) -> Pile:
    """The documents of a pile.

    Args:
        engine: who looks again.
        pages: the pile, each page named by its ``file``.
        pictures: the page file for each name.
        layouts: columns that clerks have confirmed.

    A look that fails takes nothing away: the page stays as it was read, and its doubts go to a person.
    """
    first = Pile(tuple(pages), documents_of(pages, layouts))
    try:
        wanted = wishes(first.pages, first.documents)
    except Exception:  # noqa: BLE001 - a pile that cannot say what to look at again is still a pile
        return first
    if not wanted:
        return first
    waiting = {name: engine.look(pictures[name], page, wanted[name]) for page in pages if (name := page.file) in wanted}
    looked = tuple(_with_looks(page, waiting.get(page.file)) for page in pages)
    return Pile(looked, documents_of(looked, layouts))


def documents_of(pages: Sequence[PageText], layouts: Sequence[KnownLayout] = ()) -> tuple[Document, ...]:
    """The documents of a pile. Where sorting it fails, each page is read alone; one that fails even so asks as a whole.

    Whatever a paper does to extraction, its page must reach a person.
    """
    try:
        return read_documents(pages, layouts)
    except Exception:  # noqa: BLE001 - see above
        return tuple(document for page in pages for document in _alone(page, layouts))


def _alone(page: PageText, layouts: Sequence[KnownLayout]) -> tuple[Document, ...]:
    try:
        return read_documents([page], layouts)
    except Exception:  # noqa: BLE001 - as above
        place = PageOf(page.file, page.rotation, page.skew, page.width, page.height)
        return (Document(DocumentKind.OTHER, (place,), review=(UNSORTED,)),)


def _with_looks(page: PageText, waiting: Future[tuple[Look, ...]] | None) -> PageText:
    if waiting is None:
        return page
    try:
        return replace(page, looks=(*page.looks, *waiting.result()))
    except ReadingError:
        return page

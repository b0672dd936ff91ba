"""Reads waiting pages with the engine and turns finished piles into documents. No Qt; may be killed at any moment."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.intake import drafts
from app.looking import UNSORTED, read_pile
from ocr.errors import EngineError, ReadingError
from ocr.extraction.layouts import KnownLayout
from ocr.pages import page_from_json, to_json
from ocr.reading import Column
from review.services import reading
from review.services.learning import known_layouts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from app.looking import Pile
    from ocr.pages import PageText
    from ocr.recognition.pool import EnginePool
    from review.claim.paper import Document
    from review.services.office import Office
    from review.services.reading import PageJob, PageSeen


_AHEAD = 2
"""Pages in the engine's hands at once: it prepares one while it reads the other."""


@dataclass(frozen=True, slots=True)
class _Underway:
    """A page the engine has, and its words to come."""

    job: PageJob
    words: Future[PageText]


def _silent(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Events:
    """Who wants to hear what: a page done (claim, page id), a claim read, something went wrong (claim, message)."""

    on_page: Callable[[str, int], None] = field(default=_silent)
    on_claim: Callable[[str], None] = field(default=_silent)
    on_trouble: Callable[[str, str], None] = field(default=_silent)


def read_waiting(office: Office, pool: EnginePool, events: Events, stop: threading.Event | None = None) -> None:
    """Read until no page waits and no pile is left unsorted, or until ``stop`` is set between two pages.

    Pages that a killed run had taken are taken again first.
    """
    reading.recover(office)
    underway: deque[_Underway] = deque()
    while not (stop and stop.is_set()):
        _hand_over(office, pool, underway)
        if not underway:
            break
        _take_back(office, events, underway.popleft())
        _sort_piles(office, pool, events)
    for left in underway:
        reading.release_page(office, left.job.page_id)
    _sort_piles(office, pool, events)


def _hand_over(office: Office, pool: EnginePool, underway: deque[_Underway]) -> None:
    """Waiting pages to the engine, as many as it is given ahead."""
    while len(underway) < _AHEAD and (job := reading.take_page(office)) is not None:
        layer = page_from_json(job.layer) if job.layer else None
        underway.append(_Underway(job, pool.read(job.path, str(job.page_id), layer)))


def _take_back(office: Office, events: Events, done: _Underway) -> None:
    job = done.job
    try:
        page = done.words.result()
    except EngineError as error:
        reading.lose_page(office, job.page_id)
        events.on_trouble(job.claim, str(error))
    except ReadingError as error:
        reading.fail_page(office, job.page_id, str(error), error.advice)
        events.on_trouble(job.claim, str(error))
    else:
        signs = reading.PageSigns(page.flaws, page.origin, page.anomalies, page.likeness)
        reading.record_page(office, job.page_id, to_json(page), signs)
    events.on_page(job.claim, job.page_id)


def _sort_piles(office: Office, pool: EnginePool, events: Events) -> None:
    for number in reading.claims_to_extract(office):
        reading.record_reading(office, number, _documents(office, pool, number, events))
        events.on_claim(number)


def _documents(office: Office, pool: EnginePool, number: str, events: Events) -> tuple[Document, ...]:
    """The drafts of a pile; a page that no extraction could sort is told of."""
    seen = reading.page_texts(office, number)
    pile = _pile(office, pool, seen)
    for _ in pile.unsorted:
        events.on_trouble(number, UNSORTED)
    return drafts(pile.documents, {str(row.page_id): row.page_id for row in seen})


def _pile(office: Office, pool: EnginePool, seen: Sequence[PageSeen]) -> Pile:
    """The pile read, its second looks kept so that nothing is looked at twice."""
    pages = [page_from_json(row.text) for row in seen]
    pile = read_pile(
        pool, pages, {page.file: row.path for page, row in zip(pages, seen, strict=True)}, _layouts(office)
    )
    for row, before, page in zip(seen, pages, pile.pages, strict=True):
        if page is not before:
            reading.record_looks(office, row.page_id, to_json(page))
    return pile


def _layouts(office: Office) -> tuple[KnownLayout, ...]:
    """Column layouts that clerks of this office have confirmed."""
    return tuple(
        KnownLayout(known.institution, tuple(Column(c.heading, c.key, c.left, c.right) for c in known.columns))
        for known in known_layouts(office)
    )


class Reader:
    """The reading loop in a background thread: ``wake`` it when pages came, ``close`` it to stop after this page."""

    def __init__(self, office: Office, pool: EnginePool, events: Events) -> None:
        self._office, self._pool, self._events = office, pool, events
        self._woken, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="reader", daemon=True)

    def start(self) -> None:
        """Begin, with whatever was left waiting by an earlier run."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """There are new pages."""
        self._woken.set()

    def close(self) -> None:
        """Stop; a page still being read goes back to the queue by itself."""
        self._stop.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._woken.wait()
            self._woken.clear()
            try:
                read_waiting(self._office, self._pool, self._events, self._stop)
            except Exception as error:  # noqa: BLE001 - the loop must outlive a full disk; the person is told
                self._events.on_trouble("", str(error))

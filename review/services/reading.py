"""From pages to read documents: the worker takes a page, brings back what it saw, and hands in the documents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from review.claim.derive import follow_paper
from review.claim.merging import merged
from review.claim.paper import Anomaly, Flaw
from review.claim.people import Actor
from review.errors import ConflictError
from review.services.intake import retry_page
from review.services.matching import match_document, printed
from review.services.office import opened
from review.store import page_queue, projections

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Box, Document
    from review.services.office import Office
    from review.store.unit import Unit

__all__ = [
    "SOFTWARE",
    "PageJob",
    "PageSeen",
    "PageSigns",
    "claims_to_extract",
    "fail_page",
    "lose_page",
    "page_texts",
    "printed",
    "record_looks",
    "record_page",
    "record_reading",
    "recover",
    "release_page",
    "retry_page",
    "take_page",
]

SOFTWARE = Actor("system", "灵报", frozenset())
"""Who the journal names for steps the software takes itself."""

STALE = timedelta(minutes=10)
"""A page taken longer ago than this lost its worker; recognition takes seconds."""

LOST = "识别过程中断了两次,这一页没有识别出来;影像完好。"
LOST_ADVICE = "请查看影像,重新扫描或手工录入。"


@dataclass(frozen=True, slots=True)
class PageJob:
    """One page to read: of which claim, its id and hash, where its image lies, the words of its electronic original."""

    claim: str
    page_id: int
    sha256: str
    path: Path
    layer: str = ""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page that was read: its id, what was seen (JSON of the ocr room), and where its image lies."""

    page_id: int
    text: str
    path: Path


class Flawed(Protocol):
    """What recognition says against a page: a stable code, one Chinese sentence, places in pixels as filed."""

    @property
    def code(self) -> str:
        """Stable English name."""

    @property
    def said(self) -> str:
        """What the clerk is told."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where; empty for the page as a whole."""


class Telltale(Protocol):
    """A sign that the picture of a page was changed: code, one Chinese sentence, box as filed, score from 0 to 1."""

    @property
    def code(self) -> str:
        """Stable English name."""

    @property
    def said(self) -> str:
        """What the clerk is told."""

    @property
    def box(self) -> Box:
        """Where."""

    @property
    def score(self) -> float:
        """How seldom honest pages show as much."""


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What recognition says of a page beside its words: what speaks against it, and where the words come from.

    ``anomalies`` are signs of change; ``likeness`` is the perceptual hash of the picture, 16 hexadecimal digits, or
    empty.
    """

    flaws: Sequence[Flawed] = ()
    origin: str = "scan"
    anomalies: Sequence[Telltale] = ()
    likeness: str = ""


def take_page(office: Office) -> PageJob | None:
    """The next page waiting to be read, now marked as being read; None where none waits.

    Received claims come first. A page whose worker died goes back once, then counts as failed.
    """
    with office.store.write() as unit:
        _give_up(office, unit, before=office.clock() - STALE)
        taken = page_queue.take(unit, office.clock())
    if taken is None:
        return None
    number, page_id, sha256, layer = taken
    return PageJob(number, page_id, sha256, office.pages.path(sha256), layer)


def record_page(office: Office, page_id: int, text: str, signs: PageSigns = PageSigns()) -> None:
    """Keep what was seen on a page (JSON of the ocr room), and what else recognition says of its picture."""
    flaws = tuple(Flaw(flaw.code, flaw.said, flaw.boxes) for flaw in signs.flaws)
    changed = tuple(Anomaly(sign.code, sign.said, sign.box, sign.score) for sign in signs.anomalies)
    seen = {"flaws": flaws, "origin": signs.origin, "anomalies": changed, "likeness": signs.likeness}
    with office.store.write() as unit:
        number = page_queue.record(unit, page_id, text, seen)
        projections.keep_likeness(unit, page_id, signs.likeness)
        said = {"quality": [flaw.said for flaw in flaws], "anomalies": [sign.said for sign in changed]}
        _tell(office, unit, "read_page", number, page_id, sha256=_sha256(text), **said)


def record_looks(office: Office, page_id: int, text: str) -> None:
    """Keep the words of a page anew, now with second readings of doubtful places. Raises NotFoundError."""
    with office.store.write() as unit:
        number = page_queue.renew(unit, page_id, text)
        _tell(office, unit, "look_again", number, page_id, sha256=_sha256(text))


def fail_page(office: Office, page_id: int, message: str, advice: str = "") -> None:
    """Mark a page as not readable: what failed and what to do (Chinese). A person must look at it before approval."""
    with office.store.write() as unit:
        failure = f"{message}{advice}"
        number = page_queue.fail(unit, page_id, failure)
        unit.tell(
            office.clock(), SOFTWARE.username, "fail_page", number, after={f"page:{page_id}": {"failure": failure}}
        )


def release_page(office: Office, page_id: int) -> None:
    """Put a page that was taken back, unread and without blame: the worker stopped in good order."""
    with office.store.write() as unit:
        page_queue.release(unit, page_id)


def lose_page(office: Office, page_id: int) -> None:
    """Note that the engine died on a page: it goes back once, and counts as failed the second time."""
    with office.store.write() as unit:
        _give_up(office, unit, page_id=page_id)


def recover(office: Office) -> None:
    """Put pages back that a killed run left behind; for the one embedded worker when it starts."""
    with office.store.write() as unit:
        _give_up(office, unit)


def page_texts(office: Office, number: str) -> tuple[PageSeen, ...]:
    """What was seen on the pages of a claim, in the clerk's order; failed pages are left out."""
    with office.store.read() as unit:
        found = page_queue.texts(unit, number)
    return tuple(PageSeen(page_id, text, office.pages.path(sha256)) for page_id, sha256, text in found)


def claims_to_extract(office: Office) -> tuple[str, ...]:
    """Received claims all of whose pages are done or failed, oldest first."""
    with office.store.read() as unit:
        return page_queue.ready_claims(unit)


def record_reading(office: Office, number: str, documents: Sequence[Document]) -> Claim:
    """Take over the documents read from the pages (ids 0), match their lines, and let the claim wait for a clerk.

    After a supplement the pages are read anew; what people typed, confirmed, chosen or struck out is carried over.

    Raises:
        ConflictError: the claim is not received, or its pages changed meanwhile; then nothing has changed.
    """
    matched = _matched(office, number, documents)
    with office.store.write() as unit:
        work = opened(office, unit, SOFTWARE, number)
        known = {page.id for page in work.claim.pages}
        if any(page_id not in known for document in documents for page_id in document.page_ids):
            raise ConflictError("识别期间影像有变动,识别结果没有写入。", code="pages-changed", advice="将重新识别。")
        after = replace(work.claim, documents=merged(work.claim.documents, matched))
        work.claim = follow_paper(work.claim, after)
        work.move("finish_reading")
        work.keep("finish_reading", instead=_digest(documents))
    return work.claim


def _matched(office: Office, number: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The papers matched with the editions of the day of care that the claim will have with them."""
    with office.store.read() as unit:
        before = unit.folder(number).claim
    after = follow_paper(before, replace(before, documents=merged(before.documents, documents)))
    day = after.care.day or office.today
    return tuple(match_document(office, document, day, after.care.hospital) for document in documents)


def _give_up(office: Office, unit: Unit, *, before: datetime | None = None, page_id: int | None = None) -> None:
    failed = page_queue.give_up_lost(unit, f"{LOST}{LOST_ADVICE}", before=before, page_id=page_id)
    for number, failed_id in failed:
        _tell(office, unit, "fail_page", number, failed_id, failure=LOST)


def _tell(office: Office, unit: Unit, action: str, number: str, page_id: int, **content: object) -> None:
    unit.tell(office.clock(), SOFTWARE.username, action, number, after={f"page:{page_id}": content})


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(documents: Sequence[Document]) -> dict[str, object]:
    text = json.dumps([asdict(document) for document in documents], ensure_ascii=False, sort_keys=True, default=str)
    lines = sum(len(document.lines) for document in documents)
    return {"documents": len(documents), "lines": lines, "sha256": _sha256(text)}

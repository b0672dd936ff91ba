"""Pages on their way through recognition. These changes do not raise a claim's version: no person's figure moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select, update

from review.claim.paper import ReadState
from review.claim.states import EDITABLE, ClaimState
from review.errors import NotFoundError
from review.store.schema import ClaimRow, PageLayerRow, PageRow, PageTextRow, SummaryRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from review.store.unit import Unit

TRIES = 2
_OPEN = (ReadState.WAITING, ReadState.READING)


def take(unit: Unit, now: datetime) -> tuple[str, int, str, str] | None:
    """Claim, id, hash and layer of the next waiting page, now marked as being read; received claims, oldest first."""
    chosen = (
        select(PageRow.claim, PageRow.id, PageRow.sha256)
        .join(ClaimRow, ClaimRow.number == PageRow.claim)
        .where(PageRow.read_state == ReadState.WAITING, PageRow.gone.is_(False), ClaimRow.state.in_(EDITABLE))
        .order_by(ClaimRow.due_on.is_(None), ClaimRow.due_on, PageRow.claim, PageRow.position)
        .limit(1)
        .with_for_update(of=PageRow, skip_locked=True)
    )
    found = unit.session.execute(chosen).first()
    if found is None:
        return None
    _mark(unit, found.id, read_state=ReadState.READING, taken_at=now, attempts=PageRow.attempts + 1)
    return found.claim, found.id, found.sha256, layer(unit, found.id)


def keep_layers(unit: Unit, layers: Mapping[int, str]) -> None:
    """Keep the words of electronic originals by page id."""
    for page_id, content in layers.items():
        unit.session.merge(PageLayerRow(page_id=page_id, content=content))
    unit.session.flush()


def layer(unit: Unit, page_id: int) -> str:
    """The words of a page's electronic original, or an empty string."""
    row = unit.session.get(PageLayerRow, page_id)
    return row.content if row else ""


def give_up_lost(
    unit: Unit, failure: str, *, before: datetime | None = None, page_id: int | None = None
) -> tuple[tuple[str, int], ...]:
    """Put pages that are being read back, or mark them failed after the last try; (claim, id) of the failed ones.

    ``before``: only those taken before that time. ``page_id``: only that page.
    """
    lost = [PageRow.read_state == ReadState.READING]
    lost += [PageRow.taken_at < before] if before is not None else []
    lost += [PageRow.id == page_id] if page_id is not None else []
    failed = unit.session.execute(select(PageRow.claim, PageRow.id).where(*lost, PageRow.attempts >= TRIES)).all()
    for row in failed:
        fail(unit, row.id, failure)
    unit.session.execute(update(PageRow).where(*lost).values(read_state=ReadState.WAITING))
    return tuple((row.claim, row.id) for row in failed)


def record(unit: Unit, page_id: int, content: str, seen: Mapping[str, Any]) -> str:
    """Keep what was seen on a page: its words, and ``seen`` in columns of pages; the claim's number."""
    number = renew(unit, page_id, content)
    _mark(unit, page_id, read_state=ReadState.DONE, failure="", **seen)
    _count(unit, number)
    return number


def renew(unit: Unit, page_id: int, content: str) -> str:
    """Keep other words for a page that was read; the claim's number."""
    number = _claim_of(unit, page_id)
    unit.session.merge(PageTextRow(page_id=page_id, content=content))
    unit.session.flush()
    return number


def fail(unit: Unit, page_id: int, failure: str) -> str:
    """Mark a page as failed; the claim's number."""
    number = _claim_of(unit, page_id)
    _mark(unit, page_id, read_state=ReadState.FAILED, failure=failure)
    _count(unit, number)
    return number


def release(unit: Unit, page_id: int) -> None:
    """Put a page that is being read back."""
    taken = (PageRow.id == page_id, PageRow.read_state == ReadState.READING)
    back = {"read_state": ReadState.WAITING, "attempts": PageRow.attempts - 1}
    unit.session.execute(update(PageRow).where(*taken).values(**back))


def forgive(unit: Unit, page_id: int) -> None:
    """Forget how often reading a page was tried."""
    _mark(unit, page_id, attempts=0)


def texts(unit: Unit, number: str) -> tuple[tuple[int, str, str], ...]:
    """(page id, hash, content) of a claim's pages in order."""
    chosen = (
        select(PageTextRow.page_id, PageRow.sha256, PageTextRow.content)
        .join(PageRow, PageRow.id == PageTextRow.page_id)
        .where(PageRow.claim == number, PageRow.gone.is_(False), PageRow.read_state == ReadState.DONE)
        .order_by(PageRow.position)
    )
    return tuple((row.page_id, row.sha256, row.content) for row in unit.session.execute(chosen))


def ready_claims(unit: Unit) -> tuple[str, ...]:
    """Received claims without a page that waits or is being read, oldest first."""
    unread = exists().where(PageRow.claim == ClaimRow.number, PageRow.gone.is_(False), PageRow.read_state.in_(_OPEN))
    chosen = select(ClaimRow.number).where(ClaimRow.state == ClaimState.RECEIVED, ~unread).order_by(ClaimRow.number)
    return tuple(unit.session.scalars(chosen))


def _claim_of(unit: Unit, page_id: int) -> str:
    number = unit.session.scalar(select(PageRow.claim).where(PageRow.id == page_id))
    if number is None:
        raise NotFoundError(f"没有编号为 {page_id} 的影像。", code="no-page")
    return number


def _mark(unit: Unit, page_id: int, **values: Any) -> None:
    unit.session.execute(update(PageRow).where(PageRow.id == page_id).values(**values))


def _count(unit: Unit, number: str) -> None:
    """Keep the queue's count of finished pages right."""
    done = select(func.count()).where(
        PageRow.claim == number, PageRow.gone.is_(False), PageRow.read_state.not_in(_OPEN)
    )
    counted = update(SummaryRow).where(SummaryRow.claim == number).values(pages_done=done.scalar_subquery())
    unit.session.execute(counted)

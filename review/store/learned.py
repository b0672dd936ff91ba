"""What the desk learned, in the store: corrections kept with consent, and layouts that a review confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from review.errors import NotFoundError
from review.store.schema import CorrectionRow, KnownLayoutRow, PageRow

if TYPE_CHECKING:
    from review.store.unit import Unit


def correction(unit: Unit, value_id: int) -> CorrectionRow | None:
    """What is kept of a value, or None."""
    return unit.session.get(CorrectionRow, value_id)


def keep_correction(unit: Unit, **row: Any) -> None:
    """Keep a correction, or its later form."""
    unit.session.merge(CorrectionRow(**row))
    unit.session.flush()


def corrections(unit: Unit) -> tuple[tuple[CorrectionRow, str], ...]:
    """All corrections with the hash of their page, oldest first; those to nothing or back again are left out."""
    chosen = select(CorrectionRow, PageRow.sha256).join(PageRow, PageRow.id == CorrectionRow.page_id)
    taught = chosen.where(CorrectionRow.corrected.not_in(("", CorrectionRow.was)))
    found = unit.session.execute(taught.order_by(CorrectionRow.at, CorrectionRow.value_id))
    return tuple((row, sha256) for row, sha256 in found)


def drop_corrections(unit: Unit) -> int:
    """Forget all corrections; how many there were."""
    found = unit.session.scalars(delete(CorrectionRow).returning(CorrectionRow.value_id)).all()
    return len(found)


def layout(unit: Unit, institution: str, headings: str) -> KnownLayoutRow | None:
    """A layout that was learned once, also a revoked one; or None."""
    return unit.session.get(KnownLayoutRow, (institution, headings))


def layouts(unit: Unit) -> tuple[KnownLayoutRow, ...]:
    """All layouts, by institution, the latest first."""
    order = (KnownLayoutRow.institution, KnownLayoutRow.at.desc(), KnownLayoutRow.headings)
    return tuple(unit.session.scalars(select(KnownLayoutRow).order_by(*order)))


def keep_layout(unit: Unit, **row: Any) -> None:
    """Keep a layout."""
    unit.session.add(KnownLayoutRow(**row))
    unit.session.flush()


def set_revoked(unit: Unit, institution: str, headings: str, *, revoked: bool) -> None:
    """Say whether a layout may be used. Raises NotFoundError."""
    row = layout(unit, institution, headings)
    if row is None:
        raise NotFoundError("没有这份版式记录。", code="no-layout", advice="请刷新后再试。")
    row.revoked = revoked
    unit.session.flush()

"""Versions of packs in the store: written by draft, approved with the list they were agreed to on, never deleted."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select, update

from review.errors import ConflictError, NotFoundError
from review.packs.versions import PolicyVersion, VersionState
from review.store.accumulator_tables import ContributionRow
from review.store.policy_tables import PolicyVersionRow
from review.store.schema import ClaimRow, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from review.claim.states import ClaimState
    from review.store.unit import Unit

VERSION = "policies"
"""Counter that is raised whenever a version comes into force or goes out of it, so that every process sees it."""
_NAMES = tuple(f.name for f in fields(PolicyVersion))
_HEADS = tuple(getattr(PolicyVersionRow, name) for name in _NAMES)


def changed(unit: Unit) -> int:
    """How often the versions in force have changed."""
    return unit.counted(VERSION)


def tell_changed(unit: Unit) -> None:
    """Say that other versions are in force from now on."""
    next(unit.count_off(VERSION))


def new_id(unit: Unit) -> int:
    """The number of a version that is begun now."""
    return next(unit.count_off("policy_version"))


def add(unit: Unit, version: PolicyVersion, tree: dict[str, Any]) -> None:
    """Keep a new version."""
    unit.session.execute(insert(PolicyVersionRow), [{**asdict(version), "tree": tree, "recalculation": None}])


def keep(unit: Unit, version: PolicyVersion, **more: Any) -> PolicyVersion:
    """Write a version as it now stands, as the next revision; ``more`` may hold tree and recalculation.

    Raises:
        ConflictError: somebody else changed it since it was read.
    """
    newer = replace(version, revision=version.revision + 1)
    found = (PolicyVersionRow.id == version.id, PolicyVersionRow.revision == version.revision)
    result = unit.session.execute(update(PolicyVersionRow).where(*found).values(**asdict(newer), **more))
    if result.rowcount != 1:  # type: ignore[attr-defined]  # an update gives a cursor result
        message = f"政策包版本 {version.label} 刚刚被别人改动，这次的改动没有写入。"
        raise ConflictError(message, code="stale", advice="请刷新后再试。")
    return newer


def version(unit: Unit, version_id: int) -> PolicyVersion:
    """A version. Raises NotFoundError."""
    row = unit.session.execute(select(*_HEADS).where(PolicyVersionRow.id == version_id)).mappings().first()
    if row is None:
        raise NotFoundError(f"没有编号为 {version_id} 的政策包版本。", code="no-version", advice="请刷新后再试。")
    return PolicyVersion(**row)


def versions(unit: Unit, pack: str) -> tuple[PolicyVersion, ...]:
    """All versions of a pack, oldest first; of all packs for an empty id."""
    chosen = select(*_HEADS).order_by(PolicyVersionRow.id)
    if pack:
        chosen = chosen.where(PolicyVersionRow.pack == pack)
    return tuple(PolicyVersion(**row) for row in unit.session.execute(chosen).mappings())


def approved(unit: Unit, pack: str) -> tuple[PolicyVersion, ...]:
    """The approved versions of a pack, oldest first: of those that hold for a day of care the last one is used."""
    return tuple(one for one in versions(unit, pack) if one.state is VersionState.APPROVED)


def tree(unit: Unit, version_id: int) -> dict[str, Any]:
    """The parameters of a version."""
    found: dict[str, Any] = unit.session.execute(
        select(PolicyVersionRow.tree).where(PolicyVersionRow.id == version_id)
    ).scalar_one()
    return found


def recalculation(unit: Unit, version_id: int) -> list[dict[str, Any]]:
    """The list of settled claims that was confirmed with a version; empty where there was none."""
    chosen = select(PolicyVersionRow.recalculation).where(PolicyVersionRow.id == version_id)
    return unit.session.execute(chosen).scalar() or []


def settled_claims(unit: Unit, states: Collection[ClaimState]) -> list[dict[str, Any]]:
    """Claims with a fixed settlement in these states, with whose year they count to (None: unknown) and day of care.

    In the order in which they were fixed.
    """
    added = ContributionRow
    columns: tuple[Any, ...] = (
        ClaimRow.number,
        ClaimRow.insured_id_number,
        ClaimRow.insured_scheme,
        func.coalesce(ClaimRow.care_discharged, ClaimRow.care_admitted).label("day"),
        added.year,
    )
    chosen = select(*columns).outerjoin(added, added.claim == ClaimRow.number)
    fixed = (ClaimRow.payable.is_not(None), ClaimRow.state.in_(states))
    ordered = chosen.where(*fixed).order_by(func.coalesce(added.place, 0), ClaimRow.number)
    return [dict(row) for row in unit.session.execute(ordered).mappings()]


def same_year(unit: Unit, number: str, states: Collection[ClaimState]) -> list[str]:
    """The numbers of the claims that count to the same person's year as this one, and it, in the order of fixing."""
    added, mine = ContributionRow, ContributionRow.__table__.alias("mine")
    whose = [getattr(added, name) == mine.c[name] for name in ("id_number", "year", "scheme")]
    chosen = select(added.claim).join(mine, and_(*whose)).join(ClaimRow, ClaimRow.number == added.claim)
    fixed = (mine.c.claim == number, ClaimRow.state.in_(states))
    return list(unit.session.scalars(chosen.where(*fixed).order_by(added.place, added.claim))) or [number]


def done_since(unit: Unit, sequence: int, actions: Sequence[str]) -> bool:
    """Whether one of these things was done after that row of the journal."""
    chosen = select(JournalEntry.sequence).where(JournalEntry.sequence > sequence, JournalEntry.action.in_(actions))
    return unit.session.execute(chosen.limit(1)).first() is not None

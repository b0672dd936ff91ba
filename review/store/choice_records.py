"""Choices of clerks in the store: one row each, in what state it is, never deleted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, or_, select, update

from review.catalogue.entry import Printed
from review.catalogue.memory import Choice, ChoiceState, signature
from review.errors import NotFoundError
from review.store.catalogue_tables import ChoiceRow
from review.store.schema import LineRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Select

    from review.store.unit import Deed, Unit

LIVE = (ChoiceState.PENDING, ChoiceState.APPROVED)
_WORDS = ("name", "spec", "unit", "code")
_PLAIN = tuple(f.name for f in fields(Choice) if f.name != "printed")
_MOST = 500


def add(unit: Unit, **row: Any) -> int:
    """Keep a pending choice as the next version for its words at its hospital; its id. ``printed`` is a Printed."""
    printed: Printed = row.pop("printed")
    key = signature(printed)
    earlier = select(func.count()).where(ChoiceRow.signature == key, ChoiceRow.hospital == row["hospital"])
    number = next(unit.count_off("choice"))
    words = {name: getattr(printed, name) for name in _WORDS}
    unended = {"approved_by": "", "ended_by": "", "reason": ""}
    version = (unit.session.scalar(earlier) or 0) + 1
    counted = {"id": number, "signature": key, "state": ChoiceState.PENDING, "version": version}
    unit.session.execute(insert(ChoiceRow), [{**counted, **words, **unended, **row}])
    return number


def live(unit: Unit, signatures: Collection[str]) -> dict[str, list[Choice]]:
    """Choices in use for any of these words, of every hospital, oldest first, by the signature of their words."""
    wanted = sorted(set(signatures) - {""})
    found: defaultdict[str, list[Choice]] = defaultdict(list)
    for start in range(0, len(wanted), _MOST):
        piece = wanted[start : start + _MOST]
        chosen = select(ChoiceRow).where(ChoiceRow.signature.in_(piece), ChoiceRow.state.in_(LIVE))
        for row in unit.session.scalars(chosen.order_by(ChoiceRow.id)):
            found[row.signature].append(_choice(row))
    return found


def of_claim(unit: Unit, claim: str) -> tuple[Choice, ...]:
    """Choices in use that were made in a claim, oldest first."""
    return _choices(unit, select(ChoiceRow).where(ChoiceRow.claim == claim, ChoiceRow.state.in_(LIVE)))


def choice(unit: Unit, choice_id: int) -> Choice:
    """A choice. Raises NotFoundError."""
    row = unit.session.get(ChoiceRow, choice_id)
    if row is None:
        raise NotFoundError(f"没有编号为 {choice_id} 的记忆。", code="no-choice", advice="请刷新后再试。")
    return _choice(row)


def listed(unit: Unit, text: str, *, ended: bool) -> tuple[tuple[Choice, int], ...]:
    """Choices whose words or hospital hold the text, latest first, each with the lines that rest on it."""
    wanted = select(ChoiceRow)
    for word in text.split():
        columns = (ChoiceRow.name, ChoiceRow.hospital, ChoiceRow.person)
        wanted = wanted.where(or_(*(column.contains(word, autoescape=True) for column in columns)))
    if not ended:
        wanted = wanted.where(ChoiceRow.state.in_(LIVE))
    rests = select(LineRow.choice_id, func.count()).where(LineRow.choice_id > 0, LineRow.gone.is_(False))
    uses = {row[0]: row[1] for row in unit.session.execute(rests.group_by(LineRow.choice_id))}
    found = unit.session.scalars(wanted.order_by(ChoiceRow.id.desc()))
    return tuple((_choice(row), uses.get(row.id, 0)) for row in found)


def approve(unit: Unit, ids: Iterable[int], deed: Deed) -> None:
    """Mark pending choices as approved by a first review."""
    pending = (ChoiceRow.id.in_(list(ids)), ChoiceRow.state == ChoiceState.PENDING)
    approved = {"state": ChoiceState.APPROVED, "approved_at": deed.at, "approved_by": deed.by}
    unit.session.execute(update(ChoiceRow).where(*pending).values(**approved))


def end(unit: Unit, choice_id: int, state: ChoiceState, deed: Deed) -> None:
    """Take a choice out of use."""
    ended = {"state": state, "ended_at": deed.at, "ended_by": deed.by, "reason": deed.reason}
    unit.session.execute(update(ChoiceRow).where(ChoiceRow.id == choice_id).values(**ended))


def _choices(unit: Unit, chosen: Select[ChoiceRow]) -> tuple[Choice, ...]:
    return tuple(map(_choice, unit.session.scalars(chosen.order_by(ChoiceRow.id))))


def _choice(row: ChoiceRow) -> Choice:
    printed = Printed(**{name: getattr(row, name) for name in _WORDS})
    return Choice(printed=printed, **{name: getattr(row, name) for name in _PLAIN})

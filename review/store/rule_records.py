"""Rule tables of the office in the store: taken over in one piece, never deleted; which batches are out of use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, func, insert, select

from review.claim.states import ClaimState
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.store.check_tables import RuleBatchRow, RuleHitRow, RuleRow, RuleWithdrawalRow
from review.store.schema import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.rules.proposal import RuleProposal
    from review.store.unit import Deed, Unit

VERSION = "rules"
"""Counter that is raised whenever batches come or go, so that every process sees it."""
_BATCH = tuple(f.name for f in fields(RuleBatch) if f.name != "shipped")
_TUPLES = ("codes", "other_codes")


def version(unit: Unit) -> int:
    """How often the office's batches have changed."""
    return unit.counted(VERSION)


def add(unit: Unit, proposal: RuleProposal, deed: Deed) -> None:
    """Keep a batch with its rules."""
    batch = {name: getattr(proposal.batch, name) for name in _BATCH}
    told = {"sha256": proposal.sha256, "at": deed.at, "by": deed.by}
    unit.session.execute(insert(RuleBatchRow), [{**batch, **told}])
    rows = [{"batch": batch["id"], "position": n, "content": asdict(rule)} for n, rule in enumerate(proposal.rules)]
    if rows:
        unit.session.execute(insert(RuleRow), rows)
    next(unit.count_off(VERSION))


def batches(unit: Unit) -> tuple[RuleBatchRow, ...]:
    """The batches that were taken over, oldest first."""
    return tuple(unit.session.scalars(select(RuleBatchRow).order_by(RuleBatchRow.at, RuleBatchRow.id)))


def batch_of(row: RuleBatchRow) -> RuleBatch:
    """The batch a row keeps."""
    return RuleBatch(**{name: getattr(row, name) for name in _BATCH}, shipped=False)


def own(unit: Unit) -> tuple[tuple[RuleBatch, tuple[Rule, ...]], ...]:
    """The batches that were taken over, each with its rules in the order of its table."""
    rules: defaultdict[str, list[Rule]] = defaultdict(list)
    chosen = select(RuleRow.batch, RuleRow.content).order_by(RuleRow.batch, RuleRow.position)
    for batch, content in unit.session.execute(chosen):
        rules[batch].append(_rule(content))
    return tuple((batch_of(row), tuple(rules[row.id])) for row in batches(unit))


def by_file(unit: Unit, sha256: str) -> RuleBatchRow | None:
    """The batch that came from a file with this hash, or None."""
    return unit.session.scalar(select(RuleBatchRow).where(RuleBatchRow.sha256 == sha256))


def withdrawals(unit: Unit) -> dict[str, RuleWithdrawalRow]:
    """The batches that are out of use, by id."""
    return {row.batch: row for row in unit.session.scalars(select(RuleWithdrawalRow))}


def withdraw(unit: Unit, batch: str, deed: Deed) -> None:
    """Take a batch out of use."""
    unit.session.execute(insert(RuleWithdrawalRow), [{"batch": batch, **asdict(deed)}])
    next(unit.count_off(VERSION))


def restore(unit: Unit, batch: str) -> None:
    """Take a batch into use again."""
    unit.session.execute(delete(RuleWithdrawalRow).where(RuleWithdrawalRow.batch == batch))
    next(unit.count_off(VERSION))


def caught(unit: Unit, year: int) -> Sequence[Any]:
    """(rule, claims, lines, yuan excluded) of claims begun in a year that were not withdrawn."""
    hit = RuleHitRow
    columns: tuple[Any, ...] = (
        hit.rule,
        func.count(hit.claim.distinct()),
        func.count(),
        func.sum(hit.excluded),
    )
    return unit.session.execute(_of_year(year, columns).group_by(hit.rule)).all()


def caught_claims(unit: Unit, rule: str, year: int) -> Sequence[Any]:
    """(claim, name, lines, yuan excluded) of one rule, of claims as above, latest first."""
    hit = RuleHitRow
    columns: tuple[Any, ...] = (hit.claim, ClaimRow.insured_name, func.count(), func.sum(hit.excluded))
    chosen = _of_year(year, columns).where(hit.rule == rule).group_by(hit.claim, ClaimRow.insured_name)
    return unit.session.execute(chosen.order_by(hit.claim.desc())).all()


def _of_year(year: int, columns: tuple[Any, ...]) -> Select[Any]:
    begun = RuleHitRow.claim >= f"{year:04d}", RuleHitRow.claim < f"{year + 1:04d}"
    hits = select(*columns).join(ClaimRow, ClaimRow.number == RuleHitRow.claim)
    return hits.where(*begun, ClaimRow.state != ClaimState.WITHDRAWN)


def _rule(content: dict[str, Any]) -> Rule:
    lists = {name: tuple(content[name]) for name in _TUPLES}
    return Rule(**{**content, **lists, "kind": RuleKind(content["kind"]), "subject": Subject(content["subject"])})

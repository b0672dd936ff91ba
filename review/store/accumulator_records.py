"""Imports of the year's sums in the store, and what claims settled here added; batches are taken over in one piece."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, replace
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from review.accumulators.standing import Contribution, Imported, Whose, raised
from review.store.accumulator_tables import ContributionRow, StandingBatchRow, StandingRow
from review.store.adjustment_records import year_changes
from review.store.schema import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from review.accumulators.proposal import StandingProposal
    from review.accumulators.standing import Figures
    from review.claim.states import ClaimState
    from review.store.unit import Deed, Unit

BATCHES = "standing-batches"
"""Counter of the batches' numbers."""
_AT_ONCE = 500
_WHOSE = (StandingRow.id_number, StandingRow.year, StandingRow.scheme)


def add(unit: Unit, proposal: StandingProposal, deed: Deed) -> int:
    """Keep a batch with its standings; its number."""
    assert proposal.as_of is not None, "a proposal without day is refused before"
    number = next(unit.count_off(BATCHES))
    head = {name: getattr(proposal, name) for name in ("file", "sha256", "as_of", "includes_own", "rows", "left_out")}
    told = {"number": number, "people": len(proposal.standings), "at": deed.at, "by": deed.by, "outcome": []}
    unit.session.execute(insert(StandingBatchRow), [{**head, **told}])
    rows = (
        {**asdict(one.whose), "batch": number, "name": one.name, "figures": _plain(one.figures)}
        for one in proposal.standings
    )
    for some in _chunks(rows, 20 * _AT_ONCE):
        unit.session.execute(insert(StandingRow), some)
    return number


def keep_outcome(unit: Unit, number: int, outcome: list[dict[str, str]]) -> None:
    """Keep which open claims were reckoned anew with a batch."""
    unit.session.execute(update(StandingBatchRow).where(StandingBatchRow.number == number).values(outcome=outcome))


def batches(unit: Unit) -> tuple[StandingBatchRow, ...]:
    """All batches, newest first; withdrawn ones too."""
    return tuple(unit.session.scalars(select(StandingBatchRow).order_by(StandingBatchRow.number.desc())))


def batch(unit: Unit, number: int) -> StandingBatchRow | None:
    """A batch, or None."""
    return unit.session.get(StandingBatchRow, number)


def by_file(unit: Unit, sha256: str) -> StandingBatchRow | None:
    """The batch in use that came from a file with this hash, or None."""
    held = StandingBatchRow.sha256 == sha256, StandingBatchRow.withdrawn.is_(False)
    return unit.session.scalar(select(StandingBatchRow).where(*held))


def withdraw(unit: Unit, number: int, deed: Deed) -> None:
    """Take a batch out of use."""
    told = {"withdrawn": True, "withdrawn_at": deed.at, "withdrawn_by": deed.by, "reason": deed.reason}
    unit.session.execute(update(StandingBatchRow).where(StandingBatchRow.number == number).values(**told))


def imports(unit: Unit, whose: Whose) -> tuple[Imported, ...]:
    """The standings in use of a person's year: that of the latest day first, of two the one taken over last."""
    return tuple(one for held, _, one in _imports(unit, [whose.id_number]) if held == whose)


def imports_of(unit: Unit, id_number: str) -> tuple[tuple[Whose, str, Imported], ...]:
    """All standings in use of a person with the name they came under, newest first."""
    return tuple(_imports(unit, [id_number]))


def newest(unit: Unit, people: Iterable[str]) -> dict[Whose, dict[str, Decimal]]:
    """Each figure of each person's year as the newest standing in use that gives it has it."""
    found: defaultdict[Whose, dict[str, Decimal]] = defaultdict(dict)
    for some in _chunks(people, _AT_ONCE):
        for whose, _, one in _imports(unit, some):
            found[whose] = dict(one.figures) | found[whose]
    return dict(found)


def people_of(unit: Unit, number: int) -> frozenset[str]:
    """The citizen numbers of a batch."""
    return frozenset(unit.session.scalars(select(StandingRow.id_number).where(StandingRow.batch == number).distinct()))


def claims_of(unit: Unit, states: Collection[ClaimState], people: Collection[str] | None = None) -> tuple[str, ...]:
    """Numbers of the claims in these states, of these people or all of them, in their order."""
    chosen = select(ClaimRow.number, ClaimRow.insured_id_number).where(ClaimRow.state.in_(states))
    if people is not None and len(people) <= _AT_ONCE:
        chosen = chosen.where(ClaimRow.insured_id_number.in_(people))
    rows = unit.session.execute(chosen.order_by(ClaimRow.number))
    return tuple(number for number, person in rows if people is None or person in people)


def names_of(unit: Unit, people: Collection[str]) -> dict[str, str]:
    """The name under which each of these people has a claim; the latest claim's, where there is one."""
    rows = unit.session.execute(select(ClaimRow.insured_id_number, ClaimRow.insured_name).order_by(ClaimRow.number))
    return {person: name for person, name in rows if person in people}


def contributions(unit: Unit, whose: Whose) -> tuple[Contribution, ...]:
    """What claims settled here added to a person's year, sent adjustments included, in the order of fixing."""
    table = ContributionRow
    held = table.id_number == whose.id_number, table.year == whose.year, table.scheme == whose.scheme
    rows = tuple(unit.session.scalars(select(table).where(*held).order_by(table.place, table.claim)))
    changes = year_changes(unit, [row.claim for row in rows]) if rows else {}
    return tuple(replace(one, figures=raised(one.figures, changes.get(one.claim, {}))) for one in map(_of, rows))


def settled_years(unit: Unit, people: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The claims settled here for these people, by person, year and scheme, each in the order of fixing."""
    table = ContributionRow
    whose = (table.id_number, table.year, table.scheme)
    found: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
    for *key, claim in unit.session.execute(select(*whose, table.claim).order_by(*whose, table.place, table.claim)):
        if key[0] in people:
            found[tuple(key)].append(claim)
    return tuple(map(tuple, found.values()))


def settled_by(unit: Unit, people: Collection[str]) -> dict[Whose, tuple[Contribution, ...]]:
    """What claims settled here added, for each year of these people in which there are any."""
    table = ContributionRow
    rows = unit.session.execute(select(table.id_number, table.year, table.scheme).distinct())
    years = (Whose(id_number=row[0], year=row[1], scheme=row[2]) for row in rows if row[0] in people)
    return {whose: contributions(unit, whose) for whose in years}


def contribution(unit: Unit, claim: str) -> tuple[Whose, Contribution] | None:
    """What a claim's own settlement added, and to whose year; None where none is fixed."""
    row = unit.session.get(ContributionRow, claim, populate_existing=True)
    return (Whose(id_number=row.id_number, year=row.year, scheme=row.scheme), _of(row)) if row else None


def keep_contribution(unit: Unit, whose: Whose, one: Contribution) -> None:
    """Keep what a claim's settlement adds, in place of what it added before."""
    drop_contribution(unit, one.claim)
    row = {**asdict(whose), "claim": one.claim, "place": one.place, "day": one.day, "figures": _plain(one.figures)}
    unit.session.execute(insert(ContributionRow), [row])


def drop_contribution(unit: Unit, claim: str) -> None:
    """A claim's settlement no longer stands: nothing of it is left in the year."""
    unit.session.execute(delete(ContributionRow).where(ContributionRow.claim == claim))


def _imports(unit: Unit, people: Collection[str]) -> Iterator[tuple[Whose, str, Imported]]:
    head = StandingBatchRow
    columns: tuple[Any, ...] = (*_WHOSE, StandingRow.name, StandingRow.figures, head.as_of, head.number)
    chosen = select(*columns, head.includes_own).join(head, head.number == StandingRow.batch)
    held = StandingRow.id_number.in_(people), head.withdrawn.is_(False)
    for row in unit.session.execute(chosen.where(*held).order_by(head.as_of.desc(), head.number.desc())):
        whose = Whose(id_number=row.id_number, year=row.year, scheme=row.scheme)
        figures = _figures(row.figures)
        one = Imported(figures=figures, as_of=row.as_of, batch=row.number, includes_own=row.includes_own)
        yield whose, row.name, one


def _of(row: ContributionRow) -> Contribution:
    return Contribution(claim=row.claim, place=row.place, day=row.day, figures=_figures(row.figures))


def _plain(figures: Figures) -> list[list[str]]:
    return [[name, str(amount)] for name, amount in figures]


def _figures(plain: list[list[str]]) -> Figures:
    return tuple((name, Decimal(amount)) for name, amount in plain)


def _chunks(things: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some

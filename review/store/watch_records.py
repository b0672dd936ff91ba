"""What the watch list is made of, straight from the tables; and what supervisors answered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from review.claim.decisions import FindingVerdict
from review.claim.states import ClaimState
from review.store.check_tables import WatchAnswerRow
from review.store.projections import REVIEWED
from review.store.schema import ClaimRow, DecisionRow, SummaryRow, UserRow
from review.watch.facts import ClaimFacts, ClerkFacts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from review.store.unit import Deed, Unit
    from review.watch.watched import Watched, WatchedKind

_SHOWN = 20
_ANSWERED = REVIEWED | {ClaimState.REJECTED, ClaimState.RECOVERED}


def claims(unit: Unit, since: date) -> tuple[ClaimFacts, ...]:
    """Claims begun since that day that were not withdrawn and left the draft, latest first."""
    columns: tuple[Any, ...] = (
        ClaimRow.number,
        ClaimRow.insured_id_number.label("id_number"),
        ClaimRow.insured_name.label("name"),
        ClaimRow.account_number.label("account"),
        ClaimRow.care_hospital.label("hospital"),
        ClaimRow.care_hospital_level.label("level"),
        ClaimRow.care_kind.label("kind"),
        SummaryRow.total,
    )
    chosen = (
        select(*columns)
        .join(SummaryRow, SummaryRow.claim == ClaimRow.number)
        .where(_since(since), ClaimRow.state.not_in((ClaimState.WITHDRAWN, ClaimState.DRAFT)))
        .order_by(ClaimRow.number.desc())
    )
    return tuple(ClaimFacts(**row) for row in unit.session.execute(chosen).mappings())


def clerks(unit: Unit, since: date) -> tuple[ClerkFacts, ...]:
    """What each first reviewer of claims since that day did."""
    names = {row.username: row.full_name for row in unit.session.scalars(select(UserRow))}
    done = (_since(since), ClaimRow.state.in_(list(_ANSWERED)))
    counted = select(ClaimRow.first_reviewer, func.count()).where(*done).group_by(ClaimRow.first_reviewer)
    answers = (
        select(ClaimRow.first_reviewer, DecisionRow.verdict, DecisionRow.claim)
        .join(ClaimRow, ClaimRow.number == DecisionRow.claim)
        .where(*done, DecisionRow.gone.is_(False), DecisionRow.decided_by == ClaimRow.first_reviewer)
    )
    given: defaultdict[tuple[str, FindingVerdict], list[str]] = defaultdict(list)
    for person, verdict, claim in unit.session.execute(answers):
        given[person, verdict].append(claim)
    rows = unit.session.execute(counted.order_by(ClaimRow.first_reviewer)).all()
    return tuple(_clerk(names.get(person, person), person, count, given) for person, count in rows if person)


def _clerk(name: str, person: str, reviewed: int, given: Mapping[tuple[str, FindingVerdict], list[str]]) -> ClerkFacts:
    allowed = given.get((person, FindingVerdict.ALLOW), [])
    passed = sorted(set(allowed), reverse=True)
    return ClerkFacts(
        username=person,
        name=name,
        reviewed=reviewed,
        passed=len(passed),
        allowed=len(allowed),
        excluded=len(given.get((person, FindingVerdict.EXCLUDE), [])),
        claims=tuple(passed[:_SHOWN]),
    )


def answers(unit: Unit) -> dict[tuple[WatchedKind, str], WatchAnswerRow]:
    """What was answered last about each subject."""
    found = unit.session.scalars(select(WatchAnswerRow).order_by(WatchAnswerRow.id))
    return {(row.kind, row.key): row for row in found}


def answer(unit: Unit, watched: Watched, deed: Deed) -> None:
    """Keep what a supervisor found of a subject; the reason of the deed is the note."""
    row = {"id": next(unit.count_off("watch_answer")), "kind": watched.kind, "key": watched.key}
    told = {"figures": [list(pair) for pair in watched.figures], "note": deed.reason, "by": deed.by, "at": deed.at}
    unit.session.execute(insert(WatchAnswerRow), [{**row, **told}])


def _since(day: date) -> Any:
    return ClaimRow.number >= f"{day:%Y%m%d}"

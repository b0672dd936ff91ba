"""A person's year under one pack: what earlier claims come to there changes what later ones begin with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.case import CaseYear
from review.policy.setting import setting_of
from review.policy.settle import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.claim.claim import YearToDate
    from review.policy.case import Case
    from review.policy.pack_model import Pack
    from review.policy.settlement import Settlement
    from review.whatif.visit import Visit

STAYS = "stays"
SUMS = (
    "deductible",
    "basic_fund",
    "serious_illness_base",
    "serious_illness_fund",
    "medical_aid_base",
    "medical_aid_fund",
)
"""The sums of a year that every pack keeps; a pack's own accounts stand beside them."""

Moves = dict[str, Decimal]
"""Sums of a year by name, stays among them: how far each has moved."""


def moved(before: YearToDate, after: YearToDate) -> Moves:
    """What a settlement added to the year, by name; sums that stay the same are left out."""
    names = (*SUMS, *sorted({one.name for one in (*before.accounts, *after.accounts)}))
    moves = {name: after.of(name) - before.of(name) for name in names}
    moves[STAYS] = Decimal(after.stays - before.stays)
    return {name: amount for name, amount in moves.items() if amount}


class Year:
    """The claims of one person, settled by one pack one after another.

    Each begins with the accumulators it states, shifted by as much as the pack paid more or less than the record for
    earlier claims of the same scheme and year. So a pack that settled the claims of record gives the record again, and
    for generated claims, which nobody settled yet, the pack's own payments run on.
    """

    def __init__(self, pack: Pack) -> None:
        """``pack`` settles all claims of the person."""
        self._pack = pack
        self._drifts: dict[tuple[str, int], Moves] = defaultdict(dict)

    def settled(self, case: Case, visit: Visit) -> Settlement:
        """The next claim's settlement. Raises PolicyError; then the year goes on as if the record had been kept."""
        drift = self._drifts[case.insured.scheme, setting_of(case, self._pack).day.year]
        done = settle(_shifted(case, drift) if drift else case, self._pack)
        shifts = moved(done.before, done.after)
        recorded = {name: Decimal(amount) for name, amount in visit.recorded}
        for name in shifts.keys() | recorded.keys():
            drift[name] = drift.get(name, ZERO) + shifts.get(name, ZERO) - recorded.get(name, ZERO)
        return done


def _shifted(case: Case, drift: Mapping[str, Decimal]) -> Case:
    stated = case.year_to_date.accumulators()
    year = replace(stated, stays=max(stated.stays + int(drift.get(STAYS, ZERO)), 0))
    year = year.plus({name: max(amount, -stated.of(name)) for name, amount in drift.items() if name != STAYS})
    sums = {name: year.of(name) for name in SUMS}
    accounts = {one.name: one.amount for one in year.accounts}
    kept = CaseYear.model_validate({"stays": year.stays, "source": year.source, "accounts": accounts, **sums})
    return case.model_copy(update={"year_to_date": kept})

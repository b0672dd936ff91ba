"""A person's year under one pack: what earlier claims come to there changes what later ones begin with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.policy.balance import moved_year, year_change
from review.policy.setting import day_of
from review.policy.settle import settle_sums

if TYPE_CHECKING:
    from decimal import Decimal

    from review.packs.pack_model import Pack
    from review.policy.case import Case
    from review.policy.settlement import Settlement
    from review.whatif.visit import Visit


class Year:
    """The claims of one person, settled by one pack one after another.

    Each begins with the accumulators it states, shifted by as much as the pack paid more or less than the record for
    earlier claims of the same scheme and year. So a pack that settled the claims of record gives the record again, and
    for generated claims, which nobody settled yet, the pack's own payments run on.
    """

    def __init__(self, pack: Pack) -> None:
        """``pack`` settles all claims of the person."""
        self._pack = pack
        self._drifts: dict[tuple[str, int], dict[str, Decimal]] = defaultdict(dict)

    def settled(self, case: Case, visit: Visit) -> Settlement:
        """The next claim's settlement. Raises PolicyError; then the year goes on as if the record had been kept."""
        drift = self._drifts[case.insured.scheme, day_of(case, self._pack).year]
        began = moved_year(case.year_to_date.accumulators(), drift) if drift else None
        done = settle_sums(case, self._pack, began)
        shifts = year_change(done.before, done.after)
        recorded = visit.added()
        for name in shifts.keys() | recorded.keys():
            drift[name] = drift.get(name, ZERO) + shifts.get(name, ZERO) - recorded.get(name, ZERO)
        return done

    def outside(self, settlement: Settlement) -> bool:
        """Whether nobody has reviewed the pack for the claim's day, so that the nearest figures were used."""
        return settlement.day is not None and not self._pack.covers(settlement.day)

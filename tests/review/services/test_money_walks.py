"""Odd orders of steps after payment, by right and wrong people: every sum stays right to the fen, nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest

from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.errors import LingbaoError
from review.services import adjusting, archive, sending, standing
from review.services.adjusting import Wish
from review.services.sending import Arrival
from tests.offices import ADMINISTRATOR, CASHIER, CLERK, SECOND, SUPERVISOR
from tests.policies import an_approved_version
from tests.stays import a_stay, paid_stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.claim.adjustment import Adjustment
    from review.claim.people import Actor
    from review.services.office import Office

SUPPLEMENT, RECOVERY, REVERSAL, TRANSFER = AdjustmentKind
COUNTS = (AdjustmentState.SENT, AdjustmentState.DONE)
STAFF = (CLERK, SECOND, SUPERVISOR, CASHIER, ADMINISTRATOR)
AMOUNTS = (Decimal("0.01"), Decimal("100.00"), Decimal("370.00"), Decimal("99999.99"), Decimal(-5), Decimal("0.001"))


@dataclass
class Walk:
    """Random steps on the paid claims of one person; ``fixed`` is what each paid at first, yuan."""

    office: Office
    chance: Random
    claims: list[str] = field(default_factory=list)
    fixed: dict[str, Decimal] = field(default_factory=dict)

    def pays(self, month: int) -> None:
        """One more stay is settled and paid meanwhile."""
        number = paid_stay(self.office, month)
        self.claims.append(number)
        self.fixed[number] = adjusting.allowance(self.office, number).fixed

    def steps(self, count: int) -> int:
        """Take so many steps; how many of them were allowed."""
        return sum(self._step() for _ in range(count))

    def _step(self) -> bool:
        before = adjusting.adjustments(self.office)
        try:
            self._try(self.chance.choice(STAFF), self.chance.choice(before) if before else None)
        except LingbaoError:
            assert adjusting.adjustments(self.office) == before
            return False
        return True

    def _try(self, actor: Actor, found: Adjustment | None) -> None:
        kinds = self.chance.choice((SUPPLEMENT, SUPPLEMENT, RECOVERY, RECOVERY, TRANSFER, REVERSAL))
        wish = Wish(kind=kinds, amount=self.chance.choice(AMOUNTS), reason="复核")
        if found is None:
            adjusting.draft_adjustment(self.office, actor, self.chance.choice(self.claims), wish)
            return
        steps: tuple[Callable[[], object], ...] = (
            lambda: adjusting.draft_adjustment(self.office, actor, self.chance.choice(self.claims), wish),
            lambda: adjusting.change_adjustment(self.office, actor, found.number, wish),
            lambda: adjusting.audit_adjustment(self.office, actor, found.number),
            lambda: adjusting.delete_adjustment(self.office, actor, found.number, "不再需要"),
            lambda: sending.send(self.office, actor, [found.number]),
            lambda: sending.settle_adjustment(self.office, actor, found.number, Arrival(self.office.today, "回单 1")),
            lambda: sending.fail_adjustment(self.office, actor, found.number, "户名不符"),
        )
        self.chance.choice(steps)()

    def paid(self, claim: str) -> Decimal:
        """What a claim's funds have paid by the adjustments that count, added up here."""
        return self.fixed[claim] + sum(map(signed, adjusting.adjustments(self.office, claim, COUNTS)), Decimal())

    def holds(self) -> None:
        """Every sum agrees with every other."""
        for claim in self.claims:
            made = [one for one in adjusting.adjustments(self.office, claim, COUNTS) if one.kind is REVERSAL]
            assert self.paid(claim) == Decimal() if made else self.paid(claim) >= 0
            if not made:
                assert adjusting.allowance(self.office, claim).paid == self.paid(claim)
        assert archive.verify_journal(self.office).ok


def signed(one: Adjustment) -> Decimal:
    """What an adjustment adds to what was paid, yuan."""
    assert sum(one.funds.values(), Decimal()) in {one.amount, -one.amount}
    return sum(one.funds.values(), Decimal())


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_tried_in_whatever_order_sums_stay_right(office: Office, seed: int) -> None:
    walk = Walk(office, Random(seed))  # noqa: S311 - steps of a test, the same from the same seed
    walk.pays(1)
    walk.pays(2)
    an_approved_version(office, "0.65")
    taken = walk.steps(80)
    walk.pays(3)
    taken += walk.steps(80)
    assert taken
    walk.holds()
    fresh = a_stay(office, 4)
    year = standing.standing_for(office, fresh)
    assert year.basic_fund == sum(map(walk.paid, walk.claims), Decimal())

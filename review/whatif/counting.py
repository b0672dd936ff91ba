"""Adding up: one claim's outcome into the counts of its rows, and counts into counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO
from review.whatif.comparison import Fund, LayerSum, Paid, Row

if TYPE_CHECKING:
    from review.policy.settlement import Settlement
    from review.whatif.comparison import Axis

Amounts = tuple[Decimal, ...]
"""What each fund pays, in the order of Fund, and what the person bears."""

NOTHING: Amounts = (ZERO,) * (len(Fund) + 1)


def amounts_of(settlement: Settlement) -> Amounts:
    """Who pays what of a settlement, yuan."""
    done = settlement
    return (done.basic_fund, done.serious_illness_fund, done.medical_aid_fund, done.supplement_fund, done.personal)


def paid_of(amounts: Amounts) -> Paid:
    """The same by name."""
    return Paid(**dict(zip((*(fund.value for fund in Fund), "personal"), amounts, strict=True)))


class Outcome(NamedTuple):
    """One claim under both packs; ``funds`` is what all funds pay together under each, yuan."""

    number: str
    keys: tuple[tuple[Axis, str], ...]
    total: Decimal
    a: Amounts
    b: Amounts
    funds: tuple[Decimal, Decimal]

    @property
    def difference(self) -> Decimal:
        """What the funds pay more under B, yuan."""
        return self.funds[1] - self.funds[0]


class Layered:
    """What each layer of one pack paid so far, and to how many claims."""

    __slots__ = ("sums",)

    def __init__(self) -> None:
        self.sums: dict[tuple[str, str, str], tuple[int, Decimal]] = {}

    def add(self, layer: tuple[str, str, str], claims: int, payment: Decimal) -> None:
        """Add payments of a layer, told by id, title and fund."""
        before, paid = self.sums.get(layer, (0, ZERO))
        self.sums[layer] = before + claims, paid + payment

    def count(self, settlement: Settlement) -> None:
        """Add the layers that applied to a claim."""
        for share in settlement.layers:
            self.add((share.id, share.title, share.fund), int(share.payment > 0), share.payment)

    def merge(self, other: Layered) -> None:
        """Add what was counted elsewhere."""
        for layer, (claims, payment) in other.sums.items():
            self.add(layer, claims, payment)

    def told(self) -> tuple[LayerSum, ...]:
        """What was counted, as values, by fund and then by id."""
        funds = [fund.value for fund in Fund]
        found = sorted(self.sums.items(), key=lambda item: (funds.index(item[0][2]), item[0]))
        return tuple(LayerSum(id=i, title=t, fund=f, claims=n, payment=paid) for (i, t, f), (n, paid) in found)


@dataclass(slots=True)
class Counted:
    """The claims of one row so far."""

    claims: int = 0
    people: int = 0
    total: Decimal = ZERO
    a: Amounts = field(default=NOTHING)
    b: Amounts = field(default=NOTHING)
    gained: int = 0
    lost: int = 0

    def count(self, outcome: Outcome, difference: Decimal) -> None:
        """Add a claim; the person is counted apart, once."""
        self.claims += 1
        self.total += outcome.total
        self.a = tuple(map(add, self.a, outcome.a))
        self.b = tuple(map(add, self.b, outcome.b))
        self.gained += difference > 0
        self.lost += difference < 0

    def merge(self, other: Counted) -> None:
        """Add what was counted elsewhere, of other people."""
        self.claims += other.claims
        self.people += other.people
        self.total += other.total
        self.a = tuple(map(add, self.a, other.a))
        self.b = tuple(map(add, self.b, other.b))
        self.gained += other.gained
        self.lost += other.lost

    def row(self, key: str) -> Row:
        """What was counted, as a value."""
        return Row(
            key=key,
            claims=self.claims,
            people=self.people,
            total=self.total,
            a=paid_of(self.a),
            b=paid_of(self.b),
            gained=self.gained,
            lost=self.lost,
        )

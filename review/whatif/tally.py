"""The tally of a replay: counted person by person, added up from several processes, and told as a comparison."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.errors import LingbaoError
from review.whatif.comparison import Axis, Change, Comparison, Refusal, Side, Spread, Swing, Table
from review.whatif.counting import Counted, Layered, Outcome, amounts_of, paid_of
from review.whatif.keys import keys_of, place
from review.whatif.spreading import BURDENS, DIFFERENCES, SHARES, Falls
from review.whatif.year import Year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from review.packs.pack_model import Pack
    from review.packs.stated import PackUsed
    from review.policy.case import Case
    from review.policy.settlement import Settlement
    from review.whatif.comparison import Row
    from review.whatif.visit import Person, Visit

LARGEST = 20
"""How many of the largest changes are kept on each side."""

REASONS = 100
OTHERS = "其他原因"
"""How many reasons of refusals are told apart, and the word for the rest."""


@dataclass(slots=True)
class Swung:
    """People for whom the funds pay more, or less, so far; the largest changes first."""

    people: int = 0
    amount: Decimal = ZERO
    largest: list[Change] = field(default_factory=list)

    def count(self, person: Person, outcomes: Sequence[Outcome], difference: Decimal) -> None:
        """Add a person."""
        self.people += 1
        self.amount += difference
        if len(self.largest) < LARGEST or abs(difference) >= abs(self.largest[-1].difference):
            self._keep(_change(person, outcomes))

    def merge(self, other: Swung) -> None:
        """Add people counted elsewhere."""
        self.people += other.people
        self.amount += other.amount
        self._keep(*other.largest)

    def _keep(self, *changes: Change) -> None:
        """The largest of those kept and these; what decides between equal ones is the person's label."""
        both = sorted((*self.largest, *changes), key=lambda change: (-abs(change.difference), change.person))
        self.largest = both[:LARGEST]

    def swing(self) -> Swing:
        """What was counted, as a value."""
        return Swing(people=self.people, amount=self.amount, largest=tuple(self.largest))


@dataclass(slots=True)
class Tally:
    """Everything counted so far; as large however many claims there were."""

    whole: Counted = field(default_factory=Counted)
    rows: defaultdict[tuple[Axis, str], Counted] = field(default_factory=lambda: defaultdict(Counted))
    winners: Swung = field(default_factory=Swung)
    losers: Swung = field(default_factory=Swung)
    layers: tuple[Layered, Layered] = field(default_factory=lambda: (Layered(), Layered()))
    outside: tuple[int, int] = (0, 0)
    unchanged: int = 0
    differences: Falls = field(default_factory=lambda: Falls(DIFFERENCES))
    shares: tuple[Falls, Falls] = field(default_factory=lambda: (Falls(SHARES), Falls(SHARES)))
    burdens: tuple[Falls, Falls] = field(default_factory=lambda: (Falls(BURDENS), Falls(BURDENS)))
    refused: dict[tuple[Side, str], tuple[int, str]] = field(default_factory=dict)
    seen: int = 0

    def count(self, person: Person, packs: tuple[Pack, Pack]) -> None:
        """Settle a person's claims under both packs and count what came of them."""
        years = Year(packs[0]), Year(packs[1])
        outcomes = [outcome for visit in person.visits if (outcome := self._tried(visit, years))]
        for outcome in outcomes:
            self._count(outcome)
        for key in {key for outcome in outcomes for key in outcome.keys}:
            self.rows[key].people += 1
        if outcomes:
            self.whole.people += 1
            self._weigh(person, outcomes)

    def merge(self, other: Tally) -> None:
        """Add what was counted elsewhere, of other people."""
        self.whole.merge(other.whole)
        for key, counted in other.rows.items():
            self.rows[key].merge(counted)
        for ours, swung in ((self.winners, other.winners), (self.losers, other.losers)):
            ours.merge(swung)
        for mine, theirs in zip(self.layers, other.layers, strict=True):
            mine.merge(theirs)
        self.outside = self.outside[0] + other.outside[0], self.outside[1] + other.outside[1]
        self.unchanged += other.unchanged
        self.seen += other.seen
        falls_here = (self.differences, *self.shares, *self.burdens)
        for falls, others in zip(falls_here, (other.differences, *other.shares, *other.burdens), strict=True):
            falls.merge(others.counts.items())
        for (side, reason), (claims, first) in other.refused.items():
            self._refuse(side, reason, claims, first)

    def comparison(self, title: str, a: PackUsed, b: PackUsed) -> Comparison:
        """What was counted, as a value."""
        refused = sorted(self.refused.items(), key=lambda item: (-item[1][0], item[0]))
        return Comparison(
            title=title,
            a=a,
            b=b,
            whole=self.whole.row(""),
            tables=tuple(Table(axis=axis, rows=tuple(self._rows(axis))) for axis in Axis),
            winners=self.winners.swing(),
            losers=self.losers.swing(),
            unchanged=self.unchanged,
            differences=self.differences.bins(),
            shares=Spread(self.shares[0].bins(), self.shares[1].bins()),
            burdens=Spread(self.burdens[0].bins(), self.burdens[1].bins()),
            outside_a=self.outside[0],
            outside_b=self.outside[1],
            layers_a=self.layers[0].told(),
            layers_b=self.layers[1].told(),
            refused=tuple(Refusal(side=s, reason=why, claims=n, first=one) for (s, why), (n, one) in refused),
        )

    def _rows(self, axis: Axis) -> Iterator[Row]:
        keys = sorted((key for on, key in self.rows if on is axis), key=lambda key: place(axis, key))
        return (self.rows[axis, key].row(key) for key in keys)

    def _tried(self, visit: Visit, years: tuple[Year, Year]) -> Outcome | None:
        self.seen += 1
        try:
            case = visit.opened()
        except LingbaoError as error:
            self._refuse(Side.BOTH, str(error), 1, visit.number)
            return None
        a, b = (_settled(year, case, visit) for year in years)
        if isinstance(a, LingbaoError) or isinstance(b, LingbaoError):
            self._refuse(*_why(a, b), 1, visit.number)
            return None
        for layered, settlement in zip(self.layers, (a, b), strict=True):
            layered.count(settlement)
        first, second = (year.outside(settlement) for year, settlement in zip(years, (a, b), strict=True))
        self.outside = self.outside[0] + first, self.outside[1] + second
        funds = a.fund_total, b.fund_total
        return Outcome(visit.number, keys_of(case), a.total, amounts_of(a), amounts_of(b), funds)

    def _count(self, outcome: Outcome) -> None:
        difference = outcome.difference
        for counted in (self.whole, *(self.rows[key] for key in outcome.keys)):
            counted.count(outcome, difference)
        sides = zip((outcome.a, outcome.b), outcome.funds, self.shares, self.burdens, strict=True)
        for paid, funds, shares, burdens in sides:
            burdens.add(paid[-1])
            if outcome.total > 0:
                shares.add(funds / outcome.total)

    def _weigh(self, person: Person, outcomes: Sequence[Outcome]) -> None:
        difference = sum((outcome.difference for outcome in outcomes), ZERO)
        self.differences.add(difference)
        if difference:
            (self.winners if difference > 0 else self.losers).count(person, outcomes, difference)
        else:
            self.unchanged += 1

    def _refuse(self, side: Side, reason: str, claims: int, first: str) -> None:
        key = (side, reason)
        if key not in self.refused and len(self.refused) >= REASONS:
            key = (side, OTHERS)
        held, earliest = self.refused.get(key, (0, first))
        self.refused[key] = (held + claims, min(earliest, first))


def _settled(year: Year, case: Case, visit: Visit) -> Settlement | LingbaoError:
    try:
        return year.settled(case, visit)
    except LingbaoError as error:
        return error


def _why(a: Settlement | LingbaoError, b: Settlement | LingbaoError) -> tuple[Side, str]:
    """Which pack would not settle a claim, and the reason."""
    reasons = [str(one) for one in (a, b) if isinstance(one, LingbaoError)]
    side = Side.BOTH if len(reasons) > 1 else Side.A if isinstance(a, LingbaoError) else Side.B
    return side, " / ".join(dict.fromkeys(reasons))


def _change(person: Person, outcomes: Sequence[Outcome]) -> Change:
    sums = Counted()
    for outcome in outcomes:
        sums.count(outcome, ZERO)
    keys = dict(outcomes[-1].keys)
    return Change(
        person=person.label,
        claims=tuple(outcome.number for outcome in outcomes),
        scheme=keys[Axis.SCHEME],
        group=keys[Axis.GROUP],
        total=sums.total,
        a=paid_of(sums.a),
        b=paid_of(sums.b),
    )

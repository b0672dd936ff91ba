"""What a replay under two packs gives: who pays what, by every way of looking, and whom it helps or hurts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from review.claim.claim import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.packs.stated import PackUsed


class Axis(StrEnum):
    """A way of looking at the claims; each claim stands in exactly one row of each axis."""

    SCHEME = "scheme"
    GROUP = "group"
    LEVEL = "level"
    MONTH = "month"
    REGION = "region"
    KIND = "kind"
    AGE = "age"


class Fund(StrEnum):
    """Who may pay beside the person; the value is the field of :class:`Paid`."""

    BASIC = "basic_fund"
    SERIOUS_ILLNESS = "serious_illness_fund"
    MEDICAL_AID = "medical_aid_fund"
    SUPPLEMENT = "supplement_fund"


class Side(StrEnum):
    """Which of the two packs, or both."""

    A = "a"
    B = "b"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What claims came to under one pack, yuan: each fund's payment, and what the persons bear."""

    basic_fund: Decimal = ZERO
    serious_illness_fund: Decimal = ZERO
    medical_aid_fund: Decimal = ZERO
    supplement_fund: Decimal = ZERO
    personal: Decimal = ZERO

    @property
    def funds(self) -> Decimal:
        """All funds together, yuan."""
        return sum((self.of(fund) for fund in Fund), ZERO)

    def of(self, fund: Fund) -> Decimal:
        """What one fund pays, yuan."""
        amount: Decimal = getattr(self, fund.value)
        return amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Claims that share a key of an axis (or all of them): how many, what they cost, who pays under A and under B.

    ``gained`` and ``lost`` count the claims of which the funds pay more, or less, under B.
    """

    key: str
    claims: int
    people: int
    total: Decimal
    a: Paid
    b: Paid
    gained: int
    lost: int

    @property
    def difference(self) -> Decimal:
        """What the funds pay more under B, yuan; negative where they pay less."""
        return self.b.funds - self.a.funds

    def share(self, paid: Paid) -> Decimal | None:
        """Which share of the cost the funds bear, 0 to 1, four places; None where nothing was charged."""
        return (paid.funds / self.total).quantize(Decimal("0.0001")) if self.total > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One person whose year comes out differently: their claims in order of date, and what is paid under each pack."""

    person: str
    claims: tuple[str, ...]
    scheme: str
    group: str
    total: Decimal
    a: Paid
    b: Paid

    @property
    def difference(self) -> Decimal:
        """What the funds pay this person more under B, yuan."""
        return self.b.funds - self.a.funds


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """People for whom the funds pay more under B, or those for whom they pay less: how many, how much, the largest."""

    people: int
    amount: Decimal
    largest: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """A stretch of a distribution: how many lie from ``low`` to below ``high``; None is without end."""

    low: Decimal | None
    high: Decimal | None
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How claims are distributed under each pack; both have the same stretches."""

    a: tuple[Bin, ...]
    b: tuple[Bin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSum:
    """What one layer on top of the basic fund paid, yuan, and to how many claims; ``fund`` says whose money it is."""

    id: str
    title: str
    fund: str
    claims: int
    payment: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Claims that one pack, or both, would not settle, with the reason (Chinese); they are left out of all sums."""

    side: Side
    reason: str
    claims: int
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of one axis, in their natural order; their sums are those of the whole."""

    axis: Axis
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Claims replayed under pack A and pack B.

    Attributes:
        title: what was replayed (Chinese).
        a: the pack that stands for what is.
        b: the pack that stands for what might be.
        whole: all claims both packs settle.
        tables: the same claims by each axis.
        winners: people for whom the funds pay more under B.
        losers: people for whom they pay less.
        unchanged: how many people get the same, to the fen.
        differences: people by what the funds pay them more under B, yuan.
        shares: claims by the share of the cost that the funds bear, 0 to 1.
        burdens: claims by what the person bears, yuan.
        refused: claims that could not be compared.
        outside_a: claims on days nobody has reviewed pack A for; its nearest figures were used.
        outside_b: the same of pack B.
        layers_a: the layers of pack A that applied to any claim, by fund.
        layers_b: those of pack B.
    """

    title: str
    a: PackUsed
    b: PackUsed
    whole: Row
    tables: tuple[Table, ...]
    winners: Swing
    losers: Swing
    unchanged: int
    differences: tuple[Bin, ...]
    shares: Spread
    burdens: Spread
    refused: tuple[Refusal, ...] = ()
    outside_a: int = 0
    outside_b: int = 0
    layers_a: tuple[LayerSum, ...] = ()
    layers_b: tuple[LayerSum, ...] = ()

    def by(self, axis: Axis) -> tuple[Row, ...]:
        """The rows of an axis."""
        return next((table.rows for table in self.tables if table.axis is axis), ())

    def funds(self) -> Iterator[tuple[Fund, Decimal, Decimal]]:
        """Each fund with what it pays under A and under B, yuan."""
        return ((fund, self.whole.a.of(fund), self.whole.b.of(fund)) for fund in Fund)

"""The result of a settlement: buckets, tiers, accumulators, warnings, and the trace a person can redo."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.claim.claim import ZERO, YearToDate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from review.packs.stated import PackUsed, Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the trace: name, formula in words, its inputs (yuan, as text), the parameter, the result in yuan.

    ``title`` names a step of a pack's own, such as a layer's; the others have their titles in ``review.policy.words``.
    ``more`` are further parameters the step rests on, such as points added to a ratio.
    """

    step: str
    formula: str
    inputs: Mapping[str, str]
    parameter: Parameter | None
    result: Decimal
    title: str = ""
    more: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShare:
    """The four columns of one line, yuan: all self-paid, over the price limit, advance self-payment, eligible.

    ``payment_class`` is the class it was settled by, ``advance_ratio`` the share the person pays first; ``why`` names
    the reason for what is not eligible and the list of the pack the line is on (Chinese).
    """

    name: str
    amount: Decimal
    payment_class: str
    self_paid: Decimal
    over_limit: Decimal
    advance_self_pay: Decimal
    eligible: Decimal
    line_id: int = 0
    why: str = ""
    advance_ratio: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerShare:
    """What one layer did, yuan: the burden it counted of this claim, its threshold, its payment and where it went.

    ``fund`` is the sum of the settlement the payment is part of; ``taken`` adds up to ``payment``.
    """

    id: str
    title: str
    fund: str
    counted: Decimal
    threshold: Decimal
    payment: Decimal
    taken: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The sums of one claim in yuan, to the fen; names follow the case contract (docs/contracts/case.md).

    ``self_paid + over_limit + advance_self_pay + eligible = total`` always holds, and
    ``fund_total + personal + already_paid = total``. ``third_party`` is the part of ``self_paid`` that others owe.
    ``burdens`` say what of each burden is left to the person in the end; where the total is not negative they add up
    to ``personal``. ``day`` is the day whose figures were used.
    """

    total: Decimal = ZERO
    self_paid: Decimal = ZERO
    over_limit: Decimal = ZERO
    advance_self_pay: Decimal = ZERO
    eligible: Decimal = ZERO
    advance_out_of_region: Decimal = ZERO
    deductible: Decimal = ZERO
    basic_fund: Decimal = ZERO
    copay: Decimal = ZERO
    over_ceiling: Decimal = ZERO
    serious_illness_fund: Decimal = ZERO
    medical_aid_fund: Decimal = ZERO
    supplement_fund: Decimal = ZERO
    fund_total: Decimal = ZERO
    personal: Decimal = ZERO
    already_paid: Decimal = ZERO
    third_party: Decimal = ZERO
    burdens: tuple[tuple[str, Decimal], ...] = ()
    pack: PackUsed
    catalogue: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    before: YearToDate = YearToDate()
    after: YearToDate = YearToDate()
    lines: tuple[LineShare, ...] = ()
    layers: tuple[LayerShare, ...] = ()
    day: date | None = None
    trace: tuple[Step, ...] = field(default=())

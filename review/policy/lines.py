"""First tier: each line falls into four columns — self-paid, over the limit, advance self-payment, eligible."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from review.catalogue.entry import PaymentClass
from review.claim.claim import ZERO
from review.packs.terms import RoundWhere
from review.policy.items import listed

if TYPE_CHECKING:
    from review.packs.terms import Rounding
    from review.policy.case import CaseLine
    from review.policy.items import Listed
    from review.policy.setting import Setting

UNDESIGNATED = "非定点医疗机构，且非急诊"
OUTSIDE = "丙类或目录外"


class Judged(NamedTuple):
    """A line with what holds for it: its list, class, share paid first, limit a unit, and why it is refused or not."""

    line: CaseLine
    on: Listed | None
    payment_class: PaymentClass
    refused: str
    ratio: Decimal
    limit: Decimal | None


class Share(NamedTuple):
    """A line and its columns, yuan; ``third_party`` is the part of ``self_paid`` that others owe."""

    judged: Judged
    self_paid: Decimal
    third_party: Decimal
    over_limit: Decimal
    advance_self_pay: Decimal
    eligible: Decimal


@dataclass(frozen=True, slots=True)
class Sorted:
    """All lines with their columns, and the columns' sums, yuan."""

    shares: tuple[Share, ...]
    total: Decimal
    self_paid: Decimal
    third_party: Decimal
    over_limit: Decimal
    advance_self_pay: Decimal
    eligible: Decimal


def sort_lines(setting: Setting) -> Sorted:
    """Split every line; the columns of each add up to its amount, and so do the sums (policy §1.9, per line)."""
    shares = split(setting)
    _, *columns = zip(*shares, strict=True) if shares else ((), (), (), (), (), ())
    self_paid, third_party, over_limit, advance_self_pay, eligible = (sum(one, ZERO) for one in columns)
    return Sorted(
        shares,
        total=self_paid + over_limit + advance_self_pay + eligible,
        self_paid=self_paid,
        third_party=third_party,
        over_limit=over_limit,
        advance_self_pay=advance_self_pay,
        eligible=eligible,
    )


def split(setting: Setting) -> tuple[Share, ...]:
    """The lines of the case with their columns, yuan."""
    owed = owed_by_others(setting)
    class_b, lists = setting.find(setting.pack.general.class_b_advance), bool(setting.pack.items)
    whole = _Whole(_undesignated(setting), class_b, lists)
    to_fen = [_Fen(setting.rounding) for _ in range(3)]
    return tuple(_share(judge(line, setting, whole), owed, to_fen) for line in setting.case.lines)


def _share(one: Judged, owed: Decimal, to_fen: list[_Fen]) -> Share:
    amount = one.line.amount
    if one.refused:
        return Share(one, amount, ZERO, ZERO, ZERO, ZERO)
    over = ZERO if one.limit is None else to_fen[0](_over(one.line, one.limit))
    advance = to_fen[1]((amount - over) * one.ratio) if one.ratio else ZERO
    left = amount - over - advance
    third = to_fen[2](left * owed) if owed else ZERO
    return Share(one, third, third, over, advance, left - third)


class _Whole(NamedTuple):
    """What holds for all lines: why nothing is paid, or empty; class B paid first; whether there are lists."""

    outside: str
    class_b: Decimal | None
    lists: bool


def judge(line: CaseLine, setting: Setting, whole: _Whole) -> Judged:
    """What holds for a line: what the case says of it goes before its list, and that before the general rule."""
    on = listed(line, setting) if whole.lists else None
    payment_class, limit, ratio = line.payment_class, line.price_limit, line.advance_ratio
    if on:
        payment_class = on.terms.payment_class or payment_class
        limit = min((one for one in (limit, on.terms.limit) if one is not None), default=None)
        ratio = on.terms.advance if ratio is None else ratio
    refused = whole.outside or ((line.why or OUTSIDE) if payment_class is _C else "")
    if ratio is None:
        ratio = _class_b(setting, whole) if payment_class is _B and not refused else ZERO
    return Judged(line, on, payment_class, refused, ratio, limit)


_B, _C = PaymentClass.B, PaymentClass.C


def _class_b(setting: Setting, whole: _Whole) -> Decimal:
    return setting.of(setting.pack.general.class_b_advance) if whole.class_b is None else whole.class_b


def owed_by_others(setting: Setting) -> Decimal:
    """The share of each eligible amount that others owe and the fund does not advance; from 0 to 1."""
    share = setting.case.care.third_party
    return share if share and not advances_for_others(setting) else ZERO


def advances_for_others(setting: Setting) -> bool:
    """Whether the fund pays first what others owe; without word of the pack it does not (社会保险法第三十条)."""
    stated = setting.pack.general.third_party
    return stated is not None and setting.value(stated) == "advanced"


def _undesignated(setting: Setting) -> str:
    """Why nothing of the case is paid, or empty: care without contract counts in emergencies only."""
    care = setting.case.care
    if care.designated:
        return ""
    counts = setting.value(setting.pack.general.undesignated_emergency_counts) and care.emergency
    return "" if counts else UNDESIGNATED


def _over(line: CaseLine, limit: Decimal) -> Decimal:
    quantity = Decimal(1) if line.quantity is None else abs(line.quantity)
    over = max(abs(line.amount) - limit * quantity, ZERO)
    return over if line.amount >= 0 else -over


class _Fen:
    """One column's amounts in whole fen, line by line; rounded on the sum, the fen is carried to the next line."""

    def __init__(self, rounding: Rounding) -> None:
        self._fen = rounding.fen
        self._carries = rounding.where is RoundWhere.ON_SUM
        self._exact = self._given = ZERO

    def __call__(self, amount: Decimal) -> Decimal:
        if not self._carries:
            return self._fen(amount)
        self._exact += amount
        share = self._fen(self._exact) - self._given
        self._given += share
        return share

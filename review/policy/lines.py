"""First tier: each line falls into four columns — self-paid, over the limit, advance self-payment, eligible."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import PaymentClass
from review.claim.claim import ZERO
from review.policy.ledger import step, traced
from review.policy.settlement import LineShare, Settlement
from review.policy.terms import Rounding, RoundWhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.policy.case import CaseLine
    from review.policy.setting import Setting
    from review.policy.settlement import Step

UNDESIGNATED = "非定点医疗机构，且非急诊"
_MODES = {"half_up": "四舍五入到分", "down": "截到分"}
_PLACES = {RoundWhere.PER_LINE: "逐行", RoundWhere.ON_SUM: "合计后"}


def sort_lines(so_far: Settlement, setting: Setting) -> Settlement:
    """Split every line and book the total and the four sums (policy §1.9, per line)."""
    shares = split(setting)
    split_up = replace(
        so_far,
        lines=shares,
        total=sum((share.amount for share in shares), ZERO),
        self_paid=sum((share.self_paid for share in shares), ZERO),
        over_limit=sum((share.over_limit for share in shares), ZERO),
        advance_self_pay=sum((share.advance_self_pay for share in shares), ZERO),
        eligible=sum((share.eligible for share in shares), ZERO),
    )
    return traced(split_up, *_steps(split_up, setting))


def split(setting: Setting) -> tuple[LineShare, ...]:
    """The lines of the case with their four columns, yuan; the columns of a line add up to its amount."""
    lines, rounding = setting.case.lines, setting.rounding
    refused = [refusal(line, setting) for line in lines]
    overs = _to_fen((ZERO if why else _over(line) for line, why in zip(lines, refused, strict=True)), rounding)
    rest = zip(lines, refused, overs, strict=True)
    advances = _to_fen((ZERO if why else (x.amount - over) * ratio_of(x, setting) for x, why, over in rest), rounding)
    return tuple(_share(*parts) for parts in zip(lines, refused, overs, advances, strict=True))


def refusal(line: CaseLine, setting: Setting) -> str:
    """Why the fund pays nothing of a line (Chinese), or empty."""
    care = setting.case.care
    emergency_counts = setting.value(setting.pack.general.undesignated_emergency_counts) and care.emergency
    if not (care.designated or emergency_counts):
        return UNDESIGNATED
    return (line.why or "丙类或目录外") if line.payment_class is PaymentClass.C else ""


def ratio_of(line: CaseLine, setting: Setting) -> Decimal:
    """The advance self-payment ratio of a line: its own, or the pack's for class B, or none."""
    if line.advance_ratio is not None:
        return line.advance_ratio
    return setting.of(setting.pack.general.class_b_advance) if line.payment_class is PaymentClass.B else ZERO


def _over(line: CaseLine) -> Decimal:
    if line.price_limit is None:
        return ZERO
    quantity = Decimal(1) if line.quantity is None else abs(line.quantity)
    over = max(abs(line.amount) - line.price_limit * quantity, ZERO)
    return over if line.amount >= 0 else -over


def _to_fen(amounts: Iterable[Decimal], rounding: Rounding) -> tuple[Decimal, ...]:
    if rounding.where is RoundWhere.PER_LINE:
        return tuple(rounding.fen(amount) for amount in amounts)
    return tuple(_carried(amounts, rounding))


def _carried(amounts: Iterable[Decimal], rounding: Rounding) -> Iterator[Decimal]:
    exact = given = ZERO
    for amount in amounts:
        exact += amount
        yield rounding.fen(exact) - given
        given = rounding.fen(exact)


def _share(line: CaseLine, refused: str, over: Decimal, advance: Decimal) -> LineShare:
    return LineShare(
        name=line.name,
        amount=line.amount,
        payment_class=line.payment_class,
        self_paid=line.amount if refused else ZERO,
        over_limit=over,
        advance_self_pay=advance,
        eligible=ZERO if refused else line.amount - over - advance,
        line_id=line.line_id,
        why=refused or line.why,
    )


def _steps(done: Settlement, setting: Setting) -> Iterator[Step]:
    general, rounding = setting.pack.general, setting.rounding
    way = f"{_PLACES[rounding.where]}{_MODES[rounding.mode]}"
    class_b = setting.parameter(general.class_b_advance, setting.of(general.class_b_advance))
    outside = any(share.why == UNDESIGNATED for share in done.lines)
    contract = setting.parameter(general.undesignated_emergency_counts, "非定点不予支付，急诊除外") if outside else None
    yield step("total", "全部明细金额相加", _amounts(done, "amount"), done.total)
    yield step("self_paid", "丙类、目录外和不予支付的明细相加", _amounts(done, "self_paid"), done.self_paid, contract)
    over = _amounts(done, "over_limit")
    if over:
        yield step("over_limit", f"逐行（金额 − 限价 × 数量），{way}后相加", over, done.over_limit)
    formula = f"逐行（金额 − 超限价）× 先行自付比例，{way}后相加"
    yield step("advance_self_pay", formula, _advances(done, setting), done.advance_self_pay, class_b)
    parts = {
        "总费用": done.total,
        "全自费": done.self_paid,
        "超限价": done.over_limit,
        "先行自付": done.advance_self_pay,
    }
    yield step("eligible", "总费用 − 全自费 − 超限价 − 先行自付", parts, done.eligible)


def _amounts(done: Settlement, column: str) -> dict[str, str]:
    cells = ((share.name, getattr(share, column)) for share in done.lines)
    return {f"{number}. {name}": str(cell) for number, (name, cell) in enumerate(cells, start=1) if cell}


def _advances(done: Settlement, setting: Setting) -> dict[str, str]:
    pairs = enumerate(zip(done.lines, setting.case.lines, strict=True), start=1)
    return {
        f"{number}. {share.name}": f"{share.amount - share.over_limit} × {ratio_of(line, setting)}"
        f" = {share.advance_self_pay}"
        for number, (share, line) in pairs
        if share.advance_self_pay
    }

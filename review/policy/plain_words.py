"""A settlement in plain Chinese for the insured: what was paid, and why the rest was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from review.claim.claim import ZERO, Filing, Region
from review.money import thousands
from review.policy.reckoned import basic_words, bounds, layer_words
from review.policy.refusals import refused
from review.policy.waterfall import paid_by_layers, rate_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from review.claim.claim import Care
    from review.policy.settlement import LineShare, Settlement, Step

BIGGEST = 3
"""Lines named under a reason: the biggest."""

LONGEST = 24
"""Letters of a line's name that are told."""
GROUPS = 5
"""Reasons of refusal told one by one."""


class Named(NamedTuple):
    """A line by name with its yuan under a reason."""

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Reason:
    """Why so many yuan are the person's own; the biggest lines it concerns, and how many there are in all."""

    title: str
    amount: Decimal
    words: str
    lines: tuple[Named, ...] = ()
    count: int = 0

    @property
    def named(self) -> str:
        """The biggest lines by name with their sums, long names cut short; empty where it concerns no lines."""
        told = [f"{_cut(line.name)} {thousands(line.amount)} 元" for line in self.lines]
        more = [f"等 {self.count} 项"] if self.count > len(self.lines) else []
        return "；".join(told + more)


@dataclass(frozen=True, slots=True)
class Share:
    """What one fund paid, yuan, and how that was reckoned."""

    title: str
    amount: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The whole account for the insured.

    ``reasons`` less ``relief`` (what layers above the basic fund gave back, and refunds) is what the person bears.
    """

    opening: str
    paid: tuple[Share, ...]
    reasons: tuple[Reason, ...]
    relief: tuple[Share, ...]
    notes: tuple[str, ...]


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def plain_words(settlement: Settlement, care: Care | None = None) -> PlainWords:
    """The account of a settlement; with the care it also says what an entry in the claim changed."""
    steps = {step.step: step for step in settlement.trace}
    reasons = tuple(reason for reason in _reasons(settlement, steps, care) if reason.amount)
    return PlainWords(
        opening=_opening(settlement),
        paid=tuple(_paid(settlement, steps)),
        reasons=reasons,
        relief=tuple(_relief(settlement, reasons)),
        notes=tuple(_notes(settlement)),
    )


def _opening(settlement: Settlement) -> str:
    total, paid, own = (thousands(sum_) for sum_ in (settlement.total, settlement.fund_total, settlement.personal))
    if settlement.total < 0:
        return f"这次的退费比收费多，合计 {total} 元，医保基金不用支付。"
    if not settlement.lines:
        return "这次没有费用明细，医保基金没有支付。"
    elsewhere = settlement.already_paid
    before = f"票据上已经由他处支付 {thousands(elsewhere)} 元，" if elsewhere else ""
    fund = f"医保基金这次支付 {paid} 元" if settlement.fund_total else "医保基金这次没有支付"
    return f"这次就医一共花了 {total} 元，{before}{fund}，您自己负担 {own} 元。"


def _paid(settlement: Settlement, steps: dict[str, Step]) -> Iterator[Share]:
    yield Share("基本医保（统筹基金）", settlement.basic_fund, basic_words(settlement, steps))
    for key, title, payment in paid_by_layers(settlement):
        words = layer_words(steps, key, payment)
        if payment or words:
            yield Share(title, payment, words)


def _reasons(settlement: Settlement, steps: dict[str, Step], care: Care | None) -> Iterator[Reason]:
    yield from _refusals(settlement)
    over = "医院的收费高于医保认可的最高价，高出的部分由个人付。"
    yield _reason("价格超过医保限价", over, "over_limit", settlement.lines)
    first = f"乙类药品和项目等，个人要先付一部分{_rate(steps, 'advance_self_pay')}，其余的再按比例报销。"
    yield _reason("乙类等项目先付的部分", first, "advance_self_pay", settlement.lines)
    yield Reason("到外地就医先付", settlement.advance_out_of_region, _away(steps, care))
    yield Reason("起付线", settlement.deductible, "这笔钱以内由个人付，超过的部分才开始报销。")
    yield Reason("按比例由个人负担", settlement.copay, _share_left(settlement))
    yield Reason("超过封顶线或限额", settlement.over_ceiling, _beyond_limit(settlement, steps))


def _refusals(settlement: Settlement) -> Iterator[Reason]:
    """What is paid wholly by the person, grouped by why, the biggest first; small groups are put together."""
    groups: dict[tuple[str, str], list[LineShare]] = {}
    for line in settlement.lines:
        if line.self_paid:
            groups.setdefault(refused(line.why), []).append(line)
    told = [_reason(title, words, "self_paid", lines) for (title, words), lines in groups.items()]
    told.sort(key=lambda one: -abs(one.amount))
    yield from told[:GROUPS]
    rest = [line for lines in groups.values() for line in lines if refused(line.why) in _beyond(told)]
    if rest:
        words = f"另有 {len(told) - GROUPS} 种原因，逐项写在结算单上。"
        yield _reason("其他不予支付的项目", words, "self_paid", rest)


def _beyond(told: list[Reason]) -> set[tuple[str, str]]:
    """Title and words of the reasons that are not told one by one."""
    return {(one.title, one.words) for one in told[GROUPS:]}


def _reason(title: str, words: str, column: str, lines: Iterable[LineShare]) -> Reason:
    cut = (Named(line.name, getattr(line, column)) for line in lines)
    named = sorted((one for one in cut if one.amount), key=lambda one: -abs(one.amount))
    amount = sum((one.amount for one in named), ZERO)
    return Reason(title, amount, words, tuple(named[:BIGGEST]), len(named))


def _rate(steps: dict[str, Step], key: str) -> str:
    rate = rate_of(steps[key]) if key in steps else ""
    return f"（{rate}）" if rate else ""


def _away(steps: dict[str, Step], care: Care | None) -> str:
    told = f"到统筹地区以外就医，可以报销的费用个人要先付一部分{_rate(steps, 'advance_out_of_region')}。"
    unfiled = care is not None and care.filing is Filing.NONE and care.region is not Region.SAME_CITY
    return told + ("这次没有办理异地就医备案；以后外出就医前，请先问清备案后的待遇。" if unfiled else "")


def _share_left(settlement: Settlement) -> str:
    shared, paid = thousands(settlement.basic_fund + settlement.copay), thousands(settlement.basic_fund)
    return f"列入统筹的 {shared} 元里，基金付了 {paid} 元，其余由个人付。"


def _beyond_limit(settlement: Settlement, steps: dict[str, Step]) -> str:
    named = bounds(settlement, steps)
    return f"医保基金能付的钱有上限{f'（{named}）' if named else ''}，超过上限的部分统筹基金不再支付。"


def _relief(settlement: Settlement, reasons: Iterable[Reason]) -> Iterator[Share]:
    """What makes the person's burden less than the reasons add up to."""
    left = sum((reason.amount for reason in reasons), ZERO)
    for _, title, payment in paid_by_layers(settlement):
        if payment:
            left -= payment
            yield Share(title, payment, "在统筹基金之后又付的")
    if left != settlement.personal:
        yield Share("退费、他处已付的抵减", left - settlement.personal, "不再由您负担的")


def _notes(settlement: Settlement) -> Iterator[str]:
    if settlement.pack.status != "confirmed":
        yield "所用的政策参数还没有经医保局确认，本说明只供核对，最后以经办机构的通知为准。"
    pending = sum(line.why == "未匹配目录" for line in settlement.lines)
    if pending:
        yield f"有 {pending} 项费用还没有对上医保目录，暂时按自费计算，核对后数额可能变化。"

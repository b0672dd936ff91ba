"""The trace of the first tier: what each column of the lines adds up to, and by which lists and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.packs.stated import Parameter
from review.packs.terms import RoundWhere
from review.policy.ledger import Basis, step
from review.policy.lines import UNDESIGNATED, owed_by_others
from review.policy.settlement import LineShare
from review.policy.waterfall import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.policy.items import Listed
    from review.policy.lines import Share, Sorted
    from review.policy.setting import Setting
    from review.policy.settlement import Step

_MODES = {"half_up": "四舍五入到分", "down": "截到分"}
_PLACES = {RoundWhere.PER_LINE: "逐行", RoundWhere.ON_SUM: "合计后"}


LAW = Parameter(
    name="第三人应负担的医疗费用",
    value="不予支付",
    since="2011-07-01",
    document="中华人民共和国社会保险法",
    clause="第三十条",
)
"""What holds where a pack says nothing of third parties."""


def line_shares(columns: Sorted, setting: Setting) -> tuple[LineShare, ...]:
    """The lines as the settlement shows them."""
    owed = owed_by_others(setting)
    return tuple(_line(share, f"第三人应负担 {percent(owed)}" if owed else "") for share in columns.shares)


def _line(share: Share, owed: str) -> LineShare:
    judged = share.judged
    line, listed = judged.line, f"{judged.on.rule.title}" if judged.on else ""
    reasons = (owed if share.third_party else "", judged.refused or line.why, listed)
    return LineShare(
        name=line.name,
        amount=line.amount,
        payment_class=judged.payment_class,
        self_paid=share.self_paid,
        over_limit=share.over_limit,
        advance_self_pay=share.advance_self_pay,
        eligible=share.eligible,
        line_id=line.line_id,
        why="；".join(dict.fromkeys(reason for reason in reasons if reason)),
        advance_ratio=judged.ratio,
    )


def tell_lines(columns: Sorted, setting: Setting) -> Iterator[Step]:
    """The steps of the first tier."""
    rounding = setting.rounding
    way = f"{_PLACES[rounding.where]}{_MODES[rounding.mode]}"
    yield step("total", "全部明细金额相加", _amounts(columns, "amount"), columns.total)
    yield from _lists(columns, setting)
    yield from _third_party(columns, setting, way)
    formula = "丙类、目录外、不予支付的明细和第三人应负担的部分相加" if columns.third_party else _REFUSED
    yield step("self_paid", formula, _amounts(columns, "self_paid"), columns.self_paid, _contract(columns, setting))
    over = _amounts(columns, "over_limit")
    if over:
        yield step("over_limit", f"逐行（金额 − 限价 × 数量），{way}后相加", over, columns.over_limit)
    formula = f"逐行（金额 − 超限价）× 先行自付比例，{way}后相加"
    yield step("advance_self_pay", formula, _advances(columns), columns.advance_self_pay, _class_b(setting))
    parts = {
        "总费用": columns.total,
        "全自费": columns.self_paid,
        "超限价": columns.over_limit,
        "先行自付": columns.advance_self_pay,
    }
    yield step("eligible", "总费用 − 全自费 − 超限价 − 先行自付", parts, columns.eligible)


_REFUSED = "丙类、目录外和不予支付的明细相加"


def _class_b(setting: Setting) -> Parameter | None:
    series = setting.pack.general.class_b_advance
    ratio = setting.find(series)
    return None if ratio is None else setting.tabled(series, ratio)


def _contract(columns: Sorted, setting: Setting) -> Parameter | None:
    """The rule on hospitals without contract, where it refused the lines."""
    if not any(share.judged.refused == UNDESIGNATED for share in columns.shares):
        return None
    return setting.parameter(setting.pack.general.undesignated_emergency_counts, "非定点不予支付，急诊除外")


def _lists(columns: Sorted, setting: Setting) -> Iterator[Step]:
    """A step for each list of the pack that lines are on: which lines, and what the list says of them."""
    found: dict[str, tuple[Listed, dict[str, str]]] = {}
    for number, share in enumerate(columns.shares, start=1):
        on = share.judged.on
        if on:
            line = share.judged.line
            found.setdefault(on.key, (on, {}))[1][f"{number}. {line.name}"] = str(line.amount)
    for key, (on, inputs) in found.items():
        lines = (share.judged.line for share in columns.shares if share.judged.on and share.judged.on.key == key)
        amount = sum((line.amount for line in lines), ZERO)
        basis = Basis(setting.parameter(on.rule.terms, _terms_told(on)), on.rule.title)
        yield step(f"item_{key}", "名单内明细的金额相加", inputs, amount, basis)


def _terms_told(on: Listed) -> str:
    terms = on.terms
    told = (
        terms.payment_class and f"按{terms.payment_class.label}类",
        terms.limit is not None and f"限价 {terms.limit}",
        terms.advance is not None and f"先行自付 {terms.advance}",
        terms.ratio is not None and f"单列支付 {terms.ratio}",
    )
    return "，".join(part for part in told if part) or "无特别规定"


def _third_party(columns: Sorted, setting: Setting, way: str) -> Iterator[Step]:
    if not columns.third_party:
        return
    stated = setting.pack.general.third_party
    formula = f"逐行（金额 − 超限价 − 先行自付）× 第三人责任比例，{way}后相加，不列入政策范围"
    inputs = {"第三人责任比例": str(owed_by_others(setting)), **_amounts(columns, "third_party")}
    rule = setting.parameter(stated, "第三人应负担的不予支付") if stated else LAW
    yield step("third_party", formula, inputs, columns.third_party, rule)


def _amounts(columns: Sorted, column: str) -> dict[str, str]:
    cells = (
        (share.judged.line, share.judged.line.amount if column == "amount" else getattr(share, column))
        for share in columns.shares
    )
    return {f"{number}. {line.name}": str(cell) for number, (line, cell) in enumerate(cells, start=1) if cell}


def _advances(columns: Sorted) -> dict[str, str]:
    return {
        f"{number}. {share.judged.line.name}": f"{share.judged.line.amount - share.over_limit} × {share.judged.ratio}"
        f" = {share.advance_self_pay}"
        for number, share in enumerate(columns.shares, start=1)
        if share.advance_self_pay
    }

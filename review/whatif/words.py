"""Chinese words for axes, keys and funds of a comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.claim import Filing, Region
from review.claim.people import Group
from review.money import CENT
from review.packs.words import KINDS, LEVELS, SCHEMES
from review.whatif.comparison import Axis, Fund, Side
from review.whatif.keys import AND, AT, NOBODY, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.whatif.comparison import Bin, Comparison

AXES: Mapping[Axis, str] = {
    Axis.SCHEME: "险种",
    Axis.GROUP: "人员类别",
    Axis.LEVEL: "医院等级",
    Axis.MONTH: "月份",
    Axis.REGION: "就医地与备案",
    Axis.KIND: "就诊类别",
    Axis.AGE: "年龄段",
}

FUNDS: Mapping[Fund, str] = {
    Fund.BASIC: "统筹基金",
    Fund.SERIOUS_ILLNESS: "大病保险",
    Fund.MEDICAL_AID: "医疗救助",
    Fund.SUPPLEMENT: "补充保险",
}

SIDES: Mapping[Side, str] = {Side.A: "方案 A", Side.B: "方案 B", Side.BOTH: "两个方案"}

_GROUPS: Mapping[str, str] = {
    Group.DESTITUTE: "特困",
    Group.ORPHAN: "孤儿",
    Group.SUBSISTENCE: "低保",
    Group.SUBSISTENCE_MARGIN: "低保边缘",
    Group.POVERTY_RELAPSE: "返贫致贫",
    Group.POVERTY_RISK: "监测对象",
    Group.SUDDEN_HARDSHIP: "突发严重困难",
    Group.ILLNESS_EXPENDITURE: "因病支出型困难",
    NOBODY: "一般人员",
}
_REGIONS: Mapping[str, str] = {
    Region.SAME_CITY: "市内",
    Region.SAME_PROVINCE: "省内异地",
    Region.OTHER_PROVINCE: "跨省",
}
_FILINGS: Mapping[str, str] = {
    Filing.NONE: "未备案",
    Filing.LONG_TERM: "长期居住",
    Filing.REFERRAL: "转诊",
    Filing.EMERGENCY: "急诊",
}
_PLAIN: Mapping[Axis, Mapping[str, str]] = {
    Axis.SCHEME: {scheme.value: word for scheme, word in SCHEMES.items()},
    Axis.LEVEL: {level.value: word for level, word in LEVELS.items()},
    Axis.KIND: {kind.value: word for kind, word in KINDS.items()},
    Axis.GROUP: _GROUPS,
}


def cautions(comparison: Comparison) -> tuple[str, ...]:
    """What must be said beside the figures (Chinese sentences): packs nobody confirmed, days nobody reviewed."""
    sides = (("A", comparison.a, comparison.outside_a), ("B", comparison.b, comparison.outside_b))
    refused = sum(one.claims for one in comparison.refused)
    told = [
        sentence
        for side, pack, outside in sides
        for holds, sentence in (
            (pack.status != "confirmed", f"方案 {side} 的政策包尚未经医保局确认。"),
            (outside, f"方案 {side} 有 {outside} 人次的就诊日期不在政策包核对过的期间，按最近的参数计算。"),
        )
        if holds
    ]
    return (*told, *((f"有 {refused} 人次不能结算，未计入任何合计。",) if refused else ()))


def said(axis: Axis, key: str) -> str:
    """A key in words; what has none is shown as it is."""
    if key == UNKNOWN:
        return "不详"
    if axis is Axis.REGION:
        region, _, filing = key.partition(AT)
        return "·".join(filter(None, (_REGIONS.get(region, region), _FILINGS.get(filing, filing))))
    if axis is Axis.AGE:
        return f"{key.removesuffix('+')} 岁{'以上' if key.endswith('+') else ''}"
    known = _PLAIN.get(axis, {})
    return "、".join(known.get(part, part) for part in key.split(AND))


def stretch(one: Bin, *, percent: bool = False) -> str:
    """A stretch of yuan, or of shares as percent: ``500 至 1,000 元``; the upper end is left out."""
    if one.low is not None and one.high is not None and one.high - one.low == CENT:
        return "不变"
    times, unit = (Decimal(100), "%") if percent else (Decimal(1), " 元")
    low, high = ("" if end is None else f"{(end * times).normalize():,f}{unit}" for end in (one.low, one.high))
    if not (low and high):
        return f"{low}及以上" if low else f"不到 {high}"
    return f"{low.removesuffix(unit)} 至 {high}"

"""How each kind of hit is called, and what to do about it (Chinese)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES: Mapping[RuleKind, str] = {
    RuleKind.SEX: "对象与规则库不符",
    RuleKind.AGE: "对象与规则库不符",
    RuleKind.SCHEME: "限其他险种支付",
    RuleKind.PLACE: "就医方式与规则库不符",
    RuleKind.LEVEL: "医院等级低于规则库要求",
    RuleKind.COURSE: "超过支付疗程",
    RuleKind.FREQUENCY: "收费次数多于规则库",
    RuleKind.PERIOD: "短期内重复收费",
    RuleKind.DUPLICATE: "重复收费",
    RuleKind.SECONDARY: "同组手术未见折价",
}
ADVICE: Mapping[RuleKind, str] = {
    RuleKind.SEX: "建议剔除该行；确有依据的（如身份证号码有误），请说明理由。",
    RuleKind.AGE: "建议剔除该行；确有依据的（如身份证号码有误、疗程始于适用年龄），请说明理由。",
    RuleKind.SCHEME: "建议剔除该行，由相应险种支付；确有依据的，请说明理由。",
    RuleKind.PLACE: "建议剔除该行；就医类型填写有误的请更正，确有依据的请说明理由。",
    RuleKind.LEVEL: "请核对医院等级；确实不符的建议剔除该行，有处方等依据的请说明理由。",
    RuleKind.COURSE: "请核对疗程；超出天数的费用建议剔除，属新的病程或医嘱另有依据的请说明理由。",
    RuleKind.FREQUENCY: "请核对数量和日期是否识别有误、是否几日并作一行；确属多收的，可剔除相应部分。",
    RuleKind.PERIOD: "请核对日期和次数；确属重复检查的建议剔除多出的一次，病情需要的请说明理由。",
    RuleKind.DUPLICATE: "建议剔除被包含的一行；确属不同部位、不同次操作的，请核对记录并说明理由。",
    RuleKind.SECONDARY: "请核对手术记录是否同一切口；是的，按规定折价，超出部分可剔除。",
}

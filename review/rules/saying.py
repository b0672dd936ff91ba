"""What a rule says, in a few Chinese words: the same at the desk, on the command line and in the library room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from review.rules.rule import Rule


def said(rule: Rule) -> str:
    """What a rule says, in a few Chinese words."""
    return _SAID[rule.kind](rule)


_SPANS = {"day": "同日", "visit": "同次就诊", "hours": "数小时内"}
_BY_DAY = {"日": "次", "天": "次"}
"""What is counted by the day is charged so many times a day."""
_SAID: Mapping[RuleKind, Callable[[Rule], str]] = {
    RuleKind.SEX: lambda rule: f"限{rule.value}性使用",
    RuleKind.AGE: lambda rule: f"限{rule.value.removeprefix('限')}使用",
    RuleKind.SCHEME: lambda rule: f"限{rule.value}保险支付",
    RuleKind.PLACE: lambda rule: f"限{rule.value}使用",
    RuleKind.LEVEL: lambda rule: f"限{rule.value}及以上医疗机构使用",
    RuleKind.COURSE: lambda rule: f"限支付{rule.limit}天",
    RuleKind.FREQUENCY: lambda rule: f"每日限{rule.limit}{_BY_DAY.get(rule.unit, rule.unit)}",
    RuleKind.PERIOD: lambda rule: f"每{rule.days}天限{rule.limit}次",
    RuleKind.DUPLICATE: lambda rule: f"已包含“{rule.other_name}”，{_within(rule)}不得另收",
    RuleKind.SECONDARY: lambda rule: f"列入{rule.value}，经同一切口的第二及以后手术应折价计收",
}


def _within(rule: Rule) -> str:
    return f"{rule.limit}{rule.unit}内" if rule.span == "hours" and rule.limit else _SPANS[rule.span]


def contained(rule: Rule) -> str:
    """What a duplicate rule says at the line that is contained."""
    return f"“{rule.name}”已包含本项，{_within(rule)}不得另收"

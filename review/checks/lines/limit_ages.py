"""Ages in payment limits: 限儿童, 限12岁及以上, 限成人和5岁及以上儿童."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.lines.limit_facts import Facts, Outcome, Verdict, decided
from review.checks.lines.limit_words import limit_words
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Callable

_LIFETIME = 150
_MONTHS_A_YEAR = 12
_INFANTS = re.compile(r"(\d{1,3})(日龄|周龄|月龄|个月)(?:及以上|以上|及其以上)(?:的|儿童)*")
_Span = tuple[int, int]
_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span]], ...] = (
    (re.compile(r"(\d+)周?岁[和及]\1周?岁以上"), lambda m: (int(m[1]), _LIFETIME)),
    (re.compile(r"(\d+)周?岁?[-~至][<＜]?(\d+)周?岁(?:以下)?(?:儿童|青少年)?"), lambda m: (int(m[1]), int(m[2]))),
    (re.compile(r"(?:[≥>]|年龄大于)(\d+)周?岁的?(?:儿童|青少年)?"), lambda m: (int(m[1]), _LIFETIME)),
    (re.compile(r"(\d+)周?岁(?:及以上|以上|及其以上)的?(?:儿童|青少年)?"), lambda m: (int(m[1]), _LIFETIME)),
    (re.compile(r"(\d+)周?岁(?:以下|及以下)的?(?:儿童|青少年)?"), lambda m: (0, int(m[1]))),
)


def months(text: str, facts: Facts) -> Outcome | None:
    """An age in days or months, met from the next full year on; below that it is left for a person."""
    found = _INFANTS.search(text)
    if found is None or facts.age is None:
        return None
    years = -(-int(found[1]) // _MONTHS_A_YEAR) if found[2] in {"月龄", "个月"} else 1
    return Outcome(Verdict.MET, "", _INFANTS.sub("", text)) if facts.age >= years else None


def age(text: str, facts: Facts) -> Outcome | None:
    """Ages an alternative names are alternatives among themselves: 成人和5岁及以上儿童."""
    spans: list[_Span] = []
    for pattern, span in _SPANS:
        spans += [span(match) for match in pattern.finditer(text)]
        text = pattern.sub("", text)
    named: list[_Span] = []
    border = _LIFETIME
    for pattern, (low, high, doubtful_from) in limit_words().ages:
        found = pattern.findall(text)
        named += [(low, high)] * len(found)
        border = min(border, doubtful_from) if found else border
        text = pattern.sub("", text)
    spans = _together(spans, named, either="或" in text)
    if not spans:
        return None
    reason = f"限{'或'.join(_said(low, high) for low, high in _merged(spans))}，患者{facts.age}岁"
    return decided(RuleKind.AGE, holds=_holds(facts.age, spans, border), reason=reason, rest=text)


def _holds(years: int | None, spans: list[_Span], border: int) -> bool | None:
    """Whether an age lies in one of the spans; None where it is unknown or on the border of what a word means."""
    if years is None:
        return None
    return any(low <= years <= high for low, high in spans) or (None if years >= border else False)


def _together(figures: list[_Span], named: list[_Span], *, either: bool) -> list[_Span]:
    """Figures and words as alternatives; but words for children alone narrow the figures: 3岁及以上…的儿童."""
    oldest = max((high for _, high in named), default=_LIFETIME)
    if either or not figures or oldest == _LIFETIME:
        return figures + named
    return [(low, min(high, oldest)) for low, high in figures if low <= oldest] or figures


def _merged(spans: list[_Span]) -> list[_Span]:
    """The spans joined where they touch, for people to read."""
    joined: list[_Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _said(low: int, high: int) -> str:
    if high == _LIFETIME:
        return f"{low}岁及以上"
    return f"{high}岁及以下" if low == 0 else f"{low}至{high}岁"

"""Conditions a payment limit is made of, each decided from facts of the claim, with what it took from the text."""

from __future__ import annotations

import re

from review.checks.lines.limit_ages import age, months
from review.checks.lines.limit_diseases import disease
from review.checks.lines.limit_facts import Condition, Facts, Outcome, Verdict, decided
from review.checks.lines.limit_words import limit_words
from review.checks.paperwork import STAYS
from review.claim.claim import CareKind, HospitalLevel
from review.rules.rule import RuleKind


def _fund(text: str, facts: Facts) -> Outcome | None:
    if "工伤保险" in text:
        return decided(RuleKind.SCHEME, holds=False, reason="仅限工伤保险基金支付", rest=text.replace("工伤保险", ""))
    if "生育保险" in text:
        holds, rest = facts.kind is CareKind.MATERNITY, text.replace("生育保险", "")
        return decided(RuleKind.SCHEME, holds=holds, reason="仅限生育保险，本单不是生育费用", rest=rest)
    return None


_LEVEL = re.compile(r"(二|三)级及以上医疗机构(?:的)?|三级医疗机构(?:的)?")
_RANK = {HospitalLevel.PRIMARY: 1, HospitalLevel.SECONDARY: 2, HospitalLevel.TERTIARY: 3}


def _level(text: str, facts: Facts) -> Outcome | None:
    found = _LEVEL.search(text)
    if found is None or "处方" in text:  # who prescribed first need not be who treated
        return None
    wanted = 2 if found[1] == "二" else 3
    rank = _RANK.get(facts.level)
    holds = None if rank is None else rank >= wanted
    name = {1: "一级"}.get(rank or 0, "二级")
    reason = f"限{found[0].removesuffix('的')}，本单医院为{name}"
    return decided(RuleKind.LEVEL, holds=holds, reason=reason, rest=_LEVEL.sub("", text))


_PLACE = re.compile(r"急诊(?:或|和|、)住院患者|住院患者方予支付|住院患者")


def _place(text: str, facts: Facts) -> Outcome | None:
    """Care in bed; an emergency may have been in bed or not, so it breaks nothing."""
    found = _PLACE.search(text)
    if found is None:
        return None
    emergency = facts.kind is CareKind.EMERGENCY
    holds = True if facts.kind in STAYS or (emergency and "急诊" in found[0]) else None if emergency else False
    return decided(RuleKind.PLACE, holds=holds, reason="限住院患者，本单为门诊", rest=_PLACE.sub("", text))


_COURSE = re.compile(r"[，,]?且?(?:单次住院)?(?:连续使用)?(?:最多支付|支付不超过|不超过)(\d{1,4})(天|个月)")
_LONGEST_MONTH = 31


def _course(text: str, facts: Facts) -> Outcome | None:
    found = _COURSE.search(text)
    if found is None:
        return None
    limit, rest = int(found[1]) * (1 if found[2] == "天" else _LONGEST_MONTH), _COURSE.sub("", text)
    if facts.drug_days is not None and facts.drug_days > limit:
        reason = f"支付不超过{found[1]}{found[2]}，本行为本单用药第{facts.drug_days}天"
        return Outcome(Verdict.BROKEN, reason, rest, RuleKind.COURSE)
    known = facts.drug_days if facts.drug_days is not None else facts.days
    return decided(RuleKind.COURSE, holds=True if known is not None and known <= limit else None, reason="", rest=rest)


_LISTS = re.compile(r"[、或]|和|及")
_EITHER = re.compile(r"女性|男性|妇女")


def _sex(text: str, facts: Facts) -> Outcome | None:
    """Sex, where the alternative names nothing else beside it; plain words of the right sex are taken from the text."""
    for sex, pattern in limit_words().sexes.items():
        if facts.sex is None or not pattern.search(text) or _LISTS.search(text):
            continue
        if facts.sex != sex:
            return Outcome(Verdict.BROKEN, f"限{sex}性，患者为{facts.sex}性", text, RuleKind.SEX)
        return Outcome(Verdict.MET, "", _EITHER.sub("", text))
    return None


CONDITIONS: tuple[Condition, ...] = (_fund, _level, _place, _course, months, age, _sex, disease)
"""Every condition, in the order the text is taken apart."""

"""Conditions a payment limit is made of, each decided from facts of the claim, with what it took from the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from review.checks.paperwork import STAYS
from review.claim.claim import CareKind, HospitalLevel

_ADULT = 18
_LIFETIME = 150


class Verdict(StrEnum):
    """``met``: it holds. ``open``: a person must tell. ``broken``: a fact of the claim speaks against it."""

    MET = "met"
    OPEN = "open"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the patient, the care and the drug.

    Attributes:
        age: full years on the first day of care, or None.
        sex: 男, 女, or None.
        days: calendar days of care, both ends counted, or None.
        drug_days: distinct days on which the drug was charged; None where lines bear no dates.
    """

    age: int | None = None
    sex: str | None = None
    level: HospitalLevel = HospitalLevel.NONE
    kind: CareKind = CareKind.INPATIENT
    diagnoses: tuple[str, ...] = ()
    days: int | None = None
    drug_days: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a condition gave, why (Chinese, for what is broken), and the text that is left to be understood."""

    verdict: Verdict
    reason: str
    rest: str


Condition = Callable[[str, Facts], Outcome | None]


def _decided(*, holds: bool | None, reason: str, rest: str) -> Outcome:
    verdict = Verdict.OPEN if holds is None else Verdict.MET if holds else Verdict.BROKEN
    return Outcome(verdict, reason, rest)


def _fund(text: str, facts: Facts) -> Outcome | None:
    if "工伤保险" in text:
        return _decided(holds=False, reason="仅限工伤保险基金支付", rest=text.replace("工伤保险", ""))
    if "生育保险" in text:
        holds = facts.kind is CareKind.MATERNITY
        return _decided(holds=holds, reason="仅限生育保险，本单不是生育费用", rest=text.replace("生育保险", ""))
    return None


_LEVEL = re.compile(r"(二|三)级及以上医疗机构(?:的)?|三级医疗机构")
_RANK = {HospitalLevel.PRIMARY: 1, HospitalLevel.SECONDARY: 2, HospitalLevel.TERTIARY: 3}


def _level(text: str, facts: Facts) -> Outcome | None:
    found = _LEVEL.search(text)
    if found is None or "处方" in text:  # who prescribed first need not be who treated
        return None
    wanted = 2 if found[1] == "二" else 3
    rank = _RANK.get(facts.level)
    holds = None if rank is None else rank >= wanted
    name = {1: "一级"}.get(rank or 0, "二级")
    return _decided(holds=holds, reason=f"限{found[0].removesuffix('的')}，本单医院为{name}", rest=_LEVEL.sub("", text))


_PLACE = re.compile(r"急诊(?:或|和|、)住院患者|住院患者方予支付|住院患者")


def _place(text: str, facts: Facts) -> Outcome | None:
    found = _PLACE.search(text)
    if found is None:
        return None
    emergency = "急诊" in found[0] and facts.kind is CareKind.EMERGENCY
    holds = emergency or facts.kind in STAYS
    return _decided(holds=holds, reason="限住院患者，本单为门诊" if not holds else "", rest=_PLACE.sub("", text))


_COURSE = re.compile(r"[，,]?(?:单次住院)?(?:最多支付|支付不超过)(\d+)天")


def _course(text: str, facts: Facts) -> Outcome | None:
    found = _COURSE.search(text)
    if found is None:
        return None
    limit, rest = int(found[1]), _COURSE.sub("", text)
    if facts.drug_days is not None and facts.drug_days > limit:
        return Outcome(Verdict.BROKEN, f"支付不超过{limit}天，本单用药{facts.drug_days}天", rest)
    known = facts.drug_days if facts.drug_days is not None else facts.days
    return _decided(holds=True if known is not None and known <= limit else None, reason="", rest=rest)


_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int]]], ...] = (
    (re.compile(r"(\d+)岁和\1岁以上|(\d+)岁及\2岁以上"), lambda m: (int(m[1] or m[2]), _LIFETIME)),
    (re.compile(r"(\d+)岁?[-~至][<＜]?(\d+)岁(?:以下)?(?:儿童|青少年)?"), lambda m: (int(m[1]), int(m[2]))),
    (re.compile(r"[≥>](\d+)周?岁(?:儿童|青少年)?"), lambda m: (int(m[1]), _LIFETIME)),
    (re.compile(r"(\d+)周?岁(?:及以上|以上|及其以上)的?(?:儿童|青少年)?"), lambda m: (int(m[1]), _LIFETIME)),
    (re.compile(r"(\d+)周?岁(?:以下|及以下)(?:儿童|青少年)?"), lambda m: (0, int(m[1]))),
    (re.compile(r"新生儿|婴幼儿|婴儿(?!痉挛|严重肌阵挛)"), lambda m: (0, 3)),  # noqa: ARG005 - a word, no number
    (re.compile(r"儿童|青少年|患儿"), lambda m: (0, _ADULT - 1)),  # noqa: ARG005 - a word, no number
    (re.compile(r"成人|成年"), lambda m: (_ADULT, _LIFETIME)),  # noqa: ARG005 - a word, no number
)


def _age(text: str, facts: Facts) -> Outcome | None:
    """Ages an alternative names are alternatives among themselves: 成人和5岁及以上儿童."""
    spans: list[tuple[int, int]] = []
    for pattern, span in _SPANS:
        spans += [span(match) for match in pattern.finditer(text)]
        text = pattern.sub("", text)
    if not spans:
        return None
    holds = None if facts.age is None else any(low <= facts.age <= high for low, high in spans)
    wanted = "或".join(_said(low, high) for low, high in _merged(spans))
    return _decided(holds=holds, reason=f"限{wanted}，患者{facts.age}岁", rest=text)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans joined where they touch, for people to read."""
    joined: list[tuple[int, int]] = []
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


_SEXES = (
    ("女", re.compile(r"女性|绝经|妇女|孕妇|妊娠|产后|分娩|子宫|卵巢|宫颈|外阴|阴道")),
    ("男", re.compile(r"男性|前列腺")),
)
_LISTS = re.compile(r"[、或]|和|及")


def _sex(text: str, facts: Facts) -> Outcome | None:
    """Sex, where the alternative names nothing else beside it; words of sex alone are taken from the text."""
    for sex, pattern in _SEXES:
        if pattern.search(text) and not _LISTS.search(text) and facts.sex is not None and facts.sex != sex:
            return Outcome(Verdict.BROKEN, f"限{sex}性，患者为{facts.sex}性", text)
    return None


_UNTOLD = re.compile(
    r"且|并|未|无法|不能|无效|二线|三线|一线|既往|经|联合|控制|首次|单独|效果|证据|重度|中度|急性|晚期|阳性|阴性|伴|时"
)
_UNSURE = re.compile(r"[?？]|待查|待排|可疑|排除|疑似")
_ALIKE = {
    "肿瘤": ("恶性肿瘤", "癌", "肉瘤", "白血病", "淋巴瘤", "骨髓瘤", "黑色素瘤"),
    "癌症": ("恶性肿瘤", "癌", "肉瘤", "白血病", "淋巴瘤", "骨髓瘤"),
    "艾滋病病毒感染": ("艾滋病", "HIV感染", "人类免疫缺陷病毒"),
    "脑梗塞": ("脑梗死", "脑梗塞"),
    "脑梗死": ("脑梗死", "脑梗塞"),
    "冠心病": ("冠心病", "冠状动脉粥样硬化性心脏病"),
    "缺血性心脑血管疾病": ("脑梗死", "脑梗塞", "冠心病", "心肌梗死", "心绞痛", "冠状动脉粥样硬化"),
    "肝炎": ("肝炎",),
}


def _disease(text: str, facts: Facts) -> Outcome | None:
    """A plain disease name, met where a diagnosis says so; never broken, for diagnoses may be incomplete."""
    if _UNTOLD.search(text):
        return None
    named = [n for part in re.split(r"[、或]", text) if (n := re.sub(r"^限?有?|的?患者|诊断|明确|使用|的$", "", part))]
    sure = [diagnosis for diagnosis in facts.diagnoses if not _UNSURE.search(diagnosis)]
    for name in named:
        words = _ALIKE.get(name, (name,))
        if any(word in diagnosis for word in words for diagnosis in sure):
            return Outcome(Verdict.MET, "", "")
    return None


CONDITIONS: tuple[Condition, ...] = (_fund, _level, _place, _course, _age, _sex, _disease)

"""Payment limits (限…) read clause by clause: met, broken, or open because only a person can tell.

A remark is a series of sentences that must all hold; a sentence may offer alternatives, of which one is enough; an
alternative holds when each of its conditions does. Whatever is not understood stays open: nothing is met by guessing,
and broken only by facts of the claim (age, sex, level of the hospital, kind of care, days).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from review.checks.lines.limit_conditions import CONDITIONS
from review.checks.lines.limit_facts import Facts, Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.rules.rule import RuleKind

__all__ = ["Facts", "Judgement", "Nature", "Verdict", "judge", "nature"]

_ALTERNATIVES = re.compile(r"；|(?:^|(?<=：))限?：?\d[.、]|或(?=生育保险)")
_SENTENCES = re.compile(r"。|；(?=支付不超过|最多支付|单次住院|连续使用|且|需)")
_CIRCLED = re.compile(r"[①-⑳]")
_WIDE = str.maketrans(",;:", "，；：")
_LIMITING = re.compile(r"^(限|支付不超过|最多支付|单次住院|连续使用|需经)")
_FILLER = re.compile(r"限|患者|病人|使用|治疗|时支付|方予支付|予以?支付|支付|[的用于有及和与或，,：:.、\s()（）]")

_EDGES = " 限：:，,；的"


class Nature(StrEnum):
    """What a remark is: ``limit`` of payment, ``indication`` only told, ``alone`` for herbs, or ``none``."""

    LIMIT = "limit"
    INDICATION = "indication"
    ALONE = "alone"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a remark.

    Attributes:
        reasons: why it is broken (Chinese).
        asks: the words of it that only a person can judge.
        about: what is broken, as the rule library calls it.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = field(default=())
    asks: tuple[str, ...] = field(default=())
    about: frozenset[RuleKind] = frozenset()


def nature(remark: str) -> Nature:
    """What kind of remark an entry bears."""
    remark = remark.strip()
    if not remark or remark == "◇" or remark.lstrip("“").startswith("不得纳入"):
        return Nature.NONE
    if remark.startswith("单独使用时不予支付"):
        return Nature.ALONE
    return Nature.LIMIT if _LIMITING.match(remark) else Nature.INDICATION


def judge(remark: str, facts: Facts) -> Judgement:
    """Whether the facts meet a payment limit as printed."""
    sentences = [s for s in _SENTENCES.split(_plain(remark)) if s]
    return _every(_sentence(sentence, facts) for sentence in sentences)


def _plain(remark: str) -> str:
    """The remark in one way of writing: plain digits and brackets, wide stops, no blanks, circled numbers as stops."""
    narrow = unicodedata.normalize("NFKC", _CIRCLED.sub("；", remark))
    return re.sub(r"\s", "", narrow).translate(_WIDE)


def _sentence(sentence: str, facts: Facts) -> Judgement:
    if not _LIMITING.match(sentence):
        return Judgement(Verdict.OPEN, asks=(sentence,))
    return _any([_alternative(a, facts) for a in _ALTERNATIVES.split(sentence) if a.strip("限：: ")])


def _alternative(text: str, facts: Facts) -> Judgement:
    outcomes: list[Outcome] = []
    for condition in CONDITIONS:
        found = condition(text, facts)
        if found is not None:
            outcomes.append(found)
            text = found.rest
    residual = _FILLER.sub("", text)
    verdicts = [outcome.verdict for outcome in outcomes] + ([Verdict.OPEN] if residual else [])
    broken = [o for o in outcomes if o.verdict is Verdict.BROKEN]
    about = frozenset(o.about for o in broken if o.about)
    asks = (text.strip(_EDGES),) if residual else ()
    return Judgement(_worst(verdicts), tuple(o.reason for o in broken), asks, about)


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    order = (Verdict.MET, Verdict.OPEN, Verdict.BROKEN)
    return max(verdicts, key=order.index, default=Verdict.OPEN)


def _every(judgements: Iterable[Judgement]) -> Judgement:
    found = tuple(judgements)
    reasons, asks = tuple(r for j in found for r in j.reasons), tuple(a for j in found for a in j.asks)
    return Judgement(_worst(j.verdict for j in found), reasons, asks, _union(found))


def _any(judgements: list[Judgement]) -> Judgement:
    verdicts = {j.verdict for j in judgements}
    if Verdict.MET in verdicts:
        return Judgement(Verdict.MET)
    if verdicts == {Verdict.BROKEN}:
        reasons = tuple(dict.fromkeys(r for j in judgements for r in j.reasons))
        return Judgement(Verdict.BROKEN, reasons, about=_union(judgements))
    return Judgement(Verdict.OPEN, asks=tuple(dict.fromkeys(a for j in judgements for a in j.asks)))


def _union(judgements: Iterable[Judgement]) -> frozenset[RuleKind]:
    return frozenset(kind for judgement in judgements for kind in judgement.about)

"""The settlement told in Chinese: every step for the auditor, a few plain sentences for the insured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from review.money import thousands
from review.packs.words import STATUSES
from review.policy.plain_words import plain_words
from review.policy.waterfall import percent
from review.policy.words import step_title
from review.policy.year_words import standing, year_sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from review.packs.stated import Parameter
    from review.policy.plain_words import PlainWords
    from review.policy.settlement import Settlement, Step

MOST = 6
"""Inputs of a step that are told; a step over hundreds of lines says how many there are more."""
_AMOUNT = re.compile(r"(?<![\d.,])\d{4,}\.\d\d(?!\d)")
_TIMES = re.compile(r"× (0\.\d+|0|1)(?![\d.])")
_RATIO = re.compile(r"(?<![\d.+-])0\.\d+(?![\d.])")
_POINTS = re.compile(r"([+-])(0\.\d+)")
FIRST = frozenset({"total", "self_paid", "over_limit", "advance_self_pay", "eligible"})
LAST = frozenset({"fund_total", "personal"})
LAYERS = {"serious_illness": "大病（大额）", "medical_aid": "医疗救助", "supplement": "补充保险"}
"""Titles of the layers of a settlement that was kept before packs named their own."""


class Audience(StrEnum):
    """Whom a settlement is explained to."""

    INSURED = "insured"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Chapter:
    """Steps that follow one another and belong together; ``first`` is the number of the first, from 1."""

    title: str
    first: int
    steps: tuple[Step, ...]

    @property
    def numbered(self) -> Iterator[tuple[int, Step]]:
        """The steps with their numbers in the whole trace."""
        return enumerate(self.steps, start=self.first)


def chapters(settlement: Settlement) -> tuple[Chapter, ...]:
    """The trace cut into chapters, in its own order: sorting the cost, the basic fund, each layer, the sums."""
    layers = {layer.id: layer.title for layer in settlement.layers} or LAYERS
    cut: list[Chapter] = []
    for number, step in enumerate(settlement.trace, start=1):
        title = _chapter(step.step, layers)
        if cut and cut[-1].title == title:
            cut[-1] = Chapter(title, cut[-1].first, (*cut[-1].steps, step))
        else:
            cut.append(Chapter(title, number, (step,)))
    return tuple(cut)


def _chapter(key: str, layers: Mapping[str, str]) -> str:
    if key in FIRST:
        return "费用归类"
    if key in LAST:
        return "合计"
    stem, _, _ = key.rpartition("_")
    return layers.get(stem, "基本医保")


def explain(settlement: Settlement, audience: Audience = Audience.AUDITOR) -> tuple[str, ...]:
    """Readable lines: for the auditor pack, accumulators, each step with figures and source, and what to mind."""
    told = _for_insured(plain_words(settlement)) if audience is Audience.INSURED else _for_auditor(settlement)
    return tuple(told)


def _for_auditor(settlement: Settlement) -> Iterator[str]:
    pack = settlement.pack
    yield f"政策包：{pack.title or pack.id}（{pack.id} {pack.version}，{STATUSES.get(pack.status, pack.status)}）"
    yield f"目录：{'、'.join(settlement.catalogue) or '案例自带等级'}"
    sums = tuple(year_sums(settlement))
    yield f"年度累计（本次之前）：{standing(settlement.before.stays, ((title, first) for title, first, _ in sums))}"
    yield f"累计数来源：{settlement.before.source or '未注明'}"
    for chapter in chapters(settlement):
        yield f"【{chapter.title}】"
        for number, step in chapter.numbered:
            yield from _step(number, step)
    yield f"年度累计（本次之后）：{standing(settlement.after.stays, ((title, then) for title, _, then in sums))}"
    yield from (f"注意：{warning}" for warning in settlement.warnings)


def _step(number: int, step: Step) -> Iterator[str]:
    yield f"{number}. {step_title(step)} {thousands(step.result)} 元 = {step.formula}"
    if step.inputs:
        yield f"   {inputs_told(step)}"
    yield from (f"   依据：{basis_told(used)}" for used in rested_on(step))


def inputs_told(step: Step) -> str:
    """The figures a step was reckoned from, in one line; ratios as percentages."""
    shown = list(step.inputs.items())[:MOST]
    more = f"；……共 {len(step.inputs)} 项" if len(step.inputs) > len(shown) else ""
    return "；".join(f"{name} {_figures(figures)}" for name, figures in shown) + more


def _figures(text: str) -> str:
    """Amounts with thousands separators, the ratio of a product as a percentage."""
    spaced = _AMOUNT.sub(lambda found: thousands(found[0]), text)
    return _TIMES.sub(lambda found: f"× {percent(Decimal(found[1]))}", spaced)


def rested_on(step: Step) -> tuple[Parameter, ...]:
    """The policy figures a step rests on, the chief one first."""
    return ((step.parameter,) if step.parameter else ()) + step.more


def basis_told(used: Parameter) -> str:
    """The policy figure a step rests on: name, value, since when, document, clause and standing."""
    grounds = " ".join(part for part in (used.document, used.clause) if part)
    since = f"{used.since} 起，" if used.since else ""
    return f"{used.name} {figure(used)}，{since}{grounds}（{STATUSES.get(used.status, used.status)}）"


def figure(used: Parameter) -> str:
    """The parameter's value; ratios as percentages, what is added to a ratio as points."""
    if "比例" in used.name and used.value in {"0", "1"}:
        return percent(Decimal(used.value))
    points = _POINTS.fullmatch(used.value)
    if points:
        return f"{points[1]}{percent(Decimal(points[2])).removesuffix('%')} 个百分点"
    return _RATIO.sub(lambda found: percent(Decimal(found[0])), used.value)


def _for_insured(words: PlainWords) -> Iterator[str]:
    yield words.opening
    yield from (f"· {one.title} {thousands(one.amount)} 元：{one.words}" for one in words.paid)
    if words.reasons:
        yield "为什么有一部分要自己付："
    for number, reason in enumerate(words.reasons, start=1):
        yield f"{number}. {reason.title} {thousands(reason.amount)} 元：{reason.words}"
        if reason.named:
            yield f"   {reason.named}"
    yield from (f"减：{one.title} {thousands(one.amount)} 元（{one.words}）" for one in words.relief)
    yield from (f"注意：{note}" for note in words.notes)

"""Payment limits of the articles on a claim (凡例第十一条): broken ones, and those a person must decide."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind, PaymentClass
from review.checks.finding import BESIDE, CheckContext, Finding, Severity
from review.checks.lines.figures import listed, paper_lines, relied_on
from review.checks.lines.limits import Facts, Judgement, Nature, Verdict, judge, nature
from review.checks.lines.ruled import kinds_of_rules
from review.checks.paperwork import call_line, day, decimal, line_place
from review.claim.paper import LineVerdict
from review.identity import sex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line

_READABLE = 120
_BASIS = "凡例第十一条：限定支付范围，支付前应核查相关证据"


def drug_limits(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines whose entry bears a payment limit that is not plainly met.

    What only a person can judge is asked once for an article: its further lines are clues, until one of them is taken
    out. Lines a person took out are told too: the finding stays beside the decision it led to.
    """
    judged = _judge_once(_facts(claim, context))
    for paid in (_paid(paper, context) for paper in paper_lines(claim)):
        limited = [(line, entry) for line, entry in paid if nature(entry.remark) is Nature.LIMIT]
        first = _asked_at(limited)
        for line, entry, of_course in _on_days(limited):
            facts, judgement = judged(entry.remark, of_course)
            if judgement.verdict is not Verdict.MET:
                found = _limit(line, entry, facts, judgement)
                if entry.kind is not EntryKind.DRUG:
                    found = replace(found, basis=f"目录限定支付范围：{listed(entry, context)}")
                if judgement.verdict is Verdict.OPEN and first.get(entry.id, line) is not line:
                    yield _again(found)
                else:
                    yield _beside(found, judgement) if _told(judgement, line, context) else found
        drugs = [(line, entry) for line, entry in paid if entry.kind is EntryKind.DRUG]
        yield from (_indication(line, e) for line, e in drugs if nature(e.remark) is Nature.INDICATION)


def _paid(paper: tuple[Line, ...], context: CheckContext) -> list[tuple[Line, Entry]]:
    matched = [(line, entry) for line in paper if (entry := context.entry(line.entry_id))]
    return [(line, entry) for line, entry in matched if entry.payment_class is not PaymentClass.C]


def _facts(claim: Claim, context: CheckContext) -> Facts:
    care = claim.care
    first, last = care.admitted, care.discharged
    return Facts(
        age=context.patient_age,
        sex=sex(claim.insured.id_number),
        level=care.hospital_level,
        kind=care.kind,
        diagnoses=care.diagnoses,
        days=(last - first).days + 1 if first and last else None,
    )


def _judge_once(known: Facts) -> Callable[[str, int | None], tuple[Facts, Judgement]]:
    """Judges a limit on a day of the drug's course, and remembers what it said: lines of one drug are many."""

    @cache
    def judged(remark: str, of_course: int | None) -> tuple[Facts, Judgement]:
        facts = replace(known, drug_days=of_course)
        return facts, judge(remark, facts)

    return judged


def _on_days(limited: list[tuple[Line, Entry]]) -> Iterator[tuple[Line, Entry, int | None]]:
    """Each line with the day of its drug's course it stands on: only what goes beyond a course breaks its limit."""
    by_entry: defaultdict[str, list[Line]] = defaultdict(list)
    for line, entry in limited:
        by_entry[entry.id].append(line)
    charged = {entry_id: _charged_days(lines) for entry_id, lines in by_entry.items()}
    for line, entry in limited:
        on = day(line.text("date"))
        yield line, entry, max(1, bisect_right(charged[entry.id], on)) if on and charged[entry.id] else None


def _charged_days(lines: list[Line]) -> list[date]:
    """Days on which more of a drug was charged than given back; none where a line bears no sure date or amount.

    None also where a single line holds several: it stands for the whole stay, and its day is the day it was booked.
    """
    if len(lines) == 1 and decimal(lines[0].text("quantity")) not in {None, Decimal(1)}:
        return []
    charged: defaultdict[date, Decimal] = defaultdict(Decimal)
    for line in lines:
        on, amount = day(line.text("date")), decimal(line.text("amount") or line.text("quantity") or "1")
        if on is None or amount is None or not relied_on([line], ("date",)):
            return []
        charged[on] += amount
    return sorted(on for on, amount in charged.items() if amount > 0)


def _limit(line: Line, entry: Entry, facts: Facts, judged: Judgement) -> Finding:
    broken = judged.verdict is Verdict.BROKEN
    return Finding(
        code="drug-limit" if entry.kind is EntryKind.DRUG else "item-limit",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="超出限定支付范围" if broken else "限定支付范围待核",
        message=_message(line, entry, facts, judged),
        advice=(
            "建议剔除该行，按全自费计算；确有依据的，请附证据并说明理由。"
            if broken
            else "请核对病历和检查检验证据：符合的说明依据后放行，不符合的剔除。"
        ),
        basis=_BASIS,
        values={
            "entry": entry.id,
            "limit": entry.remark,
            "verdict": judged.verdict,
            "reasons": "；".join(judged.reasons),
            "diagnoses": "；".join(facts.diagnoses),
        },
        place=line_place(line),
    )


def _told(judged: Judgement, line: Line, context: CheckContext) -> bool:
    """Whether the rule library limits the article in everything that is broken: its own findings ask for a decision."""
    return bool(judged.about) and judged.about <= kinds_of_rules(line, context)


def _beside(found: Finding, judged: Judgement) -> Finding:
    """The same as a clue; left out of what is shown where the library's findings stand on the same line."""
    values = {**found.values, BESIDE: " ".join(sorted(judged.about))}
    advice = "规则库就同一限定另有疑点，请一并处理。"
    return replace(found, severity=Severity.CLUE, advice=advice, values=values)


def _asked_at(limited: list[tuple[Line, Entry]]) -> dict[str, Line]:
    """The line at which an article is asked about; none of which a line was taken out, for then each line counts."""
    taken_out = {entry.id for line, entry in limited if line.verdict is LineVerdict.EXCLUDE}
    return {entry.id: line for line, entry in reversed(limited) if entry.id not in taken_out}


def _again(found: Finding) -> Finding:
    advice = "同一品种随首次出现的一行处理：那一行放行的不必再答；那一行剔除后，各行都须处理。"
    return replace(found, severity=Severity.CLUE, advice=advice)


def _message(line: Line, entry: Entry, facts: Facts, judged: Judgement) -> str:
    said = f"{call_line(line)}按“{entry.name}”支付，目录规定：{_brief(entry.remark)}"
    if judged.verdict is Verdict.BROKEN:
        return f"{said}；与本单不符：{'；'.join(judged.reasons)}。"
    asked = "；".join(judged.asks)
    part = f"“{_brief(asked)}”" if 0 < len(asked) < len(entry.remark.strip("限。")) else ""
    return f"{said}；本单诊断：{'、'.join(facts.diagnoses) or '未填'}，{part}是否符合须由人判断。"


def _brief(remark: str) -> str:
    return remark.rstrip("。") if len(remark) <= _READABLE else f"{remark[:_READABLE]}……（全文见目录）"


def _indication(line: Line, entry: Entry) -> Finding:
    return Finding(
        code="drug-indication",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="目录载有适应症",
        message=f"{call_line(line)}按“{entry.name}”支付，目录备注：{_brief(entry.remark)}。",
        advice="请留意诊断与适应症是否相符。",
        basis=_BASIS,
        values={"entry": entry.id},
        place=line_place(line),
    )

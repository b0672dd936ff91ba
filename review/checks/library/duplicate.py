"""Articles charged beside another one that contains them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import applied, hit, ruled
from review.checks.paperwork import day
from review.rules.book import alike, coded_forms, name_forms
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.rules.rule import Rule

Pair = tuple["Line", "Line", "Rule"]


def duplicate(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines that another line of the same day or visit contains by the library; the contained one is told."""
    wholes = list(ruled(claim, context, RuleKind.DUPLICATE))
    parts = _by_mark(claim, context) if wholes else {}
    told: set[int] = set()
    for whole, rule in wholes:
        for part in _parts(rule, parts):
            severity = _severity(claim, (whole, part, rule))
            if part.id not in told and part.id != whole.id and severity:
                told.add(part.id)
                yield _finding((whole, part, rule), context, severity)


def _by_mark(claim: Claim, context: CheckContext) -> Mapping[str, list[Line]]:
    """The lines charged and not given back under every code and name by which a rule may mean them."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for article in applied(claim, context).charging:
        line, entry = article.line, article.entry
        codes = (line.text("code"), entry.code if entry else "")
        names = (line.text("name"), entry.name if entry else "")
        marks = (*(m for c in codes for m in coded_forms(c)), *(m for n in names for m in name_forms(n)))
        for mark in dict.fromkeys(marks):
            found[mark].append(line)
    return found


def _parts(rule: Rule, marked: Mapping[str, list[Line]]) -> Iterator[Line]:
    """Lines a rule says are contained; a code is believed where the names are alike."""
    named = marked.get(normalise(rule.other_name), [])
    coded = [x for c in rule.other_codes for x in marked.get(c, ()) if alike(rule.other_name, x.text("name"))]
    yield from {line.id: line for line in (*named, *coded)}.values()


def _severity(claim: Claim, pair: Pair) -> Severity | None:
    """How plainly two lines stand within a rule's span; None where they do not, or where a day is missing."""
    whole, part, rule = pair
    days = _day(claim, whole), _day(claim, part)
    if rule.span == "visit":
        return Severity.CLUE if None not in days and days[0] != days[1] else Severity.DECISION
    if None in days or days[0] != days[1]:
        return None
    return Severity.DECISION if rule.span == "day" and not _moved(claim, pair) else Severity.CLUE


def _day(claim: Claim, line: Line) -> date | None:
    """The day of a line; of a line without one, the day of care where that is a single one."""
    care = claim.care
    single = care.admitted if care.discharged in {None, care.admitted} else None
    return day(line.text("date")) or single


def _moved(claim: Claim, pair: Pair) -> bool:
    """Whether the contained article also stands on days without the other: perhaps the patient moved on that day."""
    whole, part, _ = pair
    days = [{day(x.text("date")) for x in claim.charge_lines if _same(x, one)} for one in (whole, part)]
    return bool(days[1] - days[0])


def _same(one: Line, other: Line) -> bool:
    return normalise(one.text("name")) == normalise(other.text("name"))


def _finding(pair: Pair, context: CheckContext, severity: Severity) -> Finding:
    whole, part, rule = pair
    on = part.text("date")
    fact = f"与第{whole.position + 1}行“{whole.text('name')}”{f'同在{on}' if on else '同在本次就诊'}收费"
    return hit(part, rule, context, fact, severity)

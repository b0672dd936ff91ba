"""Articles charged beside another one that contains them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import applied, hit
from review.rules.book import alike, coded_forms, name_forms
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from review.checks.library.applied import Applied, Article
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.rules.rule import Rule

    Pair = tuple[Severity, Line, Line, Rule]
    Days = Mapping[int, date | None]


def duplicate(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines that another line of the same day or visit contains by the library; the contained one is told once.

    Only lines of one paper are held against each other: a summary and a daily list of one stay say the same twice.
    """
    known = applied(claim, context)
    for paper in known.charging:
        days = {article.line.id: _day(claim, known, article.line) for article in paper}
        for severity, whole, part, rule in _in_paper(paper, days).values():
            booked = rule.span != "visit" and id(part) in known.booked
            yield _finding((Severity.CLUE if booked else severity, whole, part, rule), context)


def _in_paper(paper: tuple[Article, ...], days: Days) -> dict[int, Pair]:
    """The plainest pair for each contained line."""
    wholes: defaultdict[Rule, dict[date | None, Line]] = defaultdict(dict)
    for article in paper:
        for rule in article.rules:
            if rule.kind is RuleKind.DUPLICATE:
                wholes[rule].setdefault(days[article.line.id], article.line)
    marked = _by_mark(paper) if wholes else {}
    told: dict[int, Pair] = {}
    for rule, held in wholes.items():
        for pair in _pairs(rule, held, _parts(rule, marked), days):
            before = told.get(pair[2].id)
            if before is None or (before[0], pair[0]) == (Severity.CLUE, Severity.DECISION):
                told[pair[2].id] = pair
    return told


def _by_mark(paper: tuple[Article, ...]) -> Mapping[str, list[Line]]:
    """The lines under every code and name by which a rule may mean them."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for article in paper:
        line, entry = article.line, article.entry
        codes = (line.text("code"), entry.code if entry else "")
        names = (line.text("name"), entry.name if entry else "")
        marks = (*(m for c in codes for m in coded_forms(c)), *(m for n in names for m in name_forms(n)))
        for mark in dict.fromkeys(marks):
            found[mark].append(line)
    return found


def _parts(rule: Rule, marked: Mapping[str, list[Line]]) -> tuple[Line, ...]:
    """Lines a rule says are contained; a code is believed where the names are alike."""
    named = marked.get(normalise(rule.other_name), [])
    coded = [x for c in rule.other_codes for x in marked.get(c, ()) if alike(rule.other_name, x.text("name"))]
    return tuple({line.id: line for line in (*named, *coded)}.values())


def _pairs(rule: Rule, wholes: Mapping[date | None, Line], parts: tuple[Line, ...], days: Days) -> Iterator[Pair]:
    """Each contained line with the whole it stands beside within the rule's span, and how plainly it does."""
    moved = bool({days[part.id] for part in parts} - wholes.keys())
    for part in parts:
        on = days[part.id]
        beside = wholes.get(on) if on or rule.span == "visit" else None
        whole = beside or (next(iter(wholes.values())) if rule.span == "visit" else None)
        if whole and whole.id != part.id:
            plain = beside is not None or None in wholes or on is None
            yield _severity(rule, plain=plain, moved=moved), whole, part, rule


def _severity(rule: Rule, *, plain: bool, moved: bool) -> Severity:
    """A decision; a clue where days of a visit differ, hours cannot be told, or the patient perhaps moved that day."""
    if rule.span == "visit":
        return Severity.DECISION if plain else Severity.CLUE
    return Severity.DECISION if rule.span == "day" and not moved else Severity.CLUE


def _day(claim: Claim, known: Applied, line: Line) -> date | None:
    """The day of a line; of a line without one, the day of care where that is a single one."""
    care = claim.care
    single = care.admitted if care.discharged in {None, care.admitted} else None
    return known.day(line) or single


def _finding(pair: Pair, context: CheckContext) -> Finding:
    severity, whole, part, rule = pair
    return hit(
        part, rule, context, f"与第{whole.position + 1}行“{whole.text('name')}”{_when(whole, part)}收费", severity
    )


def _when(whole: Line, part: Line) -> str:
    days = whole.text("date"), part.text("date")
    if days[0] == days[1] != "":
        return f"同在{days[1]}"
    return f"同次就诊（{'、'.join(days)}）" if all(days) else "同次就诊"

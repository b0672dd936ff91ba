"""What the checks of this room share: which rules a line falls under, what was charged when, how a hit is told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE, PaymentClass
from review.catalogue.names import normalise
from review.checks.finding import Finding, Severity
from review.checks.library.wording import ADVICE, TITLES
from review.checks.paperwork import STAYS, call_line, charge_papers, day, decimal, kept, line_place
from review.rules.rule import RuleKind
from review.rules.saying import contained, said
from review.rules.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from review.catalogue.entry import Entry
    from review.checks.finding import CheckContext
    from review.claim.claim import Claim
    from review.claim.paper import Line, Value
    from review.rules.rule import Rule

ZERO = Decimal(0)
_LIBRARY = "国家医保基金智能监管规则库（两库）"
_ADDED = "加收"
_BOOKED = 5
"""From so many lines on, a paper of a stay whose lines bear one day bears the day of booking (assumed: 按经验)."""
_OWN = "本机构导入的规则"


@dataclass(frozen=True, slots=True)
class Charged:
    """The lines of one paper that fall under one rule: how many on each day, and how many without a day.

    ``elsewhere`` are the days on which other claims of the person have the article, with the number of the claim;
    ``booked`` says that the days may be those of booking only.
    """

    rule: Rule
    lines: tuple[Line, ...]
    by_day: Mapping[date, Decimal]
    undated: Decimal
    elsewhere: Mapping[date, str]
    booked: bool

    @property
    def total(self) -> Decimal:
        """How many in all, refunds taken off."""
        return self.undated + sum(self.by_day.values(), ZERO)

    def first_on(self, on: date) -> Line:
        """The first line of a day, else the first of all."""
        return next((line for line in self.lines if day(line.text("date")) == on), self.lines[0])


@dataclass(frozen=True, slots=True)
class Article:
    """A line, the entry it stands for, and the rules for what it is; none while that is in doubt, or nothing is paid.

    Lines a person took out are looked at too: the finding stays beside the decision it led to.
    """

    line: Line
    entry: Entry | None
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """What is worked out once for all checks of this room.

    Attributes:
        papers: each line with its rules.
        standing: which lines charge something, of articles that were not given back in full.
        days: the day of each line that has a plain one.
        booked: which lines may bear the day of booking only.
        past: the days on which other claims fall under a rule, with the number of the claim.
    """

    papers: tuple[tuple[Article, ...], ...]
    standing: frozenset[int]
    days: Mapping[int, date]
    booked: frozenset[int]
    past: Mapping[Rule, Mapping[date, str]]

    @property
    def charging(self) -> Iterator[tuple[Article, ...]]:
        """Paper by paper, the lines that charge something, of articles that were not given back in full."""
        return (tuple(article for article in paper if id(article.line) in self.standing) for paper in self.papers)

    def day(self, line: Line) -> date | None:
        """The day of a line; None where it bears none, or one that is in doubt."""
        return self.days.get(id(line))


def applied(claim: Claim, context: CheckContext) -> Applied:
    """The rules of each line of the claim; worked out by the first check that asks."""
    held = context.shared.get("library")
    if held is None or held[0] is not claim:
        papers = tuple(tuple(_article(line, context) for line in kept(paper)) for paper in charge_papers(claim))
        held = context.shared["library"] = claim, Applied(papers, _standing(claim), *_days(claim), _past(context))
    found: Applied = held[1]
    return found


def _article(line: Line, context: CheckContext) -> Article:
    entry = context.entry(line.entry_id) if line.entry_id else None
    unpaid = line.entry_id == OUTSIDE or (entry is not None and entry.payment_class is PaymentClass.C)
    if unpaid or (entry is None and _asks(line.values.get("name"))):
        return Article(line, entry, ())
    code = "" if _asks(line.values.get("code")) else line.text("code")
    return Article(line, entry, context.rules.rules_for(code, entry, line.text("name")))


def _standing(claim: Claim) -> frozenset[int]:
    amounts = [(line, line.entry_id or normalise(line.text("name")), _amount(line)) for line in claim.charge_lines]
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for _, article, amount in amounts:
        sums[article] += amount
    return frozenset(id(line) for line, article, amount in amounts if amount > 0 and sums[article] > 0)


def _days(claim: Claim) -> tuple[dict[int, date], frozenset[int]]:
    """The days of the lines, and the lines of papers that book a whole stay on one day."""
    first, last = claim.care.admitted, claim.care.discharged
    long = claim.care.kind in STAYS and first != last
    days: dict[int, date] = {}
    booked: set[int] = set()
    for paper in charge_papers(claim):
        plain = (line for line in kept(paper) if not _asks(line.values.get("date")))
        dated = {id(line): on for line in plain if (on := day(line.text("date")))}
        days |= dated
        if long and len(dated) >= _BOOKED and len(set(dated.values())) == 1:
            booked |= dated.keys()
    return days, frozenset(booked)


def _past(context: CheckContext) -> Mapping[Rule, Mapping[date, str]]:
    found: defaultdict[Rule, dict[date, str]] = defaultdict(dict)
    for charge in context.past.charges:
        if charge.quantity > 0:
            for rule in context.rules.rules_for("", context.entry(charge.entry_id), charge.name):
                found[rule][charge.day] = charge.claim
    return found


def ruled(claim: Claim, context: CheckContext, kind: RuleKind) -> Iterator[tuple[Line, Rule]]:
    """Lines that were charged and not given back, each with the rules of a kind for its article."""
    articles = (article for paper in applied(claim, context).charging for article in paper)
    return ((article.line, rule) for article in articles for rule in article.rules if rule.kind is kind)


def charged(claim: Claim, context: CheckContext, kind: RuleKind) -> Iterator[Charged]:
    """Each rule of a kind with its lines, paper by paper: a summary and a daily list of one stay are not added up.

    Lines whose day or number is in doubt wait; additions to a price count nothing. Where all of a stay stands on one
    line, the line's day is the day it was booked, and says nothing.
    """
    known, stay = applied(claim, context), claim.care.kind in STAYS
    for paper in known.papers:
        lines: defaultdict[Rule, list[Line]] = defaultdict(list)
        for line, rule in ((article.line, rule) for article in paper for rule in article.rules if rule.kind is kind):
            if not any(_asks(line.values.get(key)) for key in ("date", "quantity")) and not _is_added(line, rule):
                lines[rule].append(line)
        for rule, held in lines.items():
            dated = [(line, known.day(line) if not stay or len(held) > 1 or _is_one(line) else None) for line in held]
            by_day, undated = _counted(dated)
            booked = any(id(line) in known.booked for line in held)
            yield Charged(rule, tuple(held), by_day, undated, known.past.get(rule, {}), booked)


def _is_added(line: Line, rule: Rule) -> bool:
    return _ADDED in line.text("name") and _ADDED not in rule.name


def _is_one(line: Line) -> bool:
    return decimal(line.text("quantity")) == 1


def _counted(lines: list[tuple[Line, date | None]]) -> tuple[Mapping[date, Decimal], Decimal]:
    """How many were charged on each day, and without one; what was given back is taken off."""
    by_day: defaultdict[date, Decimal] = defaultdict(Decimal)
    undated = ZERO
    for line, on in lines:
        number = decimal(line.text("quantity")) or ZERO
        if on is None:
            undated += number
        else:
            by_day[on] += number
    return _kept_days(by_day, min(undated, ZERO)), max(undated, ZERO)


def _kept_days(by_day: Mapping[date, Decimal], given_back: Decimal) -> dict[date, Decimal]:
    """The days in order with what was charged on each; what later days or undated lines give back is taken off."""
    back = -given_back - sum((n for n in by_day.values() if n < 0), ZERO)
    found: dict[date, Decimal] = {}
    for on in sorted((on for on, n in by_day.items() if n > 0), reverse=True):
        taken = min(back, by_day[on])
        back -= taken
        if by_day[on] > taken:
            found[on] = by_day[on] - taken
    return dict(sorted(found.items()))


def _asks(value: Value | None) -> bool:
    return value is not None and value.standing.asks


def _amount(line: Line) -> Decimal:
    """What a line charges, or one where it says nothing readable; less than nothing is given back."""
    printed = decimal(line.text("amount"))
    number = decimal(line.text("quantity")) if printed is None else printed
    return Decimal(1) if number is None else number


def is_birth(claim: Claim) -> bool:
    """Whether the diagnoses speak of a birth, so that mother's and child's articles may stand in one paper."""
    return any(word in diagnosis for word in words("birth")["words"] for diagnosis in claim.care.diagnoses)


def hit(line: Line, rule: Rule, context: CheckContext, fact: str, severity: Severity) -> Finding:
    """A finding that a line falls under a rule; ``fact`` is what was found (Chinese)."""
    limited = contained(rule) if rule.kind is RuleKind.DUPLICATE else said(rule)
    return Finding(
        code=f"rule-{rule.kind}",
        severity=severity,
        subject=f"line:{line.id}",
        title=TITLES[rule.kind],
        message=f"{call_line(line)}：规则库{limited}，{fact}。",
        advice=ADVICE[rule.kind],
        basis=f"{_source(rule, context)}：“{rule.name}”{said(rule)}",
        values={"rule": rule.id, "limited": limited, "fact": fact},
        place=line_place(line),
    )


def _source(rule: Rule, context: CheckContext) -> str:
    """Where a rule stands: library or own table, its title, the day it came out, and the row."""
    batch = context.rules.batch(rule.batch)
    if batch is None:
        return _LIBRARY
    published = f"（{batch.published}公布）" if batch.published else ""
    row = rule.id.rpartition("/")[2].rpartition(".")[2]
    return f"{_LIBRARY if batch.shipped else _OWN}{batch.title}{published}第{row}行"


def names(lines: Iterable[Line]) -> str:
    """The names of lines, each once."""
    return "、".join(dict.fromkeys(f"“{line.text('name')}”" for line in lines))

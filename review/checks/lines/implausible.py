"""Services that patients of this sex or age do not have: a woman of 75 billed for an abortion (policy §2.7)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, relied_on
from review.checks.lines.limit_words import CHECK_WORDS
from review.checks.lines.ruled import kinds_of_rules
from review.checks.paperwork import call_line, line_place, paid_lines
from review.identity import sex
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_NURSLING = 2


@dataclass(frozen=True, slots=True)
class Article:
    """Services told by words of their names, whose patients are of a sex (or empty) and within these full years."""

    what: str
    words: re.Pattern[str]
    unless: re.Pattern[str]
    sex: str
    youngest: int
    oldest: int

    def named(self, name: str) -> bool:
        """Whether a printed name is one of these services."""
        return bool(self.words.search(name)) and not self.unless.search(name)


@cache
def articles() -> tuple[Article, ...]:
    """The services of resources/checks/plausible.toml; read once."""
    found = tomllib.loads((CHECK_WORDS / "plausible.toml").read_text(encoding="utf-8"))["articles"]
    return tuple(
        Article(a["what"], re.compile(a["words"]), re.compile(a["unless"]), a["sex"], a["from"], a["to"]) for a in found
    )


def implausible(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid services whose patients are of another sex or age; a nursling's claim may hold its mother's care.

    What the rule library limits in the same way is left to it.
    """
    age = context.patient_age
    if age is not None and age < _NURSLING:
        return
    own = sex(claim.insured.id_number)
    for line in paid_lines(claim):
        article = next((a for a in articles() if a.named(line.text("name"))), None)
        if article is None or not _is_service(line, context):
            continue
        if against := _against(article, own, age, kinds_of_rules(line, context)):
            yield _finding(line, article, against)


def _is_service(line: Line, context: CheckContext) -> bool:
    entry = context.entry(line.entry_id)
    return (
        entry is not None and entry.kind is EntryKind.SERVICE and amount_of(line) > 0 and relied_on([line], ("name",))
    )


def _against(article: Article, own: str | None, age: int | None, told: frozenset[RuleKind]) -> str:
    """What speaks against the service for this patient (Chinese), or nothing."""
    if article.sex and own and own != article.sex and RuleKind.SEX not in told:
        return f"患者为{own}性"
    if age is not None and not article.youngest <= age <= article.oldest and RuleKind.AGE not in told:
        return f"患者{age}岁"
    return ""


def _finding(line: Line, article: Article, against: str) -> Finding:
    return Finding(
        code="implausible",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="项目与患者性别或年龄不合常情",
        message=f"{call_line(line)}是{article.what}的项目，{against}。",
        advice="请核对名称是否识别有误、是否混入他人的清单，并对照病历；不是本人的费用请剔除。",
        basis="项目名称与患者性别、年龄（按经验，供人判断）",
        values={"name": line.text("name"), "against": against},
        place=line_place(line),
    )

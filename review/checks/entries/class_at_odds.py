"""A printed class at odds with its own paper: with the ratio beside it, or with the same article elsewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.catalogue.entry import PaymentClass
from review.catalogue.names import normalise
from review.checks.entries.printed_class import class_of_ratio, class_of_word
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, charge_papers, kept, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_HABIT = 10
"""Lines that agree for each that does not: fewer, and the hospital simply prints so (按经验)."""
_PAID = {PaymentClass.A, PaymentClass.B}
_KEYS = ("insurance_class", "self_pay_ratio")
_BASIS = "同一份材料中类别与自付比例、同一项目的类别应一致"


def class_at_odds(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Lines whose class was perhaps changed (乙 made 甲, policy §2.7): few among many that agree.

    Class 丙 beside another is left alone: the same drug is paid for one illness and not for another.
    """
    for document in charge_papers(claim):
        lines = [line for line in kept(document) if _read(line)]
        odd = [line for line in lines if {class_of_word(line), class_of_ratio(line)} == _PAID]
        if len(odd) * _HABIT < sum(class_of_ratio(line) is not None for line in lines):
            yield from map(_against_ratio, odd)
        yield from _against_others(lines)


def _read(line: Line) -> bool:
    asks = any(cell.standing.asks for key in _KEYS if (cell := line.values.get(key)))
    return class_of_word(line) is not None and not asks


def _against_others(lines: list[Line]) -> Iterator[Finding]:
    """Articles printed as 甲 in one line and as 乙 in another."""
    by_article: defaultdict[tuple[str, str, str], dict[PaymentClass, list[Line]]] = defaultdict(dict)
    for line in lines:
        article = normalise(line.text("name")), line.text("spec"), line.text("unit_price")
        if (printed := class_of_word(line)) in _PAID and article[0]:
            by_article[article].setdefault(printed, []).append(line)
    both = [classes for classes in by_article.values() if len(classes) > 1]
    if len(both) * _HABIT < len(by_article):
        for classes in both:
            seldom, often = sorted(classes.values(), key=len)
            yield _against_article(seldom[0], often[0])


def _against_ratio(line: Line) -> Finding:
    return _finding(
        line,
        f"{call_line(line)}票面类别为“{line.text('insurance_class')}”，自付比例为{line.text('self_pay_ratio')}，两者不符。",
        {key: line.text(key) for key in _KEYS},
    )


def _against_article(line: Line, other: Line) -> Finding:
    here, there = line.text("insurance_class"), other.text("insurance_class")
    said = f"{call_line(line)}票面类别为“{here}”，同一项目在{call_line(other)}为“{there}”。"
    return _finding(line, said, {"class": here, "other": there})


def _finding(line: Line, message: str, values: dict[str, str]) -> Finding:
    return Finding(
        code="class-at-odds",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="票面类别前后不一",
        message=message,
        advice="请对照原件看类别一栏有无改动；支付仍按参保地目录的类别。",
        basis=_BASIS,
        values=values,
        place=place((line.values.get("insurance_class"), line.values.get("name"))),
    )

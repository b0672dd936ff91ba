"""A class changed on one line is at odds with its ratio or with its twins; a hospital's own habit is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.checks.entries.class_at_odds import class_at_odds
from review.checks.entries.printed_class import class_of_ratio
from review.checks.finding import CheckContext, Severity
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]


def printed(word: str, ratio: str = "", name: str = "样例片", **changes: Any) -> Line:
    return a_line(name, insurance_class=word, self_pay_ratio=ratio, **changes)


def found(context: Context, *lines: Line) -> list[Finding]:
    return list(class_at_odds(a_claim(a_statement(*lines)), context()))


def agreeing(count: int) -> list[Line]:
    """Lines of different articles whose class and ratio go together."""
    return [printed("乙", "0.10", f"样例{number}") for number in range(count)]


@pytest.mark.parametrize(("ratio", "expected"), [("10%", "B"), ("0%", "A"), ("100%", "C"), ("-0.1", None), ("7", None)])
def test_ratios_are_shares_or_percent(ratio: str, expected: str | None) -> None:
    assert class_of_ratio(printed("", ratio)) == expected


def test_a_class_made_better_than_its_ratio_asks_for_a_look(context: Context) -> None:
    changed = printed("甲", "0.10", "样例注射液")
    (finding,) = found(context, *agreeing(12), changed)
    assert (finding.code, finding.severity) == ("class-at-odds", Severity.DECISION)
    assert finding.subject == f"line:{changed.id}"
    assert "类别为“甲”，自付比例为0.10" in finding.message


def test_lines_that_agree_are_silent(context: Context) -> None:
    assert not found(context, *agreeing(30), printed("甲", "0.00", "样例注射液"))


def test_what_a_hospital_prints_throughout_is_silent(context: Context) -> None:
    assert not found(context, *agreeing(12), *(printed("甲", "0.05", f"项目{n}") for n in range(4)))


def test_one_article_in_two_classes_is_a_clue_at_the_seldom_one(context: Context) -> None:
    usual = [printed("乙", name="样例注射液", unit_price="5.00") for _ in range(3)]
    changed = printed("甲", name="样例注射液", unit_price="5.00")
    (finding,) = found(context, *agreeing(12), *usual, changed)
    assert finding.subject == f"line:{changed.id}"
    assert "为“乙”" in finding.message


def test_one_name_at_two_prices_may_be_two_products(context: Context) -> None:
    two = [printed("甲", name="样例注射液", unit_price="5.00"), printed("乙", name="样例注射液", unit_price="50.00")]
    assert not found(context, *agreeing(12), *two)


def test_the_same_drug_unpaid_for_another_illness_is_silent(context: Context) -> None:
    two = [printed("甲", name="样例注射液"), printed("丙", name="样例注射液"), printed("甲", "1.00", "样例片")]
    assert not found(context, *agreeing(12), *two)


def test_a_class_in_doubt_waits(context: Context) -> None:
    assert not found(context, *agreeing(12), printed("甲", "0.10", "样例注射液", standing=Standing.DOUBTFUL))


def test_lines_without_class_are_silent(context: Context) -> None:
    assert not found(context, *(a_line(f"样例{n}") for n in range(20)))

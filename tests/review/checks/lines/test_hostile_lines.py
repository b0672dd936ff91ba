"""Whatever a line prints, the checks of lines and entries answer with findings and never fail."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.catalogue.entry import OUTSIDE
from review.checks import entries, lines
from review.claim.claim import CareKind, HospitalLevel
from review.claim.paper import LineVerdict, Standing
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import CheckContext, Finding
    from review.claim.claim import Claim
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

CHECKS = (*lines.CHECKS, *entries.CHECKS)
FIGURES = "|NaN|-Infinity|1e999|1E-9|-0|0|-5|999999999999|1900-01-01|9999-12-31|150%"
WORDS = "(((|床位费|心电监测|小时|盒|0.5g*9999片*999板*999盒|甲|(6岁及以下)|全身麻醉|退-| "
ODD = st.sampled_from([*FIGURES.split("|"), *WORDS.split("|")])
DAYS = st.sampled_from([None, date(1, 1, 1), date(1900, 1, 1), date(2025, 3, 1), date(9999, 12, 31)])
KEYS = ("date", "code", "spec", "unit", "quantity", "unit_price", "amount", "insurance_class", "self_pay_ratio")
ENTRIES = ("", OUTSIDE, "nowhere/1", "nrdl-2024/X312", "nrdl-2024/X1138", "nrdl-2024/P667", "services-demo/120400006")


@st.composite
def odd_lines(draw: st.DrawFn) -> Line:
    """A line of odd cells, some of them missing."""
    cells: dict[str, Any] = draw(st.dictionaries(st.sampled_from(KEYS), ODD, max_size=len(KEYS)))
    return a_line(
        draw(ODD),
        standing=draw(st.sampled_from(Standing)),
        entry_id=draw(st.sampled_from(ENTRIES)),
        verdict=draw(st.sampled_from(LineVerdict)),
        removed=draw(st.booleans()),
        **cells,
    )


@st.composite
def odd_claims(draw: st.DrawFn) -> Claim:
    """A claim of odd lines and odd days of care."""
    care = a_care(
        kind=draw(st.sampled_from(CareKind)),
        hospital_level=draw(st.sampled_from(HospitalLevel)),
        admitted=draw(DAYS),
        discharged=draw(DAYS),
        diagnoses=tuple(draw(st.lists(ODD, max_size=2))),
    )
    charged = draw(st.lists(odd_lines(), max_size=12))
    return a_claim(a_receipt(total_amount=draw(ODD)), a_statement(*charged), care=care)


def every(claim: Claim, context: CheckContext) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(claim, context)]


@given(claim=odd_claims(), age=st.sampled_from([None, 0, 40, 150]))
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_lines_never_stop_a_check(context: Context, claim: Claim, age: int | None) -> None:
    for finding in every(claim, context(patient_age=age)):
        assert finding.message.endswith("。")
        assert finding.advice.endswith("。")
        assert finding.title
        assert finding.basis


@given(claim=odd_claims())
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_claim_gives_the_same_findings(context: Context, claim: Claim) -> None:
    assert every(claim, context()) == every(claim, context())


def test_a_claim_without_lines_gives_no_finding_about_lines(context: Context) -> None:
    empty = a_claim(a_receipt(), a_statement(a_line(removed=True)))
    assert not [f for check in lines.CHECKS for f in check(empty, context())]


@pytest.mark.parametrize("count", [1000])
def test_a_thousand_lines_are_told_line_by_line(context: Context, count: int) -> None:
    many = [a_line("水合氯醛灌肠剂", entry_id="nrdl-2024/X1138", amount="1.00", position=n) for n in range(count)]
    assert len([f for f in every(a_claim(a_statement(*many)), context()) if f.code == "drug-limit"]) == count

"""Far more of a drug than the days allow is a clue; usual boxes to take home are not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.drug_amounts import counted_in, drug_amounts
from review.checks.lines.herbs_alone import SECTION
from review.claim.claim import CareKind
from review.claim.paper import Standing
from tests.builders import ADMITTED, a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]


def found(
    context: Context,
    *quantities: str,
    entry: dict[str, Any] | None = None,
    kind: CareKind = CareKind.INPATIENT,
    **cells: Any,
) -> list[Finding]:
    """What the check says of lines of one drug in eleven days of care, or on one visit."""
    usual: dict[str, Any] = {
        "id": "list/1",
        "edition_id": "list",
        "kind": EntryKind.DRUG,
        "official_no": "1",
        "name": "二甲双胍",
        "payment_class": PaymentClass.A,
    }
    listed = Entry(**(usual | (entry or {})))
    box: dict[str, Any] = {"spec": "0.5g*60片", "unit": "盒", "amount": "20.00"}
    lines = [a_line("二甲双胍片", entry_id="list/1", quantity=q, **(box | cells)) for q in quantities]
    care = (
        a_care(kind=kind) if kind is CareKind.INPATIENT else a_care(kind=kind, admitted=ADMITTED, discharged=ADMITTED)
    )
    return list(drug_amounts(a_claim(a_statement(*lines), care=care), context(entry=lambda _: listed)))


@pytest.mark.parametrize(
    ("spec", "unit", "expected"),
    [
        ("0.5g*60片", "盒", ("片", 60)),
        ("10mg×7片×2板/盒", "盒", ("片", 14)),
        ("0.25g", "片", ("片", 1)),
        ("5ml*10支", "支", ("支", 1)),
        ("100ml:0.9g", "袋", ("袋", 1)),
        ("10粒x3板", "盒", ("粒", 30)),
    ],
)
def test_what_a_unit_holds_is_read_from_its_packing(spec: str, unit: str, expected: tuple[str, int]) -> None:
    assert counted_in(spec, unit) == (expected[0], Decimal(expected[1]))


@pytest.mark.parametrize(("spec", "unit"), [("", "盒"), ("0.5g", "盒"), ("复方", "丸"), ("9" * 40 + "片", "箱")])
def test_a_packing_that_does_not_tell_says_nothing(spec: str, unit: str) -> None:
    assert counted_in(spec, unit) is None


def test_boxes_to_take_home_are_silent(context: Context) -> None:
    assert not found(context, "4", "6")


def test_a_quantity_with_a_figure_too_many_is_a_clue(context: Context) -> None:
    (finding,) = found(context, "30")
    assert (finding.code, finding.severity) == ("drug-amount", Severity.CLUE)
    assert "共计1800片；就诊11天、另按带药30天从宽计，最多984片" in finding.message


def test_visits_may_take_drugs_away_for_twelve_weeks(context: Context) -> None:
    assert not found(context, "30", kind=CareKind.CHRONIC_OUTPATIENT)
    assert found(context, "60", kind=CareKind.CHRONIC_OUTPATIENT)


def test_injections_are_given_in_care_and_hardly_taken_away(context: Context) -> None:
    ampoules: dict[str, Any] = {"spec": "10ml", "unit": "支"}
    assert not found(context, "600", **ampoules)
    assert found(context, "900", **ampoules)


def test_what_was_given_back_does_not_count(context: Context) -> None:
    assert found(context, "30")
    assert not found(context, "30", "-15", amount="")


def test_grams_are_counted_of_herbs_alone(context: Context) -> None:
    herb = {"section": SECTION, "name": "黄芪"}
    assert found(context, "9900", entry=herb, unit="g", spec="")
    assert not found(context, "900", entry=herb, unit="g", spec="")
    assert not found(context, "90000", unit="g", spec="")


def test_a_quantity_in_doubt_waits(context: Context) -> None:
    assert not found(context, "300", standing=Standing.DOUBTFUL)


@pytest.mark.parametrize("kind", [EntryKind.SERVICE, EntryKind.SUPPLY])
def test_what_is_no_drug_is_silent(context: Context, kind: EntryKind) -> None:
    assert not found(context, "300", entry={"kind": kind})


@pytest.mark.parametrize("quantity", ["", "三十", "NaN", "1e99"])
def test_unreadable_quantities_are_silent(context: Context, quantity: str) -> None:
    assert not found(context, quantity)


def test_days_that_are_unknown_are_silent(context: Context) -> None:
    line = a_line("二甲双胍片", entry_id="nrdl-2024/X312", quantity="9999", unit="片")
    claim = a_claim(a_statement(line), care=a_care(admitted=None, discharged=None))
    assert not list(drug_amounts(claim, context()))

"""Dear services that stand twice on a day are a clue; what is given several times a day is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.twin_lines import twin_lines
from review.claim.paper import LineVerdict, Standing
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

SCAN: dict[str, Any] = {
    "date": "2025-03-02",
    "unit": "次",
    "unit_price": "480.00",
    "quantity": "1",
    "amount": "480.00",
    "entry_id": "list/1",
}


def scan(**changes: Any) -> Line:
    return a_line("磁共振平扫", **(SCAN | changes))


def found(context: Context, *lines: Line, kind: EntryKind = EntryKind.SERVICE) -> list[Finding]:
    """What the check says of lines that are all matched to an entry of one kind."""
    entry = Entry(id="list/1", edition_id="list", kind=kind, official_no="1", name="甲", payment_class=PaymentClass.A)
    return list(twin_lines(a_claim(a_statement(*lines)), context(entry=lambda _: entry)))


def test_the_same_dear_service_twice_on_a_day_is_one_clue(context: Context) -> None:
    (finding,) = found(context, scan(), scan(), scan())
    assert (finding.code, finding.severity, finding.subject) == ("twin-lines", Severity.CLUE, "claim")
    assert "2025-03-02共3次，多出部分共960.00元" in finding.message


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2025-03-03"},
        {"spec": "增强"},
        {"unit_price": "500.00", "amount": "500.00"},
        {"quantity": "2"},
        {"code": "002103000010000"},
    ],
)
def test_lines_that_differ_in_a_cell_are_silent(context: Context, changes: dict[str, str]) -> None:
    assert not found(context, scan(), scan(**changes))


def test_a_summary_and_a_daily_list_say_the_same_twice(context: Context) -> None:
    entry = Entry(
        id="list/1", edition_id="l", kind=EntryKind.SERVICE, official_no="1", name="甲", payment_class=PaymentClass.A
    )
    claim = a_claim(a_statement(scan()), a_statement(scan()))
    assert not list(twin_lines(claim, context(entry=lambda _: entry)))


def test_a_twin_that_was_given_back_is_silent(context: Context) -> None:
    assert not found(context, scan(), scan(), scan(quantity="-1", amount="-480.00"))


def test_cheap_services_are_done_several_times_a_day(context: Context) -> None:
    cheap = {"unit_price": "4.00", "amount": "4.00"}
    assert not found(context, scan(**cheap), scan(**cheap))


@pytest.mark.parametrize("kind", [EntryKind.DRUG, EntryKind.SUPPLY])
def test_drugs_and_supplies_are_given_several_times_a_day(context: Context, kind: EntryKind) -> None:
    assert not found(context, scan(), scan(), kind=kind)


def test_without_a_date_a_twin_tells_nothing(context: Context) -> None:
    assert not found(context, scan(date=""), scan(date=""))


def test_a_twin_in_doubt_or_taken_out_waits(context: Context) -> None:
    doubtful, out = scan(standing=Standing.DOUBTFUL), scan(verdict=LineVerdict.EXCLUDE)
    assert not found(context, scan(), doubtful, out)

"""The bench of frauds hands piles in as people do, and counts what it says it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import Finding, Group, Severity
from review.claim.paper import Place, Standing
from tests.bench.bench_fraud import alarms_of, run
from tests.bench.counter import HandedIn
from tests.bench.fraud_claims import CLASS, any_frauds, copies, honest, published
from tests.bench.fraud_outcomes import (
    ASKED,
    CLUE,
    ELSEWHERE,
    PICTURE,
    PLACE,
    UNSEEN,
    Told,
    outcome_of,
    table,
    told_again,
)
from tests.bench.printed_pool import PrintedPool
from tests.builders import a_claim, a_receipt, a_value
from tests.forge.fraud import Fraud

if TYPE_CHECKING:
    from pathlib import Path

FRAUD = Fraud("total_amount", "filled in", "page", "15263.14", "105263.14", (100, 200, 40, 24))


def a_finding(
    code: str, severity: Severity = Severity.DECISION, box: tuple[int, ...] = (500, 204, 60, 20), **values: str
) -> Finding:
    place = Place(7, box) if box else None  # type: ignore[arg-type]
    words = {"subject": "claim", "title": "", "message": "", "advice": "", "basis": ""}
    group = Group.FORGERY if code == "row-grown" else Group.RECEIPTS
    return Finding(code=code, severity=severity, place=place, values=values, group=group, **words)


def outcome(*found: Finding, standing: Standing = Standing.READ) -> str:
    receipt = a_receipt()
    total = a_value("total_amount", "1", standing=standing, place=Place(7, (100, 200, 60, 20)))
    claim = a_claim(replace(receipt, values={**receipt.values, "total_amount": total}))
    return outcome_of(HandedIn(claim, found, (7,)), {0: (FRAUD,)})[0]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((a_finding("page-changed", sign="odd-digits"), a_finding("row-grown")), PICTURE),
        ((a_finding("page-changed", sign="grown-total"),), PLACE),
        ((a_finding("row-grown"),), PLACE),
        ((a_finding("row-grown", box=(500, 700, 60, 20)),), ELSEWHERE),
        ((a_finding("receipt-sum", box=()),), ELSEWHERE),
        ((a_finding("price-unusual", Severity.CLUE),), CLUE),
        ((a_finding("account-holder"), a_finding("class-listed")), UNSEEN),
    ],
)
def test_a_fraud_is_told_in_the_most_telling_way(found: tuple[Finding, ...], expected: str) -> None:
    assert outcome(*found) == expected


def test_a_value_in_doubt_there_is_better_than_a_finding_elsewhere() -> None:
    assert outcome(a_finding("row-grown", box=(500, 700, 60, 20)), standing=Standing.DOUBTFUL) == ASKED


def test_a_line_of_a_page_that_lies_on_its_side_runs_down() -> None:
    down = a_finding("row-grown", box=(110, 900, 20, 60))
    assert outcome(down) == PLACE
    assert outcome(replace(down, place=Place(7, (400, 204, 20, 60)))) == ELSEWHERE


def test_a_copy_is_told_where_something_presses_and_shows_a_place() -> None:
    assert told_again([a_finding("page-alike"), a_finding("row-grown")]) == (PLACE, ("page-alike",))
    assert told_again([a_finding("receipt-again", Severity.CLUE)])[0] == CLUE
    assert told_again([a_finding("row-grown")]) == (UNSEEN, ())


def test_rows_of_the_table_add_up() -> None:
    said = table([Told("fee", "pasted", PLACE), Told("fee", "copied", UNSEEN), Told("total", "pasted", PLACE)])
    assert said.splitlines()[-1].split() == ["all", "0", "2", "0", "0", "0", "1"]
    assert said.splitlines()[1].split() == ["fee", "0", "1", "0", "0", "0", "1"]


def test_an_alarm_is_a_finding_of_the_group_forgery() -> None:
    said = alarms_of([(), (a_finding("row-grown"),), (a_finding("page-alike"),), ()], misses=True)
    assert said.startswith("honest claims 4, with a forgery alarm 1 (25.0 %), of classes or copies 1")
    assert "decision row-grown" in said


def test_honest_piles_are_read_sorted_matched_and_left_in_peace(tmp_path: Path) -> None:
    assert honest(tmp_path, PrintedPool(), "7", 3) == [(), (), ()]


def test_published_frauds_are_told_where_they_were_done(tmp_path: Path) -> None:
    told = published(tmp_path, PrintedPool(), "1", 1)
    assert len({row.kind for row in told}) == 7
    assert sum(row.outcome in {PICTURE, PLACE, ASKED} for row in told) >= 5
    assert next(row for row in told if row.kind == CLASS).codes


def test_copies_of_a_receipt_are_told_whoever_hands_them_in(tmp_path: Path) -> None:
    told, alarms = copies(tmp_path, PrintedPool(), "1", 6)
    assert [row.outcome for row in told] == [PLACE] * 6
    assert alarms == 0


def test_a_change_by_chance_says_what_it_was(tmp_path: Path) -> None:
    (told,) = any_frauds(tmp_path, PrintedPool(), "1", 1)
    assert told.kind in {"total", "fee", "class"}
    assert "new=" in told.what


def test_the_bench_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--frauds", "1", "--published", "0", "--copies", "0", "--claims", "1", "--seed", "3"]) == 0
    said = capsys.readouterr().out
    assert "words as printed, seed 3" in said
    assert "honest claims 1" in said
    assert "ms CPU a page" in said

"""The bench of frauds counts what it says it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.paper import Anomaly, Place
from tests.bench.bench_fraud import alarms, caught, outcome_of, run
from tests.bench.fraud_claims import Seen, honest
from tests.builders import a_claim, a_page, a_receipt, a_value
from tests.forge.fraud import Fraud

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FRAUD = Fraud("total", "filled in", "page", "15263.14", "105263.14", (100, 200, 40, 24))


def a_pile(*signs: Anomaly, words: str = "壹万伍仟贰佰陆拾叁元壹角肆分", total: str = "15263.14") -> Seen:
    receipt = a_receipt(total_amount=total, total_in_words=words, cash_paid=total)
    place = Place(1, (90, 198, 130, 28))
    cells = {key: a_value(key, cell.value, place=place) for key, cell in receipt.values.items()}
    papers = type(receipt)(id=1, position=0, kind=receipt.kind, page_ids=(1,), values=cells)
    return Seen(a_claim(papers, pages=(a_page(anomalies=signs),)), 0.0, FRAUD, 1)


def test_a_sign_where_it_was_changed_is_the_picture() -> None:
    assert outcome_of(a_pile(Anomaly("odd-digits", "不同", (110, 204, 20, 18), 0.8)), FRAUD) == "picture"


def test_a_sign_elsewhere_catches_nothing() -> None:
    assert outcome_of(a_pile(Anomaly("odd-digits", "不同", (600, 700, 20, 18), 0.8)), FRAUD) == "missed"


def test_a_broken_sum_that_points_there_is_shown() -> None:
    assert outcome_of(a_pile(total="105263.14"), FRAUD) == "shown"


def test_rows_of_the_table_add_up() -> None:
    said = caught([a_pile(), a_pile(total="105263.14")], misses=True)
    assert said.splitlines()[-2].split() == ["all", "0", "1", "0", "0", "1"]
    assert "missed: Fraud" in said


def test_an_alarm_is_a_finding_of_the_group_forgery() -> None:
    silent, loud = a_pile(), a_pile(total="105263.14")
    assert alarms([silent, loud, silent, silent]).startswith("honest claims 4, with a forgery alarm 1 (25.0 %)")


def test_an_honest_claim_is_read_as_it_was_printed(tmp_path: Path) -> None:
    seen = honest("7/honest/1", tmp_path, None)
    assert len(seen.claim.receipts) == 1
    assert seen.claim.receipts[0].text("total_amount")
    assert len(seen.claim.pages) == len(list(tmp_path.glob("*.jpg")))


def test_the_bench_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--frauds", "1", "--claims", "1", "--seed", "3"]) == 0
    said = capsys.readouterr().out
    assert "words as printed, seed 3" in said
    assert "honest claims 1" in said
    assert "ms CPU a page" in said

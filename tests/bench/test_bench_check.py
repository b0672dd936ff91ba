"""The measuring of the checks finds what it says: a small office, the same answers by look-up and by full scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services import evidence
from tests.bench import check_scans
from tests.bench.bench_check import LINES, Size, a_full_office, long_claim, report, timed

if TYPE_CHECKING:
    from pathlib import Path

SMALL = Size(claims=400, entries=1_000)


def test_look_ups_and_full_scans_give_the_same_answers_and_some(tmp_path: Path) -> None:
    office = a_full_office(tmp_path, SMALL)
    with office.store.read() as unit:
        claim = unit.folder(long_claim(office)).claim
        past = evidence.past_of(unit, claim, office.today)
        receipts = {(seen.document_id, seen.claim, seen.invoice_number) for seen in past.receipts}
        assert len(receipts) == 3
        assert receipts == check_scans.receipts(unit, claim)
        assert {(page.page_id, page.other_page_id) for page in past.pages} == check_scans.pages(unit, claim)
        assert [page.bits for page in past.pages] == [5]
        prices = {line: (price.count, price.median) for line, price in past.prices.items()}
        assert prices == check_scans.prices(unit, claim)
    assert len(claim.charge_lines) == LINES


def test_the_office_is_made_once_and_the_report_tells_times_and_peers(tmp_path: Path) -> None:
    a_full_office(tmp_path, SMALL).store.close()
    office = a_full_office(tmp_path, SMALL)
    told = "\n".join(report(office))
    assert "401 claims, 1000 entries" in told
    assert "the same answers: yes" in told
    assert "1-drug-age: 4680 of 4680" in told
    assert "checked in" in told


def test_a_time_is_that_of_the_processor() -> None:
    assert 0 <= timed(lambda: None) < 50

"""From pages to papers: each page read once, lost ones tried again, people's work carried over."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.paper import Anomaly, Flaw, ReadState, Standing
from review.claim.states import ClaimState
from review.errors import ConflictError, NotFoundError
from review.services import archive, desk, intake, queue, reading, review, settle
from tests.builders import a_care, a_line, a_receipt, a_statement, an_insured
from tests.offices import (
    CLERK,
    Clock,
    a_draft,
    a_page_file,
    a_read_claim,
    a_received,
    draft,
    in_review,
    sound_papers,
)

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.paper import Line
    from review.services.office import Office


def test_pages_are_read_in_order_received_claims_first(office: Office) -> None:
    waiting, urgent = a_draft(office, "a"), a_draft(office, "b", "c")
    intake.receive(office, CLERK, urgent.number)
    jobs = [reading.take_page(office) for _ in range(4)]
    assert [job and job.page_id for job in jobs] == [*(p.id for p in urgent.pages), waiting.pages[0].id, None]
    assert jobs[0] is not None
    assert jobs[0].path.read_bytes() == f"{urgent.number} b".encode()


def test_no_page_is_given_to_two_workers(office: Office) -> None:
    a_draft(office, *(str(number) for number in range(12)))
    taken: list[int] = []

    def work() -> None:
        while (job := reading.take_page(office)) is not None:
            taken.append(job.page_id)

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(taken) == len(set(taken)) == 12


def test_what_was_seen_is_kept_and_counts(office: Office) -> None:
    claim = a_draft(office, "1", "2")
    job = reading.take_page(office)
    assert job is not None
    flaw = Flaw("blurred", "模糊", ((10, 20, 30, 40),))
    reading.record_page(office, job.page_id, '{"words": []}', reading.PageSigns((flaw,), "pdf"))
    (row,) = queue.queue(office)
    assert (row.pages, row.pages_done, row.version) == (2, 1, claim.version)
    assert reading.page_texts(office, claim.number) == (reading.PageSeen(job.page_id, '{"words": []}', job.path),)
    page = queue.load_claim(office, claim.number).pages[0]
    assert (page.flaws, page.quality, page.electronic) == ((flaw,), ("模糊",), True)


def test_signs_of_change_and_the_likeness_of_a_page_are_kept_and_told(office: Office) -> None:
    claim = a_draft(office)
    sign = Anomaly("pasted-digits", "金额末两位的底色与邻近数字不同", (10, 20, 30, 40), 0.97)
    signs = reading.PageSigns(anomalies=(sign,), likeness="0123456789abcdef")
    reading.record_page(office, claim.pages[0].id, "{}", signs)
    page = queue.load_claim(office, claim.number).pages[0]
    assert (page.anomalies, page.likeness) == ((sign,), "0123456789abcdef")
    told: Any = archive.history(office, claim.number)[-1]
    assert told.after[f"page:{page.id}"]["anomalies"] == [sign.said]


def test_second_looks_replace_the_words_of_a_page_and_are_told(office: Office) -> None:
    claim = a_received(office)
    page_id = claim.pages[0].id
    reading.record_looks(office, page_id, '{"looks": [1]}')
    assert [seen.text for seen in reading.page_texts(office, claim.number)] == ['{"looks": [1]}']
    told = archive.history(office, claim.number)[-1]
    assert (told.action, told.actor) == ("look_again", "system")
    assert queue.load_claim(office, claim.number).pages[0].read_state is ReadState.DONE


def test_looks_at_a_page_that_is_not_there_are_refused(office: Office) -> None:
    with pytest.raises(NotFoundError):
        reading.record_looks(office, 404, "{}")


def test_the_words_of_an_electronic_original_travel_with_their_page(office: Office) -> None:
    claim = intake.open_claim(office, CLERK, an_insured(), a_care())
    original, scan = (a_page_file(office.home / "in", name) for name in ("a.jpg", "b.jpg"))
    files = [replace(original, layer="{}"), scan]
    intake.add_pages(office, CLERK, claim.number, files)
    jobs = [reading.take_page(office), reading.take_page(office)]
    assert [job.layer for job in jobs if job] == ["{}", ""]


def test_a_page_put_in_anothers_place_brings_its_own_layer(office: Office) -> None:
    claim = a_draft(office)
    better = replace(a_page_file(office.home / "in", "原件.jpg"), layer='{"origin": "ofd"}')
    intake.replace_page(office, CLERK, claim.number, claim.pages[0].id, better)
    job = reading.take_page(office)
    assert job is not None
    assert job.layer == '{"origin": "ofd"}'


def test_a_page_whose_worker_died_goes_back_once_then_fails(office: Office, clock: Clock) -> None:
    claim = a_draft(office)
    for _ in range(2):
        assert reading.take_page(office) is not None
        clock.pass_by(minutes=11)
    assert reading.take_page(office) is None
    (page,) = queue.load_claim(office, claim.number).pages
    assert page.read_state is ReadState.FAILED
    assert "影像完好" in page.failure


def test_a_page_the_engine_died_on_goes_back_once_then_fails(office: Office) -> None:
    claim = a_draft(office)
    states = []
    for _ in range(2):
        job = reading.take_page(office)
        assert job is not None
        reading.lose_page(office, job.page_id)
        states.append(queue.load_claim(office, claim.number).pages[0].read_state)
    assert states == [ReadState.WAITING, ReadState.FAILED]


def test_pages_left_by_a_killed_run_go_back_at_once(office: Office) -> None:
    a_draft(office)
    first = reading.take_page(office)
    reading.recover(office)
    assert reading.take_page(office) == first


def test_a_page_given_back_in_good_order_counts_no_attempt(office: Office) -> None:
    a_draft(office)
    for _ in range(5):
        job = reading.take_page(office)
        assert job is not None
        reading.release_page(office, job.page_id)
    assert reading.take_page(office) is not None


def test_a_claim_is_extracted_when_all_its_pages_are_done_or_failed(office: Office) -> None:
    claim = intake.receive(office, CLERK, a_draft(office, "1", "2").number)
    for record in (False, True):
        assert reading.claims_to_extract(office) == ()
        job = reading.take_page(office)
        assert job is not None
        if record:
            reading.record_page(office, job.page_id, "{}")
        else:
            reading.fail_page(office, job.page_id, "解码失败。", "请重新扫描。")
    assert reading.claims_to_extract(office) == (claim.number,)


def test_a_failed_page_must_be_looked_at(office: Office) -> None:
    claim = a_draft(office, "1")
    job = reading.take_page(office)
    assert job is not None
    reading.fail_page(office, job.page_id, "解码失败。", "请重新扫描。")
    intake.receive(office, CLERK, claim.number)
    reading.record_reading(office, claim.number, ())
    points = settle.open_points(office, claim.number)
    assert (f"page:{job.page_id}", "解码失败。请重新扫描。") in {(point.target, point.reason) for point in points}


def test_the_reading_fills_the_claim_and_matches_its_lines(office: Office) -> None:
    claim = a_received(office)
    line = a_line("氯化钠注射液", spec="0.9% 250ml", quantity="2", unit_price="3.20", amount="6.40")
    papers = [draft(paper, claim.pages[0].id, 0) for paper in (a_receipt(institution="样例医院"), a_statement(line))]
    read = reading.record_reading(office, claim.number, papers)
    assert read.state is ClaimState.READ
    (matched,) = read.statements[0].lines
    assert matched.matched_by == "automatic"
    assert office.catalogue.entry(matched.entry_id) is not None


def test_a_reading_of_pages_that_changed_meanwhile_is_refused(office: Office) -> None:
    claim = a_received(office)
    with pytest.raises(ConflictError, match="没有写入"):
        reading.record_reading(office, claim.number, [draft(a_receipt(), 999, 0)])
    assert queue.load_claim(office, claim.number).state is ClaimState.RECEIVED


def test_a_reading_that_comes_twice_is_refused(office: Office) -> None:
    claim = a_read_claim(office)
    with pytest.raises(ConflictError):
        reading.record_reading(office, claim.number, ())
    assert len(queue.load_claim(office, claim.number).documents) == 3


def test_after_a_supplement_corrections_are_still_there(office: Office, tmp_path: Path) -> None:
    claim = in_review(office)
    payer = claim.receipts[0].values["payer"]
    desk.correct(office, CLERK, claim.number, [desk.Edit(f"value:{payer.id}", "张大满")])
    review.request_supplement(office, CLERK, claim.number, "缺转诊单")
    intake.add_pages(office, CLERK, claim.number, [a_page_file(tmp_path, "转诊单.jpg")])
    review.resume(office, CLERK, claim.number)
    job = reading.take_page(office)
    assert job is not None
    reading.record_page(office, job.page_id, "{}")
    again = [draft(d, claim.pages[0].id, i) for i, d in enumerate(sound_papers("0000000001"))]
    after = reading.record_reading(office, claim.number, again)
    value = after.receipts[0].values["payer"]
    assert (value.value, value.standing, value.text) == ("张大满", Standing.TYPED, "张小满")
    assert after.insured.name == "张大满"


@pytest.mark.parametrize("call", [lambda o: reading.record_page(o, 9, "{}"), lambda o: reading.fail_page(o, 9, "x")])
def test_a_page_nobody_knows_is_refused(office: Office, call: object) -> None:
    assert callable(call)
    with pytest.raises(NotFoundError):
        call(office)


def a_misread(standing: Standing = Standing.READ) -> Line:
    """A row whose name was read with one wrong character, and what else the recogniser thought of."""
    line = a_line("氧化钠注射液", standing=standing, unit_price="100.00", quantity="100", amount="10000.00")
    name = replace(line.values["name"], others=("氢化钠注射液", "氯化钠注射液"))
    return replace(line, values={**line.values, "name": name})


def test_a_look_alike_name_is_settled_by_the_catalogue_and_shows_it(office: Office) -> None:
    claim = a_read_claim(office, a_receipt(), a_statement(a_misread()))
    (line,) = claim.charge_lines
    assert (line.matched_by, line.text("name")) == ("lookalike", "氯化钠注射液")
    assert (line.values["name"].text, line.values["name"].others) == ("氧化钠注射液", ("氧化钠注射液", "氢化钠注射液"))
    found = [view.finding.code for view in settle.findings(office, claim.number)]
    assert "lookalike-name" in found
    assert desk.candidates(office, claim.number, line.id)[0].entry.id == line.entry_id


def test_a_name_that_somebody_typed_is_not_read_otherwise(office: Office) -> None:
    claim = a_read_claim(office, a_receipt(), a_statement(a_misread(Standing.TYPED)))
    (line,) = claim.charge_lines
    assert (line.entry_id, line.text("name")) == ("", "氧化钠注射液")

"""From the first review to the archive by command line, each step by the person who may take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.pages import PageText, Word, to_json
from resources import ROOT
from review.services import desk, intake, queue, reading
from tests.builders import a_care, an_insured
from tests.offices import (
    CASHIER,
    CLERK,
    PERSON,
    SECOND,
    SUPERVISOR,
    a_user,
    draft,
    in_batch,
    in_review,
    signed,
    sound_papers,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.claim.claim import Claim
    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

PAGE = ROOT / "samples" / "clean" / "1-receipt.jpg"


def on_paper(office: Office) -> Claim:
    """A sound claim in the first review whose one page is a real image with words on it."""
    number = intake.open_claim(office, CLERK, an_insured(), a_care()).number
    intake.add_pages(office, CLERK, number, [intake.PageFile(PAGE.name, PAGE, 1654, 1110)])
    intake.receive(office, CLERK, number)
    job = reading.take_page(office)
    assert job is not None
    seen = PageText(str(job.page_id), 1654, 1110, words=(Word("医疗住院收费票据", 0.99, (480, 90, 660, 50)),))
    reading.record_page(office, job.page_id, to_json(seen))
    papers = [draft(paper, job.page_id, place) for place, paper in enumerate(sound_papers("0000000001"))]
    reading.record_reading(office, number, papers)
    return desk.begin_review(office, CLERK, number)


def test_a_claim_goes_the_whole_way(lingbao: Callable[..., Outcome], office: Office, tmp_path: Path) -> None:
    number = on_paper(office).number
    assert lingbao("decide", number, "approve", "-u", CLERK.username).code == 0
    assert lingbao("decide", number, "approve", "-u", SECOND.username).code == 0
    batch = queue.load_claim(office, number).batch
    assert lingbao("sign", batch, "-u", SUPERVISOR.username, "-o", tmp_path / "signed.pdf").code == 0
    assert lingbao("pay", batch, "-u", CASHIER.username, "-o", tmp_path / "pay.csv").code == 0
    assert lingbao("pay", "-u", CASHIER.username, "--confirm", number).code == 0
    assert lingbao("archive", number, "-u", CLERK.username, "-o", tmp_path / "archive.pdf").code == 0
    assert queue.load_claim(office, number).state == "archived"
    assert {path.name for path in tmp_path.glob("*.*")} >= {"signed.pdf", "pay.csv", "archive.pdf"}


def test_the_same_person_may_not_review_twice_whatever_their_roles(
    lingbao: Callable[..., Outcome], office: Office
) -> None:
    a_user(office, PERSON)
    number = in_review(office).number
    assert lingbao("decide", number, "approve", "-u", PERSON.username).code == 0
    outcome = lingbao("decide", number, "approve", "-u", PERSON.username, "--json")
    assert outcome.code == 4
    assert outcome.json["error"]["message"]


def test_a_return_needs_a_reason(lingbao: Callable[..., Outcome], office: Office) -> None:
    number = in_batch(office).number
    assert lingbao("decide", number, "return", "-u", SUPERVISOR.username).code == 2
    assert lingbao("decide", number, "return", "-r", "数量待核", "-u", SUPERVISOR.username).code == 0
    assert queue.load_claim(office, number).state == "first_review"


def test_a_step_out_of_turn_is_a_conflict(lingbao: Callable[..., Outcome], office: Office) -> None:
    number = in_batch(office).number
    assert lingbao("decide", number, "begin", "-u", CLERK.username).code == 5


def test_a_claim_is_left_out_of_a_batch_and_taken_back(lingbao: Callable[..., Outcome], office: Office) -> None:
    number = in_batch(office).number
    lingbao("batch", "--exclude", number, "-r", "电子票未查验", "-u", SUPERVISOR.username)
    assert lingbao("batch", "--json").json["batches"][0]["claims"][0]["excluded"] is True
    lingbao("batch", "--include", number, "-u", SUPERVISOR.username)
    assert lingbao("batch", "--json").json["batches"][0]["claims"][0]["excluded"] is False


def test_a_failed_payment_keeps_its_reason(lingbao: Callable[..., Outcome], office: Office, tmp_path: Path) -> None:
    view = signed(office)
    number = view.claims[0].number
    lingbao("pay", view.number, "-u", CASHIER.username, "-o", tmp_path / "pay.xlsx")
    lingbao("pay", "-u", CASHIER.username, "--failed", number, "-r", "账号不存在")
    claim = queue.load_claim(office, number)
    assert (claim.state, claim.state_reason) == ("payment_failed", "账号不存在")


@pytest.mark.parametrize("words", [("allow", "-r", "已核"), ("exclude", "--finding", "drug-limit")])
def test_an_answer_must_name_its_finding(
    lingbao: Callable[..., Outcome], office: Office, words: tuple[str, ...]
) -> None:
    number = in_review(office).number
    assert lingbao("decide", number, *words, "-u", CLERK.username).code == 2

"""Claims on the command line: list, show, correct, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services import queue
from tests.offices import CLERK, in_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome


def test_the_queue_lists_and_filters(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    assert [row["number"] for row in lingbao("queue", "--json").json] == [claim.number]
    assert lingbao("queue", "--state", "paid", "--json").json == []
    assert claim.number in lingbao("queue", "--text", claim.insured.name).out


def test_an_empty_queue_says_so(lingbao: Callable[..., Outcome], office: Office) -> None:
    assert office.home.exists()
    assert "没有报销单" in lingbao("queue").out


def test_a_claim_is_shown_with_targets_for_correction(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    value = claim.receipts[0].values["total_amount"]
    assert f"value:{value.id}" in lingbao("show", claim.number).out
    assert lingbao("show", claim.number, "--json").json["documents"][0]["kind"] == "inpatient_receipt"


def test_no_such_claim_is_exit_three(lingbao: Callable[..., Outcome], office: Office) -> None:
    assert office.home.exists()
    outcome = lingbao("show", "20990101-0001", "--json")
    assert (outcome.code, outcome.json["error"]["code"]) == (3, "not-found")


def test_a_correction_is_saved_and_can_be_undone(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    assert lingbao("correct", claim.number, "insured.phone=13800000000", "-u", CLERK.username).code == 0
    assert queue.load_claim(office, claim.number).insured.phone == "13800000000"
    lingbao("correct", claim.number, "--undo", "-u", CLERK.username)
    assert queue.load_claim(office, claim.number).insured.phone == claim.insured.phone


def test_a_correction_needs_a_person_who_signs_in(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    assert lingbao("correct", claim.number, "insured.phone=1").code == 2
    assert lingbao("correct", claim.number, "insured.phone=1", "-u", "nobody").code == 4


def test_a_word_without_equals_is_bad_input(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    outcome = lingbao("correct", claim.number, "insured.phone", "-u", CLERK.username)
    assert outcome.code == 2
    assert "没有保存" in outcome.err


def test_open_findings_are_exit_six(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    lingbao("correct", claim.number, "insured.id_number=", "-u", CLERK.username)
    outcome = lingbao("check", claim.number, "--json")
    assert outcome.code == 6
    assert all(finding["code"] and finding["advice"] for finding in outcome.json["findings"])

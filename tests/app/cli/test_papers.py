"""The notice and the verification list by command line: drafted, issued, printed, filled in, read back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from review.calendar import add_working_days
from review.claim.states import ClaimState
from review.services import queue
from review.services.office import CHINA
from review.services.verifying import answers
from tests.builders import a_receipt, a_statement
from tests.offices import CLERK, in_review
from tests.review.reports.papers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

    Lingbao = Callable[..., Outcome]


@pytest.fixture
def lame(office: Office) -> str:
    """A stay without a discharge record."""
    return in_review(office, a_receipt(), a_statement()).number


def test_a_draft_is_shown_and_changes_nothing(lingbao: Lingbao, office: Office, lame: str) -> None:
    outcome = lingbao("notice", lame)
    assert outcome.code == 0
    due = add_working_days(datetime.now(CHINA).date(), 15)
    assert f"{lame} 草稿 · 最迟 {due}（15 个工作日）" in outcome.out
    assert "1. 补交出院记录" in outcome.out
    assert queue.load_claim(office, lame).state is ClaimState.FIRST_REVIEW


def test_a_notice_is_issued_and_printed(lingbao: Lingbao, office: Office, lame: str, tmp_path: Path) -> None:
    words = ("notice", lame, "--issue", "--note", "请补住院病案首页", "-u", CLERK.username, "-o", tmp_path / "a.pdf")
    assert lingbao(*words).code == 0
    text = text_of(tmp_path / "a.pdf")
    assert "补交" in text
    assert "1.请补住院病案首页" in text
    assert "草稿" not in text
    assert queue.load_claim(office, lame).state is ClaimState.SUPPLEMENT


def test_an_issued_notice_is_printed_again_as_it_was(lingbao: Lingbao, lame: str) -> None:
    issued = lingbao("notice", lame, "--issue", "-u", CLERK.username, "--json").json["notice"]
    assert lingbao("notice", lame, "--json").json["notice"] == issued
    assert issued["items"][0]["title"] == "出院记录"
    again = lingbao("notice", lame, "--issue", "-u", CLERK.username, "--json")
    assert (again.code, again.json["error"]["code"]) == (5, "told-already")


def test_claims_that_wait_are_listed_by_the_day_they_are_due(lingbao: Lingbao, lame: str) -> None:
    assert "没有待补正的报销单" in lingbao("notice").out
    lingbao("notice", lame, "--issue", "-u", CLERK.username)
    assert f"{lame}  补交出院记录" in lingbao("notice").out
    (told,) = lingbao("notice", "--json").json["waiting"]
    assert (told["claim"], told["by"]) == (lame, CLERK.username)


def test_all_that_the_claim_needs_comes_with_the_notice(lingbao: Lingbao, lame: str) -> None:
    wanted = {row["code"]: row for row in lingbao("notice", lame, "--json").json["wanted"]}
    assert wanted["discharge-record"]["missing"]
    assert wanted["statement"]["documents"] == wanted["statement"]["unstated"] != []
    assert wanted["identity"]["form"] == "复印件，窗口核对原件"
    assert "birth-papers" not in wanted


def test_the_deadlines_of_the_claim_come_with_the_notice(lingbao: Lingbao, lame: str) -> None:
    (row,) = lingbao("notice", lame, "--json").json["deadlines"]
    assert (row["code"], row["last_day"], row["in_force"]) == ("next-quarter", "2026-03-31", True)


def test_a_sound_claim_lacks_nothing(lingbao: Lingbao, office: Office, tmp_path: Path) -> None:
    number = in_review(office).number
    assert "✓ 没有需要补正的材料" in lingbao("notice", number).out
    assert lingbao("notice", number, "--issue", "-u", CLERK.username).code == 2
    assert lingbao("notice", number, "-o", tmp_path / "a.pdf").code == 2
    assert not (tmp_path / "a.pdf").exists()


def test_an_unknown_claim_is_told(lingbao: Lingbao, office: Office) -> None:
    assert office.home.exists()
    assert lingbao("notice", "20250401-9999").code == 3


def test_receipts_are_listed_looked_up_and_answered(lingbao: Lingbao, office: Office, tmp_path: Path) -> None:
    number = in_review(office).number
    (row,) = lingbao("verify", "list", "--json").json["receipts"]
    assert (row["claim"], row["check_code"], row["answer"]) == (number, "a1b2c3", None)
    assert lingbao("verify", "list", number, "-o", tmp_path / "a.pdf").code == 0
    assert row["invoice_number"] in text_of(tmp_path / "a.pdf")
    words = ("verify", "record", number, row["document_id"], "genuine", "--times", 2, "-u", CLERK.username)
    assert lingbao(*words).code == 0
    assert [(had.answer.value, had.times) for had in answers(office, number)] == [("genuine", 2)]
    assert "没有待查验" in lingbao("verify", "list").out


def test_a_filled_in_list_is_read_back(lingbao: Lingbao, office: Office, tmp_path: Path) -> None:
    number, path = in_review(office).number, tmp_path / "list.csv"
    assert lingbao("verify", "list", "-o", path).code == 0
    path.write_text(path.read_text("utf-8-sig").replace('"10000.00",""', '"10000.00","查无此票"'), "utf-8-sig")
    kept = lingbao("verify", "record", "--file", path, "-u", CLERK.username, "--json").json["answers"]
    assert [one["answer"] for one in kept] == ["unknown"]
    assert len(answers(office, number)) == 1


@pytest.mark.parametrize("words", [(), ("20250401-0001",), ("20250401-0001", "1", "genuine", "--on", "昨天")])
def test_what_is_not_said_fully_is_not_recorded(lingbao: Lingbao, office: Office, words: tuple[str, ...]) -> None:
    in_review(office)
    outcome = lingbao("verify", "record", *words, "-u", CLERK.username)
    assert outcome.code == 2
    assert answers(office, "20250401-0001") == ()


def test_an_answer_nobody_knows_is_a_wrong_word(lingbao: Lingbao, office: Office) -> None:
    number = in_review(office).number
    assert lingbao("verify", "record", number, "1", "maybe", "-u", CLERK.username).code == 2

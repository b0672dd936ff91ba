"""Supplements and recoveries by command line, each step by the person who may take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.claim.states import ClaimState
from review.services import adjusting, queue, users
from tests.offices import CASHIER, CLERK, SECOND, SUPERVISOR, a_user, paid
from tests.policies import an_approved_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome


@pytest.fixture
def number(office: Office) -> str:
    """A paid claim whose terms have become better by 370.00 yuan since."""
    assert users.has_users(office)
    number = paid(office)
    an_approved_version(office, "0.65")
    return number


def test_a_supplement_goes_the_whole_way(
    lingbao: Callable[..., Outcome], office: Office, number: str, tmp_path: Path
) -> None:
    drafted = lingbao("adjust", "draft", number, "supplement", "-a", "370.00", "-r", "比例调整", "-u", CLERK.username)
    assert (drafted.code, "补支 待审核" in drafted.out, "+370.00" in drafted.out) == (0, True, True)
    adjustment = drafted.out.split()[0]
    assert lingbao("adjust", "audit", adjustment, "-u", SECOND.username).code == 0
    target = tmp_path / "supplement.csv"
    sent = lingbao("adjust", "send", adjustment, "-o", target, "-u", CASHIER.username)
    assert (sent.code, "370.00" in target.read_text(encoding="utf-8-sig")) == (0, True)
    arrived = lingbao("adjust", "done", adjustment, "--reference", "回单12", "-u", CASHIER.username)
    assert (arrived.code, "已办结" in arrived.out) == (0, True)
    assert adjusting.adjustment(office, adjustment).reference == "回单12"


def test_what_may_be_adjusted_is_shown_and_written_as_json(lingbao: Callable[..., Outcome], number: str) -> None:
    shown = lingbao("adjust", "show", number)
    assert "差额 +370.00 元" in shown.out
    told = lingbao("adjust", "show", number, "--json").json["allowance"]
    assert (told["paid"], told["anew"], told["difference"]) == ("4440.00", "4810.00", "370.00")
    assert (told["most_supplement"], told["most_recovery"]) == ("370.00", "4440.00")
    assert told["funds"] == {"basic_fund": "370.00"}


def test_settled_claims_that_differ_are_listed(lingbao: Callable[..., Outcome], number: str) -> None:
    listed = lingbao("adjust", "recalculate")
    assert (number in listed.out, "+370.00" in listed.out) == (True, True)
    told = lingbao("adjust", "recalculate", "--json").json
    assert (told["looked_at"], told["too_little"], told["claims"][0]["claim"]) == (1, "370.00", number)
    withdrawn = lingbao("adjust", "recalculate", "--version", "1", "--json").json
    assert [row["after"] for row in withdrawn["claims"]] == []


def test_a_draft_is_changed_listed_and_deleted(lingbao: Callable[..., Outcome], number: str, tmp_path: Path) -> None:
    drafted = lingbao("adjust", "draft", number, "recovery", "-a", "10", "-r", "多付", "-u", CLERK.username)
    adjustment = drafted.out.split()[0]
    changed = lingbao("adjust", "change", adjustment, "recovery", "-a", "12.50", "-r", "多付", "-u", CLERK.username)
    assert "-12.50" in changed.out
    assert lingbao("adjust", "delete", adjustment, "-r", "弄错", "-u", CLERK.username).code == 0
    told = lingbao("adjust", "list", "--json").json["adjustments"]
    assert [(row["number"], row["state"], row["remark"]) for row in told] == [(adjustment, "deleted", "弄错")]
    assert lingbao("adjust", "list", "--state", "draft").out == ""
    assert lingbao("adjust", "list", "-o", tmp_path / "a.xlsx").code == 0
    assert (tmp_path / "a.xlsx").exists()


def test_a_whole_recovery_takes_the_claim_with_it(
    lingbao: Callable[..., Outcome], office: Office, number: str, tmp_path: Path
) -> None:
    drafted = lingbao("adjust", "draft", number, "reversal", "-r", "重复报销", "-u", CLERK.username)
    adjustment = drafted.out.split()[0]
    lingbao("adjust", "audit", adjustment, "-u", SUPERVISOR.username)
    assert lingbao("adjust", "sheet", adjustment, "-o", tmp_path / "form.pdf").code == 0
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")
    assert lingbao("adjust", "send", adjustment, "-o", tmp_path / "back.xlsx", "-u", CASHIER.username).code == 0
    assert queue.load_claim(office, number).state is ClaimState.RECOVERED


def test_a_failed_transfer_waits_to_be_sent_again(lingbao: Callable[..., Outcome], number: str, tmp_path: Path) -> None:
    drafted = lingbao("adjust", "draft", number, "supplement", "-a", "5", "-r", "调整", "-u", CLERK.username)
    adjustment = drafted.out.split()[0]
    lingbao("adjust", "audit", adjustment, "-u", SECOND.username)
    lingbao("adjust", "send", adjustment, "-o", tmp_path / "a.csv", "-u", CASHIER.username)
    failed = lingbao("adjust", "failed", adjustment, "-r", "账号不存在", "-u", CASHIER.username)
    assert (failed.code, "补支 待办理" in failed.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("draft", "NUMBER", "supplement", "-a", "370.01", "-r", "多", "-u", CLERK.username), 2),
        (("draft", "NUMBER", "supplement", "-a", "三百", "-r", "多", "-u", CLERK.username), 2),
        (("draft", "NUMBER", "supplement", "-a", "1", "-r", "多", "-u", CASHIER.username), 4),
        (("audit", "20200101-A1", "-u", SECOND.username), 3),
        (("show", "20200101-0001"), 3),
        (("recalculate", "--version", "99"), 3),
    ],
)
def test_refusals_have_exit_codes(
    lingbao: Callable[..., Outcome], number: str, words: tuple[str, ...], code: int
) -> None:
    assert lingbao("adjust", *(number if word == "NUMBER" else word for word in words)).code == code


def test_the_drafter_does_not_audit(lingbao: Callable[..., Outcome], office: Office, number: str) -> None:
    both = a_user(office, SECOND.__class__("liu.yang", "刘洋", CLERK.roles | SECOND.roles))
    drafted = lingbao("adjust", "draft", number, "recovery", "-a", "1", "-r", "多付", "-u", both.username)
    refused = lingbao("adjust", "audit", drafted.out.split()[0], "-u", both.username)
    assert (refused.code, "起草" in refused.err) == (4, True)

"""The notice: everything at once, the clock stops, told once, printable again as it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.checks.materials.lacking import Want
from review.claim.decisions import FindingVerdict
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError, InputError
from review.services import archive, desk, queue, review
from review.services.desk import Answer, Edit
from review.services.supplements import draft_notice, issue_notice, latest, notices, waiting
from tests.builders import a_receipt, a_statement
from tests.offices import CLERK, SECOND, in_review

if TYPE_CHECKING:
    from review.services.office import Office
    from tests.offices import Clock


def lame(office: Office) -> str:
    """A stay without discharge record, whose statement bears no seal."""
    claim = in_review(office, a_receipt(), a_statement())
    desk.correct(office, CLERK, claim.number, [Edit(f"document:{claim.statements[0].id}:sealed", "false")])
    return claim.number


def test_a_draft_names_everything_and_keeps_nothing(office: Office) -> None:
    number = lame(office)
    draft = draft_notice(office, number)
    assert [(item.want, item.title) for item in draft.items] == [
        (Want.HAND_IN, "出院记录"),
        (Want.SEAL, "费用清单（第2份）"),
    ]
    assert (draft.by, draft.at, notices(office, number)) == ("", None, ())


def test_a_notice_stops_the_clock_and_says_why(office: Office) -> None:
    number = lame(office)
    notice = issue_notice(office, CLERK, number, "请带医院公章\n\n 联系电话")
    claim = queue.load_claim(office, number)
    assert (claim.state, claim.paused_on) == (ClaimState.SUPPLEMENT, office.today)
    assert claim.state_reason == "；".join(notice.said)
    assert notice.notes == ("请带医院公章", "联系电话")


def test_the_last_day_counts_working_days_past_the_holidays(office: Office) -> None:
    notice = draft_notice(office, lame(office))
    assert (notice.working_days, notice.due_on) == (15, date(2025, 4, 23))


def test_a_notice_is_read_back_as_it_was_issued(office: Office) -> None:
    number = lame(office)
    issued = issue_notice(office, CLERK, number, "请带医院公章")
    assert notices(office, number) == (issued,)
    assert (issued.by, issued.at) == (CLERK.username, office.clock())


def test_what_the_office_had_stays_on_the_notice_when_papers_come_later(office: Office) -> None:
    number = lame(office)
    issued = issue_notice(office, CLERK, number)
    statement = queue.load_claim(office, number).statements[0]
    desk.correct(office, CLERK, number, [Edit(f"document:{statement.id}:custody", "copy")])
    assert [name for name, _, _ in issued.held] == ["住院收费票据（0012345678）", "费用清单（第2份）"]
    assert latest(office, number).held == issued.held


def test_the_journal_tells_of_the_notice_and_stays_whole(office: Office) -> None:
    number = lame(office)
    issue_notice(office, CLERK, number)
    row = archive.history(office, number)[-1]
    assert (row.action, row.after["asked"]) == ("issue_notice", ["补交出院记录", "补盖章费用清单（第2份）"])
    assert archive.verify_journal(office).ok


def test_a_person_is_told_once(office: Office) -> None:
    number = lame(office)
    issue_notice(office, CLERK, number)
    with pytest.raises(ConflictError, match="已经一次性告知过"):
        issue_notice(office, CLERK, number)
    assert len(notices(office, number)) == 1


def test_a_claim_that_waits_without_notice_may_still_get_one(office: Office) -> None:
    number = lame(office)
    review.request_supplement(office, CLERK, number, "缺出院记录")
    issue_notice(office, CLERK, number)
    assert queue.load_claim(office, number).state_reason == "缺出院记录"
    assert len(notices(office, number)) == 1


def test_after_resuming_a_new_notice_is_a_new_one(office: Office) -> None:
    number = lame(office)
    issue_notice(office, CLERK, number)
    review.resume(office, CLERK, number)
    with pytest.raises(ConflictError):
        issue_notice(office, CLERK, number)
    assert len(notices(office, number)) == 1


def test_what_a_person_let_pass_is_not_asked_for(office: Office) -> None:
    number = lame(office)
    statement = queue.load_claim(office, number).statements[0]
    passed = Answer("material-unsealed", f"document:{statement.id}", FindingVerdict.ALLOW, "已向医院核实")
    desk.decide(office, CLERK, number, passed)
    assert [item.title for item in draft_notice(office, number).items] == ["出院记录"]


def test_nothing_lacking_is_no_notice(office: Office) -> None:
    number = in_review(office).number
    with pytest.raises(InputError, match="没有写出告知书"):
        issue_notice(office, CLERK, number)
    assert queue.load_claim(office, number).state is ClaimState.FIRST_REVIEW
    assert issue_notice(office, CLERK, number, "请补住院病案首页").said == ("请补住院病案首页",)


def test_claims_that_wait_come_by_the_day_they_are_due(office: Office, clock: Clock) -> None:
    first, second = lame(office), lame(office)
    issue_notice(office, CLERK, second)
    clock.pass_by(days=3)
    issue_notice(office, CLERK, first)
    assert [notice.claim for notice in waiting(office)] == [second, first]
    review.resume(office, CLERK, second)
    assert [notice.claim for notice in waiting(office)] == [first]


def test_only_a_clerk_tells(office: Office) -> None:
    number = lame(office)
    with pytest.raises(ForbiddenError):
        issue_notice(office, SECOND, number)
    assert notices(office, number) == ()


def test_an_office_asks_by_its_own_table(office: Office) -> None:
    number = lame(office)
    (office.home / "materials.toml").write_text(
        '[[material]]\ncode = "discharge-record"\nname = "出院小结"\nsource = "本局规定"\noff = true\n', "utf-8"
    )
    (office.home / "deadlines.toml").write_text('[supplement]\nworking_days = 5\nsource = "本局规定"\n', "utf-8")
    draft = draft_notice(office, number)
    assert [item.want for item in draft.items] == [Want.SEAL]
    assert draft.due_on == date(2025, 4, 9)


@pytest.mark.parametrize("text", ["[[material]\n", '[[material]]\ncode = "x"\n', "\x00"])
def test_a_wrong_table_of_the_office_says_where(office: Office, text: str) -> None:
    number = lame(office)
    (office.home / "materials.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"materials\.toml"):
        draft_notice(office, number)

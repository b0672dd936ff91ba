"""The supervisor's watch list: made of the office's claims, answered with a note, open again when figures change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.claim.decisions import FindingVerdict
from review.claim.people import Actor
from review.claim.states import Role
from review.errors import ForbiddenError, InputError, NotFoundError
from review.services import archive, desk, review, settle, watching
from review.store import watch_records
from review.watch.watched import Colour, WatchedKind
from tests.offices import CLERK, SUPERVISOR, Clock, a_draft, a_user, approved_once, in_review

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.services.office import Office

SHARED = "6222020000000009999"


def to_one_account(office: Office, persons: int) -> list[Claim]:
    """Claims of so many persons, all paid to one account."""
    edits = [desk.Edit("insured.account.number", SHARED)]
    return [desk.correct(office, CLERK, in_review(office).number, edits) for _ in range(persons)]


def test_an_office_of_honest_people_has_nothing_to_watch(office: Office) -> None:
    for _ in range(3):
        approved_once(office)
    assert watching.watch_list(office) == ()


def test_an_account_of_three_persons_stands_on_the_list_with_its_claims(office: Office) -> None:
    claims = to_one_account(office, 3)
    (watched,) = watching.watch_list(office)
    assert (watched.kind, watched.key, watched.colour) == (WatchedKind.ACCOUNT, SHARED, Colour.YELLOW)
    assert watched.claims == tuple(claim.number for claim in reversed(claims))
    assert watched.answer == ""


def test_withdrawn_claims_drafts_and_claims_of_long_ago_are_not_watched(office: Office, clock: Clock) -> None:
    first, *_ = to_one_account(office, 3)
    draft = a_draft(office)
    desk.correct(office, CLERK, draft.number, [desk.Edit("insured.account.number", SHARED)])
    review.withdraw(office, CLERK, first.number, "本人撤回")
    assert watching.watch_list(office) == ()
    to_one_account(office, 1)
    assert len(watching.watch_list(office)) == 1
    clock.pass_by(days=400)
    assert watching.watch_list(office) == ()


def test_an_answer_turns_a_line_green_and_is_told_in_the_journal(office: Office) -> None:
    to_one_account(office, 3)
    answered = watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, SHARED, " 村集体代办，已核实委托书 ")
    assert watching.watch_list(office) == (answered,)
    assert (answered.colour, answered.answer) == (Colour.GREEN, "zhao.gang 2025-04-01：村集体代办，已核实委托书")
    told: Any = archive.history(office, "watch")[-1]
    assert (told.action, told.actor, told.reason) == ("answer_watched", "zhao.gang", "村集体代办，已核实委托书")
    assert told.after == {
        "account_number": SHARED,
        "colour": "yellow",
        "figures": {"persons": "3", "claims": "3"},
    }
    assert archive.verify_journal(office).ok


def test_a_line_is_open_again_as_soon_as_its_figures_change(office: Office) -> None:
    to_one_account(office, 3)
    watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, SHARED, "已核实")
    to_one_account(office, 1)
    (watched,) = watching.watch_list(office)
    assert (watched.colour, watched.answer) == (Colour.YELLOW, "")


def test_only_a_supervisor_answers_with_a_note_and_about_what_is_on_the_list(office: Office) -> None:
    to_one_account(office, 3)
    with pytest.raises(ForbiddenError):
        watching.answer_watched(office, CLERK, WatchedKind.ACCOUNT, SHARED, "已核实")
    with pytest.raises(InputError):
        watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, SHARED, "  ")
    with pytest.raises(NotFoundError):
        watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, "1", "已核实")
    assert [watched.colour for watched in watching.watch_list(office)] == [Colour.YELLOW]


def test_nobody_answers_about_themselves(office: Office) -> None:
    both = Actor(SUPERVISOR.username, "赵刚", frozenset({Role.SUPERVISOR, Role.CLERK}))
    with pytest.raises(ForbiddenError) as refused:
        watching.answer_watched(office, both, WatchedKind.CLERK, both.username, "已核实")
    assert refused.value.code == "own-watch"


def test_what_a_clerk_let_pass_in_reviewed_claims_is_counted(office: Office) -> None:
    a_user(office, CLERK)
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("insured.account.holder", "李四")])
    for view in (view for view in settle.findings(office, claim.number) if view.open):
        answer = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.ALLOW, "亲属代领")
        desk.decide(office, CLERK, claim.number, answer)
    review.approve_first(office, CLERK, claim.number)
    in_review(office)
    with office.store.read() as unit:
        (clerk,) = watch_records.clerks(unit, office.today)
    assert (clerk.username, clerk.name, clerk.reviewed, clerk.passed) == ("li.jing", "李静", 1, 1)
    assert (clerk.allowed >= 1, clerk.excluded, clerk.claims) == (True, 0, (claim.number,))

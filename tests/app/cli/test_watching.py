"""The watch list by command line: listed by anybody, answered by a supervisor with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services import desk
from review.services.office import open_office
from tests.offices import CLERK, SUPERVISOR, in_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

ACCOUNT = "6222020000000009999"


def a_shared_account(office: Office) -> None:
    """Three persons paid to one account, today: the list looks back a year from the day of the command."""
    today = open_office(office.home)
    edits = [desk.Edit("insured.account.number", ACCOUNT)]
    for _ in range(3):
        desk.correct(today, CLERK, in_review(today).number, edits)


def test_an_office_with_nothing_to_watch_says_so(lingbao: Callable[..., Outcome], office: Office) -> None:
    assert "名单为空" in lingbao("watch").out
    assert lingbao("watch", "--json").json == {"watched": []}
    assert office.home.exists()


def test_the_list_tells_colour_reason_and_basis(lingbao: Callable[..., Outcome], office: Office) -> None:
    a_shared_account(office)
    told = lingbao("watch")
    assert (told.code, "▲ 黄" in told.out, "3名成年人" in told.out) == (0, True, True)
    (watched,) = lingbao("watch", "--json").json["watched"]
    assert (watched["kind"], watched["key"], watched["colour"]) == ("account", ACCOUNT, "yellow")


def test_a_supervisor_answers_and_the_line_turns_green(lingbao: Callable[..., Outcome], office: Office) -> None:
    a_shared_account(office)
    asked = "watch", "account", ACCOUNT, "--note", "村集体代办"
    assert lingbao(*asked, "-u", CLERK.username).code == 4
    assert lingbao(*asked, "-u", SUPERVISOR.username).code == 0
    told = lingbao("watch")
    assert "✓ 绿" in told.out
    assert "村集体代办" in told.out


def test_a_kind_that_is_none_and_a_missing_note_are_refused(lingbao: Callable[..., Outcome], office: Office) -> None:
    a_shared_account(office)
    told = lingbao("watch", "village", "x", "-u", SUPERVISOR.username)
    assert (told.code, "account" in told.err) == (2, True)
    assert lingbao("watch", "account", ACCOUNT, "-u", SUPERVISOR.username).code == 2

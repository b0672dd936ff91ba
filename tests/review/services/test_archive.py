"""The journal proves itself: whatever is done to its rows in the database is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from review.services import archive, desk, intake
from review.services.office import DATABASE
from tests.offices import CLERK, a_draft, in_review

if TYPE_CHECKING:
    from review.services.office import Office


def tamper(office: Office, statement: str) -> None:
    with closing(sqlite3.connect(office.home / DATABASE)) as connection:
        connection.execute(statement)
        connection.commit()


def test_the_journal_of_a_whole_review_holds(office: Office) -> None:
    in_review(office)
    check = archive.verify_journal(office)
    assert (check.ok, check.broken_at) == (True, None)
    assert check.rows == len(archive.history(office)) > 5


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE journal SET actor = 'eve' WHERE sequence = 3", 3),
        ("UPDATE journal SET after = '{}' WHERE sequence = 1", 1),
        ("UPDATE journal SET at = '2020-01-01 00:00:00.000000' WHERE sequence = 2", 2),
        ("UPDATE journal SET reason = 'x' WHERE sequence = 4", 4),
        ("DELETE FROM journal WHERE sequence = 2", 3),
        ("DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)", 5),
        ("DELETE FROM journal", 1),
        ("UPDATE journal SET sequence = CASE sequence WHEN 2 THEN -3 ELSE -2 END WHERE sequence IN (2, 3)", -3),
    ],
)
def test_tampering_is_found_where_it_was_done(office: Office, statement: str, broken_at: int) -> None:
    claim = a_draft(office)
    for phone in ("1", "2", "3"):
        desk.correct(office, CLERK, claim.number, [desk.Edit("insured.phone", phone)])
    assert archive.verify_journal(office).ok
    tamper(office, statement)
    check = archive.verify_journal(office)
    assert (check.ok, check.broken_at) == (False, broken_at)


def test_swapped_rows_are_found(office: Office) -> None:
    a_draft(office)
    a_draft(office)
    for old, new in ((2, -1), (3, 2), (-1, 3)):
        tamper(office, f"UPDATE journal SET sequence = {new} WHERE sequence = {old}")  # noqa: S608 - constants above
    assert archive.verify_journal(office).broken_at == 2


def test_writers_in_many_threads_leave_no_gap(office: Office) -> None:
    drafts = [a_draft(office) for _ in range(4)]

    def work(number: str) -> None:
        for phone in range(5):
            desk.correct(office, CLERK, number, [desk.Edit("insured.phone", str(phone))])

    threads = [Thread(target=work, args=(draft.number,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check = archive.verify_journal(office)
    assert (check.ok, check.rows) == (True, 4 * 2 + 4 * 5)


def test_history_is_of_one_subject_or_of_all(office: Office) -> None:
    first, second = a_draft(office), intake.open_claim(office, CLERK)
    assert {row.subject for row in archive.history(office, first.number)} == {first.number}
    assert [row.subject for row in archive.history(office)] == [first.number, first.number, second.number]


def test_an_edit_is_told_with_what_was_and_what_is(office: Office) -> None:
    claim = a_draft(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("insured.account.number", "0099")])
    row = archive.history(office, claim.number)[-1]
    assert row.before == {"claim": {"account_number": "6222020000000000000"}}
    assert row.after == {"claim": {"account_number": "0099"}}
    assert (row.actor, row.action) == ("li.jing", "correct")

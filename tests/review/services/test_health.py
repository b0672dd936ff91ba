"""Damage to database rows, pages and archives is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from review.services.health import store_health
from review.services.office import DATABASE
from tests.offices import a_draft, in_review

if TYPE_CHECKING:
    from review.services.office import Office


def test_a_sound_office_is_found_sound(office: Office) -> None:
    in_review(office)
    health = store_health(office)
    assert health.ok
    assert (health.damaged, health.missing) == ((), ())


def test_damaged_and_missing_pages_are_named(office: Office) -> None:
    damaged, missing = (page.sha256 for page in a_draft(office, "1", "2").pages)
    office.pages.path(damaged).write_bytes(b"rot")
    office.pages.path(missing).unlink()
    health = store_health(office)
    assert (health.damaged, health.missing, health.ok) == ((damaged,), (missing,), False)


def test_a_tampered_journal_is_named(office: Office) -> None:
    a_draft(office)
    with closing(sqlite3.connect(office.home / DATABASE)) as connection:
        connection.execute("UPDATE journal SET actor = 'eve'")
        connection.commit()
    health = store_health(office)
    assert (health.database, health.journal.ok, health.ok) == (True, False, False)

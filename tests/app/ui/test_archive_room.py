"""The archive room: PDFs of paid claims, and the journal."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from app.ui.archive.journal import changes
from app.ui.archive.room import ArchiveRoom
from review.claim.states import ClaimState
from review.services import archive, queue
from tests.app.ui.seed import pay

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.app.ui.conftest import Idle, Sit
    from tests.app.ui.seed import Seeded


@pytest.fixture
def room(sit: Sit, seeded: Seeded, idle: Idle, qtbot: QtBot) -> ArchiveRoom:
    batch = next(row.batch for row in queue.queue(seeded.office) if row.state is ClaimState.SIGNED)
    pay(seeded, batch, confirmed=2)
    made = ArchiveRoom(sit("limin"))
    qtbot.addWidget(made)
    made.show()
    made.enter()
    idle()
    return made


def _dialog(room: ArchiveRoom) -> QFileDialog:
    dialog = room.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def _journal(room: ArchiveRoom, idle: Idle) -> None:
    room.tabs.setCurrentWidget(room.journal)
    idle()


def test_paid_claims_wait_for_their_pdf(room: ArchiveRoom) -> None:
    assert [row.state for row in room.claims.table.shown] == [ClaimState.PAID] * 2
    assert "办结" in room.claims.save.text()


def test_a_clerk_goes_on_to_a_supplement_and_others_do_not(
    room: ArchiveRoom, sit: Sit, idle: Idle, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.navigate) as asked:
        room.claims.adjust.click()
    assert asked.args == ["payment", room.claims.table.shown[0].number]
    other = ArchiveRoom(sit("hezhen"))
    qtbot.addWidget(other)
    other.enter()
    idle()
    assert other.claims.adjust.isHidden()


def test_the_pdf_is_made_kept_and_the_claim_closed(
    room: ArchiveRoom, seeded: Seeded, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, out = room.claims, tmp_path / "归档.pdf"
    panel.saved.disconnect()
    number = panel.table.shown[0].number
    panel.save.click()
    with qtbot.waitSignal(panel.saved, timeout=60_000):
        _dialog(room).fileSelected.emit(str(out))
    assert queue.load_claim(seeded.office, number).state is ClaimState.ARCHIVED
    assert archive.archived_pdf(seeded.office, number).read_bytes() == out.read_bytes()
    assert out.read_bytes().startswith(b"%PDF")


def test_the_journal_tells_who_did_what_latest_first(room: ArchiveRoom, idle: Idle) -> None:
    _journal(room, idle)
    rows = room.journal.table.shown
    assert [row.sequence for row in rows] == sorted((row.sequence for row in rows), reverse=True)
    assert rows[0].action in {"confirm_payment", "close_batch"}


def test_the_journal_is_searched_by_person_and_claim(room: ArchiveRoom, idle: Idle) -> None:
    _journal(room, idle)
    number = room.claims.table.shown[0].number
    room.journal.search.setText(f"方华 {number}")
    assert {row.subject for row in room.journal.table.shown} == {number}


def test_an_untouched_journal_is_proven(room: ArchiveRoom, qtbot: QtBot) -> None:
    room.journal.prove()
    qtbot.waitUntil(lambda: "逐条相符" in room.journal.verdict.text())


def test_a_row_changed_behind_our_back_is_found(room: ArchiveRoom, seeded: Seeded, qtbot: QtBot) -> None:
    with sqlite3.connect(seeded.office.home / "lingbao.sqlite3") as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE journal SET actor = 'nobody' WHERE sequence = 20")
    room.journal.prove()
    qtbot.waitUntil(lambda: "从第 20 条起" in room.journal.verdict.text())


def test_a_change_is_told_with_its_value_before_and_after(seeded: Seeded) -> None:
    row = next(row for row in archive.history(seeded.office) if row.action == "receive")
    assert "claim.state draft → received" in changes(row)


def test_a_claim_asked_for_is_looked_up_in_the_journal(room: ArchiveRoom, idle: Idle) -> None:
    number = room.claims.table.shown[1].number
    room.enter(number)
    idle()
    assert {row.subject for row in room.journal.table.shown} == {number}

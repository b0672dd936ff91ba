"""The memory of choices: listed with who and when, searched, taken out of use with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.widgets.reason import ReasonDialog
from review.catalogue.entry import OUTSIDE
from review.services import catalogue, desk, matching
from tests.app.ui.desk.papers import reviewed_claim
from tests.offices import CLERK

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.catalogue.room import CatalogueRoom
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.services.office import Office
    from tests.app.ui.catalogue.conftest import Settle


@pytest.fixture
def claim(office: Office) -> Claim:
    return reviewed_claim(office)


def lines(claim: Claim) -> list[Line]:
    return [line for document in claim.documents for line in document.lines if line.text("name")]


@pytest.fixture
def chosen(office: Office, claim: Claim) -> Line:
    """A line for which the clerk chose."""
    line = lines(claim)[-1]
    desk.choose_entry(office, CLERK, claim.number, line.id, OUTSIDE)
    return line


def enter(room: CatalogueRoom, settle: Settle) -> None:
    room.tabs.setCurrentWidget(room.memory)
    room.enter()
    settle()


def cells(room: CatalogueRoom) -> list[str]:
    row = room.memory.table.shown[0]
    return [column.text(row) for column in room.memory.table.rows.columns]


def test_nothing_remembered_says_how_memory_comes_to_be(room: CatalogueRoom, settle: Settle) -> None:
    enter(room, settle)
    assert room.memory._empty.isVisible()
    assert "初审通过后" in room.memory._empty._cure.text()


def test_a_choice_is_listed_with_its_words_who_and_when(
    room: CatalogueRoom, settle: Settle, chosen: Line, claim: Claim
) -> None:
    enter(room, settle)
    told = cells(room)
    assert matching.printed(chosen).name in told[0]
    assert told[3] == "目录外"
    assert CLERK.full_name in told
    assert "2025-04-01" in told
    assert claim.number in told
    assert told[-1] == "待初审"


def test_the_search_looks_in_words_hospital_and_person(room: CatalogueRoom, settle: Settle, chosen: Line) -> None:
    enter(room, settle)
    for words, found in ((chosen.text("name"), 1), (CLERK.full_name, 1), ("没有这个词", 0)):
        room.memory.search.setText(words)
        settle()
        assert room.memory._model.rowCount() == found


def test_revoking_asks_why_and_the_choice_is_listed_among_those_out_of_use(
    room: CatalogueRoom, settle: Settle, chosen: Line, qtbot: QtBot
) -> None:
    enter(room, settle)
    assert chosen.id == room.memory.table.shown[0].choice.line_id
    room.memory.revoke.click()
    [dialog] = room.memory.findChildren(ReasonDialog)
    dialog.words.setPlainText("当时选错了条目")
    with qtbot.waitSignal(room.remark):
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    room.refresh()
    settle()
    assert room.memory._model.rowCount() == 0
    room.memory.ended.setChecked(True)
    settle()
    assert cells(room)[-1] == "已停用"
    assert not room.memory.revoke.isEnabled()
    assert catalogue.memory(room.session.office)[0].choice.reason == "当时选错了条目"

"""Lists whose parts begin with a code are shown and typed in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.desk.form_editors import TextEditor
from app.ui.desk.form_rows import Kind, Row
from app.ui.desk.year_rows import year_rows
from review.claim.claim import AccountSum, YearToDate
from review.money import fen
from tests.builders import a_claim

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GROUPS = (("subsistence", "低保对象"), ("subsistence_margin", "低保边缘"), ("orphan", "孤儿"))


def an_editor(qtbot: QtBot, value: str) -> TextEditor:
    editor = TextEditor(Row("insured.statuses", "身份起止", value, Kind.LIST, GROUPS))
    qtbot.addWidget(editor)
    return editor


def test_codes_are_shown_in_words(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "subsistence_margin 2025-01-01 -\norphan - 2025-06-30")
    assert editor.text() == "低保边缘 2025-01-01 -；孤儿 - 2025-06-30"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("低保对象 2025-03-01", "subsistence 2025-03-01"),
        ("孤 2025-03-01", "orphan 2025-03-01"),
        ("低保边缘 2025-01-01 -；孤儿 - 2025-06-30", "subsistence_margin 2025-01-01 -\norphan - 2025-06-30"),
        ("低保 2025-03-01", "低保 2025-03-01"),
        ("subsistence 2025-03-01", "subsistence 2025-03-01"),
        ("", ""),
    ],
)
def test_words_are_stored_as_codes_and_what_is_unclear_stays(qtbot: QtBot, typed: str, stored: str) -> None:
    editor = an_editor(qtbot, "orphan - -")
    with qtbot.waitSignal(editor.committed) as said:
        editor.setText(typed)
        editor.setModified(True)
        editor.editingFinished.emit()
    assert said.args == [stored]


def test_accounts_are_typed_by_their_captions(qtbot: QtBot) -> None:
    claim = a_claim(year_to_date=YearToDate(accounts=(AccountSum("extra.fund", fen(5)),)))
    row = next(one for one in year_rows(claim) if one.target == "year_to_date.accounts")
    assert "extra.fund" in {code for code, _ in row.choices}
    editor = TextEditor(row)
    qtbot.addWidget(editor)
    assert editor.text() == "extra.fund=5.00"

"""A form of caption, value and note, edited in place; it keeps the person's place while values change under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from app.ui.desk.form_editors import Editor, TextEditor, editor_for
from app.ui.desk.form_rows import Kind
from app.ui.widgets.badge import Badge, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.desk.form_rows import Remark, Row


@dataclass(slots=True)
class _Shown:
    """The widgets of one row."""

    row: Row
    caption: QLabel
    editor: Editor
    note: Badge


class FormCard(QScrollArea):
    """Rows one below the other.

    ``edited`` and ``typing`` give target and value, ``confirmed`` and ``entered`` the target.
    """

    edited = Signal(str, str)
    typing = Signal(str, str)
    confirmed = Signal(str)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("form")
        self._rows: list[_Shown] = []
        self._locked = False

    @property
    def targets(self) -> tuple[str, ...]:
        """Targets of the rows shown, in order."""
        return tuple(shown.row.target for shown in self._rows)

    def editor(self, target: str) -> Editor | None:
        """The editor of a row, or None."""
        return next((shown.editor for shown in self._rows if shown.row.target == target), None)

    def set_rows(self, rows: Sequence[Row], *, locked: bool = False) -> None:
        """Show these rows; where they are the same rows as before, only their values change."""
        same = [(r.target, r.kind, r.caption) for r in rows] == [
            (s.row.target, s.row.kind, s.row.caption) for s in self._rows
        ]
        if not same:
            self._rebuild(rows)
        self._locked = locked
        for shown, row in zip(self._rows, rows, strict=True):
            self._refresh(shown, row)

    def reveal(self, target: str, *, focus: bool = True) -> bool:
        """Scroll to a row and put the cursor in it; False where no such row is shown."""
        editor = self.editor(target)
        if editor is None:
            return False
        self.ensureWidgetVisible(editor, 0, 24)
        if focus:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refuse(self, target: str, message: str) -> None:
        """Say at the row why its value was not taken."""
        for shown in self._rows:
            if shown.row.target == target:
                shown.note.say(message, Tone.BAD)

    def _rebuild(self, rows: Sequence[Row]) -> None:
        page = QWidget()
        page.setObjectName("formPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 4, 8, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._rows = [self._add(grid, index, row) for index, row in enumerate(rows)]
        grid.setRowStretch(len(rows), 1)
        self.setWidget(page)

    def _add(self, grid: QGridLayout, index: int, row: Row) -> _Shown:
        shown = _Shown(row, QLabel(row.caption), editor_for(row), Badge())
        shown.caption.setObjectName("formCaption")
        shown.editor.setAccessibleName(row.caption)
        shown.editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._connect(shown)
        if row.kind is Kind.HEADING:
            grid.addWidget(shown.editor, index, 0, 1, 3)
            return shown
        for column, widget in enumerate((shown.caption, shown.editor, shown.note)):
            grid.addWidget(widget, index, column)
        return shown

    def _connect(self, shown: _Shown) -> None:
        editor = shown.editor
        editor.committed.connect(lambda value: self.edited.emit(shown.row.target, value))
        editor.typing.connect(lambda value: self.typing.emit(shown.row.target, value))
        if isinstance(editor, TextEditor):
            editor.confirmed.connect(lambda: self._confirm(shown.row))
            editor.entered.connect(lambda: self.entered.emit(shown.row.target))

    def _confirm(self, row: Row) -> None:
        if row.asks and not self._locked:
            self.confirmed.emit(row.target)

    def _refresh(self, shown: _Shown, row: Row) -> None:
        shown.row = row
        shown.editor.show_value(row.value)
        _lock(shown.editor, self._locked)
        _remark(shown.note, row.note)


def _remark(badge: Badge, remark: Remark | None) -> None:
    badge.say(remark.text if remark else "", remark.tone if remark else Tone.PLAIN)
    badge.setToolTip(remark.tip if remark else "")


def _lock(editor: Editor, locked: bool) -> None:  # noqa: FBT001 - mirrors Qt's own setters
    if isinstance(editor, TextEditor):
        editor.setReadOnly(locked)
    else:
        editor.setEnabled(not locked)

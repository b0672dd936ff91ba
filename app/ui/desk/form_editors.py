"""Editors of a form's rows: quiet until they are entered, and each tells when it is typed in and when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QMenu, QPushButton

from app.ui.desk.form_rows import Kind
from review.money import parse_money, thousands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QFocusEvent, QWheelEvent

    from app.ui.desk.form_rows import Row

Choices = tuple[tuple[str, str], ...]

SEPARATOR = "；"
TAKE_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextEditor(QLineEdit):
    """One line of text. Esc takes typing back; Enter on an untouched value confirms it."""

    committed = Signal(str)
    typing = Signal(str)
    confirmed = Signal()
    entered = Signal()

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setObjectName("formText")
        self.setPlaceholderText(row.hint)
        self._kind, self._choices = row.kind, row.choices
        self._value = ""
        self.show_value(row.value)
        self.textEdited.connect(lambda text: self.typing.emit(self._stored(text)))
        self.editingFinished.connect(self._finish)

    def show_value(self, value: str) -> None:
        """Show a value unless the person is in the middle of typing another."""
        if self.isModified() and self.hasFocus():
            self._value = value
            return
        self._value = value
        self._display()

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the desk unless there is typing to take back here."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves_undo(self, event: QKeyEvent) -> bool:
        return not self.isModified() and any(event.matches(key) for key in TAKE_BACK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc restores, Enter on an untouched value confirms."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._display()
            self.typing.emit(self._value)
            return
        untouched = not self.isModified()
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and untouched:
            self.confirmed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Money is typed without separators."""
        super().focusInEvent(event)
        self._display()
        self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Money is shown with separators, from its beginning."""
        super().focusOutEvent(event)
        if not self.isModified():
            self._display()

    def _finish(self) -> None:
        if not self.isModified():
            return
        self.setModified(False)
        value = self._stored(self.text())
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def _stored(self, text: str) -> str:
        if self._kind is Kind.LIST:
            parts = (part.strip() for part in text.replace(";", SEPARATOR).split(SEPARATOR))
            return "\n".join(_coded(part, self._choices) for part in parts if part)
        amount = parse_money(text) if self._kind is Kind.MONEY else None
        return text.strip() if amount is None else str(amount)

    def _display(self) -> None:
        self.setText(self._shown(self._value))
        self.setCursorPosition(0)
        self.setModified(False)

    def _shown(self, value: str) -> str:
        if self._kind is Kind.LIST:
            return SEPARATOR.join(_worded(part, self._choices) for part in value.split("\n"))
        amount = parse_money(value) if self._kind is Kind.MONEY and value and not self.hasFocus() else None
        return value if amount is None else thousands(amount)


def _coded(part: str, choices: Choices) -> str:
    """What was typed with the code in place of the words it begins with; the first of a choice's letters will do."""
    for code, words in sorted(choices, key=lambda choice: -len(choice[1])):
        if part.startswith(words):
            return code + part[len(words) :]
    head, gap, rest = part.partition(" ")
    meant = [code for code, words in choices if words.startswith(head)]
    return f"{meant[0]}{gap}{rest}" if len(meant) == 1 else part


def _worded(part: str, choices: Choices) -> str:
    """A part of a list with words in place of the code it begins with."""
    found = [(code, words) for code, words in choices if part.startswith(code)]
    if not found:
        return part
    code, words = max(found, key=lambda choice: len(choice[0]))
    return words + part[len(code) :]


class ChoiceEditor(QComboBox):
    """One of a few words; the wheel does not change it by accident."""

    committed = Signal(str)
    typing = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setObjectName("formChoice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in row.choices:
            self.addItem(words, value)
        self.show_value(row.value)
        self.activated.connect(lambda _index: self.committed.emit(str(self.currentData())))

    def show_value(self, value: str) -> None:
        """Show the words of a value."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class SwitchEditor(QCheckBox):
    """Yes or no."""

    committed = Signal(str)
    typing = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__(row.hint)
        self.show_value(row.value)
        self.clicked.connect(lambda on: self.committed.emit("true" if on else "false"))

    def show_value(self, value: str) -> None:
        """Show a value."""
        self.setChecked(value == "true")


class FlagsEditor(QPushButton):
    """Any of several words, chosen in a menu."""

    committed = Signal(str)
    typing = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setObjectName("formFlags")
        self._hint = row.hint
        menu = QMenu(self)
        self._actions = [self._add(menu, value, words) for value, words in row.choices]
        self.setMenu(menu)
        self.show_value(row.value)

    def _add(self, menu: QMenu, value: str, words: str) -> QAction:
        action = menu.addAction(words)
        action.setData(value)
        action.setCheckable(True)
        action.triggered.connect(self._commit)
        return action

    def show_value(self, value: str) -> None:
        """Tick the values and show their words."""
        chosen = set(value.split("\n"))
        for action in self._actions:
            action.setChecked(str(action.data()) in chosen)
        self._label()

    def _commit(self) -> None:
        self._label()
        self.committed.emit("\n".join(str(action.data()) for action in self._actions if action.isChecked()))

    def _label(self) -> None:
        words = "、".join(action.text() for action in self._actions if action.isChecked())
        self.setText(words or self._hint)
        self.setToolTip(words)


class Heading(QLabel):
    """The name of a group of rows; takes part in a form without holding a value."""

    committed = Signal(str)
    typing = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__(row.hint)
        self.setObjectName("formHeading")

    def show_value(self, _value: str) -> None:
        """It has none."""


Editor = TextEditor | ChoiceEditor | SwitchEditor | FlagsEditor | Heading
"""Each tells ``committed`` and ``typing``, and takes values that come from outside by ``show_value``."""

_EDITORS: dict[Kind, Callable[[Row], Editor]] = {
    Kind.HEADING: Heading,
    Kind.CHOICE: ChoiceEditor,
    Kind.SWITCH: SwitchEditor,
    Kind.FLAGS: FlagsEditor,
}


def editor_for(row: Row) -> Editor:
    """A new editor that fits the row."""
    return _EDITORS.get(row.kind, TextEditor)(row)

"""Fields with what a person expects of them: a password that can be shown and warns of Caps Lock, a labelled row."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


_DAY = re.compile(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*|\s*(\d{4})(\d{2})(\d{2})\s*")


def day_of(words: str) -> date | None:
    """A day as people write it - 2026-01-09, 2026年1月9日, 20260109 - or None where it is none."""
    found = _DAY.fullmatch(words)
    try:
        return date(*(int(part) for part in found.groups() if part)) if found else None
    except ValueError:
        return None


def caps_locked(event: QKeyEvent) -> bool | None:
    """Whether a typed letter betrays Caps Lock; None where the key was no letter."""
    text = event.text()
    if len(text) != 1 or not text.isascii() or not text.isalpha():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shifted


class PasswordEdit(QLineEdit):
    """Hides what is typed; ``caps`` says whether Caps Lock seems to be on."""

    caps = Signal(bool)

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholderText=placeholder)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Watch the case of letters on their way in."""
        locked = caps_locked(event)
        if locked is not None:
            self.caps.emit(locked)
        super().keyPressEvent(event)


class Labelled(QWidget):
    """A field with its name above it."""

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        self.label = QLabel(name)
        self.label.setProperty("role", "small")
        self.label.setBuddy(field)
        field.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(field)

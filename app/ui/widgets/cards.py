"""Plain surfaces: a card, a bar, a thin rule; text and buttons in the style sheet's roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.ui.widgets.badge import restyle


def text(words: str = "", role: str = "") -> QLabel:
    """A label in one of the style sheet's roles: title, heading, mute, small, sum, huge, ok, warn, bad."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def button(words: str, kind: str = "") -> QPushButton:
    """A push button of one kind: primary, danger, quiet, chip, or plain."""
    made = QPushButton(words)
    if kind:
        made.setProperty("kind", kind)
    return made


def paint_role(label: QLabel, role: str) -> None:
    """Give a label another role."""
    label.setProperty("role", role)
    restyle(label)


def gaps(way: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Cards side by side, or one over the other, with gaps between them that can be dragged."""
    made = QSplitter(way)
    made.setObjectName("gaps")
    made.setHandleWidth(10)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made


def below(top: QWidget, table: QWidget, *, right: bool = False) -> QWidget:
    """A table below one control, which stands on the ``right`` or takes the whole width."""
    page = QWidget()
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.setContentsMargins(0, 8, 0, 0)
    row.setContentsMargins(12, 0, 12, 0)
    if right:
        row.addStretch(1)
    row.addWidget(top)
    column.addLayout(row)
    column.addWidget(table, 1)
    return page


class Card(QFrame):
    """A panel with a thin line around it; ``rows`` stacks its content."""

    def __init__(self, margin: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(margin, margin, margin, margin)
        self.rows.setSpacing(spacing)


class Bar(QFrame):
    """A strip across a room: ``bar`` at the top, ``foot`` at the bottom."""

    def __init__(self, surface: str = "bar") -> None:
        super().__init__()
        self.setProperty("surface", surface)
        self.setMinimumHeight(56)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 8, 16, 8)
        self.row.setSpacing(12)


class Rule(QFrame):
    """A thin line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rule")

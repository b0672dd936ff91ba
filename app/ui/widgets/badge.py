"""A word in a coloured pill, with a shape before it: doubt is told by shape, word and colour together."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Tone(StrEnum):
    """What a badge or note says about its subject; names the colour tokens."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    BRAND = "brand"
    INFO = "info"
    PLAIN = "plain"


SHAPES = {Tone.OK: "✓", Tone.WARN: "▲", Tone.BAD: "■", Tone.PLAIN: "○"}
"""The shape that goes with a tone, so that nothing rests on colour alone."""


def shaped(text: str, tone: Tone) -> str:
    """The text with its tone's shape before it."""
    return f"{SHAPES[tone]} {text}" if tone in SHAPES else text


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Badge(QLabel):
    """A pill as wide as its word."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another word in another tone; an empty word hides the pill."""
        self.setText(text)
        self.setProperty("badge", tone.value)
        self.setVisible(bool(text))
        restyle(self)


class Note(QLabel):
    """A sentence on a tinted ground, wrapped; its shape stands before it."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another sentence; an empty one hides the note."""
        self.setText(shaped(text, tone))
        self.setProperty("note", tone.value)
        self.setVisible(bool(text))
        restyle(self)

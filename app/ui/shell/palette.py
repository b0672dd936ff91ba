"""Colours of a theme as Qt wants them: the palette, and the style sheet filled from the tokens."""

from __future__ import annotations

import json
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES = ROOT / "themes"

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "panel"),
    (QPalette.ColorRole.AlternateBase, "bg"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "panel"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Highlight, "sel"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.ToolTipBase, "panel"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Link, "info"),
    (QPalette.ColorRole.Accent, "brand"),
    (QPalette.ColorRole.Light, "panel"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "faint"),
    (QPalette.ColorRole.Shadow, "line"),
)
_GREYED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@cache
def tokens() -> Mapping[str, Mapping[str, str]]:
    """Colour tokens of both themes, ``light`` and ``dark``."""
    found: dict[str, dict[str, str]] = json.loads((THEMES / "tokens.json").read_text("utf-8"))
    return found


@cache
def _sheet() -> Template:
    return Template((THEMES / "lingbao.qss").read_text("utf-8"))


def palette(colours: Mapping[str, str]) -> QPalette:
    """The Qt palette of one theme."""
    made = QPalette()
    for role, token in _ROLES:
        made.setColor(role, QColor(colours[token]))
    for role in _GREYED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["faint"]))
    return made


def style_sheet(name: str, size: int) -> str:
    """The style sheet of a theme, ``light`` or ``dark``, at a font size in pixels."""
    steps = {"tiny": -3, "small": -1, "size": 0, "large": 2, "title": 4, "huge": 10}
    sizes = {step: f"{size + more}px" for step, more in steps.items()}
    return _sheet().substitute(tokens()[name], **sizes, art=THEMES.as_posix(), name=name)

"""The desk's own style, filled from the theme's colours, renewed when the theme changes."""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from resources import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.shell.theme import Theme

TOKENS = ("bg", "panel", "line", "text", "mute", "faint", "brand", "brandsoft", "ok", "oksoft", "warn", "warnsoft",
          "bad", "badsoft", "sel", "info", "canvas", "nav", "navt")  # fmt: skip


@cache
def _sheet() -> Template:
    return Template((ROOT / "themes" / "desk.qss").read_text("utf-8"))


def dress(widget: QWidget, theme: Theme) -> None:
    """Give a room the desk's style, now and whenever the theme changes."""

    def fill() -> None:
        colours = {token: theme.colour(token).name() for token in TOKENS}
        widget.setStyleSheet(_sheet().substitute(colours, small=f"{theme.font_size - 1}px"))

    theme.changed.connect(fill)
    fill()

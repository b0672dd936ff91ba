"""Theme, palette, icons, font size and preferences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QColor, QPalette

from app.ui.shell.icons import ICONS
from app.ui.shell.palette import THEMES, style_sheet, tokens
from app.ui.shell.preferences import FONT_SIZE, LANGUAGE, THEME, Preferences
from resources import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.ui.shell.theme import Theme

_READ_ON = (
    ("text", "panel"),
    ("text", "sel"),
    ("mute", "panel"),
    ("ok", "oksoft"),
    ("warn", "warnsoft"),
    ("bad", "badsoft"),
)


def test_choosing_dark_redresses_the_application(qapp: QApplication, theme: Theme, preferences: Preferences) -> None:
    preferences.choose(THEME, "dark")
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tokens()["dark"]["bg"])
    assert tokens()["dark"]["panel"] in qapp.styleSheet()


def test_everyone_is_told_when_the_font_size_changes(theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        preferences.choose(FONT_SIZE, "18")
    assert theme.font_size == 18


def test_both_themes_know_the_same_colours() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), _READ_ON)
def test_words_stand_out_from_their_ground(name: str, ink: str, ground: str) -> None:
    bright, dim = sorted((_luminance(tokens()[name][ink]), _luminance(tokens()[name][ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 3.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_leaves_no_name_unfilled(name: str) -> None:
    sheet = style_sheet(name, 14)
    assert "$" not in sheet
    assert all((THEMES / file).is_file() for file in re.findall(rf"{THEMES.as_posix()}/([\w.-]+)", sheet))


@pytest.mark.parametrize("name", sorted(file.stem for file in ICONS.glob("*.svg")))
def test_an_icon_is_drawn_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    picture = theme.pixmap(name, "bad", 32).toImage()
    inks = {
        picture.pixelColor(x, y).name() for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.colour("bad").name() in inks


def test_every_icon_that_is_shipped_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT.parent / "app" / "ui").rglob("*.py"))
    assert not [file.stem for file in ICONS.glob("*.svg") if f'"{file.stem}"' not in code]


def test_the_icons_come_with_their_licence() -> None:
    assert (ROOT / "icons" / "LICENSE.txt").read_text("utf-8").startswith("ISC License")


def test_a_stored_value_that_is_not_allowed_counts_as_none(settings: QSettings) -> None:
    settings.setValue("theme", "neon")
    assert Preferences(settings).get(THEME) == "system"


def test_a_choice_is_kept_and_told_once(settings: QSettings, preferences: Preferences) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.choose(LANGUAGE, "en")
    preferences.choose(LANGUAGE, "en")
    assert told == ["language"]
    assert Preferences(settings).get(LANGUAGE) == "en"


def test_layouts_are_kept_by_name(preferences: Preferences) -> None:
    preferences.keep_geometry("window", QByteArray(b"there"))
    assert preferences.geometry("window") == QByteArray(b"there")
    assert preferences.geometry("other").isEmpty()


def _luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

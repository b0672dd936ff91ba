"""The looks: colours of the light or dark theme, font size, icons; follows the system when asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPixmap

from app.ui.shell.icons import TintedIcon
from app.ui.shell.palette import palette, style_sheet, tokens
from app.ui.shell.preferences import FONT_SIZE, THEME, Preferences
from resources import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)


class Theme(QObject):
    """Hands out colours, icons and sizes by name; ``changed`` comes when any of them is different."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._app.setStyle("Fusion")
        self._family = _chinese_family()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        preferences.changed.connect(self._follow_choice)
        self.apply()

    @property
    def dark(self) -> bool:
        """Whether the dark theme is shown now."""
        choice = self._preferences.get(THEME)
        if choice == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return choice == "dark"

    @property
    def font_size(self) -> int:
        """Height of body text in device-independent pixels."""
        return int(self._preferences.get(FONT_SIZE))

    def colour(self, tint: str) -> QColor:
        """A colour by its token: bg, panel, line, text, mute, faint, brand, ok, warn, bad, sel, info, …soft."""
        return QColor(tokens()[self._name][tint])

    def icon(self, name: str, tint: str = "mute", *, on: str = "") -> QIcon:
        """An icon by its file name, tinted; ``on`` is the colour while checked."""
        strong = self.colour(on or tint)
        return QIcon(TintedIcon(name, self.colour(tint), self.colour("faint"), strong))

    def pixmap(self, name: str, tint: str = "mute", size: int = 20) -> QPixmap:
        """An icon as a pixmap, sharp on the first screen."""
        return self.icon(name, tint).pixmap(QSize(size, size), self._app.devicePixelRatio())

    def apply(self) -> None:
        """Dress the application in what the preferences say."""
        font = QFont(self._family)
        font.setPixelSize(self.font_size)
        font.setFeature(QFont.Tag("tnum"), 1)
        self._app.setFont(font)
        self._app.setPalette(palette(tokens()[self._name]))
        self._app.setStyleSheet(style_sheet(self._name, self.font_size))
        self.changed.emit()

    @property
    def _name(self) -> str:
        return "dark" if self.dark else "light"

    def _follow_system(self) -> None:
        if self._preferences.get(THEME) == "system":
            self.apply()

    def _follow_choice(self, key: str) -> None:
        if key in {THEME.key, FONT_SIZE.key}:
            self.apply()


def _chinese_family() -> str:
    """The best Chinese family of the system, else the shipped one."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    for family in _FAMILIES:
        if family in known:
            return family
    return min(known) if known else _load_shipped()


def _load_shipped() -> str:
    files = sorted((ROOT / "fonts").glob("*.ttf"))
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    families = [f for number in loaded if number >= 0 for f in QFontDatabase.applicationFontFamilies(number)]
    return families[0] if families else QFont().defaultFamily()

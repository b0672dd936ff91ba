"""What a person chose for this computer: theme, font size, language, last user, window geometry (QSettings)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal


@dataclass(frozen=True, slots=True)
class Preference:
    """One choice: its key, what holds until somebody chooses, and the values allowed (empty: any text)."""

    key: str
    default: str
    choices: tuple[str, ...] = ()


THEME = Preference("theme", "system", ("light", "dark", "system"))
FONT_SIZE = Preference("font_size", "14", ("13", "14", "16", "18", "20"))
LANGUAGE = Preference("language", "zh", ("zh", "en"))
LAST_USER = Preference("last_user", "")
LAST_FOLDER = Preference("last_folder", "")


class Preferences(QObject):
    """Typed access to the choices; ``changed`` names the key that has a new value."""

    changed = Signal(str)

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or QSettings()

    def get(self, preference: Preference) -> str:
        """The choice in force; a stored value that is not allowed counts as none."""
        value = str(self._settings.value(preference.key, preference.default))
        return value if not preference.choices or value in preference.choices else preference.default

    def choose(self, preference: Preference, value: str) -> None:
        """Keep a choice and tell everyone."""
        if value == self.get(preference):
            return
        self._settings.setValue(preference.key, value)
        self.changed.emit(preference.key)

    def geometry(self, name: str) -> QByteArray:
        """The place and size (or header layout) last kept under a name; empty when there is none."""
        value = self._settings.value(f"geometry/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, name: str, state: QByteArray) -> None:
        """Keep a window's, splitter's or header's layout."""
        self._settings.setValue(f"geometry/{name}", state)

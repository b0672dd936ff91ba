"""The language in force: Chinese is the source, English a translation; Qt's own dialogs follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from app.ui.shell.preferences import LANGUAGE
from resources import ROOT

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from app.ui.shell.preferences import Preferences

TRANSLATIONS = ROOT / "translations"
_OWN = {"en": "lingbao_en.qm"}
_QT = {"zh": "qtbase_zh_CN.qm"}


class Language(QObject):
    """Puts the translators of the chosen language in place, and takes those of the last one out."""

    def __init__(self, app: QCoreApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        self._installed: list[QTranslator] = []
        self.apply()

    def apply(self) -> None:
        """Speak the language the preferences name; windows made from now on are in it."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [translator for translator in self._wanted() if self._app.installTranslator(translator)]

    def _wanted(self) -> list[QTranslator]:
        chosen = self._preferences.get(LANGUAGE)
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        found = [(_OWN.get(chosen), str(TRANSLATIONS)), (_QT.get(chosen), qt)]
        return [self._loaded(name, folder) for name, folder in found if name]

    def _loaded(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        translator.load(name, folder)
        return translator

"""Theme, font size and language of this computer; each takes hold at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.ui.shell.preferences import FONT_SIZE, LANGUAGE, THEME
from app.ui.widgets.cards import Card, text
from app.ui.widgets.fields import Labelled

if TYPE_CHECKING:
    from app.ui.shell.preferences import Preference
    from app.ui.shell.session import Session


class LooksPanel(QWidget):
    """Three choices."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._preferences = session.preferences
        themes = {"system": self.tr("跟随系统"), "light": self.tr("浅色"), "dark": self.tr("深色")}
        languages = {"zh": "简体中文", "en": "English"}
        sizes = {size: self.tr("{size} 像素").format(size=size) for size in FONT_SIZE.choices}
        self.theme = self._choice(THEME, themes)
        self.font_size = self._choice(FONT_SIZE, sizes)
        self.language = self._choice(LANGUAGE, languages)
        card = Card()
        card.setMaximumWidth(480)
        card.rows.addWidget(text(self.tr("外观"), "heading"))
        card.rows.addWidget(Labelled(self.tr("主题"), self.theme))
        card.rows.addWidget(Labelled(self.tr("字号"), self.font_size))
        card.rows.addWidget(Labelled(self.tr("语言 / Language"), self.language))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(card)
        layout.addStretch(1)

    def _choice(self, preference: Preference, words: dict[str, str]) -> QComboBox:
        box = QComboBox()
        for value, word in words.items():
            box.addItem(word, value)
        box.setCurrentIndex(box.findData(self._preferences.get(preference)))
        box.activated.connect(lambda place: self._preferences.choose(preference, box.itemData(place)))
        return box

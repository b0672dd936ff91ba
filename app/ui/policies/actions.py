"""The buttons below the list of packs: shown where they apply, enabled for whom may, each saying why it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.policies.version_side import (
    APPROVE,
    DISCARD,
    DRAFT,
    PROPOSE,
    RETURN,
    WITHDRAW,
    deeds,
    refusal,
)
from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from app.ui.policies.shelves import Shelf
    from review.claim.people import Actor


class Actions(QWidget):
    """``wanted`` carries what is to be done with the pack in front."""

    wanted = Signal(str)

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self._actor = actor
        self.buttons = {
            PROPOSE: button(self.tr("提请核准…"), "primary"),
            APPROVE: button(self.tr("核对并核准…"), "primary"),
            RETURN: button(self.tr("退回修改…")),
            DISCARD: button(self.tr("放弃这一版…")),
            WITHDRAW: button(self.tr("停用这一版…")),
            DRAFT: button(self.tr("起草新版本…")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for deed, control in self.buttons.items():
            control.clicked.connect(lambda _=False, deed=deed: self.wanted.emit(deed))
            column.addWidget(control)

    def follow(self, shelf: Shelf | None, faults: str) -> None:
        """Offer what applies to a pack or version."""
        version = shelf.version if shelf else None
        possible = deeds(version) | {DRAFT}
        for deed, control in self.buttons.items():
            why = refusal(deed, version, self._actor)
            if deed == PROPOSE and faults:
                why = self.tr("草稿还有错误，改正后才能提请")
            control.setVisible(deed in possible)
            control.setEnabled(not why)
            control.setToolTip(why)

"""The settlement: policy pack and its standing, the ladder, the year it rests on, and the amount to be paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QToolButton, QVBoxLayout

from app.ui.desk.key_button import KeyButton
from app.ui.desk.ladder import Ladder
from app.ui.widgets.badge import Note, Tone
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from review.policy.settlement import Settlement

EXPLAIN = "F7"
"""The key that explains the settlement."""
USUAL = 11
"""Rungs that are always seen whole."""


class SettlementPanel(QFrame):
    """A card beside the findings.

    ``wanted`` asks for the settlement as a file: ``pdf``, ``insured`` or ``xlsx``; ``explained`` for the window that
    explains it, beginning with a rung of the ladder (empty: with the first).
    """

    wanted = Signal(str)
    explained = Signal(str)

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._title, self._pack = QLabel(self.tr("结算")), QLabel()
        self._title.setProperty("role", "heading")
        self._pack.setProperty("role", "small")
        self.ladder = Ladder(colour)
        self._area = LadderArea(self.ladder)
        self._trouble = Note()
        self._payable = QLabel()
        self._payable.setProperty("role", "sum")
        self._words = QLabel(self.tr("应付"))
        self._words.setProperty("role", "heading")
        self.save = self._save_button()
        self.why = KeyButton(self.tr("逐步说明"), EXPLAIN, "small")
        self._build()

    def _save_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("导出 ▾"))
        button.setProperty("kind", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("导出结算单"))
        menu = QMenu(button)
        menu.addAction(self.tr("结算单 PDF…"), lambda: self.wanted.emit("pdf"))
        menu.addAction(self.tr("给参保人的说明 PDF…"), lambda: self.wanted.emit("insured"))
        menu.addAction(self.tr("明细 Excel…"), lambda: self.wanted.emit("xlsx"))
        button.setMenu(menu)
        return button

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._pack)
        head.addWidget(self.save)
        foot.addWidget(self.why)
        foot.addStretch(1)
        foot.addWidget(self._words)
        foot.addWidget(self._payable)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        self.why.clicked.connect(lambda: self.explained.emit(self.ladder.current))
        self.ladder.asked.connect(self.explained)

    @property
    def payable(self) -> str:
        """The amount shown as payable."""
        return self._payable.text()

    def show_settlement(self, settlement: Settlement | None, trouble: str = "") -> None:
        """Show a settlement, or why there is none."""
        self.ladder.show_settlement(settlement)
        self._area.updateGeometry()
        self._trouble.say(trouble, Tone.WARN)
        self._payable.setText(f"¥ {thousands(settlement.fund_total)}" if settlement else "—")
        self._payable.setEnabled(True)
        self.save.setEnabled(settlement is not None)
        self.why.setEnabled(settlement is not None)
        self._pack.setText(self._standing(settlement) if settlement else "")
        warnings = "\n".join(settlement.warnings) if settlement else ""
        self._pack.setToolTip(warnings)

    def fade(self) -> None:
        """Grey the figures while they are worked out anew."""
        self.ladder.fade()
        self._payable.setEnabled(False)

    def _standing(self, settlement: Settlement) -> str:
        pack = settlement.pack
        standing = self.tr("已确认") if pack.status == "confirmed" else self.tr("▲ 未确认")
        return f"{pack.title or pack.id} · {standing}"


class LadderArea(QScrollArea):
    """Shows a usual ladder whole; one of many layers is scrolled rather than squeezed."""

    def __init__(self, ladder: Ladder) -> None:
        super().__init__()
        self._ladder = ladder
        self.setWidget(ladder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.viewport(), ladder):
            part.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Room for a usual number of rungs, or for all where they are fewer."""
        least = self._ladder.minimumSizeHint()
        usual = USUAL * (self.fontMetrics().ascent() + 2)
        return QSize(least.width(), min(least.height(), usual))

"""Every step of a settlement as a card: formula, figures, the parameter with its clause, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.badge import restyle
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import FactSheet, selectable
from review.money import thousands
from review.policy.explain import basis_told, chapters, inputs_told, rested_on
from review.policy.words import step_title

if TYPE_CHECKING:
    from review.policy.settlement import Settlement, Step


class StepCard(QFrame):
    """One step."""

    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self.setObjectName("stepCard")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(2)
        head.addWidget(text(f"{number}. {step_title(step)}", "heading"))
        head.addStretch(1)
        head.addWidget(text(thousands(step.result), "heading"))
        column.addLayout(head)
        column.addWidget(selectable(text(f"= {step.formula}")))
        if step.inputs:
            column.addWidget(selectable(text(inputs_told(step), "mute")))
        for used in rested_on(step):
            column.addWidget(selectable(text(self.tr("依据：{0}").format(basis_told(used)), "small")))

    def mark(self, *, on: bool) -> None:
        """Show that the step is the one asked for."""
        self.setProperty("current", on)
        restyle(self)


class StepCards(FactSheet):
    """All steps by chapter; :meth:`look_at` brings one to the front."""

    def __init__(self) -> None:
        super().__init__(self.tr("没有计算过程"))
        self.cards: dict[str, StepCard] = {}

    def show_settlement(self, settlement: Settlement) -> None:
        """Show the steps."""
        self.cards = {}
        parts: list[QWidget] = []
        for chapter in chapters(settlement):
            parts.append(text(chapter.title, "title"))
            for number, step in chapter.numbered:
                card = self.cards[step.step] = StepCard(number, step)
                parts.append(card)
        if parts:
            self.show_parts(parts)

    def look_at(self, key: str) -> None:
        """Mark the step of that name and scroll to it; without such a step all stay as they are."""
        if key not in self.cards:
            return
        for name, card in self.cards.items():
            card.mark(on=name == key)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.cards[key], 0, 80))

"""All findings of a claim, worst first; arrows walk, A and D decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.desk.finding_card import FindingCard
from review.checks.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.settle import FindingView

ORDER = {Severity.BLOCKS: 0, Severity.DECISION: 1, Severity.CLUE: 2}


class FindingsPanel(QFrame):
    """A card with the list of findings. Its signals are those of its cards."""

    looked = Signal(object)
    entered = Signal(object)
    decided = Signal(object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._shown: tuple[tuple[FindingView, ...], bool] = ((), False)
        self._cards: list[FindingCard] = []
        self._title, self._hint = QLabel(), QLabel(self.tr("↑↓ 选择　A 允许　D 剔除"))
        self._title.setProperty("role", "heading")
        self._hint.setProperty("role", "small")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.show_findings((), locked=True)

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards shown, worst first."""
        return tuple(self._cards)

    def show_findings(self, views: Sequence[FindingView], *, locked: bool) -> None:
        """Show these findings; the card in hand stays in hand."""
        order = tuple(sorted(views, key=lambda view: (view.decision is not None, ORDER[view.finding.severity])))
        if (order, locked) == self._shown and self._cards:
            return
        held = next((card.finding.fingerprint for card in self._cards if card.hasFocus()), "")
        self._shown = (order, locked)
        self._rebuild(order, locked=locked)
        undecided = sum(view.open for view in views)
        self._title.setText(self.tr("疑点 {0}").format(undecided))
        self._hint.setVisible(not locked and undecided > 0)
        for card in self._cards:
            if card.finding.fingerprint == held:
                card.setFocus()

    def go_to_open(self) -> None:
        """Take the first finding in hand that still asks for something."""
        for card in self._cards:
            if card.open:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _rebuild(self, views: Sequence[FindingView], *, locked: bool) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        self._cards = [FindingCard(view, locked=locked) for view in views]
        for card in self._cards:
            card.looked.connect(lambda finding, at=card: self._look(at, finding))
            card.walked.connect(lambda step, at=card: self._walk(at, step))
            card.entered.connect(self.entered)
            card.decided.connect(self.decided)
            column.addWidget(card)
        if not views:
            column.addWidget(_quiet(self.tr("✓ 没有疑点")))
        column.addStretch(1)
        self._scroll.setWidget(page)

    def _look(self, card: FindingCard, finding: object) -> None:
        for other in self._cards:
            if other is not card:
                other.fold()
        self._scroll.ensureWidgetVisible(card, 0, 8)
        self.looked.emit(finding)

    def _walk(self, card: FindingCard, step: int) -> None:
        place = self._cards.index(card) + step
        self._cards[min(len(self._cards) - 1, max(0, place))].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "ok")
    return label

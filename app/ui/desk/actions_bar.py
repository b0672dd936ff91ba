"""The bar at the foot of the desk: what comes next, each step with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.desk.key_button import KeyButton
from app.ui.desk.steps import Step, hindrance, steps
from app.ui.widgets.cards import text

if TYPE_CHECKING:
    from app.ui.desk.sheet import Sheet
    from review.claim.people import Actor


class ActionsBar(QFrame):
    """``stepped`` brings the step whose button was pressed."""

    next_doubt = Signal()
    magnify = Signal()
    undo = Signal()
    stepped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "foot")
        self.next_button = KeyButton("", "F8")
        self.lens_button = KeyButton(self.tr("放大镜"), "Z")
        self.undo_button = KeyButton(self.tr("撤销"), "Ctrl Z")
        self._saved, self.blocked = text(role="small"), text(role="warn")
        self._steps: dict[Step, KeyButton] = {}
        self.primary: KeyButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        for button, signal in (
            (self.next_button, self.next_doubt),
            (self.lens_button, self.magnify),
            (self.undo_button, self.undo),
        ):
            button.clicked.connect(signal)
            self._row.addWidget(button)
        self._row.addWidget(self._saved)
        self._row.addStretch(1)
        self._row.addWidget(self.blocked)

    def show_sheet(self, sheet: Sheet, actor: Actor, *, locked: bool) -> None:
        """Offer what may be done with the claim."""
        self.next_button.setText(self.tr("下一处疑问 ({0})").format(len(sheet.doubts)))
        self.next_button.setEnabled(bool(sheet.doubts) or any(view.open for view in sheet.findings))
        self.undo_button.setEnabled(not locked)
        self._offer(sheet, actor)

    def say_saved(self) -> None:
        """Note that a change lies safely in the store."""
        self._saved.setText(self.tr("✓ 已自动保存 {0}").format(QTime.currentTime().toString("HH:mm:ss")))

    def _offer(self, sheet: Sheet, actor: Actor) -> None:
        offered = steps(sheet.claim, actor)
        if offered != tuple(self._steps):
            self._rebuild(offered)
        self.blocked.setText("")
        for step, button in self._steps.items():
            reason = hindrance(sheet, actor, step)
            button.setEnabled(not reason)
            button.setToolTip(reason)
            if step.primary:
                self.blocked.setText(reason)
                self.blocked.setToolTip(reason)

    def _rebuild(self, offered: tuple[Step, ...]) -> None:
        for button in self._steps.values():
            button.deleteLater()
        self._steps = {step: self._button(step) for step in offered}
        self.primary = next((button for step, button in self._steps.items() if step.primary), None)

    def _button(self, step: Step) -> KeyButton:
        button = KeyButton(step.words, "Ctrl ↵" if step.primary else "", "primary" if step.primary else "")
        button.clicked.connect(lambda: self.stepped.emit(step))
        self._row.addWidget(button)
        return button

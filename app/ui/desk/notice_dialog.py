"""The notice before it is given: everything that is lacking, and what the clerk adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.desk.ask_dialog import AskDialog
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from review.services.supplements import Notice

translate = QCoreApplication.translate


def usual_notes() -> tuple[str, ...]:
    """What offices usually ask for that no table tells."""
    return (
        translate("reasons", "票据原件不清晰，请重新提供"),
        translate("reasons", "收款账户有误，请核实"),
        translate("reasons", "请补充病历资料"),
    )


class NoticeDialog(AskDialog):
    """``given`` brings what the clerk adds, one thing a line; the claim then waits for what is asked for."""

    given = Signal(str)

    def __init__(self, draft: Notice, parent: QWidget) -> None:
        super().__init__(self.tr("签发一次性告知书"), parent)
        self._draft = draft
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(84)
        self.notes.setPlaceholderText(self.tr("还要补正的，一行一项"))
        self.notes.setAccessibleName(self.notes.placeholderText())
        self.list = text("\n".join(f"{n}. {item.said}" for n, item in enumerate(draft.items, 1)))
        self.list.setWordWrap(True)
        self._build()
        self.notes.textChanged.connect(self._weigh)
        self.accepted.connect(lambda: self.given.emit(self.notes.toPlainText().strip()))
        self._weigh()

    def _build(self) -> None:
        self.body.addWidget(text(self.tr("请当事人一次补齐"), "heading"))
        nothing = self.tr("没有查到缺少的材料；确需补正的，请写明要补什么。")
        self.body.addWidget(self.list if self._draft.items else Note(nothing, Tone.INFO))
        for words in usual_notes():
            chip = button(f"＋ {words}", "reason")
            chip.clicked.connect(lambda _on=False, added=words: self.notes.appendPlainText(added))
            self.body.addWidget(chip)
        self.body.addWidget(self.notes)
        span = self.tr("期限：{0}（{1} 个工作日）。签发后转为待补正，办理时限暂停。")
        self.body.addWidget(text(span.format(self._draft.due_on, self._draft.working_days), "small"))

    def _weigh(self) -> None:
        self.allow(on=bool(self._draft.items or self.notes.toPlainText().strip()))

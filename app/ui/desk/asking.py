"""What the desk asks in a dialog before it acts: a row, a reason, a notice, an answer of the treasury's site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.desk.exports import NOTICE, Exports
from app.ui.desk.line_dialog import LineDialog
from app.ui.desk.notice_dialog import NoticeDialog
from app.ui.desk.reason_dialog import ReasonDialog
from app.ui.desk.verify_dialog import VerifyDialog
from app.ui.explaining.window import Explained, ExplainWindow
from app.ui.widgets.saving import ask_which
from review.services import supplements
from review.services.answer_sheet import record_answers
from review.services.office import CHINA

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.ui.desk.open_claim import OpenClaim
    from app.ui.desk.steps import Step
    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.claim.verification import Verification
    from review.services.supplements import Notice
    from review.services.verifying import ToVerify


class Asking(QObject):
    """Opens dialogs over the desk; what they bring goes to the open claim."""

    def __init__(self, session: Session, claim: OpenClaim, exports: Exports, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._claim, self._exports, self._window = session, claim, exports, window
        claim.noticed.connect(lambda: exports.ask(claim.number, NOTICE))

    def line(self, document_id: int) -> None:
        """A line the paper has and the reading has not."""
        dialog = LineDialog(self._window)
        dialog.given.connect(lambda cells: self._claim.add_line(document_id, cells))
        dialog.open()

    def why(self, step: Step) -> None:
        """Why a step is taken."""
        dialog = ReasonDialog(step, self._window)
        dialog.given.connect(lambda reason: self._claim.move(step.name, reason))
        dialog.open()

    def explain(self, key: str) -> None:
        """The settlement explained, beginning with one of its rungs."""
        sheet = self._claim.sheet
        if sheet is not None and sheet.settlement is not None:
            window = ExplainWindow(self._session, Explained(sheet.claim, sheet.settlement), self._window)
            window.wanted.connect(lambda kind: self._exports.ask(sheet.claim.number, kind))
            window.open_at(key)

    def answer(self, receipt: ToVerify) -> None:
        """What the treasury's site said."""
        dialog = VerifyDialog(receipt, self._session.office.today, self._window)
        dialog.given.connect(self._claim.verify)
        dialog.open()

    def answers(self) -> None:
        """A list of receipts that somebody has filled in."""
        ask_which(self._window, self._session.preferences, "CSV (*.csv)", self._take_answers)

    def _take_answers(self, path: Path) -> None:
        office, actor = self._session.office, self._session.actor

        def told(kept: tuple[Verification, ...]) -> None:
            self._exports.remark.emit(self.tr("已登记 {0} 条查验结果。").format(len(kept)))
            self._session.jobs.announce("")

        self._session.jobs.run(self, lambda: record_answers(office, actor, path), told)

    def notice(self) -> None:
        """What the person is to be told; where that was told already, the notice is printed again."""
        sheet, office = self._claim.sheet, self._session.office
        if sheet is None:
            return
        number = sheet.claim.number

        def look() -> tuple[tuple[Notice, ...], Notice]:
            return supplements.notices(office, number), supplements.draft_notice(office, number)

        def show(found: tuple[tuple[Notice, ...], Notice]) -> None:
            issued, draft = found
            if _told(sheet.claim, issued):
                self._exports.ask(number, NOTICE)
            else:
                self._open_notice(draft)

        self._session.jobs.run(self, look, show)

    def _open_notice(self, draft: Notice) -> None:
        dialog = NoticeDialog(draft, self._window)
        dialog.given.connect(self._claim.give_notice)
        dialog.open()
        dialog.notes.setFocus()


def _told(claim: Claim, issued: tuple[Notice, ...]) -> bool:
    """Whether the claim waits for what its last notice asks."""
    at = issued[-1].at if issued else None
    return bool(claim.paused_on and at and at.astimezone(CHINA).date() >= claim.paused_on)

"""What is done with versions: begun, edited, proposed, approved, sent back, given up, taken out of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.policies.decide_dialog import DecideDialog
from app.ui.policies.propose_dialog import ProposeDialog
from app.ui.policies.version_side import APPROVE, DISCARD, DRAFT, PROPOSE, RETURN, WITHDRAW
from app.ui.widgets.reason import ReasonDialog, ask_reason
from review.services import policies

if TYPE_CHECKING:
    from datetime import date

    from app.ui.policies.edit_dialog import EditDialog
    from app.ui.policies.room import PoliciesRoom
    from app.ui.policies.shelves import Shelf
    from review.packs.versions import PolicyVersion
    from review.services.policies import Edit


class Deciding(QObject):
    """``done`` carries pack and number of the version that was changed, and what is said of it."""

    done = Signal(str, int, str)

    def __init__(self, room: PoliciesRoom) -> None:
        super().__init__(room)
        self._room = room

    def begin(self, deed: str, shelf: Shelf | None) -> None:
        """Ask what is to be asked first."""
        version = shelf.version if shelf else None
        if deed == DRAFT:
            self._draft()
        elif version is not None:
            acts = {PROPOSE: self._propose, APPROVE: self._decide, WITHDRAW: self._decide}
            acts.get(deed, lambda one: self._end(deed, one))(version)

    def edit(self, dialog: EditDialog, shelf: Shelf, wanted: Edit) -> None:
        """Keep an edit of a draft; a refusal is told in the dialog."""
        version, session = shelf.version, self._room.session
        if version is None:
            return

        def work() -> PolicyVersion:
            return policies.edit(session.office, session.actor, version.id, wanted, revision=version.revision)

        def kept(made: PolicyVersion) -> None:
            dialog.accept()
            self._tell(made, self.tr("已保存到草稿。"))

        session.jobs.run(dialog, work, kept, dialog.complain)

    def _draft(self) -> None:
        question = self.tr("从现行版本起草一份，修改、提请并经另一人核准以后才生效。为了什么而起草？")
        ready = (self.tr("年度待遇调整"), self.tr("落实上级新文件"), self.tr("更正参数"))
        office, actor = self._room.session.office, self._room.session.actor
        dialog = ReasonDialog(self._room, self.tr("起草新版本"), question, ready)
        ask_reason(
            dialog,
            lambda why: self._room.session.jobs.run(
                self._room,
                lambda: policies.begin_draft(office, actor, why),
                lambda made: self._tell(made, self.tr("已建立草稿，选一个参数按 F2 修改。")),
            ),
        )

    def _propose(self, version: PolicyVersion) -> None:
        session, dialog = self._room.session, ProposeDialog(self._room, version)

        def wanted(since: date, why: str) -> None:
            session.jobs.run(
                dialog,
                lambda: policies.propose(session.office, session.actor, version.id, since, why),
                proposed,
                dialog.complain,
            )

        def proposed(made: PolicyVersion) -> None:
            dialog.accept()
            self._tell(made, self.tr("已提请核准。"))

        dialog.wanted.connect(wanted)
        dialog.open()

    def _decide(self, version: PolicyVersion) -> None:
        dialog = DecideDialog(self._room, self._room.session, self._room.heavy, version)
        words = self.tr("已核准，按执行日期生效。") if dialog.approving else self.tr("已停用。")
        dialog.decided.connect(lambda made: self._tell(made, words))
        dialog.open()

    def _end(self, deed: str, version: PolicyVersion) -> None:
        """Send back, or give up, with a reason."""
        act = policies.return_to_draft if deed == RETURN else policies.discard
        title = self.tr("退回修改") if deed == RETURN else self.tr("放弃这一版")
        question = self.tr("“{title}”为什么{verb}？").format(title=version.title, verb=title)
        ready = (self.tr("依据不足"), self.tr("数值有误")) if deed == RETURN else (self.tr("不再需要"),)
        office, actor = self._room.session.office, self._room.session.actor
        assert deed in {RETURN, DISCARD}, "the others ask in windows of their own"
        ask_reason(
            ReasonDialog(self._room, title, question, ready),
            lambda why: self._room.session.jobs.run(
                self._room,
                lambda: act(office, actor, version.id, why),
                lambda made: self._tell(made, self.tr("已保存。")),
            ),
        )

    def _tell(self, version: PolicyVersion, words: str) -> None:
        self.done.emit(version.pack, version.id, words)
        self._room.session.jobs.announce("")

"""The import of a later batch: the file, its reading, a look at it all, then the taking over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.rules.importing.preview_page import PreviewPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.problems import problem
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.steps_dialog import StepsDialog
from review.rules.comparing import against
from review.services import rulebooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.rules.proposal import RuleFault, RuleProposal

    Read = tuple[RuleProposal, tuple[RuleFault, ...]]

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """The file at hand, and how to stop reading it."""

    path: Path
    stop: Event


class RulesDialog(StepsDialog):
    """``taken`` brings the new batch; until then nothing has changed. ``heavy`` reads and writes."""

    taken = Signal(object)

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent, translate("RulesDialog", "导入规则"))
        self._session, self._heavy = session, heavy
        self._reading: _Reading | None = None
        self.choose, self.preview = ChoosePage(session.preferences, self._asked()), PreviewPage(session, heavy)
        self.lay_out((self.choose, self.wait, self.preview))
        self.choose.chosen.connect(self.read)
        self.wait.cancelled.connect(self._cancel)
        self.preview.changed.connect(self.allow)
        self.turn(self.choose)

    def titles(self) -> Mapping[QWidget, str]:
        """The steps."""
        return {
            self.choose: self.tr("1 选择文件"),
            self.wait: self.tr("请稍候"),
            self.preview: self.tr("2 核对读出的规则"),
        }

    def onward(self) -> Mapping[QWidget, tuple[str, bool]]:
        """From the look at it all to the taking over."""
        return {self.preview: (self.tr("导入"), self.preview.ready)}

    def read(self, path: str) -> None:
        """Read a file, and hold it against the rules in force."""
        self._session.preferences.choose(LAST_FOLDER, str(Path(path).parent))
        self._reading = reading = _Reading(Path(path), Event())
        self.destroyed.connect(reading.stop.set)
        self.begin_waiting(self.tr("正在读取 {file}…").format(file=reading.path.name))
        office = self._session.office

        def work() -> Read:
            proposal = rulebooks.propose_rules(office, reading.path, reading.stop)
            return proposal, against(office.rules, proposal)

        self._heavy.run(
            self, work, lambda got: self._proposed(reading, got), lambda error: self._unread(reading, error)
        )

    def go_on(self) -> None:
        """Take the batch over."""
        proposal, office, actor = self.preview.proposal, self._session.office, self._session.actor
        if proposal is None:
            return
        words = self.tr("正在导入 {n} 条规则…").format(n=f"{len(proposal.rules):,}")
        self.begin_waiting(words, leave=False)
        self._heavy.run(self, lambda: rulebooks.take_over_rules(office, actor, proposal), self._done, self._refused)

    def go_back(self) -> None:
        """Another file."""
        self.turn(self.choose)

    def reject(self) -> None:
        """Close; a file that is being read is let go."""
        if self.leave.isEnabled():
            self._let_go()
            super().reject()

    def _proposed(self, reading: _Reading, got: Read) -> None:
        if reading is self._reading:
            self.wait.end()
            self.preview.show_proposal(*got)
            self.turn(self.preview)

    def _unread(self, reading: _Reading, error: Exception) -> None:
        if reading is self._reading:
            self.wait.end()
            told = problem(error)
            self.choose.complain(f"{told.what}\n{told.advice}".strip())
            self.turn(self.choose)

    def _cancel(self) -> None:
        self._let_go()
        self.wait.end()
        self.choose.complain("")
        self.turn(self.choose)

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.stop.set()
            self._reading = None

    def _done(self, view: object) -> None:
        self.wait.end()
        self.accept()
        self.taken.emit(view)

    def _refused(self, error: Exception) -> None:
        self.wait.end()
        told = problem(error)
        self.preview.complain(f"{told.what}\n{told.advice}".strip())
        self.turn(self.preview)

    def _asked(self) -> ChooseWords:
        return ChooseWords(
            self.tr("把规则表拖到这里"),
            self.tr(
                "国家或省医保局公布的规则库、知识库表格：Excel（.xlsx、.xls）或 CSV，表头和限定类型由系统辨认。"
                "只读取，不改动文件；最后一步确认之前什么都不会改变。"
            ),
            self.tr("选择规则表"),
            self.tr("规则表 (*.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)"),
        )

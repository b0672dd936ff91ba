"""The import of a later batch: the file, its reading, a look at it all, then the taking over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.rules.importing.preview_page import PreviewPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.import_dialog import ImportDialog
from review.rules.comparing import against
from review.services import rulebooks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from threading import Event

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.rules.proposal import RuleFault, RuleProposal

    Read = tuple[RuleProposal, tuple[RuleFault, ...]]

translate = QCoreApplication.translate


class RulesDialog(ImportDialog[PreviewPage]):
    """``taken`` brings the new batch."""

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent, translate("RulesDialog", "导入规则"), heavy)
        self._session = session
        self.choose, self.preview = ChoosePage(session.preferences, self._asked()), PreviewPage(session, heavy)
        self.lay_out((self.choose, self.wait, self.preview))
        self.choose.chosen.connect(self.read)
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
        file, office = Path(path), self._session.office
        self._session.preferences.choose(LAST_FOLDER, str(file.parent))

        def work(stop: Event) -> Read:
            proposal = rulebooks.propose_rules(office, file, stop)
            return proposal, against(office.rules, proposal)

        self.begin_reading(self.tr("正在读取 {file}…").format(file=file.name), work)

    def show_read(self, got: Read) -> None:
        """Show the rules."""
        self.preview.show_proposal(*got)

    def go_on(self) -> None:
        """Take the batch over."""
        proposal, office, actor = self.preview.proposal, self._session.office, self._session.actor
        if proposal is not None:
            words = self.tr("正在导入 {n} 条规则…").format(n=f"{len(proposal.rules):,}")
            self.begin_taking(words, lambda: rulebooks.take_over_rules(office, actor, proposal))

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

"""The import of an export of the platform: the file, its reading, a look at what it changes, then the taking over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.accumulators.importing.preview_page import PreviewPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.import_dialog import ImportDialog
from review.errors import LingbaoError
from review.services import accumulating

if TYPE_CHECKING:
    from collections.abc import Mapping
    from threading import Event

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.accumulators.proposal import StandingProposal, Told
    from review.services.accumulating import StandingPreview

    Read = tuple[StandingProposal, StandingPreview | None, str]

translate = QCoreApplication.translate


class StandingsDialog(ImportDialog[PreviewPage]):
    """``taken`` brings the new batch and the claims it changed."""

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent, translate("StandingsDialog", "导入平台累计"), heavy)
        self._session = session
        self._file: Path | None = None
        self.choose, self.preview = ChoosePage(session.preferences, self._asked()), PreviewPage(session, heavy)
        self.lay_out((self.choose, self.wait, self.preview))
        self.choose.chosen.connect(self.read)
        self.preview.changed.connect(self.allow)
        self.preview.told.again.connect(self._again)
        self.turn(self.choose)

    def titles(self) -> Mapping[QWidget, str]:
        """The steps."""
        return {
            self.choose: self.tr("1 选择文件"),
            self.wait: self.tr("请稍候"),
            self.preview: self.tr("2 核对读出的累计和将有的变化"),
        }

    def onward(self) -> Mapping[QWidget, tuple[str, bool]]:
        """From the look at it all to the taking over."""
        return {self.preview: (self.tr("导入"), self.preview.ready)}

    def read(self, path: str) -> None:
        """Read another file, of which nothing is said yet."""
        self._file = Path(path)
        self._session.preferences.choose(LAST_FOLDER, str(self._file.parent))
        self.preview.told.begin()
        self._begin(self._file, None, self.choose)

    def show_read(self, got: Read) -> None:
        """Show people and what their sums change."""
        self.preview.show_proposal(*got)

    def go_on(self) -> None:
        """Take the batch over."""
        proposal, office, actor = self.preview.proposal, self._session.office, self._session.actor
        if proposal is not None:
            words = self.tr("正在导入 {n} 人的累计，并重新计算涉及的报销单…")
            partly = bool(proposal.left_out)
            self.begin_taking(
                words.format(n=f"{len(proposal.standings):,}"),
                lambda: accumulating.take_over_standings(office, actor, proposal, partly=partly),
            )

    def _again(self) -> None:
        if self._file is not None:
            self._begin(self._file, self.preview.told.told, self.preview)

    def _begin(self, file: Path, told: Told | None, trouble: QWidget) -> None:
        office, actor = self._session.office, self._session.actor

        def work(stop: Event) -> Read:
            proposal = accumulating.propose_standings(office, file, told, stop)
            if proposal.stopped or not proposal.standings:
                return proposal, None, ""
            try:
                return proposal, accumulating.preview_standings(office, actor, proposal), ""
            except LingbaoError as error:
                return proposal, None, f"{error}\n{error.advice}".strip()

        self.begin_reading(self.tr("正在读取 {file}，并核对会改变哪些报销单…").format(file=file.name), work, trouble)

    def _asked(self) -> ChooseWords:
        return ChooseWords(
            self.tr("把平台导出的累计表拖到这里"),
            self.tr(
                "医保平台导出的参保人年度累计：Excel（.xlsx、.xls）或 CSV，身份证号要完整，表头由系统辨认。"
                "只读取，不改动文件；最后一步确认之前什么都不会改变。"
            ),
            self.tr("选择累计表"),
            self.tr("累计表 (*.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)"),
        )

"""The import of an export of the platform: the file, its reading, a look at what it changes, then the taking over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.accumulators.importing.preview_page import PreviewPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.problems import problem
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.steps_dialog import StepsDialog
from review.errors import LingbaoError
from review.services import accumulating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.accumulators.proposal import StandingProposal, Told
    from review.services.accumulating import StandingPreview

    Read = tuple[StandingProposal, StandingPreview | None, str]

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """The file at hand, what was said of it, and how to stop reading it."""

    path: Path
    told: Told | None
    stop: Event


class StandingsDialog(StepsDialog):
    """``taken`` brings the new batch; until then nothing has changed. ``heavy`` reads and writes."""

    taken = Signal(object)

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent, translate("StandingsDialog", "导入平台累计"))
        self._session, self._heavy = session, heavy
        self._reading: _Reading | None = None
        self.choose, self.preview = ChoosePage(session.preferences, self._asked()), PreviewPage(session, heavy)
        self.lay_out((self.choose, self.wait, self.preview))
        self.choose.chosen.connect(self.read)
        self.wait.cancelled.connect(self._cancel)
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
        self._session.preferences.choose(LAST_FOLDER, str(Path(path).parent))
        self.preview.told.begin()
        self._read(Path(path), None)

    def go_on(self) -> None:
        """Take the batch over."""
        proposal, office, actor = self.preview.proposal, self._session.office, self._session.actor
        if proposal is None:
            return
        words = self.tr("正在导入 {n} 人的累计，并重新计算涉及的报销单…").format(n=f"{len(proposal.standings):,}")
        self.begin_waiting(words, leave=False)
        self._heavy.run(
            self,
            lambda: accumulating.take_over_standings(office, actor, proposal, partly=bool(proposal.left_out)),
            self._done,
            self._refused,
        )

    def go_back(self) -> None:
        """Another file."""
        self.turn(self.choose)

    def reject(self) -> None:
        """Close; a file that is being read is let go."""
        if self.leave.isEnabled():
            self._let_go()
            super().reject()

    def _again(self) -> None:
        if self._reading is not None:
            self._read(self._reading.path, self.preview.told.told)

    def _read(self, path: Path, told: Told | None) -> None:
        self._reading = reading = _Reading(path, told, Event())
        self.destroyed.connect(reading.stop.set)
        self.begin_waiting(self.tr("正在读取 {file}，并核对会改变哪些报销单…").format(file=path.name))
        office, actor = self._session.office, self._session.actor

        def work() -> Read:
            proposal = accumulating.propose_standings(office, reading.path, reading.told, reading.stop)
            if proposal.stopped or not proposal.standings:
                return proposal, None, ""
            try:
                return proposal, accumulating.preview_standings(office, actor, proposal), ""
            except LingbaoError as error:
                return proposal, None, f"{error}\n{error.advice}".strip()

        self._heavy.run(
            self, work, lambda got: self._proposed(reading, got), lambda error: self._unread(reading, error)
        )

    def _proposed(self, reading: _Reading, got: Read) -> None:
        if reading is self._reading:
            self.wait.end()
            self.preview.show_proposal(*got)
            self.turn(self.preview)

    def _unread(self, reading: _Reading, error: Exception) -> None:
        if reading is self._reading:
            self.wait.end()
            told = problem(error)
            words = f"{told.what}\n{told.advice}".strip()
            page = self.preview if reading.told is not None else self.choose
            page.complain(words)
            self.turn(page)

    def _cancel(self) -> None:
        self._let_go()
        self.wait.end()
        self.choose.complain("")
        self.turn(self.choose)

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.stop.set()
            self._reading = None

    def _done(self, taken: object) -> None:
        self.wait.end()
        self.accept()
        self.taken.emit(taken)

    def _refused(self, error: Exception) -> None:
        self.wait.end()
        told = problem(error)
        self.preview.complain(f"{told.what}\n{told.advice}".strip())
        self.turn(self.preview)

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

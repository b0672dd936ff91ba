"""The import of an edition: file, reading, columns where they are not known, a look at it all, then the taking over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.catalogue.importing.head_page import HeadPage
from app.ui.catalogue.importing.mapping_page import MappingPage
from app.ui.catalogue.importing.preview_page import PreviewPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.problems import problem
from app.ui.widgets.cards import button
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.steps_dialog import StepsDialog
from review.errors import ConflictError, InputError
from review.services import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping as Known

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Mapping
    from review.catalogue.importing.proposal import Proposal

    Asked = tuple[tuple[SheetLook, ...], Known[str, Mapping | None]]

translate = QCoreApplication.translate
_UNKNOWN_COLUMNS = frozenset({"catalogue-columns"})
_CANCELLED = "cancelled"


@dataclass(slots=True)
class _Reading:
    """The file at hand, how to stop reading it, and the columns a person named for it."""

    path: Path
    stop: Event
    mapping: Mapping | None = None
    signature: str = ""


class ImportDialog(StepsDialog):
    """``taken`` brings the new edition; until then nothing has changed."""

    taken = Signal(object)

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent, translate("ImportDialog", "导入目录"))
        self._session, self._heavy = session, heavy
        self._reading: _Reading | None = None
        self.choose, self.mapping = ChoosePage(session.preferences, self._asked()), MappingPage()
        self.preview, self.head = PreviewPage(session, heavy), HeadPage()
        self.columns = button(self.tr("调整列对应…"), "quiet")
        self.lay_out((self.choose, self.wait, self.mapping, self.preview, self.head), (self.columns,))
        self._connect()
        self.turn(self.choose)

    # -- from a file to a proposal

    def read(self, path: str) -> None:
        """Read a file; columns are asked for only where they are not plain."""
        self._session.preferences.choose(LAST_FOLDER, str(Path(path).parent))
        self._reading = _Reading(Path(path), Event())
        self.destroyed.connect(self._reading.stop.set)
        self._propose()

    def _propose(self) -> None:
        reading = self._now
        self.begin_waiting(self.tr("正在读取 {file}…").format(file=reading.path.name))
        office, path, mapping, stop = self._session.office, reading.path, reading.mapping, reading.stop
        self._heavy.run(
            self,
            lambda: catalogue.propose(office, path, mapping, stop),
            lambda proposal: self._proposed(reading, proposal),
            lambda error: self._unread(reading, error),
        )

    def _proposed(self, reading: _Reading, proposal: Proposal) -> None:
        if reading is not self._reading or reading.stop.is_set():
            return
        self.wait.end()
        if proposal.stopped and not proposal.entries and reading.mapping is None:
            self._ask_columns(proposal.faults[0].said)
            return
        self.preview.show_proposal(proposal)
        self.head.show_proposal(proposal)
        self.turn(self.preview)

    def _unread(self, reading: _Reading, error: Exception) -> None:
        if reading is not self._reading:
            return
        self.wait.end()
        if isinstance(error, InputError) and error.code in _UNKNOWN_COLUMNS and reading.mapping is None:
            self._ask_columns(str(error))
            return
        cancelled = reading.stop.is_set() or getattr(error, "code", "") == _CANCELLED
        told = problem(error)
        self.choose.complain("" if cancelled else f"{told.what}\n{told.advice}".strip())
        self.turn(self.choose)

    def _cancel(self) -> None:
        if self._reading is not None:
            self._reading.stop.set()
            self._reading = None
        self.wait.end()
        self.choose.complain("")
        self.turn(self.choose)

    # -- columns

    def _ask_columns(self, why: str = "") -> None:
        reading, office = self._now, self._session.office
        self.begin_waiting(self.tr("正在看各工作表的表头…"))

        def work() -> Asked:
            looks = catalogue.looks(office, reading.path, reading.stop)
            return looks, {look.signature: catalogue.known_mapping(office, look.signature) for look in looks}

        self._heavy.run(
            self, work, lambda got: self._show_columns(reading, got, why), lambda error: self._unread(reading, error)
        )

    def _show_columns(self, reading: _Reading, got: Asked, why: str) -> None:
        if reading is not self._reading:
            return
        self.wait.end()
        looks, known = got
        if not looks:
            self.choose.complain(why or self.tr("这种文件的列是固定的，不能调整。"))
            self.turn(self.choose)
            return
        self.mapping.ask(looks, known, why)
        self.turn(self.mapping)

    def _read_mapped(self) -> None:
        draft = self.mapping.draft
        if draft is not None:
            self._now.mapping, self._now.signature = draft.mapping, draft.look.signature
            self._propose()

    # -- taking over

    def _take_over(self) -> None:
        proposal, reading = self.preview.proposal, self._now
        if proposal is None:
            return
        office, actor, head = self._session.office, self._session.actor, self.head.head
        end_older = self.head.end_older.isChecked()
        self.begin_waiting(self.tr("正在接管 {n} 条…").format(n=f"{len(proposal.entries):,}"), leave=False)

        def work() -> object:
            edition = catalogue.take_over(office, actor, proposal, head, end_older=end_older)
            if reading.mapping is not None:
                catalogue.remember_mapping(office, actor, reading.signature, reading.mapping)
            return edition

        self._heavy.run(self, work, self._done, self._refused)

    def _done(self, edition: object) -> None:
        self.wait.end()
        self.accept()
        self.taken.emit(edition)

    def _refused(self, error: Exception) -> None:
        self.wait.end()
        told = problem(error)
        older = isinstance(error, ConflictError) and error.code == "edition-overlap"
        self.head.complain(f"{told.what}\n{told.advice}".strip(), older=older)
        self.turn(self.head)

    # -- turning pages

    @property
    def _now(self) -> _Reading:
        assert self._reading is not None, "a file was chosen"
        return self._reading

    def titles(self) -> Known[QWidget, str]:
        """The steps."""
        return {
            self.choose: self.tr("1 选择文件"),
            self.wait: self.tr("请稍候"),
            self.mapping: self.tr("2 哪一列是什么"),
            self.preview: self.tr("3 核对读出的内容"),
            self.head: self.tr("4 名称、地区和日期"),
        }

    def onward(self) -> Known[QWidget, tuple[str, bool]]:
        """From columns to the reading, from the look at it to its head, from there to the taking over."""
        proposal = self.preview.proposal
        return {
            self.mapping: (self.tr("按此读取"), self.mapping.ready),
            self.preview: (self.tr("下一步"), proposal is not None and not proposal.stopped),
            self.head: (self.tr("接管"), proposal is not None and self.head.complete),
        }

    def turn(self, page: QWidget) -> None:
        """Bring a page to the front; files may be dropped on the first."""
        super().turn(page)
        self.setAcceptDrops(page is self.choose)

    def allow(self) -> None:
        """Columns can be named where the file has any to name."""
        super().allow()
        page, proposal = self.pages.currentWidget(), self.preview.proposal
        self.columns.setVisible(page is self.preview and proposal is not None and proposal.form != "national-list")

    def go_on(self) -> None:
        """Read, describe or take over."""
        page = self.pages.currentWidget()
        if page is self.mapping:
            self._read_mapped()
        elif page is self.preview:
            self.turn(self.head)
        else:
            self._take_over()

    def go_back(self) -> None:
        """From the head to the look at it, else to the file."""
        self.turn(self.preview if self.pages.currentWidget() is self.head else self.choose)

    def reject(self) -> None:
        """Close; a file that is being read is let go."""
        if not self.leave.isEnabled():
            return
        if self._reading is not None:
            self._reading.stop.set()
            self._reading = None
        super().reject()

    def _connect(self) -> None:
        self.choose.chosen.connect(self.read)
        self.wait.cancelled.connect(self._cancel)
        self.mapping.changed.connect(self.allow)
        self.head.changed.connect(self.allow)
        self.columns.clicked.connect(self._ask_columns)

    def _asked(self) -> ChooseWords:
        return ChooseWords(
            self.tr("把目录文件拖到这里"),
            self.tr(
                "国家药品目录的 PDF，药品代码、诊疗服务、医用耗材的 Excel（.xlsx、.xls）或 CSV。"
                "只读取，不改动文件；最后一步确认之前什么都不会改变。"
            ),
            self.tr("选择目录文件"),
            self.tr("目录文件 (*.pdf *.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)"),
        )

"""The import of an edition: file, reading, columns where they are not known, a look at it all, then the taking over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.catalogue.importing.choose_page import ChoosePage
from app.ui.catalogue.importing.head_page import HeadPage
from app.ui.catalogue.importing.mapping_page import MappingPage
from app.ui.catalogue.importing.preview_page import PreviewPage
from app.ui.catalogue.importing.wait_page import WaitPage
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.problems import problem
from app.ui.widgets.cards import button, text
from review.errors import ConflictError, InputError
from review.services import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping as Known

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Mapping
    from review.catalogue.importing.proposal import Proposal

    Asked = tuple[tuple[SheetLook, ...], Known[str, Mapping | None]]

_UNKNOWN_COLUMNS = frozenset({"catalogue-columns"})
_CANCELLED = "cancelled"


@dataclass(slots=True)
class _Reading:
    """The file at hand, how to stop reading it, and the columns a person named for it."""

    path: Path
    stop: Event
    mapping: Mapping | None = None
    signature: str = ""


class ImportDialog(QDialog):
    """``taken`` brings the new edition; until then nothing has changed."""

    taken = Signal(object)

    def __init__(self, session: Session, heavy: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._heavy = session, heavy
        self._reading: _Reading | None = None
        self.setWindowTitle(self.tr("导入目录"))
        self.resize(1080, 680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choose, self.wait, self.mapping = ChoosePage(session.preferences), WaitPage(), MappingPage()
        self.preview, self.head = PreviewPage(session, heavy), HeadPage()
        self._step, self.pages = text(role="title"), QStackedWidget()
        self.back, self.columns = button(self.tr("上一步")), button(self.tr("调整列对应…"), "quiet")
        self.next, self.leave = button("", "primary"), button(self.tr("关闭"))
        self._lay_out()
        self._connect()
        self._turn(self.choose)

    # -- from a file to a proposal

    def read(self, path: str) -> None:
        """Read a file; columns are asked for only where they are not plain."""
        self._session.preferences.choose(LAST_FOLDER, str(Path(path).parent))
        self._reading = _Reading(Path(path), Event())
        self.destroyed.connect(self._reading.stop.set)
        self._propose()

    def _propose(self) -> None:
        reading = self._now
        self._await(self.tr("正在读取 {file}…").format(file=reading.path.name))
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
        self._turn(self.preview)

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
        self._turn(self.choose)

    def _cancel(self) -> None:
        if self._reading is not None:
            self._reading.stop.set()
            self._reading = None
        self.wait.end()
        self.choose.complain("")
        self._turn(self.choose)

    # -- columns

    def _ask_columns(self, why: str = "") -> None:
        reading, office = self._now, self._session.office
        self._await(self.tr("正在看各工作表的表头…"))

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
            self._turn(self.choose)
            return
        self.mapping.ask(looks, known, why)
        self._turn(self.mapping)

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
        self._await(self.tr("正在接管 {n} 条…").format(n=f"{len(proposal.entries):,}"), leave=False)

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
        self._turn(self.head)

    # -- turning pages

    @property
    def _now(self) -> _Reading:
        assert self._reading is not None, "a file was chosen"
        return self._reading

    def _await(self, what: str, *, leave: bool = True) -> None:
        self.wait.begin(what, leave=leave)
        self._turn(self.wait)

    def _turn(self, page: QWidget) -> None:
        words = {
            self.choose: self.tr("1 选择文件"),
            self.wait: self.tr("请稍候"),
            self.mapping: self.tr("2 哪一列是什么"),
            self.preview: self.tr("3 核对读出的内容"),
            self.head: self.tr("4 名称、地区和日期"),
        }
        self._step.setText(words[page])
        self.pages.setCurrentWidget(page)
        self.setAcceptDrops(page is self.choose)
        self._allow()
        if self.next.isVisible():
            self.next.setFocus()

    def _allow(self) -> None:
        page, proposal = self.pages.currentWidget(), self.preview.proposal
        onward = {
            self.mapping: (self.tr("按此读取"), self.mapping.ready),
            self.preview: (self.tr("下一步"), proposal is not None and not proposal.stopped),
            self.head: (self.tr("接管"), proposal is not None and self.head.complete),
        }
        words, may = next((said for shown, said in onward.items() if shown is page), ("", False))
        self.next.setText(words)
        self.next.setVisible(bool(words))
        self.next.setEnabled(may)
        self.back.setVisible(page in onward)
        self.columns.setVisible(page is self.preview and proposal is not None and proposal.form != "national-list")
        self.leave.setEnabled(page is not self.wait or self.wait.cancel.isVisibleTo(self.wait))

    def _go_on(self) -> None:
        page = self.pages.currentWidget()
        if page is self.mapping:
            self._read_mapped()
        elif page is self.preview:
            self._turn(self.head)
        else:
            self._take_over()

    def _go_back(self) -> None:
        self._turn(self.preview if self.pages.currentWidget() is self.head else self.choose)

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
        self.mapping.changed.connect(self._allow)
        self.head.changed.connect(self._allow)
        self.back.clicked.connect(self._go_back)
        self.columns.clicked.connect(self._ask_columns)
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        for page in (self.choose, self.wait, self.mapping, self.preview, self.head):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        for control in (self.leave, self.columns):
            row.addWidget(control)
        row.addStretch(1)
        for control in (self.back, self.next):
            row.addWidget(control)
        for control in (self.leave, self.columns, self.back, self.next):
            control.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._step)
        column.addWidget(self.pages, 1)
        column.addLayout(row)

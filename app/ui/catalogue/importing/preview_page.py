"""What was read, before anything is changed: the entries, the faults with their place, what differs from now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.ui.catalogue.differences_view import DifferencesView
from app.ui.catalogue.entry_columns import entry_columns
from app.ui.catalogue.importing.fault_columns import fault_columns
from app.ui.labels import label
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.listed import Listed
from app.ui.tables.long_table import LongTable
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, below, button, text
from review.services import catalogue

if TYPE_CHECKING:
    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.catalogue.differences import Differences
    from review.catalogue.entry import Edition, Entry
    from review.catalogue.importing.proposal import Fault, Proposal

    Compared = tuple[Proposal, Edition | None, Differences | None]

_PAUSE = 180


class PreviewPage(QWidget):
    """Shows one proposal; ``heavy`` compares and exports."""

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy = session, heavy
        self.proposal: Proposal | None = None
        self.head, self.verdict, self.told = text(role="heading"), Note(), Note()
        self.search = QLineEdit(placeholderText=self.tr("在读出的条目中查名称、编号或代码"))
        self.entries: LongTable[Entry] = LongTable(session, entry_columns())
        self._faults: RowsModel[Fault] = RowsModel(fault_columns(), id, self)
        self.faults: RowsView[Fault] = RowsView(self._faults, session.theme)
        self.export = button(self.tr("导出问题清单…"))
        self.faults.setToolTip(self.tr("回车：看这一行读成了什么"))
        self.differences = DifferencesView(session, heavy)
        self.tabs = QTabWidget()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.export.clicked.connect(self._export)
        self.faults.opened.connect(lambda _: self.jump())

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what was read from a file, and work out what it would change."""
        self.proposal = proposal
        kind, count = label(proposal.head.kind), f"{len(proposal.entries):,}"
        self.head.setText(
            self.tr("{file} · {kind} · 读出 {count} 条").format(file=proposal.file, kind=kind, count=count)
        )
        self._say_verdict(proposal)
        self.told.say("\n".join(proposal.notes), Tone.INFO)
        self._faults.show(proposal.faults)
        self.faults.pick_first()
        self._name_tabs(proposal)
        self.search.clear()
        self._filter()
        self._compare(proposal)

    def jump(self) -> None:
        """Show the entry of the row that the fault in focus is about, or the last one before it."""
        fault, proposal = self.faults.current, self.proposal
        if fault is None or proposal is None or not proposal.places:
            return
        before = [n for n, (sheet, row) in enumerate(proposal.places) if sheet == fault.sheet and row <= fault.row]
        self.tabs.setCurrentIndex(0)
        self.search.clear()
        self.entries.view.selectRow(before[-1] if before else 0)
        self.entries.view.setFocus()

    def _say_verdict(self, proposal: Proposal) -> None:
        stopping = sum(fault.stops for fault in proposal.faults)
        if proposal.stopped:
            words = self.tr(
                "有 {n} 处必须改正，不能接管：请按清单改正文件后重新选择，或调整列对应。"
                "整份文件要么全部接管，要么一条也不接管。"
            )
            self.verdict.say(words.format(n=stopping), Tone.BAD)
        elif proposal.fault_count:
            self.verdict.say(self.tr("有 {n} 处提醒，不妨碍接管，请看一看。").format(n=proposal.fault_count), Tone.WARN)
        else:
            self.verdict.say(self.tr("没有发现问题。"), Tone.OK)

    def _name_tabs(self, proposal: Proposal) -> None:
        more = "+" if proposal.unkept else ""
        words = (
            self.tr("条目 {n}").format(n=f"{len(proposal.entries):,}"),
            self.tr("问题 {n}").format(n=f"{len(proposal.faults)}{more}"),
            self.tr("与现行版本的差异"),
        )
        for place, word in enumerate(words):
            self.tabs.setTabText(place, word)
        self.export.setEnabled(bool(proposal.faults))
        self.tabs.setCurrentIndex(1 if proposal.stopped else 0)

    def _filter(self) -> None:
        if self.proposal is not None:
            wanted = self.search.text().strip().casefold()
            self.entries.say_empty(self.tr("没有符合的条目") if wanted else self.tr("没有读出条目"))
            self.entries.ask(Listed(self.proposal.entries, partial(_holds, wanted) if wanted else None).fetch)

    def _compare(self, proposal: Proposal) -> None:
        self.differences.forget(self.tr("正在与现行版本对比…"))
        office = self._session.office

        def work() -> Compared:
            against = catalogue.in_force(office, proposal.head)
            return proposal, against, catalogue.compare(office, proposal, against.id) if against else None

        self._heavy.run(self, work, self._compared, lambda error: self.differences.forget(str(error)))

    def _compared(self, got: Compared) -> None:
        proposal, against, found = got
        if proposal is not self.proposal:
            return
        if against is None or found is None:
            self.differences.forget(self.tr("这个地区还没有同类目录，全部条目都是新的。"))
            return
        self.tabs.setTabText(2, self.tr("与“{title}”的差异").format(title=_short(against.title)))
        self.tabs.setTabToolTip(2, against.title)
        self.differences.show_differences(found, self.tr("导入差异 {file}").format(file=proposal.file))

    def _export(self) -> None:
        if self.proposal is None:
            return
        faults, name = self.proposal.faults, self.tr("问题清单 {file}").format(file=self.proposal.file)
        told = Listing(name, fault_columns(), lambda: faults)
        ask_and_write(self, self._session.preferences, self._heavy, told)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        entries, faults = below(self.search, self.entries), below(self.export, self.faults, right=True)
        for page in (entries, faults, self.differences):
            self.tabs.addTab(page, "")
        card = Card(margin=0)
        card.rows.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.verdict, self.told):
            column.addWidget(widget)
        column.addWidget(card, 1)


def _holds(wanted: str, entry: Entry) -> bool:
    return wanted in f"{entry.name} {entry.official_no} {entry.code}".casefold()


_LONGEST = 18


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:8]}…{title[-8:]}"

"""What an export says before anything is changed: people, faults with row and column, oddities, claims it changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.ui.accumulators.affected_list import AffectedList
from app.ui.accumulators.importing.fault_columns import fault_columns, odd_columns, oddities
from app.ui.accumulators.importing.told_row import ToldRow
from app.ui.accumulators.standing_columns import standing_columns
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.listed import Listed
from app.ui.tables.long_table import LongTable
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, below, button, text

if TYPE_CHECKING:
    from app.ui.accumulators.importing.fault_columns import Odd
    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.accumulators.proposal import StandingFault, StandingProposal
    from review.accumulators.standing import Standing
    from review.services.accumulating import StandingPreview

_PAUSE = 180


class PreviewPage(QWidget):
    """Shows one proposal; ``changed`` comes when something decides anew whether it may be taken over."""

    changed = Signal()

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy = session, heavy
        self.proposal: StandingProposal | None = None
        self._known = False
        self.head, self.verdict, self.trouble = text(role="heading"), Note(), Note()
        self.told, self.seen, self.tabs = ToldRow(), QCheckBox(), QTabWidget()
        self.search = QLineEdit(placeholderText=self.tr("查姓名或身份证号"))
        self.people: LongTable[Standing] = LongTable(session, standing_columns())
        self.faults: LongTable[StandingFault] = LongTable(session, fault_columns())
        self.odd: LongTable[Odd] = LongTable(session, odd_columns())
        self.affected, self.export = AffectedList(session.theme), button(self.tr("导出问题清单…"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.export.clicked.connect(self._export)
        self.seen.toggled.connect(lambda _: self.changed.emit())
        self.told.changed.connect(self.changed)

    @property
    def ready(self) -> bool:
        """Whether it may be taken over: nothing stops it, what it changes is known, rows left out were looked at."""
        read = self.proposal
        if read is None or read.stopped or not self._known or not self.told.settled:
            return False
        return not read.left_out or self.seen.isChecked()

    def show_proposal(self, read: StandingProposal, preview: StandingPreview | None, why: str = "") -> None:
        """Show what was read, and what it would change; without that, ``why`` it cannot be taken over."""
        self.proposal, self._known = read, preview is not None
        self.head.setText(
            self.tr("{file} · 表内 {rows} 行，读出 {people} 人").format(
                file=read.file, rows=f"{read.rows:,}", people=f"{len(read.standings):,}"
            )
        )
        self.head.setToolTip(columns_words(read))
        self._say_verdict(read, preview)
        self.complain(why)
        self.search.clear()
        self._filter()
        self.faults.say_empty(self.tr("没有发现问题"))
        self.faults.ask(Listed(read.faults).fetch)
        odd = oddities(preview.comparison) if preview else ()
        self.odd.say_empty(self.tr("没有疑点"), self.tr("与上次导入相比没有减少的累计，姓名与本单位报销单一致。"))
        self.odd.ask(Listed(odd).fetch)
        self.affected.show_affected(preview.affected if preview else (), self.tr("导入以后"))
        self._name_tabs(read, len(odd), len(preview.affected) if preview else 0)
        self.told.show_read(read)
        self.changed.emit()

    def complain(self, words: str) -> None:
        """Say why it could not be taken over."""
        self.trouble.say(words, Tone.BAD)

    def _say_verdict(self, read: StandingProposal, preview: StandingPreview | None) -> None:
        self.seen.setChecked(False)
        self.seen.setVisible(bool(read.left_out) and not read.stopped)
        self.seen.setText(self.tr("没有采用的 {n} 行已经看过，只导入其余的").format(n=f"{read.left_out:,}"))
        notes = "".join(read.notes)
        if preview is None:
            stopping = sum(fault.stops for fault in read.faults)
            words = self.tr("有 {n} 处必须改正或补充，不能导入：请看“问题”，补充上面几项或改正文件。什么都没有改变。")
            self.verdict.say(words.format(n=stopping) + notes if stopping else notes, Tone.BAD)
            return
        found = preview.comparison
        words = self.tr("新增 {new} 人、变化 {changed} 人、相同 {same} 人。要么全部导入，要么一个也不导入。")
        told = words.format(new=f"{found.new:,}", changed=f"{found.changed:,}", same=f"{found.same:,}")
        self.verdict.say(told + notes, Tone.WARN if read.faults or found.falling or found.misnamed else Tone.OK)

    def _name_tabs(self, read: StandingProposal, odd: int, affected: int) -> None:
        words = (
            self.tr("累计 {n}").format(n=f"{len(read.standings):,}"),
            self.tr("问题 {n}").format(n=f"{len(read.faults) + read.unkept:,}"),
            self.tr("疑点 {n}").format(n=f"{odd:,}"),
            self.tr("将变化的报销单 {n}").format(n=f"{affected:,}"),
        )
        for place, word in enumerate(words):
            self.tabs.setTabText(place, word)
        self.export.setEnabled(bool(read.faults))
        self.tabs.setCurrentIndex(1 if read.faults else 0)

    def _filter(self) -> None:
        if self.proposal is not None:
            wanted = self.search.text().strip().upper()
            self.people.say_empty(self.tr("没有符合的人") if wanted else self.tr("没有读出任何人的累计"))
            self.people.ask(Listed(self.proposal.standings, partial(_holds, wanted) if wanted else None).fetch)

    def _export(self) -> None:
        if self.proposal is None:
            return
        faults, name = self.proposal.faults, self.tr("问题清单 {file}").format(file=self.proposal.file)
        ask_and_write(self, self._session.preferences, self._heavy, Listing(name, fault_columns(), lambda: faults))

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        pages = below(self.search, self.people), below(self.export, self.faults, right=True), self.odd, self.affected
        for page in pages:
            self.tabs.addTab(page, "")
        card = Card(margin=0)
        card.rows.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.told, self.verdict, self.trouble):
            column.addWidget(widget)
        column.addWidget(card, 1)
        column.addWidget(self.seen)


def columns_words(read: StandingProposal) -> str:
    """What each heading was read as, and which were not read."""
    said = [f"{heading} → {name}" for heading, name in read.columns]
    return "\n".join((*said, *(f"{heading} → —" for heading in read.unread)))


def _holds(wanted: str, standing: Standing) -> bool:
    return wanted in standing.name.upper() or wanted in standing.whose.id_number

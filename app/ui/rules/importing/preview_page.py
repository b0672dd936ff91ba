"""What a file of rules says, before anything is changed: rules, faults with sheet and row, what differs from now."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.ui.rules.importing.fault_columns import difference_columns, fault_columns
from app.ui.rules.rule_columns import rule_columns
from app.ui.tables.exporting import Listing, ask_and_write
from app.ui.tables.listed import Listed
from app.ui.tables.long_table import LongTable
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, below, button, text
from app.ui.widgets.fields import Labelled, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.jobs import Jobs
    from app.ui.shell.session import Session
    from review.rules.proposal import RuleFault, RuleProposal
    from review.rules.rule import Rule

_PAUSE = 180


class PreviewPage(QWidget):
    """Shows one proposal; ``changed`` comes when something decides anew whether it may be taken over."""

    changed = Signal()

    def __init__(self, session: Session, heavy: Jobs) -> None:
        super().__init__()
        self._session, self._heavy = session, heavy
        self._read: RuleProposal | None = None
        self.head, self.verdict, self.trouble = text(role="heading"), Note(), Note()
        self.title, self.source = QLineEdit(), QLineEdit()
        self.day = QLineEdit(placeholderText=self.tr("年-月-日，不知道可不填"))
        self.seen, self.tabs = QCheckBox(), QTabWidget()
        self.search = QLineEdit(placeholderText=self.tr("在读出的规则中查名称或编码"))
        self.rules: LongTable[Rule] = LongTable(session, rule_columns())
        self.faults: LongTable[RuleFault] = LongTable(session, fault_columns())
        self.differences: LongTable[RuleFault] = LongTable(session, difference_columns())
        self.export = button(self.tr("导出问题清单…"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.export.clicked.connect(self._export)
        self.seen.toggled.connect(lambda _: self.changed.emit())
        for field in (self.title, self.day):
            field.textChanged.connect(lambda _: self.changed.emit())

    @property
    def proposal(self) -> RuleProposal | None:
        """What was read, under the title, day and source that were typed; None while nothing was."""
        if self._read is None:
            return None
        source = self.source.text().strip() or self._read.batch.source
        day = day_of(self.day.text())
        return replace(
            self._read, batch=replace(self._read.batch, title=self.title.text().strip(), published=day, source=source)
        )

    @property
    def ready(self) -> bool:
        """Whether it may be taken over: nothing stops it, it has a name, and rows left out were looked at."""
        read = self._read
        if read is None or read.stopped or not self.title.text().strip():
            return False
        dated = not self.day.text().strip() or day_of(self.day.text()) is not None
        return dated and (self.seen.isHidden() or self.seen.isChecked())

    def show_proposal(self, read: RuleProposal, differences: Sequence[RuleFault]) -> None:
        """Show what was read, and what it would change of the rules in force."""
        self._read = read
        batch = read.batch
        told = self.tr("{file} · 表内 {rows} 行，读出 {count} 条规则")
        self.head.setText(told.format(file=read.file, rows=f"{batch.rows:,}", count=f"{len(read.rules):,}"))
        self.title.setText(batch.title)
        self.day.setText(str(batch.published or ""))
        self.source.setText(batch.source)
        self._say_verdict(read)
        self.complain("")
        self.search.clear()
        self._filter()
        self.faults.say_empty(self.tr("没有发现问题"))
        self.faults.ask(Listed(read.faults).fetch)
        self.differences.say_empty(self.tr("没有改变现行的规则"), self.tr("读出的规则都是新的，或与现行的一致。"))
        self.differences.ask(Listed(differences).fetch)
        self._name_tabs(read, len(differences))
        self.changed.emit()

    def complain(self, words: str) -> None:
        """Say why it could not be taken over."""
        self.trouble.say(words, Tone.BAD)

    def _say_verdict(self, read: RuleProposal) -> None:
        stopping, out = sum(f.stops for f in read.faults), sum(f.left_out for f in read.faults)
        self.seen.setChecked(False)
        self.seen.setVisible(bool(out) and not read.stopped)
        self.seen.setText(self.tr("没有读入的 {n} 行已经看过，只导入读出的规则").format(n=out))
        if read.stopped:
            words = self.tr("有 {n} 处必须改正，不能导入：请按“问题”改正文件后重新选择。什么都没有改变。")
            self.verdict.say(words.format(n=stopping), Tone.BAD)
        elif read.faults:
            words = self.tr(
                "有 {n} 处问题，其中 {out} 行没有读入，请看一看。读出的规则要么全部导入，要么一条也不导入。"
            )
            self.verdict.say(words.format(n=len(read.faults), out=out), Tone.WARN)
        else:
            self.verdict.say(self.tr("没有发现问题。读出的规则要么全部导入，要么一条也不导入。"), Tone.OK)

    def _name_tabs(self, read: RuleProposal, differences: int) -> None:
        words = (
            self.tr("规则 {n}").format(n=f"{len(read.rules):,}"),
            self.tr("问题 {n}").format(n=f"{len(read.faults):,}"),
            self.tr("与现行不同 {n}").format(n=f"{differences:,}"),
        )
        for place, word in enumerate(words):
            self.tabs.setTabText(place, word)
        self.export.setEnabled(bool(read.faults))
        self.tabs.setCurrentIndex(1 if read.faults else 0)

    def _filter(self) -> None:
        if self._read is not None:
            wanted = self.search.text().strip().upper()
            self.rules.say_empty(self.tr("没有符合的规则") if wanted else self.tr("没有读出规则"))
            self.rules.ask(Listed(self._read.rules, partial(_holds, wanted) if wanted else None).fetch)

    def _export(self) -> None:
        if self._read is None:
            return
        faults, name = self._read.faults, self.tr("问题清单 {file}").format(file=self._read.file)
        told = Listing(name, fault_columns(), lambda: faults)
        ask_and_write(self, self._session.preferences, self._heavy, told)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        pages = below(self.search, self.rules), below(self.export, self.faults, right=True), self.differences
        for page in pages:
            self.tabs.addTab(page, "")
        named = QHBoxLayout()
        for word, field, share in (
            (self.tr("批次名称"), self.title, 3),
            (self.tr("发布日期"), self.day, 2),
            (self.tr("来源"), self.source, 3),
        ):
            named.addWidget(Labelled(word, field), share)
        card = Card(margin=0)
        card.rows.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.verdict, self.trouble):
            column.addWidget(widget)
        column.addLayout(named)
        column.addWidget(card, 1)
        column.addWidget(self.seen)


def _holds(wanted: str, rule: Rule) -> bool:
    return wanted in rule.name.upper() or any(code.startswith(wanted) for code in rule.codes)

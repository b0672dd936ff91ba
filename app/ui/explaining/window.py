"""One settlement explained: the ladder on the left; steps, lines, year and plain words on the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.ui.desk.ladder import Ladder
from app.ui.explaining.columns import SharedLine, YearSum, line_columns, shared_lines, year_columns, year_rows
from app.ui.explaining.plain_page import PlainPage
from app.ui.explaining.step_cards import StepCards
from app.ui.labels import sum_label
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Bar, Card, below, button, text
from app.ui.widgets.fact_sheet import selectable
from review.money import thousands
from review.policy.plain_words import plain_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.policy.settlement import Settlement

WIDTH, HEIGHT = 1180, 690
LEFT = 400


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with the settlement that is explained."""

    claim: Claim
    settlement: Settlement


class ExplainWindow(QDialog):
    """Stands beside the desk until it is closed; ``wanted`` asks for a file: ``pdf``, ``insured`` or ``xlsx``."""

    wanted = Signal(str)

    def __init__(self, session: Session, explained: Explained, parent: QWidget) -> None:
        super().__init__(parent)
        self._explained = explained
        self._files: list[QPushButton] = []
        claim, settlement = explained.claim, explained.settlement
        self.setWindowTitle(self.tr("结算说明 {number} {name}").format(number=claim.number, name=claim.insured.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ladder = Ladder(session.theme.colour, whole=True)
        self.steps, self.plain, self.tabs = StepCards(), PlainPage(), QTabWidget()
        lines: RowsModel[SharedLine] = RowsModel(line_columns(), lambda row: row.number, self)
        year: RowsModel[YearSum] = RowsModel(year_columns(), lambda row: row.title, self)
        self.lines: RowsView[SharedLine] = RowsView(lines, session.theme)
        self.year: RowsView[YearSum] = RowsView(year, session.theme)
        self.cut_only = button(self.tr("只看有个人自付的行"), "chip")
        self.cut_only.setCheckable(True)
        self.cut_only.toggled.connect(self._sift)
        self.ladder.show_settlement(settlement)
        self.steps.show_settlement(settlement)
        self.plain.show_words(plain_words(settlement, claim.care), settlement.personal)
        lines.show(shared_lines(settlement))
        year.show(year_rows(settlement))
        self.ladder.picked.connect(self._look_at)
        self._lay_out()

    def open_at(self, key: str) -> None:
        """Show the window; with the name of a fall, at its step."""
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 60))
        self.show()
        self.ladder.setFocus()
        if key:
            self.ladder.pick(key)

    def foot_files(self, *, offered: bool) -> None:
        """Whether files of the settlement can be asked for; they are written of the claim as it stands."""
        for made in self._files:
            made.setVisible(offered)

    def _look_at(self, key: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.steps.look_at(key)

    def _sift(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.lines.proxy.keep((lambda row: bool(row.cut)) if on else None)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.steps, self.tr("计算过程"))
        self.tabs.addTab(below(self.cut_only, self.lines, right=True), self.tr("明细四栏"))
        self.tabs.addTab(self._year_page(), self.tr("年度累计"))
        self.tabs.addTab(self.plain, self.tr("给参保人"))
        left, right = Card(), Card(margin=0)
        left.setFixedWidth(LEFT)
        for part in self._left():
            left.rows.addWidget(part)
        left.rows.addWidget(self.ladder, 1)
        right.rows.addWidget(self.tabs)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 12, 12, 12)
        middle.setSpacing(12)
        middle.addWidget(left)
        middle.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self._foot())

    def _left(self) -> tuple[QWidget, ...]:
        """Whose settlement it is, by which pack, of which day."""
        settlement = self._explained.settlement
        pack, day = settlement.pack, settlement.day
        care = self._explained.claim.care
        used = self.tr("政策包 {title} {version}").format(title=pack.title or pack.id, version=pack.version)
        on = self.tr("按 {day} 的政策").format(day=day) if day else ""
        told = (care.hospital, " · ".join(part for part in (used, on) if part))
        labels = [selectable(text(words, "small")) for words in told if words]
        unsure = Note("" if pack.status == "confirmed" else self.tr("政策未经局方确认，数额仅供核对"), Tone.WARN)
        return (text(self._explained.claim.insured.name or "—", "title"), *labels, unsure)

    def _year_page(self) -> QWidget:
        """The accumulators, and where the figures before came from."""
        before, claim = self._explained.settlement.before, self._explained.claim
        source = before.source or claim.year_to_date.source
        note = Note(self.tr("累计数来源：{0}").format(source or self.tr("未注明")), Tone.INFO if source else Tone.WARN)
        return below(note, self.year)

    def _foot(self) -> Bar:
        foot = Bar("foot")
        for key, words in (
            ("pdf", self.tr("结算单 PDF…")),
            ("insured", self.tr("给参保人的说明 PDF…")),
            ("xlsx", self.tr("明细 Excel…")),
        ):
            made = button(words)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _=False, kind=key: self.wanted.emit(kind))
            self._files.append(made)
            foot.row.addWidget(made)
        foot.row.addStretch(1)
        foot.row.addWidget(text(sum_label("fund_total"), "heading"))
        foot.row.addWidget(text(f"¥ {thousands(self._explained.settlement.fund_total)}", "sum"))
        close = button(self.tr("关闭"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot.row.addWidget(close)
        return foot

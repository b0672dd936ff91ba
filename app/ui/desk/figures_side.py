"""The right of the desk: fields beside care facts, lines with their equation, findings beside the settlement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.ui.desk.ask_note import AskNote
from app.ui.desk.equation_bar import EquationBar
from app.ui.desk.fact_rows import account_rows, care_rows, document_rows, insured_rows
from app.ui.desk.fill_note import FillNote
from app.ui.desk.fills import fills
from app.ui.desk.finding_targets import PAPERS, VERIFICATIONS
from app.ui.desk.findings_panel import FindingsPanel
from app.ui.desk.form_card import FormCard
from app.ui.desk.line_rows import line_rows, papers_with_lines
from app.ui.desk.lines_table import LinesTable
from app.ui.desk.papers_panel import PapersPanel
from app.ui.desk.settlement_panel import SettlementPanel
from app.ui.desk.share_splitter import ShareSplitter
from app.ui.desk.spots import row_targets, spots
from app.ui.desk.verify_panel import VerifyPanel
from app.ui.desk.year_rows import year_rows
from app.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.ui.desk.form_rows import Row
    from app.ui.desk.sheet import Sheet
    from app.ui.shell.session import Session
    from review.claim.paper import Document


FACTS: dict[str, Callable[[Sheet], tuple[Row, ...]]] = {
    "care": lambda sheet: care_rows(sheet.claim),
    "insured": lambda sheet: insured_rows(sheet.claim),
    "account": lambda sheet: account_rows(sheet.claim),
    "year_to_date": lambda sheet: year_rows(sheet.claim, sheet.at_odds),
}
"""The forms beside the paper's own fields, in the order of their tabs."""


class FiguresSide(QWidget):
    """Forms, table, findings and settlement of one claim, tied to the page by targets."""

    edited = Signal(str, str)
    typing = Signal(str, str)
    confirmed = Signal(str)
    looked = Signal(str)
    filled = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        colour = session.theme.colour
        self._sheet: Sheet | None = None
        self._document = 0
        self._locked = True
        self._counts: Mapping[int, int] = {}
        self.fields = FormCard()
        self.paper_note, self.row_note, self.fill_note = AskNote(), AskNote(), FillNote()
        self.facts = QTabWidget()
        self.forms = {name: FormCard() for name in FACTS}
        self.papers = QTabWidget()
        self.held, self.verify = PapersPanel(), VerifyPanel()
        self.table = LinesTable(colour)
        self.equation = EquationBar()
        self.findings = FindingsPanel()
        self.settlement = SettlementPanel(colour)
        self._build()
        self._connect()

    # -- what is shown

    def show_sheet(self, sheet: Sheet, *, locked: bool) -> None:
        """Show a claim; ``locked`` where its figures may not change here and now."""
        if self._sheet is None or self._sheet.claim.number != sheet.claim.number:
            self._document, self._counts = 0, {}
        self._sheet, self._locked = sheet, locked
        self._show_document()
        self._show_facts()
        self.held.show_sheet(sheet, locked=locked)
        self.verify.show_sheet(sheet, locked=locked)
        self.equation.show_equation(sheet.equation)
        self.findings.show_findings(sheet.findings, locked=locked, rows=row_targets(sheet.claim))
        self.settlement.show_settlement(sheet.settlement, sheet.trouble)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Say how many candidates wait for the lines without an entry."""
        self._counts = counts
        self._show_lines()

    def show_document(self, document_id: int) -> None:
        """Show the fields and lines of a paper."""
        if document_id and document_id != self._document:
            self._document = document_id
            self._show_document()

    def show_target(self, target: str, *, focus: bool = True) -> None:
        """Go to the field or cell of a target."""
        spot = spots(self._sheet.claim).get(target) if self._sheet else None
        if spot is not None and spot.document is not None:
            self.show_document(spot.document.id)
            if focus and spot.line is None:
                self.papers.setCurrentIndex(0)
        if spot is not None and spot.line is not None:
            self.table.show_target(target, focus=focus)
            self._ask_row()
        elif focus and self.paper_note.take(target):
            return
        elif not self.fields.reveal(target, focus=focus):
            self._show_fact(target, focus=focus)

    def open_tab(self, name: str) -> None:
        """Bring one of the tabs beside the paper's fields to the front."""
        tab = {PAPERS: self.held, VERIFICATIONS: self.verify}.get(name)
        if tab is not None:
            self.papers.setCurrentWidget(tab)
            tab.setFocus()

    def refuse(self, target: str, message: str) -> None:
        """Say at the field why a value was not taken."""
        for form in (self.fields, *self.forms.values()):
            form.refuse(target, message)
        self.table.lines.forget_typed()

    @property
    def document(self) -> Document | None:
        """The paper in hand."""
        if self._sheet is None:
            return None
        return next((d for d in self._sheet.claim.documents if d.id == self._document), None)

    def _take_paper(self, document_id: int) -> None:
        """Show a paper, its fields to the front and its page beside them."""
        self.show_document(document_id)
        self.papers.setCurrentIndex(0)
        self.looked.emit(f"document:{document_id}")

    def _show_document(self) -> None:
        if self._sheet is None:
            return
        documents = self._sheet.claim.documents
        document = self.document or (documents[0] if documents else None)
        self._document = document.id if document else 0
        self.papers.setTabText(0, label(document.kind) if document else self.tr("材料"))
        self.fields.set_rows(document_rows(document) if document else (), locked=self._locked)
        self._ask_paper(document)
        self.fill_note.offer(() if self._locked else fills(self._sheet.claim, document))
        self._show_lines()

    def _ask_paper(self, document: Document | None) -> None:
        asked = document is not None and document.review and not document.review_cleared
        reason = "；".join(document.review) if document and asked else ""
        self.paper_note.ask(f"document:{self._document}", reason, locked=self._locked)

    def _ask_row(self) -> None:
        row = self.table.line
        self.row_note.ask(f"line:{row.line.id}" if row else "", row.line.review if row else "", locked=self._locked)

    def _show_lines(self) -> None:
        if self._sheet is not None:
            papers = papers_with_lines(self._sheet, self.document)
            lines = [line for paper in papers for line in paper.lines]
            self.table.show_lines(line_rows(self._sheet, lines, self._counts), locked=self._locked)
            self._ask_row()

    def _show_facts(self) -> None:
        """Fill the form in front; those behind are filled when they come to the front."""
        if self._sheet is not None:
            name = tuple(self.forms)[self.facts.currentIndex()]
            self.forms[name].set_rows(FACTS[name](self._sheet), locked=self._locked)

    def _show_fact(self, target: str, *, focus: bool) -> None:
        if self._sheet is None:
            return
        for name, form in self.forms.items():
            if any(row.target == target for row in FACTS[name](self._sheet)):
                self.facts.setCurrentWidget(form)
                form.reveal(target, focus=focus)

    # -- how it is laid out

    def _build(self) -> None:
        names = (self.tr("就诊"), self.tr("参保人"), self.tr("收款账户"), self.tr("年度累计"))
        for form, name in zip(self.forms.values(), names, strict=True):
            self.facts.addTab(form, name)
        self.papers.addTab(_stacked(self.paper_note, self.fill_note, self.fields), self.tr("材料"))
        self.papers.addTab(self.held, self.tr("全部材料"))
        self.papers.addTab(self.verify, self.tr("查验"))
        rows = ShareSplitter(Qt.Orientation.Vertical)
        rows.add(_pair(_tabbed(self.papers), _tabbed(self.facts)), 26)
        rows.add(_card(self.table, self.row_note, self.equation), 38)
        rows.add(_pair(self.findings, self.settlement), 36)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addWidget(rows)

    def _connect(self) -> None:
        for note in (self.paper_note, self.row_note):
            note.confirmed.connect(self.confirmed)
        self.held.edited.connect(self.edited)
        self.held.filled.connect(self.filled)
        for panel in (self.held, self.verify):
            panel.chosen.connect(self._take_paper)
        self.fill_note.accepted.connect(self.filled)
        self.facts.currentChanged.connect(lambda _index: self._show_facts())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._ask_row())
        for form in (self.fields, *self.forms.values()):
            form.edited.connect(self.edited)
            form.typing.connect(self.typing)
            form.confirmed.connect(self.confirmed)
            form.entered.connect(self.looked)
        self.table.lines.edited.connect(self.edited)
        self.table.confirmed.connect(self.confirmed)
        self.table.looked.connect(self.looked)


def _card(*parts: QWidget) -> QFrame:
    card = _stacked(*parts)
    card.setProperty("surface", "card")
    card.setContentsMargins(1, 1, 1, 1)
    return card


def _stacked(*parts: QWidget) -> QFrame:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return frame


def _tabbed(tabs: QTabWidget) -> QFrame:
    tabs.setObjectName("cards")
    tabs.setDocumentMode(True)
    tabs.tabBar().setDrawBase(False)
    return _card(tabs)


def _pair(left: QWidget, right: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return pair

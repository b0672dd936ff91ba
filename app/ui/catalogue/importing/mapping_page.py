"""Where headings are not known: which sheet, which row holds the headings, which column is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.catalogue.importing.mapping_draft import CLASS, FIXED_CLASSES, at_row, best, draft
from app.ui.labels import label
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, text
from review.catalogue.entry import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping as Known

    from app.ui.catalogue.importing.mapping_draft import Draft
    from review.catalogue.importing.columns import Field
    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Mapping

_FIXED = "fixed:"


class MappingPage(QWidget):
    """``changed`` comes whenever something else was said; ``draft`` is what stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self._looks: tuple[SheetLook, ...] = ()
        self._known: Known[str, Mapping | None] = {}
        self.why, self.lacking = Note(), Note()
        self.sheet, self.kind, self.row = (
            QComboBox(),
            QComboBox(),
            QSpinBox(minimum=1),
        )
        self.row.setButtonSymbols(QSpinBox.ButtonSymbols.PlusMinus)
        for kind in EntryKind:
            self.kind.addItem(label(kind), kind)
        self.boxes: dict[str, QComboBox] = {}
        self.top = _top_table()
        self._grid_area = QScrollArea()
        self._lay_out()
        self.sheet.activated.connect(lambda place: self._begin(self._looks[place]))
        self.kind.activated.connect(lambda _: self._say(self._draft.with_kind(EntryKind(self.kind.currentData()))))
        self.row.valueChanged.connect(lambda row: self._say(at_row(self._draft, row)))

    @property
    def ready(self) -> bool:
        """Whether enough was said to read the file."""
        return self.draft is not None and not self.draft.lacking

    def ask(self, looks: tuple[SheetLook, ...], known: Known[str, Mapping | None], why: str) -> None:
        """Ask about the sheets of a file; ``known`` are remembered mappings by signature, ``why`` what is unclear."""
        self._looks, self._known = looks, known
        self.why.say(why, Tone.WARN)
        self.sheet.clear()
        for look in looks:
            hidden = self.tr("（隐藏）") if look.hidden else ""
            self.sheet.addItem(
                self.tr("{name}{hidden} · {rows} 行").format(name=look.sheet or "CSV", hidden=hidden, rows=look.rows)
            )
        first = best(looks)
        self.sheet.setCurrentIndex(looks.index(first))
        self._begin(first)

    @property
    def _draft(self) -> Draft:
        assert self.draft is not None, "a file is asked about first"
        return self.draft

    def _begin(self, look: SheetLook) -> None:
        known = self._known.get(look.signature)
        self._say(draft(look, known.refit(look) if known else None))

    def _say(self, said: Draft) -> None:
        """Show what stands now."""
        before, self.draft = self.draft, said
        self._put_back(said)
        if before is None or before.look is not said.look:
            _show_top(self.top, said)
        self._show_fields(said)
        names = "、".join(each.label for each in said.lacking)
        self.lacking.say(self.tr("还要指定：{names}").format(names=names) if names else "", Tone.BAD)
        self.changed.emit()

    def _put_back(self, said: Draft) -> None:
        for box in (self.kind, self.row):
            box.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.kind.setCurrentIndex(self.kind.findData(said.kind))
        self.row.setMaximum(max(1, len(said.look.top)))
        self.row.setValue(said.look.header_row or 1)
        for box in (self.kind, self.row):
            box.blockSignals(False)  # noqa: FBT003  as above

    def _show_fields(self, said: Draft) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.boxes = {}
        for place, each in enumerate(said.fields):
            box = self._box(each, said)
            self.boxes[each.key] = box
            star = " *" if each.needed else ""
            grid.addWidget(text(f"{each.label}{star}", "" if each.needed else "mute"), place, 0)
            grid.addWidget(box, place, 1)
            shown = text(said.examples(said.says(each.key)), "small")
            grid.addWidget(shown, place, 2)
        grid.setRowStretch(len(said.fields), 1)
        scrolled = self._grid_area.verticalScrollBar().value()
        self._grid_area.setWidget(page)
        self._grid_area.verticalScrollBar().setValue(scrolled)

    def _box(self, each: Field, said: Draft) -> QComboBox:
        box = QComboBox()
        box.setMinimumWidth(220)
        box.setAccessibleName(each.label)
        box.addItem(self.tr("（文件里没有）"), "")
        for heading in said.headings:
            box.addItem(heading, heading)
        if each.key == CLASS:
            for value in FIXED_CLASSES:
                box.addItem(self.tr("全部按{name}类").format(name=value), f"{_FIXED}{value}")
        fixed = said.fixed.get(each.key)
        box.setCurrentIndex(max(0, box.findData(f"{_FIXED}{fixed}" if fixed else said.says(each.key))))
        box.activated.connect(lambda _: self._choose(each.key, str(box.currentData())))
        return box

    def _choose(self, key: str, told: str) -> None:
        value = told.removeprefix(_FIXED)
        self._say(self._draft.with_fixed(key, value) if value != told else self._draft.with_column(key, told))
        self.boxes[key].setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for word, widget in (
            (self.tr("工作表"), self.sheet),
            (self.tr("表头在第几行"), self.row),
            (self.tr("目录种类"), self.kind),
        ):
            widget.setAccessibleName(word)
            row.addWidget(text(word, "small"))
            row.addWidget(widget)
        row.addStretch(1)
        self._grid_area.setWidgetResizable(True)
        self._grid_area.setFrameShape(QFrame.Shape.NoFrame)
        left, right = Card(margin=12), Card(margin=0)
        left.rows.addWidget(self._grid_area)
        right.rows.addWidget(self.top)
        both = QHBoxLayout()
        both.addWidget(left, 1)
        both.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.why)
        column.addLayout(row)
        column.addLayout(both, 1)
        column.addWidget(self.lacking)


def _top_table() -> QTableWidget:
    made = QTableWidget()
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWordWrap(False)
    return made


def _show_top(table: QTableWidget, said: Draft) -> None:
    """The first rows as they stand in the file; the headings are bold."""
    rows = said.look.top
    table.clear()
    table.setRowCount(len(rows))
    table.setColumnCount(max(map(len, rows), default=0))
    for number, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            item = QTableWidgetItem(cell)
            font = item.font()
            font.setBold(number == said.look.header_row - 1)
            item.setFont(font)
            item.setToolTip(cell)
            table.setItem(number, place, item)

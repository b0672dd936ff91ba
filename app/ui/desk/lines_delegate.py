"""Paints the cells of the lines table: values with their doubt, catalogue class and entry, open findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.desk.lines_model import ENTRY, KEYS, LINE, VALUE, CatalogueWord, LineRow, is_out
from app.ui.desk.pill import Pill, draw_pill, pill_width
from app.ui.widgets.badge import Tone
from review.claim.paper import Standing, Value

if TYPE_CHECKING:
    from collections.abc import Callable

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
PAD = 6
ASKING = {Standing.DOUBTFUL: ("?", Tone.WARN), Standing.CONTRADICTED: ("!", Tone.BAD)}
SIGNS = {"甲": Tone.OK, "乙": Tone.BRAND, "丙": Tone.BAD}


class LinesDelegate(QStyledItemDelegate):
    """Draws and edits cells."""

    def __init__(self, colour: Callable[[str], QColor], parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A frameless line in the cell, aligned like it."""
        edit = QLineEdit(parent)
        edit.setObjectName("cellEdit")
        edit.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        return edit

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then whatever the column shows."""
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._colour("sel"))
        painter.setPen(self._colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row: LineRow = index.data(LINE)
        content = rect.adjusted(PAD, 0, -PAD, -1)
        key = KEYS[index.column()]
        if key == "entry":
            self._entry(painter, content, index.data(ENTRY), row)
        elif key == "doubt":
            self._doubts(painter, content, row)
        else:
            self._value(painter, content, index, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, rect)
        painter.restore()

    def _focus(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self._colour("info"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _value(self, painter: QPainter, cell: QRectF, index: Index, row: LineRow) -> None:
        text = str(index.data() or "")
        value: Value | None = index.data(VALUE)
        if value is not None and value.standing in ASKING:
            sign, tone = ASKING[value.standing]
            self._asking(painter, cell, Pill(f"{sign} {text}", tone), index)
            return
        quiet = KEYS[index.column()] in {"#", "spec", "unit"} or is_out(row.line)
        painter.setPen(self._colour("mute" if quiet else "text"))
        painter.setFont(_struck(painter.font()) if row.line.removed else painter.font())
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(cell.width()))
        painter.drawText(cell, int(_alignment(index)), words)

    def _asking(self, painter: QPainter, cell: QRectF, pill: Pill, index: Index) -> None:
        at = cell.adjusted(-PAD + 2, 0, PAD - 2, 0)
        if _alignment(index) & Qt.AlignmentFlag.AlignRight:
            at.setLeft(max(at.left(), at.right() - pill_width(painter, pill.text)))
        draw_pill(painter, pill, at, self._colour)

    def _entry(self, painter: QPainter, cell: QRectF, word: CatalogueWord, row: LineRow) -> None:
        if word.candidates is not None:
            count = f" {word.candidates}" if word.candidates else ""
            draw_pill(painter, Pill(translate("lines", "待选") + count, Tone.WARN, dashed=True), cell, self._colour)
            return
        if not word.sign:
            return
        used = draw_pill(painter, Pill(word.sign, SIGNS.get(word.sign, Tone.PLAIN)), cell, self._colour) + 6
        rest = cell.adjusted(used, 0, 0, 0)
        painter.setPen(self._colour("mute" if is_out(row.line) else "text"))
        name = word.name or translate("lines", "目录外")
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _doubts(self, painter: QPainter, cell: QRectF, row: LineRow) -> None:
        if is_out(row.line):
            words = translate("lines", "已划去") if row.line.removed else translate("lines", "已剔除")
            draw_pill(painter, Pill(words, Tone.PLAIN), cell, self._colour)
        elif row.doubts:
            title, tone = row.doubts[0]
            more = f" +{len(row.doubts) - 1}" if len(row.doubts) > 1 else ""
            draw_pill(painter, Pill(title + more, tone), cell, self._colour)


def _struck(font: QFont) -> QFont:
    made = QFont(font)
    made.setStrikeOut(True)
    return made


def _alignment(index: Index) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))

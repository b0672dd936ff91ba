"""The lines of a statement or receipt as a table: what was read, what the catalogue says, what is doubted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.desk.spots import value_target
from app.ui.labels import field_label, label
from app.ui.widgets.badge import Tone
from review.catalogue.entry import OUTSIDE
from review.claim.paper import LineVerdict, Standing
from review.money import fen, parse_money, thousands

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from review.catalogue.entry import Entry
    from review.claim.paper import Line, Value

Index = QModelIndex | QPersistentModelIndex
KEYS = ("#", "name", "spec", "quantity", "unit", "unit_price", "amount", "entry", "doubt")
NUMBERS = frozenset({"quantity", "unit_price", "amount"})
FIXED = frozenset({"#", "entry", "doubt"})
ROOT = QModelIndex()
VALUE = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2
ENTRY = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class CatalogueWord:
    """What the catalogue cell shows: the class sign with the entry's name, or how many candidates wait."""

    sign: str = ""
    name: str = ""
    candidates: int | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line with what is known around it: its entry, and the titles of its open doubts with their tone."""

    line: Line
    word: CatalogueWord
    doubts: tuple[tuple[str, Tone], ...] = ()


class LinesModel(QAbstractTableModel):
    """Lines as rows. Cells are edited in place; ``edited`` carries the services' target and the new value."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LineRow, ...] = ()
        self._typed: dict[tuple[int, str], str] = {}
        self._locked = False

    @property
    def rows(self) -> tuple[LineRow, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[LineRow], *, locked: bool) -> None:
        """Show these lines; the same lines in the same order keep selection and scroll place."""
        same = [r.line.id for r in rows] == [r.line.id for r in self._rows]
        self._typed.clear()
        self._locked = locked
        if same:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(KEYS) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def forget_typed(self) -> None:
        """Show what is stored again, after an edit was refused."""
        self.set_rows(self._rows, locked=self._locked)

    def row_of(self, line_id: int) -> int:
        """The row of a line, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.line.id == line_id), -1)

    def cell_of(self, target: str) -> QModelIndex:
        """The cell of a target (value:<id>, line:<id>, line:<id>:<key>), or an invalid index."""
        head, _, rest = target.partition(":")
        if head == "line":
            number, _, key = rest.partition(":")
            row = self.row_of(int(number))
            return self.index(row, KEYS.index(key or "entry")) if row >= 0 else QModelIndex()
        for row, shown in enumerate(self._rows):
            for value in shown.line.values.values():
                if value_target(value) == target and value.key in KEYS:
                    return self.index(row, KEYS.index(value.key))
        return QModelIndex()

    def target_of(self, index: Index) -> str:
        """The services' target of a cell."""
        line, key = self._rows[index.row()].line, KEYS[index.column()]
        value = line.values.get(key)
        if value is not None:
            return value_target(value)
        return f"line:{line.id}" if key in FIXED else f"line:{line.id}:{key}"

    # -- Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Read cells are editable while the claim is."""
        flags = super().flags(index)
        if not index.isValid() or self._locked or KEYS[index.column()] in FIXED:
            return flags
        return flags if self._rows[index.row()].line.removed else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column words."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(KEYS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(KEYS[section])
        return self._heading(KEYS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def _heading(self, key: str) -> str:
        return {"#": "#", "entry": self.tr("目录"), "doubt": self.tr("疑点")}.get(key) or field_label(key)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Whatever a cell shows or tells."""
        if not index.isValid():
            return None
        row, key = self._rows[index.row()], KEYS[index.column()]
        answers: dict[int, Callable[[LineRow, str], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._stored,
            Qt.ItemDataRole.ToolTipRole: _tip,
            VALUE: lambda r, k: r.line.values.get(k),
            LINE: lambda r, _k: r,
            ENTRY: lambda r, _k: r.word,
        }
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(key)
        answer = answers.get(role)
        return answer(row, key) if answer else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed on the screen and send it on to be saved."""
        if (
            not index.isValid()
            or role != Qt.ItemDataRole.EditRole
            or not self.flags(index) & Qt.ItemFlag.ItemIsEditable
        ):
            return False
        row, key = self._rows[index.row()], KEYS[index.column()]
        text = str(value).strip()
        if text == row.line.text(key):
            return False
        self._typed[row.line.id, key] = text
        self.dataChanged.emit(index, index)
        self.edited.emit(self.target_of(index), text)
        return True

    def _stored(self, row: LineRow, key: str) -> str:
        return self._typed.get((row.line.id, key), row.line.text(key))

    def _shown(self, row: LineRow, key: str) -> str:
        if key == "#":
            return str(row.line.position + 1)
        if key == "doubt":
            return "、".join(title for title, _ in row.doubts)
        if key == "entry":
            return row.word.name
        return figure(self._stored(row, key), key)


def figure(text: str, key: str) -> str:
    """A figure as it is read: amounts with separators, quantities as they are."""
    amount = parse_money(text) if key in {"unit_price", "amount"} and text else None
    if amount is None or amount != fen(amount):
        return text  # a unit price may have more places than fen
    return thousands(amount)


def _alignment(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if key in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _tip(row: LineRow, key: str) -> str:
    value = row.line.values.get(key)
    if value is not None:
        return _value_tip(value)
    return row.word.tip if key == "entry" else "\n".join(title for title, _ in row.doubts)


def _value_tip(value: Value) -> str:
    parts = [value.value, label(value.standing), value.reason]
    return "\n".join(part for part in parts if part)


def printed_class(line: Line) -> str:
    """What the hospital printed of class and own share, as a sentence; it is never trusted."""
    printed = " ".join(filter(None, (line.text("insurance_class"), line.text("self_pay_ratio"))))
    words = QCoreApplication.translate("lines", "医院在票面上印的类别：{words}（仅供参考，以目录为准）")
    return words.format(words=printed) if printed else ""


_HOW = {"lookalike": "≈", "memory": "↺"}
"""The sign before an entry that was found by a likeness, or taken from the memory of choices."""


def catalogue_word(line: Line, entry: Entry | None, waiting: int | None) -> CatalogueWord:
    """What the catalogue cell says; ``waiting`` counts the candidates of a line that needs an entry, else None."""
    how = _HOW.get(line.matched_by, "")
    if line.entry_id == OUTSIDE:
        return CatalogueWord(sign="丙", name=how, tip=line.match_note)
    if entry is not None:
        why = line.values["name"].reason if line.matched_by == "lookalike" else ""
        told = (entry.name, entry.dosage_form, entry.remark, entry.id, why, line.match_note, printed_class(line))
        tip = "\n".join(part for part in told if part)
        return CatalogueWord(sign=entry.payment_class.label, name=f"{how} {entry.name}".strip(), tip=tip)
    return CatalogueWord() if waiting is None else CatalogueWord(candidates=waiting)


def line_doubts(line: Line, findings: Mapping[str, Sequence[tuple[str, Tone]]]) -> tuple[tuple[str, Tone], ...]:
    """Titles of what is open on a line: findings about it or its values, then values nobody has looked at."""
    subjects = [f"line:{line.id}", *(value_target(value) for value in line.values.values())]
    found = [title for subject in subjects for title in findings.get(subject, ())]
    covered = {s for s in subjects if findings.get(s)}
    found += [
        _asked(value) for value in line.values.values() if value.standing.asks and value_target(value) not in covered
    ]
    if line.review and f"line:{line.id}" not in covered:
        found.append((line.review, Tone.WARN))
    return tuple(dict.fromkeys(found))


def _asked(value: Value) -> tuple[str, Tone]:
    tone = Tone.BAD if value.standing is Standing.CONTRADICTED else Tone.WARN
    return f"{field_label(value.key)}{label(value.standing)}", tone


def is_out(line: Line) -> bool:
    """Whether the line is struck out or taken out of what is paid."""
    return line.removed or line.verdict is LineVerdict.EXCLUDE

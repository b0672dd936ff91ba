"""What differs between two editions, one row a difference. No Qt here but for words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.catalogue.entry_columns import form_words, price_words
from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.differences import Differences
    from review.catalogue.entry import Entry

translate = QCoreApplication.translate


class Turn(StrEnum):
    """In which way an article differs; values name the lists of :class:`Differences`."""

    NEW = "new"
    GONE = "gone"
    RECLASSED = "reclassed"
    RELIMITED = "relimited"
    REPRICED = "repriced"
    RENAMED = "renamed"


_WORDS: dict[Turn, tuple[object, Tone]] = {
    Turn.NEW: (QT_TRANSLATE_NOOP("differences", "新增"), Tone.OK),
    Turn.GONE: (QT_TRANSLATE_NOOP("differences", "取消"), Tone.BAD),
    Turn.RECLASSED: (QT_TRANSLATE_NOOP("differences", "类别变化"), Tone.WARN),
    Turn.RELIMITED: (QT_TRANSLATE_NOOP("differences", "限定变化"), Tone.WARN),
    Turn.REPRICED: (QT_TRANSLATE_NOOP("differences", "价格变化"), Tone.WARN),
    Turn.RENAMED: (QT_TRANSLATE_NOOP("differences", "名称变化"), Tone.PLAIN),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One difference: the entry as it was and as it is; None where there is none."""

    turn: Turn
    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is, or as it was."""
        found = self.after or self.before
        assert found is not None, "a difference is about an entry"
        return found


def rows(found: Differences) -> tuple[DifferenceRow, ...]:
    """All differences, in the order of the filters."""
    return tuple(_rows(found))


def _rows(found: Differences) -> Iterator[DifferenceRow]:
    yield from (DifferenceRow(Turn.NEW, None, entry) for entry in found.new)
    yield from (DifferenceRow(Turn.GONE, entry, None) for entry in found.gone)
    for turn in (Turn.RECLASSED, Turn.RELIMITED, Turn.REPRICED, Turn.RENAMED):
        yield from (DifferenceRow(turn, change.before, change.after) for change in getattr(found, turn))


def counts(listed: tuple[DifferenceRow, ...]) -> dict[str, int]:
    """How many there are of each, and of all."""
    return {"all": len(listed), **{turn: sum(row.turn is turn for row in listed) for turn in Turn}}


def turn_word(turn: Turn) -> str:
    """The word for a kind of difference."""
    return translate("differences", str(_WORDS[turn][0]))


def difference_columns() -> tuple[Column[DifferenceRow], ...]:
    """What differs, of which entry, and how it stood before and stands after."""
    return (
        Column(
            id="turn", title=translate("differences", "差异"), text=lambda r: turn_word(r.turn), chips=_chips, width=108
        ),
        Column(id="number", title=translate("differences", "编号/代码"), text=_number, width=110, yields=1),
        Column(id="name", title=translate("differences", "名称"), text=lambda r: r.entry.name, width=180, stretch=True),
        Column(
            id="form",
            title=translate("differences", "剂型/规格"),
            text=lambda r: form_words(r.entry),
            width=120,
            yields=2,
        ),
        Column(
            id="before",
            title=translate("differences", "原来"),
            text=lambda r: _said(r, r.before),
            width=160,
            stretch=True,
            tint=lambda _: "mute",
        ),
        Column(
            id="after",
            title=translate("differences", "现在"),
            text=lambda r: _said(r, r.after),
            width=160,
            stretch=True,
        ),
    )


def _number(row: DifferenceRow) -> str:
    return row.entry.code or row.entry.official_no


def _chips(row: DifferenceRow) -> tuple[Chip, ...]:
    tone = _WORDS[row.turn][1]
    return (chip(turn_word(row.turn), tone),)


def _said(row: DifferenceRow, entry: Entry | None) -> str:
    """What of an entry the row is about; of one that came or went, its terms."""
    if entry is None:
        return "—"
    if row.turn in {Turn.NEW, Turn.GONE}:
        return " ".join(filter(None, (entry.payment_class.label, price_words(entry), entry.remark)))
    told = {
        Turn.RECLASSED: entry.payment_class.label,
        Turn.RELIMITED: entry.remark,
        Turn.REPRICED: price_words(entry),
        Turn.RENAMED: f"{entry.name} {form_words(entry)}".strip(),
    }
    return told[row.turn] or "—"

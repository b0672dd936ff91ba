"""The journal: who did what to which claim, when and why; and the proof that no row was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.labels import action_label
from app.ui.tables.columns import Column
from app.ui.tables.model import RowsModel
from app.ui.tables.people import full_names
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button
from review.services import archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.ui.shell.session import Session
    from review.claim.journal import JournalRow
    from review.services.archive import JournalCheck
    from review.services.office import Office

_SHORT = 300
Told = tuple[tuple["JournalRow", ...], "Mapping[str, str]"]


def load(office: Office) -> Told:
    """All rows, latest first, and the full names behind usernames."""
    return tuple(reversed(archive.history(office))), full_names(office)


def changes(row: JournalRow) -> str:
    """What a row changed, in short: each thing with its value before and after."""
    before, after = dict(_flat("", row.before)), dict(_flat("", row.after))
    told = "；".join(_change(key, before.get(key, ""), after.get(key, "")) for key in {**before, **after})
    return told if len(told) <= _SHORT else f"{told[:_SHORT]}…"


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Every leaf of nested values with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), inner)
    elif value is not None and value != "":
        yield path, str(value)


def _change(key: str, before: str, after: str) -> str:
    return f"{key} {before} → {after}" if before else f"{key} {after}"


class JournalPanel(QWidget):
    """A search box, the rows, and the button that proves them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names: Mapping[str, str] = {}
        self._model: RowsModel[JournalRow] = RowsModel(self._columns(), lambda row: row.sequence, self)
        self.table: RowsView[JournalRow] = RowsView(self._model, session.theme)
        self.search, self.verify, self.verdict = QLineEdit(), button(self.tr("校验留痕")), Note()
        self.search.setPlaceholderText(self.tr("查找单号、批次、人员、动作（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.verify.clicked.connect(self.prove)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.verify)
        card = Card(margin=0)
        card.rows.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.verdict)
        layout.addWidget(card, 1)

    def refresh(self) -> None:
        """Load anew."""
        office = self._session.office
        self._session.jobs.run(self, lambda: load(office), self._show)

    def prove(self) -> None:
        """Check the chain of hashes from the first row to the last."""
        office = self._session.office
        self.verify.setEnabled(False)
        self._session.jobs.run(self, lambda: archive.verify_journal(office), self._proven, self._failed)

    def _show(self, told: Told) -> None:
        rows, self._names = told
        self._model.show(rows)

    def _filter(self, words: str) -> None:
        wanted = words.split()
        self.table.proxy.keep(lambda row: all(word in self._searched(row) for word in wanted))

    def _proven(self, check: JournalCheck) -> None:
        self.verify.setEnabled(True)
        if check.ok:
            self.verdict.say(
                self.tr("{count} 条留痕逐条相符，没有被改动、删除或调换。").format(count=check.rows), Tone.OK
            )
            return
        words = self.tr("从第 {row} 条起与前文不符：数据库被绕过本软件改动过。请立即停用并联系系统管理员核对备份。")
        self.verdict.say(words.format(row=check.broken_at), Tone.BAD)

    def _failed(self, error: Exception) -> None:
        self.verify.setEnabled(True)
        self._session.jobs.trouble.emit(error)

    def _who(self, row: JournalRow) -> str:
        return self._names.get(row.actor, row.actor) or self.tr("系统")

    def _searched(self, row: JournalRow) -> str:
        return f"{row.subject} {row.actor} {self._who(row)} {action_label(row.action)} {row.reason}"

    def _columns(self) -> tuple[Column[JournalRow], ...]:
        return (
            Column(
                id="sequence",
                title=self.tr("序号"),
                text=lambda row: str(row.sequence),
                order=lambda row: row.sequence,
                numeric=True,
                width=72,
            ),
            Column(
                id="at",
                title=self.tr("时间"),
                text=lambda row: f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}",
                order=lambda row: row.at,
                width=160,
            ),
            Column(id="who", title=self.tr("人员"), text=self._who, width=88),
            Column(id="action", title=self.tr("动作"), text=lambda row: action_label(row.action), width=120),
            Column(id="subject", title=self.tr("对象"), text=lambda row: row.subject, width=152),
            Column(id="reason", title=self.tr("理由"), text=lambda row: row.reason, width=180),
            Column(id="changes", title=self.tr("改动"), text=changes, tint=lambda _: "mute", width=120, stretch=True),
        )

"""What is asked: which claims, under which two packs; the button that begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.shell.calm import calm
from app.ui.whatif.packs import PackBox, pack_choices
from app.ui.whatif.source_form import SourceForm
from app.ui.widgets.cards import Card, Rule, button, text
from app.ui.widgets.fields import Labelled
from review.services.replaying import Asked, FromClaims, count_past

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from app.ui.whatif.packs import PackChoice

    Loaded = tuple[PackChoice, ...]


class QuestionCard(Card):
    """``asked`` carries what to replay."""

    asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found = 0
        self.form = SourceForm(session.office.today)
        self.a, self.b = PackBox(session.preferences), PackBox(session.preferences)
        self.swap, self.go = button(self.tr("交换 A、B"), "quiet"), button(self.tr("开始对比"), "primary")
        self._calm = calm(self, self.count)
        self._lay_out()
        self.form.changed.connect(self._changed)
        for box in (self.a, self.b):
            box.picked.connect(self._allow)
        self.swap.clicked.connect(self._swap)
        self.go.clicked.connect(self.ask)
        self._allow()

    @property
    def wanted(self) -> Asked | None:
        """What would be replayed; None while something is missing."""
        source = self.form.source
        if source is None or not (self.a.name and self.b.name):
            return None
        return Asked(source, self.a.name, self.b.name)

    def refresh(self) -> None:
        """Load the packs anew, and count."""
        office = self._session.office
        self._session.jobs.run(self, lambda: pack_choices(office), self._offer)
        self.count()

    def count(self) -> None:
        """Say how many claims are meant."""
        source, office = self.form.source, self._session.office
        if isinstance(source, FromClaims):
            self._session.jobs.run(
                self, lambda: (source, count_past(office, source.chosen)), lambda got: self._counted(*got)
            )
        elif source is None:
            self.form.tell(self.tr("请把日期写成 年-月-日，例如 2026-03-01。"))
        else:
            self.form.tell(self.tr("人是编造的，同一种子每次相同；哪些数有出处、哪些是假定，见样本的提示。"))
        self._allow()

    def ask(self) -> None:
        """Begin, where everything is there."""
        if self.go.isEnabled() and self.wanted is not None:
            self.asked.emit(self.wanted)

    def _changed(self) -> None:
        self._found = 0
        self._allow()
        self._calm.stir()

    def _offer(self, choices: Loaded) -> None:
        self.a.offer(choices, 0)
        self.b.offer(choices, 1)
        self._allow()

    def _counted(self, source: FromClaims, found: int) -> None:
        if source == self.form.source:
            self._found = found
            none = self.tr("没有符合的已结算报销单；可放宽日期，或用生成的样本。")
            self.form.tell(self.tr("共 {n} 件").format(n=f"{found:,}") if found else none)
            self._allow()

    def _swap(self) -> None:
        a, b = self.a.currentIndex(), self.b.currentIndex()
        if self.a.itemText(b) == self.b.itemText(b) and self.b.itemText(a) == self.a.itemText(a):
            self.a.choose(b)
            self.b.choose(a)
        self._allow()

    def _allow(self) -> None:
        wanted, same = self.wanted, self.a.name == self.b.name
        nobody = isinstance(self.form.source, FromClaims) and not self._found
        self.go.setEnabled(wanted is not None and not same and not nobody)
        why = self.tr("A、B 是同一个政策包，请换一个。") if same and self.a.name else ""
        self.go.setToolTip(why or self.tr("在后台重算，随时可以停止；不保存，也不改动任何报销单（Ctrl+Enter）"))
        self.note.setText(why)
        self.note.setVisible(bool(why))

    def _lay_out(self) -> None:
        self.note = text(role="warn")
        self.note.setWordWrap(True)
        packs = QVBoxLayout()
        packs.setSpacing(8)
        packs.addWidget(Labelled(self.tr("方案 A（现状）"), self.a))
        packs.addWidget(Labelled(self.tr("方案 B（设想）"), self.b))
        packs.addWidget(self.swap)
        self.rows.setSpacing(12)
        self.rows.addWidget(text(self.tr("算哪些报销单"), "heading"))
        self.rows.addWidget(self.form)
        self.rows.addWidget(Rule())
        self.rows.addWidget(text(self.tr("比哪两个政策包"), "heading"))
        self.rows.addLayout(packs)
        self.rows.addStretch(1)
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.go)

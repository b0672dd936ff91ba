"""From which sum electronic receipts must be looked up before a claim may be approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from app.ui.widgets.fields import Labelled
from review.money import parse_money, thousands
from review.services import settings

if TYPE_CHECKING:
    from decimal import Decimal

    from app.ui.shell.session import Session
    from review.services.office import Office


def _kept(office: Office) -> Decimal | None:
    with office.store.read() as unit:
        return settings.verify_above(unit)


class VerifyCard(Card):
    """For administrators; an empty field asks for no look-up."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setMaximumWidth(640)
        self.sum, self.keep, self.note = QLineEdit(), button(self.tr("保存金额")), Note()
        self.sum.setPlaceholderText(self.tr("留空表示不要求"))
        self.keep.clicked.connect(self._keep)
        self.rows.addWidget(text(self.tr("电子票据查验"), "heading"))
        self.rows.addWidget(Labelled(self.tr("合计达到多少元的电子票据必须先查验再通过初审"), self.sum))
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.keep)

    def refresh(self) -> None:
        """Load the sum."""
        office = self._session.office
        self._session.jobs.run(self, lambda: _kept(office), self._show)

    def _show(self, kept: Decimal | None) -> None:
        self.sum.setText("" if kept is None else thousands(kept))

    def _keep(self) -> None:
        office, actor, words = self._session.office, self._session.actor, self.sum.text().strip()
        amount = parse_money(words) if words else None
        if words and amount is None:
            self.note.say(self.tr("“{0}”不是金额，没有保存。").format(words), Tone.BAD)
            return
        self.note.say("", Tone.BAD)
        self._session.jobs.run(self, lambda: settings.set_verify_above(office, actor, amount), lambda _: self.refresh())

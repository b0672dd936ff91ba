"""What is to be paid on top of a paid claim or claimed back: how much may be, how much is wished, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.desk.ask_dialog import AskDialog
from app.ui.desk.wording import told
from app.ui.labels import label, sum_label
from app.ui.payment.account_fields import AccountFields
from app.ui.payment.adjust_columns import signed
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.fact_sheet import Fact, facts_form
from app.ui.widgets.fields import Labelled
from review.claim.adjustment import WHOLE, AdjustmentKind
from review.claim.claim import ZERO
from review.errors import LingbaoError
from review.money import parse_money
from review.services import adjusting
from review.services.adjusting import Allowance, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from app.ui.shell.session import Session
    from review.claim.adjustment import Adjustment

translate = QCoreApplication.translate


class AdjustDialog(AskDialog):
    """Drafts an adjustment of ``claim`` (asked for where empty), or changes ``found``; ``kept`` carries its number."""

    kept = Signal(str)

    def __init__(self, session: Session, parent: QWidget, claim: str = "", found: Adjustment | None = None) -> None:
        title = translate("AdjustDialog", "修改补支或追回") if found else translate("AdjustDialog", "起草补支或追回")
        super().__init__(title, parent)
        self._session, self._found = session, found
        self.allowance: Allowance | None = None
        self.claim = QLineEdit(found.claim if found else claim)
        self.claim.setPlaceholderText(self.tr("报销单号"))
        self.look = button(self.tr("查看"))
        self.note, self._sums = Note(), QWidget()
        self.kinds = ChipRow([Choice(kind.value, label(kind)) for kind in AdjustmentKind])
        self.amount, self.reason, self.account = QLineEdit(), QLineEdit(), AccountFields()
        self._lay_out()
        self._connect()
        self._fill()
        if self.claim.text():
            self.ask()

    @property
    def kind(self) -> AdjustmentKind:
        """Which way it goes."""
        return AdjustmentKind(self.kinds.current)

    @property
    def wish(self) -> Wish:
        """What is asked for as it stands."""
        amount = parse_money(self.amount.text()) or ZERO
        account = self.account.account
        return Wish(kind=self.kind, amount=amount, reason=self.reason.text().strip(), account=account)

    def ask(self) -> None:
        """Ask how much may be adjusted of the claim typed."""
        office, number = self._session.office, self.claim.text().strip()
        self.allowance = None
        self._judge()
        self._session.jobs.run(self, lambda: adjusting.allowance(office, number), self._show, self._refuse)

    def accept(self) -> None:
        """Keep it; the dialog stays where the services refuse, and says why."""
        if self.allowance is None:
            return
        office, actor, wish, found = self._session.office, self._session.actor, self.wish, self._found
        claim = self.allowance.claim
        self.allow(on=False)

        def work() -> Adjustment:
            if found is None:
                return adjusting.draft_adjustment(office, actor, claim, wish)
            return adjusting.change_adjustment(office, actor, found.number, wish, version=found.version)

        self._session.jobs.run(self, work, self._keep, self._refuse)

    def _keep(self, made: Adjustment) -> None:
        self.kept.emit(made.number)
        super().accept()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, LingbaoError):
            self.note.say(told(error, error.advice), Tone.BAD)
            self._judge()
        else:
            self._session.jobs.trouble.emit(error)

    def _forget(self) -> None:
        """Another claim is being typed: what was said of the one before holds no more."""
        self.allowance = None
        self._judge()

    # -- what may be adjusted

    def _show(self, allowance: Allowance) -> None:
        if allowance.claim != self.claim.text().strip():
            return
        self.allowance = allowance
        self._tell(allowance)
        fresh = QWidget()
        form = facts_form(self._facts(allowance))
        form.setContentsMargins(0, 0, 0, 0)
        fresh.setLayout(form)
        self.body.replaceWidget(self._sums, fresh)
        self._sums.deleteLater()
        self._sums = fresh
        if self._found is None:
            self.kinds.choose(_usual(allowance).value)
        self._judge()
        self.reason.setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    def _tell(self, allowance: Allowance) -> None:
        pending = allowance.pending
        if allowance.problem:
            self.note.say(allowance.problem, Tone.WARN)
        elif pending and (self._found is None or pending.number != self._found.number):
            words = self.tr("这份报销单已有 {number}（{state}），办结或删除后才能再起草。")
            self.note.say(words.format(number=pending.number, state=label(pending.state)), Tone.WARN)
        elif not allowance.difference and not allowance.funds:
            self.note.say(self.tr("按现行政策、目录和年度累计重算，没有差额。"), Tone.OK)
        else:
            self.note.say("；".join(allowance.grounds), Tone.INFO)

    def _facts(self, allowance: Allowance) -> Iterator[Fact]:
        yield Fact(self.tr("核定"), yuan(allowance.fixed))
        yield Fact(self.tr("已付"), yuan(allowance.paid))
        yield Fact(self.tr("现应付"), yuan(allowance.anew))
        yield Fact(self.tr("差额"), signed(allowance.difference))
        yield from (Fact(sum_label(fund), signed(amount)) for fund, amount in allowance.funds.items())
        most = (AdjustmentKind.SUPPLEMENT, AdjustmentKind.RECOVERY)
        shown = "　".join(
            self.tr("{kind} {amount}").format(kind=label(k), amount=yuan(allowance.most(k))) for k in most
        )
        yield Fact(self.tr("最多可"), shown)

    def _turn(self) -> None:
        """Another way was chosen: propose the amount that goes with it."""
        if self.allowance is not None:
            self.amount.setText(str(self._proposed(self.allowance)))
        self.account.setVisible(self.kind is AdjustmentKind.SUPPLEMENT)
        self.amount.setEnabled(self.kind not in WHOLE)
        self._judge()

    def _proposed(self, allowance: Allowance) -> Decimal:
        if self.kind in WHOLE:
            return allowance.paid if self.kind is AdjustmentKind.REVERSAL else ZERO
        way = allowance.difference if self.kind is AdjustmentKind.SUPPLEMENT else -allowance.difference
        return max(way, ZERO)

    def _judge(self) -> None:
        """Whether there is enough to go on."""
        allowance, wish = self.allowance, self.wish
        self.allow(on=allowance is not None and _fits(allowance, wish) and bool(wish.reason))

    # -- how it is laid out

    def _fill(self) -> None:
        if self._found is not None:
            self.claim.setReadOnly(True)
            self.look.hide()
            self.kinds.choose(self._found.kind.value)
            self.amount.setText(str(self._found.amount))
            self.reason.setText(self._found.reason)
            self.account.show_account(self._found.account)

    def _connect(self) -> None:
        self.look.clicked.connect(self.ask)
        self.claim.returnPressed.connect(self.ask)
        self.claim.textChanged.connect(lambda _: self._forget())
        self.kinds.chosen.connect(lambda _: self._turn())
        self.amount.textChanged.connect(lambda _: self._judge())
        self.reason.textChanged.connect(lambda _: self._judge())

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        self.look.setAutoDefault(False)
        top = QHBoxLayout()
        top.addWidget(self.claim, 1)
        top.addWidget(self.look)
        self.body.addLayout(top)
        self.body.addWidget(self.note)
        self.body.addWidget(self._sums)
        self.body.addWidget(self.kinds)
        self.body.addWidget(Labelled(self.tr("金额（元）"), self.amount))
        self.body.addWidget(Labelled(self.tr("理由"), self.reason))
        ready = QHBoxLayout()
        for words in (self.tr("政策调整"), self.tr("目录更正"), self.tr("年度累计更正"), self.tr("重复报销")):
            chip = button(words, "chip")
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _=False, told=words: self.reason.setText(told))
            ready.addWidget(chip)
        ready.addStretch(1)
        self.body.addLayout(ready)
        self.body.addWidget(self.account)
        self.body.addWidget(text(self.tr("由另一人审核后锁定；送出前可以删除。"), "small"))
        self.note.hide()
        self.allow(on=False)


def _usual(allowance: Allowance) -> AdjustmentKind:
    """The way a difference usually goes."""
    if not allowance.difference and allowance.funds:
        return AdjustmentKind.TRANSFER
    return AdjustmentKind.RECOVERY if allowance.difference < 0 else AdjustmentKind.SUPPLEMENT


def _fits(allowance: Allowance, wish: Wish) -> bool:
    """Whether so much may be adjusted that way."""
    if wish.kind is AdjustmentKind.TRANSFER:
        return not allowance.difference and bool(allowance.funds)
    return ZERO < wish.amount <= allowance.most(wish.kind)

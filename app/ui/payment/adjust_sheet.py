"""One supplement or recovery in full: the sums, the funds, the grounds, who did what and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.labels import label, sum_label
from app.ui.payment.adjust_columns import KINDS, STATES, signed
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import Fact, FactSheet, facts_form, head_row, selectable
from review.policy.balance import STAYS
from review.policy.year_words import ACCUMULATORS, account_title
from review.reports.words import moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QLayout, QWidget

    from app.ui.payment.adjust_load import AdjustRow
    from review.claim.adjustment import Adjustment


class AdjustSheet(FactSheet):
    """Shows an adjustment, or that none is chosen."""

    def __init__(self) -> None:
        super().__init__(self.tr("选一笔看明细"))

    def show_row(self, row: AdjustRow | None, names: Mapping[str, str]) -> None:
        """Show this one; ``names`` gives full names by username."""
        if row is None:
            self.forget()
            return
        found = row.found
        badges = (Badge(label(found.kind), KINDS[found.kind]), Badge(label(found.state), STATES[found.state]))
        parts: list[QWidget | QLayout] = [head_row(badges, found.number), text(signed(found.signed), "huge")]
        parts.append(facts_form(self._sums(found)))
        parts += [Note(ground, Tone.INFO) for ground in found.grounds]
        parts.append(selectable(text(self.tr("理由：{0}").format(found.reason))))
        if found.remark:
            parts.append(Note(found.remark, Tone.WARN))
        parts.append(facts_form(self._steps(found, names)))
        self.show_parts(parts)

    def _sums(self, found: Adjustment) -> Iterator[Fact]:
        yield Fact(self.tr("报销单"), found.claim)
        yield Fact(self.tr("起草时已付"), yuan(found.paid))
        yield Fact(self.tr("现应付"), yuan(found.anew))
        for fund, amount in found.funds.items():
            yield Fact(sum_label(fund), signed(amount))
        for name, change in found.year.items():
            told = signed(change).removesuffix(".00") if name == STAYS else signed(change)
            yield Fact(self.tr("累计·{0}").format(_year_title(name)), told)
        if found.account.holder:
            account = found.account
            yield Fact(self.tr("收款账户"), f"{account.holder} {account.number} {account.bank}")

    def _steps(self, found: Adjustment, names: Mapping[str, str]) -> Iterator[Fact]:
        authors = "、".join(names.get(author, author) for author in found.authors)
        steps: tuple[tuple[str, str, datetime | None], ...] = (
            (self.tr("起草"), authors, found.drafted_at),
            (self.tr("审核"), names.get(found.audited_by, found.audited_by), found.audited_at),
            (self.tr("送出"), names.get(found.sent_by, found.sent_by), found.sent_at),
            (self.tr("办结"), names.get(found.settled_by, found.settled_by), found.settled_at),
        )
        yield from (Fact(caption, f"{who} {moment(at)}") for caption, who, at in steps if who)
        if found.order:
            yield Fact(self.tr("单号"), found.order)
        if found.reference:
            yield Fact(self.tr("凭证"), f"{found.reference} {found.settled_on or ''}")


def _year_title(name: str) -> str:
    return ACCUMULATORS.get(name) or account_title(name)

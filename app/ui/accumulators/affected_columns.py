"""The columns under which claims are listed that settle otherwise by what is known of the year now."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, Column, chip
from app.ui.tables.words import state_chips, yuan
from app.ui.widgets.badge import Tone
from review.claim.states import EDITABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.affected import Affected

translate = QCoreApplication.translate


def affected_columns() -> tuple[Column[Affected], ...]:
    """Number, who, state, what was paid, what is due, what follows."""
    return (
        Column(id="claim", title=translate("accumulators", "单号"), text=lambda a: a.claim, width=124),
        Column(
            id="person",
            title=translate("accumulators", "参保人"),
            text=lambda a: a.person or "—",
            width=80,
            stretch=True,
        ),
        Column(
            id="state",
            title=translate("accumulators", "状态"),
            text=lambda a: label(a.state),
            chips=lambda a: state_chips(a.state),
            width=84,
        ),
        Column(
            id="before",
            title=translate("accumulators", "原基金支付"),
            text=lambda a: yuan(a.before),
            order=lambda a: a.before or 0,
            numeric=True,
            width=104,
            yields=1,
        ),
        Column(
            id="after",
            title=translate("accumulators", "现应支付"),
            text=lambda a: yuan(a.after),
            order=lambda a: a.after or 0,
            numeric=True,
            width=104,
            yields=2,
        ),
        Column(
            id="follows",
            title=translate("accumulators", "结果"),
            text=lambda a: outcome(a).text,
            chips=lambda a: (outcome(a),),
            order=lambda a: a.difference,
            tip=lambda a: a.problem or outcome(a).text,
            width=170,
        ),
    )


def outcome(one: Affected) -> Chip:
    """What follows for a claim: reckoned anew, or paid too much, too little, or not to be settled at all."""
    if one.problem or one.after is None:
        return chip(translate("accumulators", "不能结算"), Tone.BAD)
    if one.state in EDITABLE:
        return (
            Chip(translate("accumulators", "已采用，金额不变"), Tone.PLAIN)
            if not one.difference
            else chip(translate("accumulators", "已重新计算"), Tone.OK)
        )
    if one.difference > 0:
        return chip(translate("accumulators", "少付 {sum}").format(sum=yuan(one.difference)), Tone.WARN)
    if one.difference < 0:
        return chip(translate("accumulators", "多付 {sum}").format(sum=yuan(-one.difference)), Tone.BAD)
    return Chip(translate("accumulators", "分项不同，合计不变"), Tone.PLAIN)


def affected_words(found: Sequence[Affected]) -> str:
    """How many claims were reckoned anew, and what was paid too little or too much."""
    fixed = [one.difference for one in found if one.state not in EDITABLE]
    little = sum((sum_ for sum_ in fixed if sum_ > 0), Decimal(0))
    much = -sum((sum_ for sum_ in fixed if sum_ < 0), Decimal(0))
    parts = [translate("accumulators", "未核定 {n} 件已重新计算").format(n=len(found) - len(fixed))]
    if fixed:
        words = translate("accumulators", "已核定 {n} 件与现在不同：少付 {little}、多付 {much}，在拨付里补支、追回")
        parts.append(words.format(n=len(fixed), little=yuan(little), much=yuan(much)))
    return translate("accumulators", "；").join(parts)

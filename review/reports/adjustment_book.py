"""Supplements and recoveries as a workbook (补支追回台账): one row each, with hands, funds and where the money went."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.adjustment import ADJUSTMENT_NAMES, KIND_NAMES
from review.reports.adjustment import FUNDS
from review.reports.cells import Table, xlsx_bytes
from review.reports.inputs import Imprint
from review.reports.words import china
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from review.claim.adjustment import Adjustment
    from review.reports.cells import Content

HEADS = (
    "调整单号",
    "报销单号",
    "种类",
    "进度",
    "金额（补支为正）",
    *(f"{title}增减" for title in FUNDS.values()),
    "此前已付",
    "重算应付",
    "依据",
    "理由",
    "经办人",
    "起草日",
    "审核人",
    "审核日",
    "送出人",
    "送出日",
    "送出单号",
    "到账日",
    "凭证",
    "说明",
)
_MONEY_FROM = 4
_BY_DEFAULT = Imprint()


def adjustment_xlsx(found: Iterable[Adjustment], out: Path, imprint: Imprint = _BY_DEFAULT) -> Path:
    """Write the workbook; the sums are those of what was sent. Gives back ``out``.

    Raises:
        StoreError: the file cannot be written; nothing was changed.
    """
    listed = tuple(found)
    sent = [one for one in listed if one.counts]
    sums = [sum((amounts[place] for amounts in map(_amounts, sent)), Decimal(0)) for place in range(1 + len(FUNDS))]
    blank = [""] * (len(HEADS) - _MONEY_FROM - len(sums))
    last: tuple[Content, ...] = ("合计（已送出）", f"{len(sent)} 笔", "", "", *sums, *blank)
    rows = tuple(_row(one, imprint) for one in listed)
    return write_whole(out, xlsx_bytes([Table(name="补支追回台账", heads=HEADS, rows=rows, sums=last)]))


def _amounts(one: Adjustment) -> tuple[Decimal, ...]:
    return (one.signed, *(one.funds.get(name, Decimal(0)) for name in FUNDS))


def _row(one: Adjustment, imprint: Imprint) -> tuple[Content, ...]:
    return (
        one.number,
        one.claim,
        KIND_NAMES[one.kind],
        ADJUSTMENT_NAMES[one.state],
        *_amounts(one),
        one.paid,
        one.anew,
        "；".join(one.grounds),
        one.reason,
        "、".join(map(imprint.person, one.authors)),
        _day(one.drafted_at),
        imprint.person(one.audited_by),
        _day(one.audited_at),
        imprint.person(one.sent_by),
        _day(one.sent_at),
        one.order,
        one.settled_on,
        one.reference,
        one.remark,
    )


def _day(at: datetime | None) -> date | None:
    return china(at).date() if at else None

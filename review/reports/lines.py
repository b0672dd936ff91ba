"""The table of all charged lines with the four columns each line is split into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.money import parse_money, thousands
from review.policy.waterfall import percent
from review.reports.page import WIDTH
from review.reports.palette import SMALL, block, long_table, para, style, table_style
from review.reports.type import BOLD, printable, width
from review.reports.words import CLASSES

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Paragraph

    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.policy.settlement import LineShare, Settlement

HEADS = ("序号", "项目名称", "规格", "数量", "单价", "等级", "金额", "全自费", "超限价", "先行自付", "范围内")
_SHARES = (0.045, 0.225, 0.105, 0.055, 0.08, 0.065, 0.09, 0.085, 0.075, 0.085, 0.09)
_COLUMNS = ("amount", "self_paid", "over_limit", "advance_self_pay", "eligible")
_WIDTHS = [WIDTH * share for share in _SHARES]
_PADDING = 6.0


def lines(claim: Claim, settlement: Settlement) -> list[Flowable]:
    """Every line of the settlement in order, with the sums below; the head is repeated on every page."""
    printed = {line.id: line for line in claim.charge_lines if line.id}
    rows: list[list[str | Paragraph]] = [list(HEADS)]
    rows += [_row(k, share, printed.get(share.line_id)) for k, share in enumerate(settlement.lines, start=1)]
    rows.append(_sums(settlement))
    look = table_style(
        ("FONTNAME", (0, -1), (-1, -1), BOLD),
        ("ALIGN", (5, 0), (5, -1), "CENTER"),
        ("ALIGN", (0, 0), (0, -1), "CENTER"),
        figures=(3, 4, 6, 7, 8, 9, 10),
        size=SMALL,
    )
    table = long_table(rows, _WIDTHS, look)
    return block(f"费用明细（{len(settlement.lines)} 行，元）", table)


def _row(number: int, share: LineShare, line: Line | None) -> list[str | Paragraph]:
    cut = share.why and (share.self_paid or share.over_limit)
    name = f"{share.name}（{share.why}）" if cut else share.name
    cells: list[str | Paragraph] = [
        str(number),
        _fitted(name, 1),
        _fitted(line.text("spec") if line else "", 2),
        printable(line.text("quantity")) if line else "",
        _price(line.text("unit_price")) if line else "",
        _class(share),
    ]
    return cells + [_amount(share, key) for key in _COLUMNS]


def _class(share: LineShare) -> str:
    """The class, with the share the person pays first where there is one."""
    sign = CLASSES.get(share.payment_class, share.payment_class)
    return f"{sign} {percent(share.advance_ratio)}" if share.advance_ratio and share.advance_self_pay else sign


def _price(text: str) -> str:
    """A unit price with its own decimals and thousands separators; as it stands where it is no figure."""
    value = parse_money(text)
    return f"{value:,f}" if value is not None else printable(text)


def _amount(share: LineShare, key: str) -> str:
    """An amount; nothing where the column is empty, so that the eye finds what is there."""
    value = getattr(share, key)
    return thousands(value) if value or key == "amount" else ""


def _fitted(text: str, column: int) -> str | Paragraph:
    """Plain text where it fits its column, else a paragraph that wraps."""
    if width(text, SMALL) <= _WIDTHS[column] - _PADDING:
        return printable(text)
    return para(text, style(SMALL))


def _sums(settlement: Settlement) -> list[str | Paragraph]:
    sums = (settlement.total, settlement.self_paid, settlement.over_limit, settlement.advance_self_pay)
    return ["", "合计", "", "", "", "", *(thousands(amount) for amount in (*sums, settlement.eligible))]

"""A comparison of two packs as an Excel workbook with charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.reports.cells import Chart, Table, xlsx_bytes
from review.reports.writing import write_whole
from review.whatif.comparison import Axis, Fund
from review.whatif.words import AXES, FUNDS, SIDES, cautions, said, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.reports.cells import Content
    from review.whatif.comparison import Change, Comparison, Paid, Row, Spread

ROW_HEADS = (
    *("人次", "人数", "总费用", "基金支付 A", "基金支付 B", "差额 B−A", "个人负担 A", "个人负担 B"),
    *("报销比例 A（%）", "报销比例 B（%）", "基金多付的人次", "基金少付的人次"),
    *(f"{word} {side}" for word in FUNDS.values() for side in "AB"),
)
CHANGE_HEADS = (
    "人员",
    "险种",
    "人员类别",
    "报销单",
    "总费用",
    "基金支付 A",
    "基金支付 B",
    "差额 B−A",
    "个人负担 A",
    "个人负担 B",
)
_FUNDS_A, _FUNDS_B = 4, 5
_CLAIMS_SHOWN = 10


def comparison_xlsx(comparison: Comparison, out: Path) -> Path:
    """Write the comparison. Raises StoreError when the file cannot be written; nothing was changed then."""
    return write_whole(out, xlsx_bytes(list(_tables(comparison))))


def _tables(comparison: Comparison) -> Iterator[Table]:
    yield _whole(comparison)
    for axis in Axis:
        yield _by(comparison, axis)
    if comparison.layers_a or comparison.layers_b:
        yield _layers(comparison)
    for name, swing in (("基金多付最多的人", comparison.winners), ("基金少付最多的人", comparison.losers)):
        yield Table(name=name, heads=CHANGE_HEADS, rows=tuple(map(_change, swing.largest)))
    yield _differences(comparison)
    yield _spread("报销比例分布", comparison.shares, percent=True)
    yield _spread("个人负担分布", comparison.burdens)
    if comparison.refused:
        rows = tuple((SIDES[one.side], one.reason, one.claims, one.first) for one in comparison.refused)
        yield Table(name="未能比较", heads=("哪个方案不能结算", "原因", "人次", "其中一单"), rows=rows)


def _whole(comparison: Comparison) -> Table:
    whole, a, b = comparison.whole, comparison.a, comparison.b
    money = [(FUNDS[fund], of_a, of_b) for fund, of_a, of_b in comparison.funds()]
    money += [("基金支付合计", whole.a.funds, whole.b.funds), ("个人负担", whole.a.personal, whole.b.personal)]
    rows: list[tuple[Content, ...]] = [(name, of_a, of_b, of_b - of_a) for name, of_a, of_b in money]
    rows += [
        ("报销比例（%）", *_shares(whole), None),
        ("政策包", f"{a.title} {a.version}", f"{b.title} {b.version}", None),
        ("范围", comparison.title, None, None),
        ("人次", whole.claims, whole.claims, None),
        ("人数", whole.people, whole.people, None),
        ("总费用", whole.total, whole.total, None),
        ("基金多付的人数、金额", comparison.winners.people, None, comparison.winners.amount),
        ("基金少付的人数、金额", comparison.losers.people, None, comparison.losers.amount),
        ("不变的人数", comparison.unchanged, None, None),
        ("未能比较的人次", sum(one.claims for one in comparison.refused), None, None),
    ]
    rows += [("请注意", sentence, None, None) for sentence in cautions(comparison)]
    chart = Chart(title="各基金支付与个人负担（元）", columns=(1, 2), rows=len(money))
    return Table(name="总览", heads=("项目", "方案 A", "方案 B", "差额 B−A"), rows=tuple(rows), charts=(chart,))


def _by(comparison: Comparison, axis: Axis) -> Table:
    rows = tuple((said(axis, row.key), *_row(row)) for row in comparison.by(axis))
    charts = (
        Chart(title=f"按{AXES[axis]}：基金支付（元）", columns=(_FUNDS_A, _FUNDS_B)),
        Chart(title=f"按{AXES[axis]}：个人负担（元）", columns=(7, 8)),
    )
    sums = ("合计", *_row(comparison.whole))
    return Table(name=f"按{AXES[axis]}", heads=(AXES[axis], *ROW_HEADS), rows=rows, sums=sums, charts=charts)


def _layers(comparison: Comparison) -> Table:
    sides = (("A", comparison.layers_a), ("B", comparison.layers_b))
    rows = tuple(
        (side, one.title, FUNDS[Fund(one.fund)], one.claims, one.payment) for side, layers in sides for one in layers
    )
    return Table(name="各层保障", heads=("方案", "保障", "资金", "有支付的人次", "支付"), rows=rows)


def _row(row: Row) -> tuple[Content, ...]:
    funds = (paid.of(fund) for fund in Fund for paid in (row.a, row.b))
    return (
        *(row.claims, row.people, row.total, row.a.funds, row.b.funds, row.difference),
        *(row.a.personal, row.b.personal, *_shares(row), row.gained, row.lost),
        *funds,
    )


def _shares(row: Row) -> tuple[Content, Content]:
    return _percent(row, row.a), _percent(row, row.b)


def _percent(row: Row, paid: Paid) -> Content:
    share = row.share(paid)
    return None if share is None else share * 100


def _change(change: Change) -> tuple[Content, ...]:
    claims = "、".join(change.claims[:_CLAIMS_SHOWN]) + ("等" if len(change.claims) > _CLAIMS_SHOWN else "")
    return (
        *(change.person, said(Axis.SCHEME, change.scheme), said(Axis.GROUP, change.group), claims, change.total),
        *(change.a.funds, change.b.funds, change.difference, change.a.personal, change.b.personal),
    )


def _differences(comparison: Comparison) -> Table:
    rows = tuple((stretch(one), one.count) for one in comparison.differences)
    chart = Chart(title="每人基金多付（负数为少付）的分布（人）", columns=(1,))
    return Table(name="差额分布", heads=("每人差额 B−A", "人数"), rows=rows, charts=(chart,))


def _spread(name: str, spread: Spread, *, percent: bool = False) -> Table:
    pairs = zip(spread.a, spread.b, strict=True)
    rows = tuple((stretch(a, percent=percent), a.count, b.count) for a, b in pairs)
    return Table(
        name=name, heads=("区间", "方案 A 人次", "方案 B 人次"), rows=rows, charts=(Chart(title=name, columns=(1, 2)),)
    )

"""Excel workbooks of the queue and of one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.money import parse_money
from review.policy.explain import basis_told, chapters, rested_on
from review.policy.waterfall import percent, waterfall
from review.policy.words import step_title
from review.policy.year_words import year_sums
from review.reports.cells import Table, xlsx_bytes
from review.reports.words import CLASSES
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from review.claim.claim import Claim
    from review.policy.settlement import LineShare, Settlement
    from review.reports.cells import Content
    from review.reports.inputs import QueueLine

QUEUE_HEADS = (
    *("报销单号", "状态", "姓名", "身份证号", "险种", "医疗机构", "受理日期", "应办结日期"),
    *("总费用", "应付", "待处理", "录入", "初审", "复核"),
)
LINE_HEADS = (
    *("序号", "项目名称", "规格", "单位", "数量", "单价", "等级", "金额"),
    *("全自费", "超限价", "先行自付", "范围内", "先付比例", "说明"),
)

STEP_HEADS = ("序号", "部分", "步骤", "算式", "数据", "政策参数与依据", "结果（元）")
YEAR_HEADS = ("年度累计", "本次之前", "本次之后", "来源")
LONGEST = 32_000
"""Characters a cell of a workbook can hold, with some to spare."""


def queue_xlsx(rows: Sequence[QueueLine], out: Path) -> Path:
    """Write the queue as shown. Raises StoreError when the file cannot be written."""
    shown = tuple(_queued(row) for row in rows)
    total = sum((row.total for row in rows), start=ZERO)
    payable = sum((row.payable or ZERO for row in rows), start=ZERO)
    sums: tuple[Content, ...] = ("合计", f"{len(rows)} 件", *[""] * 6, total, payable, *[""] * 4)
    return write_whole(out, xlsx_bytes([Table(name="报销单", heads=QUEUE_HEADS, rows=shown, sums=sums)]))


def _queued(row: QueueLine) -> tuple[Content, ...]:
    return (
        *(row.number, row.state, row.name, row.id_masked, row.scheme, row.hospital, row.received_on, row.due_on),
        *(row.total, row.payable, row.open_points, row.entered_by, row.first_reviewer, row.second_reviewer),
    )


def claim_xlsx(claim: Claim, settlement: Settlement, out: Path) -> Path:
    """Write one claim: ladder, lines, steps, the year. Raises StoreError when the file cannot be written."""
    ladder = tuple((fall.title, fall.amount, fall.how) for fall in waterfall(settlement).falls)
    tables = [
        Table(name=f"结算 {claim.number}", heads=("项目", "金额（元）", "怎么算的"), rows=ladder),
        Table(name="明细", heads=LINE_HEADS, rows=_lines(claim, settlement), sums=_sums(settlement)),
        Table(name="计算过程", heads=STEP_HEADS, rows=tuple(_steps(settlement))),
        Table(name="年度累计", heads=YEAR_HEADS, rows=tuple(_year(settlement))),
    ]
    return write_whole(out, xlsx_bytes(tables))


def _steps(settlement: Settlement) -> Iterator[tuple[Content, ...]]:
    """Each step with its formula, all its inputs, and the figure of policy it rests on."""
    for chapter in chapters(settlement):
        for number, step in chapter.numbered:
            inputs = "；".join(f"{name} {value}" for name, value in step.inputs.items())
            basis = "\n".join(basis_told(used) for used in rested_on(step))
            yield (number, chapter.title, step_title(step), step.formula, inputs[:LONGEST], basis, step.result)


def _year(settlement: Settlement) -> Iterator[tuple[Content, ...]]:
    """Each accumulator before and after, and the source of the figures before."""
    before, after = settlement.before, settlement.after
    yield ("住院次数", before.stays, after.stays, before.source or "未注明")
    yield from ((title, first, then, "") for title, first, then in year_sums(settlement))


def _lines(claim: Claim, settlement: Settlement) -> tuple[tuple[Content, ...], ...]:
    printed = {line.id: line for line in claim.charge_lines if line.id}
    rows: list[tuple[Content, ...]] = []
    for number, share in enumerate(settlement.lines, start=1):
        line = printed.get(share.line_id)
        cells = [line.text(key) if line else "" for key in ("spec", "unit", "quantity", "unit_price")]
        figures = (parse_money(cells[2]) or cells[2], parse_money(cells[3]) or cells[3])
        rows.append((number, share.name, *cells[:2], *figures, *_split(share), percent(share.advance_ratio), share.why))
    return tuple(rows)


def _split(share: LineShare) -> tuple[Content, ...]:
    columns = (share.amount, share.self_paid, share.over_limit, share.advance_self_pay, share.eligible)
    return (CLASSES.get(share.payment_class, share.payment_class), *columns)


def _sums(settlement: Settlement) -> tuple[Content, ...]:
    sums = (settlement.total, settlement.self_paid, settlement.over_limit, settlement.advance_self_pay)
    return ("合计", *[""] * 6, *sums, settlement.eligible, "", "")

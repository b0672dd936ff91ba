"""Payment files of a batch for the bank: CSV and Excel with the same rows and the same sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO
from review.errors import InputError
from review.money import thousands
from review.reports.cells import Table, csv_bytes, xlsx_bytes
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from review.reports.inputs import PayOrder

HEADS = ("序号", "报销单号", "户名", "账号", "开户银行", "金额", "附言")


def payment_csv(order: PayOrder, out: Path) -> Path:
    """Write the order as CSV (UTF-8 with byte order mark); account numbers keep every digit.

    Raises:
        InputError: the rows do not add up to the order's total; nothing is written.
        StoreError: the file cannot be written; nothing was changed.
    """
    return write_whole(out, csv_bytes(_table(order)))


def payment_xlsx(order: PayOrder, out: Path) -> Path:
    """Write the order as an Excel workbook; account numbers are text.

    Raises:
        InputError: the rows do not add up to the order's total; nothing is written.
        StoreError: the file cannot be written; nothing was changed.
    """
    return write_whole(out, xlsx_bytes([_table(order)]))


def _table(order: PayOrder) -> Table:
    total = sum((row.amount for row in order.rows), start=ZERO)
    if total != order.total:
        sums = f"明细合计 {thousands(total)} 元，总额 {thousands(order.total)} 元"
        message = f"拨付单 {order.batch} 的金额不符：{sums}。没有生成文件。"
        raise InputError(message, code="payment-sum", advice="请重新生成拨付单后再导出。")
    rows = tuple(
        (number, row.claim, row.holder, row.account, row.bank, row.amount, f"医保零星报销 {row.claim}")
        for number, row in enumerate(order.rows, start=1)
    )
    last = ("合计", f"{len(rows)} 笔", "", "", "", total, f"批次 {order.batch}")
    return Table(name=f"拨付 {order.batch}", heads=HEADS, rows=rows, sums=last)

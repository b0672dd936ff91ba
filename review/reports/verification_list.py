"""The list of electronic receipts to look up at the treasury's site (查验清单): to print and write on, or as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer

from review.claim.verification import Answer
from review.money import thousands
from review.reports.cells import Table, csv_bytes
from review.reports.head import head
from review.reports.inputs import Imprint
from review.reports.page import WIDE, Sheet, build
from review.reports.palette import MUTE, SMALL, block, long_table, para, style, table_style
from review.reports.pdfa import About, Part, join
from review.reports.settlement import signatures
from review.reports.words import ANSWERS, day, moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.reports.inputs import ReceiptToVerify

TITLE = "财政电子票据查验清单"
SITE = "全国财政电子票据查验平台 pjcy.mof.gov.cn"
CSV_HEADS = (
    "报销单号",
    "材料编号",
    "交款人",
    "收款单位",
    "票据代码",
    "票据号码",
    "校验码",
    "开票日期",
    "金额",
    "查验结果",
    "查验日期",
    "查验次数",
    "说明",
)
"""Headings of the CSV; the last four are to be filled in."""
_HEADS = (
    "序号",
    "报销单号",
    "票据代码",
    "票据号码",
    "校验码",
    "开票日期",
    "金额（元）",
    "交款人 / 收款单位",
    "查验结果",
    "次数",
    "日期、签名",
)
_SHARES = (0.04, 0.1, 0.075, 0.09, 0.06, 0.08, 0.085, 0.16, 0.17, 0.05, 0.09)
_WIDTHS = [WIDE * share for share in _SHARES]
_BOXES = (Answer.GENUINE, Answer.DIFFERS, Answer.UNKNOWN), (Answer.REVERSED, Answer.UNAVAILABLE)
"""The answers to tick, by line."""
_HOW = (
    f"按票据代码、号码、校验码、开票日期、金额在{SITE}逐张查验；该平台可查一年内开具的票据，每张每天最多5次。",
    "结果照平台所示勾选，写明平台显示的累计查验次数；不符的写明哪里不符。查验人签名后，将结果登记进系统。",
)
_BY_DEFAULT = Imprint()


def verification_sheet(
    rows: Sequence[ReceiptToVerify], out: Path, imprint: Imprint = _BY_DEFAULT, number: str = ""
) -> Path:
    """Write the list as PDF/A; ``number`` is the claim it is about, empty for all open ones. Gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    mark = number or (f"{imprint.printed_at:%Y%m%d}" if imprint.printed_at else "ALL")
    story = [
        *head(imprint.office, TITLE, mark, WIDE),
        *(para(text, style(SMALL, colour=MUTE)) for text in _HOW),
        Spacer(1, 1.5 * mm),
        *_rows(rows),
        KeepTogether(signatures((("查验人", ""), ("复核人", "")), WIDE)),
    ]
    printed = f" · 打印 {moment(imprint.printed_at)}" if imprint.printed_at else ""
    part = Part(build(story, Sheet(f"{TITLE} · {len(rows)} 张{printed}", wide=True)), TITLE)
    return write_whole(out, join([part], About(f"{TITLE} {mark}", imprint.office, imprint.printed_at)))


def verification_csv(rows: Sequence[ReceiptToVerify], out: Path) -> Path:
    """Write the list as CSV that a spreadsheet opens, with columns for the answers. Raises StoreError."""
    told = tuple(
        (
            row.claim,
            str(row.document_id),
            row.payer,
            row.institution,
            row.invoice_code,
            row.invoice_number,
            row.check_code,
            row.issued_on,
            row.total,
            *_answered(row),
        )
        for row in rows
    )
    return write_whole(out, csv_bytes(Table(name="查验清单", heads=CSV_HEADS, rows=told)))


def _answered(row: ReceiptToVerify) -> tuple[str, str, str, str]:
    had = row.answer
    if had is None:
        return "", "", "", ""
    return ANSWERS[had.answer], had.checked_on.isoformat(), "" if had.times is None else str(had.times), had.note


def _rows(rows: Sequence[ReceiptToVerify]) -> list[Flowable]:
    if not rows:
        return block("待查验票据", para("没有待查验的电子票据。"))
    told: list[list[object]] = [[*_HEADS]]
    told += [_row(count, row) for count, row in enumerate(rows, start=1)]
    return block(f"待查验票据（{len(rows)} 张）", long_table(told, _WIDTHS, table_style(figures=(6,), size=SMALL)))


def _row(count: int, row: ReceiptToVerify) -> list[object]:
    small, answer = style(SMALL), row.answer
    texts = (row.claim, row.invoice_code or "—", row.invoice_number or "—", row.check_code or "—")
    return [
        str(count),
        *(para(text, small) for text in texts),
        day(row.issued_on),
        "—" if row.total is None else thousands(row.total),
        [para(row.payer or "—", small), para(row.institution or "—", style(6.2, colour=MUTE))],
        para(ANSWERS[answer.answer], small) if answer else _boxes(),
        "" if answer is None or answer.times is None else str(answer.times),
        para(f"{answer.checked_on} {answer.by}", style(6.2, colour=MUTE)) if answer else "",
    ]


def _boxes() -> list[Flowable]:
    return [para("　".join(f"□{ANSWERS[answer]}" for answer in line), style(SMALL)) for line in _BOXES]

"""The sign-off sheet of a batch: every claim with its sums and risks, sums by fund, fingerprints, places to sign."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table

from review.money import in_words, thousands
from review.reports.head import caution, head
from review.reports.inputs import Imprint
from review.reports.page import WIDE, Sheet, build
from review.reports.palette import MUTE, SMALL, WARN, block, long_table, para, style, table_style
from review.reports.pdfa import About, Part, join
from review.reports.settlement import signatures
from review.reports.type import BOLD
from review.reports.words import moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.reports.inputs import SignoffPaper, SignoffRow

TITLE = "零星报销批次签批单"
HEADS = (
    "序号",
    "报销单号 / 指纹",
    "姓名 / 身份证号",
    "医疗机构",
    "总费用",
    "统筹基金",
    "大病保险",
    "医疗救助",
    "补充保险",
    "应付",
    "经办",
    "提示",
)
_SHARES = (0.035, 0.115, 0.115, 0.135, 0.075, 0.075, 0.07, 0.07, 0.06, 0.08, 0.06, 0.11)
_WIDTHS = [WIDE * share for share in _SHARES]
_SUMS = ("total", "basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund", "payable")
_FUNDS = (
    ("统筹基金", "basic_fund"),
    ("大病保险", "serious_illness_fund"),
    ("医疗救助", "medical_aid_fund"),
    ("补充保险", "supplement_fund"),
)
_BY_DEFAULT = Imprint()


def signoff_sheet(paper: SignoffPaper, out: Path, imprint: Imprint = _BY_DEFAULT) -> Path:
    """Write the sheet as PDF/A; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    story = [
        *head(imprint.office, TITLE, paper.number, WIDE),
        *_unconfirmed(paper),
        *_claims(paper, imprint),
        *_funds(paper),
        *_aside(paper),
        KeepTogether(signatures(_signers(paper, imprint), WIDE)),
    ]
    foot = f"{paper.number} · {len(paper.rows)} 件 · 批次指纹 {fingerprint(paper)[:32]}"
    part = Part(build(story, Sheet(foot, wide=True)), TITLE)
    return write_whole(out, join([part], About(f"{TITLE} {paper.number}", imprint.office, imprint.printed_at)))


def fingerprint(paper: SignoffPaper) -> str:
    """SHA-256 over the batch number and each claim's number, payable sum and fingerprint, in order."""
    rows = (f"{row.claim} {row.payable} {row.fingerprint}" for row in paper.rows)
    return hashlib.sha256("\n".join([paper.number, *rows]).encode()).hexdigest()


def _unconfirmed(paper: SignoffPaper) -> list[Flowable]:
    text = f"政策未经确认：所用政策包“{paper.pack}”尚未经局方确认，本批数额仅供核对；正式拨付前须先确认政策包。"
    return caution(text, WIDE) if paper.unconfirmed else []


def _claims(paper: SignoffPaper, imprint: Imprint) -> list[Flowable]:
    if not paper.rows:
        return block("报销单", para("本批没有报销单。"))
    rows: list[list[object]] = [[*HEADS]]
    rows += [_row(number, row, imprint) for number, row in enumerate(paper.rows, start=1)]
    rows.append(["", "合计", "", f"{len(paper.rows)} 件", *(thousands(paper.sum(key)) for key in _SUMS), "", ""])
    look = table_style(("FONTNAME", (0, -1), (-1, -1), BOLD), figures=range(4, 10), size=SMALL)
    return block(f"报销单（{len(paper.rows)} 件，元）", long_table(rows, _WIDTHS, look))


def _row(number: int, row: SignoffRow, imprint: Imprint) -> list[object]:
    faint = style(6.2, colour=MUTE)
    acted = f"{imprint.person(row.first_reviewer)} / {imprint.person(row.second_reviewer)}"
    return [
        str(number),
        [para(row.claim, style(SMALL)), para(row.fingerprint[:16], faint)],
        [para(row.name, style(SMALL, bold=True)), para(row.id_masked, faint)],
        [para(row.hospital, style(SMALL)), para(row.care, faint)],
        *(thousands(getattr(row, key)) for key in _SUMS),
        para(acted, style(6.6)),
        para("；".join(row.risks) or "—", style(6.6, colour=WARN if row.risks else MUTE)),
    ]


def _funds(paper: SignoffPaper) -> list[Flowable]:
    """Sums by fund, and the whole written out."""
    rows = [["基金", *(label for label, _ in _FUNDS), "应付合计"]]
    rows.append(["金额（元）", *(thousands(paper.sum(key)) for _, key in _FUNDS), thousands(paper.sum("payable"))])
    table = Table(
        rows, colWidths=[WIDE / 6] * 6, style=table_style(("FONTNAME", (5, 1), (5, 1), BOLD), figures=range(1, 6))
    )
    words = para(f"应付合计（大写）：{in_words(paper.sum('payable'))}", style(9, bold=True))
    return block("基金汇总", table, Spacer(1, 1.5 * mm), words)


def _aside(paper: SignoffPaper) -> list[Flowable]:
    """What was left out of the batch, and what the software checked."""
    left = [para(f"{number}：{reason}", style(SMALL)) for number, reason in paper.excluded]
    checked = [para(text, style(SMALL)) for text in paper.checks]
    return [*(block("本批剔除", *left) if left else []), *(block("批次核对", *checked) if checked else [])]


def _signers(paper: SignoffPaper, imprint: Imprint) -> tuple[tuple[str, str], ...]:
    signed = f"{imprint.person(paper.signed_by)} {moment(paper.signed_at)}".strip()
    return (("复核汇总", ""), ("签批", signed), ("基金财务", ""))

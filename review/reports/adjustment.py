"""The form of an adjustment after payment (补支、追回审核表): what moves, from which fund, why, and who agreed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table

from review.claim.adjustment import ADJUSTMENT_NAMES, KIND_NAMES, AdjustmentKind, AdjustmentState
from review.money import in_words, thousands
from review.policy.year_words import ACCUMULATORS, account_title
from review.reports.facts import care, pairs, person
from review.reports.head import caution, head
from review.reports.inputs import Imprint
from review.reports.page import WIDTH, Sheet, build
from review.reports.palette import block, para, style, table_style
from review.reports.pdfa import About, Part, join
from review.reports.settlement import signatures
from review.reports.type import BOLD
from review.reports.words import moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.claim.adjustment import Adjustment
    from review.claim.claim import Claim

TITLE = "零星报销补支（追回）审核表"
FUNDS: Mapping[str, str] = {
    "basic_fund": "统筹基金",
    "serious_illness_fund": "大病保险",
    "medical_aid_fund": "医疗救助",
    "supplement_fund": "补充保险",
}
"""Every fund has its row, whether it changes or not."""
_STAYS = "stays"
_MARKS = {
    AdjustmentState.DRAFT: "尚未审核：本表仅供核对，不得据以拨付或追款。",
    AdjustmentState.DELETED: "已删除：本表不得据以拨付或追款。",
}
_BY_DEFAULT = Imprint()


def adjustment_sheet(claim: Claim, one: Adjustment, out: Path, imprint: Imprint = _BY_DEFAULT) -> Path:
    """Write the form as PDF/A; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    mark = _MARKS.get(one.state)
    story = [
        *head(imprint.office, TITLE, one.number, WIDTH),
        *(caution(mark, WIDTH) if mark else []),
        *person(claim.insured),
        *care(claim),
        *_money(claim, one),
        *_funds(one),
        *_year(one),
        *_why(one),
        *_way(one),
        KeepTogether(signatures(_signers(one, imprint))),
    ]
    printed = f" · 打印 {moment(imprint.printed_at)}" if imprint.printed_at else ""
    part = Part(build(story, Sheet(f"{one.number} · 报销单 {claim.number}{printed}")), TITLE)
    return write_whole(out, join([part], About(f"{TITLE} {one.number}", claim.insured.name, imprint.printed_at)))


def _money(claim: Claim, one: Adjustment) -> list[Flowable]:
    facts = (
        ("种类", KIND_NAMES[one.kind]),
        ("进度", ADJUSTMENT_NAMES[one.state]),
        ("报销单", claim.number),
        ("原核定支付（元）", thousands(claim.payable or 0)),
        ("此前已付（元）", thousands(one.paid)),
        ("重算应付（元）", thousands(one.anew)),
    )
    amount = f"本次{KIND_NAMES[one.kind]} {thousands(one.amount)} 元（大写：{in_words(one.amount)}）"
    return block("金额", pairs(facts, columns=2), Spacer(1, 1.5 * mm), para(amount, style(10, bold=True)))


def _funds(one: Adjustment) -> list[Flowable]:
    changes = [one.funds.get(name, Decimal(0)) for name in FUNDS]
    rows = [
        ["基金", *FUNDS.values(), "合计"],
        ["增减（元）", *map(_signed, changes), _signed(sum(changes, Decimal(0)))],
    ]
    look = table_style(("FONTNAME", (5, 1), (5, 1), BOLD), figures=range(1, 6))
    return block("各基金增减", Table(rows, colWidths=[WIDTH / 6] * 6, style=look))


def _year(one: Adjustment) -> list[Flowable]:
    if not one.year:
        return []
    rows = [["年度累计", "增减"], *([_sum_title(name), _sum(name, amount)] for name, amount in one.year.items())]
    widths = [WIDTH * 0.5, WIDTH * 0.25]
    table = Table(rows, colWidths=widths, style=table_style(figures=(1,)), hAlign="LEFT")
    return block("参保人年度累计增减（送出后生效）", table)


def _why(one: Adjustment) -> list[Flowable]:
    lines = [para(text) for text in one.grounds] or [para("按现行参数、目录和累计重算，金额没有变化。")]
    return block("依据和理由", *lines, para(f"理由：{one.reason}", style(9.4, bold=True)))


def _way(one: Adjustment) -> list[Flowable]:
    paying = one.kind is AdjustmentKind.SUPPLEMENT
    account = " ".join(filter(None, (one.account.holder, one.account.number, one.account.bank)))
    told = [
        f"收款账户：{account or '同报销单'}" if paying else "",
        f"送出单号：{one.order}" if one.order else "",
        f"到账：{one.settled_on}，凭证 {one.reference}" if one.settled_on else "",
        f"说明：{one.remark}" if one.remark else "",
    ]
    lines = [para(text) for text in told if text]
    return block("办理", *lines) if lines else []


def _signers(one: Adjustment, imprint: Imprint) -> tuple[tuple[str, str], ...]:
    drafted = "、".join(map(imprint.person, one.authors))
    names = (
        ("经办人", drafted, one.drafted_at),
        ("审核人", imprint.person(one.audited_by), one.audited_at),
        ("出纳", imprint.person(one.sent_by), one.sent_at),
    )
    return tuple((title, f"{name} {moment(at) if at else ''}".strip()) for title, name, at in names)


def _sum_title(name: str) -> str:
    return "住院次数" if name == _STAYS else ACCUMULATORS.get(name) or account_title(name)


def _signed(amount: Decimal) -> str:
    return f"{amount:+,.2f}" if amount else "0.00"


def _sum(name: str, amount: Decimal) -> str:
    return f"{int(amount):+d} 次" if name == _STAYS else _signed(amount)

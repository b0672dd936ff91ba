"""The blocks that say whose claim it is, what care was given, and what the year stood at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Table

from review.claim.claim import CareKind
from review.identity import masked
from review.money import parse_money, thousands
from review.policy.words import KINDS, LEVELS
from review.reports.page import WIDTH
from review.reports.palette import LINE, MUTE, bare_style, block, para, style, table_style
from review.reports.words import FILINGS, REGIONS, WORDS, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable, Paragraph

    from review.claim.claim import Care, Claim, YearToDate
    from review.claim.people import Insured
    from review.policy.settlement import Settlement

Pair = tuple[str, str]
_GRID = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("LINEABOVE", (0, 0), (-1, 0), 0.35, LINE),
    ("LINEBELOW", (0, -1), (-1, -1), 0.35, LINE),
)


def pairs(facts: Sequence[Pair], columns: int = 3, width: float = WIDTH) -> Table:
    """Labels and values in columns; values wrap."""
    cells: list[list[Paragraph | str]] = [
        [para(label, style(colour=MUTE)), para(text or "—", style())] for label, text in facts
    ]
    cells += [["", ""]] * (-len(cells) % columns)
    rows = [[part for cell in cells[k : k + columns] for part in cell] for k in range(0, len(cells), columns)]
    share = width / columns
    return Table(rows, colWidths=[share * 0.27, share * 0.73] * columns, splitInRow=1, style=bare_style(*_GRID))


def person(insured: Insured) -> list[Flowable]:
    """The insured and the account."""
    scheme = WORDS[insured.scheme] + ("（退休）" if insured.retired else "")
    facts = (
        ("姓名", insured.name),
        ("身份证号", masked(insured.id_number)),
        ("险种", scheme),
        ("人员类别", "、".join(WORDS[group] for group in insured.groups) or "普通参保人员"),
        ("联系电话", insured.phone),
        ("收款户名", insured.account.holder),
        ("开户银行", insured.account.bank),
        ("银行账号", insured.account.number),
    )
    return block("参保人员", pairs(facts))


def care(claim: Claim) -> list[Flowable]:
    """The care and the receipts handed in."""
    given: Care = claim.care
    facts = (
        ("医疗类别", KINDS[given.kind]),
        ("医疗机构", given.hospital),
        ("机构等级", LEVELS[given.hospital_level] + ("" if given.designated else "（非定点）")),
        ("就医地", f"{given.province}（{REGIONS[given.region]}）"),
        ("异地备案", FILINGS[given.filing]),
        ("就诊日期" if given.kind is CareKind.OUTPATIENT else "住院日期", _span(given)),
        ("诊断", "；".join(given.diagnoses)),
        ("票据", "；".join(_receipts(claim))),
        ("受理日期", day(claim.received_on)),
    )
    return block("就医与票据", pairs(facts))


def _span(given: Care) -> str:
    if given.admitted and given.discharged and given.admitted != given.discharged:
        days = (given.discharged - given.admitted).days
        return f"{day(given.admitted)} 至 {day(given.discharged)}（{days} 天）"
    return day(given.admitted or given.discharged)


def _receipts(claim: Claim) -> list[str]:
    """Each receipt by code, number and printed total."""
    shown = []
    for receipt in claim.receipts:
        total = parse_money(receipt.text("total_amount"))
        number = f"{receipt.text('invoice_code')}-{receipt.text('invoice_number')}"
        shown.append(f"{number}，{thousands(total)} 元" if total is not None else number)
    return shown


_ACCUMULATORS = (
    ("起付线", "deductible"),
    ("统筹基金", "basic_fund"),
    ("大病合规自付", "serious_illness_base"),
    ("大病保险", "serious_illness_fund"),
    ("救助合规自付", "medical_aid_base"),
    ("医疗救助", "medical_aid_fund"),
)


def year(claim: Claim, settlement: Settlement) -> list[Flowable]:
    """What the year's accumulators stood at before this claim, and after it."""
    heads = ["年度累计（元）", "住院次数", *(label for label, _ in _ACCUMULATORS)]
    rows = [heads, _stand("本次之前", settlement.before), _stand("本次之后", settlement.after)]
    widths = [WIDTH * share for share in (0.16, 0.12, *[0.12] * 6)]
    table = Table(rows, colWidths=widths, style=table_style(figures=range(1, 8)))
    source = para(
        f"累计数来源：{settlement.before.source or claim.year_to_date.source or '未注明'}", style(7, colour=MUTE)
    )
    return block("年度累计", table, source)


def _stand(label: str, stand: YearToDate) -> list[str]:
    return [label, str(stand.stays), *(thousands(getattr(stand, key)) for _, key in _ACCUMULATORS)]

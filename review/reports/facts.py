"""The blocks that say whose claim it is, what care was given, and what the year stood at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Table

from review.claim.claim import CareKind
from review.identity import masked
from review.money import parse_money, thousands
from review.packs.words import KINDS, LEVELS
from review.policy.waterfall import percent
from review.policy.year_words import year_sums
from review.reports.page import WIDTH
from review.reports.palette import LINE, MUTE, bare_style, block, para, style, table_style
from review.reports.words import FILINGS, REGIONS, WORDS, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reportlab.platypus import Flowable, Paragraph

    from review.claim.claim import Care, Claim
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
        ("人员类别", "、".join(_groups(insured)) or "普通参保人员"),
        ("联系电话", insured.phone),
        ("收款户名", insured.account.holder),
        ("开户银行", insured.account.bank),
        ("银行账号", insured.account.number),
    )
    return block("参保人员", pairs(facts))


def _groups(insured: Insured) -> Iterator[str]:
    """The groups of the person, those with days of entry or exit with their days."""
    yield from (WORDS[group] for group in insured.groups)
    for status in insured.statuses:
        ends = f"{day(status.since)} 起" if status.until is None else f"{day(status.since)} 至 {day(status.until)}"
        yield f"{WORDS[status.group]}（{ends}）"


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
        *_terms(given),
    )
    return block("就医与票据", pairs(facts))


def _terms(given: Care) -> Iterator[Pair]:
    """What care was settled by beside its kind, where there is such a thing."""
    if given.disease:
        yield "病种", given.disease
    if given.package:
        yield "按病种付费", given.package
    if given.third_party:
        yield "第三人责任", percent(given.third_party)


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


_ABREAST = 6
"""Accumulators side by side; a year with more is printed in several tables."""


def year(claim: Claim, settlement: Settlement) -> list[Flowable]:
    """What the year's accumulators stood at before this claim and after it, and where the figures came from."""
    before, sums = settlement.before, tuple(year_sums(settlement))
    tables = [_stand(settlement, sums[at : at + _ABREAST]) for at in range(0, len(sums), _ABREAST)]
    told = f"累计数来源：{before.source or claim.year_to_date.source or '未注明'}"
    return block("年度累计", *tables, para(told, style(7, colour=MUTE)))


def _stand(settlement: Settlement, sums: Sequence[tuple[str, Decimal, Decimal]]) -> Table:
    """One table: a row before, a row after, a column for each sum."""
    heads = ["年度累计（元）", "住院次数", *(para(title, style(bold=True, side="right")) for title, _, _ in sums)]
    before = ["本次之前", str(settlement.before.stays), *(thousands(first) for _, first, _ in sums)]
    after = ["本次之后", str(settlement.after.stays), *(thousands(then) for _, _, then in sums)]
    widths = [WIDTH * 0.16, WIDTH * 0.12, *[WIDTH * 0.72 / _ABREAST] * len(sums)]
    look = table_style(figures=range(1, len(heads)))
    return Table([heads, before, after], colWidths=widths, hAlign="LEFT", style=look)

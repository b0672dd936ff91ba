"""Printed codes of the nation's form: unknown to the editions of the day, or of another article than the line's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.catalogue.agreement import terms
from review.catalogue.entry import EntryKind
from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, line_place, paid_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line

_FORMS = {
    EntryKind.DRUG: re.compile(r"X[A-Z]\d{2}[A-Z]{2}[A-Z]\d{3}[A-Z]\d{12}|Z[A-Z]\d{2}[A-Z]{2}[A-Z]\d{13}"),
    EntryKind.SERVICE: re.compile(r"\d{15}"),
    EntryKind.SUPPLY: re.compile(r"C\d{19}(\d{7})?"),
}
"""Forms of the nation's codes (policy §3.6); a hospital's own codes have none of them and say nothing."""


def codes(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines whose printed code the editions of the day do not hold, or hold for another article."""
    on = claim.care.day or context.today
    for line in paid_lines(claim):
        code = line.text("code").strip().upper()
        kind = next((kind for kind, form in _FORMS.items() if form.fullmatch(code)), None)
        if kind is None:
            continue
        coded, entry = context.coded(code, on), context.entry(line.entry_id)
        if not coded and context.holds_codes(kind, on):
            yield _unknown(line, code, on)
        elif entry and coded and not any(_same(entry, other) for other in coded):
            yield _other(line, code, entry, coded[0])


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries are of one article; a product is of the article it is listed under."""
    return one.id == other.id or bool(_called(one) & _called(other))


def _called(entry: Entry) -> set[str]:
    return {normalise(name) for name in (entry.name, entry.listed_name) if name}


def _unknown(line: Line, code: str, on: date) -> Finding:
    return Finding(
        code="code-unknown",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="编码不在目录中",
        message=f"{call_line(line)}的编码{code}在{on}有效的目录中没有。",
        advice="请放大核对编码是否识别有误；无误的，可能已停用或目录未更新，请按名称核对条目。",
        basis="国家医保信息业务编码，以就诊当日有效目录所载为准",
        values={"code": code, "on": str(on)},
        place=line_place(line),
    )


def _other(line: Line, code: str, entry: Entry, coded: Entry) -> Finding:
    same_terms = terms(entry) == terms(coded)
    return Finding(
        code="code-of-another",
        severity=Severity.CLUE if same_terms else Severity.DECISION,
        subject=f"line:{line.id}",
        title="编码属于另一品种",
        message=(
            f"{call_line(line)}的编码{code}在目录中为“{coded.name}”（{coded.payment_class.label}类），"
            f"本行按“{entry.name}”（{entry.payment_class.label}类）支付。"
        ),
        advice="请对照原件核对名称和编码，选定相符的条目；仍按现条目支付的，请说明理由。",
        basis="编码与名称应指同一品种；甲乙类和限定不同的须由人判断",
        values={"code": code, "entry": entry.id, "coded": coded.id},
        place=line_place(line),
    )

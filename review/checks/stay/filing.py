"""Filing of treatment in another province: whether there was one, and when (医保发〔2022〕22号).

Within the province none is needed (policy §1.3).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import place
from review.checks.stay.terms import stay_terms
from review.claim.claim import CareKind, Filing, Region
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim

_BASIS = "跨省异地就医备案（医保发〔2022〕22号）；先行自付比例按备案类型确定"
_LONGEST_MONTH = 31


def filing(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Papers of a filing on a claim that counts as not filed, and days of filing that do not fit the stay."""
    care = claim.care
    if care.region is not Region.OTHER_PROVINCE:
        return
    if care.filing is Filing.NONE:
        yield from _unfiled(claim)
    elif care.filed_on:
        yield from _when(claim, context.today, care.filed_on)


def _unfiled(claim: Claim) -> Iterator[Finding]:
    care = claim.care
    form = next((d for d in claim.documents if d.kind is DocumentKind.REFERRAL_FORM), None)
    if form or care.filed_on:
        shown = "有转诊备案表" if form else f"备案日期为{care.filed_on}"
        message = f"本单{shown}，备案类型却为“未备案”，先行自付比例可能算错。"
        yield _finding(claim, "filing-unknown", "备案情况未定", message, Severity.DECISION)
    elif care.kind is CareKind.EMERGENCY:
        message = "本单为急诊抢救，备案类型为“未备案”；急诊抢救视同已备案。"
        yield _finding(claim, "filing-emergency", "急诊视同备案", message, Severity.CLUE)
    else:
        message = "本单按“未备案”计算，先行自付比例最高；没有备案材料，也没有备案日期。"
        yield _finding(claim, "filing-none", "跨省就医未备案", message, Severity.CLUE)


def _when(claim: Claim, today: date, filed: date) -> Iterator[Finding]:
    care = claim.care
    first, last = care.admitted, care.discharged or care.admitted
    if filed > today:
        yield _finding(
            claim, "filing-future", "备案日期在今天之后", f"备案日期{filed}晚于今天{today}。", Severity.DECISION
        )
    elif last and filed > last:
        message = f"备案日期{filed}晚于出院（就诊）日期{last}，属事后补办。"
        yield _finding(claim, "filing-late", "出院后补办备案", message, Severity.DECISION)
    elif first and filed > first:
        message = f"备案日期{filed}在入院{first}之后、出院之前。"
        yield _finding(claim, "filing-during", "住院期间补办备案", message, Severity.CLUE)
    elif first and care.filing is Filing.REFERRAL and first - filed > _validity():
        message = f"转诊备案日期{filed}早于入院{first}超过{stay_terms().referral_months}个月，可能已过有效期。"
        yield _finding(claim, "filing-old", "备案可能已过期", message, Severity.CLUE)


def _validity() -> timedelta:
    return timedelta(days=stay_terms().referral_months * _LONGEST_MONTH)


def _finding(claim: Claim, code: str, title: str, message: str, severity: Severity) -> Finding:
    forms = [d for d in claim.documents if d.kind is DocumentKind.REFERRAL_FORM]
    return Finding(
        code=code,
        severity=severity,
        subject="claim",
        title=title,
        message=message,
        advice="请在异地就医备案系统查询备案类型、日期和有效期，更正后重新计算；情况属实的请说明按哪一类备案计算。",
        basis=_BASIS,
        values={
            "filing": claim.care.filing.value,
            "filed_on": str(claim.care.filed_on or ""),
            "forms": str(len(forms)),
        },
        place=place(form.values.get(key) for form in forms for key in ("filing_date", "issue_date", "patient")),
    )

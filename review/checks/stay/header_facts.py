"""What settling and paying need: who is insured, which hospital and dates, where the money goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.accumulators.combining import OWN_ONLY
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS
from review.claim.claim import HospitalLevel
from review.identity import is_citizen_number, passes_luhn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_LEVEL_BASIS = "起付线和支付比例按医院等级确定"


def header_facts(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Facts of the claim's head that are missing or cannot be."""
    for name in _missing(claim):
        yield _blocks(
            f"missing-{name[0]}", f"缺少{name[1]}", f"本单没有填写{name[1]}，无法结算或拨付。", f"请补填{name[1]}。"
        )
    yield from _citizen_number(claim)
    yield from _dates(claim, context)
    if claim.care.hospital_level is HospitalLevel.NONE:
        yield _level(claim)
    yield from _soft(claim)


def _missing(claim: Claim) -> Iterator[tuple[str, str]]:
    insured, care, stay = claim.insured, claim.care, claim.care.kind in STAYS
    facts = (
        ("name", "参保人姓名", insured.name),
        ("id-number", "身份证号码", insured.id_number),
        ("hospital", "就诊医院", care.hospital),
        ("admitted", "入院日期" if stay else "就诊日期", care.admitted),
        ("discharged", "出院日期", care.discharged or not stay),
        ("account-holder", "收款户名", insured.account.holder),
        ("account-number", "收款账号", insured.account.number),
    )
    return ((code, name) for code, name, value in facts if not value)


def _citizen_number(claim: Claim) -> Iterator[Finding]:
    number = claim.insured.id_number
    if number and not is_citizen_number(number):
        yield _blocks(
            "id-number-invalid",
            "身份证号码不成立",
            "身份证号码的位数、出生日期或校验码不正确。",
            "请对照身份证原件逐位核对。",
        )


def _dates(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    first, last = claim.care.admitted, claim.care.discharged or claim.care.admitted
    if first and last and first > last:
        yield _blocks(
            "dates-reversed",
            "日期先后颠倒",
            f"入院日期{first}晚于出院日期{last}。",
            "请核对入院和出院日期，更正后重新核对。",
        )
    if last and last > context.today:
        yield _blocks(
            "dates-future",
            "日期在今天之后",
            f"就诊日期{last}晚于今天{context.today}。",
            "请核对就诊日期，更正后重新核对。",
        )


def _level(claim: Claim) -> Finding:
    hospital = claim.care.hospital or "就诊医院"
    return Finding(
        code="hospital-level",
        severity=Severity.DECISION,
        subject="claim",
        title="医院等级未定",
        message=f"“{hospital}”没有填写医院等级，起付线和支付比例无法确定。",
        advice="请填写医院等级；确无等级的，请说明理由，按无等级处理。",
        basis=_LEVEL_BASIS,
        values={"hospital": claim.care.hospital},
    )


def _soft(claim: Claim) -> Iterator[Finding]:
    number = claim.insured.account.number
    if number.isdigit() and not passes_luhn(number):
        yield _clue(
            "account-luhn",
            "账号未通过银行卡校验",
            f"收款账号尾号{number[-4:]}不符合银行卡号校验规则，存折和一卡通账号可以例外。",
            "请对照银行卡或存折核对账号。",
        )
    source = claim.year_to_date.source
    if not source or source.endswith(OWN_ONLY):
        yield _clue(
            "accumulators-source",
            "年度累计未注明来源",
            f"本单年度累计的来源是“{source}”，在别处直接结算的不在其中。"
            if source
            else "本单按年度累计为零或手填数计算，没有注明累计数的来源。",
            "请从医保平台查询年度累计并注明来源，以免起付线和封顶线算错。",
        )


def _blocks(code: str, title: str, message: str, advice: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        subject="claim",
        title=title,
        message=message,
        advice=advice,
        basis="结算与拨付必填项",
    )


def _clue(code: str, title: str, message: str, advice: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.CLUE,
        subject="claim",
        title=title,
        message=message,
        advice=advice,
        basis="受理登记核对",
    )

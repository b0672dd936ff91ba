"""The rows of the desk's forms: a document's fields, the care, the insured person, the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.desk.form_rows import Kind, Remark, Row
from app.ui.desk.spots import value_target
from app.ui.labels import field_label, label
from app.ui.widgets.badge import Tone
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.paper import RECEIPT_KINDS, DocumentKind, Standing
from review.claim.people import Group, Scheme
from review.identity import is_citizen_number, passes_luhn

if TYPE_CHECKING:
    from enum import StrEnum

    from review.claim.claim import Claim
    from review.claim.paper import Document, Value

translate = QCoreApplication.translate

MONEY_KEYS = frozenset(
    {"total_amount", "pooled_fund_paid", "other_paid", "account_paid", "cash_paid", "self_pay", "self_expense"}
)
DATE_KEYS = frozenset(
    {"issue_date", "admission_date", "discharge_date", "visit_date", "birth_date", "valid_from", "injury_date"}
)
_RECEIPT = ("invoice_code", "invoice_number", "issue_date", "total_amount", "total_in_words", "payer", "institution")
_STATEMENT = ("patient", "institution", "admission_date", "discharge_date", "total_amount")
_DISCHARGE = ("patient", "hospital_number", "admission_date", "discharge_date", "diagnoses", "institution")
FIRST_KEYS = {
    **dict.fromkeys(RECEIPT_KINDS, _RECEIPT),
    DocumentKind.EXPENSE_STATEMENT: _STATEMENT,
    DocumentKind.DISCHARGE_RECORD: _DISCHARGE,
    DocumentKind.DIAGNOSIS_CERTIFICATE: ("patient", "diagnoses", "issue_date", "institution"),
    DocumentKind.ID_CARD: ("name", "id_number", "sex", "birth_date", "address", "valid_to"),
    DocumentKind.BANK_CARD: ("holder", "card_number", "bank"),
    DocumentKind.INSURANCE_CARD: ("name", "id_number", "card_number"),
    DocumentKind.REFERRAL_FORM: ("patient", "from_institution", "to_institution", "issue_date", "diagnoses"),
    DocumentKind.INJURY_STATEMENT: ("patient", "injury_date", "place", "cause", "third_party"),
    DocumentKind.PHARMACY_INVOICE: ("invoice_number", "issue_date", "buyer", "seller", "total_amount"),
    DocumentKind.PRESCRIPTION: ("patient", "visit_date", "diagnoses", "doctor", "institution"),
}
"""Fields each kind of paper must show even where nothing was read, in the order of the desk."""

DISEASES = frozenset({CareKind.CHRONIC_OUTPATIENT, CareKind.TWO_DISEASES, CareKind.SPECIAL_DRUG})
"""Kinds of care whose terms depend on the disease."""

TONES = {
    Standing.PROVEN: Tone.OK,
    Standing.CONFIRMED: Tone.OK,
    Standing.TYPED: Tone.INFO,
    Standing.READ: Tone.PLAIN,
    Standing.DOUBTFUL: Tone.WARN,
    Standing.CONTRADICTED: Tone.BAD,
}
MARKS = {Tone.OK: "✓", Tone.WARN: "▲", Tone.BAD: "■"}


def document_rows(document: Document) -> tuple[Row, ...]:
    """A document's fields: those its kind must have, then whatever else was read."""
    first = FIRST_KEYS.get(document.kind, ())
    keys = [*first, *(key for key in document.values if key not in first)]
    return tuple(_field(document, key) for key in keys)


def _field(document: Document, key: str) -> Row:
    value = document.values.get(key)
    target = value_target(value) if value else f"document:{document.id}:{key}"
    return Row(
        target,
        field_label(key, of_line=False),
        value.value if value else "",
        _kind(key),
        note=remark(value) if value else None,
        hint=translate("facts", "未读到"),
        asks=bool(value and value.standing.asks),
    )


def _kind(key: str) -> Kind:
    if key in MONEY_KEYS:
        return Kind.MONEY
    if key in DATE_KEYS:
        return Kind.DATE
    return Kind.LIST if key == "diagnoses" else Kind.TEXT


def remark(value: Value) -> Remark | None:
    """What stands beside a value: its standing in shape and word, and the reason or equation on hover."""
    if value.standing is Standing.READ:
        return None
    tone = TONES[value.standing]
    text = " ".join(part for part in (MARKS.get(tone, ""), label(value.standing)) if part)
    return Remark(text, tone, value.reason)


def _choices(kinds: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, label(kind)) for kind in kinds)


def care_rows(claim: Claim) -> tuple[Row, ...]:
    """Where and when care was given, and how it was filed."""
    care = claim.care
    return (
        Row("care.hospital", translate("facts", "医疗机构"), care.hospital, hint=translate("facts", "按票据收款单位")),
        Row("care.kind", translate("facts", "类别"), care.kind, Kind.CHOICE, _choices(CareKind)),
        Row("care.admitted", translate("facts", "入院日期"), str(care.admitted or ""), Kind.DATE, hint="2026-01-31"),
        Row(
            "care.discharged", translate("facts", "出院日期"), str(care.discharged or ""), Kind.DATE, hint="2026-01-31"
        ),
        Row(
            "care.hospital_level",
            translate("facts", "医院级别"),
            care.hospital_level,
            Kind.CHOICE,
            _choices(HospitalLevel),
        ),
        Row(
            "care.designated",
            translate("facts", "定点"),
            _flag(on=care.designated),
            Kind.SWITCH,
            hint=translate("facts", "定点医疗机构"),
        ),
        Row("care.province", translate("facts", "省份"), care.province, hint=translate("facts", "如：福建")),
        Row("care.region", translate("facts", "就医地"), care.region, Kind.CHOICE, _choices(Region)),
        Row("care.filing", translate("facts", "备案"), care.filing, Kind.CHOICE, _choices(Filing), note=_filing(claim)),
        Row("care.filed_on", translate("facts", "备案日期"), str(care.filed_on or ""), Kind.DATE, hint="2026-01-31"),
        Row(
            "care.diagnoses",
            translate("facts", "出院诊断"),
            "\n".join(care.diagnoses),
            Kind.LIST,
            hint=translate("facts", "多个诊断用；隔开"),
        ),
        *_terms(claim),
        Row("care.outcome", translate("facts", "转归"), care.outcome, hint=translate("facts", "如：好转、治愈、死亡")),
        Row("already_paid", translate("facts", "他处已付"), str(claim.already_paid), Kind.MONEY),
    )


def _terms(claim: Claim) -> tuple[Row, ...]:
    """What some kinds of care are settled by: disease, package, the share others owe; shown where they matter."""
    care = claim.care
    rows = (
        (
            care.kind in DISEASES or care.disease,
            Row("care.disease", translate("facts", "病种"), care.disease, hint=translate("facts", "如：高血压")),
        ),
        (
            care.kind is CareKind.INPATIENT,
            Row(
                "care.package",
                translate("facts", "按病种付费"),
                care.package,
                hint=translate("facts", "不按病种、床日付费不填"),
            ),
        ),
        (
            care.kind is CareKind.INJURY or care.third_party,
            Row(
                "care.third_party",
                translate("facts", "第三人责任"),
                str(care.third_party),
                hint=translate("facts", "0 到 1 之间，如 0.30"),
            ),
        ),
    )
    return tuple(row for shown, row in rows if shown)


def _filing(claim: Claim) -> Remark | None:
    away = claim.care.region is not Region.SAME_CITY and claim.care.filing is Filing.NONE
    return (
        Remark(translate("facts", "▲ 未备案"), Tone.WARN, translate("facts", "转外未备案，先行自付比例提高"))
        if away
        else None
    )


def insured_rows(claim: Claim) -> tuple[Row, ...]:
    """Who is insured and how."""
    insured = claim.insured
    return (
        Row("insured.name", translate("facts", "姓名"), insured.name),
        Row(
            "insured.id_number",
            translate("facts", "身份证号"),
            insured.id_number,
            note=citizen_remark(insured.id_number),
        ),
        Row("insured.scheme", translate("facts", "险种"), insured.scheme, Kind.CHOICE, _choices(Scheme)),
        Row(
            "insured.retired",
            translate("facts", "退休"),
            _flag(on=insured.retired),
            Kind.SWITCH,
            hint=translate("facts", "已退休"),
        ),
        Row(
            "insured.groups",
            translate("facts", "身份"),
            "\n".join(insured.groups),
            Kind.FLAGS,
            _choices(Group),
            hint=translate("facts", "普通参保人"),
        ),
        Row(
            "insured.statuses",
            translate("facts", "身份起止"),
            "\n".join(status.spelled() for status in insured.statuses),
            Kind.LIST,
            _choices(Group),
            hint=translate("facts", "如：低保对象 2025-03-01 2025-09-30"),
            note=_statuses(claim),
        ),
        Row("insured.insured_years", translate("facts", "连续参保年数"), str(insured.insured_years)),
        Row("insured.claim_free_years", translate("facts", "零报销年数"), str(insured.claim_free_years)),
        Row("insured.phone", translate("facts", "电话"), insured.phone),
        Row(
            "insured.agent",
            translate("facts", "代办人"),
            insured.agent,
            hint=translate("facts", "本人办理不填"),
            note=_agent(claim),
        ),
    )


def _statuses(claim: Claim) -> Remark | None:
    """The groups with days of entry and exit, in words; whether each holds on the day of care."""
    statuses, day = claim.insured.statuses, claim.care.day
    if not statuses:
        return None
    told = "；".join(f"{label(one.group)} {one.since or '…'} — {one.until or '…'}" for one in statuses)
    holds = day is not None and any(one.holds(day) for one in statuses)
    words = translate("facts", "✓ 就医时在册") if holds else translate("facts", "○ 就医时不在册")
    return Remark(words, Tone.OK if holds else Tone.PLAIN, told)


def _agent(claim: Claim) -> Remark | None:
    agent = claim.insured.agent
    return (
        Remark(translate("facts", "▲ 代办"), Tone.WARN, translate("facts", "须收代办人身份证件和委托手续"))
        if agent and agent != claim.insured.name
        else None
    )


def account_rows(claim: Claim) -> tuple[Row, ...]:
    """Where the payment goes."""
    account = claim.insured.account
    return (
        Row("insured.account.holder", translate("facts", "户名"), account.holder, note=_holder(claim)),
        Row("insured.account.number", translate("facts", "账号"), account.number, note=account_remark(account.number)),
        Row("insured.account.bank", translate("facts", "开户银行"), account.bank),
    )


def _holder(claim: Claim) -> Remark | None:
    holder, name = claim.insured.account.holder, claim.insured.name
    return (
        Remark(translate("facts", "▲ 非本人"), Tone.WARN, translate("facts", "户名与参保人不同，须有委托手续"))
        if holder and holder != name
        else None
    )


def citizen_remark(number: str) -> Remark | None:
    """Whether a citizen number is a possible one."""
    if not number:
        return None
    return (
        Remark(translate("facts", "✓ 有效"), Tone.OK)
        if is_citizen_number(number)
        else Remark(translate("facts", "■ 校验不符"), Tone.BAD)
    )


def account_remark(number: str) -> Remark | None:
    """A soft word on account numbers that no bank card would bear; passbooks may."""
    if not number or passes_luhn(number):
        return None
    return Remark(
        translate("facts", "▲ 请核对"),
        Tone.WARN,
        translate("facts", "不符合银行卡号校验规则；存折账号可能不符，请与原件核对"),
    )


def _flag(*, on: bool) -> str:
    return "true" if on else "false"

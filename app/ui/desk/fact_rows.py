"""The rows of the desk's forms: a document's fields, the care, the insured person, the account, the year so far."""

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
        Row("care.outcome", translate("facts", "转归"), care.outcome, hint=translate("facts", "如：好转、治愈、死亡")),
        Row("already_paid", translate("facts", "他处已付"), str(claim.already_paid), Kind.MONEY),
    )


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
        Row("insured.phone", translate("facts", "电话"), insured.phone),
        Row(
            "insured.agent",
            translate("facts", "代办人"),
            insured.agent,
            hint=translate("facts", "本人办理不填"),
            note=_agent(claim),
        ),
    )


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


def year_rows(claim: Claim) -> tuple[Row, ...]:
    """What the year's accumulators stood at before this claim, and where the figures come from."""
    year = claim.year_to_date
    captions = {
        "deductible": translate("facts", "已付起付线"),
        "basic_fund": translate("facts", "统筹已付"),
        "serious_illness_base": translate("facts", "大病合规额"),
        "serious_illness_fund": translate("facts", "大病已付"),
        "medical_aid_base": translate("facts", "救助合规额"),
        "medical_aid_fund": translate("facts", "救助已付"),
    }
    sums = (Row(f"year_to_date.{k}", words, str(getattr(year, k)), Kind.MONEY) for k, words in captions.items())
    source = Row(
        "year_to_date.source",
        translate("facts", "数据来源"),
        year.source,
        hint=translate("facts", "如：省平台查询"),
        note=_source(claim),
    )
    return (Row("year_to_date.stays", translate("facts", "本年住院次数"), str(year.stays)), *sums, source)


def _source(claim: Claim) -> Remark | None:
    return (
        None
        if claim.year_to_date.source
        else Remark(translate("facts", "▲ 未注明"), Tone.WARN, translate("facts", "年度累计没有注明来源"))
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

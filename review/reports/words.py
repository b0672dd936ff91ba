"""Chinese words for what the domain's values mean, as they stand on paper."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.claim.claim import Filing, Region
from review.claim.decisions import FindingVerdict
from review.claim.paper import Custody, DocumentKind
from review.claim.people import Group, Scheme
from review.claim.verification import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

CHINA = timezone(timedelta(hours=8))
"""The clock that sheets are printed by, wherever the machine stands."""

WORDS: Mapping[str, str] = {
    Scheme.RESIDENT: "城乡居民",
    Scheme.EMPLOYEE: "城镇职工",
    Group.DESTITUTE: "特困人员",
    Group.ORPHAN: "孤儿",
    Group.SUBSISTENCE: "低保对象",
    Group.SUBSISTENCE_MARGIN: "低保边缘家庭成员",
    Group.POVERTY_RELAPSE: "返贫致贫人口",
    Group.POVERTY_RISK: "防止返贫监测对象",
    Group.SUDDEN_HARDSHIP: "突发严重困难户",
    Group.ILLNESS_EXPENDITURE: "因病支出型困难",
}
CLASSES: Mapping[str, str] = {"A": "甲", "B": "乙", "C": "丙"}
REGIONS: Mapping[str, str] = {
    Region.SAME_CITY: "本市",
    Region.SAME_PROVINCE: "省内市外",
    Region.OTHER_PROVINCE: "省外",
}
FILINGS: Mapping[str, str] = {
    Filing.NONE: "未备案",
    Filing.LONG_TERM: "长期居住备案",
    Filing.REFERRAL: "转诊备案",
    Filing.EMERGENCY: "急诊抢救视同备案",
}
SEVERITIES: Mapping[Severity, str] = {
    Severity.BLOCKS: "■ 必须改正",
    Severity.DECISION: "▲ 需要决定",
    Severity.CLUE: "○ 线索",
}
VERDICTS: Mapping[FindingVerdict, str] = {
    FindingVerdict.ALLOW: "准予",
    FindingVerdict.EXCLUDE: "剔除（按自费计）",
}
KINDS: Mapping[str, str] = {
    DocumentKind.INPATIENT_RECEIPT: "住院票据",
    DocumentKind.OUTPATIENT_RECEIPT: "门诊票据",
    DocumentKind.EXPENSE_STATEMENT: "费用清单",
    DocumentKind.DISCHARGE_RECORD: "出院记录",
    DocumentKind.DIAGNOSIS_CERTIFICATE: "诊断证明",
    DocumentKind.ID_CARD: "身份证",
    DocumentKind.BANK_CARD: "银行卡",
    DocumentKind.INSURANCE_CARD: "社保卡",
    DocumentKind.REFERRAL_FORM: "转诊备案表",
    DocumentKind.INJURY_STATEMENT: "外伤承诺书",
    DocumentKind.PHARMACY_INVOICE: "药店发票",
    DocumentKind.PRESCRIPTION: "处方",
    DocumentKind.OTHER: "其他材料",
}

CUSTODIES: Mapping[str, str] = {
    Custody.UNSTATED: "—",
    Custody.ORIGINAL: "原件",
    Custody.COPY: "复印件",
    Custody.ELECTRONIC: "电子件",
}
ANSWERS: Mapping[str, str] = {
    Answer.GENUINE: "相符",
    Answer.DIFFERS: "不符",
    Answer.UNKNOWN: "查无此票",
    Answer.REVERSED: "已冲红",
    Answer.UNAVAILABLE: "未能查验",
}


def page_word(title: str) -> str:
    """What a page is: the word for a document kind, the title itself, or just a page."""
    return KINDS.get(title, title) or "影像"


def day(value: date | None) -> str:
    """A day as sheets print it; a dash where there is none."""
    return value.isoformat() if value else "—"


def moment(value: datetime | None) -> str:
    """A moment to the minute by China's clock; empty where there is none."""
    return f"{china(value):%Y-%m-%d %H:%M}" if value else ""


def china(value: datetime) -> datetime:
    """A moment by China's clock; one without a zone is taken to be by it already."""
    return value.astimezone(CHINA) if value.tzinfo else value.replace(tzinfo=CHINA)

"""Words for the values of the domain: states, roles, levels, kinds; one table for all rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.label_keys import ACTIONS, FIELDS, OF_PAPERS, SUMS
from review.catalogue.entry import EditionStatus, EntryKind
from review.checks.finding import Group as FindingGroup
from review.checks.finding import Severity
from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.decisions import BatchState, FindingVerdict
from review.claim.paper import Custody, DocumentKind, LineVerdict, ReadState, Standing
from review.claim.people import Group, Scheme
from review.claim.states import ClaimState, Role
from review.claim.verification import Answer
from review.packs.series import Status
from review.packs.versions import VersionState
from review.rules.rule import RuleKind, Subject
from review.watch.watched import Colour, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

_WORDS: Mapping[type[StrEnum], Mapping[str, object]] = {
    ClaimState: {
        ClaimState.DRAFT: QT_TRANSLATE_NOOP("labels", "录入"),
        ClaimState.RECEIVED: QT_TRANSLATE_NOOP("labels", "识别中"),
        ClaimState.READ: QT_TRANSLATE_NOOP("labels", "待初审"),
        ClaimState.FIRST_REVIEW: QT_TRANSLATE_NOOP("labels", "初审中"),
        ClaimState.SECOND_REVIEW: QT_TRANSLATE_NOOP("labels", "待复核"),
        ClaimState.BATCHED: QT_TRANSLATE_NOOP("labels", "待签批"),
        ClaimState.SIGNED: QT_TRANSLATE_NOOP("labels", "已签批"),
        ClaimState.PAYING: QT_TRANSLATE_NOOP("labels", "拨付中"),
        ClaimState.PAID: QT_TRANSLATE_NOOP("labels", "已拨付"),
        ClaimState.ARCHIVED: QT_TRANSLATE_NOOP("labels", "已归档"),
        ClaimState.SUPPLEMENT: QT_TRANSLATE_NOOP("labels", "待补正"),
        ClaimState.REJECTED: QT_TRANSLATE_NOOP("labels", "不予支付"),
        ClaimState.WITHDRAWN: QT_TRANSLATE_NOOP("labels", "已撤回"),
        ClaimState.PAYMENT_FAILED: QT_TRANSLATE_NOOP("labels", "拨付失败"),
        ClaimState.RECOVERED: QT_TRANSLATE_NOOP("labels", "已追回"),
    },
    Role: {
        Role.CLERK: QT_TRANSLATE_NOOP("labels", "初审经办"),
        Role.SECOND_REVIEWER: QT_TRANSLATE_NOOP("labels", "复核"),
        Role.SUPERVISOR: QT_TRANSLATE_NOOP("labels", "签批领导"),
        Role.CASHIER: QT_TRANSLATE_NOOP("labels", "出纳"),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("labels", "系统管理"),
        Role.AUDITOR: QT_TRANSLATE_NOOP("labels", "审计"),
    },
    ReadState: {
        ReadState.WAITING: QT_TRANSLATE_NOOP("labels", "排队"),
        ReadState.READING: QT_TRANSLATE_NOOP("labels", "识别中"),
        ReadState.DONE: QT_TRANSLATE_NOOP("labels", "已识别"),
        ReadState.FAILED: QT_TRANSLATE_NOOP("labels", "识别失败"),
    },
    Standing: {
        Standing.PROVEN: QT_TRANSLATE_NOOP("labels", "已证实"),
        Standing.CONFIRMED: QT_TRANSLATE_NOOP("labels", "已核对"),
        Standing.TYPED: QT_TRANSLATE_NOOP("labels", "已改正"),
        Standing.READ: QT_TRANSLATE_NOOP("labels", "已识别"),
        Standing.DOUBTFUL: QT_TRANSLATE_NOOP("labels", "存疑"),
        Standing.CONTRADICTED: QT_TRANSLATE_NOOP("labels", "矛盾"),
    },
    Scheme: {
        Scheme.RESIDENT: QT_TRANSLATE_NOOP("labels", "居民医保"),
        Scheme.EMPLOYEE: QT_TRANSLATE_NOOP("labels", "职工医保"),
    },
    Group: {
        Group.DESTITUTE: QT_TRANSLATE_NOOP("labels", "特困人员"),
        Group.ORPHAN: QT_TRANSLATE_NOOP("labels", "孤儿"),
        Group.SUBSISTENCE: QT_TRANSLATE_NOOP("labels", "低保对象"),
        Group.SUBSISTENCE_MARGIN: QT_TRANSLATE_NOOP("labels", "低保边缘"),
        Group.POVERTY_RELAPSE: QT_TRANSLATE_NOOP("labels", "返贫致贫"),
        Group.POVERTY_RISK: QT_TRANSLATE_NOOP("labels", "防返贫监测对象"),
        Group.SUDDEN_HARDSHIP: QT_TRANSLATE_NOOP("labels", "突发严重困难"),
        Group.ILLNESS_EXPENDITURE: QT_TRANSLATE_NOOP("labels", "支出型困难"),
    },
    CareKind: {
        CareKind.INPATIENT: QT_TRANSLATE_NOOP("labels", "住院"),
        CareKind.OUTPATIENT: QT_TRANSLATE_NOOP("labels", "门诊"),
        CareKind.CHRONIC_OUTPATIENT: QT_TRANSLATE_NOOP("labels", "门诊慢特病"),
        CareKind.TWO_DISEASES: QT_TRANSLATE_NOOP("labels", "两病门诊"),
        CareKind.SPECIAL_DRUG: QT_TRANSLATE_NOOP("labels", "双通道药品"),
        CareKind.MATERNITY: QT_TRANSLATE_NOOP("labels", "生育"),
        CareKind.INJURY: QT_TRANSLATE_NOOP("labels", "意外伤害"),
        CareKind.EMERGENCY: QT_TRANSLATE_NOOP("labels", "急诊抢救"),
        CareKind.LONG_TERM_CARE: QT_TRANSLATE_NOOP("labels", "长期护理"),
    },
    HospitalLevel: {
        HospitalLevel.PRIMARY: QT_TRANSLATE_NOOP("labels", "一级"),
        HospitalLevel.SECONDARY: QT_TRANSLATE_NOOP("labels", "二级"),
        HospitalLevel.TERTIARY: QT_TRANSLATE_NOOP("labels", "三级"),
        HospitalLevel.NONE: QT_TRANSLATE_NOOP("labels", "未定级"),
    },
    Region: {
        Region.SAME_CITY: QT_TRANSLATE_NOOP("labels", "市内"),
        Region.SAME_PROVINCE: QT_TRANSLATE_NOOP("labels", "省内市外"),
        Region.OTHER_PROVINCE: QT_TRANSLATE_NOOP("labels", "跨省"),
    },
    Filing: {
        Filing.NONE: QT_TRANSLATE_NOOP("labels", "未备案"),
        Filing.LONG_TERM: QT_TRANSLATE_NOOP("labels", "长期异地备案"),
        Filing.REFERRAL: QT_TRANSLATE_NOOP("labels", "转诊备案"),
        Filing.EMERGENCY: QT_TRANSLATE_NOOP("labels", "急诊视同备案"),
    },
    EntryKind: {
        EntryKind.DRUG: QT_TRANSLATE_NOOP("labels", "药品"),
        EntryKind.SERVICE: QT_TRANSLATE_NOOP("labels", "诊疗服务"),
        EntryKind.SUPPLY: QT_TRANSLATE_NOOP("labels", "医用耗材"),
    },
    EditionStatus: {
        EditionStatus.OFFICIAL: QT_TRANSLATE_NOOP("labels", "正式"),
        EditionStatus.DEMO: QT_TRANSLATE_NOOP("labels", "演示"),
    },
    DocumentKind: {
        DocumentKind.INPATIENT_RECEIPT: QT_TRANSLATE_NOOP("labels", "住院票据"),
        DocumentKind.OUTPATIENT_RECEIPT: QT_TRANSLATE_NOOP("labels", "门诊票据"),
        DocumentKind.EXPENSE_STATEMENT: QT_TRANSLATE_NOOP("labels", "费用清单"),
        DocumentKind.DISCHARGE_RECORD: QT_TRANSLATE_NOOP("labels", "出院记录"),
        DocumentKind.DIAGNOSIS_CERTIFICATE: QT_TRANSLATE_NOOP("labels", "诊断证明"),
        DocumentKind.ID_CARD: QT_TRANSLATE_NOOP("labels", "身份证"),
        DocumentKind.BANK_CARD: QT_TRANSLATE_NOOP("labels", "银行卡"),
        DocumentKind.INSURANCE_CARD: QT_TRANSLATE_NOOP("labels", "社保卡"),
        DocumentKind.REFERRAL_FORM: QT_TRANSLATE_NOOP("labels", "转诊备案表"),
        DocumentKind.INJURY_STATEMENT: QT_TRANSLATE_NOOP("labels", "外伤承诺书"),
        DocumentKind.PHARMACY_INVOICE: QT_TRANSLATE_NOOP("labels", "药店发票"),
        DocumentKind.PRESCRIPTION: QT_TRANSLATE_NOOP("labels", "处方"),
        DocumentKind.OTHER: QT_TRANSLATE_NOOP("labels", "其他材料"),
    },
    Severity: {
        Severity.BLOCKS: QT_TRANSLATE_NOOP("labels", "必须改正"),
        Severity.DECISION: QT_TRANSLATE_NOOP("labels", "需要决定"),
        Severity.CLUE: QT_TRANSLATE_NOOP("labels", "线索"),
    },
    FindingVerdict: {
        FindingVerdict.ALLOW: QT_TRANSLATE_NOOP("labels", "允许"),
        FindingVerdict.EXCLUDE: QT_TRANSLATE_NOOP("labels", "剔除"),
    },
    LineVerdict: {
        LineVerdict.PAY: QT_TRANSLATE_NOOP("labels", "按类支付"),
        LineVerdict.EXCLUDE: QT_TRANSLATE_NOOP("labels", "剔除"),
    },
    FindingGroup: {
        FindingGroup.PAGES: QT_TRANSLATE_NOOP("labels", "影像"),
        FindingGroup.MATERIALS: QT_TRANSLATE_NOOP("labels", "材料"),
        FindingGroup.RECEIPTS: QT_TRANSLATE_NOOP("labels", "票据"),
        FindingGroup.STAY: QT_TRANSLATE_NOOP("labels", "就诊"),
        FindingGroup.LINES: QT_TRANSLATE_NOOP("labels", "明细"),
        FindingGroup.ENTRIES: QT_TRANSLATE_NOOP("labels", "目录对照"),
        FindingGroup.LIBRARY: QT_TRANSLATE_NOOP("labels", "规则库"),
        FindingGroup.FORGERY: QT_TRANSLATE_NOOP("labels", "疑似改动"),
    },
    Custody: {
        Custody.UNSTATED: QT_TRANSLATE_NOOP("labels", "未注明"),
        Custody.ORIGINAL: QT_TRANSLATE_NOOP("labels", "原件"),
        Custody.COPY: QT_TRANSLATE_NOOP("labels", "复印件"),
        Custody.ELECTRONIC: QT_TRANSLATE_NOOP("labels", "电子件"),
    },
    Answer: {
        Answer.GENUINE: QT_TRANSLATE_NOOP("labels", "相符"),
        Answer.DIFFERS: QT_TRANSLATE_NOOP("labels", "不符"),
        Answer.UNKNOWN: QT_TRANSLATE_NOOP("labels", "查无此票"),
        Answer.REVERSED: QT_TRANSLATE_NOOP("labels", "已冲红"),
        Answer.UNAVAILABLE: QT_TRANSLATE_NOOP("labels", "未能查验"),
    },
    RuleKind: {
        RuleKind.SEX: QT_TRANSLATE_NOOP("labels", "限定性别"),
        RuleKind.AGE: QT_TRANSLATE_NOOP("labels", "限定年龄"),
        RuleKind.SCHEME: QT_TRANSLATE_NOOP("labels", "限定险种"),
        RuleKind.PLACE: QT_TRANSLATE_NOOP("labels", "限定就医方式"),
        RuleKind.LEVEL: QT_TRANSLATE_NOOP("labels", "限定机构等级"),
        RuleKind.COURSE: QT_TRANSLATE_NOOP("labels", "限定疗程"),
        RuleKind.FREQUENCY: QT_TRANSLATE_NOOP("labels", "限定频次"),
        RuleKind.PERIOD: QT_TRANSLATE_NOOP("labels", "周期超频次"),
        RuleKind.DUPLICATE: QT_TRANSLATE_NOOP("labels", "重复收费"),
        RuleKind.SECONDARY: QT_TRANSLATE_NOOP("labels", "主次手术"),
    },
    Subject: {
        Subject.DRUG: QT_TRANSLATE_NOOP("labels", "药品"),
        Subject.SERVICE: QT_TRANSLATE_NOOP("labels", "诊疗服务"),
    },
    Colour: {
        Colour.RED: QT_TRANSLATE_NOOP("labels", "红"),
        Colour.YELLOW: QT_TRANSLATE_NOOP("labels", "黄"),
        Colour.GREEN: QT_TRANSLATE_NOOP("labels", "绿"),
    },
    WatchedKind: {
        WatchedKind.ACCOUNT: QT_TRANSLATE_NOOP("labels", "收款账户"),
        WatchedKind.INSURED: QT_TRANSLATE_NOOP("labels", "参保人"),
        WatchedKind.HOSPITAL: QT_TRANSLATE_NOOP("labels", "医疗机构"),
        WatchedKind.CLERK: QT_TRANSLATE_NOOP("labels", "经办人"),
    },
    BatchState: {
        BatchState.OPEN: QT_TRANSLATE_NOOP("labels", "待签批"),
        BatchState.SIGNED: QT_TRANSLATE_NOOP("labels", "已签批"),
        BatchState.PAYING: QT_TRANSLATE_NOOP("labels", "拨付中"),
        BatchState.PAID: QT_TRANSLATE_NOOP("labels", "已拨付"),
    },
    Status: {
        Status.CONFIRMED: QT_TRANSLATE_NOOP("labels", "已确认"),
        Status.UNCONFIRMED: QT_TRANSLATE_NOOP("labels", "未经证实"),
        Status.ASSUMED: QT_TRANSLATE_NOOP("labels", "假定"),
    },
    AdjustmentKind: {
        AdjustmentKind.SUPPLEMENT: QT_TRANSLATE_NOOP("labels", "补支"),
        AdjustmentKind.RECOVERY: QT_TRANSLATE_NOOP("labels", "追回"),
        AdjustmentKind.REVERSAL: QT_TRANSLATE_NOOP("labels", "整笔追回"),
        AdjustmentKind.TRANSFER: QT_TRANSLATE_NOOP("labels", "基金间调整"),
    },
    AdjustmentState: {
        AdjustmentState.DRAFT: QT_TRANSLATE_NOOP("labels", "待审核"),
        AdjustmentState.AUDITED: QT_TRANSLATE_NOOP("labels", "待办理"),
        AdjustmentState.SENT: QT_TRANSLATE_NOOP("labels", "已送出"),
        AdjustmentState.DONE: QT_TRANSLATE_NOOP("labels", "已办结"),
        AdjustmentState.DELETED: QT_TRANSLATE_NOOP("labels", "已删除"),
    },
    VersionState: {
        VersionState.DRAFT: QT_TRANSLATE_NOOP("labels", "起草中"),
        VersionState.PROPOSED: QT_TRANSLATE_NOOP("labels", "待核准"),
        VersionState.APPROVED: QT_TRANSLATE_NOOP("labels", "已核准"),
        VersionState.WITHDRAWN: QT_TRANSLATE_NOOP("labels", "已停用"),
    },
}


def label(value: StrEnum) -> str:
    """The word for a value of one of the domain's enumerations."""
    return QCoreApplication.translate("labels", str(_WORDS[type(value)][value]))


def field_label(key: str, *, of_line: bool = True) -> str:
    """The word for a line's or (not ``of_line``) a paper's key of the reading contract; an unknown key is its own."""
    known = FIELDS if of_line else {**FIELDS, **OF_PAPERS}
    return QCoreApplication.translate("labels", str(known.get(key, key)))


def sum_label(key: str) -> str:
    """The word for one of the settlement's sums."""
    return QCoreApplication.translate("labels", str(SUMS.get(key, key)))


def action_label(name: str) -> str:
    """The word for what a journal row says was done; an unknown action stands for itself."""
    return QCoreApplication.translate("labels", str(ACTIONS.get(name, name)))

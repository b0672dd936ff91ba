"""Words for the values of the domain: states, roles, levels, kinds; one table for all rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from review.catalogue.entry import EditionStatus, EntryKind
from review.checks.finding import Severity
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.decisions import BatchState, FindingVerdict
from review.claim.paper import DocumentKind, LineVerdict, ReadState, Standing
from review.claim.people import Group, Scheme
from review.claim.states import ClaimState, Role

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
    BatchState: {
        BatchState.OPEN: QT_TRANSLATE_NOOP("labels", "待签批"),
        BatchState.SIGNED: QT_TRANSLATE_NOOP("labels", "已签批"),
        BatchState.PAYING: QT_TRANSLATE_NOOP("labels", "拨付中"),
        BatchState.PAID: QT_TRANSLATE_NOOP("labels", "已拨付"),
    },
}

_FIELDS: Mapping[str, object] = {
    "invoice_code": QT_TRANSLATE_NOOP("labels", "票据代码"),
    "invoice_number": QT_TRANSLATE_NOOP("labels", "票据号码"),
    "check_code": QT_TRANSLATE_NOOP("labels", "校验码"),
    "payer": QT_TRANSLATE_NOOP("labels", "交款人"),
    "patient": QT_TRANSLATE_NOOP("labels", "患者"),
    "issue_date": QT_TRANSLATE_NOOP("labels", "开票日期"),
    "total_amount": QT_TRANSLATE_NOOP("labels", "合计"),
    "total_in_words": QT_TRANSLATE_NOOP("labels", "大写合计"),
    "institution": QT_TRANSLATE_NOOP("labels", "医疗机构"),
    "institution_type": QT_TRANSLATE_NOOP("labels", "机构类型"),
    "hospital_number": QT_TRANSLATE_NOOP("labels", "住院号"),
    "outpatient_number": QT_TRANSLATE_NOOP("labels", "门诊号"),
    "department": QT_TRANSLATE_NOOP("labels", "科别"),
    "admission_date": QT_TRANSLATE_NOOP("labels", "入院日期"),
    "discharge_date": QT_TRANSLATE_NOOP("labels", "出院日期"),
    "visit_date": QT_TRANSLATE_NOOP("labels", "就诊日期"),
    "diagnoses": QT_TRANSLATE_NOOP("labels", "诊断"),
    "sex": QT_TRANSLATE_NOOP("labels", "性别"),
    "age": QT_TRANSLATE_NOOP("labels", "年龄"),
    "insurance_type": QT_TRANSLATE_NOOP("labels", "医保类型"),
    "pooled_fund_paid": QT_TRANSLATE_NOOP("labels", "统筹基金支付"),
    "other_paid": QT_TRANSLATE_NOOP("labels", "其他支付"),
    "account_paid": QT_TRANSLATE_NOOP("labels", "个人账户支付"),
    "cash_paid": QT_TRANSLATE_NOOP("labels", "个人现金支付"),
    "self_pay": QT_TRANSLATE_NOOP("labels", "个人自付"),
    "self_expense": QT_TRANSLATE_NOOP("labels", "个人自费"),
    "date": QT_TRANSLATE_NOOP("labels", "日期"),
    "code": QT_TRANSLATE_NOOP("labels", "编码"),
    "name": QT_TRANSLATE_NOOP("labels", "名称"),
    "spec": QT_TRANSLATE_NOOP("labels", "规格"),
    "unit": QT_TRANSLATE_NOOP("labels", "单位"),
    "quantity": QT_TRANSLATE_NOOP("labels", "数量"),
    "unit_price": QT_TRANSLATE_NOOP("labels", "单价"),
    "amount": QT_TRANSLATE_NOOP("labels", "金额"),
    "insurance_class": QT_TRANSLATE_NOOP("labels", "医保等级"),
    "self_pay_ratio": QT_TRANSLATE_NOOP("labels", "自付比例"),
    "tax_rate": QT_TRANSLATE_NOOP("labels", "税率"),
    "tax": QT_TRANSLATE_NOOP("labels", "税额"),
    "ethnicity": QT_TRANSLATE_NOOP("labels", "民族"),
    "birth_date": QT_TRANSLATE_NOOP("labels", "出生日期"),
    "address": QT_TRANSLATE_NOOP("labels", "住址"),
    "id_number": QT_TRANSLATE_NOOP("labels", "身份证号"),
    "issuing_authority": QT_TRANSLATE_NOOP("labels", "签发机关"),
    "valid_from": QT_TRANSLATE_NOOP("labels", "有效期起"),
    "valid_to": QT_TRANSLATE_NOOP("labels", "有效期止"),
    "bank": QT_TRANSLATE_NOOP("labels", "银行"),
    "card_number": QT_TRANSLATE_NOOP("labels", "卡号"),
    "holder": QT_TRANSLATE_NOOP("labels", "户名"),
    "bank_account": QT_TRANSLATE_NOOP("labels", "银行账号"),
    "from_institution": QT_TRANSLATE_NOOP("labels", "转出医院"),
    "to_institution": QT_TRANSLATE_NOOP("labels", "转入医院"),
    "injury_date": QT_TRANSLATE_NOOP("labels", "受伤日期"),
    "place": QT_TRANSLATE_NOOP("labels", "受伤地点"),
    "cause": QT_TRANSLATE_NOOP("labels", "受伤经过"),
    "third_party": QT_TRANSLATE_NOOP("labels", "第三方责任"),
    "buyer": QT_TRANSLATE_NOOP("labels", "购买方"),
    "seller": QT_TRANSLATE_NOOP("labels", "销售方"),
    "doctor": QT_TRANSLATE_NOOP("labels", "医师"),
}

_OF_PAPERS: Mapping[str, object] = {"name": QT_TRANSLATE_NOOP("labels", "姓名")}
"""Keys that mean something else on a paper than in a line."""

_SUMS: Mapping[str, object] = {
    "total": QT_TRANSLATE_NOOP("labels", "总费用"),
    "self_paid": QT_TRANSLATE_NOOP("labels", "全自费"),
    "over_limit": QT_TRANSLATE_NOOP("labels", "超限价"),
    "advance_self_pay": QT_TRANSLATE_NOOP("labels", "先行自付"),
    "eligible": QT_TRANSLATE_NOOP("labels", "政策范围内"),
    "advance_out_of_region": QT_TRANSLATE_NOOP("labels", "转外先行自付"),
    "deductible": QT_TRANSLATE_NOOP("labels", "起付线"),
    "basic_fund": QT_TRANSLATE_NOOP("labels", "统筹基金"),
    "copay": QT_TRANSLATE_NOOP("labels", "比例自付"),
    "over_ceiling": QT_TRANSLATE_NOOP("labels", "超封顶线"),
    "serious_illness_fund": QT_TRANSLATE_NOOP("labels", "大病保险"),
    "medical_aid_fund": QT_TRANSLATE_NOOP("labels", "医疗救助"),
    "supplement_fund": QT_TRANSLATE_NOOP("labels", "补充保险"),
    "fund_total": QT_TRANSLATE_NOOP("labels", "应付"),
    "personal": QT_TRANSLATE_NOOP("labels", "个人负担"),
    "already_paid": QT_TRANSLATE_NOOP("labels", "已由他处支付"),
}

_ACTIONS: Mapping[str, object] = {
    "open_claim": QT_TRANSLATE_NOOP("labels", "建立报销单"),
    "add_pages": QT_TRANSLATE_NOOP("labels", "收入影像"),
    "turn_page": QT_TRANSLATE_NOOP("labels", "旋转影像"),
    "move_page": QT_TRANSLATE_NOOP("labels", "调整影像顺序"),
    "replace_page": QT_TRANSLATE_NOOP("labels", "替换影像"),
    "remove_page": QT_TRANSLATE_NOOP("labels", "移除影像"),
    "add_document": QT_TRANSLATE_NOOP("labels", "手工录入材料"),
    "receive": QT_TRANSLATE_NOOP("labels", "受理"),
    "read_page": QT_TRANSLATE_NOOP("labels", "识别影像"),
    "look_again": QT_TRANSLATE_NOOP("labels", "再看存疑处"),
    "fail_page": QT_TRANSLATE_NOOP("labels", "影像识别失败"),
    "retry_page": QT_TRANSLATE_NOOP("labels", "重新识别影像"),
    "finish_reading": QT_TRANSLATE_NOOP("labels", "识别完成"),
    "begin_review": QT_TRANSLATE_NOOP("labels", "开始初审"),
    "correct": QT_TRANSLATE_NOOP("labels", "改正"),
    "confirm": QT_TRANSLATE_NOOP("labels", "核对无误"),
    "undo": QT_TRANSLATE_NOOP("labels", "撤销"),
    "redo": QT_TRANSLATE_NOOP("labels", "重做"),
    "add_line": QT_TRANSLATE_NOOP("labels", "补录明细"),
    "remove_line": QT_TRANSLATE_NOOP("labels", "删除明细"),
    "restore_line": QT_TRANSLATE_NOOP("labels", "恢复明细"),
    "choose_entry": QT_TRANSLATE_NOOP("labels", "选定目录条目"),
    "decide": QT_TRANSLATE_NOOP("labels", "处理疑点"),
    "approve_first": QT_TRANSLATE_NOOP("labels", "初审通过"),
    "approve_second": QT_TRANSLATE_NOOP("labels", "复核通过"),
    "return_to_first": QT_TRANSLATE_NOOP("labels", "退回初审"),
    "return_from_batch": QT_TRANSLATE_NOOP("labels", "批次退回初审"),
    "return_from_payment": QT_TRANSLATE_NOOP("labels", "拨付退回初审"),
    "exclude": QT_TRANSLATE_NOOP("labels", "本批不签"),
    "include": QT_TRANSLATE_NOOP("labels", "重新勾选"),
    "carry_over": QT_TRANSLATE_NOOP("labels", "转入下批"),
    "sign": QT_TRANSLATE_NOOP("labels", "签批"),
    "sign_batch": QT_TRANSLATE_NOOP("labels", "批次签批"),
    "begin_payment": QT_TRANSLATE_NOOP("labels", "开始拨付"),
    "begin_batch_payment": QT_TRANSLATE_NOOP("labels", "批次开始拨付"),
    "confirm_payment": QT_TRANSLATE_NOOP("labels", "确认到账"),
    "fail_payment": QT_TRANSLATE_NOOP("labels", "拨付失败"),
    "close_batch": QT_TRANSLATE_NOOP("labels", "批次办结"),
    "recover": QT_TRANSLATE_NOOP("labels", "追回"),
    "archive": QT_TRANSLATE_NOOP("labels", "归档"),
    "keep_archive": QT_TRANSLATE_NOOP("labels", "保存归档文件"),
    "request_supplement": QT_TRANSLATE_NOOP("labels", "要求补正"),
    "resume": QT_TRANSLATE_NOOP("labels", "补正重新受理"),
    "reject": QT_TRANSLATE_NOOP("labels", "不予支付"),
    "withdraw": QT_TRANSLATE_NOOP("labels", "撤回"),
    "create_user": QT_TRANSLATE_NOOP("labels", "建立用户"),
    "sign_in": QT_TRANSLATE_NOOP("labels", "登录"),
    "sign_in_failed": QT_TRANSLATE_NOOP("labels", "登录失败"),
    "change_password": QT_TRANSLATE_NOOP("labels", "修改密码"),
    "reset_password": QT_TRANSLATE_NOOP("labels", "重设密码"),
    "disable_user": QT_TRANSLATE_NOOP("labels", "停用用户"),
    "enable_user": QT_TRANSLATE_NOOP("labels", "启用用户"),
    "set_roles": QT_TRANSLATE_NOOP("labels", "调整岗位"),
    "backup": QT_TRANSLATE_NOOP("labels", "备份"),
    "set_promise_days": QT_TRANSLATE_NOOP("labels", "修改承诺时限"),
    "set_office_name": QT_TRANSLATE_NOOP("labels", "修改机构名称"),
    "set_keep_corrections": QT_TRANSLATE_NOOP("labels", "更正留存设置"),
    "forget_corrections": QT_TRANSLATE_NOOP("labels", "清除留存的更正"),
    "export_corrections": QT_TRANSLATE_NOOP("labels", "导出留存的更正"),
    "learn_layout": QT_TRANSLATE_NOOP("labels", "记住版式"),
    "revoke_layout": QT_TRANSLATE_NOOP("labels", "停用版式"),
    "restore_layout": QT_TRANSLATE_NOOP("labels", "恢复版式"),
    "import_edition": QT_TRANSLATE_NOOP("labels", "导入目录版本"),
    "end_edition": QT_TRANSLATE_NOOP("labels", "终止目录版本"),
    "withdraw_edition": QT_TRANSLATE_NOOP("labels", "作废目录版本"),
    "remember_mapping": QT_TRANSLATE_NOOP("labels", "记住目录列对应"),
    "learn_choice": QT_TRANSLATE_NOOP("labels", "记住目录对照"),
    "revoke_choice": QT_TRANSLATE_NOOP("labels", "停用目录对照"),
    "rematch": QT_TRANSLATE_NOOP("labels", "重新匹配目录"),
}


def label(value: StrEnum) -> str:
    """The word for a value of one of the domain's enumerations."""
    return QCoreApplication.translate("labels", str(_WORDS[type(value)][value]))


def field_label(key: str, *, of_line: bool = True) -> str:
    """The word for a line's or (not ``of_line``) a paper's key of the reading contract; an unknown key is its own."""
    known = _FIELDS if of_line else {**_FIELDS, **_OF_PAPERS}
    return QCoreApplication.translate("labels", str(known.get(key, key)))


def sum_label(key: str) -> str:
    """The word for one of the settlement's sums."""
    return QCoreApplication.translate("labels", str(_SUMS.get(key, key)))


def action_label(name: str) -> str:
    """The word for what a journal row says was done; an unknown action stands for itself."""
    return QCoreApplication.translate("labels", str(_ACTIONS.get(name, name)))

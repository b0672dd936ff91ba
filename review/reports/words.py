"""Chinese words for what the domain's values mean, as they stand on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from review.checks.finding import Severity
from review.claim.claim import Filing, Region
from review.claim.decisions import FindingVerdict
from review.claim.paper import DocumentKind
from review.claim.people import Group, Scheme
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

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
Kind = Literal["sum", "person", "fund"]
RUNGS: tuple[tuple[str, str, Kind], ...] = (
    ("医疗费用总额", "total", "sum"),
    ("其中：全自费", "self_paid", "person"),
    ("超支付限价", "over_limit", "person"),
    ("乙类等先行自付", "advance_self_pay", "person"),
    ("政策范围内费用", "eligible", "sum"),
    ("转外先行自付", "advance_out_of_region", "person"),
    ("起付线", "deductible", "person"),
    ("起付线以上比例自付", "copay", "person"),
    ("超过统筹封顶", "over_ceiling", "person"),
    ("统筹基金支付", "basic_fund", "fund"),
    ("大病保险（大额）支付", "serious_illness_fund", "fund"),
    ("医疗救助支付", "medical_aid_fund", "fund"),
    ("补充保险支付", "supplement_fund", "fund"),
    ("票面已由他处支付", "already_paid", "person"),
    ("本次基金支付合计", "fund_total", "sum"),
    ("个人负担", "personal", "sum"),
)
"""The ladder: what each rung is called, its sum in the settlement, and who bears it."""
CLASSES: Mapping[str, str] = {"A": "甲", "B": "乙", "C": "丙"}
REGIONS: Mapping[Region, str] = {
    Region.SAME_CITY: "本市",
    Region.SAME_PROVINCE: "省内市外",
    Region.OTHER_PROVINCE: "省外",
}
FILINGS: Mapping[Filing, str] = {
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


ACTIONS: Mapping[str, str] = {
    "open_claim": "建单",
    "add_pages": "添加影像",
    "turn_page": "旋转影像",
    "move_page": "调整影像顺序",
    "replace_page": "更换影像",
    "remove_page": "移除影像",
    "retry_page": "重新识别",
    "read_page": "识别影像",
    "fail_page": "影像识别失败",
    "add_document": "录入材料",
    "correct": "改正",
    "confirm": "核对无误",
    "add_line": "增加明细",
    "remove_line": "删去明细",
    "restore_line": "恢复明细",
    "choose_entry": "选定目录条目",
    "decide": "处理疑点",
    "undo": "撤销",
    "redo": "重做",
    "receive": "受理",
    "finish_reading": "识别完成",
    "begin_review": "开始初审",
    "approve_first": "初审通过",
    "approve_second": "复核通过",
    "return_to_first": "退回初审",
    "return_from_batch": "签批退回",
    "return_from_payment": "拨付退回",
    "exclude": "移出批次",
    "include": "重入批次",
    "carry_over": "转入下批",
    "sign": "签批",
    "sign_batch": "签批批次",
    "begin_payment": "开始拨付",
    "begin_batch_payment": "批次开始拨付",
    "confirm_payment": "确认拨付",
    "fail_payment": "拨付失败",
    "keep_archive": "保存档案",
    "archive": "归档",
    "request_supplement": "要求补正",
    "resume": "补正受理",
    "reject": "不予支付",
    "withdraw": "撤回",
    "recover": "追回",
}
"""What the journal's actions mean; an action that is not listed keeps its own name."""


STATES: Mapping[str, str] = {
    ClaimState.DRAFT: "录入",
    ClaimState.RECEIVED: "受理",
    ClaimState.READ: "已识别",
    ClaimState.FIRST_REVIEW: "初审",
    ClaimState.SECOND_REVIEW: "复核",
    ClaimState.BATCHED: "待签批",
    ClaimState.SIGNED: "已签批",
    ClaimState.PAYING: "拨付中",
    ClaimState.PAID: "已拨付",
    ClaimState.ARCHIVED: "已归档",
    ClaimState.SUPPLEMENT: "待补正",
    ClaimState.REJECTED: "不予支付",
    ClaimState.WITHDRAWN: "撤回",
    ClaimState.PAYMENT_FAILED: "拨付失败",
    ClaimState.RECOVERED: "已追回",
}
SOFTWARE: Mapping[str, str] = {"system": "灵报"}
"""Names under which the software itself acts."""

PARTS: Mapping[str, str] = {
    "page": "影像",
    "document": "材料",
    "line": "明细",
    "value": "数据",
    "decision": "意见",
    "user": "用户",
}
KEYS: Mapping[str, str] = {
    "state": "状态",
    "number": "单号",
    "payable": "应付",
    "settlement": "结算摘要",
    "entered_by": "录入人",
    "first_reviewer": "初审人",
    "second_reviewer": "复核人",
    "signed_by": "签批人",
    "paid_by": "拨付人",
    "batch": "批次",
    "received_on": "受理日",
    "due_on": "应办结日",
    "created_at": "建单时间",
    "already_paid": "已由他处支付",
    "year_source": "累计数来源",
    "review": "存疑",
    "review_cleared": "整份已核对",
    "standing": "可信程度",
    "value": "值",
    "verdict": "意见",
    "verdict_reason": "理由",
    "reason": "理由",
    "entry_id": "目录条目",
    "matched_by": "匹配方式",
    "removed": "已删去",
    "position": "顺序",
    "turn": "旋转",
    "file_name": "文件",
    "width": "宽",
    "height": "高",
    "read_state": "识别",
    "failure": "失败原因",
    "quality": "影像质量",
    "documents": "材料份数",
    "lines": "明细行数",
    "sha256": "摘要",
    "fingerprint": "指纹",
    "code": "疑点",
    "subject": "对象",
    "decided_by": "处理人",
    "decided_at": "处理时间",
}
"""Keys of what the journal says was changed; one that is not listed keeps its own name."""


def page_word(title: str) -> str:
    """What a page is: the word for a document kind, the title itself, or just a page."""
    return KINDS.get(title, title) or "影像"


def day(value: date | None) -> str:
    """A day as sheets print it; a dash where there is none."""
    return value.isoformat() if value else "—"


def moment(value: datetime | None) -> str:
    """A moment to the minute; empty where there is none."""
    return f"{value:%Y-%m-%d %H:%M}" if value else ""

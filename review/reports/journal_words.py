"""Chinese words for the journal: actions, parts of a claim, keys and values of what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.moves import STATE_NAMES
from review.claim.paper import Standing
from review.reports.words import FILINGS, REGIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

SOFTWARE: Mapping[str, str] = {"system": "灵报"}
"""Names under which the software itself acts."""
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
    "insured_name": "姓名",
    "insured_id_number": "身份证号",
    "insured_scheme": "险种",
    "insured_retired": "退休",
    "insured_groups": "人员类别",
    "insured_phone": "电话",
    "account_holder": "收款户名",
    "account_number": "银行账号",
    "account_bank": "开户银行",
    "care_kind": "医疗类别",
    "care_hospital": "医疗机构",
    "care_hospital_level": "机构等级",
    "care_designated": "定点",
    "care_province": "就医地",
    "care_region": "就医范围",
    "care_filing": "备案",
    "care_admitted": "入院",
    "care_discharged": "出院",
    "care_diagnoses": "诊断",
    "year_stays": "年内住院次数",
    "year_deductible": "年内起付线",
    "year_basic_fund": "年内统筹",
    "year_serious_illness_base": "年内大病合规自付",
    "year_serious_illness_fund": "年内大病",
    "year_medical_aid_base": "年内救助合规自付",
    "year_medical_aid_fund": "年内救助",
    "state_reason": "原因",
    "paused_on": "停表日",
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
    "code": "疑点",
    "subject": "对象",
}
"""Keys of what the journal says was changed; one that is not listed keeps its own name."""
LEFT_OUT = frozenset({"id", "fingerprint", "claim", "decided_by", "decided_at", "created_at"})
"""Keys a reader has no use for: where a thing is kept, and what the row's own columns say."""

STATES: Mapping[str, str] = {state.value: name for state, name in STATE_NAMES.items()}
STANDINGS: Mapping[str, str] = {
    Standing.PROVEN: "已证实",
    Standing.CONFIRMED: "已核对",
    Standing.TYPED: "人工录入",
    Standing.READ: "已识别",
    Standing.DOUBTFUL: "存疑",
    Standing.CONTRADICTED: "矛盾",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "state": STATES,
    "standing": STANDINGS,
    "verdict": {"pay": "按类支付", "exclude": "剔除", "allow": "准予"},
    "entry_id": {"outside": "目录外"},
    "matched_by": {"clerk": "人工选定", "automatic": "自动匹配"},
    "insured_scheme": WORDS,
    "care_region": REGIONS,
    "care_filing": FILINGS,
}
"""Words for the values of a key."""

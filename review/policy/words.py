"""Chinese words for the keys of cases and settlements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.policy.settlement import Step

STEPS: Mapping[str, str] = {
    "total": "总费用",
    "self_paid": "全自费",
    "over_limit": "超限价",
    "advance_self_pay": "先行自付",
    "eligible": "政策范围内",
    "third_party": "第三人应负担",
    "least": "保底应付",
    "already_paid": "票面已由基金支付",
    "advance_out_of_region": "转外先行自付",
    "deductible": "起付线",
    "basic_room": "统筹剩余额度",
    "basic_fund": "统筹基金支付",
    "copay": "比例自付",
    "over_ceiling": "超过统筹封顶",
    "serious_illness_base": "大病（大额）计入费用",
    "serious_illness_threshold": "大病（大额）起付线",
    "serious_illness_fund": "大病（大额）支付",
    "medical_aid_base": "救助计入费用",
    "medical_aid_threshold": "救助起付线",
    "medical_aid_fund": "医疗救助支付",
    "supplement_fund": "补充保险支付",
    "fund_total": "基金支付合计",
    "personal": "个人负担",
}


def step_title(step: Step) -> str:
    """The Chinese title of a step of the trace: its own, or that of its kind; an unknown step keeps its name."""
    return step.title or STEPS.get(step.step, step.step)

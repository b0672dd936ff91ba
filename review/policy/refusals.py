"""Why a line is wholly the person's own, in words for the insured: grouped by how the settlement's reason begins."""

from __future__ import annotations

_OUTSIDE = ("不在医保报销目录内", "丙类和目录以外的药品、项目、材料，国家规定由个人付费。")
_REFUSALS: tuple[tuple[str, tuple[str, str]], ...] = (
    ("非定点", ("不是医保定点医院", "没有和医保签约的医院，除了急诊抢救，费用不能报销。")),
    ("第三人", ("应由责任人负担", "别人造成的伤，应由责任人赔的部分医保不付，请向责任人索赔。")),
    ("未匹配目录", ("还没有对上医保目录", "暂时按自费计算，等工作人员核对。")),
    ("丙类", _OUTSIDE),
    ("目录外", _OUTSIDE),
    ("", _OUTSIDE),
)
_JUDGED = "审核后按规定不予支付"


def refused(why: str) -> tuple[str, str]:
    """Title and sentence for the reason a line was refused with; a reason of the reviewers stands in their words."""
    found = next((told for mark, told in _REFUSALS if (why.startswith(mark) if mark else not why)), None)
    return found or (_JUDGED, f"原因：{why}。")

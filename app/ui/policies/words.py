"""Words for the keys of packs, and their values in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.labels import label
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

translate = QCoreApplication.translate
_KINDS: tuple[type[StrEnum], ...] = (CareKind, Scheme, HospitalLevel, Region, Filing, Group)
_WORDS: Mapping[str, object] = {
    "general": QT_TRANSLATE_NOOP("policies", "通用规定"),
    "out_of_region": QT_TRANSLATE_NOOP("policies", "异地就医"),
    "items": QT_TRANSLATE_NOOP("policies", "专项目录"),
    "basic": QT_TRANSLATE_NOOP("policies", "基本医保"),
    "layers": QT_TRANSLATE_NOOP("policies", "其他支付层"),
    "order": QT_TRANSLATE_NOOP("policies", "支付顺序"),
    "serious_illness": QT_TRANSLATE_NOOP("policies", "大病保险"),
    "medical_aid": QT_TRANSLATE_NOOP("policies", "医疗救助"),
    "caps": QT_TRANSLATE_NOOP("policies", "限额"),
    "points": QT_TRANSLATE_NOOP("policies", "比例增减"),
    "value": QT_TRANSLATE_NOOP("policies", "取值"),
    "when": QT_TRANSLATE_NOOP("policies", "条件"),
    "groups": QT_TRANSLATE_NOOP("policies", "人员类别"),
    "kinds": QT_TRANSLATE_NOOP("policies", "就诊类别"),
    "levels": QT_TRANSLATE_NOOP("policies", "医院等级"),
    "schemes": QT_TRANSLATE_NOOP("policies", "险种"),
    "regions": QT_TRANSLATE_NOOP("policies", "就医地"),
    "filings": QT_TRANSLATE_NOOP("policies", "备案"),
    "retired": QT_TRANSLATE_NOOP("policies", "退休"),
    "age": QT_TRANSLATE_NOOP("policies", "年龄"),
    "stays": QT_TRANSLATE_NOOP("policies", "第几次住院"),
    "diseases": QT_TRANSLATE_NOOP("policies", "病种"),
    "packages": QT_TRANSLATE_NOOP("policies", "病种包干"),
    "from": QT_TRANSLATE_NOOP("policies", "从"),
    "to": QT_TRANSLATE_NOOP("policies", "到"),
    "below": QT_TRANSLATE_NOOP("policies", "不满"),
    "threshold": QT_TRANSLATE_NOOP("policies", "起付线"),
    "fraction": QT_TRANSLATE_NOOP("policies", "倍数"),
    "ratio": QT_TRANSLATE_NOOP("policies", "支付比例"),
    "advance": QT_TRANSLATE_NOOP("policies", "先行自付"),
    "limit": QT_TRANSLATE_NOOP("policies", "限价"),
    "class": QT_TRANSLATE_NOOP("policies", "甲乙丙类"),
    "ceiling": QT_TRANSLATE_NOOP("policies", "封顶线"),
    "amount": QT_TRANSLATE_NOOP("policies", "金额"),
    "measures": QT_TRANSLATE_NOOP("policies", "限额对象"),
    "first": QT_TRANSLATE_NOOP("policies", "首次"),
    "minus": QT_TRANSLATE_NOOP("policies", "每次减"),
    "times": QT_TRANSLATE_NOOP("policies", "每次乘"),
    "least": QT_TRANSLATE_NOOP("policies", "最低"),
    "incentive": QT_TRANSLATE_NOOP("policies", "连续参保激励"),
    "unlimited": QT_TRANSLATE_NOOP("policies", "不封顶"),
    "reviewed_until": QT_TRANSLATE_NOOP("policies", "参数核对到"),
    "effective_from": QT_TRANSLATE_NOOP("policies", "参数始于"),
    "title": QT_TRANSLATE_NOOP("policies", "名称"),
    "region": QT_TRANSLATE_NOOP("policies", "行政区划"),
    "status": QT_TRANSLATE_NOOP("policies", "核实情况"),
    "like": QT_TRANSLATE_NOOP("policies", "比照"),
    "fund": QT_TRANSLATE_NOOP("policies", "出资"),
    "account": QT_TRANSLATE_NOOP("policies", "累计账户"),
    "per": QT_TRANSLATE_NOOP("policies", "计算周期"),
    "deductible_per": QT_TRANSLATE_NOOP("policies", "起付线按"),
    "ratio_over": QT_TRANSLATE_NOOP("policies", "分段按"),
    "choose": QT_TRANSLATE_NOOP("policies", "两类人员时"),
    "by_disease": QT_TRANSLATE_NOOP("policies", "按病种"),
    "match": QT_TRANSLATE_NOOP("policies", "识别方式"),
    "tags": QT_TRANSLATE_NOOP("policies", "标签"),
    "codes": QT_TRANSLATE_NOOP("policies", "编码"),
    "names": QT_TRANSLATE_NOOP("policies", "名称"),
    "base": QT_TRANSLATE_NOOP("policies", "计入基数"),
    "income_base": QT_TRANSLATE_NOOP("policies", "收入基数"),
    "bands": QT_TRANSLATE_NOOP("policies", "分段"),
    "over": QT_TRANSLATE_NOOP("policies", "超过"),
    "at_most": QT_TRANSLATE_NOOP("policies", "最多"),
    "after_years": QT_TRANSLATE_NOOP("policies", "满年数"),
    "each_year": QT_TRANSLATE_NOOP("policies", "每多一年"),
    "each_free_year": QT_TRANSLATE_NOOP("policies", "每零报销年"),
    "mode": QT_TRANSLATE_NOOP("policies", "取整方式"),
    "deductible": QT_TRANSLATE_NOOP("policies", "起付线"),
    "rounding": QT_TRANSLATE_NOOP("policies", "取整"),
    "inherits": QT_TRANSLATE_NOOP("policies", "继承"),
    "large_sum": QT_TRANSLATE_NOOP("policies", "大额补充"),
    "everyone": QT_TRANSLATE_NOOP("policies", "一般人员"),
    "in_need": QT_TRANSLATE_NOOP("policies", "困难人员"),
    "poor": QT_TRANSLATE_NOOP("policies", "困难人员"),
    "day_quota": QT_TRANSLATE_NOOP("policies", "按日定额"),
    "of": QT_TRANSLATE_NOOP("policies", "占比对象"),
    "year_by": QT_TRANSLATE_NOOP("policies", "年度归属"),
    "third_party": QT_TRANSLATE_NOOP("policies", "第三人责任"),
    "copay": QT_TRANSLATE_NOOP("policies", "共付段个人负担"),
    "over_ceiling": QT_TRANSLATE_NOOP("policies", "超封顶"),
    "eligible": QT_TRANSLATE_NOOP("policies", "政策范围内"),
    "total": QT_TRANSLATE_NOOP("policies", "总费用"),
    "discharged": QT_TRANSLATE_NOOP("policies", "出院日"),
    "admitted": QT_TRANSLATE_NOOP("policies", "入院日"),
    "received": QT_TRANSLATE_NOOP("policies", "受理日"),
    "excluded": QT_TRANSLATE_NOOP("policies", "先扣除"),
    "half_up": QT_TRANSLATE_NOOP("policies", "四舍五入"),
    "per_line": QT_TRANSLATE_NOOP("policies", "逐行"),
    "stay": QT_TRANSLATE_NOOP("policies", "每次"),
    "year": QT_TRANSLATE_NOOP("policies", "每年"),
    "claim": QT_TRANSLATE_NOOP("policies", "每单"),
    "day": QT_TRANSLATE_NOOP("policies", "每日"),
    "month": QT_TRANSLATE_NOOP("policies", "每月"),
    "person": QT_TRANSLATE_NOOP("policies", "个人"),
    "cost": QT_TRANSLATE_NOOP("policies", "费用"),
    "supplement": QT_TRANSLATE_NOOP("policies", "补充保险"),
    "true": QT_TRANSLATE_NOOP("policies", "是"),
    "false": QT_TRANSLATE_NOOP("policies", "否"),
}


def key_word(key: str) -> str:
    """A key, or a word a value consists of; what has no word stands for itself."""
    if key in _WORDS:
        return translate("policies", str(_WORDS[key]))
    return next((label(kind(key)) for kind in _KINDS if key in list(kind) and key != HospitalLevel.NONE), key)


def value_words(value: Any) -> str:
    """A value in one line: keys by their words, rows one after the other."""
    if isinstance(value, dict):
        return translate("policies", "，").join(
            f"{key_word(str(k))} {value_words(v)}".strip() for k, v in value.items()
        )
    if isinstance(value, list):
        return translate("policies", "；").join(value_words(one) for one in value)
    if value is None:
        return "—"
    return key_word(str(value).lower() if isinstance(value, bool) else str(value))


def place_words(path: str) -> str:
    """Where a figure stands, from the top, without its own key."""
    steps = [step for step in re.split(r"[.\[\]]+", path) if step and step not in {"rows", "terms"}]
    return translate("policies", " · ").join(key_word(step) for step in steps[:-1] or steps)


def last_word(path: str) -> str:
    """What the last key of a path is called."""
    return key_word(path.rsplit(".", 1)[-1])

"""Words for the ways of looking at a comparison and their keys, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.labels import label
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.whatif.comparison import Axis, Fund, Side
from review.whatif.keys import AND, AT, NOBODY, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from review.packs.stated import PackUsed

translate = QCoreApplication.translate
_AXES: Mapping[Axis, object] = {
    Axis.SCHEME: QT_TRANSLATE_NOOP("whatif", "险种"),
    Axis.GROUP: QT_TRANSLATE_NOOP("whatif", "人员类别"),
    Axis.LEVEL: QT_TRANSLATE_NOOP("whatif", "医院等级"),
    Axis.MONTH: QT_TRANSLATE_NOOP("whatif", "月份"),
    Axis.REGION: QT_TRANSLATE_NOOP("whatif", "就医地与备案"),
    Axis.KIND: QT_TRANSLATE_NOOP("whatif", "就诊类别"),
    Axis.AGE: QT_TRANSLATE_NOOP("whatif", "年龄段"),
}
_FUNDS: Mapping[Fund, object] = {
    Fund.BASIC: QT_TRANSLATE_NOOP("whatif", "统筹基金"),
    Fund.SERIOUS_ILLNESS: QT_TRANSLATE_NOOP("whatif", "大病保险"),
    Fund.MEDICAL_AID: QT_TRANSLATE_NOOP("whatif", "医疗救助"),
    Fund.SUPPLEMENT: QT_TRANSLATE_NOOP("whatif", "补充保险"),
}
_SIDES: Mapping[Side, object] = {
    Side.A: QT_TRANSLATE_NOOP("whatif", "方案 A 不能结算"),
    Side.B: QT_TRANSLATE_NOOP("whatif", "方案 B 不能结算"),
    Side.BOTH: QT_TRANSLATE_NOOP("whatif", "两个方案都不能结算"),
}
_KEYS: Mapping[Axis, tuple[type[StrEnum], ...]] = {
    Axis.SCHEME: (Scheme,),
    Axis.GROUP: (Group,),
    Axis.LEVEL: (HospitalLevel,),
    Axis.KIND: (CareKind,),
    Axis.REGION: (Region, Filing),
}


def axis_word(axis: Axis) -> str:
    """A way of looking."""
    return translate("whatif", str(_AXES[axis]))


def fund_word(fund: Fund) -> str:
    """Who pays."""
    return translate("whatif", str(_FUNDS[fund]))


def side_word(side: Side) -> str:
    """Which pack would not settle a claim."""
    return translate("whatif", str(_SIDES[side]))


def pack_word(pack: PackUsed) -> str:
    """A pack as the head of a result names it."""
    return f"{pack.title} {pack.version}"


def key_word(axis: Axis, key: str) -> str:
    """A key of an axis; what has no word is shown as it is."""
    if key == UNKNOWN:
        return translate("whatif", "不详")
    if key == NOBODY and axis is Axis.GROUP:
        return translate("whatif", "一般人员")
    if axis is Axis.AGE:
        older = translate("whatif", "{n} 岁以上")
        return older.format(n=key[:-1]) if key.endswith("+") else translate("whatif", "{n} 岁").format(n=key)
    sign = AT if axis is Axis.REGION else AND
    return translate("whatif", "、").join(_word(axis, part) for part in key.split(sign))


def _word(axis: Axis, key: str) -> str:
    values = _KEYS.get(axis, ())
    return next((label(kind(key)) for kind in values if key in list(kind)), key)

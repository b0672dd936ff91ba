"""What a row says is allowed, by its kind: one reader a kind, each giving the fields of a rule or what is wrong."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from review.rules.ages import ages
from review.rules.rule import RuleKind
from review.rules.words import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "个月": 30, "月": 30, "年": 365}
"""Days of a unit; a month of 30 and a year of 365 days as the library itself counts 12 months (365天)."""
_SPELLED = str.maketrans("一二两三四五六七八九", "1223456789")
_SPAN = re.compile(r"(\d{1,4})(个月|星期|天|日|周|月|年)")
_LIMITED = re.compile(r"不超过(\d{1,4})(个月|星期|天|日|周|月|年)|最多支付(\d{1,4})(天|日|周|个月)")
_EACH = re.compile(r"每(周|星期|月|年|\d{1,3}[天日])(?:最多)?(?:支付|计|收)?(?:不超过)?(\d{1,3})次")
_APART = re.compile(r"间隔(?:时间)?(?:不短于|不少于|大于|≥)(\d{1,4})(天|日|周|个月)")
_DAILY = re.compile(r"每[日天](?:最多)?(?:支付|计|收)?(?:不超过)?(\d{1,3})(次|小时|日|天)?")
_HOURS = frozenset({"小时", "时", "h", "H"})
_HOURS_A_DAY = 24
_MOST = 10_000


class UnreadableError(ValueError):
    """A row whose words do not tell what is allowed; the message says so (Chinese)."""


def read_value(kind: RuleKind, cells: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a rule that say what is allowed.

    Raises:
        UnreadableError: the words are unknown or contradict themselves.
    """
    return _READERS[kind]({key: _tidy(text) for key, text in cells.items()})


def _tidy(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _said(cells: Mapping[str, str]) -> str:
    """What is limited: the column of values, else the remark."""
    return cells.get("value") or cells.get("note", "")


def _one(section: str, text: str, what: str) -> str:
    found = meant(section, text)
    if len(found) != 1:
        raise UnreadableError(f"看不出{what}：“{text[:30]}”；没有作为规则读入。")
    return found[0]


def _sex(cells: Mapping[str, str]) -> dict[str, Any]:
    text = _said(cells)
    found = [sex for sex in "男女" if sex in text]
    if len(found) != 1:
        raise UnreadableError(f"看不出限定的性别：“{text[:30]}”；没有作为规则读入。")
    return {"value": found[0]}


def _age(cells: Mapping[str, str]) -> dict[str, Any]:
    text = _said(cells)
    if ages(text) is None:
        raise UnreadableError(f"不认识的年龄对象：“{text[:30]}”；没有作为规则读入。")
    return {"value": text if cells.get("value") else _word(text)}


def _word(text: str) -> str:
    """The age word a remark speaks of: 就业年龄 of 参保人年龄超出法定就业年龄限制."""
    return "就业年龄" if "就业年龄" in text else text


def _scheme(cells: Mapping[str, str]) -> dict[str, Any]:
    found = meant("schemes", _said(cells))
    if not found:
        raise UnreadableError(f"不认识的保险类型：“{_said(cells)[:30]}”；没有作为规则读入。")
    return {"value": "、".join(found)}


def _place(cells: Mapping[str, str]) -> dict[str, Any]:
    found = meant("places", _said(cells))
    if not found:
        raise UnreadableError(f"不认识的就医方式：“{_said(cells)[:30]}”；没有作为规则读入。")
    urgent = ("急诊",) if "急诊" in cells.get("note", "") else ()
    return {"value": "、".join(dict.fromkeys((*found, *urgent)))}


def _level(cells: Mapping[str, str]) -> dict[str, Any]:
    return {"value": _one("levels", _said(cells), "限定的机构等级")}


def _course(cells: Mapping[str, str]) -> dict[str, Any]:
    text = _said(cells).translate(_SPELLED)
    found = _LIMITED.search(text) or (_SPAN.fullmatch(text.rstrip("。")) if cells.get("value") else None)
    if found is None:
        raise UnreadableError(f"看不出支付多少天：“{text[:30]}”；没有作为规则读入。")
    count, unit = (part for part in found.groups() if part)
    return {"limit": _figure(count) * _DAYS[unit], "unit": "天"}


def _frequency(cells: Mapping[str, str]) -> dict[str, Any]:
    if cells.get("limit"):
        limit, unit = _figure(cells["limit"]), cells.get("unit", "")
    elif found := _DAILY.search(_said(cells).translate(_SPELLED)):
        limit, unit = _figure(found[1]), found[2] or "次"
    else:
        raise UnreadableError(f"看不出每日限多少：“{_said(cells)[:30]}”；没有作为规则读入。")
    if unit in _HOURS and limit > _HOURS_A_DAY:
        raise UnreadableError(f"每日不会超过24小时：“{limit}{unit}”；没有作为规则读入。")
    return {"limit": limit, "unit": "小时" if unit in _HOURS else unit}


def _period(cells: Mapping[str, str]) -> dict[str, Any]:
    if cells.get("limit") and cells.get("days"):
        length = _SPAN.fullmatch(cells["days"].translate(_SPELLED))
        days = _figure(length[1]) * _DAYS[length[2]] if length else _figure(cells["days"])
        return {"limit": _figure(cells["limit"]), "unit": "次", "days": days}
    text = _said(cells).translate(_SPELLED)
    if found := _APART.search(text):
        return {"limit": 1, "unit": "次", "days": _figure(found[1]) * _DAYS[found[2]]}
    if found := _EACH.search(text):
        length = _SPAN.fullmatch(found[1] if found[1][0].isdigit() else f"1{found[1]}")
        return {"limit": _figure(found[2]), "unit": "次", "days": int(length[1]) * _DAYS[length[2]] if length else 1}
    raise UnreadableError(f"看不出多少天内限几次：“{text[:30]}”；没有作为规则读入。")


def _duplicate(cells: Mapping[str, str]) -> dict[str, Any]:
    if not (cells.get("other_name") or cells.get("other_code")):
        raise UnreadableError("没有写明重复收费的从项；没有作为规则读入。")
    span = _one("spans", cells.get("span", "") or _said(cells), "多长时间内不得重复收费")
    hours = re.match(r"\d+", cells.get("span", ""))
    within: dict[str, Any] = {"limit": int(hours[0]) if hours else 1, "unit": "小时"} if span == "hours" else {}
    return {"span": span, **within}


def _secondary(cells: Mapping[str, str]) -> dict[str, Any]:
    if not cells.get("value"):
        raise UnreadableError("没有写明属于哪一组手术；没有作为规则读入。")
    return {"value": cells["value"]}


def _figure(text: str) -> int:
    found = re.fullmatch(r"(\d{1,5})(?:\.0+)?", text)
    if found is None or not 0 < int(found[1]) < _MOST:
        raise UnreadableError(f"“{text[:30]}”不是合理的数目；没有作为规则读入。")
    return int(found[1])


_READERS: Mapping[RuleKind, Callable[[Mapping[str, str]], dict[str, Any]]] = {
    RuleKind.SEX: _sex,
    RuleKind.AGE: _age,
    RuleKind.SCHEME: _scheme,
    RuleKind.PLACE: _place,
    RuleKind.LEVEL: _level,
    RuleKind.COURSE: _course,
    RuleKind.FREQUENCY: _frequency,
    RuleKind.PERIOD: _period,
    RuleKind.DUPLICATE: _duplicate,
    RuleKind.SECONDARY: _secondary,
}

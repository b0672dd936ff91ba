"""What a row says is allowed, by its kind: one reader a kind, each giving the fields of a rule or what is wrong."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

from review.rules.ages import age_word, ages
from review.rules.rule import RuleKind
from review.rules.words import holds, meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "个月": 30, "月": 30, "年": 365}
"""Days of a unit; a month of 30 and a year of 365 days as the library itself counts 12 months (365天)."""
_SPELLED = str.maketrans("一二两三四五六七八九", "1223456789")
_SPAN = re.compile(r"(\d{1,4})(个月|星期|天|日|周|月|年)")
_LIMITED = re.compile(r"不超过(\d{1,4})(个月|星期|天|日|周|月|年)|最多支付(\d{1,4})(天|日|周|个月)")
_EACH = re.compile(r"每(\d{1,3})?个?(周|星期|月|年|天|日)(?:最多)?(?:支付|计|收)?(?:不超过|限)?(\d{1,3})次")
_APART = re.compile(r"间隔(?:时间)?(?:不短于|不少于|大于|≥)(\d{1,4})(天|日|周|个月)")
_DAILY = re.compile(r"每[日天](?:最多)?(?:支付|计|收)?(?:不超过)?(\d{1,3})(次|小时|日|天)?")
_BEHIND = re.compile(r"限[^,。;]*")
_LIMITED_SEX = re.compile(r"限定?[为于]?([男女])")
_HOURS = frozenset({"小时", "时", "h", "H"})
_PRINTED = re.compile(r"(\d{1,5}(?:\.0+)?)(次|日|天|小时)?(?:/.{1,3})?")
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


def _said(cells: Mapping[str, str]) -> Iterator[str]:
    """Where a row may say what is limited, the plainest first: its value, its kind or title, how it is found, why."""
    yield from filter(None, (cells.get(key, "") for key in ("value", "kind", "logic", "note")))


def _first(cells: Mapping[str, str], read: Callable[[str], Any], what: str) -> Any:
    """What the first text that tells it says; where a column of values tells nothing, nothing else is asked.

    Raises:
        UnreadableError: none does.
    """
    texts = [cells["value"]] if cells.get("value") else list(_said(cells))
    found = next((value for text in texts if not holds("turned", text) and (value := read(text))), None)
    if not found:
        shown = cells.get("value") or cells.get("limit") or next(iter(texts), "")
        raise UnreadableError(f"看不出{what}：“{shown[:30]}”；没有作为规则读入。")
    return found


def _sex(cells: Mapping[str, str]) -> dict[str, Any]:
    def said(text: str) -> str:
        limited = _LIMITED_SEX.findall(text)
        found = set(limited) or {sex for sex in "男女" if sex in text}
        return found.pop() if len(found) == 1 else ""

    return {"value": _first(cells, said, "限定的性别")}


def _age(cells: Mapping[str, str]) -> dict[str, Any]:
    def said(text: str) -> str:
        return text if ages(text) and text == cells.get("value") else age_word(text)

    plain = {key: text for key, text in cells.items() if key != "note" or "年龄" in text}
    plainest = {"kind": cells["logic"]} if age_word(cells.get("logic", "")) else {}
    return {"value": _first(plain | plainest, said, "限定的年龄")}


def _limited(section: str, text: str) -> tuple[str, ...]:
    """What a text limits to by the words of a section: what it says behind 限, else all of it."""
    behind = meant(section, " ".join(_BEHIND.findall(text)))
    return behind or meant(section, text)


def _scheme(cells: Mapping[str, str]) -> dict[str, Any]:
    return {"value": "、".join(_first(cells, partial(_limited, "schemes"), "限定的保险类型"))}


def _place(cells: Mapping[str, str]) -> dict[str, Any]:
    found = _first(cells, partial(_limited, "places"), "限定的就医方式")
    urgent = ("急诊",) if "急诊" in cells.get("note", "") else ()
    return {"value": "、".join(dict.fromkeys((*found, *urgent)))}


def _level(cells: Mapping[str, str]) -> dict[str, Any]:
    def said(text: str) -> str:
        found = _limited("levels", text)
        return found[0] if len(found) == 1 and "以下" not in text else ""

    return {"value": _first(cells, said, "限定的机构等级")}


def _course(cells: Mapping[str, str]) -> dict[str, Any]:
    def said(text: str) -> tuple[str, ...]:
        spelled = text.translate(_SPELLED)
        found = _LIMITED.search(spelled) or _SPAN.fullmatch(spelled.rstrip("。"))
        return tuple(part for part in found.groups() if part) if found else ()

    count, unit = _first(cells, said, "支付多少天")
    return {"limit": _figure(count) * _DAYS[unit], "unit": "天"}


def _frequency(cells: Mapping[str, str]) -> dict[str, Any]:
    if printed := _PRINTED.fullmatch(cells.get("limit", "")):
        limit, unit = _figure(printed[1]), cells.get("unit", "") or printed[2] or ""
    else:
        found = _first(cells, lambda text: _DAILY.search(text.translate(_SPELLED)), "每日限多少")
        limit, unit = _figure(found[1]), found[2] or "次"
    if unit in _HOURS and limit > _HOURS_A_DAY:
        raise UnreadableError(f"每日不会超过24小时：“{limit}{unit}”；没有作为规则读入。")
    return {"limit": limit, "unit": "小时" if unit in _HOURS else unit}


def _period(cells: Mapping[str, str]) -> dict[str, Any]:
    printed = _PRINTED.fullmatch(cells.get("limit", ""))
    if printed and cells.get("days"):
        length = _SPAN.search(cells["days"].translate(_SPELLED))
        days = _figure(length[1]) * _DAYS[length[2]] if length else _figure(cells["days"])
        return {"limit": _figure(printed[1]), "unit": "次", "days": days}
    limit, days = _first(cells, _times, "多少天内限几次")
    return {"limit": limit, "unit": "次", "days": days}


def _times(text: str) -> tuple[int, int] | None:
    """How many times in how many days a remark allows."""
    spelled = text.translate(_SPELLED)
    if found := _APART.search(spelled):
        return 1, _figure(found[1]) * _DAYS[found[2]]
    if found := _EACH.search(spelled):
        return _figure(found[3]), int(found[1] or 1) * _DAYS[found[2]]
    return None


def _duplicate(cells: Mapping[str, str]) -> dict[str, Any]:
    if not (cells.get("other_name") or cells.get("other_code")):
        raise UnreadableError("没有写明重复收费的从项；没有作为规则读入。")
    spans = _first({"value": cells.get("span", ""), **cells}, partial(meant, "spans"), "多长时间内不得重复收费")
    span = spans[0]
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

"""Amounts in capital Chinese numerals (大写), read with tolerance for what recognition confuses, and written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ocr.extraction.amounts import to_fen
from ocr.extraction.text import distance, squeeze

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_FORMS = {
    "零": "〇○", "壹": "一壱弌", "贰": "二貳弐贰", "叁": "三參参叄", "肆": "四", "伍": "五", "陆": "六陸", "柒": "七",
    "捌": "八", "玖": "九", "拾": "十", "佰": "百", "仟": "千", "万": "萬", "亿": "億", "元": "圆圓", "整": "正",
}  # fmt: skip
_CONFUSED = {
    "零": "雾霉苓", "壹": "壶壸臺豆喜查", "贰": "武弍贡式弐", "叁": "巻泰", "肆": "肄律", "伍": "任佐仵低位",
    "陆": "陡陈障", "柒": "染集梁柴架", "捌": "别剔", "玖": "攻政玫致坎", "拾": "给抬恰洽", "佰": "伯陌侑",
    "仟": "什仃纤", "万": "方刀", "元": "无兀", "角": "甬用", "整": "楚警蓥",
}  # fmt: skip
_SMALL = {"拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_PREFIXES = ("人民币", "RMB", "¥")


@dataclass(frozen=True, slots=True)
class Spelled:
    """An amount in words: its value, and whether every character was read as itself."""

    value: Decimal
    certain: bool = True


def _table(forms: dict[str, str]) -> dict[int, str]:
    return {ord(other): right for right, others in forms.items() for other in others}


_TO_CAPITAL = _table(_FORMS)
_REPAIR = _table(_CONFUSED)
_SPELLING = frozenset("".join([*_FORMS, *_FORMS.values(), *_CONFUSED.values(), "角分"]))
_RUN = re.compile(r"(?:^|[):])(?P<run>[\u4e00-\u9fff]{2,30}[元圆整正角分无兀])$")
_MOSTLY = 0.7


def parse_words(text: str) -> Spelled | None:
    """The amount spelled in words, or None. Accepts 整/正/neither, 圆/元, 萬/万, blanks, ``人民币``."""
    body = _body(text)
    value = _value(body)
    if value is not None:
        return Spelled(value)
    value = _value(body.translate(_REPAIR))
    return None if value is None else Spelled(value, certain=False)


def _body(text: str) -> str:
    body = squeeze(text)
    for prefix in _PREFIXES:
        body = body.removeprefix(prefix)
    return body.strip(":;,.()").translate(_TO_CAPITAL)


def _value(body: str) -> Decimal | None:
    """The value of a well-formed amount; None where grammar or a character does not hold."""
    body = body.rstrip("整")
    yuan, mark, rest = body.partition("元")
    if not mark:
        yuan, rest = ("", body) if body.endswith(("角", "分")) else (body, "")
    whole = _integer(yuan) if yuan else 0
    cents = _fraction(rest)
    if whole is None or cents is None or not (yuan or rest):
        return None
    return Decimal(whole) + Decimal(cents) / 100


def _integer(text: str) -> int | None:
    total, section, digit, last = 0, 0, None, 10**9
    for char in text:
        if char in _LARGE:
            if section == 0 and digit is None:
                return None
            section = (section + (digit or 0)) * _LARGE[char]
            total, section, digit, last = total + section, 0, None, 10**9
        elif char in _SMALL:
            unit = _SMALL[char]
            if unit >= last or (digit in {None, 0} and unit != 10):  # noqa: PLR2004 - only 拾 may stand without a digit
                return None
            section, digit, last = section + (digit or 1) * unit, None, unit
        elif char in _DIGITS and not digit:
            digit = _DIGITS.index(char)
        else:
            return None
    return total + section + (digit or 0)


def _fraction(text: str) -> int | None:
    """Hundredths of ``玖角肆分``, ``零肆分``, ``玖角`` or nothing."""
    cents, digit = 0, None
    for char in text:
        if char in _DIGITS and not digit:
            digit = _DIGITS.index(char)
        elif char == "角" and digit is not None and cents == 0:
            cents, digit = digit * 10, None
        elif char == "分" and digit is not None:
            return cents + digit if text.endswith("分") else None
        else:
            return None
    return cents if digit in {None, 0} else None


def in_words(value: Decimal) -> str:
    """The amount in capital numerals, as receipts print it: ``柒仟零伍拾柒元玖角肆分``, ``肆佰捌拾元整``."""
    cents = int(to_fen(abs(value)) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text = f"{_spell(yuan)}元" if yuan else ("" if cents else "零元")
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    elif fen and yuan:
        text += "零"
    return text + (f"{_DIGITS[fen]}分" if fen else "整")


def _spell(number: int) -> str:
    text, gap = "", False
    for place, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // place % 10**4
        if section:
            gap = gap or (bool(text) and section < 1000)  # noqa: PLR2004 - a section of less than four digits
            text += ("零" if gap and text else "") + _spell_section(section) + unit
            gap = False
        else:
            gap = gap or bool(text)
    return text


def _spell_section(section: int) -> str:
    text, gap = "", False
    for place, unit in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = section // place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return text


def words_in(text: str) -> str:
    """The amount in words that a text ends with, such as ``贰佰元整`` of ``合计(文写)贰佰元整``; empty where none.

    Only a whole run counts, from the start or a label on, in which nearly every character can be part of an amount.
    """
    match = _RUN.search(squeeze(text).rstrip(":;,.()"))
    run = match.group("run") if match else ""
    spelling = sum(character in _SPELLING for character in run)
    return run if spelling > _MOSTLY * len(run) > 0 else ""


def nearly_spells(text: str, value: Decimal, changes: int = 2) -> bool:
    """Whether a badly read text differs from the words for ``value`` by no more than ``changes`` characters."""
    read, words = _body(text).rstrip("整"), in_words(value).rstrip("整")
    return min(distance(read, words), distance(read.translate(_REPAIR), words)) <= changes

"""Printed text brought to one form, so that tables of words can be compared with it."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

_TRADITIONAL = (
    "奧費藥療診檢驗術護醫總額單價數項號門細發針膠鈉鈣鉀鎂鐵鋅濟處鹽葉維參黃麥龍龜雙靜"
    "動膚腎腦腸關節體圖壓氣鏡鎮縣區內溫測濕單"
)
_SIMPLE = (
    "奥费药疗诊检验术护医总额单价数项号门细发针胶钠钙钾镁铁锌济处盐叶维参黄麦龙龟双静"
    "动肤肾脑肠关节体图压气镜镇县区内温测湿单"
)
"""Mainland paper prints no traditional characters: where recognition gives one, the simple one stands there."""
_PUNCTUATION = str.maketrans(
    {
        "：": ":",
        "﹕": ":",
        "∶": ":",
        "；": ";",
        "，": ",",
        "（": "(",
        "）": ")",
        "〔": "(",
        "〕": ")",
        "【": "[",
        "】": "]",
    }
    | dict.fromkeys("—–−‐‑－", "-")
    | dict(zip(_TRADITIONAL, _SIMPLE, strict=True))
)
_BLANKS = re.compile(r"\s+")
_CIRCLED = re.compile(r"[①-⑳]")
_ROMAN = re.compile(r"[ⅠⅡⅢⅣⅤI1l|]*([ⅠⅡⅢⅣⅤ])[ⅠⅡⅢⅣⅤI1l|]*(?=[级度期型])")
_HAN = re.compile(r"[\u3400-\u9fff]")


def unify(text: str) -> str:
    """One width and one form of each sign; blanks stay, single and trimmed.

    The Roman numeral of a grade is read once, and a circled number becomes ``1.``.
    """
    text = _CIRCLED.sub(lambda m: f"{ord(m.group()) - 0x245F}.", _ROMAN.sub(r"\1", text))
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text).translate(_PUNCTUATION)).strip()


def squeeze(text: str) -> str:
    """As :func:`unify`, without any blank."""
    return unify(text).replace(" ", "")


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return bool(_HAN.search(text))


def width_of(text: str) -> float:
    """Printed width in units of one Chinese character, for finding a part of a text inside its box."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text) or 1.0


def distance(one: str, other: str) -> int:
    """Number of single-character changes between two short texts."""
    return Levenshtein.distance(one, other)

"""The text of a list of diagnoses taken apart into single ones."""

from __future__ import annotations

import re

from ocr.extraction.text import unify

_NUMBER = re.compile(r"\(?(?P<n>\d{1,2}|[一二三四五六七八九十])(?P<mark>[.、)])\s*")
_MEASURE = re.compile(r"\d{1,2}\.\d+\s*(?:cm|mm|mg|g|ml|[xX×*%/~-])")
"""A decimal that is measured, and no number of the list."""

_HAN_NUMBERS = "零一二三四五六七八九十"
_FIRST = 3
_CODE = re.compile(r"[\[(]?(?<![A-Za-z])[A-Z]\d{2}(?:\.[\dxX+]{1,7})?\*?[\])]?(?![A-Za-z\d])")
_EDGES = " ;,。、.:*"


def split_diagnoses(text: str) -> tuple[str, ...]:
    """Single diagnoses of a numbered or punctuated list, without numbers and ICD-10 codes.

    Numbers count only where they go up by one, so that ``腰4、5椎间盘突出`` stays whole.
    """
    text = unify(text)
    parts = _numbered(text) or re.split(r"(?:[;,\s]|(?<=[\u4e00-\u9fff)期级型])、)+", text)
    bare = (_CODE.sub("", part).strip(_EDGES) for part in parts)
    return tuple(part.replace(" ", "") for part in bare if part)


def _numbered(text: str) -> list[str]:
    """The parts between numbers that go up by one; empty where the text is not numbered.

    What stands before the number one is none of the list.
    """
    found: list[re.Match[str]] = []
    for match in _NUMBER.finditer(text):
        if _next(match, found):
            found.append(match)
    if not found:
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    parts = (text[match.end() : end] for match, end in zip(found, ends, strict=True))
    lead = "" if _value(found[0]["n"]) == 1 else text[: found[0].start()]
    return [part for part in (lead, *parts) if part.strip(_EDGES)]


def _next(match: re.Match[str], found: list[re.Match[str]]) -> bool:
    """Whether a number goes on with the list: the next one, marked like the first or standing after a blank."""
    number, before = _value(match["n"]), match.string[: match.start()]
    if before[-1:].isdigit() or before.endswith(".") or _MEASURE.match(match.string, match.start()):
        return False
    if not found:
        return number == 1 or (number <= _FIRST and (not before.strip() or before.endswith(" ")))
    alike = match["mark"] == found[0]["mark"] or before.endswith((" ", ";", "。"))
    return alike and number == _value(found[-1]["n"]) + 1


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _HAN_NUMBERS.index(number)

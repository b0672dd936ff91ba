"""Days in every usual printed form, as ISO days."""

from __future__ import annotations

import re
from datetime import date

from ocr.extraction.text import unify

_LOOKALIKES = str.maketrans("OoQlI", "00011")
_SPACED = re.compile(r"\s*([-/.年月日])\s*")
_LONG = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/.年,~]{1,2}(\d{1,2})[-/.月,]{1,2}(\d{1,2})(?!\d{3})日?")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_TWIN = re.compile(r"(?<!\d)((?:19|20)\d{6})[|1l]?((?:19|20)\d{6})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")


def find_days(text: str) -> tuple[str, ...]:
    """Every day in a text, in its order, as ``YYYY-MM-DD``; impossible ones left out."""
    body = _TWIN.sub(r"\1 \2", _SPACED.sub(r"\1", unify(text)).translate(_LOOKALIKES))
    for form in (_LONG, _COMPACT, _SHORT_YEAR):
        days = tuple(day for match in form.finditer(body) if (day := _iso(*match.groups())))
        if days:
            return days
    return ()


def parse_day(text: str, *, year: str = "") -> str | None:
    """The day a text stands for; ``year`` completes a printed month and day. None where there is none."""
    days = find_days(text)
    if days:
        return days[0]
    short = _MONTH_DAY.fullmatch(unify(text).replace(" ", ""))
    return _iso(year, *short.groups()) if short and year else None


def _iso(year: str, month: str, day: str) -> str | None:
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two-digit years
    try:
        return date(full, int(month), int(day)).isoformat()
    except ValueError:
        return None

"""The name of the hospital on a page: from its titles and seals where no label gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocr.extraction.layout import Piece, Sheet

_SEAL_HEAD = re.compile(r"^[^\u4e00-\u9fff]+|^.{0,3}[章)](?=.{4})")
_SHORTEST = 3
_NOT_NAME = re.compile(r"^(医疗机构|收款单位|入院|转院|在我院)")


def hospital_in(text: str) -> str:
    """The hospital name a text begins with, or an empty string; the longest that still ends as such names end."""
    bare = text.replace(" ", "")
    found = ""
    for match in re.finditer(
        r"(?=(医院|卫生院|保健院|急救中心|卫生服务中心|医疗中心|诊所|防治院|疗养院|门诊部))", bare
    ):
        end = match.end() + len(match.group(1))
        if re.match(r"[\u4e00-\u9fff()]+$", bare[:end]) and end > _SHORTEST and bare[end : end + 1] != "类":
            found = bare[:end]
    return "" if _NOT_NAME.match(found) else found


def title_hospital(sheet: Sheet) -> tuple[str, Piece] | None:
    """The hospital named in the upper part of a page, the largest print first, else anywhere (seals)."""
    named = [(name, p) for p in sheet.pieces if (name := hospital_in(p.text))]
    upper = sheet.pieces[: max(6, len(sheet.pieces) // 4)]
    titled = [(name, p) for name, p in named if p in upper]
    pool = titled or named
    return max(pool, key=lambda np: (round(np[1].height / 6), len(np[0])), default=None)


def completed(name: str, sheet: Sheet) -> str:
    """A name without what a seal added to it, or completed from another print where a seal cut it off."""
    name = _SEAL_HEAD.sub("", name)
    known = hospital_in(name)
    name = known if known and len(name) - len(known) == 1 else name
    fuller = {
        n for p in sheet.pieces if (n := hospital_in(p.text)) and len(n) > len(name) > _SHORTEST and n.startswith(name)
    }
    return fuller.pop() if len(fuller) == 1 and not hospital_in(name) else name

"""What the title, the file's name and the sheet's name say of an edition: kind, region, dates, years."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from review.catalogue.importing.proposal import Fault, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import EntryKind
    from review.catalogue.importing.proposal import Proposal

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 "
    "四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
_REGION = re.compile(
    f"({'|'.join(_PROVINCES.split())})(壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)?([\u4e00-\u9fff]{{2,5}}?市)?"
)
_DAY = r"(20\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?"
_FROM = re.compile(rf"(?:自|从)?{_DAY}(?:起|零时起|开始)?(?:执行|实施|施行|生效|起|至|到|—|-|~)")
_UNTIL = re.compile(rf"(?:至|到|—|~|截止|有效期至){_DAY}")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=年|版|\d{4}(?!\d)|[-_.\s(）)]|$)")


def head_of(kind: EntryKind, title: str, file: str, sheets: tuple[str, ...] = ()) -> Head:
    """What a file says of its edition as a whole; dates only where it says from when or until when they hold."""
    stem = file.rpartition(".")[0] or file
    text = unicodedata.normalize("NFKC", " ".join((title, stem, *sheets)))
    region = _REGION.search(text)
    said = re.sub(r"\s", "", text)
    return Head(
        kind=kind,
        title=title or stem,
        region="".join(part for part in region.groups() if part) if region else "",
        effective_from=_day(_FROM.search(said)),
        effective_until=_day(_UNTIL.search(said)),
        source=file,
    )


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def years_in(text: str) -> tuple[int, ...]:
    """The years a title or name speaks of, such as 2025年版 or 20260109, each once."""
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(unicodedata.normalize("NFKC", text))))


def year_faults(proposal: Proposal, head: Head) -> tuple[Fault, ...]:
    """Where the dates a file speaks of do not fit the head under which it is to be taken over; none of them stops.

    A list named after a year is in force in that year or the next; an explicit first day must be the head's own.
    """
    return tuple(_disagreements(proposal, head))


def _disagreements(proposal: Proposal, head: Head) -> Iterator[Fault]:
    stated = proposal.head
    for told, meant, label in (
        (stated.effective_from, head.effective_from, "开始"),
        (stated.effective_until, head.effective_until, "截止"),
    ):
        if told and meant != told:
            said = f"文件写明的{label}日期是{told}，与填写的{meant or '（空）'}不同；请核对。"
            yield Fault(found=stated.title, said=said, stops=False)
    if head.effective_from is None:
        return
    last = head.effective_until.year if head.effective_until else 9999
    for place, text in (("标题", stated.title), ("文件名", proposal.file)):
        years = years_in(text)
        if years and not any(head.effective_from.year - 1 <= year <= last for year in years):
            said = f"{place}写的是{'、'.join(map(str, years))}年，与填写的生效日期{head.effective_from}不符"
            yield Fault(found=text, said=f"{said}；请核对是否选错了文件。", stops=False)

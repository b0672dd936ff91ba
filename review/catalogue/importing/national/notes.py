"""What the list's own notes (凡例) and the remarks under its tables say of its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PART_OF = {"西药": "西药部分", "中成药": "中成药部分"}
_COUNTS = (
    (("西药部分",), re.compile(r"西药部分(\d+)个")),
    (("中成药部分",), re.compile(r"中成药部分(\d+)个")),
    (("谈判-西药", "谈判-中成药", "竞价药品", "谈判药品"), re.compile(r"谈判药品部分(\d+)个")),
    (("基金予以支付的中药饮片",), re.compile(r"饮片部分[^。]{0,60}?品种(\d+)个")),
)
_IN_CLASS = (
    (("西药部分",), re.compile(r"西药甲类药品(\d+)个")),
    (("中成药部分",), re.compile(r"中成药甲类药品(\d+)个")),
)
_GROUP = re.compile(r"(西药|中成药)部分第(\d+)号“([^”]+)”包括[^:]{0,20}:([^。]+)。")
_LIMIT = re.compile(r"(西药|中成药)部分第(\d+)-(\d+)号“([^”]+)”,?(需[^。]+支付)。")
_SIGN = re.compile(r"备注\d*:([^。,]+)的,?([^。,]+)一栏标识为([^。])")


@dataclass(frozen=True, slots=True)
class Count:
    """How many numbers the notes say the named sections hold together, or hold of one printed class."""

    sections: tuple[str, ...]
    said: int
    of_class: str = ""


@dataclass(frozen=True, slots=True)
class GroupLimit:
    """A limit the notes set for all numbers of a section from one to another, and the name of that group."""

    section: str
    first: int
    last: int
    group: str
    limit: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes say; ``present`` is whether there are any.

    ``counts`` of each part, ``members`` of ◇ groups by section and number, ``limits`` of groups.
    """

    counts: tuple[Count, ...]
    members: Mapping[tuple[str, int], tuple[str, ...]]
    limits: tuple[GroupLimit, ...]
    present: bool

    def limits_of(self, section: str, number: int) -> tuple[str, ...]:
        """Limits that hold for a number of a section beside what its row prints."""
        return tuple(n.limit for n in self.limits if n.section == section and n.first <= number <= n.last)


def read_notes(lines: Sequence[str]) -> Notes:
    """The notes from their lines in order."""
    text = "".join(lines)
    counts = [Count(named, int(m[1])) for named, pattern in _COUNTS if (m := pattern.search(text))]
    counts += [Count(named, int(m[1]), "甲") for named, pattern in _IN_CLASS if (m := pattern.search(text))]
    limits = (
        GroupLimit(_PART_OF[m[1]], int(m[2]), int(m[3]), m[4], f"{_full_width(m[5])}。") for m in _LIMIT.finditer(text)
    )
    members = {(_PART_OF[m[1]], int(m[2])): tuple(m[4].split("、")) for m in _GROUP.finditer(text)}
    return Notes(tuple(counts), members, tuple(limits), bool(text))


def _full_width(text: str) -> str:
    return text.replace(",", "，")


def signs(remarks: Iterable[str]) -> dict[str, str]:
    """What remarks under tables say that a sign in the column of payment standards means."""
    return {m[3]: m[1] for remark in remarks for m in _SIGN.finditer(remark) if "支付标准" in m[2]}

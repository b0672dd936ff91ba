"""What a journal row changed, told in Chinese: old and new side by side, only where they differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from review.identity import masked
from review.reports.journal_words import KEYS, LEFT_OUT, PARTS, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NOTHING = "无"


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    """One sentence a changed value; a value that came or went stands without an old or new one."""
    old, new = dict(_flat(before)), dict(_flat(after))
    keys = dict.fromkeys([*old, *new])
    return tuple(_told(key, old.get(key, ""), new.get(key, "")) for key in keys if old.get(key, "") != new.get(key, ""))


def _told(key: tuple[str, ...], old: str, new: str) -> str:
    name = " ".join(_word(part) for part in key if part != "claim")
    return f"{name}：{old} → {new or NOTHING}" if old else f"{name}：{new}"


def _word(part: str) -> str:
    """A key in Chinese; ``line:7`` becomes 明细7."""
    kind, colon, number = part.partition(":")
    if kind == "decision":
        return PARTS[kind]
    return PARTS.get(kind, kind) + number if colon else KEYS.get(part, part)


def _flat(content: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value under its path of keys; empty ones are left out."""
    for key, value in content.items():
        if isinstance(value, dict):
            yield from _flat(value, (*above, key))
        elif value not in (None, "", [], ()) and not (above and key in LEFT_OUT):
            yield (*above, key), _plain(key, value)


def _plain(key: str, value: object) -> str:
    """A value in words; citizen numbers are masked."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(_plain(key, one) for one in value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return masked(text) if key == "insured_id_number" else VALUES.get(key, {}).get(text, text)

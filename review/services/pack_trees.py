"""Packs as plain trees, held against each other."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that differs between two trees: where, from when to when it holds, what was and is, on which paper."""

    path: str
    since: str
    until: str
    before: str
    after: str
    document: str
    clause: str
    source: str

    def plain(self) -> dict[str, str]:
        """JSON-ready."""
        return asdict(self)


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    """The figures that differ."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    return tuple(_change(key, old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key))


def _leaves(node: Any, path: str = "") -> Iterator[tuple[tuple[str, str], Any]]:
    if isinstance(node, dict) and isinstance(node.get("values"), list):
        for value in node["values"]:
            yield (path, value["since"]), value
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from _leaves(part, f"{path}.{key}".lstrip("."))
    elif isinstance(node, list):
        for place, part in enumerate(node):
            yield from _leaves(part, f"{path}[{place}]")
    else:
        yield (path, ""), {"value": node}


def _change(key: tuple[str, str], old: Any, new: Any) -> Change:
    told = new or old
    shown = [json.dumps(one["value"], ensure_ascii=False) if one else "" for one in (old, new)]
    words = {name: str(told.get(name, "")) for name in ("until", "document", "clause", "source")}
    return Change(path=key[0], since=key[1], before=shown[0], after=shown[1], **words)

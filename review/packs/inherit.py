"""A pack upon the pack it inherits from: the lower one's figures hold from their day on, and each keeps its origin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from review.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Tree = dict[str, Any]
Way = tuple[str, ...]

WHOLE = frozenset({"when", "match"})
"""Keys whose mapping is one statement: a lower pack replaces it whole."""

FIRST = frozenset({"rows", "items"})
"""Mappings of which the first entry that fits holds: entries a lower pack adds stand before the inherited ones."""

OWN = ("id", "title", "region", "version", "inherits", "partial", "effective_from", "reviewed_until", "status")
"""What every pack says of itself; nothing of it is inherited."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The pack a value was written in, and the file (``jiangxi/layers.yaml``)."""

    pack: str
    file: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value and where it was written."""

    value: Any
    origin: Origin


Figures = tuple[Leaf, ...]
"""The dated values of a series."""
Marked = dict[str, "Marked | Figures | Leaf"]
Node = Marked | Figures | Leaf


def marked(tree: Tree, origin: Callable[[str], Origin]) -> Marked:
    """The tree of one pack with its origin beside each value; ``origin`` is asked for each key at the top."""
    return {key: _mark(key, node, origin(key)) for key, node in tree.items()}


def _mark(key: str, node: Any, origin: Origin) -> Node:
    if key == "values" and isinstance(node, list):
        return tuple(Leaf(one, origin) for one in node)
    if isinstance(node, dict) and node and key not in WHOLE:
        return {name: _mark(name, one, origin) for name, one in node.items()}
    return Leaf(node, origin)


def plain(node: Node) -> Any:
    """The tree without its marks."""
    if isinstance(node, dict):
        return {key: plain(one) for key, one in node.items()}
    return [one.value for one in node] if isinstance(node, tuple) else node.value


def origins_of(node: Node, path: str = "") -> Iterator[tuple[str, Origin]]:
    """Each value's path, as faults name it, with its origin."""
    if isinstance(node, dict):
        for key, one in node.items():
            yield from origins_of(one, f"{path}.{key}".lstrip("."))
    elif isinstance(node, tuple):
        yield from ((f"{path}[{place}]", one.origin) for place, one in enumerate(node))
    else:
        yield path, node.origin


def inherited(upper: Marked, lower: Marked) -> Marked:
    """The lower pack upon the upper one.

    Mappings merge by key, null takes a key out, dated values hold from their first day on and leave the earlier ones
    as they are; everything else is replaced.

    Raises:
        PolicyError: a null takes out what there is not, or dated values end before the inherited ones do.
    """
    given = {key: node for key, node in upper.items() if key not in OWN}
    return _merged(given, lower, ())


def _merged(upper: Marked, lower: Marked, way: Way) -> Marked:
    new = [key for key in lower if key not in upper]
    keys = [*new, *upper] if way and way[-1] in FIRST else [*upper, *new]
    both = {key: _joined(upper.get(key), lower.get(key), (*way, key)) for key in keys}
    return {key: node for key, node in both.items() if node is not None}


def _joined(upper: Node | None, lower: Node | None, way: Way) -> Node | None:
    if lower is None:
        return upper
    if isinstance(lower, Leaf) and lower.value is None:
        _refuse_idle(upper, lower, way)
        return None
    if isinstance(upper, dict) and isinstance(lower, dict):
        return _merged(upper, lower, way)
    if isinstance(upper, tuple) and isinstance(lower, tuple):
        return _overridden(upper, lower, way)
    if isinstance(lower, dict):
        return _merged({}, lower, way)
    return lower


def _refuse_idle(upper: Node | None, lower: Leaf, way: Way) -> None:
    if upper is None:
        message = f"{lower.origin.file}：{'.'.join(way)} 写的是空值（去掉上级的规定），但上级没有这一项。"
        raise PolicyError(message, code="nothing-inherited", advice="请核对键名；没有要去掉的，就删去这一行。")


def _overridden(upper: Figures, lower: Figures, way: Way) -> Figures:
    if not upper or not lower or not all(_first_day(one) for one in (*upper, *lower)):
        return lower or upper
    first = min(_first_day(one) for one in lower)
    _not_narrower(upper[-1], lower[-1], way)
    return (*(_ending_before(one, first) for one in upper if _first_day(one) < first), *lower)


def _not_narrower(upper: Leaf, lower: Leaf, way: Way) -> None:
    last, until = upper.value.get("until"), lower.value.get("until")
    if until is not None and (last is None or str(last) > str(until)):
        held = f"到 {last} 止" if last else "此后仍有效"
        path = ".".join(way[:-1])
        message = f"{lower.origin.file}：{path} 的值到 {until} 止，而上级 {upper.origin.file} 的值{held}。"
        advice = "请写明此后的值（要回到上级的规定，就照写上级的值），或去掉 until。"
        raise PolicyError(message, code="narrower", advice=advice)


def _ending_before(leaf: Leaf, first: str) -> Leaf:
    until = leaf.value.get("until")
    if until is not None and str(until) < first:
        return leaf
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    since = {"since": leaf.value["since"], "until": before}
    return replace(leaf, value=since | {key: one for key, one in leaf.value.items() if key not in since})


def _first_day(leaf: Leaf) -> str:
    """The day a dated value begins, or nothing where it states none that exists; the pack's model says so then."""
    since = leaf.value.get("since") if isinstance(leaf.value, dict) else None
    try:
        return date.fromisoformat(str(since)).isoformat()
    except ValueError:
        return ""

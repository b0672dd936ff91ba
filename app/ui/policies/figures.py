"""What a pack says: every dated figure with its values by day, and what holds without a date. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from review.packs.inherit import OWN, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from review.packs.pack_edits import Tree

_FIXED = frozenset({"id", "version", "inherits", "partial"})
"""What of itself a pack never changes by hand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it holds on a day.

    Attributes:
        path: keys from the top, as faults and edits name it.
        title: its own title; empty where it has none.
        held: the value in force that day with its paper, or a bare value under ``value``; empty where none is.
        values: all dated values, oldest first; empty for what holds without a date.
        origin: id of the pack the value was written in; empty where the office wrote it.
    """

    path: str
    title: str
    held: Mapping[str, Any]
    values: tuple[Mapping[str, Any], ...] = ()
    origin: str = ""

    @property
    def dated(self) -> bool:
        """Whether it changes by date."""
        return bool(self.values)

    def word(self, key: str) -> str:
        """A part of the value in force as text; empty where it has none."""
        return str(self.held.get(key) or "")


def figures_on(tree: Tree, day: str, origins: Mapping[str, str], shipped: Tree) -> tuple[Figure, ...]:
    """Every figure as it holds on a day (``2026-01-01``).

    ``origins`` names the pack of each value of the ``shipped`` tree; a value that differs from it is the office's.
    """
    theirs = dict(_nodes(shipped))
    return tuple(_figure(path, node, day, (origins, theirs)) for path, node in _nodes(tree))


def held_on(values: tuple[Mapping[str, Any], ...], day: str) -> int | None:
    """The place of the value in force on a day; None where none is."""
    found = [n for n, one in enumerate(values) if str(one["since"]) <= day <= str(one.get("until") or "9999")]
    return found[-1] if found else None


def _figure(path: str, node: Any, day: str, known: tuple[Mapping[str, str], Mapping[str, Any]]) -> Figure:
    origins, theirs = known
    if not _dated(node):
        own = theirs.get(path) != node
        return Figure(path, "", {"value": node}, (), "" if own else _origin(origins, path))
    values = tuple(sorted(node["values"], key=lambda one: str(one["since"])))
    place = held_on(values, day)
    held = {} if place is None else values[place]
    return Figure(path, str(node.get("title", "")), held, values, _written(held, path, known))


def _written(held: Mapping[str, Any], path: str, known: tuple[Mapping[str, str], Mapping[str, Any]]) -> str:
    origins, theirs = known
    shipped = theirs.get(path)
    values = shipped["values"] if shipped is not None and _dated(shipped) else []
    same = [n for n, one in enumerate(values) if _undated(one) == _undated(held)]
    return _origin(origins, f"{path}.values[{same[0]}]") if same else ""


def _origin(origins: Mapping[str, str], path: str) -> str:
    """The pack of a path, or of whatever lies below it."""
    found = origins.get(path)
    return found or next((pack for one, pack in origins.items() if one.startswith(path)), "")


def _undated(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in value.items() if key != "until"}


def _nodes(tree: Tree) -> Iterator[tuple[str, Any]]:
    for key, node in tree.items():
        if key not in OWN:
            yield from _below(node, key)
    yield from ((key, tree[key]) for key in OWN if key in tree and key not in _FIXED)


def _below(node: Any, path: str) -> Iterator[tuple[str, Any]]:
    key = path.rsplit(".", 1)[-1]
    if isinstance(node, dict) and not _dated(node) and key not in WHOLE:
        for step, one in node.items():
            if step != "title":
                yield from _below(one, f"{path}.{step}")
    else:
        yield path, node


def _dated(node: Any) -> bool:
    return isinstance(node, dict) and isinstance(node.get("values"), list) and bool(node["values"])

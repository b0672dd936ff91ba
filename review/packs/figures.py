"""A pack's dated figures one by one, as the editor and the command line list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

Tree = dict[str, Any]


def figures(tree: Tree, within: str = "", on: date | None = None) -> list[Tree]:
    """Each dated value of a sound tree: ``path``, ``place`` (of this value), ``title``, and all it says itself.

    ``within`` keeps the part of the pack at or below that path, ``on`` the values that settle care of that day.
    """
    found = _below(tree, "")
    return [
        row
        for path, title, values in found
        if not within or path == within or path.startswith(f"{within}.")
        for row in _told(path, title, values, on)
    ]


def _below(node: Any, path: str) -> Iterator[tuple[str, str, Sequence[Tree]]]:
    if isinstance(node, dict) and isinstance(node.get("values"), list):
        yield path, str(node.get("title", path)), node["values"]
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from _below(part, f"{path}.{key}".lstrip("."))


def _told(path: str, title: str, values: Sequence[Tree], on: date | None) -> Iterator[Tree]:
    begun = [number for number, one in enumerate(values) if on is None or str(one["since"]) <= on.isoformat()]
    chosen = begun if on is None else (begun or [0])[-1:]
    for number in chosen:
        yield {"path": path, "place": f"{path}.values[{number}]", "title": title, "until": "", **values[number]}

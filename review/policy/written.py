"""Faults in the words of a pack's file: the key as somebody wrote it, shorthands included, not as the model has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.validation import complaint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import ValidationError

Place = tuple[str | int, ...]

_SPLIT = ("primary", "secondary", "tertiary", "same_city", "same_province", "other_province")
_BY_FILING = ("none", "long_term", "referral", "emergency")


def complaints(error: ValidationError, tree: object) -> Iterator[tuple[Place, str, str]]:
    """Each fault of a tree: its place as written, the kind of the fault, and what is wrong (Chinese)."""
    for one in error.errors(include_url=False):
        empty_for_faults = one["type"] == "too_short" and bool(one["input"])
        if not empty_for_faults:
            yield as_written(tree, one["loc"]), one["type"], complaint(one)


def spelled(place: Place) -> str:
    """``basic.inpatient.resident.ratio.values[0]``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")


def as_written(tree: Any, place: Place) -> Place:
    """The place in the tree that the model means: as deep as the tree goes, and one missing or unknown key more."""
    if not place or not isinstance(tree, dict | list):
        return ()
    step, *rest = place
    if step == "rows" and not (isinstance(tree, dict) and "rows" in tree):
        return _in_table(tree, tuple(rest))
    if isinstance(step, str) and isinstance(tree, list):
        return as_written(tree, tuple(rest))
    return (step, *as_written(_under(tree, step), tuple(rest)))


def _in_table(tree: Any, place: Place) -> Place:
    """Inside a table: the number of the row is a place of a list, or stands for words such as a level."""
    if not place or (isinstance(tree, list) and any(isinstance(one, dict) and "value" in one for one in tree)):
        return as_written(tree, place)
    number, *rest = place
    ways = list(_ways(tree)) if isinstance(tree, dict) else []
    words = ways[number] if isinstance(number, int) and number < len(ways) else ()
    for word in words:
        tree = tree[word]
    return (*words, *as_written(tree, tuple(rest[1:])))


def _ways(tree: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for word in (one for one in _SPLIT if one in tree):
        inner = tree[word]
        filed = isinstance(inner, dict) and bool(inner) and set(inner) <= set(_BY_FILING)
        yield from ((word, one) for one in _BY_FILING if one in inner) if filed else ((word,),)


def _under(tree: Any, step: str | int) -> Any:
    if isinstance(tree, dict):
        return tree.get(str(step))
    return tree[step] if isinstance(step, int) and step < len(tree) else None

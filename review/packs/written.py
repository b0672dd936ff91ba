"""Faults in the words of a pack's file: the key as somebody wrote it, shorthands included, not as the model has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from review.validation import complaint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import ValidationError

Place = tuple[str | int, ...]

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ABOUT = re.compile(r"(?P<keys>[a-z][\w.\[\]]*(、[a-z][\w.\[\]]*)*) (?P<said>.+)", re.DOTALL)
"""Complaints about a pack as a whole begin with the keys they are about."""

_SPLIT = ("primary", "secondary", "tertiary", "same_city", "same_province", "other_province")
_BY_FILING = ("none", "long_term", "referral", "emergency")


def complaints(error: ValidationError, tree: object) -> Iterator[tuple[Place, str, str]]:
    """Each fault of a tree: its place as written, its kind (``whole``: of the pack as a whole), what is wrong."""
    for one in error.errors(include_url=False):
        told, empty_for_faults = complaint(one), one["type"] == "too_short" and bool(one["input"])
        about = _ABOUT.match(told) if not one["loc"] else None
        if about:
            yield from ((place_of(path), "whole", about["said"]) for path in about["keys"].split("、"))
        elif not empty_for_faults:
            yield as_written(tree, one["loc"]), one["type"], told


def place_of(path: str) -> Place:
    """The place a path spells, the reverse of ``spelled``."""
    steps = _STEP.finditer(path)
    return tuple(int(step[2]) if step[2] else step[1] for step in steps)


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

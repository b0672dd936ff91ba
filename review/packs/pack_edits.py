"""Editing a pack's tree by path: a new figure from a day on, the end of one, or a whole part. Nothing is checked here.

A path names keys from the top, ``basic.inpatient.resident.ratio`` or ``medical_aid.rows[0].terms``, as the faults of a
pack do. The tree given is left as it is. Whoever keeps the result makes a pack of it first, whole or not at all.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from review.errors import InputError, NotFoundError

Tree = dict[str, Any]
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """On which paper a figure rests: document, clause, source with its tag of trust, and how far it is trusted."""

    document: str
    clause: str
    source: str
    status: str = "unconfirmed"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """In place of a part: there is none."""


REMOVED = Removed()


def plain_tree(tree: Tree) -> Tree:
    """The tree in JSON's own values, days as text. Raises InputError where something in it has no place in a pack."""
    try:
        plain: Tree = json.loads(json.dumps(tree, default=_day_text, allow_nan=False))
    except (TypeError, ValueError) as error:
        message = f"政策包里不能放这样的值，未作任何改动：{error}"
        raise InputError(message, code="bad-value", advice="金额和比例写成文字，日期如 2025-03-01。") from error
    return plain


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def part_at(tree: Tree, path: str) -> Any:
    """What stands at a path. Raises NotFoundError."""
    found: Any = tree
    for step in _steps(path):
        found = _under(found, step, path)
    return found


def edit_value(tree: Tree, path: str, since: date, value: Any, provenance: Provenance) -> Tree:
    """The tree with a figure that holds from ``since`` until the next known change.

    The figure before ends the day before; a figure that begins on that very day is replaced. ``value`` is as in a
    pack's file: amounts and ratios as text.

    Raises:
        NotFoundError: nothing dated stands at the path.
    """
    new = {"since": since.isoformat(), "value": deepcopy(value), **_told(provenance)}
    edited = deepcopy(tree)
    series = _series(edited, path)
    kept = [one for one in series["values"] if one["since"] != new["since"]]
    last = _last_day(series["values"])
    ended = last is not None and last < new["since"]
    series["values"] = _seamless([*kept, new], None if ended else last)
    return edited


def drop_value(tree: Tree, path: str, since: date) -> Tree:
    """The tree without the figure that begins on that day; the one before holds on in its place.

    Raises:
        NotFoundError: no figure at the path begins on that day. InputError: it is the only one.
    """
    edited = deepcopy(tree)
    series = _series(edited, path)
    kept = [one for one in series["values"] if one["since"] != since.isoformat()]
    if len(kept) == len(series["values"]):
        raise NotFoundError(f"“{path}”没有自 {since} 起的数值，未作任何改动。", code="no-value")
    if not kept:
        raise InputError(f"“{path}”只有这一个数值，不能删除，未作任何改动。", code="only-value")
    series["values"] = _seamless([_ending(one, None) for one in kept], _last_day(series["values"]))
    return edited


def edit_part(tree: Tree, path: str, part: Any) -> Tree:
    """The tree with something else at a path, such as a row, a layer or the pack's title; REMOVED takes it out.

    A key that is not there yet is added; of a list the place after the last may be filled.

    Raises:
        NotFoundError: there is nothing the path's last step could stand in.
    """
    edited = deepcopy(tree)
    *upper, last = _steps(path)
    owner: Any = edited
    for step in upper:
        owner = _under(owner, step, path)
    _put(owner, last, part, path)
    return edited


def _put(owner: Any, step: str | int, part: Any, path: str) -> None:
    if part is REMOVED:
        _under(owner, step, path)
        del owner[step]
    elif isinstance(owner, list) and step == len(owner):
        owner.append(deepcopy(part))
    elif isinstance(owner, dict) and isinstance(step, str):
        owner[step] = deepcopy(part)
    else:
        _under(owner, step, path)
        owner[step] = deepcopy(part)


def _steps(path: str) -> list[str | int]:
    found = list(_STEP.finditer(path))
    if not found or "".join(f".{m[1]}" if m[1] else m[0] for m in found).lstrip(".") != path:
        raise _missing(path)
    return [int(step[2]) if step[2] else step[1] for step in found]


def _under(owner: Any, step: str | int, path: str) -> Any:
    fits = isinstance(owner, list) if isinstance(step, int) else isinstance(owner, dict)
    try:
        if fits:
            return owner[step]
    except (KeyError, IndexError):
        pass
    raise _missing(path)


def _missing(path: str) -> NotFoundError:
    message = f"政策包里没有“{path}”，未作任何改动。"
    return NotFoundError(message, code="no-part", advice="请刷新后再试，或核对参数的路径。")


def _series(tree: Tree, path: str) -> Tree:
    series = part_at(tree, path)
    if not isinstance(series, dict) or not isinstance(series.get("values"), list):
        message = f"“{path}”不是带日期的参数，不能按日期修改，未作任何改动。"
        raise NotFoundError(message, code="not-dated", advice="请选择具体的参数。")
    return series


def _told(provenance: Provenance) -> dict[str, str]:
    told = {name: getattr(provenance, name) for name in ("document", "clause", "source", "status")}
    return {**told, "note": provenance.note} if provenance.note else told


def _last_day(values: list[Tree]) -> str | None:
    """The last day of a series, None where it has none."""
    latest = max(values, key=lambda one: str(one["since"]))
    until: str | None = latest.get("until")
    return until


def _seamless(values: list[Tree], last: str | None) -> list[Tree]:
    """The values in order of their days, each ending at the latest the day before the next begins."""
    ordered = sorted(values, key=lambda one: str(one["since"]))
    ends = [min(_before(new["since"]), one.get("until") or _before(new["since"])) for one, new in pairwise(ordered)]
    return [_ending(one, until) for one, until in zip(ordered, [*ends, last], strict=True)]


def _ending(value: Tree, until: str | None) -> Tree:
    without = {key: part for key, part in value.items() if key != "until"}
    return without if until is None else {"since": value["since"], "until": until, **without}


def _before(since: str) -> str:
    return (date.fromisoformat(since) - _DAY).isoformat()


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """A figure from a day on: where, since when, what (as in a pack's file), and on which paper it rests."""

    path: str
    since: date
    value: Any
    provenance: Provenance

    def on(self, tree: Tree) -> Tree:
        """The tree with the figure. Raises NotFoundError."""
        return edit_value(tree, self.path, self.since, self.value, self.provenance)


@dataclass(frozen=True, slots=True)
class ValueDrop:
    """The figure that begins on a day goes; the one before holds on."""

    path: str
    since: date

    def on(self, tree: Tree) -> Tree:
        """The tree without the figure. Raises NotFoundError, InputError."""
        return drop_value(tree, self.path, self.since)


@dataclass(frozen=True, slots=True)
class PartEdit:
    """Something else at a path: a row, a layer, the pack's title; REMOVED takes it out."""

    path: str
    part: Any

    def on(self, tree: Tree) -> Tree:
        """The tree with the part. Raises NotFoundError."""
        return edit_part(tree, self.path, self.part)


Edit = ValueEdit | ValueDrop | PartEdit

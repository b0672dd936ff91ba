"""Lanes given to headings: columns are understood by nearness, order and what stands in them.

Headings and bodies do not always stand above each other (forms are filled by needle printers that slip), so lanes are
matched to headings in order. A heading that was printed but not read may stand for any column that no other names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.columns import UNREAD, likeness
from ocr.extraction.fits import FITS, UNLIKELY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ocr.extraction.header import Header, Heading
    from ocr.extraction.lanes import Lane

_MISFIT = 9.5
_UNLIKELIHOOD = 2.0
_SKIP = 9.0
_SKIP_LEAST, _SKIP_NOISE = 2.0, 7.0
_OFF_CENTRE, _OWN_GROUND = 0.1, 0.4
_SHARED = 12.0
_FEW_ROWS = 3
_UNSURE = 1.0
_SEVERAL = {"name": 0.6, "name_spec": 0.6, "quantity_unit": 0.0, "other": 0.0}
"""What a second lane under one heading costs, where that may be at all."""
_WEAK = {"other": 1.0, "spec": 0.3, "category": 0.3, "form": 1.5}
"""Columns that fit nearly anything cost a little, so that a column that says more is preferred."""
_LOST = (
    "date", "code", "index", "name", "spec", "unit", "quantity", "unit_price", "amount", "insurance_class",
    "self_pay_ratio", "category", "share", "other",
)  # fmt: skip
"""What an unread heading may stand for."""
_NOT_BEFORE_NAMES = frozenset({"spec", "unit", "quantity", "unit_price", "amount", "share", "insurance_class"})
_NOT_AFTER_NAMES = frozenset({"index"})
_NAMES = frozenset({"name", "name_spec"})
_ALSO = {"code": "index"}
"""Headings such as ``编号`` that may stand over something else as well."""
_State = tuple[float, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A lane that has been understood: which line key it holds, in which group of columns.

    ``sure`` is False where no heading said so.
    """

    key: str
    group: int
    left: float
    right: float
    sure: bool = True


def match_lanes(lanes: Sequence[Lane], header: Header, height: float, rows: int) -> tuple[Column, ...]:
    """Lanes in their order given to headings in theirs, at the least cost; lanes that fit nothing are left out."""
    headings = header.headings
    shared = [_SEVERAL.get(h.key, _SHARED) for h in headings]
    free = {heading: _free(headings, heading) for heading in headings if heading.key == UNREAD}
    lefts, rights = [h.left for h in headings], [h.right for h in headings]
    grounds = list(zip([float("-inf"), *rights], [*lefts[1:], float("inf")], strict=False))
    best: list[list[_State]] = [[(0.0, ())] * (len(headings) + 1)]
    for lane in lanes:
        costs = [
            _near(lane, heading, own) / height + _suits(lane, heading, free.get(heading, ()))
            for heading, own in zip(headings, grounds, strict=True)
        ]
        best.append(_step(best[-1], costs, shared, _skip(lane, rows)))
    _, chosen = min(best[-1])
    matched = [(lane, headings[i]) for lane, i in zip(lanes, chosen, strict=True) if i >= 0]
    return _named(matched, free)


def _free(headings: Sequence[Heading], unread: Heading) -> tuple[str, ...]:
    """The line keys that an unread heading may stand for: those its group does not name, on their usual side."""
    group = [h for h in headings if h.group == unread.group]
    taken = {h.key for h in group}
    taken |= {"quantity", "unit"} if "quantity_unit" in taken else set()
    names = [h.x for h in group if h.key in _NAMES]
    taken |= {"name"} if names else set()
    if names:
        taken |= _NOT_BEFORE_NAMES if unread.x < names[0] else _NOT_AFTER_NAMES
    return tuple(key for key in _LOST if key not in taken or key == "other")


def _named(matched: Iterable[tuple[Lane, Heading]], free: dict[Heading, tuple[str, ...]]) -> tuple[Column, ...]:
    """Columns of matched lanes; unread headings are named by what stands under them, each name given once."""
    given: set[tuple[int, str]] = set()
    columns = []
    for lane, heading in matched:
        key = heading.key
        if key == UNREAD:
            open_keys = [k for k in free[heading] if k == "other" or (heading.group, k) not in given]
            key = min(open_keys, key=lambda k: _strange(lane, k, heading.text))
            given.add((heading.group, key))
        other = _ALSO.get(key, key)
        key = min((key, other), key=lambda k: _strange(lane, k))
        columns.append(Column(key, heading.group, lane.left, lane.right, sure=heading.key != UNREAD))
    return tuple(columns)


def _skip(lane: Lane, rows: int) -> float:
    """What it costs to leave a lane out: little for a seal's few characters, much for a full column."""
    return max(_SKIP_LEAST, _SKIP * min(1.0, len(lane.pieces) / rows)) if rows > _FEW_ROWS else _SKIP_NOISE


def _step(before: Sequence[_State], costs: Sequence[float], shared: Sequence[float], skip: float) -> list[_State]:
    """One lane further. State j: headings from j on are still free; heading j - 1 may take one more lane."""
    after = [(cost + skip, (*chosen, -1)) for cost, chosen in before]
    for i, price in enumerate(costs):
        free, same = min(before[: i + 1], key=lambda state: state[0]), before[i + 1]
        reach = min(free, (same[0] + shared[i], same[1]), key=lambda state: state[0])
        candidate = (reach[0] + price, (*reach[1], i))
        after[i + 1] = min(after[i + 1], candidate, key=lambda state: state[0])
    return after


def _near(lane: Lane, heading: Heading, ground: tuple[float, float]) -> float:
    """How far a lane lies from a heading, pixels; names may lie far, on ground that no other heading borders."""
    middle = (lane.left + lane.right) / 2
    gap = max(0.0, heading.left - lane.right, lane.left - heading.right)
    away = gap + _OFF_CENTRE * abs(middle - heading.x)
    return away * _OWN_GROUND if heading.key in _NAMES and ground[0] < middle < ground[1] else away


def _suits(lane: Lane, heading: Heading, free: Sequence[str]) -> float:
    if heading.key == UNREAD:
        return _UNSURE + min(_strange(lane, key, heading.text) for key in free)
    return min(_strange(lane, heading.key), _strange(lane, _ALSO.get(heading.key, heading.key)))


def _strange(lane: Lane, key: str, text: str = "") -> float:
    """How badly what stands in a lane, and what was read of its heading, suit a line key."""
    fits = FITS[key]
    wrong = _share(lane, lambda t: not fits(t))
    odd = _share(lane, UNLIKELY.get(key, lambda _: False))
    unlike = 1.0 - likeness(text, key) if text else 0.0
    return _MISFIT * wrong + _UNLIKELIHOOD * odd + _WEAK.get(key, 0.0) + unlike


def _share(lane: Lane, test: Callable[[str], bool]) -> float:
    return sum(test(p.text) for p in lane.pieces) / max(1, len(lane.pieces))

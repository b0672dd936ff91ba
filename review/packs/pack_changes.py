"""What differs between two packs, or two versions of one: day by day for dated figures, once for everything else."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from review.packs.inherit import OWN, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Tree = dict[str, Any]
Span = tuple[date | None, date | None]
"""First and last day, both inclusive; None where there is no end."""

_DAY = timedelta(days=1)
_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs.

    Attributes:
        path: keys from the top, ``basic.inpatient.resident.ratio``; ``title`` is the figure's own.
        since: first day the difference is for, ``until`` the last; empty where it is not dated, or has no end.
        before: the value as a pack writes it (text, or plain mappings and lists), None where there is none; ``after``
            the other pack's.
        figure: whether settlements can differ; else only titles, or the papers a value rests on.
        earliest: whether nothing is older, so that the difference holds for days before ``since`` too.
        document, clause, source: on what the new value rests; the old one where there is no new one.
    """

    path: str
    before: Any
    after: Any
    figure: bool
    title: str = ""
    since: str = ""
    until: str = ""
    earliest: bool = True
    document: str = ""
    clause: str = ""
    source: str = ""

    def plain(self) -> dict[str, Any]:
        """JSON-ready."""
        return asdict(self)

    @property
    def days(self) -> tuple[str, str]:
        """First and last day of care the difference can be felt on, as text that sorts."""
        return _FIRST if self.earliest else self.since, self.until or _LAST


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """All differences between two whole trees, in the order of the new one; what a pack says of itself is left out."""
    old, new = dict(_parts(before)), dict(_parts(after))
    return tuple(change for path in {**new, **old} for change in _between(path, old.get(path), new.get(path)))


def changed_spans(found: Iterable[Change]) -> tuple[Span, ...]:
    """The days of care whose figures differ, in order, joined where they touch."""
    joined: list[tuple[str, str]] = []
    for since, until in sorted(one.days for one in found if one.figure):
        if joined and since <= _after(joined[-1][1]):
            joined[-1] = joined[-1][0], max(joined[-1][1], until)
        else:
            joined.append((since, until))
    return tuple(
        (None if since == _FIRST else _day(since), None if until == _LAST else _day(until)) for since, until in joined
    )


def shown(value: Any) -> str:
    """A value of a pack in one line: text as it is, mappings and lists as YAML writes them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {shown(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return {None: "", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class _Figures:
    title: str
    values: tuple[Tree, ...]

    def on(self, day: str) -> Tree:
        """The value in force that day, its own days left out; before the first, the first (as settlements do)."""
        used = next((one for one in reversed(self.values) if str(one["since"]) <= day), self.values[0])
        return {key: one for key, one in used.items() if key not in {"since", "until"}}


def _parts(tree: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, node in tree.items():
        if key not in OWN:
            yield from _below(node, key)


def _below(node: Any, path: str) -> Iterator[tuple[str, Any]]:
    if _is_dated(node):
        in_order = sorted(node["values"], key=lambda one: str(one["since"]))
        yield path, _Figures(str(node.get("title", "")), tuple(in_order))
    elif isinstance(node, dict) and node and path.rsplit(".", 1)[-1] not in WHOLE:
        for key, one in node.items():
            yield from _below(one, f"{path}.{key}")
    else:
        yield path, node


def _is_dated(node: Any) -> bool:
    """Whether a node is a series whose values can be told apart by day; a draft's may not be yet."""
    values = node.get("values") if isinstance(node, dict) else None
    return bool(values) and isinstance(values, list) and all(_has_day(one) for one in values)


def _has_day(value: Any) -> bool:
    try:
        return "value" in value and bool(date.fromisoformat(str(value["since"])))
    except (KeyError, TypeError, ValueError):
        return False


def _between(path: str, old: Any, new: Any) -> Iterator[Change]:
    figures = [one for one in (new, old) if isinstance(one, _Figures)]
    if not figures:
        if old != new:
            yield Change(path=path, before=old, after=new, figure=not path.endswith(".title"))
        return
    starts = sorted({str(one["since"]) for one in (*figures[0].values, *figures[-1].values)})
    for (was, now), days in groupby(starts, key=lambda day: (_in_force(old, day), _in_force(new, day))):
        first, *_, last = [*days] * 2
        following = next((day for day in starts if day > last), "")
        if was != now:
            told = _told(was, now)
            until = _before(following) if following else ""
            yield Change(
                path=path, title=figures[0].title, since=first, until=until, earliest=first == starts[0], **told
            )


def _in_force(figures: Any, day: str) -> Tree | None:
    return figures.on(day) if isinstance(figures, _Figures) else None


def _told(was: Tree | None, now: Tree | None) -> Tree:
    before, after = (one["value"] if one else None for one in (was, now))
    papers = {name: str((now or was or {}).get(name, "")) for name in ("document", "clause", "source")}
    return {"before": before, "after": after, "figure": before != after, **papers}


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _before(day: str) -> str:
    return (_day(day) - _DAY).isoformat()


def _after(day: str) -> str:
    return day if day == _LAST else (_day(day) + _DAY).isoformat()

"""Papers of a pile gathered from their pages: a statement's sheets and a card's two sides belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.dates import parse_day
from ocr.extraction.id_card import Side
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.views import View

SEVERAL_PAGES = frozenset({Kind.EXPENSE_STATEMENT, Kind.DISCHARGE_RECORD})
_UNNUMBERED = 1000


def group_views(views: Sequence[View]) -> tuple[tuple[View, ...], ...]:
    """Papers in the order of their first page.

    Pages of each go by their printed numbers, by the numbers of their rows, with the sum last, else as they came.
    Pages that say whose they are come first; those that do not join the paper that lacks them.
    """
    groups: list[list[View]] = []
    for view in sorted(views, key=lambda v: (_joins(v), v.index)):
        home = _home(view, groups)
        if home is None:
            groups.append([view])
        else:
            home.append(view)
    ordered = (tuple(sorted(group, key=_place)) for group in groups)
    return tuple(sorted(ordered, key=lambda group: min(v.index for v in group)))


def _joins(view: View) -> bool:
    """Whether a page is to be placed after those that name a person or stand alone."""
    return view.anonymous and (view.kind in SEVERAL_PAGES or _stray(view))


def _stray(view: View) -> bool:
    """Whether a page of no kind carries a page number, as the last page of a statement may."""
    return view.kind is Kind.OTHER and view.number > 1


def _place(view: View) -> tuple[int, int, bool, int]:
    return view.number or _UNNUMBERED, view.row, view.closes, view.index


def _home(view: View, groups: Sequence[list[View]]) -> list[View] | None:
    """The paper a page belongs to: for a card the scan it lies on first; for a lost page the paper before it."""
    fits = [group for group in groups if _belongs(view, group)]
    if view.side is not Side.WHOLE:
        return min(fits, key=lambda group: group[0].index != view.index, default=None)
    if _joins(view):
        return min(fits, key=lambda group: _distance(view, group), default=None)
    return fits[0] if fits else None


def _distance(view: View, group: Sequence[View]) -> tuple[bool, int]:
    """Papers that come before a page are nearer than those after it."""
    steps = [view.index - other.index for other in group]
    before = [step for step in steps if step > 0]
    return (False, min(before)) if before else (True, -max(steps))


def _belongs(view: View, group: Sequence[View]) -> bool:
    first = group[0]
    if view.side is not Side.WHOLE:
        return first.kind is Kind.ID_CARD and len(group) == 1 and {view.side, first.side} == {Side.FRONT, Side.BACK}
    if first.kind not in SEVERAL_PAGES or (view.kind is not first.kind and not _stray(view)):
        return False
    return _numbers_fit(view, group) and any(_same_person(view, other) for other in group)


def _numbers_fit(view: View, group: Sequence[View]) -> bool:
    """Whether the printed page numbers allow a page to be of a paper: one count, no number twice, room left."""
    counts = {v.of for v in (*group, view) if v.of}
    if len(counts) > 1 or 1 in counts or (view.number and view.number in {v.number for v in group}):
        return False
    if counts and len(group) >= max(counts):
        return False
    return bool(counts) or view.number != 1 or group[0].number > 1


def _same_person(one: View, other: View) -> bool:
    if one.anonymous or other.anonymous:
        return True
    if _other_stay(one, other):
        return False
    if one.hospital_number and other.hospital_number:
        return one.hospital_number == other.hospital_number or (_same_name(one, other) and one.of > 0)
    return _same_name(one, other) or not (one.patient and other.patient)


def _other_stay(one: View, other: View) -> bool:
    """Whether two pages tell of different admissions; page numbers that count the same may overrule a misread day."""
    first, second = parse_day(one.admitted), parse_day(other.admitted)
    numbered = one.of > 0 and one.of == other.of and one.hospital_number == other.hospital_number
    return bool(first and second and first != second and not numbered)


def _same_name(one: View, other: View) -> bool:
    return bool(one.patient) and one.patient == other.patient


def page_gaps(group: Sequence[View]) -> tuple[str, ...]:
    """What the printed page numbers say is missing (Chinese)."""
    numbers, of = {v.number for v in group if v.number}, max((v.of for v in group), default=0)
    if not numbers:
        return ()
    missing = [str(n) for n in range(1, max(of, *numbers) + 1) if n not in numbers]
    return (f"印有共{max(of, *numbers)}页，缺第{'、'.join(missing)}页",) if missing and len(group) < of else ()

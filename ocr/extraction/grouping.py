"""Pages gathered into papers: a statement's sheets belong together, a receipt stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.views import View

_SEVERAL_PAGES = frozenset({Kind.EXPENSE_STATEMENT, Kind.DISCHARGE_RECORD})


def group_views(views: Sequence[View]) -> tuple[tuple[View, ...], ...]:
    """Papers in the order of their first page; pages of each by their printed numbers, else as they came."""
    groups: list[list[View]] = []
    for view in views:
        home = next((g for g in groups if _belongs(view, g)), None)
        if home is None:
            groups.append([view])
        else:
            home.append(view)
    return tuple(tuple(sorted(g, key=lambda v: (v.number or v.index + 1000, v.index))) for g in groups)


def _belongs(view: View, group: Sequence[View]) -> bool:
    first = group[0]
    if view.judgement.kind is not first.judgement.kind or view.judgement.kind not in _SEVERAL_PAGES:
        return False
    counts = {v.of for v in (*group, view) if v.of}
    if len(counts) > 1 or 1 in counts or (view.number and view.number in {v.number for v in group}):
        return False
    return _same_person(view, first) and (bool(counts) or view.number != 1)


def _same_person(one: View, other: View) -> bool:
    if one.hospital_number and other.hospital_number:
        return one.hospital_number == other.hospital_number or (_same_name(one, other) and one.of > 0)
    return _same_name(one, other) or not (one.patient or one.hospital_number)


def _same_name(one: View, other: View) -> bool:
    return bool(one.patient) and one.patient == other.patient


def page_gaps(group: Sequence[View]) -> tuple[str, ...]:
    """What the printed page numbers say is missing (Chinese)."""
    numbers, of = {v.number for v in group if v.number}, max((v.of for v in group), default=0)
    if not numbers:
        return ()
    missing = [str(n) for n in range(1, max(of, *numbers) + 1) if n not in numbers]
    return (f"印有共{max(of, *numbers)}页，缺第{'、'.join(missing)}页",) if missing and len(group) < of else ()

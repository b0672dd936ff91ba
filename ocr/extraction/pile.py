"""What a pile of papers says as a whole: papers of another person in it, two claims or two stays mixed.

A pile of many people is a folder of many claims, of which nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.reading import Document

_NAMES = ("patient", "payer", "name", "holder")
_MOST_PEOPLE = 3
_MASKS = "*某"
_LATIN_END = "\u4e00"
_STAYS = frozenset({Kind.INPATIENT_RECEIPT, Kind.EXPENSE_STATEMENT, Kind.DISCHARGE_RECORD})


def check_pile(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, those that do not belong to the others with a reason."""
    people = _alike(documents, _name_of, _same_name)
    if len(people) > _MOST_PEOPLE:
        return tuple(documents)
    stays = _alike([d for d in documents if d.kind in _STAYS], _stay_of, str.__eq__) if len(people) == 1 else {}
    reasons = {**_reasons(stays, _other_stay, _two_stays), **_reasons(people, _other_person, _two_people)}
    return tuple(replace(d, review=(*d.review, reasons[id(d)])) if id(d) in reasons else d for d in documents)


def _alike(
    documents: Sequence[Document], value_of: Callable[[Document], str], same: Callable[[str, str], bool]
) -> dict[str, list[Document]]:
    """Documents by what they say, in the first wording met; those that say nothing are left out."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if value := value_of(document):
            found[next((known for known in found if same(known, value)), value)].append(document)
    return dict(found)


def _name_of(document: Document) -> str:
    for key in _NAMES:
        cell = document.fields.get(key)
        if cell and isinstance(cell.value, str) and cell.value >= _LATIN_END:
            return cell.value
    return ""


def _stay_of(document: Document) -> str:
    cell = document.fields.get("admission_date")
    return cell.value if cell and isinstance(cell.value, str) and not cell.review else ""


def _same_name(one: str, other: str) -> bool:
    """Whether two names may be the same person's; masked characters stand for any."""
    return len(one) == len(other) and all(a == b or a in _MASKS or b in _MASKS for a, b in zip(one, other, strict=True))


def _reasons(
    found: dict[str, list[Document]], other: Callable[[str, str], str], mixed: Callable[[Sequence[str]], str]
) -> dict[int, str]:
    """A reason for each document of the fewer, or for all where neither are the more."""
    if len(found) < 2:  # noqa: PLR2004 - it takes two to differ
        return {}
    counts = sorted((len(documents) for documents in found.values()), reverse=True)
    if counts[0] == counts[1]:
        return {id(d): mixed(tuple(found)) for documents in found.values() for d in documents}
    main = max(found, key=lambda value: len(found[value]))
    return {id(d): other(value, main) for value, documents in found.items() if value != main for d in documents}


def _other_person(name: str, main: str) -> str:
    return f"材料上的姓名是“{name}”，与本堆多数材料的“{main}”不同，可能读错或混入他人材料，请核对"


def _two_people(names: Sequence[str]) -> str:
    return f"本堆材料分属“{'”“'.join(names)}”，可能混入另一报销单的材料，请核对"


def _other_stay(day: str, main: str) -> str:
    return f"入院日期{day}与本堆多数材料的{main}不同，可能混有另一次住院的材料，请核对"


def _two_stays(days: Sequence[str]) -> str:
    return f"本堆材料的入院日期有{'、'.join(days)}，可能混有两次住院的材料，请核对"

"""What several papers of one person say alike: two readings of one fact, found in different places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.doubts import BY_MEASURE
from ocr.extraction.evidence import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.reading import Cell, Document

_SHARED = ("hospital_number", "outpatient_number", "admission_date", "discharge_date", "visit_date", "total_amount")
_NAMES = ("patient", "payer", "name", "holder")
AGREED = "与同一人的另一份材料一致"


def confirm_across(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents; what nothing proved and another paper of the same person bears out is proven, and asks no more.

    Values that ask for another reason than their measure go on asking.
    """
    return tuple(_confirmed(document, [d for d in documents if fellow(document, d)]) for document in documents)


def fellow(one: Document, other: Document) -> bool:
    """Whether both are different papers, on other pages, of one person."""
    apart = not {page.file for page in one.pages} & {page.file for page in other.pages}
    return apart and bool(_person(one)) and _person(one) == _person(other)


def _person(document: Document) -> str:
    cells = (document.fields.get(key) for key in _NAMES)
    return next((str(cell.value) for cell in cells if cell and cell.value), "")


def _confirmed(document: Document, fellows: Sequence[Document]) -> Document:
    fields = {key: cell for key, cell in document.fields.items() if key in _SHARED and is_open(cell)}
    agreed = {
        key: replace(cell, review=None, proof=AGREED)
        for key, cell in fields.items()
        if any(_says(fellow.fields.get(key), cell) for fellow in fellows)
    }
    return replace(document, fields={**document.fields, **agreed}) if agreed else document


def is_open(cell: Cell) -> bool:
    """Whether nothing proves a value, and it asks for nothing but its measure."""
    return bool(cell.value) and not cell.proof and (cell.review is None or cell.review.startswith(BY_MEASURE))


def _says(other: Cell | None, cell: Cell) -> bool:
    read = other is not None and bool(other.text) and not other.contradicted
    return read and other is not None and same(str(other.value), str(cell.value))

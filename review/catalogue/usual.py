"""Which of its forms a drug is usually sold in at a printed strength: 吲达帕胺 1.5mg is its sustained-release form."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.index import names_of
from review.catalogue.names import normalise
from review.catalogue.shelf import is_whole
from review.catalogue.strengths import amounts
from review.catalogue.wording import parted
from review.catalogue.words import CATALOGUES, folded, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.catalogue.entry import Entry

Strengths = tuple[frozenset[str], ...]
WHOLLY, PARTLY, NOT, UNTOLD = 2, 1, 0, -1
"""The printed strength is one the form is sold with, a part or more of one, or none; or nothing is known that tells."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The strengths of strengths.toml: by a drug's folded name, and its form, what that form is sold with."""

    sold: Mapping[str, Mapping[str, Strengths]]
    solid: frozenset[str]


@cache
def usual() -> Usual:
    """The shipped strengths; read once."""
    read = tomllib.loads((CATALOGUES / "strengths.toml").read_text(encoding="utf-8"))
    drugs = read["strengths"].items()
    return Usual(
        {
            folded(normalise(drug)): {form: tuple(map(amounts, listed)) for form, listed in forms.items()}
            for drug, forms in drugs
        },
        frozenset(read["solid"]),
    )


def sold(entry: Entry, printed: frozenset[str]) -> int:
    """Whether a drug is usually sold with the printed amounts in the entry's form.

    WHOLLY, PARTLY or NOT; UNTOLD where none of its forms is known to be sold so: then nothing is said for any.
    """
    if not printed:
        return UNTOLD
    names, forms = _called(entry)
    known = [(form, listed) for name in names for form, listed in usual().sold.get(name, {}).items()]
    levels = [(_fits(form in usual().solid, listed, printed), _is_one(form, forms)) for form, listed in known]
    if max((level for level, _ in levels), default=NOT) == NOT:
        return UNTOLD
    return max((level for level, own in levels if own), default=NOT)


def _fits(solid: bool, listed: Strengths, printed: frozenset[str]) -> int:  # noqa: FBT001 - one fact of three
    if printed in listed:
        return WHOLLY
    part = any(printed < one or (one < printed and not solid) for one in listed)
    return PARTLY if part else NOT


def _called(entry: Entry) -> tuple[tuple[str, ...], frozenset[str]]:
    """Folded names of a drug, and its forms."""
    if not is_whole(entry):
        return tuple(map(folded, names_of(entry))), frozenset({entry.dosage_form})
    own = parted(normalise(entry.name))
    return own.stems, frozenset(form for one in own.formed for form in one.forms)


def _is_one(form: str, forms: frozenset[str]) -> bool:
    return form in forms or bool(words().merged.get(form, frozenset()) & forms)

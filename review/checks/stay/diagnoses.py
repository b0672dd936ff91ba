"""Names of illnesses compared: whether two may well be one illness."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from review.checks.stay.terms import stay_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASIDE = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]|[A-Z]\d{2}(?:\.[0-9A-Zx+]+)?|[^\w]|[ⅠⅡⅢⅣIVX\d]+[级期型度]")
_TELLING = 2


def related(one: str, other: str) -> bool:
    """Whether two diagnoses name the same illness, but for how it stands or where it sits."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if len(short) < _TELLING:
        return False
    return short in long or fuzz.ratio(short, long) >= stay_terms().alike


def planned(diagnoses: Iterable[str]) -> bool:
    """Whether the illness is treated in courses, so that a stay soon after a stay is expected."""
    return any(word in diagnosis for diagnosis in diagnoses for word in stay_terms().planned)


def _bare(diagnosis: str) -> str:
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", diagnosis))
    for word in stay_terms().qualifiers:
        plain = plain.replace(word, "")
    return plain

"""What a printed line says, taken apart once: its barest name, stems, forms, what tells articles apart, and hints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.forms import Formed, taken_apart
from review.catalogue.hints import hinted_forms
from review.catalogue.names import brackets, loose_readings, readings
from review.catalogue.radicals import bases
from review.catalogue.words import folded

if TYPE_CHECKING:
    from review.catalogue.entry import Printed

_MARKS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Z]+|[αβγδω]|(?:复方|小儿|复合|儿童)")
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOSE = 2
"""Readings that may be wrong, at most, for which names alike are looked for."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A normalised name: its text, and with look-alikes folded the text, the text without brackets and the stems.

    ``formed`` are its forms, ``marks`` numbers, letters and words that tell articles apart, ``brackets`` what is in them.
    """

    text: str
    fold: str
    bare: str
    stems: tuple[str, ...]
    formed: tuple[Formed, ...]
    marks: frozenset[str]
    brackets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A printed line for weighing: readings of its name, likeliest first, and forms its specification hints at."""

    parted: tuple[Parted, ...]
    hinted: tuple[Formed, ...]
    unit: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts to look for: the name, its barest stem, and other readings."""
        first = self.parted[0]
        shortest = min(first.stems, key=len, default=first.fold)
        return tuple(dict.fromkeys((first.fold, shortest, *(other.fold for other in self.parted[1:]))))


def worded(printed: Printed) -> Wording:
    """The line taken apart."""
    found = tuple(readings(printed.name))
    undressed = next((reading.text for reading in reversed(found) if not reading.trusted), found[0].text)
    loose = [text for text, _ in loose_readings(printed.name)][:_LOOSE]
    texts = dict.fromkeys((found[-1].text, undressed, *loose))
    return Wording(tuple(parted(text) for text in texts if text), hinted_forms(printed), printed.unit.strip())


@lru_cache(50_000)
def parted(text: str) -> Parted:
    """A normalised name taken apart."""
    formed = taken_apart(text)
    stems = [one.stem for one in formed] or [text]
    with_bases = (*stems, *(base for stem in stems for base, _ in bases(stem)))
    return Parted(
        text=text,
        fold=folded(text),
        bare=folded(_BRACKETS.sub("", text)),
        stems=tuple(dict.fromkeys(map(folded, with_bases))),
        formed=formed,
        marks=frozenset(_MARKS.findall(text)),
        brackets=frozenset(brackets(text)),
    )

"""What a printed line says, taken apart once: its barest name, stems, forms, what tells articles apart, and hints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.forms import Formed, taken_apart
from review.catalogue.hints import hinted_forms
from review.catalogue.names import LEFT_OUT, brackets, loose_readings, normalise, readings
from review.catalogue.radicals import bases
from review.catalogue.strengths import amounts
from review.catalogue.words import folded

if TYPE_CHECKING:
    from review.catalogue.entry import Printed

_MARKS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Z]+|[αβγδω]|(?:复方|小儿|复合|儿童)")
_DOSE = re.compile(r"\d(?:MG|G|ML|UG|IU|万?单位)")
_BRACKETS = re.compile(r"\([^()]*\)")
_PLAIN = str.maketrans("", "", "()")
SERUM = "血清"
"""The specimen a test is made on where its name does not say one."""
_STEMMED = 2
"""Readings of which the stem is looked for beside the whole."""
_LOOSE = 2
"""Readings that may be wrong, at most, for which names alike are looked for."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A normalised name taken apart. ``fold``, ``bare``, ``stems`` and ``letters`` have look-alikes folded.

    ``bare`` is the text without brackets, ``letters`` all characters in order without brackets and specimen; ``formed``
    are its forms, ``marks`` numbers, letters and words that tell articles apart.
    """

    text: str
    fold: str
    bare: str
    stems: tuple[str, ...]
    formed: tuple[Formed, ...]
    letters: str
    marks: frozenset[str]
    brackets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A printed line for weighing: readings of its name, likeliest first, and forms its specification hints at.

    ``whole`` are the readings that leave nothing in brackets out: services are told apart by it.
    """

    parted: tuple[Parted, ...]
    whole: tuple[Parted, ...]
    hinted: tuple[Formed, ...]
    unit: str
    dosed: bool
    amounts: frozenset[str]

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts to look for: the name, its barest stem, and other readings."""
        read = self.parted[:_STEMMED]
        stems = (min(one.stems, key=len, default=one.fold) for one in read)
        folds = (one.fold for one in self.parted)
        return tuple(dict.fromkeys((*(text for pair in zip(folds, stems, strict=False) for text in pair), *folds)))


def worded(printed: Printed) -> Wording:
    """The line taken apart."""
    found = tuple(readings(printed.name))
    undressed = next((reading.text for reading in reversed(found) if not reading.trusted), found[0].text)
    loose = tuple(loose_readings(printed.name))[:_LOOSE]
    others = [normalise(other) for other in printed.others[:_LOOSE]]
    whole = dict.fromkeys((undressed, *others, *(text for text, why in loose if LEFT_OUT not in why)))
    every = dict.fromkeys((found[-1].text, *whole, *(text for text, _ in loose)))
    parts = {text: parted(text) for text in every if any(map(str.isalnum, text))}
    return Wording(
        parted=tuple(parts.values()),
        whole=tuple(parts[text] for text in whole if text in parts) or tuple(parts.values()),
        hinted=hinted_forms(printed),
        unit=printed.unit.strip(),
        amounts=amounts(printed.spec),
        dosed=bool(_DOSE.search(normalise(printed.spec))),
    )


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
        letters="".join(sorted(folded(text.translate(_PLAIN).replace(SERUM, "")))),
        marks=frozenset(_MARKS.findall(text)),
        brackets=frozenset(brackets(text)),
    )

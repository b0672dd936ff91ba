"""What a printed line says, taken apart once: its barest name, stems, forms, what tells articles apart, and hints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.forms import taken_apart
from review.catalogue.hints import hinted_forms
from review.catalogue.names import brackets, loose_readings, readings
from review.catalogue.radicals import bases

if TYPE_CHECKING:
    from review.catalogue.entry import Printed
    from review.catalogue.forms import Formed

_MARKS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Z]+|[αβγδω]|(?:复方|小儿|复合)")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Parted:
    """A normalised name: without brackets, its stems with and without salts, its forms, marks and bracket contents."""

    text: str
    bare: str
    stems: tuple[str, ...]
    formed: tuple[Formed, ...]
    marks: frozenset[str]
    brackets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A printed line for weighing: readings of its name, likeliest first, and forms its specification hints at."""

    parted: tuple[Parted, ...]
    hinted: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts to look for: the name and its barest stem."""
        first = self.parted[0]
        shortest = min(first.stems, key=len, default=first.text)
        others = (other.text for other in self.parted[1:])
        return tuple(dict.fromkeys((first.text, shortest, *others)))


def worded(printed: Printed) -> Wording:
    """The line taken apart."""
    barest = tuple(readings(printed.name))[-1]
    undressed = next((r for r in reversed(tuple(readings(printed.name))) if not r.trusted), barest)
    texts = dict.fromkeys((barest.text, undressed.text, *(text for text, _ in loose_readings(printed.name))))
    return Wording(tuple(parted(text) for text in texts if text), hinted_forms(printed))


@lru_cache(20_000)
def parted(text: str) -> Parted:
    """A normalised name taken apart."""
    formed = tuple(taken_apart(text))
    stems = [one.stem for one in formed] or [text]
    with_bases = (*stems, *(base for stem in stems for base, _ in bases(stem)))
    marks = frozenset(_MARKS.findall(text))
    bare = _BRACKETS.sub("", text)
    return Parted(text, bare, tuple(dict.fromkeys(with_bases)), formed, marks, frozenset(brackets(text)))

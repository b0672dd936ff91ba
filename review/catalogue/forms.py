"""Dosage forms: what a printed name says of its form, and whether a listed form includes it (凡例第八条)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 8
"""Characters of the longest word for a form."""
_WITHOUT = re.compile(r"(.+)\(不含(.+)\)")
_TAIL = re.compile(r"((?:\([^()]*\)|(?<=[\u4e00-\u9fff])[IVX]+)*)$")


@dataclass(frozen=True, slots=True)
class Formed:
    """A printed name taken apart: the stem, the form words as printed, and the forms they may mean."""

    stem: str
    printed: str
    forms: frozenset[str]

    def agrees(self, listed: str) -> bool:
        """Whether the listed form includes one of the forms the printed words may mean."""
        exception = _WITHOUT.fullmatch(listed)
        listed, excluded = (exception[1], exception[2]) if exception else (listed, "")
        if excluded and self.printed.endswith(excluded):
            return False
        return listed in self.forms or bool(words().merged.get(listed, frozenset()) & self.forms)


@lru_cache(50_000)
def taken_apart(text: str) -> tuple[Formed, ...]:
    """Ways to part a normalised name into stem and form; none where the name tells no form.

    A qualifier behind the form stays with the stem: ``二甲双胍缓释片(III)`` has the stem ``二甲双胍(III)``.
    """
    return tuple(_taken_apart(text))


def _taken_apart(text: str) -> Iterator[Formed]:
    tail = _TAIL.search(text)
    qualifier = tail[1] if tail else ""
    head = text.removesuffix(qualifier)
    for beginning, forms in words().beginnings.items():
        if head.startswith(beginning):
            yield from _begun(head.removeprefix(beginning), qualifier, beginning, forms)
            return
    ending = next((head[-n:] for n in range(min(_LONGEST, len(head) - 1), 0, -1) if head[-n:] in words().endings), "")
    if ending:
        yield Formed(head.removesuffix(ending) + qualifier, ending, frozenset(words().endings[ending]))
    for end, forms in words().formless.items():
        if text.endswith(end):
            yield Formed(text, "", frozenset(forms))


def _begun(rest: str, qualifier: str, beginning: str, forms: tuple[str, ...]) -> Iterator[Formed]:
    yield Formed(rest + qualifier, beginning, frozenset(forms))
    for end in ("混悬液", "溶液", "气雾剂", "浓溶液", "混悬剂"):
        if rest.endswith(end):
            yield Formed(rest.removesuffix(end) + qualifier, f"{beginning}…{end}", frozenset(forms))

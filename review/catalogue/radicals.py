"""Salts: the list leaves bases and acid radicals out of names; 盐酸氨溴索 is its 氨溴索 (凡例第七条)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 2


@lru_cache(50_000)
def bases(stem: str) -> tuple[tuple[str, str], ...]:
    """Names the stem may be listed under with its radicals taken off, each with what was taken off.

    Only for stems the list does not print themselves: 硝酸甘油 and 葡萄糖酸钙 are names, not salts of others.
    """
    found: dict[str, str] = {}
    for base, removed in _candidates(stem):
        if base != stem and len(base) >= _SHORTEST:
            found.setdefault(base, removed)
    return tuple(found.items())


def is_double(removed: str) -> bool:
    """Whether an acid in front and a metal behind were taken off at once: 磷酸腺苷二钠 is a nucleotide, no 腺苷."""
    first, _, more = removed.partition("、")
    return bool(more) and first in words().leading


def _candidates(stem: str) -> Iterator[tuple[str, str]]:
    leading = next((w for w in words().leading if stem.startswith(w)), "")
    for text, taken in ((stem, ()), (stem.removeprefix(leading), (leading,))):
        trailing = next((w for w in words().trailing if text.endswith(w)), "")
        inner = tuple(radical for radical in words().inner if radical in text)
        yield text, _listed(*taken)
        yield text.removesuffix(trailing), _listed(*taken, trailing)
        yield "".join(c for c in text if c not in inner), _listed(*taken, *inner)


def _listed(*removed: str) -> str:
    return "、".join(word for word in removed if word)

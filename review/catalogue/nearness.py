"""Names that share characters with a text: from postings, rarest first, so that 200,000 names are never scanned."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from review.catalogue.index import grams
from review.catalogue.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.catalogue.index import Index

_POSTINGS = 12_000
"""Postings looked at for one text: the rarest characters and pairs come first and tell most."""
_COMPARED = 120


def near(index: Index, text: str, limit: int) -> list[int]:
    """Places in the index's names of those most like the text, best first."""
    counts: Counter[int] = Counter()
    for postings, worth in _rarest(index, text):
        for _ in range(worth):
            counts.update(postings)
    likely = nlargest(_COMPARED, counts.items(), key=lambda found: found[1])
    names = {place: folded(index.names.keys[place]) for place, _ in likely}
    return [place for _, _, place in process.extract(folded(text), names, scorer=fuzz.ratio, limit=limit)]


def _rarest(index: Index, text: str) -> list[tuple[Sequence[int], int]]:
    """Postings of the rarest grams of the text, as many as may be looked at; a pair is worth two characters."""
    found = [(index.grams.get(gram), len(gram)) for gram in dict.fromkeys(grams(text))]
    taken: list[tuple[Sequence[int], int]] = []
    left = _POSTINGS
    for postings, worth in sorted(found, key=lambda one: len(one[0])):
        if taken and len(postings) > left:
            break
        taken.append((postings, worth))
        left -= len(postings)
    return taken

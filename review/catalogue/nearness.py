"""Names that share characters with a text: from postings, rarest first, so that 200,000 names are never scanned."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from review.catalogue.index import grams
from review.catalogue.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.index import Index

_POSTINGS = 5_000
"""Postings looked at for one text: the rarest characters and pairs come first and tell most."""
_COMPARED = 100


def near(index: Index, text: str, limit: int) -> set[int]:
    """Places in the index's names of those most like the text: by their spelling, and by the characters they share."""
    counts: Counter[int] = Counter()
    for postings in _rarest(index, text):
        counts.update(postings)
    likely = nlargest(_COMPARED, counts.items(), key=itemgetter(1))
    names = {place: index.folded_names[place] for place, _ in likely}
    spelled = process.extract(folded(text), names, scorer=fuzz.ratio, limit=limit)
    return {place for _, _, place in spelled} | {place for place, _ in likely[: limit // 2]}


def _rarest(index: Index, text: str) -> Iterator[Sequence[int]]:
    """Postings of the rarest grams of the text, as many as may be looked at, and one at least."""
    left = _POSTINGS
    for postings in sorted(map(index.posted, dict.fromkeys(grams(text))), key=len):
        yield postings
        left -= len(postings)
        if left < 0:
            return

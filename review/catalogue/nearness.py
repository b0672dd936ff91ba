"""Names that share characters with a text: from postings, rarest first, so that 200,000 names are never scanned."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from review.catalogue.index import grams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.index import Index

_POSTINGS = 3_000
"""Postings looked at for one line: the rarest characters and pairs come first and tell most."""
_FEW, _RARE = 60, 3
"""What few names have counts three times."""
_COMPARED = 60


def near(index: Index, texts: Sequence[str], limit: int) -> set[int]:
    """Places in the index's names of those most like one of the texts: by spelling, and by characters they share."""
    counts: Counter[int] = Counter()
    for postings in _rarest(index, texts):
        for _ in range(_RARE if len(postings) < _FEW else 1):
            counts.update(postings)
    likely = nlargest(_COMPARED, counts.items(), key=itemgetter(1))
    names = {place: index.folded_names[place] for place, _ in likely}
    spelled: dict[int, float] = {}
    for text in texts:
        for _, score, place in process.extract(text, names, scorer=fuzz.ratio, limit=limit):
            spelled[place] = max(score, spelled.get(place, 0.0))
    return {*nlargest(limit, spelled, key=spelled.__getitem__), *(place for place, _ in likely[: limit // 2])}


def _rarest(index: Index, texts: Sequence[str]) -> Iterator[Sequence[int]]:
    """Postings of the rarest grams of the texts, as many as may be looked at, and one at least."""
    left = _POSTINGS
    wanted = dict.fromkeys(gram for text in texts for gram in grams(text))
    for postings in sorted(map(index.posted, wanted), key=len):
        yield postings
        left -= len(postings)
        if left < 0:
            return

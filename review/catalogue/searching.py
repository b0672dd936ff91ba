"""Search for the clerk: part of a name, initials of its pinyin, a number, a code, a trade name, or a similar name."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from review.catalogue.entry import Candidate, Printed
from review.catalogue.matching import coded
from review.catalogue.names import normalise
from review.catalogue.ranking import ranked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.shelf import Shelf

_SHORTEST = 2
_EQUAL, _BEGINS, _HOLDS, _INITIALS = 1.0, 0.95, 0.9, 0.85


def search(shelves: Sequence[Shelf], text: str, limit: int) -> tuple[Candidate, ...]:
    """Entries for a typed text, best first: equal, beginning with, containing, by initials, alike."""
    wanted = normalise(text)
    if not wanted:
        return ()
    found: dict[str, Candidate] = {}
    hits = (hit for shelf in shelves for hit in islice(_hits(shelf, text.strip(), wanted), limit))
    exact = sorted(hits, key=lambda c: (-c.score, len(c.entry.name)))
    for candidate in chain(exact, _alike(shelves, text, limit, len(exact))):
        found.setdefault(candidate.entry.id, candidate)
    return tuple(found.values())[:limit]


def _alike(shelves: Sequence[Shelf], text: str, limit: int, known: int) -> tuple[Candidate, ...]:
    return ranked(shelves, Printed(text), (), limit) if known < limit else ()


def _hits(shelf: Shelf, text: str, wanted: str) -> Iterator[Candidate]:
    """Entries of one edition, each way of finding after the better one; names shortest first."""
    yield from (Candidate(e, _EQUAL, (f"编号{text}",)) for e in shelf.taken(shelf.index.numbers.get(text.upper())))
    yield from (Candidate(e, _EQUAL, (f"编码{text}",)) for e in coded(shelf, text))
    yield from _of_names(shelf, wanted)
    yield from (Candidate(e, _BEGINS, (f"商品名{wanted}",)) for e in shelf.branded(wanted))
    if wanted.isascii() and wanted.isalpha() and len(wanted) >= _SHORTEST:
        for place in shelf.index.initials.keys.containing(wanted, at_start=True):
            places = shelf.index.initials.at(place)
            found = (e for p in places for e in shelf.taken(shelf.index.names.at(p)))
            yield from (Candidate(e, _INITIALS, (f"拼音首字母{wanted}",)) for e in found)


def _of_names(shelf: Shelf, wanted: str) -> Iterator[Candidate]:
    names = shelf.index.names
    for place in names.keys.containing(wanted, at_start=True):
        equal = names.keys[place] == wanted
        reason = "名称相同" if equal else f"名称含“{wanted}”"
        yield from (Candidate(e, _EQUAL if equal else _BEGINS, (reason,)) for e in shelf.taken(names.at(place)))
    for place in names.keys.containing(wanted):
        yield from (Candidate(e, _HOLDS, (f"名称含“{wanted}”",)) for e in shelf.taken(names.at(place)))

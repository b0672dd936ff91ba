"""Search for the clerk: part of a name, initials of its pinyin, the printed number, or a similar name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.entry import Candidate
from review.catalogue.matching import alike
from review.catalogue.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.catalogue.entry import Entry
    from review.catalogue.shelf import Shelf

_SHORTEST = 2


def search(shelves: Sequence[Shelf], text: str, limit: int) -> tuple[Candidate, ...]:
    """Entries for a typed text, best first: equal, beginning with, containing, by initials, alike."""
    wanted = normalise(text)
    if not wanted:
        return ()
    found: dict[str, Candidate] = {}
    for candidate in (*_ranked(shelves, wanted), *alike(shelves, (wanted,), limit)):
        found.setdefault(candidate.entry.id, candidate)
        if len(found) == limit:
            break
    return tuple(found.values())


def _ranked(shelves: Sequence[Shelf], wanted: str) -> list[Candidate]:
    hits = [hit for shelf in shelves for name, entry in shelf.names for hit in _hit(name, entry, wanted)]
    return sorted(hits, key=lambda c: (-c.score, len(c.entry.name), c.entry.id))


def _hit(name: str, entry: Entry, wanted: str) -> Iterator[Candidate]:
    if wanted in name:
        score = 1.0 if name == wanted else 0.95 if name.startswith(wanted) else 0.9
        yield Candidate(entry, score, ("名称相同" if name == wanted else f"名称含“{wanted}”",))
    elif wanted in (entry.official_no, entry.id.partition("/")[2]):
        yield Candidate(entry, 1.0, (f"编号{wanted}",))
    elif wanted.isascii() and wanted.isalpha() and len(wanted) >= _SHORTEST and initials(name).startswith(wanted):
        yield Candidate(entry, 0.85, (f"拼音首字母{wanted}",))


def initials(name: str) -> str:
    """First letters of the pinyin of a name, upper case; other characters stay."""
    return "".join(map(_initial, name))


@cache
def _initial(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables take half a second, wanted by a search only

    return lazy_pinyin(character, style=Style.FIRST_LETTER)[0].upper()

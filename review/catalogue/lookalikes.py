"""Characters that look alike (氢/氯, 已/己/巳, 曲/由) are settled by the catalogue: one of the readings is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.catalogue.entry import Match

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.catalogue.entry import Candidate, Printed


def settled(printed: Printed, plain: Match, match: Callable[[Printed], Match]) -> Match:
    """The match of a printed line, or that of its other readings where the name as read is nowhere listed.

    Taken unasked only where a single entry is left and one character differs; else the entries come first for the
    clerk. Either way the reasons say which reading led there.
    """
    sure = [
        (text, other) for text in _likely(printed) if (other := match(replace(printed, name=text, others=()))).entry
    ]
    named: dict[str, Candidate] = {}
    for text, other in sure:
        named.setdefault(other.candidates[0].entry.id, _told(printed.name, text, other))
    if not named:
        return plain
    rest = (candidate for candidate in plain.candidates if candidate.entry.id not in named)
    alone = len(named) == 1
    return Match(automatic=alone, candidates=(*named.values(), *rest), read_as=sure[0][0] if alone else "")


def _likely(printed: Printed) -> tuple[str, ...]:
    """Other readings of the same length in which one character differs."""
    name = printed.name
    return tuple(o for o in printed.others if len(o) == len(name) and sum(map(str.__ne__, o, name)) == 1)


def _told(name: str, text: str, other: Match) -> Candidate:
    (first, *_) = other.candidates
    why = f"识别为“{name}”，目录中没有；按形近字读作“{text}”"
    return replace(first, reasons=(why, *first.reasons))

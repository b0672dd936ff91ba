"""The watch list out of the office's facts: every rule asked, what they say of one subject put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.watch.accounts import shared_accounts
from review.watch.clerks import lenient_clerks
from review.watch.sums import high_sums
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from review.watch.facts import OfficeFacts

    Rule = Callable[[OfficeFacts], Iterable[Watched]]

RULES: tuple[Rule, ...] = (shared_accounts, high_sums, lenient_clerks)
"""Every rule of the watch list: pure functions of the office's facts."""

_URGENT = tuple(Colour)


def watch(facts: OfficeFacts) -> tuple[Watched, ...]:
    """What deserves a supervisor's look, the most urgent first; one line a subject."""
    found: dict[tuple[WatchedKind, str], Watched] = {}
    for rule in RULES:
        for watched in rule(facts):
            key = watched.kind, watched.key
            found[key] = _joined(found[key], watched) if key in found else watched
    return in_order(found.values())


def in_order(watched: Iterable[Watched]) -> tuple[Watched, ...]:
    """Red before yellow before green, then by kind and key."""
    return tuple(sorted(watched, key=lambda one: (_URGENT.index(one.colour), one.kind, one.key)))


def _joined(one: Watched, other: Watched) -> Watched:
    return replace(
        one,
        colour=min(one.colour, other.colour, key=_URGENT.index),
        reasons=(*one.reasons, *other.reasons),
        basis=(*one.basis, *other.basis),
        figures=(*one.figures, *other.figures),
        claims=tuple(sorted({*one.claims, *other.claims}, reverse=True)),
    )

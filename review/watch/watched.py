"""One line of the watch list (红黄绿名单)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """``red``: look before anything is signed. ``yellow``: look soon. ``green``: looked at, nothing found."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


class WatchedKind(StrEnum):
    """Who or what is watched."""

    ACCOUNT = "account"
    INSURED = "insured"
    HOSPITAL = "hospital"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One subject of the watch list: a clue for a supervisor, never a verdict.

    Attributes:
        kind: what is watched; key: account number, citizen number, hospital's name or username.
        name: how it is called.
        colour: how urgent it is; a supervisor's answer makes it green until its figures change.
        reasons: Chinese sentences with the figures.
        basis: the rule each reason rests on, one for each reason.
        figures: the measured figures, for machines.
        claims: the claims it rests on, latest first.
        answer: what a supervisor found of just these figures, with name and day (Chinese); empty where nobody looked.
    """

    kind: WatchedKind
    key: str
    name: str
    colour: Colour
    reasons: tuple[str, ...]
    basis: tuple[str, ...]
    figures: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    answer: str = ""

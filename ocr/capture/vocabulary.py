"""What an original in XML may call its values: names, the printed label of each, and the form it is printed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Form(StrEnum):
    """How a value is brought into the form in which paper prints it."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    SEX = "sex"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a paper: its printed label, its form, and the names it has in XML."""

    label: str
    form: Form
    names: tuple[str, ...]
    vital: bool = False
    """Two different values of it make the file contradict itself."""


def entry(label: str, form: Form, names: str, *, vital: bool = False) -> Entry:
    """An entry that is also known by its label; ``names`` are parted by blanks."""
    return Entry(label, form, (label, *names.split()), vital)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one kind of paper, compared in lower case without ``_``, ``-`` and blanks.

    Attributes:
        entries: its values.
        columns: the names of each cell of its lines by line key, the most telling first.
        forms: of cells that are not printed as they are.
        detail: what the names of detailed lines begin with; empty where there are none.
        lists: elements that hold detailed lines, whatever the names in these begin with.
    """

    entries: tuple[Entry, ...]
    columns: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, Form]
    detail: str = ""
    lists: frozenset[str] = frozenset()

"""What is gathered of a list while its pages are read: rows as cells, paragraphs, notes and remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.catalogue.importing.national.grid import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.catalogue.importing.national.headings import Section
    from review.catalogue.importing.national.lines import Line

CATEGORY_MARK = " > "
_TITLE = re.compile(r"^.{0,60}?目录(?:\(\d{4}年(?:版)?\))?")


@dataclass(frozen=True, slots=True)
class Category:
    """A class of drugs: its printed code, its name, and the names from the widest class down to it."""

    code: str = ""
    name: str = ""
    path: str = ""


@dataclass(slots=True)
class Draft:
    """One row of the list as its cells; a row cut by a page's end grows on the next page.

    ``either`` is the row before, where a page holds nothing but this part without a number: it may belong to that.
    """

    section: Section
    page: int
    category: Category
    cells: dict[str, Cell] = field(default_factory=dict)
    either: Draft | None = None

    def grow(self, cells: Mapping[str, Cell]) -> None:
        """Put the rest of a row below what stood of it."""
        for role, cell in cells.items():
            above = self.cells.get(role)
            self.cells[role] = Cell(above.left, above.right, above.lines + cell.lines) if above else cell

    def text(self, role: str) -> str:
        """The words of one column, empty where the row has none."""
        return self.cells[role].text if role in self.cells else ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A group that lists its names in sentences: where it begins, how wide that page is, and its lines."""

    section: Section
    page: int
    width: float
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Astray:
    """Something that found no place: the page, and its words."""

    page: int
    text: str


@dataclass(slots=True)
class Gathered:
    """All that the pages gave; ``opening`` is the print of the first page that has any outside tables.

    ``remarks`` are the paragraphs under tables by name of the section, ``notes`` the lines of the list's own notes,
    with the names of their tables between 、. ``passed_over`` are pages with a table that is no part of the list,
    ``pictured`` pages that are a picture without words.
    """

    opening: str = ""
    drafts: list[Draft | Prose] = field(default_factory=list)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    astray: list[Astray] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title the list opens with, or empty."""
        found = _TITLE.match(self.opening)
        return found[0] if found else ""


class Categories:
    """The classes in force: a code that begins with another's stands under it."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, str]] = []

    def open(self, code: str, name: str) -> None:
        """Begin a class; those it does not stand under end."""
        while self._stack and not (code.startswith(self._stack[-1][0]) and code != self._stack[-1][0]):
            self._stack.pop()
        self._stack.append((code, name))

    def go_on(self, rest: str) -> None:
        """Put behind the name of the class in force what a page's end cut off."""
        if self._stack:
            code, name = self._stack[-1]
            self._stack[-1] = (code, name + rest)

    def now(self) -> Category:
        """The class in force."""
        if not self._stack:
            return Category()
        code, name = self._stack[-1]
        return Category(code, name, CATEGORY_MARK.join(name for _, name in self._stack))

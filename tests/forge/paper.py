"""A sheet that keeps book of what it says: fields and lines as the truth, and where each was written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.forge.sheet import Ink, Sheet, Written
from tests.forge.style import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.forge.facts import Fact
    from tests.forge.sheet import Align
    from tests.forge.style import Style

Mark = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""


def fields_of(kind: str) -> frozenset[str]:
    """The fields that a reading of a kind names."""
    contract = table("contract")
    if kind in contract["alone"]:
        return frozenset(contract["alone"][kind])
    return frozenset(contract["receipt"] if kind.endswith("_receipt") else contract["stay"] + contract["more"][kind])


@dataclass
class Said:
    """The truth of one paper: its kind, fields, lines, and the place of each of them."""

    kind: str
    fields: dict[str, object] = field(default_factory=dict)
    items: list[dict[str, str]] = field(default_factory=list)
    marks: dict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))

    @property
    def truth(self) -> dict[str, Any]:
        """The truth as score.py reads it."""
        named = fields_of(self.kind)
        fields = {key: value for key, value in self.fields.items() if key in named}
        return {"kind": self.kind, "fields": fields, "items": self.items}


class Paper(Sheet):
    """White paper of a size in millimetres, printed in one style."""

    def __init__(self, kind: str, size: tuple[float, float], style: Style) -> None:
        super().__init__(size, style.dpi)
        self.style = style
        self.layout = kind
        self.parts: list[Said] = []
        self.said = Said(kind)
        self.left, self.right = size[0] * 0.055, size[0] * 0.945

    @property
    def breadth(self) -> float:
        """Millimetres between the margins."""
        return self.right - self.left

    def at(self, share: float) -> float:
        """A share of the breadth as a place across."""
        return self.left + self.breadth * share

    def label(self, at: tuple[float, float], text: str, points: float = 9.0, align: Align = "left") -> float:
        """Print a text of the form; gives back where it ends."""
        return self.text(at, text, self.style.letters(points, align)).right if text else at[0]

    def fill(self, at: tuple[float, float], fact: Fact, points: float = 9.0, align: Align = "left") -> float:
        """Fill in a fact, off its place by the overprint's shift; gives back where it ends."""
        if not fact.text:
            return at[0]
        self.said.fields.update(fact.says)
        return self.mark(at, fact.text, self.style.figures(points, align), fact.says).right

    def mark(self, at: tuple[float, float], text: str, ink: Ink, keys: Iterable[str]) -> Written:
        """Write a text and remember where it stands for each key."""
        dx, dy = self.style.shift
        written = self.text((at[0] + dx, at[1] + dy), text, ink)
        box = self.box(written)
        for key in keys:
            self.said.marks[key].append(box)
        return written

    def box(self, written: Written) -> Mark:
        """Where a text stands, in pixels."""
        height = self.pixels(written.ink) * 1.2
        left, width = self.px(written.left), self.px(written.right) - self.px(written.left)
        return (left, self.px(written.middle) - height / 2, width, height)

    @property
    def saids(self) -> list[Said]:
        """The truths of the papers on this sheet: its own, or those of the papers laid on it."""
        return self.parts or [self.said]

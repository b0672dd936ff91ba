"""Which column is what, while a person is still saying so. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind, PaymentClass
from review.catalogue.importing.columns import FIELDS, Field
from review.catalogue.importing.headings import SheetLook, look_at
from review.catalogue.importing.mapping import Mapping, missing

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

_EXAMPLES = 3
CLASS = "payment_class"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far: the sheet with its row of headings, the kind, a heading or a fixed value for each field."""

    look: SheetLook
    kind: EntryKind
    columns: Table[str, str] = field(default_factory=dict)
    fixed: Table[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields a catalogue of the kind has; those without which nothing goes first."""
        mine = [each for each in FIELDS if self.kind in each.kinds]
        return tuple(sorted(mine, key=lambda each: not each.needed))

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that can be told apart."""
        found = self.look.headings
        return tuple(heading for heading in found if heading and found.count(heading) == 1)

    @property
    def mapping(self) -> Mapping:
        """What was said, for the reader."""
        keys = {each.key for each in self.fields}
        columns = tuple((key, heading) for key, heading in self.columns.items() if key in keys)
        fixed = tuple((key, value) for key, value in self.fixed.items() if key in keys)
        return Mapping(self.kind, (self.look.sheet,), self.look.header_row or 1, columns, fixed)

    @property
    def lacking(self) -> tuple[Field, ...]:
        """What must still be said."""
        return missing(self.mapping)

    def says(self, key: str) -> str:
        """The heading or fixed value of a field, or nothing."""
        return self.columns.get(key) or self.fixed.get(key, "")

    def examples(self, heading: str) -> str:
        """The first values under a heading."""
        look = self.look
        if heading not in look.headings:
            return ""
        place, below = look.headings.index(heading), look.top[look.header_row - 1 + look.height :]
        values = (row[place] for row in below if place < len(row) and row[place])
        return "　".join(list(dict.fromkeys(values))[:_EXAMPLES])

    def with_column(self, key: str, heading: str) -> Draft:
        """A heading for a field, or none; whoever had the heading before loses it."""
        columns = {k: h for k, h in self.columns.items() if k != key and h != heading}
        fixed = {k: v for k, v in self.fixed.items() if k != key}
        return replace(self, columns={**columns, key: heading} if heading else columns, fixed=fixed)

    def with_fixed(self, key: str, value: str) -> Draft:
        """One value of a field for every row."""
        columns = {k: h for k, h in self.columns.items() if k != key}
        return replace(self, columns=columns, fixed={**self.fixed, key: value})

    def with_kind(self, kind: EntryKind) -> Draft:
        """Another kind of catalogue; what was said of its fields stays."""
        return replace(self, kind=kind)


def draft(look: SheetLook, known: Mapping | None = None) -> Draft:
    """A beginning: what is remembered of such headings, else what they seem to say."""
    if not look.headings and look.top:
        look = look_at(look, 1)
    mapping = known or look.guess
    if mapping is None:
        return Draft(look, EntryKind.DRUG)
    return Draft(look, mapping.kind, dict(mapping.columns), dict(mapping.fixed))


def at_row(said: Draft, row: int) -> Draft:
    """The same sheet with its headings in another row."""
    look = look_at(said.look, row)
    return draft(look) if look.guess else Draft(look, said.kind)


def best(looks: tuple[SheetLook, ...]) -> SheetLook:
    """The sheet to begin with: one that is seen, has headings and most rows."""
    return max(looks, key=lambda look: (not look.hidden, look.guess is not None, look.rows))


FIXED_CLASSES = tuple(value.label for value in PaymentClass)
"""What the class may be said to be for every row, as a catalogue prints it."""

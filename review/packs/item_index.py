"""All lists of a pack, searched at once for the ones a charge is on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.catalogue.entry import PaymentClass
    from review.packs.item_terms import ItemRule


class Charge(Protocol):
    """What lists know a charge by."""

    @property
    def name(self) -> str:
        """As printed."""

    @property
    def code(self) -> str:
        """National code, or empty."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Lists it was put on by hand."""

    @property
    def payment_class(self) -> PaymentClass:
        """Its class in the catalogue."""


_HEAD = 2


class ItemIndex:
    """All lists of a pack, searched at once: names by how they begin, codes by their length."""

    def __init__(self, rules: Mapping[str, ItemRule]) -> None:
        """The lists in their order, by their keys in the pack."""
        self.rules = tuple(rules.items())
        self._codes: dict[int, dict[str, list[int]]] = {}
        self._names: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._tags: dict[str, list[int]] = defaultdict(list)
        self._rest: list[int] = []
        for number, (_, rule) in enumerate(self.rules):
            self._take(number, rule)

    def _take(self, number: int, rule: ItemRule) -> None:
        match = rule.match
        for code in match.codes:
            self._codes.setdefault(len(code), {}).setdefault(code, []).append(number)
        for name in match.names:
            self._names[name[:_HEAD]].append((name, number))
        for tag in match.tags:
            self._tags[tag].append(number)
        if not (match.codes or match.names or match.tags):
            self._rest.append(number)

    def on(self, line: Charge) -> list[int]:
        """Numbers of the lists the line is on, the first of the pack first."""
        found = [*self._rest]
        for tag in line.tags:
            found += self._tags.get(tag, [])
        if line.code:
            for length, codes in self._codes.items():
                found += codes.get(line.code[:length], [])
        if self._names:
            found += self._called(line.name)
        return [number for number in sorted(set(found)) if self._of_class(number, line)] if found else found

    def _called(self, name: str) -> list[int]:
        names, found = self._names, []
        for at in range(len(name)):
            for head in (name[at : at + _HEAD], name[at]):
                for listed_name, number in names.get(head, ()):
                    if name.startswith(listed_name, at):
                        found.append(number)
        return found

    def _of_class(self, number: int, line: Charge) -> bool:
        classes = self.rules[number][1].match.classes
        return not classes or line.payment_class in classes

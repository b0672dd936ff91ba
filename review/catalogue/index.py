"""Under which texts the entries of one edition are found; built in memory, or mapped from a compiled file.

Products that differ in nothing but company, strength and pack are found through the first of them, their leader.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.catalogue.names import (
    abbreviations,
    core_service,
    initials,
    is_qualified,
    normalise,
    plain_service,
    shortened,
    spelled_out,
)
from review.catalogue.strengths import strength
from review.catalogue.texts import Lookup
from review.catalogue.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from review.catalogue.entry import Entry
    from review.catalogue.texts import Sections

    Pairs = Iterable[tuple[str, int]]


class Index:
    """The look-ups of one edition: from texts to the numbers of entries, or of names."""

    def __init__(self, entries: Sequence[Entry], sections: Sections | None = None) -> None:
        self._entries = entries
        self._sections = sections or {}

    def _lookup(self, name: str, pairs: Callable[[], Pairs]) -> Lookup:
        if f"{name}.keys" in self._sections:
            return Lookup.from_sections(self._sections, name)
        return Lookup.of(pairs())

    @cached_property
    def ids(self) -> Lookup:
        """Entries by id."""
        return self._lookup("ids", lambda: ((e.id, n) for n, e in enumerate(self._entries)))

    @cached_property
    def numbers(self) -> Lookup:
        """Entries by number of the list, key within the edition, and code."""
        return self._lookup("numbers", lambda: ((key, n) for n, e in enumerate(self._entries) for key in _numbers(e)))

    @cached_property
    def names(self) -> Lookup:
        """Leaders by every name they have."""
        return self._lookup("names", lambda: ((name, n) for n, e in self._leading for name in names_of(e)))

    @cached_property
    def shortened(self) -> Lookup:
        """Leaders with a qualifier in brackets, by the name without it: what a careless print would leave."""
        return self._lookup("shortened", lambda: self._renamed(lambda n: shortened(n) if is_qualified(n) else ""))

    @cached_property
    def plain(self) -> Lookup:
        """Services and supplies by name without abbreviations, which hospitals put in different places."""
        return self._lookup("plain", lambda: self._renamed(plain_service) if not self._holds_drugs else ())

    @cached_property
    def cores(self) -> Lookup:
        """Services and supplies by what is measured, without specimen and 测定, and by abbreviations in brackets."""
        return self._lookup("cores", lambda: self._cored() if not self._holds_drugs else ())

    @cached_property
    def brands(self) -> Lookup:
        """Leaders by trade name."""
        return self._lookup("brands", lambda: ((normalise(e.brand), n) for e, n in self._products if e.brand))

    @cached_property
    def products(self) -> Lookup:
        """Products by number of their leader with the strength, or with the trade name, of the product."""
        return self._lookup("products", lambda: (pair for pair in self._refined()))

    @cached_property
    def grams(self) -> Lookup:
        """Places in :attr:`names` by single characters and pairs of the name, look-alikes folded."""
        return self._lookup("grams", lambda: ((g, p) for p, name in enumerate(self.folded_names) for g in grams(name)))

    @cached_property
    def initials(self) -> Lookup:
        """Places in :attr:`names` by the initials of the name's pinyin."""
        return self._lookup("initials", lambda: ((initials(self.names.keys[p]), p) for p in range(len(self.names))))

    @cached_property
    def folded_names(self) -> list[str]:
        """The names in order of their places, look-alikes folded."""
        return folded("\n".join(self._places)).split("\n")

    def named(self, name: str) -> Sequence[int]:
        """Leaders by a name; as :attr:`names`, without halving."""
        return self.names.at(place) if (place := self._places.get(name, -1)) >= 0 else ()

    def posted(self, gram: str) -> Sequence[int]:
        """Places of the names with a gram; as :attr:`grams`, without halving."""
        return self.grams.at(place) if (place := self._gram_places.get(gram, -1)) >= 0 else ()

    @cached_property
    def _places(self) -> dict[str, int]:
        return self.names.keys.numbered()

    @cached_property
    def _gram_places(self) -> dict[str, int]:
        return self.grams.keys.numbered()

    def sections(self) -> dict[str, memoryview]:
        """All look-ups as parts of a compiled file."""
        found: dict[str, memoryview] = {}
        for name in (
            "ids",
            "numbers",
            "names",
            "shortened",
            "plain",
            "cores",
            "brands",
            "products",
            "grams",
            "initials",
        ):
            found |= getattr(self, name).sections(name)
        return found

    @cached_property
    def _holds_drugs(self) -> bool:
        return bool(self._entries) and self._entries[0].kind is EntryKind.DRUG

    @cached_property
    def _leaders(self) -> dict[tuple[object, ...], int]:
        leaders: dict[tuple[object, ...], int] = {}
        for number, entry in enumerate(self._entries):
            leaders.setdefault(_sameness(entry), number)
        return leaders

    @property
    def _leading(self) -> Iterator[tuple[int, Entry]]:
        return ((number, self._entries[number]) for number in self._leaders.values())

    @property
    def _products(self) -> Iterator[tuple[Entry, int]]:
        """Every product of a drug with the number of its leader."""
        return ((e, self._leaders[_sameness(e)]) for e in self._entries if is_product(e))

    def _refined(self) -> Iterator[tuple[str, int]]:
        for number, entry in enumerate(self._entries):
            if is_product(entry):
                leader = self._leaders[_sameness(entry)]
                yield f"{leader}#{strength(entry.spec)}", number
                yield from ((f"{leader}@{normalise(entry.brand)}", number) for _ in entry.brand[:1])

    def _cored(self) -> Iterator[tuple[str, int]]:
        for place in range(len(self.names)):
            name = self.names.keys[place]
            for core in (core_service(name), *(f"({short})" for short in abbreviations(name))):
                yield from ((core, number) for number in self.names.at(place))

    def _renamed(self, rename: Callable[[str], str]) -> Iterator[tuple[str, int]]:
        """Leaders by their names changed by a rule; names the rule leaves nothing of are passed over."""
        for place in range(len(self.names)):
            if changed := rename(self.names.keys[place]):
                yield from ((changed, number) for number in self.names.at(place))


def names_of(entry: Entry) -> tuple[str, ...]:
    """Every normalised name an entry is found under."""
    if entry.kind is not EntryKind.DRUG or is_product(entry):
        return (normalise(entry.name),)
    members = [normalise(member) for member in entry.includes.split("、") if member]
    granules = (member.removesuffix("剂") for member in members if member.endswith("颗粒剂"))
    return (*spelled_out(entry.name), *members, *granules)


def is_product(entry: Entry) -> bool:
    """Whether the entry is one product of a drug, with the nation's code; its name then says its form."""
    return entry.kind is EntryKind.DRUG and bool(entry.code)


def grams(text: str) -> Iterator[str]:
    """Single characters and pairs of a normalised name whose look-alikes are folded."""
    yield from text
    yield from map("".join, pairwise(text))


def _numbers(entry: Entry) -> set[str]:
    return {found for found in (entry.official_no, entry.id.partition("/")[2], entry.code) if found}


def _sameness(entry: Entry) -> tuple[object, ...]:
    """What products share that are found through one leader; every other entry leads itself."""
    if not is_product(entry):
        return (entry.id,)
    listed = (entry.official_no, entry.listed_name, entry.listed_form)
    return (entry.name, entry.payment_class, entry.remark, entry.price_limit, *listed)

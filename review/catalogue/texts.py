"""Many short texts in few blocks of memory, and look-ups from a text to numbers, to be mapped from a file.

A look-up over 200,000 texts costs no object per text: keys lie sorted in one block and are found by halving it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Sections = Mapping[str, memoryview]

_END = b"\n"


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by number; ``block`` holds them in UTF-8, one a line, and ``starts`` where each begins, and the end."""

    block: bytes | memoryview
    starts: memoryview

    @classmethod
    def of(cls, encoded: Sequence[bytes]) -> Texts:
        """Texts in UTF-8, in the given order."""
        starts = accumulate((len(text) + 1 for text in encoded), initial=0)
        return cls(_END.join((*encoded, b"")), numbers(starts))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts) - 1

    def raw(self, number: int) -> bytes:
        """A text in UTF-8."""
        return bytes(self.block[self.starts[number] : self.starts[number + 1] - 1])

    def __getitem__(self, number: int) -> str:
        """A text by its number."""
        return self.raw(number).decode()

    def numbered(self) -> dict[str, int]:
        """The number of each text; texts are expected to differ and to hold no line break."""
        return {text: number for number, text in enumerate(bytes(self.block).decode().split("\n")[:-1])}

    def containing(self, part: str, *, at_start: bool = False) -> Iterator[int]:
        """Numbers of the texts that hold ``part`` (or begin with it), in order."""
        block, sought = bytes(self.block), part.encode()
        wanted = _END + sought if at_start else sought
        if at_start and block.startswith(sought):
            yield 0
        found = block.find(wanted)
        while found >= 0:
            number = bisect_right(self.starts, found + at_start) - 1
            yield number
            found = block.find(wanted, self.starts[number + 1] - 1)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Numbers by text. Keys are sorted by length, then by bytes: what is scanned is met shortest first."""

    keys: Texts
    firsts: memoryview
    found: memoryview

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> Lookup:
        """The look-up of the pairs; the numbers of a key keep their order."""
        gathered: dict[str, list[int]] = {}
        for key, number in pairs:
            if (known := gathered.get(key)) is None:
                gathered[key] = [number]
            else:
                known.append(number)
        encoded = {key.encode(): [*dict.fromkeys(found)] if found[1:] else found for key, found in gathered.items()}
        ordered = sorted(sorted(encoded), key=len)
        firsts = accumulate((len(encoded[key]) for key in ordered), initial=0)
        return cls(Texts.of(ordered), numbers(firsts), numbers(chain.from_iterable(encoded[key] for key in ordered)))

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self.keys)

    def at(self, place: int) -> Sequence[int]:
        """The numbers of the key at a place."""
        return self.found[self.firsts[place] : self.firsts[place + 1]]

    def get(self, key: str) -> Sequence[int]:
        """The numbers of a key; none where it is not there."""
        raw = key.encode()
        wanted = (len(raw), raw)

        def ordered(place: int) -> tuple[int, bytes]:
            return len(found := self.keys.raw(place)), found

        place = bisect_left(range(len(self)), wanted, key=ordered)
        return self.at(place) if place < len(self) and self.keys.raw(place) == raw else ()

    def sections(self, name: str) -> dict[str, memoryview]:
        """The look-up as parts of a compiled file."""
        keys = memoryview(self.keys.block)
        return {
            f"{name}.keys": keys,
            f"{name}.starts": self.keys.starts,
            f"{name}.firsts": self.firsts,
            f"{name}.found": self.found,
        }

    @classmethod
    def from_sections(cls, sections: Sections, name: str) -> Lookup:
        """The look-up of that name in a compiled file."""
        keys = Texts(bytes(sections[f"{name}.keys"]), sections[f"{name}.starts"])
        return cls(keys, sections[f"{name}.firsts"], sections[f"{name}.found"])


def numbers(found: Iterable[int]) -> memoryview:
    """Numbers below 2**32 in one block."""
    return memoryview(array("I", found))

"""Entries of one file as they come: each under a key of its own, the same article never twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.catalogue.entry import Entry
    from review.catalogue.importing.faults import Faults

_Identity = tuple[str, ...] | str


@dataclass(slots=True)
class Gathered:
    """The entries of a file, in its order."""

    faults: Faults
    entries: list[Entry] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    unclassed: set[int] = field(default_factory=set)
    _seen: dict[_Identity, int] = field(default_factory=dict)
    _keys: dict[str, int] = field(default_factory=dict)

    @property
    def printed(self) -> tuple[Mapping[str, str], ...]:
        """Beside each entry that it prints no class, where it does not; empty where all do."""
        if not self.unclassed:
            return ()
        return tuple({"class": ""} if place in self.unclassed else {} for place in range(len(self.entries)))

    def add(self, entry: Entry, row: int, *, classed: bool = True) -> None:
        """Take an entry, whose id is a first wish for its key, unless the file had the article before."""
        before = self._seen.setdefault(identity(entry), len(self.entries))
        if before < len(self.entries):
            self._again(entry, row, before)
            return
        if not classed:
            self.unclassed.add(len(self.entries))
        self.places.append((self.faults.sheet, row))
        key = self._free(entry.id)
        self.entries.append(entry if key == entry.id else replace(entry, id=key))

    def _again(self, entry: Entry, row: int, before: int) -> None:
        sheet, first = self.places[before]
        place = f"{f'表“{sheet}”' if sheet != self.faults.sheet else ''}第{first}行"
        what = "编码" if entry.code else "编号和名称"
        if replace(entry, id=self.entries[before].id) == self.entries[before]:
            self.faults.tell(f"与{place}完全相同，只读入一次。", row, found=entry.code or entry.name)
        else:
            said = f"{what}与{place}相同而内容不同；请核对后只保留正确的一行。"
            self.faults.stop(said, row, found=entry.code or entry.name)

    def _free(self, key: str) -> str:
        free = key
        while free in self._keys:
            self._keys[key] += 1
            free = f"{key}~{self._keys[key]}"
        self._keys[free] = 1
        return free


def identity(entry: Entry) -> _Identity:
    """What makes an entry the same article: its code, else where it stands in the list, what it is called and how."""
    return entry.code or (entry.section, entry.official_no, entry.name, entry.dosage_form, entry.spec, entry.category)

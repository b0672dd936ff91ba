"""Which column of a file is what: guessed from headings, or given by a person and remembered under a signature."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.catalogue.importing.columns import BY_KEY, FIELDS, TELLS
from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from review.catalogue.importing.columns import Field
    from review.catalogue.importing.headings import SheetLook

_ASIDE = re.compile(r"\([^()]*\)|[\s*★☆:：_]+")
_SHORTEST = 3
_SHORT = frozenset({"限价", "价格"})
_ANCHORS = frozenset({"code", "official_no", "payment_class"})


@dataclass(frozen=True, slots=True)
class Mapping:
    """How to read the sheets of a file.

    Attributes:
        sheets: one sheet, or several with the same headings; ("",) for a CSV file.
        header_row: the row of the headings, from 1; in further sheets the same headings are looked for.
        columns: key of a field and the heading as printed.
        fixed: key of a field and what a person says holds for every row, where the file has no column for it.
    """

    kind: EntryKind
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, str], ...] = ()

    def refit(self, look: SheetLook) -> Mapping | None:
        """The mapping, as remembered from another file, put on this sheet; None where a column of it is missing."""
        if len(placed(self, look.headings)) < len(self.columns):
            return None
        return replace(self, sheets=(look.sheet,), header_row=look.header_row)


@dataclass(frozen=True, slots=True)
class Guess:
    """What headings seem to say: the mapping, and fields for which several headings fit equally well."""

    mapping: Mapping
    rivals: tuple[tuple[Field, tuple[str, ...]], ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the table is plainly a catalogue: names with a code, a number or a class beside them."""
        said = {key for key, _ in self.mapping.columns} | {field.key for field, _ in self.rivals}
        return bool(said & _ANCHORS)


@lru_cache(4096)
def plain(heading: str) -> str:
    """A heading in one way of writing: NFKC, lower case, without blanks, marks and bracketed words."""
    text = unicodedata.normalize("NFKC", heading).lower()
    return _ASIDE.sub("", text) or text.strip()


@lru_cache(4096)
def _written(heading: str) -> str:
    return unicodedata.normalize("NFKC", heading).replace(" ", "").lower()


def signature(headings: Sequence[str]) -> str:
    """The name under which a mapping of these headings is remembered: same headings, in any sheet, row or year."""
    named = "\n".join(re.sub(r"\s", "", unicodedata.normalize("NFKC", heading)) for heading in headings if heading)
    return hashlib.sha256(named.encode()).hexdigest()


def kind_of(headings: Sequence[str], hint: str = "") -> EntryKind | None:
    """The kind of catalogue that headings tell, else a title or the name of the file; None where nothing tells it."""
    for texts in (headings, (hint,)):
        counts = {kind: sum(any(tell in text for tell in tells) for text in texts) for kind, tells in TELLS.items()}
        best = max(counts.values())
        leading = [kind for kind, count in counts.items() if count == best]
        if best and len(leading) == 1:
            return leading[0]
    return None


def guess(headings: Sequence[str], sheet: str = "", header_row: int = 1, hint: str = "") -> Guess | None:
    """The mapping the headings suggest; None where none is that of a name.

    ``hint`` is anything else that may tell the kind: title, name of the sheet and of the file.
    """
    kind = kind_of(headings, hint)
    if kind is None:
        return None
    columns, rivals = {}, []
    left = [heading for heading in dict.fromkeys(headings) if plain(heading)]
    for field in (f for f in FIELDS if kind in f.kinds):
        fitting = _fitting(field, left)
        if len(fitting) == 1 and headings.count(fitting[0]) == 1:
            columns[field.key] = fitting[0]
            left.remove(fitting[0])
        elif fitting:
            rivals.append((field, tuple(fitting)))
    if "name" not in {*columns, *(field.key for field, _ in rivals)}:
        return None
    return Guess(Mapping(kind, (sheet,), header_row, tuple(columns.items())), tuple(rivals))


def _fitting(field: Field, headings: Sequence[str]) -> list[str]:
    """The headings that fit a field best: whole ones by the order of its list, else Chinese ones that hold one."""
    long = (name for name in field.headings if len(name) >= _SHORTEST or name in _SHORT)
    known = tuple(name for name in long if not name.isascii())
    ways: tuple[tuple[Callable[[str, str], bool], tuple[str, ...]], ...] = (
        (lambda heading, name: _written(heading) == name, field.headings),
        (lambda heading, name: plain(heading) == name, field.headings),
        (lambda heading, name: plain(heading).endswith(name), known),
        (lambda heading, name: plain(heading).startswith(name), known),
    )
    tried = ([h for h in headings if fits(h, name)] for fits, names in ways for name in names)
    return next((fitting for fitting in tried if fitting), [])


def missing(mapping: Mapping) -> tuple[Field, ...]:
    """Fields without which no entry can be made, and that the mapping does not say."""
    said = {key for key, _ in (*mapping.columns, *mapping.fixed)}
    return tuple(field for field in FIELDS if field.needed and field.key not in said)


def placed(mapping: Mapping, headings: Sequence[str]) -> dict[str, int]:
    """The column, from 0, of each field; fields whose heading is not there, or there twice, are left out."""
    return {key: headings.index(heading) for key, heading in mapping.columns if headings.count(heading) == 1}


def as_json(mapping: Mapping) -> str:
    """The mapping as text for the store."""
    return json.dumps(asdict(mapping), ensure_ascii=False)


def from_json(text: str) -> Mapping:
    """The mapping that :func:`as_json` wrote.

    Raises:
        InputError: the text is no mapping.
    """
    try:
        kept = json.loads(text)
        return Mapping(
            EntryKind(kept["kind"]),
            tuple(map(str, kept["sheets"])),
            int(kept["header_row"]),
            tuple(_pairs(kept["columns"])),
            tuple(_pairs(kept["fixed"])),
        )
    except (ValueError, KeyError, TypeError) as error:
        message = "记住的列对应关系读不出来。"
        raise InputError(message, code="mapping", advice="请在导入对话框里重新指定各列。") from error


def _pairs(kept: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for key, value in kept:
        if key not in BY_KEY:
            raise KeyError(key)
        yield key, str(value)

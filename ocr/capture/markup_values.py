"""The values of an original in XML: tolerant of names, of pairs of name and value, of where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.capture.limits import refused
from ocr.capture.vocabulary import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ocr.capture.markup import Node
    from ocr.capture.vocabulary import Entry, Vocabulary

MOST_LINES = 20_000
LONGEST = 120
"""Characters of a value that a receipt could print."""

_NAME_OF = ("name", "key", "infoname", "itemkey", "名称", "label")
_VALUE_OF = ("value", "infovalue", "itemvalue", "内容", "值")
_DAY = re.compile(r"((?:19|20)\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:(?!\d{3})|(?=\d{6}(?:\d{3})?$))")
_COLON = re.compile(r"(?<=[\u4e00-\u9fff)）])[:：]")
_SEXES = {"1": "男", "2": "女", "m": "男", "f": "女", "male": "男", "female": "女"}
_SUM = re.compile(r"-?\d{1,12}(?:\.\d{1,2}0*)?")
_SHARE = re.compile(r"0?\.\d{1,4}|[01](?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Values:
    """What the XML says.

    Attributes:
        values: by printed label, as they are printed.
        charges: the lines of the paper, each by line key.
        details: the detailed lines behind them.
    """

    values: Mapping[str, str]
    charges: tuple[Mapping[str, str], ...]
    details: tuple[Mapping[str, str], ...]


def values_of(root: Node, words: Vocabulary) -> Values:
    """The values that an XML holds in the words of a vocabulary. Raises PageRefusedError: it says two things of one."""
    gathering = _Gathering(words)
    gathering.gather(root)
    charges, details = (tuple(line for aux, line in gathering.lines if aux is wanted) for wanted in (False, True))
    return Values(gathering.values, charges, details)


class _Gathering:
    """Collects values and lines on the way through a tree."""

    def __init__(self, words: Vocabulary) -> None:
        self.values: dict[str, str] = {}
        self.lines: list[tuple[bool, dict[str, str]]] = []
        self._words = words
        self._entries = {plain(name): entry for entry in words.entries for name in entry.names}

    def gather(self, node: Node, *, detailed: bool = False) -> None:
        """Lines are taken whole, with lines inside them; everything else is looked at one by one."""
        detailed = detailed or plain(node.name) in self._words.lists
        parts = {plain(name): text for name, text in _parts(node) if text.strip()}
        marked = self._cells(parts, self._words.detail) if self._words.detail else {}
        line = _whole(marked) or _whole(self._cells(parts, ""))
        if line:
            self._keep(line, detailed=detailed or line is marked)
        else:
            self._look_at(node)
        for child in node.children:
            if not line or child.children:
                self.gather(child, detailed=detailed)

    def _keep(self, line: dict[str, str], *, detailed: bool) -> None:
        if len(self.lines) >= MOST_LINES:
            raise refused("too-many-pages")
        self.lines.append((detailed, line))

    def _look_at(self, node: Node) -> None:
        """What an element says besides lines."""
        for name, text in _named(node):
            entry = self._entries.get(plain(name))
            if entry and text.strip():
                self._take(entry, text)

    def _take(self, entry: Entry, text: str) -> None:
        value = printed(entry.form, text)
        before = self.values.setdefault(entry.label, value)
        if entry.vital and before != value:
            raise refused("xml-contradicts")

    def _cells(self, parts: Mapping[str, str], mark: str) -> dict[str, str]:
        """The cells of a line whose names begin with a mark, each by the most telling of its names."""
        found = {
            key: next((parts[mark + plain(name)] for name in names if mark + plain(name) in parts), "")
            for key, names in self._words.columns.items()
        }
        forms = self._words.forms
        return {key: printed(forms.get(key, Form.TEXT), text) for key, text in found.items() if text}


def _whole(cells: dict[str, str]) -> dict[str, str]:
    """The cells of what is a line of a table; none of anything else."""
    return cells if "name" in cells and "amount" in cells else {}


def _parts(node: Node) -> Iterator[tuple[str, str]]:
    """The names and texts of what an element holds that holds nothing itself."""
    yield from node.attributes.items()
    yield from ((child.name, child.text) for child in node.children if not child.children)


def _named(node: Node) -> Iterator[tuple[str, str]]:
    """Names with their values: the element itself, its attributes, and pairs of name and value."""
    yield node.name, node.text
    yield from node.attributes.items()
    parts = {plain(name): text for name, text in _parts(node)}
    name = next((parts[key] for key in _NAME_OF if key in parts), "")
    value = next((parts[key] for key in _VALUE_OF if key in parts), "")
    if name:
        yield name.strip(), value or node.text


def printed(form: Form, text: str) -> str:
    """A value as paper prints it: days with hyphens, the sex in words, on one line, no labels hidden in it."""
    bare = _COLON.sub(" ", " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split()))[:LONGEST]
    return _PRINTED[form](bare) if form in _PRINTED else bare


def _day(text: str) -> str:
    match = _DAY.match(text)
    try:
        return date(*(int(part) for part in match.groups())).isoformat() if match else text
    except ValueError:
        return text


def _rate(text: str) -> str:
    """A rate of tax in per cent, as invoices print it."""
    return f"{(Decimal(text) * 100).normalize():f}%" if _SHARE.fullmatch(text) else text


def _money(text: str) -> str:
    """A sum to the fen where it is one, whatever zeros and commas it was written with."""
    bare = text.replace(",", "")
    return f"{Decimal(bare):.2f}" if _SUM.fullmatch(bare) else text


def _sex(text: str) -> str:
    return _SEXES.get(text.lower(), text)


_PRINTED = {Form.SEX: _sex, Form.DAY: _day, Form.RATE: _rate, Form.MONEY: _money}


def plain(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[\s_\-]", "", name).lower()

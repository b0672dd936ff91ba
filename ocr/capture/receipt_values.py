"""The values of an electronic receipt's XML: tolerant of names, of pairs of name and value, of where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ocr.capture.limits import refused
from ocr.capture.receipt_names import COLUMNS, DETAIL, FOOT, HEAD, SEXES, TITLE, TOTAL, WORDS, Entry, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ocr.capture.markup import Node

MOST_LINES = 20_000
LONGEST = 120
"""Characters of a value that a receipt could print."""

_NAME_OF = ("name", "key", "infoname", "itemkey", "名称", "label")
_VALUE_OF = ("value", "infovalue", "itemvalue", "内容", "值")
_DAY = re.compile(r"((?:19|20)\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?!\d{3})")
_COLON = re.compile(r"(?<=[\u4e00-\u9fff)）])[:：]")
_ENTRIES = {name: entry for entry in (TITLE, *HEAD, TOTAL, WORDS, *FOOT) for name in entry.names}
_COLUMN_OF = {name: key for key, names in COLUMNS.items() for name in names}


@dataclass(frozen=True, slots=True)
class ReceiptValues:
    """What the XML says.

    Attributes:
        title: the receipt's name, empty where none is given.
        values: by printed label, as they are printed.
        charges: the lines of the receipt, each by line key.
        details: the detailed lines behind them.
    """

    title: str
    values: Mapping[str, str]
    charges: tuple[Mapping[str, str], ...]
    details: tuple[Mapping[str, str], ...]


def receipt_values(root: Node) -> ReceiptValues:
    """The values of a receipt. Raises PageRefusedError: no receipt, or one that says two things of one value."""
    values: dict[str, str] = {}
    lines: list[tuple[bool, dict[str, str]]] = []
    _gather(root, values, lines)
    if not values.get("票据号码") or not (values.get("小写") or lines):
        raise refused("xml-other")
    charges, details = (tuple(line for aux, line in lines if aux is wanted) for wanted in (False, True))
    return ReceiptValues(values.pop("", ""), values, charges, details)


def _gather(node: Node, values: dict[str, str], lines: list[tuple[bool, dict[str, str]]]) -> None:
    """Lines are taken whole, with lines inside them; everything else is looked at one by one."""
    line = _line(node)
    if line is not None:
        if len(lines) >= MOST_LINES:
            raise refused("too-many-pages")
        lines.append(line)
    else:
        for name, text in _named(node):
            entry = _ENTRIES.get(_plain(name))
            if entry and text.strip():
                _take(entry, text, values)
    for child in node.children:
        if line is None or child.children:
            _gather(child, values, lines)


def _named(node: Node) -> Iterator[tuple[str, str]]:
    """Names with their values: the element itself, its attributes, and pairs of name and value."""
    yield node.name, node.text
    yield from node.attributes.items()
    parts = {
        **{_plain(key): text for key, text in node.attributes.items()},
        **{_plain(c.name): c.text for c in node.children},
    }
    name = next((parts[key] for key in _NAME_OF if key in parts), "")
    value = next((parts[key] for key in _VALUE_OF if key in parts), "")
    if name:
        yield name.strip(), value or node.text


def _take(entry: Entry, text: str, values: dict[str, str]) -> None:
    value = printed(entry.form, text)
    before = values.setdefault(entry.label, value)
    if entry.vital and before != value:
        raise refused("xml-contradicts")


def _line(node: Node) -> tuple[bool, dict[str, str]] | None:
    """A line of the table, and whether it is a detailed one; None for any other element."""
    cells: dict[str, str] = {}
    detailed = False
    parts = [*((child.name, child.text) for child in node.children if not child.children), *node.attributes.items()]
    for name, text in parts:
        plain = _plain(name)
        key = _COLUMN_OF.get(plain.removeprefix(DETAIL))
        if key and text.strip():
            cells.setdefault(key, printed(Form.TEXT, text))
            detailed = detailed or plain.startswith(DETAIL)
    return (detailed, cells) if "name" in cells and "amount" in cells else None


def printed(form: Form, text: str) -> str:
    """A value as receipts print it: days with hyphens, the sex in words, on one line, no labels hidden in it."""
    plain = _COLON.sub(" ", " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split()))[:LONGEST]
    if form is Form.SEX:
        return SEXES.get(plain.lower(), plain)
    if form is Form.DAY:
        match = _DAY.match(plain)
        return _iso(match) or plain if match else plain
    return plain


def _iso(match: re.Match[str]) -> str:
    try:
        return date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return ""


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-]", "", name).lower()

"""The drugs of a prescription: one a line, in a table, or herbs side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from ocr.extraction.cells import money_cell, text_cell
from ocr.extraction.header import find_headers
from ocr.extraction.layout import text_lines
from ocr.extraction.runs import run_of
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.header import Header, Heading
    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.runs import Run

_UNITS = r"盒|瓶|袋|支|片|粒|丸|贴|包|板|管|枚|只|套|个|克|g|付|剂|ml|桶|罐|听|条|张|卷|筒|喷|对"
_HEAD = (
    r"^(?:R[Pp]?[.:/]*\s*)?(?:\d{1,2}\s*[.、)](?!\d)\s*|\(\d{1,2}\)\s*|\d{1,2}\s+)?(?P<name>(?:\d[\d.]*%\s*)?[^\s\d(:]"
)
_SPEC = r"\d[\d.]*\s*(?:mg|g|ml|mL|L|μg|ug|mcg|万?单位|万?IU|万?U|%|cm|kg|片|粒|丸|袋|支|贴|[*×xX:])"
_COUNT = rf"\s*(?:[*×xX]|共|总量|数量|#)?\s*:?\s*(?P<quantity>\d{{1,4}}(?:\.\d)?)\s*(?P<unit>{_UNITS})\s*$"
_DRUGS = (
    re.compile(rf"{_HEAD}(?:(?!\s\d)[^:()])*?)(?<=[\u4e00-\u9fff])\s*[\[(](?P<spec>{_SPEC}[^()\[\]]*)[\])]{_COUNT}"),
    re.compile(rf"{_HEAD}(?:[^:(]|\([^()]*\))*?)\s*(?P<spec>(?<![A-Za-z(\[*×:.\d]){_SPEC}.*?){_COUNT}"),
    re.compile(rf"{_HEAD}(?:[^:(]|\([^()]*\))*?){_COUNT}"),
)
"""A drug with its specification in brackets, with one, and without."""

_HERB = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,7}(?:\([\u4e00-\u9fff]{1,4}\))?)\s*(?P<quantity>\d{1,3}(?:\.\d)?)\s*(?P<unit>g|克|条|枚|只)"
)
_USAGE = re.compile(r"^(用法|用量|Sig|S[.:]|sig|[每一][次日天]|水煎|共?\d+[剂付]|饭[前后])")
_ROUTE = re.compile(r"^(口服|外用|静[滴脉注]|皮下|肌[肉注]|含服|吸入|滴眼|舌下|雾化)")
_OTHER = re.compile(rf"{_USAGE.pattern}|.*:")
_ML = re.compile(r"(?<=\dm)[1I|](?=[^\d.])")
"""``2m1:10mg``: the letter of millilitres read as a figure."""

_SIDE_BY_SIDE = 2
_KEYS = ("name", "spec", "quantity", "unit")
_WRAPPED = 1.6


_LOOSE = re.compile(rf"[×x*]?\s*\d{{1,4}}(?:\.\d)?\s*(?:{_UNITS})")


def loose_counts(lines: Sequence[Sequence[Piece]]) -> int:
    """How many counts stand on lines of their own, away from the drug that they count, as on paper that curls."""
    return sum(bool(_LOOSE.fullmatch(" ".join(piece.text for piece in pieces).strip())) for pieces in lines)


def listed_drugs(sheet: Sheet, lines: Sequence[Sequence[Piece]], at: int) -> tuple[Line, ...]:
    """Drugs printed one a line, or herbs side by side; lines of usage are none."""
    return tuple(line for pieces in lines for line in _drugs(sheet, pieces, at))


def _drugs(sheet: Sheet, pieces: Sequence[Piece], at: int) -> Iterator[Line]:
    run = run_of([[replace(p, text=_ML.sub("l", p.text)) for p in pieces]], " ")
    text = run.text.rstrip()
    if _USAGE.match(text):
        return
    herbs = list(_HERB.finditer(text))
    if len(herbs) >= _SIDE_BY_SIDE:
        yield from (_line(sheet, run, match, at) for match in herbs)
    else:
        found = (match for form in (*_DRUGS, _HERB) if (match := form.fullmatch(text)) and not _is_route(match))
        yield from (_line(sheet, run, match, at) for match in islice(found, 1))


def _is_route(match: re.Match[str]) -> bool:
    """Whether a line tells how a drug is taken: it starts with a route and gives no specification."""
    return bool(_ROUTE.match(match.string)) and not match.groupdict().get("spec")


def _line(sheet: Sheet, run: Run, match: re.Match[str], at: int) -> Line:
    found = {key: run.group(match, key) for key in match.groupdict() if match[key]}
    return Line({key: _cell(sheet, key, pieces, at) for key, pieces in found.items()}, at)


def _cell(sheet: Sheet, key: str, pieces: Sequence[Piece], at: int) -> Cell:
    if key == "quantity":
        return money_cell(sheet.page, pieces, at=at)
    return text_cell(sheet.page, pieces, at=at)


def tabled_drugs(sheet: Sheet, at: int) -> tuple[Line, ...]:
    """Drugs printed in a table with a heading line; none where there is no heading line."""
    header = next((h for h in find_headers(sheet) if {"name", "name_spec"} & set(h.keys)), None)
    if header is None:
        return ()
    rows: list[dict[str, list[Piece]]] = []
    for line in text_lines([p for p in sheet.pieces if p.y > header.bottom]):
        placed = _placed(line, header)
        if "name" in placed and any(p.text[0].isdigit() for p in placed.get("quantity", ()) if p.text):
            rows.append(placed)
        elif rows and set(placed) <= {"name", "spec"} and _follows(rows[-1], line) and not _OTHER.match(line[0].text):
            for key, pieces in placed.items():
                rows[-1].setdefault(key, []).extend(pieces)
        elif rows:
            break
    return tuple(Line({k: _cell(sheet, k, row[k], at) for k in _KEYS if k in row}, at) for row in rows)


def _placed(line: Sequence[Piece], header: Header) -> dict[str, list[Piece]]:
    """The pieces of a line by the column whose heading they overlap most, or stand nearest to."""
    placed: dict[str, list[Piece]] = {}
    for piece in line:
        nearest = min(header.headings, key=lambda h: _apart(piece, h))
        placed.setdefault(nearest.key, []).append(piece)
    return placed


def _apart(piece: Piece, heading: Heading) -> float:
    return max(piece.left - heading.right, heading.left - piece.right)


def _follows(row: dict[str, list[Piece]], line: Sequence[Piece]) -> bool:
    last = max(p.y for pieces in row.values() for p in pieces)
    return line[0].y - last < _WRAPPED * line[0].height

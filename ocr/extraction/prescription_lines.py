"""The drugs of a prescription: one a line, or herbs side by side.

Nothing proves how many drugs a prescription has: a line that names one is kept, and asks where its count was not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import join, money_cell, text_cell, union
from ocr.extraction.misprints import name_as_printed
from ocr.extraction.runs import run_of
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

_UNCOUNTED = re.compile(
    rf"{_HEAD}(?:[^:(]|\([^()]*\))*?)(?:\s*(?P<spec>(?<![A-Za-z(\[*×:.\d]){_SPEC}\S*))?"
    r"(?:\s+[*×xX]?\s*(?P<quantity>\d{1,4})\s*(?P<unit>[^\d\s])|\s+\S{1,2})?\s*$"
)
"""The same where the count or its unit was not read."""

_FORM = re.compile(r"片|胶囊|注射|颗粒|口服|[丸散膏栓]|滴[眼鼻耳]|溶液|混悬|喷雾|气雾|粉雾|糖浆|合剂|乳剂|凝胶|贴剂|酊")
"""Words of drugs that are counted, not weighed out."""

_NAMED = re.compile(rf"[\u4e00-\u9fff)](?:{_FORM.pattern})")
_HERB = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,7}(?:\([\u4e00-\u9fff]{1,4}\))?)\s*(?P<quantity>\d{1,3}(?:\.\d)?)\s*(?P<unit>g|克|条|枚|只)"
)
USAGE = re.compile(r"^(用法|用量|Sig|S[.:]|sig|[每一][次日天]|水煎|共?\d+[剂付]|饭[前后])")
_ROUTE = re.compile(r"^(口服|外用|静[滴脉注]|皮下|肌[肉注]|含服|吸入(?!用)|滴眼|舌下|雾化)")
_ML = re.compile(r"(?<=\dm)[1I|](?=[^\d.]|$)")
"""``2m1:10mg``: the letter of millilitres read as a figure."""

_WEIGHED = frozenset({"g", "克", "ml"})
_SIDE_BY_SIDE = 2
_ASIDE = re.compile(r"\([^)]*\)?|先煎|后下|包煎|冲服|烊化|另煎|[\s,;、。.]")
"""What may stand beside herbs: how one is boiled."""

_LOOSE = re.compile(rf"[×x*]?\s*\d{{1,4}}(?:\.\d)?\s*(?:{_UNITS})")
_COUNTED = re.compile(rf".*(?:\s[×x*]?\s*|[\u4e00-\u9fff)])\d{{1,4}}\s*(?:{_UNITS})\s*")


def loose_counts(lines: Sequence[Sequence[Piece]]) -> int:
    """How many counts stand on lines of their own, away from the drug that they count, as on paper that curls."""
    return sum(bool(_LOOSE.fullmatch(_text(pieces))) for pieces in lines)


def _text(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces).strip()


def listed_drugs(sheet: Sheet, lines: Sequence[Sequence[Piece]], at: int) -> tuple[Line, ...]:
    """Drugs printed one a line, or herbs side by side; lines of usage are none."""
    return tuple(line for entry in _entries(lines) for line in _drugs(sheet, entry, at))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that may name a drug; ``lent`` tells that its count stood beside its usage."""

    pieces: tuple[Piece, ...]
    lent: bool = False


def _entries(lines: Sequence[Sequence[Piece]]) -> list[_Entry]:
    """Lines that are none of usage; a count beside the usage of a drug that has none of its own is lent to it."""
    entries: list[_Entry] = []
    for line in lines:
        if not _tells_use(line):
            entries.append(_Entry(tuple(line)))
        elif entries and _LOOSE.fullmatch(line[-1].text.strip()) and not _COUNTED.fullmatch(_text(entries[-1].pieces)):
            entries[-1] = _Entry((*entries[-1].pieces, line[-1]), lent=True)
    return entries


def _tells_use(line: Sequence[Piece]) -> bool:
    text = _text(line)
    return bool(USAGE.match(text) or (_ROUTE.match(text) and not _NAMED.search(_ROUTE.sub("", text))))


def _drugs(sheet: Sheet, entry: _Entry, at: int) -> Iterator[Line]:
    run = run_of([[replace(p, text=_ML.sub("l", p.text)) for p in entry.pieces]], " ")
    text = run.text.rstrip()
    herbs = list(_HERB.finditer(text))
    if len(herbs) >= _SIDE_BY_SIDE:
        yield from _herbs(sheet, run, herbs, at)
        return
    found = next((m for form in (*_DRUGS, _HERB) if (m := form.fullmatch(text)) and not _is_route(m)), None)
    if found:
        yield _doubting(_line(sheet, run, found, at), found, lent=entry.lent)
    elif _FORM.search(text) and (match := _UNCOUNTED.fullmatch(text)):
        yield _uncounted(_line(sheet, run, match, at), entry.pieces, sheet)


def _herbs(sheet: Sheet, run: Run, herbs: Sequence[re.Match[str]], at: int) -> Iterator[Line]:
    """Herbs side by side; where more stands among them than was understood, the last of them asks."""
    rest = _ASIDE.sub("", _HERB.sub("", run.text))
    *first, last = (_line(sheet, run, match, at) for match in herbs)
    yield from first
    yield replace(last, review=f"同一行还有“{rest}”没有读清，请核对") if len(rest) > 1 else last


def _doubting(line: Line, match: re.Match[str], *, lent: bool) -> Line:
    """The line asks where what was taken for its count may be the end of its specification, or stood elsewhere."""
    if lent:
        return replace(line, review="数量印在用法一行，请核对")
    spec = match.groupdict().get("spec")
    weight = not spec and match["unit"] in _WEIGHED and _FORM.search(match["name"])
    pack = spec and match.string[: match.start("quantity")].endswith(("*", "×", "x", "X"))
    packed = pack and not match.string[: match.start("quantity") - 1].endswith(" ")
    return replace(line, review="数量可能是规格的一部分，请核对") if weight or packed else line


def _uncounted(line: Line, pieces: Sequence[Piece], sheet: Sheet) -> Line:
    """A drug whose count or unit was not read: it asks."""
    box = sheet.page.filed_box(union([piece.box for piece in pieces]))
    empty = Cell("", "", 0.0, next(iter(line.cells.values())).page, box, "没有读到数量")
    return replace(line, cells={"quantity": empty, **line.cells}, review="没有读清数量，请核对")


def _is_route(match: re.Match[str]) -> bool:
    """Whether a line tells how a drug is taken: it starts with a route and gives no specification."""
    return bool(_ROUTE.match(match.string)) and not match.groupdict().get("spec")


def _line(sheet: Sheet, run: Run, match: re.Match[str], at: int) -> Line:
    found = {key: run.group(match, key) for key in match.groupdict() if match[key]}
    return Line({key: drug_cell(sheet, key, pieces, at) for key, pieces in found.items()}, at)


def drug_cell(sheet: Sheet, key: str, pieces: Sequence[Piece], at: int) -> Cell:
    """A cell of a drug: its count as a figure, anything else as text."""
    if key == "quantity":
        return money_cell(sheet.page, pieces, at=at)
    return text_cell(sheet.page, pieces, name_as_printed(join(pieces)) if key == "name" else None, at=at)

"""The name of the hospital on a page: after its label, else from titles and seals, settled where it was read badly."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.hospitals import hidden_in, is_known, province_of, settled
from ocr.extraction.looks import readings_of
from ocr.extraction.text import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.extraction.layout import Piece, Sheet
    from ocr.reading import Cell

_SEAL_HEAD = re.compile(r"^[^\u4e00-\u9fff]+|^\(?.?章[)。.:、]|^\(?(公|盖|印|签|财务)章\)?|^[^()]{0,2}\)(?=.{4})")
_FOREIGN_HEAD = re.compile(r"^[^\u4e00-\u9fff]+")
_SEAL_TAIL = re.compile(r"(?<=院)(住院|门诊|医疗)?(收费|结算|财务|收款)?专用.?章?.*$")
_SHORTEST = 3
_MORE = re.compile(r"有限(责任)?公司|\([^()]{1,4}(院区|分院|院)\)")
"""What may follow the word for hospital in a name."""
_LEAD = 4
"""A known name after fewer characters than this stands in print that a seal ran into."""
_SURE, _DOUBTFUL = 0.95, 0.6
_OF_TITLE = re.compile(r"票据|收据|监制|清单|发票|[省市区]$")
_NOT_NAME = re.compile(r"^(医疗机构|收款单位|入院|转院|在我院)")


def hospital_in(text: str) -> str:
    """The hospital name a text begins with, or an empty string; the longest that still ends as such names end."""
    bare = text.replace(" ", "")
    found = ""
    for match in re.finditer(
        r"(?=(医院|卫生院|保健院|急救中心|卫生服务中心|医疗中心|诊所|防治院|疗养院|门诊部))", bare
    ):
        end = match.end() + len(match.group(1))
        if re.match(r"[\u4e00-\u9fff()]+$", bare[:end]) and end > _SHORTEST and bare[end : end + 1] != "类":
            found = bare[:end] + (more.group() if (more := _MORE.match(bare[end:])) else "")
    return "" if _NOT_NAME.match(found) else found


def title_hospital(sheet: Sheet) -> tuple[str, Piece] | None:
    """The hospital named in the upper part of a page, the largest print first, else anywhere (seals)."""
    named = [(name, p) for p in sheet.pieces if (name := hospital_in(p.text))]
    upper = sheet.pieces[: max(6, len(sheet.pieces) // 4)]
    titled = [(name, p) for name, p in named if p in upper]
    pool = titled or named
    return max(pool, key=lambda np: (round(np[1].height / 6), len(np[0])), default=None)


def completed(name: str, sheet: Sheet) -> str:
    """A name without what a seal added to it, or completed from another print where a seal cut it off."""
    name = _SEAL_TAIL.sub("", _FOREIGN_HEAD.sub("", _SEAL_HEAD.sub("", name)))
    known = hospital_in(name)
    name = known if known and len(name) - len(known) == 1 else name
    fuller = {
        n for p in sheet.pieces if (n := hospital_in(p.text)) and len(n) > len(name) > _SHORTEST and n.startswith(name)
    }
    return fuller.pop() if len(fuller) == 1 and not hospital_in(name) else name


def institution_of(cell: Cell | None, sheet: Sheet, *, at: int = 0) -> Cell | None:
    """The hospital of a page, given what stands after its label; a name that had to be settled asks."""
    if cell is None or not isinstance(cell.value, str) or not cell.value:
        named = title_hospital(sheet)
        return settle(text_cell(sheet.page, [named[1]], named[0], at=at), sheet) if named else cell
    return settle(replace(cell, value=completed(cell.value, sheet)), sheet)


def settle(cell: Cell, sheet: Sheet) -> Cell:
    """The cell with a name that is known, where what was read is doubtful and can only stand for it."""
    read = str(cell.value)
    if is_known(read):
        return cell
    clean = next((read[lead:] for lead in range(1, _LEAD) if is_known(read[lead:])), "")
    if clean:
        return replace(cell, value=clean)
    province = province_of(p.text for p in sheet.pieces if _OF_TITLE.search(p.text))
    sure = hospital_in(read) == read and (cell.confidence >= _SURE or _weakest(read, sheet) > _DOUBTFUL)
    printed = "" if sure else next((name for name in _elsewhere(read, sheet) if is_known(name)), "")
    if printed:
        return replace(cell, value=printed, proof="与本页他处印的名称一致", review=None)
    likely = hidden_in(read, province) or ("" if sure else settled(read, province))
    if not likely:
        return cell
    return replace(cell, value=likely, review=f"读作“{read}”，按医院的通常名称填入，请核对")


def _weakest(read: str, sheet: Sheet) -> float:
    """The smallest character probability of the print a name was read from; 0 where it is no single text."""
    return max((p.spread for p in sheet.pieces if read in p.text.replace(" ", "")), default=0.0)


def _elsewhere(read: str, sheet: Sheet) -> Iterator[str]:
    """Names of hospitals that other print of the page, or another reading of it, completes the read one to."""
    for piece in sheet.pieces:
        texts = [piece.text, *readings_of(sheet.page, piece.box)] if sheet.page.looks else [piece.text]
        for text in texts:
            name = hospital_in(text)
            if name and _like(read, name):
                yield name
            yield from _joined(read, text.replace(" ", ""))


def _like(read: str, name: str) -> bool:
    return distance(read, name) <= len(name) // 2


def _joined(read: str, text: str) -> Iterator[str]:
    """A name that was cut off, with its rest from another text: ``昆山市第`` and ``...第二人民医院``."""
    if hospital_in(read) != read and text.count(read[-1:]) == 1:
        yield read + text.partition(read[-1:])[2]

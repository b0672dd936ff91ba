"""Lines that follow from the national list and its notes alone, for every article in it, without our matching.

In the list: a name with a form that clause 8 merges into the listed one (阿卡波糖 + 胶囊), each form that a row of
patent medicine names. Outside: a form that no row of the name holds (clauses 8 and 9), and a Roman numeral that no row
holds (clause 7: names with Roman numerals are listed for themselves).
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from resources import ROOT
from review.catalogue.entry import OUTSIDE, Printed
from tests.matching.labels import NAMES, Case, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIST = ROOT / "catalogues" / "nrdl-2024" / "entries.csv"
EDITION = "nrdl-2024"
SOURCE = "凡例派生"
TAILS = {
    "口服常释剂型": ("片", "胶囊", "分散片", "肠溶片", "软胶囊", "肠溶胶囊"),
    "缓释控释剂型": ("缓释片", "控释片", "缓释胶囊"),
    "口服液体剂": ("口服溶液", "糖浆", "干混悬剂"),
    "颗粒剂": ("颗粒",),
    "注射剂": ("注射液",),
    "软膏剂": ("乳膏", "软膏"),
    "滴眼剂": ("滴眼液",),
    "栓剂": ("栓",),
    "凝胶剂": ("凝胶",),
    "滴耳剂": ("滴耳液",),
}
"""Forms of clause 8 whose members tell by the end of the name which of them they are, with such ends."""
UNMERGED = {"乳膏剂": "软膏剂", "口服溶液剂": "口服液体剂", "口服混悬剂": "口服液体剂", "口服乳剂": "口服液体剂"}
"""Forms the list prints for themselves, whose ends are those of a merged form."""
HERBAL = ("片", "胶囊", "颗粒", "口服液", "合剂", "糖浆", "软胶囊", "滴丸", "散", "酊", "贴膏", "栓", "凝胶", "喷雾剂")
"""Forms of patent medicines (clause 9 merges none of these)."""
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,}")
_ROW = re.compile(r"([\u4e00-\u9fff]+?)(" + "|".join(sorted(HERBAL, key=len, reverse=True)) + r")(?:\(([^()]+)\))?")
_ROMAN = re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧIVX]")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the list: key, number without its star, name, form, section."""

    key: str
    number: str
    name: str
    form: str
    section: str


@cache
def _rows() -> tuple[_Row, ...]:
    with LIST.open(encoding="utf-8", newline="") as source:
        return tuple(
            _Row(row["key"], re.sub(r"\D", "", row["official_no"]), row["name"], row["dosage_form"], row["section"])
            for row in csv.DictReader(source)
        )


def derived_cases() -> tuple[Case, ...]:
    """All derived lines, in the order of the list; a name that two articles could claim is left out."""
    made = [*_western(), *_herbal()]
    claims: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for case in made:
        claims[case.printed.name].add(case.entries)
    listed = {row.name for row in _rows()}
    sole = {case.printed.name: case for case in made if len(claims[case.printed.name]) == 1}
    return tuple(case for name, case in sole.items() if not case.outside or name not in listed)


def _western() -> Iterator[Case]:
    by_name: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in _rows():
        if row.form and _PLAIN.fullmatch(row.name):
            by_name[row.name].append(row)
    for name, rows in by_name.items():
        if len({row.number for row in rows}) == 1:
            yield from (_listed(name + _one(TAILS[row.form], name), [row]) for row in rows if row.form in TAILS)
            yield from _beyond(name, rows)


def _beyond(name: str, rows: Sequence[_Row]) -> Iterator[Case]:
    """The name with a form, and with a numeral, that no row of any article containing the name holds."""
    kin = [row for row in _rows() if name in row.name]
    if any(not row.form for row in kin):
        return
    held = {UNMERGED.get(row.form, row.form) for row in kin} | {f for row in kin for f in TAILS if f in row.form}
    free = [form for form in TAILS if form not in held and not (form == "凝胶剂" and _gels(held))]
    if free:
        yield _outside(name + _one(TAILS[_one(free, name)], name), rows[0])
    tails = [tail for row in rows if row.form in TAILS for tail in TAILS[row.form]]
    if tails and not any(_ROMAN.search(row.name) for row in kin):
        yield _outside(f"{name}{_one(tails, name)}({_one(('Ⅱ', 'Ⅲ'), name)})", rows[0])


def _gels(held: set[str]) -> bool:
    return any("凝胶" in form for form in held)


def _herbal() -> Iterator[Case]:
    stems: defaultdict[str, set[str]] = defaultdict(set)
    parsed = [(row, found) for row in _rows() if "中成药" in row.section and (found := _ROW.fullmatch(row.name))]
    for row, found in parsed:
        forms = (found[2], *(found[3] or "").split("、")) if found[3] else (found[2],)
        stems[found[1]].update(forms)
        yield from (_listed(found[1] + form, [row]) for form in forms if form in HERBAL)
    for row, found in parsed:
        others = [other for other in _rows() if other is not row and other.name.startswith(found[1])]
        free = [form for form in HERBAL if form not in stems[found[1]]]
        if not others and free:
            yield _outside(found[1] + _one(free, found[1]), row)


def _one(choices: Sequence[str], name: str) -> str:
    return choices[hashlib.sha256(name.encode()).digest()[2] % len(choices)]


def _listed(name: str, rows: Sequence[_Row]) -> Case:
    return Case(Printed(name), frozenset(f"{EDITION}/{row.key}" for row in rows), "drug", _substance(rows[0]), SOURCE)


def _outside(name: str, row: _Row) -> Case:
    return Case(Printed(name), frozenset({OUTSIDE}), "drug", _substance(row), SOURCE)


@cache
def _substances() -> dict[str, str]:
    """The substance that the labelled set gives to a number of the list, so that both keep it in one half."""
    numbers = {f"{EDITION}/{row.key}": (row.section, row.number) for row in _rows()}
    named = [(entry, case.substance) for case in read_cases(NAMES) for entry in case.entries if entry in numbers]
    return {"".join(numbers[entry]): substance for entry, substance in named}


def _substance(row: _Row) -> str:
    return _substances().get(row.section + row.number, row.section + row.number)

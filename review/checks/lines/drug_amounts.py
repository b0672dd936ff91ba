"""More of a drug than the days of care, and the days it may be taken away for, allow."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import paper_lines, quantity_of, relied_on
from review.checks.lines.herbs_alone import SECTION
from review.checks.lines.line_words import line_words
from review.checks.paperwork import STAYS, call_line, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line

_PACKED = re.compile(r"(\d{1,4})\s*(片|粒|支|瓶|袋)((?:\s*[*×xX]\s*\d{1,3}\s*(?:板|小盒|袋|瓶|盒)){0,2})")
_TIMES = re.compile(r"[*×xX]\s*(\d{1,3})")
_PACKS = frozenset({"盒", "瓶", "包", "袋"})
_GRAMS = frozenset({"g", "克"})

Counted = tuple[str, Decimal]
"""The unit a drug is counted in, and how many of it one unit of a line holds."""


def drug_amounts(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Drugs of which far more was charged than anyone takes in that time; silent where the packing does not tell."""
    days = _days(claim)
    if days is None:
        return
    of_care, away = days
    by_drug = (drug for paper in paper_lines(claim) for drug in _by_drug(paper, context).items())
    for (entry_id, unit), lines in by_drug:
        entry = context.entry(entry_id)
        counted = sum((number for number, _ in lines), Decimal(0))
        in_care, taken = line_words().daily_most[unit]
        most = in_care * of_care + taken * away
        if entry and counted > most and relied_on([line for _, line in lines]):
            yield _finding(lines[0][1], entry, f"{counted.normalize():f}{unit}", (of_care, away, f"{most:f}{unit}"))


def counted_in(spec: str, unit: str) -> Counted | None:
    """What one unit of a line holds: one piece, or as many as the specification packs; None where neither is told."""
    unit = unit.strip()
    packed = _PACKED.search(unicodedata.normalize("NFKC", spec))
    if unit in _PACKS and packed and packed[2] != unit:
        times = [int(number) for number in _TIMES.findall(packed[3])]
        number = Decimal(packed[1])
        for factor in times:
            number *= factor
        return packed[2], number
    return (unit, Decimal(1)) if unit in line_words().daily_most else None


def _days(claim: Claim) -> tuple[int, int] | None:
    """Days of care, and those that drugs may be taken away for; None where days of care are not known."""
    first, last = claim.care.admitted, claim.care.discharged or claim.care.admitted
    if first is None or last is None or last < first:
        return None
    away = line_words().taken_away_stay if claim.care.kind in STAYS else line_words().taken_away_visit
    return (last - first).days + 1, away


def _by_drug(paper: tuple[Line, ...], context: CheckContext) -> dict[tuple[str, str], list[tuple[Decimal, Line]]]:
    """Lines of each matched drug with the number of pieces they count."""
    found: defaultdict[tuple[str, str], list[tuple[Decimal, Line]]] = defaultdict(list)
    for line in paper:
        entry, counted = context.entry(line.entry_id), counted_in(line.text("spec"), line.text("unit"))
        if entry and counted and entry.kind is EntryKind.DRUG and _fits(entry, counted[0]):
            found[(entry.id, counted[0])].append((quantity_of(line) * counted[1], line))
    return found


def _fits(entry: Entry, unit: str) -> bool:
    """Grams count herbal pieces, and nothing else counts them."""
    return (unit in _GRAMS) == (entry.section == SECTION)


def _finding(line: Line, entry: Entry, counted: str, most: tuple[int, int, str]) -> Finding:
    return Finding(
        code="drug-amount",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="药品数量过多",
        message=(
            f"{call_line(line)}等按“{entry.name}”共计{counted}；"
            f"就诊{most[0]}天、另按带药{most[1]}天从宽计，最多{most[2]}。"
        ),
        advice="请核对数量、规格和单位有无改动或识别错误，并对照医嘱；多开部分可剔除。",
        basis="处方管理办法第十九条、长期处方管理规范；每日上限按经验从宽",
        values={"entry": entry.id, "counted": counted},
        place=place((line.values.get("quantity"), line.values.get("name"))),
    )

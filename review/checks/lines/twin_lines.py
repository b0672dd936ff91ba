"""The same service charged twice on one day, in lines that are alike in every cell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.catalogue.entry import EntryKind
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, paper_lines, relied_on
from review.checks.lines.line_words import line_words
from review.checks.paperwork import call_line, day, line_place
from review.claim.paper import LineVerdict
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_KEYS = ("date", "code", "name", "spec", "unit", "unit_price", "quantity", "amount")
_NAMED = 3


def twin_lines(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """One clue for all services of some price that stand twice on a day, refunds taken off.

    Drugs and supplies are left alone: they are given several times a day. Each paper is looked at by itself.
    """
    papers = paper_lines(claim)
    found = [lines for paper in papers for lines in _alike(paper, context) if len(lines) > 1]
    if found:
        yield _finding(found)


def cells(line: Line) -> tuple[str, ...]:
    """What a line says of its charge, cell by cell."""
    return tuple(line.text(key).strip() for key in _KEYS)


def _alike(paper: tuple[Line, ...], context: CheckContext) -> Iterator[list[Line]]:
    """Paid lines of dear services, by what they say, less those that were given back."""
    by_cells: defaultdict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in (line for line in paper if line.verdict is LineVerdict.PAY):
        entry = context.entry(line.entry_id)
        if entry and entry.kind is EntryKind.SERVICE and amount_of(line) >= line_words().twin_amount and _dated(line):
            by_cells[cells(line)].append(line)
    back = [line.text("name").strip() for line in paper if amount_of(line) < 0]
    for lines in by_cells.values():
        yield lines[back.count(lines[0].text("name").strip()) :]


def _dated(line: Line) -> bool:
    return day(line.text("date")) is not None and relied_on([line], _KEYS)


def _finding(found: list[list[Line]]) -> Finding:
    shown = "、".join(f"{call_line(lines[0])}{lines[0].text('date')}共{len(lines)}次" for lines in found[:_NAMED])
    amount = sum(amount_of(line) for lines in found for line in lines[1:])
    return Finding(
        code="twin-lines",
        severity=Severity.CLUE,
        subject="claim",
        title="同日同价重复的项目",
        message=(
            f"{len(found)}个项目同一天有完全相同的收费行：{shown}{'等' if len(found) > _NAMED else ''}，"
            f"多出部分共{thousands(amount)}元。"
        ),
        advice="请对照病历核对是否做了多次（如双侧、多部位）；重复收取的请剔除多出的行。",
        basis="同一日期、项目、单价、数量和金额的明细行",
        values={"lines": " ".join(str(line.id) for lines in found for line in lines)},
        place=line_place(found[0][-1]),
    )

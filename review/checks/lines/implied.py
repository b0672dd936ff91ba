"""Operations, anaesthesia, implants, infusions: what one of them implies and the statement does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, relied_on, whole
from review.checks.lines.line_words import least_lines, pairs
from review.checks.paperwork import call_line, line_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.lines.line_words import Pair
    from review.claim.claim import Claim
    from review.claim.paper import Line


def implied(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """A clue for each pair of which a whole statement holds the one and not the other.

    What is missing tells only where nothing is missing from the paper: statements that do not add up to the receipts,
    short ones (packages), and names in doubt, are left alone.
    """
    lines = [line for line in whole(claim) if amount_of(line) > 0]
    if len(lines) < least_lines() or not relied_on(lines, ("name",)):
        return
    named: dict[str, Line] = {}
    for line in lines:
        named.setdefault(line.text("name"), line)
    for pair in pairs():
        telling = [name for name in named if pair.when.search(name) and not pair.but.search(name)]
        if telling and not any(pair.needs.search(name) for name in named.keys() - telling):
            yield _finding(pair, named[telling[0]])


def _finding(pair: Pair, line: Line) -> Finding:
    return Finding(
        code=pair.code,
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title=pair.title,
        message=f"{call_line(line)}：{pair.message}。",
        advice="请对照手术记录和医嘱核对清单是否缺页、项目是否打包收费；没有做的项目请剔除。",
        basis="手术、麻醉、植入材料等相互印证（按经验，供人判断）",
        values={"name": line.text("name"), "pair": pair.code},
        place=line_place(line),
    )

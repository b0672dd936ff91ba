"""The grounds of a settlement: findings with the answers they got, the trace with formula and clause, what to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak

from review.checks.finding import Severity
from review.money import thousands
from review.policy.explain import basis_told, chapters, inputs_told, rested_on
from review.policy.words import step_title
from review.reports.page import WIDTH
from review.reports.palette import BAD, GROUND, MUTE, SMALL, WARN, block, long_table, para, style, table_style
from review.reports.words import SEVERITIES, VERDICTS, moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.platypus import Flowable

    from review.policy.settlement import Settlement, Step
    from review.reports.inputs import Imprint, Judged

_COLOURS: dict[Severity, Color] = {Severity.BLOCKS: BAD, Severity.DECISION: WARN, Severity.CLUE: MUTE}
_SMALL = style(SMALL)
_BEGIN = 40 * mm
"""Room that must be left on a page for the trace to begin on it."""


def findings(judged: Sequence[Judged], imprint: Imprint) -> list[Flowable]:
    """Each finding with its answer, reason, and who gave it when."""
    if not judged:
        return block("疑点与审核意见", para("本次审核没有发现疑点。", _SMALL))
    rows: list[list[Any]] = [
        ["类别", "疑点", "依据", "审核意见"],
        *([*_finding(one), _answer(one, imprint)] for one in judged),
    ]
    widths = [WIDTH * share for share in (0.13, 0.42, 0.19, 0.26)]
    look = table_style(("VALIGN", (0, 0), (-1, -1), "TOP"), size=SMALL)
    return block(f"疑点与审核意见（{len(judged)} 项）", long_table(rows, widths, look))


def _finding(one: Judged) -> list[Flowable]:
    found = one.finding
    label = style(SMALL, bold=True, colour=_COLOURS[found.severity])
    return [
        para(SEVERITIES[found.severity], label),
        para(f"{found.title}：{found.message}", _SMALL),
        para(found.basis, _SMALL),
    ]


def _answer(one: Judged, imprint: Imprint) -> Flowable:
    if one.decision is None:
        return para("—" if one.finding.severity is Severity.CLUE else "未处理", _SMALL)
    given = one.decision
    who = imprint.person(given.decided_by)
    return para(f"{VERDICTS[given.verdict]}：{given.reason}（{who} {moment(given.decided_at)}）", _SMALL)


def trace(settlement: Settlement) -> list[Flowable]:
    """Each step with its formula, its inputs, the figure of policy it used, and the result; a heading each chapter."""
    rows: list[list[object]] = [["序", "步骤", "算式与数据", "政策参数与依据", "结果（元）"]]
    look: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    for chapter in chapters(settlement):
        first, last = (0, len(rows)), (-1, len(rows))
        look += [("SPAN", first, last), ("BACKGROUND", first, last, GROUND), ("NOSPLIT", first, (-1, len(rows) + 1))]
        rows.append([para(chapter.title, style(SMALL, bold=True)), "", "", "", ""])
        rows += [_step(number, step) for number, step in chapter.numbered]
    widths = [WIDTH * share for share in (0.045, 0.15, 0.36, 0.32, 0.125)]
    return [
        CondPageBreak(_BEGIN),
        *block("计算过程", long_table(rows, widths, table_style(*look, figures=(4,), size=SMALL))),
    ]


def _step(number: int, step: Step) -> list[object]:
    sum_: list[Flowable] = [para(step.formula, _SMALL)]
    if step.inputs:
        sum_.append(para(inputs_told(step), style(SMALL, colour=MUTE)))
    basis = [para(basis_told(used), _SMALL) for used in rested_on(step)] or [para("—", _SMALL)]
    return [str(number), para(step_title(step), _SMALL), sum_, basis, thousands(step.result)]


def warnings(settlement: Settlement) -> list[Flowable]:
    """What a reader must know beside the figures."""
    if not settlement.warnings:
        return []
    told = (para(f"{k}. {text}", _SMALL) for k, text in enumerate(settlement.warnings, start=1))
    return block("须说明的事项", *told)

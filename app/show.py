"""Findings and settlements on a terminal, for the command line and the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from app.language import t
from review.money import thousands
from review.policy.waterfall import Side, waterfall

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from review.policy.settlement import Settlement
    from review.policy.waterfall import Span
    from review.services.settle import FindingView

STATUSES = {"unconfirmed": t("未经确认", "unconfirmed"), "confirmed": t("已确认", "confirmed")}
SIGNS = {"blocks": "[red]■[/]", "decision": "[yellow]▲[/]", "clue": "[blue]○[/]"}
ENGLISH = {
    "total": "total",
    "self_paid": "self-paid",
    "over_limit": "over limit",
    "advance_self_pay": "advance self-pay",
    "eligible": "eligible",
    "already_paid": "paid elsewhere",
    "advance_out_of_region": "advance out of region",
    "deductible": "deductible",
    "copay": "co-payment",
    "over_ceiling": "over ceiling",
    "basic_fund": "basic fund",
    "serious_illness_fund": "serious illness",
    "medical_aid_fund": "medical aid",
    "fund_total": "fund total",
    "personal": "personal",
}
"""Falls of the waterfall in English; a layer that only its pack names keeps its own title."""
BAR = 24
"""Characters of a bar."""
COLOURS = {Side.SUM: "bold", Side.OWN: "yellow", Side.FUND: "green", Side.ELSEWHERE: "dim"}


def print_findings(console: Console, views: Iterable[FindingView]) -> None:
    """One line a finding, with its answer or, while it is open, with what to do."""
    lines = [line for view in views for line in _finding(view)]
    console.print(*(lines or [t("✓ 没有疑点", "✓ no findings")]), sep="\n", soft_wrap=True)


def _finding(view: FindingView) -> Iterable[str]:
    finding, decision = view.finding, view.decision
    yield f"{SIGNS[finding.severity.value]} [bold]{finding.title}[/] {finding.message}"
    if decision:
        verdict = {"allow": t("允许", "allowed"), "exclude": t("剔除", "excluded")}[decision.verdict.value]
        yield f"   [green]✓ {verdict}[/] {decision.reason}（{decision.decided_by}）"
    else:
        yield f"   {finding.advice}  [dim]{finding.code}@{finding.subject} · {finding.basis}[/]"


def print_settlement(console: Console, result: Settlement) -> None:
    """The settlement as a waterfall, with the pack that made it and its warnings."""
    status = STATUSES.get(result.pack.status, result.pack.status)
    table = Table(title=f"{t('结算', 'Settlement')} · {result.pack.id} {result.pack.version} · {status}", box=SIMPLE)
    table.add_column(t("项目", "item"))
    table.add_column(t("金额（元）", "yuan"), justify="right")
    table.add_column("", no_wrap=True)
    table.add_column(t("怎么算的", "reckoned"))
    shown = waterfall(result)
    for fall in shown.falls:
        look = COLOURS[fall.side]
        title = t(fall.title, ENGLISH.get(fall.key, fall.title))
        amount = Text(thousands(fall.amount), "bold" if fall.key == "personal" else look)
        table.add_row(Text(title), amount, Text(_bar(shown.span(fall)), look), Text(fall.how, "dim"))
    console.print(table)
    for warning in result.warnings:
        console.print(f"[yellow]▲[/] {escape(warning)}", soft_wrap=True)


def _bar(span: Span) -> str:
    """A bar of blocks; the smallest stretch that is one is a thin line."""
    start, end = round(span.start * BAR), round(span.end * BAR)
    drawn = "█" * (end - start) or ("▏" if span.end > span.start else "")
    return " " * start + drawn

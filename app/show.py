"""Findings and settlements on a terminal, for the command line and the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.table import Table

from app.language import t
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from review.policy.settlement import Settlement
    from review.services.settle import FindingView

STATUSES = {"unconfirmed": t("未经确认", "unconfirmed"), "confirmed": t("已确认", "confirmed")}
SIGNS = {"blocks": "[red]■[/]", "decision": "[yellow]▲[/]", "clue": "[blue]○[/]"}
LADDER = (
    ("total", "总费用", "total"),
    ("self_paid", "全自费", "self-paid"),
    ("over_limit", "超限价", "over limit"),
    ("advance_self_pay", "先行自付", "advance self-pay"),
    ("eligible", "政策范围内", "eligible"),
    ("advance_out_of_region", "转外先行自付", "advance out of region"),
    ("deductible", "起付线", "deductible"),
    ("basic_fund", "统筹基金", "basic fund"),
    ("serious_illness_fund", "大病保险", "serious illness"),
    ("medical_aid_fund", "医疗救助", "medical aid"),
    ("supplement_fund", "补充保险", "supplement"),
    ("fund_total", "基金支付合计", "fund total"),
    ("personal", "个人负担", "personal"),
)


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
    """The settlement sheet as a table, with the pack that made it and its warnings."""
    status = STATUSES.get(result.pack.status, result.pack.status)
    table = Table(title=f"{t('结算', 'Settlement')} · {result.pack.id} {result.pack.version} · {status}", box=SIMPLE)
    table.add_column(t("项目", "item"))
    table.add_column(t("金额（元）", "yuan"), justify="right")
    for key, chinese, english in LADDER:
        amount = thousands(getattr(result, key))
        bold = key in {"total", "fund_total", "personal"}
        table.add_row(*(f"[bold]{x}[/]" if bold else x for x in (t(chinese, english), amount)))
    console.print(table)
    for warning in result.warnings:
        console.print(f"[yellow]▲[/] {warning}", soft_wrap=True)

"""`lingbao queue`, `show`, `correct`, `check`: look at claims and mend them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table

from app.cli.base import Json, Number, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from app.show import print_findings
from review.claim.moves import STATE_NAMES
from review.claim.states import ClaimState
from review.errors import InputError
from review.money import thousands
from review.services import desk, queue, settle
from review.services.desk import Edit
from review.services.queue import QueueFilter

if TYPE_CHECKING:
    from rich.console import JustifyMethod

    from review.claim.claim import Claim
    from review.services.settle import FindingView

COLUMNS: tuple[tuple[str, JustifyMethod, int], ...] = (
    (t("单号", "number"), "left", 13),
    (t("状态", "state"), "left", 8),
    (t("姓名", "name"), "left", 8),
    (t("医院", "hospital"), "left", 6),
    (t("总费用", "total"), "right", 10),
    (t("应付", "payable"), "right", 10),
    (t("疑点", "findings"), "left", 8),
    (t("余日", "days left"), "right", 4),
)
STANDINGS = {"proven": "✓", "confirmed": "✓", "typed": "✎", "read": " ", "doubtful": "▲", "contradicted": "■"}


@app.command(
    name="queue",
    help=t("列出报销单", "list claims"),
    epilog=examples("lingbao queue", "lingbao queue --state first_review --text 王 --json"),
)
def list_queue(
    state: Annotated[list[ClaimState] | None, typer.Option("--state", "-s", help=t("状态", "state"))] = None,
    text: Annotated[str, typer.Option("--text", "-t", help=t("姓名、单号或医院", "name, number or hospital"))] = "",
    *,
    as_json: Json = False,
) -> None:
    """List claims, earliest due first."""
    rows = queue.queue(office(), QueueFilter(states=tuple(state or ()), text=text))
    if as_json:
        print_json(rows)
        return
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    for title, justify, width in COLUMNS:
        table.add_column(title, justify=justify, min_width=width, no_wrap=True)
    for row in rows:
        doubts = f"■{row.blocks}▲{row.decisions}○{row.clues}"
        money = [thousands(row.total), "" if row.payable is None else thousands(row.payable)]
        left = "" if row.days_left is None else str(row.days_left)
        table.add_row(row.number, STATE_NAMES[row.state], row.name, row.hospital, *money, doubts, left)
    out.print(table if rows else t("没有报销单", "no claims"))


@app.command(help=t("显示一份报销单", "show a claim"), epilog=examples("lingbao show 20260318-0042 --json"))
def show(number: Number, *, as_json: Json = False) -> None:
    """Show a claim with its papers, values and lines; targets for `correct` stand beside each."""
    claim = queue.load_claim(office(), number)
    if as_json:
        print_json(claim)
        return
    out.print(f"[bold]{claim.number}[/] {claim.state.value}  {claim.insured.name}  {claim.care.hospital}")
    _print_papers(claim)


def _print_papers(claim: Claim) -> None:
    for document in claim.documents:
        out.print(f"\n[bold]{document.kind.value}[/]  document:{document.id}")
        for value in document.values.values():
            out.print(
                f"  {STANDINGS[value.standing.value]} value:{value.id:<5} {value.key:18} {value.value}  {value.reason}"
            )
        for line in document.lines:
            cells = "  ".join(cell.value for cell in line.values.values())
            struck = "[strike]" if line.removed else ""
            out.print(f"  line:{line.id:<5} {struck}{cells}  → {line.entry_id or '?'} {line.review}")
        for reason in () if document.review_cleared else document.review:
            out.print(f"  [red]■ {reason}[/]")


@app.command(
    help=t("更正数值（每次更正即刻保存）", "correct values (each is saved at once)"),
    epilog=examples(
        "lingbao correct 20260318-0042 value:17=65.80 -u li",
        "lingbao correct 20260318-0042 care.filing=referral line:9:quantity=2 -u li",
        "lingbao correct 20260318-0042 --confirm value:17 --choose 9=nrdl-2024/123 -u li",
    ),
)
def correct(
    number: Number,
    edits: Annotated[list[str] | None, typer.Argument(metavar="TARGET=VALUE...")] = None,
    user: User = "",
    *,
    confirm: Annotated[list[str] | None, typer.Option(help=t("照准目标", "confirm a target as read"))] = None,
    choose: Annotated[list[str] | None, typer.Option(help=t("行号=目录条目", "line=catalogue entry"))] = None,
    undo: Annotated[bool, typer.Option(help=t("撤销上一次更正", "undo the last correction"))] = False,
    as_json: Json = False,
) -> None:
    """Correct, confirm, choose or undo."""
    place = office()
    actor = acting(place, user)
    pairs = [Edit(*_split(edit)) for edit in edits or ()]
    if pairs:
        desk.correct(place, actor, number, pairs, version=queue.load_claim(place, number).version)
    if confirm:
        desk.confirm(place, actor, number, confirm)
    for line, entry in map(_split, choose or ()):
        desk.choose_entry(place, actor, number, int(line), entry)
    if undo:
        desk.undo(place, actor, number)
    claim = queue.load_claim(place, number)
    if as_json:
        print_json(claim)
    else:
        out.print(t(f"已保存，版本 {claim.version}", f"saved, version {claim.version}"))


def _split(text: str) -> tuple[str, str]:
    target, equals, value = text.partition("=")
    if not equals:
        message = f"“{text}”不是 目标=值 的形式；没有保存任何更正"
        raise InputError(message, advice="例如 value:17=65.80")
    return target, value


@app.command(help=t("列出疑点", "list the findings"), epilog=examples("lingbao check 20260318-0042 --json"))
def check(number: Number, *, as_json: Json = False) -> None:
    """Run every check on a claim; exit 6 while a finding is open that needs a person."""
    views = settle.findings(office(), number)
    if as_json:
        print_json({"findings": [_finding(view) for view in views]})
    else:
        print_findings(out, views)
    if any(view.decision is None and view.finding.severity != "clue" for view in views):
        raise typer.Exit(6)


def _finding(view: FindingView) -> dict[str, object]:
    finding = view.finding
    told = {part.name: getattr(finding, part.name) for part in fields(finding)}
    return {**told, "fingerprint": finding.fingerprint, "decision": view.decision}

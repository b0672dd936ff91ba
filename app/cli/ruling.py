"""`lingbao rules`: read tables of the rule library, look into it, take batches over and out of use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.base import Json, Reason, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.rules.book import shipped_book
from review.rules.comparing import against
from review.rules.proposal import RuleFault, RuleProposal
from review.rules.rule import Rule
from review.rules.saying import said
from review.rules.tables import read_rules_apart
from review.services import rulebooks

SHOWN = 20
"""Faults shown on a screen; JSON gives all."""

File = Annotated[Path, typer.Argument(metavar="FILE", help=t("Excel 或 CSV 文件", "Excel or CSV file"))]
Batch = Annotated[str, typer.Argument(metavar="BATCH", help=t("批次", "batch"))]

rules = typer.Typer(
    no_args_is_help=True,
    help=t("规则库（两库）", "the rule library"),
    epilog=examples("lingbao rules read 规则表.xlsx --json", "lingbao rules search 护理"),
)
app.add_typer(rules, name="rules")


@rules.command(
    "read",
    help=t("读出规则表，不导入", "read a table of rules without importing"),
    epilog=examples("lingbao rules read 规则表.xlsx", "lingbao rules read 规则表.xlsx --json"),
)
def read(file: File, *, as_json: Json = False) -> None:
    """Read a file; no office is touched. Rules at odds with the shipped ones are told beside the faults.

    Fails where no rule could be read.
    """
    proposal = read_rules_apart(file)
    faults = (*proposal.faults, *against(shipped_book(), proposal))
    if as_json:
        print_json({"batch": proposal.batch, "rules": proposal.rules, "faults": faults})
    else:
        _tell_read(file.name, proposal, faults)
    if not proposal.rules:
        raise typer.Exit(1)


def _tell_read(name: str, proposal: RuleProposal, faults: tuple[RuleFault, ...]) -> None:
    batch = proposal.batch
    counted = f"{batch.rows} 行，读入 {batch.loaded} 行，{len(proposal.rules)} 条规则"
    out.print(
        t(
            f"{name}：{counted}",
            f"{name}: {batch.rows} rows, {batch.loaded} loaded, {len(proposal.rules)} rules",
        )
    )
    _tell_faults(faults)


def _tell_faults(faults: tuple[RuleFault, ...]) -> None:
    for fault in faults[:SHOWN]:
        place = " ".join(filter(None, (fault.sheet, str(fault.row or ""), fault.found)))
        mark = "✗" if fault.stops or fault.left_out else "▲"
        out.print(f"{mark} {place}  {fault.said}", markup=False, soft_wrap=True)
    if len(faults) > SHOWN:
        hidden = len(faults) - SHOWN
        out.print(t(f"  另有 {hidden} 处；用 --json 看全部", f"  {hidden} more; --json shows all"))


@rules.command("list", help=t("列出批次", "list the batches"), epilog=examples("lingbao rules list --json"))
def list_batches(*, as_json: Json = False) -> None:
    """Every batch, shipped and own, with its rows and whether it is in use."""
    found = rulebooks.rule_batches(office())
    if as_json:
        print_json({"batches": found})
        return
    for view in found:
        batch, ended = view.batch, t("已停用", "withdrawn") if view.withdrawn else ""
        words = (batch.id, batch.title, str(batch.published or ""), f"{batch.loaded}/{batch.rows}", ended)
        out.print("  ".join(filter(None, words)), markup=False, soft_wrap=True)


@rules.command(
    "search",
    help=t("查找规则", "search the rules"),
    epilog=examples("lingbao rules search 护理", "lingbao rules search 注射液 --batch 6-drug-course"),
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=t("名称、编码或备注", "name, code or remark"))],
    *,
    batch: Annotated[str, typer.Option("--batch", help=t("只看这一批", "of this batch only"))] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    as_json: Json = False,
) -> None:
    """Rules in force that hold all the words; of a batch that is withdrawn, the rules it had, marked so."""
    page = rulebooks.rules(office(), " ".join(words), batch, limit)
    if as_json:
        print_json(page)
        return
    ended = {view.batch.id for view in rulebooks.rule_batches(office()) if view.withdrawn}
    for rule in page.rules:
        mark = t("（已停用）", "(withdrawn) ") if rule.batch in ended else ""
        out.print(f"{mark}{_line(rule)}", markup=False, soft_wrap=True)
    out.print(t(f"共 {page.total} 条", f"{page.total} rules"))


def _line(rule: Rule) -> str:
    return f"{rule.id}  {rule.name}  {said(rule)}"


@rules.command(
    "import",
    help=t("导入一批规则", "import a batch of rules"),
    epilog=examples("lingbao rules import 规则表.xlsx -u sun"),
)
def take_over(file: File, *, user: User = "", as_json: Json = False) -> None:
    """Read a file and make its rules a batch of the office; rows with faults stay out."""
    place = office()
    actor = acting(place, user)
    proposal = rulebooks.propose_rules(place, file)
    faults = (*proposal.faults, *against(place.rules, proposal))
    view = rulebooks.take_over_rules(place, actor, proposal)
    if as_json:
        print_json({"batch": view.batch, "faults": faults})
        return
    _tell_faults(faults)
    batch = view.batch
    out.print(
        t(
            f"✓ 已导入 {batch.id}：{batch.rows} 行中的 {batch.loaded} 行",
            f"✓ imported {batch.id}: {batch.loaded} of {batch.rows} rows",
        ),
        markup=False,
    )


@rules.command(
    "withdraw",
    help=t("停用一批规则", "take a batch out of use"),
    epilog=examples('lingbao rules withdraw 6-drug-course -r "本省另有规定" -u sun'),
)
def withdraw(batch: Batch, *, reason: Reason, user: User = "") -> None:
    """Take a batch, shipped or own, out of use; it stays listed."""
    place = office()
    rulebooks.withdraw_rules(place, acting(place, user), batch, reason)
    out.print(t(f"✓ 已停用 {batch}", f"✓ withdrawn {batch}"), markup=False)


@rules.command(
    "restore",
    help=t("恢复使用一批规则", "take a batch into use again"),
    epilog=examples('lingbao rules restore 6-drug-course -r "规定已废止" -u sun'),
)
def restore(batch: Batch, *, reason: Reason, user: User = "") -> None:
    """Take a withdrawn batch into use again."""
    place = office()
    rulebooks.restore_rules(place, acting(place, user), batch, reason)
    out.print(t(f"✓ 已恢复 {batch}", f"✓ restored {batch}"), markup=False)


@rules.command(
    "caught",
    help=t("各规则一年查出多少", "what each rule caught in a year"),
    epilog=examples("lingbao rules caught --year 2026"),
)
def caught(
    *,
    year: Annotated[int, typer.Option("--year", help=t("默认今年", "this year unless told"))] = 0,
    as_json: Json = False,
) -> None:
    """Claims, lines and excluded sums by rule, most claims first."""
    place = office()
    found = rulebooks.caught(place, year or place.today.year)
    if as_json:
        print_json({"caught": found})
        return
    known = {rule.id: rule for rule in place.rules.rules}
    for rule_id, one in sorted(found.items(), key=lambda item: (-item[1].claims, item[0])):
        named = _line(known[rule_id]) if rule_id in known else rule_id
        counted = t(f"{one.claims} 单 {one.lines} 行", f"{one.claims} claims {one.lines} lines")
        out.print(f"{named}  {counted}  {one.excluded}", markup=False, soft_wrap=True)
    if not found:
        out.print(t("没有", "none"))

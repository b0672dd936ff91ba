"""`lingbao policy`: the packs that came with the software, what they say, what is doubtful, how two differ."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.base import Json, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.errors import InputError, PolicyError
from review.packs.figures import figures
from review.packs.pack import load_pack, origins, pack_heads, pack_tree
from review.packs.pack_changes import changed_spans, changes, shown
from review.packs.pack_lint import lint, lint_tree
from review.services.policies import version_tree
from review.services.replaying import OWN

if TYPE_CHECKING:
    from review.packs.pack_changes import Change
    from review.packs.pack_lint import Note

policy = typer.Typer(no_args_is_help=True, help=t("政策包", "policy packs"))
app.add_typer(policy, name="policy")

PackName = Annotated[str, typer.Argument(metavar="PACK", help=t("政策包的 id 或路径", "id or path of a pack"))]
_ALONE = "partial-pack"


@policy.command("list", help=t("列出随附的政策包", "list shipped packs"), epilog=examples("lingbao policy list --json"))
def list_packs(*, as_json: Json = False) -> None:
    """The shipped packs with version, dates, status, and the pack each inherits from."""
    heads = pack_heads()
    if as_json:
        print_json({"packs": heads})
        return
    for head in heads:
        span = f"{head['effective_from']}—{head['reviewed_until']}"
        words = [head["id"], head["title"], head["version"], span, head["status"], head.get("inherits") or ""]
        words += [t("只供继承", "gives to others only")] if head.get("partial") else []
        out.print("  ".join(word for word in words if word), markup=False, soft_wrap=True)


@policy.command(
    "show",
    help=t("看政策包的参数，可按日期", "show the figures of a pack, of a day if wanted"),
    epilog=examples("lingbao policy show ganzhou", "lingbao policy show ganzhou layers --on 2025-06-01"),
)
def show_pack(
    pack: PackName,
    within: Annotated[str, typer.Argument(metavar="PATH", help=t("只看这一部分", "this part only"))] = "",
    *,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=t("某日有效的", "in force on"))] = None,
    as_json: Json = False,
) -> None:
    """Each dated figure: path, value, days, standing, paper, and the pack it comes from."""
    tree, came_from = _sound(pack), {} if pack.startswith(OWN) else origins(pack)
    found = figures(tree, within, on.date() if on else None)
    rows = [{**row, "pack": came_from.get(row["place"], "")} for row in found]
    if as_json:
        print_json({"pack": pack, "figures": rows})
        return
    if not rows:
        raise PolicyError(t(f"“{pack}”里没有“{within}”。", f"{pack} has no {within}."), code="not-found")
    _print_figures(rows)


def _print_figures(rows: list[dict[str, Any]]) -> None:
    told = ""
    for row in rows:
        if row["path"] != told:
            told = row["path"]
            out.print(f"[bold]{row['title']}[/]  {told}", soft_wrap=True)
        standing = "  ".join((row["status"], row["pack"], row["document"]))
        line = f"  {row['since']}—{row['until']}  {shown(row['value'])}"
        out.print(line, f"    {standing}", sep="\n", markup=False, soft_wrap=True)


@policy.command(
    "check",
    help=t("检查政策包能否使用，不生效", "check whether a pack can be used, without putting it in force"),
    epilog=examples("lingbao policy check resources/policies/ganzhou"),
)
def check_pack(pack: PackName, *, as_json: Json = False) -> None:
    """Load a pack and look it over; each fault is told with its file and key, and the command fails."""
    tree, notes = _sound(pack), _notes(pack)
    faulty = any(note.severity == "fault" for note in notes)
    if as_json:
        head = {key: tree.get(key) for key in ("id", "title", "version", "status", "inherits")}
        print_json(head | {"partial": bool(tree.get("partial")), "usable": not faulty, "notes": notes})
    else:
        _print_notes(notes)
        _print_usable(tree, faulty=faulty)
    if faulty:
        raise typer.Exit(PolicyError.exit_code)


def _print_usable(tree: dict[str, Any], *, faulty: bool) -> None:
    named = f"{tree['id']} {tree['version']}"
    if faulty:
        out.print(t(f"✗ {named} 要先改正上面的错误", f"✗ {named}: mend the faults above first"), markup=False)
        return
    alone = t("，只供继承，不能单独结算", ", gives to others only") if tree.get("partial") else ""
    out.print(
        t(f"✓ {named} 可用，状态 {tree['status']}{alone}", f"✓ {named} loads, {tree['status']}{alone}"),
        markup=False,
        soft_wrap=True,
    )


def _notes(name: str) -> tuple[Note, ...]:
    return lint_tree(_sound(name)) if name.startswith(OWN) else lint(name)


def _sound(name: str) -> dict[str, Any]:
    """The whole tree of a pack, or of a version of the office. Raises PolicyError with every fault's file and key."""
    if name.startswith(OWN):
        return version_tree(office(), _number(name))
    try:
        load_pack(name)
    except PolicyError as error:
        if error.code != _ALONE:
            raise
    return pack_tree(name)


def _number(name: str) -> int:
    number = name.removeprefix(OWN)
    if not (number.isascii() and number.isdigit()):
        advice = t(f"本单位的版本写作 {OWN}编号，例如 {OWN}3。", f"write {OWN}3 for version 3.")
        raise InputError(t(f"看不懂“{name}”。", f"{name} names no version."), advice=advice)
    return int(number)


@policy.command(
    "lint",
    help=t("找出政策包里的错误和可疑之处", "find what is wrong or doubtful in a pack"),
    epilog=examples("lingbao policy lint ganzhou", "lingbao policy lint my/pack --json"),
)
def lint_pack(pack: PackName, *, as_json: Json = False) -> None:
    """Everything that should be mended or looked at, with file, key and cure. Fails where there is a fault."""
    notes = _notes(pack)
    if as_json:
        print_json({"pack": pack, "notes": notes})
    else:
        _print_notes(notes)
        if not notes:
            out.print(t("✓ 没有发现问题", "✓ nothing found"))
    if any(note.severity == "fault" for note in notes):
        raise typer.Exit(PolicyError.exit_code)


def _print_notes(notes: tuple[Note, ...]) -> None:
    for note in notes:
        place = " ".join(word for word in (note.file, note.path) if word)
        mark = "✗" if note.severity == "fault" else "▲"
        out.print(f"{mark} {place}  {note.message}", f"    {note.cure}", sep="\n", markup=False, soft_wrap=True)


@policy.command(
    "diff",
    help=t("比较两个政策包或两个版本", "show how two packs or versions differ"),
    epilog=examples(
        "lingbao policy diff ganzhou xinfeng",
        "lingbao policy diff ganzhou my/pack --json",
        "lingbao policy diff office:2 office:3",
    ),
)
def diff_packs(
    before: PackName,
    after: Annotated[str, typer.Argument(metavar="PACK", help=t("另一个", "the other one"))],
    *,
    as_json: Json = False,
) -> None:
    """Each figure that differs with its days, and the days of care that would be settled otherwise."""
    found = changes(_sound(before), _sound(after))
    spans = changed_spans(found)
    if as_json:
        days = [{"from": first, "until": last} for first, last in spans]
        print_json({"before": before, "after": after, "changes": [one.plain() for one in found], "days": days})
        return
    for change in found:
        _print_change(change)
    if not found:
        out.print(t("✓ 两者没有差别", "✓ they do not differ"))
    for first, last in spans:
        span = f"{first or t('最早', 'the first day')} — {last or t('今后', 'open')}"
        out.print(t(f"受影响的就诊日期：{span}", f"days of care that change: {span}"), soft_wrap=True)


def _print_change(change: Change) -> None:
    days = f"{change.since}—{change.until} " if change.since else ""
    none = t("（无）", "(none)")
    before, after = (none if value is None else shown(value) for value in (change.before, change.after))
    told = f"{before} → {after}" if change.figure else t("依据或说明有变", "paper or words differ")
    out.print(f"{days}{change.title} {change.path}", f"    {told}", sep="\n", markup=False, soft_wrap=True)
    if change.document:
        out.print(f"    {change.document}", markup=False, soft_wrap=True)

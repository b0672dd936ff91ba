"""`lingbao catalogue`: read catalogue files, compare them, take them over, look into the editions."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.base import Json, Reason, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.catalogue.differences import Change, differences
from review.catalogue.importing.apart import read_apart
from review.catalogue.importing.head import year_faults
from review.errors import InputError, NotFoundError
from review.services import catalogue as editions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from review.catalogue.differences import Differences
    from review.catalogue.entry import Candidate, Entry
    from review.catalogue.importing.proposal import Fault, Head, Proposal

SHOWN = 20
"""Faults and articles shown on a screen; JSON gives all."""

CHANGES = (
    ("new", t("新增", "new")),
    ("gone", t("删除", "gone")),
    ("reclassed", t("甲乙类变化", "class changed")),
    ("relimited", t("限定支付范围变化", "limit changed")),
    ("repriced", t("限价或支付标准变化", "price changed")),
    ("renamed", t("名称或剂型变化", "name or form changed")),
)
FIELDS = (
    ("payment_class", t("甲乙类", "class")),
    ("name", t("名称", "name")),
    ("dosage_form", t("剂型", "form")),
    ("remark", t("备注", "remark")),
    ("payment_standard", t("支付标准", "payment standard")),
    ("price_limit", t("限价", "price limit")),
    ("agreement", t("协议有效期", "agreement")),
)
File = Annotated[Path, typer.Argument(metavar="FILE", help=t("PDF、Excel 或 CSV 文件", "PDF, Excel or CSV file"))]

catalogue = typer.Typer(no_args_is_help=True, help=t("目录", "catalogues"))
app.add_typer(catalogue, name="catalogue")


@catalogue.command(
    "read",
    help=t("读出目录文件的条目，不导入", "read the entries of a catalogue file without importing"),
    epilog=examples("lingbao catalogue read 药品目录.pdf", "lingbao catalogue read 药品目录.pdf --json"),
)
def read(file: File, *, as_json: Json = False) -> None:
    """Read a file in a process of its own; no office is touched."""
    proposal = read_apart(file)
    if as_json:
        print_json({"entries": listed(proposal), "faults": proposal.faults})
        return
    _tell(proposal, proposal.faults)


def listed(proposal: Proposal) -> list[dict[str, object]]:
    """The entries of a proposal as docs/catalogues.md tells: what the rows print before what it means."""
    printed = proposal.printed or ({},) * len(proposal.entries)
    return [_as_listed(entry) | dict(row) for entry, row in zip(proposal.entries, printed, strict=True)]


def _as_listed(entry: Entry) -> dict[str, object]:
    code, _, name = entry.category.rpartition(" > ")
    return {
        "official_no": entry.official_no,
        "section": entry.section,
        "name": entry.name,
        "dosage_form": entry.dosage_form,
        "class": entry.payment_class.label,
        "remark": entry.remark,
        "category_code": "",
        "category_name": name or code,
        "category_path": entry.category,
        "payment_standard": entry.payment_standard,
        "agreement_period": entry.agreement,
        "includes": entry.includes.split("、") if entry.includes else [],
        "code": entry.code,
        "spec": entry.spec,
        "unit": entry.unit,
        "brand": entry.brand,
        "maker": entry.maker,
        "price_limit": entry.price_limit,
    }


def _tell(proposal: Proposal, faults: Sequence[Fault]) -> None:
    """What a file holds, on a screen."""
    out.print(t(f"{proposal.file}：{len(proposal.entries)} 条", f"{proposal.file}: {len(proposal.entries)} entries"))
    for note in proposal.notes:
        out.print(f"  {note}", markup=False, soft_wrap=True)
    for fault in faults[:SHOWN]:
        place = " ".join(filter(None, (fault.sheet, str(fault.row or ""), fault.column, fault.found)))
        out.print(f"{'✗' if fault.stops else '▲'} {place}  {fault.said}", markup=False, soft_wrap=True)
    hidden = len(faults) - SHOWN + proposal.unkept
    if hidden > 0:
        out.print(t(f"  另有 {hidden} 处", f"  {hidden} more"))


@catalogue.command("list", help=t("列出目录版本", "list editions"))
def list_editions(*, as_json: Json = False) -> None:
    """Every edition, shipped and own, with its dates and status."""
    found = editions.editions(office())
    if as_json:
        print_json({"editions": [{**asdict(view.edition), "count": view.count, "own": view.own} for view in found]})
        return
    for view in found:
        e, ended = view.edition, t("已作废", "withdrawn") if view.withdrawn else ""
        words = (e.id, e.title, e.region, f"{e.effective_from} – {e.effective_until or ''}", e.status.value, ended)
        out.print("  ".join((*words, str(view.count))), markup=False, soft_wrap=True)


@catalogue.command("search", help=t("查找条目", "search entries"), epilog=examples("lingbao catalogue search 二甲双胍"))
def search(
    text: str,
    *,
    day: Annotated[str, typer.Option("--date", help="yyyy-mm-dd")] = "",
    limit: Annotated[int, typer.Option(min=1, max=200)] = 20,
    as_json: Json = False,
) -> None:
    """Find entries by name, code or pinyin initials on a day of care."""
    place = office()
    found = place.catalogue.search(text, _day(day) or place.today, limit)
    if as_json:
        print_json({"candidates": found})
        return
    for candidate in found:
        out.print(_candidate(candidate), markup=False)


def _candidate(candidate: Candidate) -> str:
    entry = candidate.entry
    return f"{entry.payment_class.label} {entry.id}  {entry.name} {entry.dosage_form}  {entry.remark}"


def _day(text: str) -> date | None:
    """A day as typed. Raises InputError."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = t(f"“{text}”不是日期", f"{text!r} is no date")
        raise InputError(message, advice=t("请写成 2026-01-01 的样子", "write it as 2026-01-01")) from error


@catalogue.command(
    "import",
    help=t("导入一个目录版本，整份或不导入", "import a file as an edition, whole or not at all"),
    epilog=examples("lingbao catalogue import 药品目录.pdf --from 2026-01-01 --until 2026-12-31 -u sun"),
)
def take_over(
    file: File,
    *,
    starts: Annotated[str, typer.Option("--from", help=t("施行日期", "first day in force"))],
    until: Annotated[str, typer.Option("--until", help=t("最后一日", "last day in force"))] = "",
    title: Annotated[str, typer.Option("--title", help=t("名称；默认取自文件", "title; else the file's"))] = "",
    region: Annotated[str, typer.Option("--region", help=t("地区；默认取自文件", "region; else the file's"))] = "",
    source: Annotated[str, typer.Option("--source", help=t("发文", "where it was published"))] = "",
    end_older: Annotated[bool, typer.Option("--end-older", help=t("终止重叠的旧版本", "end overlapping ones"))] = False,
    user: User = "",
    as_json: Json = False,
) -> None:
    """Read a file, tell what it changes against the edition in force, and take it over."""
    place = office()
    actor = acting(place, user)
    proposal = editions.propose(place, file)
    head = _head(proposal.head, title, region, source)
    head = replace(head, effective_from=_day(starts), effective_until=_day(until))
    faults = (*proposal.faults, *year_faults(proposal, head))
    older = editions.in_force(place, head)
    changes = editions.compare(place, proposal, older.id if older else "")
    if not as_json:
        _tell(proposal, faults)
        _tell_changes(changes)
    edition = editions.take_over(place, actor, proposal, head, end_older=end_older)
    if as_json:
        print_json({"edition": edition, "faults": faults, "differences": _counted(changes)})
        return
    out.print(t(f"✓ 已导入 {edition.id}", f"✓ imported {edition.id}"), markup=False)


def _head(head: Head, title: str, region: str, source: str) -> Head:
    """What the file says of the edition, and what a person says in its place."""
    return replace(
        head,
        title=title or head.title,
        region=region or head.region,
        source=source or head.source or title or head.title,
    )


@catalogue.command(
    "compare",
    help=t("比较两个文件或目录版本", "compare two files or editions"),
    epilog=examples("lingbao catalogue compare nrdl-2024 药品目录2025.pdf"),
)
def compare(
    before: Annotated[str, typer.Argument(metavar="A")],
    after: Annotated[str, typer.Argument(metavar="B")],
    *,
    as_json: Json = False,
) -> None:
    """Tell what B changes against A; each is a file, or the id of an edition."""
    changes = differences(_entries(before), _entries(after))
    if as_json:
        print_json({name: getattr(changes, name) for name, _ in CHANGES})
        return
    _tell_changes(changes)


def _entries(named: str) -> Iterable[Entry]:
    """The entries of a file or, where there is none of that name, of an edition. Raises NotFoundError."""
    if Path(named).is_file():
        return read_apart(Path(named)).entries
    shelf = office().catalogue.shelf(named)
    if shelf is None:
        message = t(f"没有文件或目录版本 {named}", f"no file or edition {named}")
        raise NotFoundError(message, advice=t("用 lingbao catalogue list 查看版本", "see lingbao catalogue list"))
    return shelf.entries


def _counted(changes: Differences) -> dict[str, int]:
    return {name: len(getattr(changes, name)) for name, _ in CHANGES}


def _tell_changes(changes: Differences) -> None:
    if changes.empty:
        out.print(t("没有差别", "no difference"))
    for name, label in CHANGES:
        found = getattr(changes, name)
        if found:
            out.print(f"{label} {len(found)}")
        for one in found[:SHOWN]:
            out.print(f"  {_change(one)}", markup=False, soft_wrap=True)


def _change(one: Entry | Change) -> str:
    """An article, or the article and each field that changes with what it was."""
    if not isinstance(one, Change):
        return _article(one)
    fields = [(label, _shown(one.before, key), _shown(one.after, key)) for key, label in FIELDS]
    return "；".join((_article(one.after), *(f"{label}：{a} → {b}" for label, a, b in fields if a != b)))


def _shown(entry: Entry, key: str) -> str:
    return entry.payment_class.label if key == "payment_class" else str(getattr(entry, key) or "")


def _article(entry: Entry) -> str:
    return " ".join(filter(None, (entry.payment_class.label, entry.code or entry.official_no, entry.name)))


@catalogue.command(
    "withdraw",
    help=t("作废一个导入的目录版本", "withdraw an imported edition"),
    epilog=examples('lingbao catalogue withdraw 全国-2026 -r "发文有误" -u sun'),
)
def withdraw(edition: str, *, reason: Reason, user: User = "") -> None:
    """Take an edition out of use; it stays readable for what was settled with it."""
    place = office()
    editions.withdraw(place, acting(place, user), edition, reason)
    out.print(t(f"✓ 已作废 {edition}", f"✓ withdrawn {edition}"), markup=False)

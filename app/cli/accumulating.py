"""`lingbao accumulators`: exports of the platform read, looked at, taken over; what a person's year stands at."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.base import Json, Reason, User, acting, app, office, out
from app.cli.standing_words import line, listed, tell_affected, tell_comparison, tell_proposal
from app.language import examples, t
from app.plain import print_json
from review.accumulators.proposal import Told
from review.accumulators.reading import read_standings_apart
from review.accumulators.words import caption
from review.claim.people import Scheme
from review.errors import InputError
from review.services import accumulating
from review.services.accumulating import StandingPreview

File = Annotated[Path, typer.Argument(metavar="FILE", help=t("平台导出的 Excel 或 CSV", "Excel or CSV export"))]
Batch = Annotated[int, typer.Argument(metavar="BATCH", help=t("批次号", "batch number"))]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help=t("数据截至哪一天", "the day the figures state")),
]
Year = Annotated[
    int | None, typer.Option("--year", help=t("没有年度列时：哪一年度", "the year, without such a column"))
]
OfScheme = Annotated[
    Scheme | None, typer.Option("--scheme", help=t("没有险种列时：居民或职工", "the scheme, without such a column"))
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar=t("列名=项目", "HEADING=NAME"),
        help=t("某列是哪一项，如 TC_AMT=basic_fund；可重复", "what a column is, such as TC_AMT=basic_fund; repeatable"),
    ),
]
WithoutOwn = Annotated[
    bool, typer.Option("--without-own", help=t("不含本单位此前的结算", "without what this office settled before"))
]

accumulators = typer.Typer(
    no_args_is_help=True,
    help=t("年度累计（平台导入）", "the year's sums, imported from the platform"),
    epilog=examples("lingbao accumulators read 累计.xlsx --as-of 2026-03-01", "lingbao accumulators list"),
)
app.add_typer(accumulators, name="accumulators")


@accumulators.command(
    "read",
    help=t("读出导出文件，不导入", "read an export without importing"),
    epilog=examples("lingbao accumulators read 累计.xlsx --as-of 2026-03-01 --json"),
)
def read(
    file: File,
    *,
    as_of: AsOf = None,
    year: Year = None,
    scheme: OfScheme = None,
    column: Columns = None,
    as_json: Json = False,
) -> None:
    """Read a file; no office is touched."""
    proposal = read_standings_apart(file, _told(as_of, year, scheme, column))
    if as_json:
        print_json(proposal)
    else:
        tell_proposal(proposal)
    if not proposal.standings:
        raise typer.Exit(1)


@accumulators.command(
    "import",
    help=t("导入平台累计，未结的报销单随之重算", "import an export; open claims are reckoned anew"),
    epilog=examples(
        "lingbao accumulators import 累计.xlsx --as-of 2026-03-01 --preview -u li",
        "lingbao accumulators import 累计.xlsx --as-of 2026-03-01 -u li",
    ),
)
def take_over(
    file: File,
    *,
    as_of: AsOf = None,
    year: Year = None,
    scheme: OfScheme = None,
    column: Columns = None,
    without_own: WithoutOwn = False,
    only_preview: Annotated[
        bool, typer.Option("--preview", help=t("只看会改变什么，不导入", "only show what would change"))
    ] = False,
    partly: Annotated[
        bool, typer.Option("--partly", help=t("有误的行不导入", "rows with faults may stay out"))
    ] = False,
    user: User = "",
    as_json: Json = False,
) -> None:
    """Read a file and take it over whole, or only show it beside what the office knows."""
    place = office()
    actor = acting(place, user)
    told = _told(as_of, year, scheme, column, includes_own=not without_own)
    proposal = accumulating.propose_standings(place, file, told)
    if not as_json:
        tell_proposal(proposal)
    if only_preview:
        _preview(accumulating.preview_standings(place, actor, proposal), as_json=as_json)
        return
    taken = accumulating.take_over_standings(place, actor, proposal, partly=partly)
    if as_json:
        print_json({"batch": taken.batch, "faults": proposal.faults, "affected": listed(taken.affected)})
        return
    tell_affected(taken.affected)
    counted = taken.batch.number, taken.batch.people
    out.print(t("✓ 已导入批次 {}：{} 人", "✓ imported batch {}: {} people").format(*counted), markup=False)


def _preview(seen: StandingPreview, *, as_json: bool) -> None:
    if as_json:
        print_json({"proposal": seen.proposal, "comparison": seen.comparison, "affected": listed(seen.affected)})
        return
    tell_comparison(seen.comparison)
    tell_affected(seen.affected)


@accumulators.command("list", help=t("列出导入批次", "list the imports"), epilog=examples("lingbao accumulators list"))
def list_batches(*, as_json: Json = False) -> None:
    """Every import, newest first, and whether it is in use."""
    found = accumulating.standing_batches(office())
    if as_json:
        print_json({"batches": found})
        return
    for batch in found:
        out.print(line(batch), markup=False, soft_wrap=True)
    if not found:
        out.print(t("没有", "none"))


@accumulators.command(
    "show",
    help=t("一个人的累计", "what is imported of a person"),
    epilog=examples("lingbao accumulators show 360799198501010011"),
)
def show(
    number: Annotated[str, typer.Argument(metavar="ID", help=t("身份证号", "citizen number"))], *, as_json: Json = False
) -> None:
    """All standings in use of a person, newest first."""
    found = accumulating.standings_of(office(), number)
    if as_json:
        print_json({"standings": [{"whose": whose, "name": name, "imported": one} for whose, name, one in found]})
        return
    for whose, name, one in found:
        head = t("{} {} {} 截至 {}（批次 {}）", "{} {} {} as of {} (batch {})")
        out.print(head.format(name, whose.year, whose.scheme.value, one.as_of, one.batch), markup=False)
        for figure, amount in one.figures:
            out.print(f"  {caption(figure)}  {amount}", markup=False)
    if not found:
        out.print(t("没有", "none"))


@accumulators.command(
    "affected",
    help=t("一批导入影响的报销单", "the claims an import concerns"),
    epilog=examples("lingbao accumulators affected 3 --json"),
)
def affected(batch: Batch, *, as_json: Json = False) -> None:
    """Open claims as they were reckoned anew then, fixed ones as they stand now."""
    found = accumulating.affected_by(office(), batch)
    if as_json:
        print_json({"affected": listed(found)})
        return
    tell_affected(found)


@accumulators.command(
    "withdraw",
    help=t("停用一批导入", "take an import out of use"),
    epilog=examples('lingbao accumulators withdraw 3 -r "导错年度" -u zhao'),
)
def withdraw(batch: Batch, *, reason: Reason, user: User = "") -> None:
    """Take an import out of use; the one before it holds again, open claims follow."""
    place = office()
    taken = accumulating.withdraw_standings(place, acting(place, user), batch, reason)
    tell_affected(taken.affected)
    out.print(t(f"✓ 已停用批次 {batch}", f"✓ withdrawn batch {batch}"), markup=False)


def _told(
    as_of: datetime | None,
    year: int | None,
    scheme: Scheme | None,
    columns: list[str] | None,
    *,
    includes_own: bool = True,
) -> Told:
    pairs = [text.partition("=") for text in columns or ()]
    if any(not mark for _, mark, _ in pairs):
        raise InputError(t("--column 应写成 列名=项目", "--column wants HEADING=NAME"))
    named = tuple((heading.strip(), name.strip()) for heading, _, name in pairs)
    day: date | None = as_of.date() if as_of else None
    return Told(as_of=day, year=year, scheme=scheme, columns=named, includes_own=includes_own)

"""`lingbao notice` and `verify`: what a person still has to bring, and what the treasury's site says of receipts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table

from app import paperwork
from app.cli.base import Json, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.checks.materials.checklist import checklist, kept_form
from review.checks.materials.late import last_day
from review.checks.materials.traits import traits
from review.claim.verification import Answer, Verification
from review.errors import InputError
from review.money import thousands
from review.services import answer_sheet, queue, supplements, verifying
from review.services.own_tables import tables_of

if TYPE_CHECKING:
    from review.checks.materials.tables import Materials
    from review.claim.claim import Claim
    from review.services.office import Office
    from review.services.own_tables import OwnTables
    from review.services.supplements import Notice
    from review.services.verifying import ToVerify

ANSWERS = {
    Answer.GENUINE: t("相符", "genuine"),
    Answer.DIFFERS: t("不符", "differs"),
    Answer.UNKNOWN: t("查无此票", "unknown"),
    Answer.REVERSED: t("已冲红", "reversed"),
    Answer.UNAVAILABLE: t("未能查验", "unavailable"),
}


@app.command(
    help=t("补正一次性告知书：缺什么一次告知", "the notice of everything that is still to be handed in"),
    epilog=examples(
        "lingbao notice",
        "lingbao notice 20260318-0042",
        "lingbao notice 20260318-0042 --issue -u li -o notice.pdf",
        "lingbao notice 20260318-0042 --issue --note 请补住院病案首页 -u li",
    ),
)
def notice(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=t("不写则列出待补正的", "without: all"))] = "",
    user: User = "",
    *,
    issue: Annotated[bool, typer.Option("--issue", help=t("签发并停表", "issue it; the clock stops"))] = False,
    note: Annotated[str, typer.Option("--note", help=t("另需补正的事项", "what else is asked for"))] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.pdf")] = None,
    as_json: Json = False,
) -> None:
    """Show or issue the notice; without --issue it is the last one issued, else a draft."""
    place = office()
    if not number:
        _list_waiting(place, as_json=as_json)
        return
    if issue:
        told = supplements.issue_notice(place, acting(place, user), number, note)
    else:
        told = supplements.latest(place, number, note)
    sheet = paperwork.notice_sheet(place, number, output, note) if output else None
    if as_json:
        claim, tables = queue.load_claim(place, number), tables_of(place)
        known = {"wanted": _wanted(claim, tables.materials), "deadlines": _deadlines(claim, tables)}
        print_json({"notice": told, **known, "sheet": sheet})
    else:
        _print_notice(told, sheet)


def _list_waiting(place: Office, *, as_json: bool) -> None:
    """The claims that wait for a supplement, by the day it is due."""
    rows = supplements.waiting(place)
    if as_json:
        print_json({"waiting": rows})
        return
    for told in rows:
        late = told.due_on < place.today
        mark = t("[red]■ 已逾期[/]", "[red]■ overdue[/]") if late else t("○ 未到期", "○ not due")
        out.print(f"{mark} {told.due_on} {told.claim}  {'；'.join(told.said)}")
    if not rows:
        out.print(t("没有待补正的报销单", "no claim waits for a supplement"))


def _wanted(claim: Claim, table: Materials) -> list[dict[str, object]]:
    """Everything the claim needs by the office's table, with which of its papers are it."""
    return [
        {
            "code": item.material.code,
            "name": item.material.name,
            "form": kept_form(item.material),
            "documents": [paper.id for paper in item.papers],
            "unstated": [paper.id for paper in item.unstated],
            "missing": item.missing,
            "source": item.material.source,
        }
        for item in checklist(claim, table)
    ]


def _deadlines(claim: Claim, tables: OwnTables) -> list[dict[str, object]]:
    """The office's deadlines that are meant for the claim, with their last day where the day of care is known."""
    known, day = traits(claim, tables.materials.trauma), claim.care.day
    return [
        {
            "code": row.code,
            "name": row.name,
            "last_day": last_day(row, day) if day else None,
            "in_force": row.in_force,
            "source": row.source,
        }
        for row in tables.deadlines.deadline
        if row.when.holds(known)
    ]


def _print_notice(told: Notice, sheet: Path | None) -> None:
    lines = [f"  {count}. {said}" for count, said in enumerate(told.said, start=1)]
    issued = t("已签发", "issued") if told.at else t("草稿", "draft")
    last = t(
        f"最迟 {told.due_on}（{told.working_days} 个工作日）", f"by {told.due_on} ({told.working_days} working days)"
    )
    out.print(f"{told.claim} {issued} · {last}")
    out.print(*(lines or [t("✓ 没有需要补正的材料", "✓ nothing is lacking")]), sep="\n")
    if sheet:
        out.print(f"✓ {sheet}")


verify = typer.Typer(no_args_is_help=True, help=t("电子票据查验：清单与结果登记", "looking electronic receipts up"))
app.add_typer(verify, name="verify")


@verify.command(
    "list",
    help=t("列出待查验的电子票据，或写成查验清单", "list receipts to look up, or write them to a file"),
    epilog=examples(
        "lingbao verify list", "lingbao verify list 20260318-0042 -o list.pdf", "lingbao verify list -o a.csv"
    ),
)
def list_receipts(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=t("报销单号；不写为全部", "claim; all without"))] = "",
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.pdf, *.csv")] = None,
    as_json: Json = False,
) -> None:
    """The electronic receipts of a claim, or all open ones."""
    place = office()
    rows = verifying.to_verify(place, number)
    sheet = paperwork.verification_list(place, number, output) if output else None
    if as_json:
        print_json({"receipts": rows, "sheet": sheet})
        return
    _print_receipts(rows)
    if sheet:
        out.print(f"✓ {sheet}")


def _print_receipts(rows: tuple[ToVerify, ...]) -> None:
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    for title in (
        t("单号", "number"),
        t("材料", "document"),
        t("票据代码", "code"),
        t("票据号码", "number"),
        t("校验码", "check"),
        t("开票日期", "issued"),
    ):
        table.add_column(title, no_wrap=True)
    table.add_column(t("金额", "total"), justify="right")
    table.add_column(t("结果", "answer"))
    for row in rows:
        texts = (row.claim, str(row.document_id), row.invoice_code, row.invoice_number, row.check_code)
        total = "" if row.total is None else thousands(row.total)
        answer = ANSWERS[row.answer.answer] if row.answer else ""
        table.add_row(*texts, "" if row.issued_on is None else str(row.issued_on), total, answer)
    out.print(table if rows else t("没有待查验的电子票据", "no receipts to look up"))


@verify.command(
    "record",
    help=t("登记查验结果", "record answers"),
    epilog=examples(
        "lingbao verify record 20260318-0042 17 genuine --times 1 -u li",
        "lingbao verify record 20260318-0042 17 differs --note 平台金额为900.00 -u li",
        "lingbao verify record --file list.csv -u li",
    ),
)
def record(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=t("报销单号", "claim number"))] = "",
    document: Annotated[int, typer.Argument(metavar="DOCUMENT", help=t("票据的材料编号", "the receipt's id"))] = 0,
    answer: Annotated[Answer | None, typer.Argument(help=t("查验结果", "what the site says"))] = None,
    user: User = "",
    *,
    on: Annotated[str, typer.Option("--on", help=t("查验日期，默认今天", "day it was looked up; today"))] = "",
    times: Annotated[int | None, typer.Option("--times", help=t("累计查验次数", "how often it was asked"))] = None,
    note: Annotated[str, typer.Option("--note", help=t("说明", "what differs"))] = "",
    file: Annotated[Path | None, typer.Option("--file", help=t("填好的清单 CSV", "the list, filled in"))] = None,
    as_json: Json = False,
) -> None:
    """Write down what the site answered about one receipt, or about all that a filled-in list names."""
    place = office()
    actor = acting(place, user)
    if file:
        kept = answer_sheet.record_answers(place, actor, file)
    elif number and document and answer:
        told = Verification(
            document_id=document,
            invoice_code="",
            invoice_number="",
            total="",
            answer=answer,
            checked_on=_day(on) if on else place.today,
            times=times,
            note=note,
        )
        kept = (verifying.record_answer(place, actor, number, told),)
    else:
        message = t("没有说明登记哪张票据的什么结果", "it is not said what to record")
        raise InputError(
            message, advice=t("写明单号、材料编号、结果，或用 --file", "give NUMBER DOCUMENT ANSWER, or --file")
        )
    if as_json:
        print_json({"answers": kept})
    else:
        out.print(t(f"✓ 已登记 {len(kept)} 条查验结果", f"✓ {len(kept)} answers recorded"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"“{text}”不是日期，没有登记", advice="日期写作 2026-03-18") from error

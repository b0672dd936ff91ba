"""`lingbao settle`: what is paid, and by which figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import paperwork
from app.cli.base import Json, app, office, out
from app.language import examples, t
from app.plain import print_json
from app.show import print_settlement
from review.errors import InputError
from review.packs.pack import load_pack
from review.policy.case import load_case
from review.policy.explain import Audience, explain
from review.policy.result import to_json
from review.policy.settle import settle as settle_case
from review.services import settle as settling

if TYPE_CHECKING:
    from review.policy.settlement import Settlement


@app.command(
    help=t("结算一份报销单或一个案例文件", "settle a claim or a case file"),
    epilog=examples(
        "lingbao settle case.yaml --json",
        "lingbao settle 20260318-0042 --explain",
        "lingbao settle 20260318-0042 --explain insured",
        "lingbao settle 20260318-0042 --explain insured -o a.pdf",
    ),
)
def settle(
    subject: Annotated[str, typer.Argument(metavar="CASE.yaml|NUMBER")],
    audience: Annotated[
        Audience | None,
        typer.Argument(help=t("说明给谁看：参保人或审计", "whom --explain is for: the insured or the auditor")),
    ] = None,
    *,
    explained: Annotated[bool, typer.Option("--explain", help=t("逐步说明", "explain each step"))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=t("报销单的结算单：*.pdf 或 *.xlsx", "*.pdf or *.xlsx"))
    ] = None,
    as_json: Json = False,
) -> None:
    """Settle a case file (docs/contracts/case.md) or a claim as it stands now; nothing is stored."""
    if output:
        out.print(f"✓ {_write_sheet(subject, output, audience)}")
        return
    result = _settle(subject)
    if as_json:
        print_json(to_json(result))
        return
    print_settlement(out, result)
    if explained or audience:
        out.print(*explain(result, audience or Audience.AUDITOR), sep="\n", soft_wrap=True, markup=False)


def _write_sheet(number: str, target: Path, audience: Audience | None) -> Path:
    """The settlement sheet of a claim as the name of the file asks for it, or the page for the insured."""
    if _is_case(number):
        message = f"{number} 是案例文件，没有结算单可打印，没有写入任何文件。"
        raise InputError(message, code="no-sheet", advice="案例请用 --explain 或 --json 查看；结算单按报销单编号打印。")
    if audience is Audience.INSURED:
        return paperwork.insured_sheet(office(), number, target)
    write = paperwork.claim_workbook if target.suffix.lower() == ".xlsx" else paperwork.settlement_sheet
    return write(office(), number, target)


def _is_case(subject: str) -> bool:
    return Path(subject).suffix.lower() in {".yaml", ".yml"}


def _settle(subject: str) -> Settlement:
    if _is_case(subject):
        case = load_case(Path(subject))
        return settle_case(case, load_pack(case.pack))
    return settling.settle_claim(office(), subject)

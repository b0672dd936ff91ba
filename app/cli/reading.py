"""`lingbao read` and `lingbao intake`: paper in."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress

from app.cli.base import Json, User, acting, app, err, office, out
from app.intake import page_file
from app.language import examples, t
from app.plain import print_json
from app.read import expand_files, files_in, read_files
from app.worker import Events, read_waiting
from ocr.contract import reading_to_json
from ocr.recognition.pool import EnginePool
from review.claim.claim import Care, Filing, HospitalLevel, Region
from review.claim.people import BankAccount, Group, Insured, Scheme
from review.errors import InputError
from review.services import intake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.reading import Failure, Reading
    from review.services.office import Office

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help=t("影像文件或文件夹", "page files or folders"))]
Target = Annotated[Path | None, typer.Option("--output", "-o", help=t("写入文件", "write to a file"))]


@app.command(
    help=t("识别影像，输出票据和明细", "read pages into documents and lines"),
    epilog=examples("lingbao read scans/ --json -o reading.json", "lingbao read a.jpg b.pdf"),
)
def read(paths: Paths, *, as_json: Json = False, output: Target = None) -> None:
    """Read files or folders; the JSON follows docs/contracts/reading.md."""
    with Progress(console=err, transient=True) as progress:
        bar = progress.add_task(t("识别", "reading"), total=None)
        reading = read_files(paths, lambda done, total: progress.update(bar, completed=done, total=total))
    if as_json or output:
        _write_json(reading, output)
    else:
        _print_reading(reading)
    if reading.failures and not reading.documents:
        raise typer.Exit(9)


def _write_json(reading: Reading, output: Path | None) -> None:
    if output is None:
        print_json(reading_to_json(reading))
        return
    partial = output.with_name(output.name + ".part")
    partial.write_text(json.dumps(reading_to_json(reading), ensure_ascii=False, indent=1), encoding="utf-8")
    partial.replace(output)


def _print_reading(reading: Reading) -> None:
    for document in reading.documents:
        out.print(f"[bold]{document.kind}[/]  {', '.join(page.file for page in document.pages)}")
        for key, cell in document.fields.items():
            out.print(f"  {key:20} {cell.value}{f'  [yellow]▲ {cell.review}[/]' if cell.review else ''}")
        for line in document.items:
            row = "  ".join(str(cell.value) for cell in line.cells.values())
            doubts = [r for r in (line.review, *(c.review for c in line.cells.values())) if r]
            out.print(f"  · {row}{f'  [yellow]▲ {doubts[0]}[/]' if doubts else ''}")
        for reason in document.review:
            out.print(f"  [red]■ {reason}[/]")
    _print_failures(reading.failures)
    out.print(t(f"用时 {reading.seconds:.1f} 秒", f"{reading.seconds:.1f} s"))


def _print_failures(failures: Sequence[Failure]) -> None:
    for failure in failures:
        err.print(f"[bold red]✗[/] {failure.file}: {failure.message} {failure.advice}")


@dataclass(frozen=True)
class _Facts:
    """What intake was told of the person and the care."""

    insured: Insured
    care: Care


@app.command(
    name="intake",
    help=t("受理一份报销：建单、存影像、识别", "take in a claim: open it, keep its pages, read them"),
    epilog=examples(
        "lingbao intake scans/ -u li --name 王小明 --id-number 36072219800101123X --level tertiary "
        "--filing referral --admitted 2025-03-01 --discharged 2025-03-12 --account 6217000000000000000 --bank 农商行"
    ),
)
def take_in(
    paths: Paths,
    user: User = "",
    *,
    name: Annotated[str, typer.Option(help=t("参保人姓名", "name of the insured"))] = "",
    id_number: Annotated[str, typer.Option(help=t("公民身份号码", "citizen number"))] = "",
    scheme: Annotated[Scheme, typer.Option(help=t("险种", "scheme"))] = Scheme.RESIDENT,
    group: Annotated[list[Group] | None, typer.Option(help=t("困难身份，可多次", "group, may be repeated"))] = None,
    level: Annotated[HospitalLevel, typer.Option(help=t("医院等级", "hospital level"))] = HospitalLevel.NONE,
    hospital: Annotated[str, typer.Option(help=t("医院", "hospital"))] = "",
    province: Annotated[str, typer.Option(help=t("就医省份", "province of care"))] = "",
    region: Annotated[Region, typer.Option(help=t("就医地", "region of care"))] = Region.OTHER_PROVINCE,
    filing: Annotated[Filing, typer.Option(help=t("备案", "filing"))] = Filing.NONE,
    admitted: Annotated[str, typer.Option(help=t("入院日期", "admission date, yyyy-mm-dd"))] = "",
    discharged: Annotated[str, typer.Option(help=t("出院日期", "discharge date, yyyy-mm-dd"))] = "",
    account: Annotated[str, typer.Option(help=t("银行账号", "bank account number"))] = "",
    bank: Annotated[str, typer.Option(help=t("开户行", "bank"))] = "",
    as_json: Json = False,
) -> None:
    """Open a claim, store its pages, receive it and read it."""
    holder = BankAccount(holder=name, number=account, bank=bank)
    insured = Insured(name=name, id_number=id_number, scheme=scheme, groups=tuple(group or ()), account=holder)
    care = Care(
        hospital=hospital,
        hospital_level=level,
        province=province,
        region=region,
        filing=filing,
        admitted=_day(admitted),
        discharged=_day(discharged),
    )
    number, refused = _take_in(paths, user, _Facts(insured, care))
    if as_json:
        print_json({"number": number, "refused": refused})
    else:
        out.print(number)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = f"日期 {text} 不是 yyyy-mm-dd 的形式"
        raise InputError(message, advice="例如 2025-03-01") from error


def _take_in(paths: list[Path], user: str, facts: _Facts) -> tuple[str, list[dict[str, str]]]:
    place = office()
    actor = acting(place, user)
    with EnginePool() as pool, tempfile.TemporaryDirectory(dir=place.home) as folder:
        captured, failures = expand_files(pool, files_in(paths), Path(folder))
        _print_failures(failures)
        if not captured:
            message = t("没有一页可以受理；没有建立报销单", "no page could be taken; no claim was opened")
            raise InputError(message, advice=failures[0].advice if failures else "")
        claim = intake.open_claim(place, actor, facts.insured, facts.care)
        files = [page_file(page) for page in captured]
        added = intake.add_pages(place, actor, claim.number, files)
        intake.receive(place, actor, claim.number)
        _read_with_progress(place, pool, len(captured))
    refused = [{"file": f.file, "code": f.code, "message": f.message, "advice": f.advice} for f in failures]
    return claim.number, refused + [{"file": r.name, "message": r.message, "advice": r.advice} for r in added.refused]


def _read_with_progress(place: Office, pool: EnginePool, pages: int) -> None:
    with Progress(console=err, transient=True) as progress:
        bar = progress.add_task(t("识别", "reading"), total=pages)
        tell = Events(
            on_page=lambda *_: progress.advance(bar),
            on_trouble=lambda claim, message: err.print(f"[yellow]▲[/] {claim} {message}"),
        )
        read_waiting(place, pool, tell)

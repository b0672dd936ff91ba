"""`lingbao match`: which entry of the catalogue a printed line means, for machines and for trying out."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import platformdirs
import typer

from app.cli.base import Json, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.catalogue.editions import load_editions
from review.catalogue.entry import Match, Printed
from review.errors import InputError, PolicyError
from review.services.matching import match_lines
from review.services.office import CHINA, DATABASE, data_home

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from review.catalogue.editions import CatalogueSet

SHORTEST, LONGEST = 2, 200
"""Characters of a name: fewer tell no article apart, more are no name."""
LARGEST = 64 * 2**20
"""Bytes of a file of lines."""
NAME = "printed"
NOTHING = Match(automatic=False, candidates=())


@dataclass(frozen=True)
class Catalogue:
    """The office's editions and memory where an office has been set up, else the shipped editions."""

    day: date
    hospital: str = ""

    def match(self, asked: Sequence[Printed]) -> tuple[Match, ...]:
        """What is known of each line, in their order; nothing for a name that cannot be one."""
        fitting = [line for line in asked if not unfit(line.name)]
        found = dict(zip(fitting, self._matched(fitting), strict=True))
        return tuple(found.get(line, NOTHING) for line in asked)

    @cached_property
    def _has_office(self) -> bool:
        return (data_home() / DATABASE).exists()

    def _matched(self, asked: Sequence[Printed]) -> tuple[Match, ...]:
        if self._has_office:
            return match_lines(office(), [(line, self.hospital) for line in asked], self.day)
        editions = _shipped()
        return tuple(editions.match(line, self.day) for line in asked)


def compiled_home() -> Path:
    """The user's folder for compiled look-ups of the shipped editions; it may be emptied at any time."""
    return platformdirs.user_cache_path("lingbao", appauthor=False) / "catalogues"


def _shipped() -> CatalogueSet:
    """The shipped editions; where their look-ups cannot be kept, they are made each time."""
    try:
        return load_editions(cache=compiled_home())
    except PolicyError:
        return load_editions()


@app.command(
    help=t("把票面名称对到目录条目", "find the catalogue entry of a printed name"),
    epilog=examples(
        "lingbao match 阿司匹林肠溶片 --spec 100mg*30片 --json",
        "lingbao match --file lines.csv --date 2025-03-01 --json",
    ),
)
def match(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=t("票面名称", "name as printed"))] = "",
    *,
    spec: Annotated[str, typer.Option(help=t("规格", "specification"))] = "",
    unit: Annotated[str, typer.Option(help=t("单位", "unit"))] = "",
    code: Annotated[str, typer.Option(help=t("票面编码", "printed code"))] = "",
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help=t("就医日期，默认今天", "day of care"))
    ] = None,
    hospital: Annotated[str, typer.Option(help=t("医院，用于对照记忆", "hospital, for what was chosen there"))] = "",
    file: Annotated[
        Path | None,
        typer.Option(help=t("CSV 文件，列 printed，可有 spec、unit、code", "CSV: printed, and spec, unit, code")),
    ] = None,
    as_json: Json = False,
) -> None:
    """Match one name, or every line of a CSV file; nothing is stored."""
    asked = read_lines(file) if file else (_single(Printed(name.strip(), spec, unit, code)),)
    catalogue = Catalogue((day or datetime.now(CHINA)).date(), hospital)
    found = catalogue.match(asked)
    if as_json:
        print_json({"lines": [line_of(line, one) for line, one in zip(asked, found, strict=True)]})
        return
    for line, one in zip(asked, found, strict=True):
        _print(line, one)


def unfit(name: str) -> str:
    """Why a text cannot be the name of an article, or an empty string."""
    if len(name) < SHORTEST:
        return t(f"名称只有{len(name)}个字，分不清是哪个项目", f"a name of {len(name)} characters tells nothing apart")
    if len(name) > LONGEST:
        return t(f"名称有{len(name)}个字，不像一个名称", f"{len(name)} characters are no name")
    return ""


def _single(line: Printed) -> Printed:
    if why := unfit(line.name):
        raise InputError(why, code="bad-name", advice=t("请照票面写一个项目的全名", "give one article's full name"))
    return line


def read_lines(file: Path) -> tuple[Printed, ...]:
    """The lines of a CSV file. Raises InputError: no file, too large, not text, no column ``printed``."""
    text = _text(file)
    try:
        return tuple(_lines(text))
    except csv.Error as error:
        message = t(f"{file.name} 不是能读的 CSV：{error}", f"{file.name} is no CSV: {error}")
        raise InputError(message, code="bad-csv", advice=t("请另存为 UTF-8 的 CSV", "save it as CSV, UTF-8")) from error


def _lines(text: str) -> Iterator[Printed]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    headings = [(heading or "").strip().lower() for heading in rows.fieldnames or ()]
    if NAME not in headings:
        message = t("文件里没有 printed 这一列", "the file has no column `printed`")
        seen = "、".join(headings)[:80]
        advice = t(
            f"第一行应是列名，至少有 printed；现在是：{seen}", f"the first row names the columns; it has: {seen}"
        )
        raise InputError(message, code="no-column", advice=advice)
    rows.fieldnames = headings
    for row in rows:
        name, spec, unit, code = ((row.get(key) or "").strip() for key in (NAME, "spec", "unit", "code"))
        yield Printed(name, spec, unit, code)


def _text(file: Path) -> str:
    """The text of a file in UTF-8, or in GB 18030 as Chinese spreadsheets save it."""
    if not file.is_file():
        message = t(f"找不到 {file}", f"{file} is not there")
        raise InputError(message, code="no-such-file", advice=t("请检查路径", "check the path"))
    if file.stat().st_size > LARGEST:
        message = t(f"{file.name} 超过 64 MB", f"{file.name} is over 64 MB")
        raise InputError(message, code="too-large", advice=t("请分成几个文件", "split it into several files"))
    content = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    message = t(f"{file.name} 的编码认不出", f"the encoding of {file.name} is unknown")
    raise InputError(message, code="bad-encoding", advice=t("请另存为 UTF-8 的 CSV", "save it as CSV, UTF-8"))


def line_of(line: Printed, found: Match) -> dict[str, Any]:
    """The line as JSON: the contract of `lingbao match --json`, with a note where the name cannot be one."""
    first = found.candidates[0].entry.id if found.candidates else ""
    told = {
        "printed": line.name,
        "automatic": bool(first) and found.entry_id == first,
        "candidates": [
            {
                "official_no": one.entry.official_no,
                "name": one.entry.name,
                "dosage_form": one.entry.dosage_form,
                "class": one.entry.payment_class.label,
                "score": one.score,
                "reasons": list(one.reasons),
            }
            for one in found.candidates
        ],
    }
    why = unfit(line.name)
    return {**told, "note": why} if why else told


def _print(line: Printed, found: Match) -> None:
    sign = "[green]✓[/]" if found.entry_id else "[yellow]?[/]"
    out.print(f"{sign} {line.name} {line.spec}".rstrip(), unfit(line.name))
    for one in found.candidates:
        form = f"（{one.entry.dosage_form}）" if one.entry.dosage_form else ""
        grade = one.entry.payment_class.label
        out.print(
            f"    {one.score:.2f} {grade} {one.entry.official_no} {one.entry.name}{form}：{'；'.join(one.reasons)}"
        )

"""Make resources/catalogues/rules.csv from the re-edited tables of the national rule library (两库).

Usage: python tools/catalogues/rules.py ../shared/data/rules resources/catalogues/rules.csv
Only facts are kept: which name, limited to whom or how often a day, by which batch.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("batch", "subject", "name", "limit", "value")


@dataclass(frozen=True, slots=True)
class Table:
    """A workbook: its batch, what it names, the kind of limit, and the columns of name and value."""

    batch: str
    words: str
    subject: str
    limit: str
    name: str
    value: str


TABLES = (
    Table("第一批", "药品规则库(限定年龄对象)", "drug", "age", "药品通用名", "限定对象"),
    Table("第一批", "药品规则库(限定性别对象)", "drug", "sex", "药品通用名", "限定对象"),
    Table("第一批", "项目规则库(限定年龄对象)", "service", "age", "项目名称", "限定对象"),
    Table("第一批", "项目规则库(限定性别对象)", "service", "sex", "项目名称", "限定性别"),
    Table("第八批-1", "项目规则库（限定频次）", "service", "daily", "项目名称", "限制数量"),
)


def rows(folder: Path, table: Table) -> Iterator[dict[str, str]]:
    """The rules of one workbook, each name once."""
    (path,) = (p for p in folder.glob("*.xlsx") if table.words in p.name)
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    head = sheet[0]
    name_at, value_at = head.index(table.name), head.index(table.value)
    found = {str(row[name_at]).strip(): _plain(row[value_at]) for row in sheet[1:]}
    for name, value in found.items():
        if name and value:
            yield dict(zip(COLUMNS, (table.batch, table.subject, name, table.limit, value), strict=True))


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def main() -> None:
    """Write rules.csv and print how many rules it holds."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    kept = [row for table in TABLES for row in rows(source, table)]
    with target.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    print(len(kept))


if __name__ == "__main__":
    main()

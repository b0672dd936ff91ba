"""Made-up catalogue files of any size, and what it costs to read, compare or walk over them in a fresh process."""

from __future__ import annotations

import multiprocessing
import sys
import zipfile
from dataclasses import dataclass, replace
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from ocr.recognition.held import peak_memory
from review.catalogue.differences import differences
from review.catalogue.importing.reading import headings_of, read_catalogue
from tests.workbooks import DRUG_HEADINGS, MAIN, csv_file, product, raw_book, row_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one task took: seconds on the clock and of the processor, and the most megabytes it held."""

    wall: float
    cpu: float
    peak: int
    result: int


def products(rows: int) -> Iterator[list[Any]]:
    """Made-up products: few names and makers, each code and approval once, as in real workbooks."""
    for number in range(rows):
        name = f"样品{number % 4000}号片"
        maker, approval = f"样例第{number % 3000}制药有限公司", f"国药准字H{20000000 + number}"
        yield product(number, 注册名称=name, 药品企业=maker, 批准文号=approval, 注册规格=f"{number % 500}mg")


def workbook(path: Path, rows: int) -> Path:
    """A drug-code workbook with shared strings, as spreadsheets save it."""
    shared: dict[str, int] = {}

    def cell(value: Any) -> Any:
        return f"<v>{shared.setdefault(value, len(shared))}</v>" if isinstance(value, str) and value else value

    raw_book(path, b"", {"xl/sharedStrings.xml": b""})
    with zipfile.ZipFile(path) as sound:
        parts = {name: sound.read(name) for name in sound.namelist() if sound.getinfo(name).file_size}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for number, row in enumerate((DRUG_HEADINGS, *products(rows)), start=1):
                xml = row_xml(number, [cell(value) for value in row])
                sheet.write(xml.replace('"><v>', '" t="s"><v>').encode())
            sheet.write(b"</sheetData></worksheet>")
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as strings:
            strings.write(f'<sst xmlns="{MAIN}">'.encode())
            strings.writelines(f"<si><t>{text}</t></si>".encode() for text in shared)
            strings.write(b"</sst>")
    return path


def csv(path: Path, rows: int) -> Path:
    """The same products as a GBK file."""
    return csv_file(path, [DRUG_HEADINGS, *products(rows)], "gbk")


def entries(path: Path) -> int:
    """How many entries the file proposes; none of its rows may be at fault."""
    proposal = read_catalogue(path)
    assert not proposal.faults, proposal.faults[:3]
    return len(proposal.entries)


def sheets(path: Path) -> int:
    """How many sheets the dialog would see."""
    return len(headings_of(path))


def compared(path: Path) -> int:
    """How many articles change between the file and one in which each fiftieth has another limit."""
    old = read_catalogue(path).entries
    new = [replace(entry, remark="限儿童") if place % 50 == 0 else entry for place, entry in enumerate(old)][1000:]
    began = process_time()
    found = differences(old, new)
    sys.stdout.write(f"  differences alone: {process_time() - began:.1f} s CPU\n")
    return len(found.gone) + len(found.changed)


def walked(path: Path) -> int:
    """How many rows openpyxl finds."""
    book = load_workbook(path, read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def measured(task: Callable[[Path], int], path: Path) -> Cost:
    """What a task costs in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_cost, (task, path))


def _cost(task: Callable[[Path], int], path: Path) -> Cost:
    wall, cpu = perf_counter(), process_time()
    result = task(path)
    return Cost(perf_counter() - wall, process_time() - cpu, peak_memory() // 1024**2, result)

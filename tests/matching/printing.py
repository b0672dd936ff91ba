"""Prints labelled names on made-up statements, wears the pages, reads them, and keeps what was read with the labels.

``python -m tests.matching.printing --lines 1000 --seed 3`` writes recognised.csv; ``--worst 6 --append`` adds pages of
heavy damage. Only names that need no specification to be understood are printed, for many statements print none.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import tempfile
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from math import dist
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from app.looking import read_pile
from ocr.recognition.pool import EnginePool
from tests.bench.bench_read import recognise
from tests.forge.case import Charge
from tests.forge.pages import write_page
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.style import any_style
from tests.forge.wearing import any_wear
from tests.matching.labels import BETWEEN, NAMES, RECOGNISED, Case, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ocr.reading import Document, Line
    from tests.forge.wear import Wear

LINES = 34
"""Lines of a statement: one or two pages."""
SLACK = 9
"""Pixels beside a name within which the middle of what was read may lie."""
CATEGORIES = {"drug": "西药费", "service": "治疗费", "supply": "卫生材料费"}
COLUMNS = ("printed", "spec", "unit", "code", "entries", "why", "source", "kind", "substance", "truth", "others")
_TELLS_FORM = re.compile(r"(丸|片|胶囊|颗粒|液|散|膏|剂|栓|糖浆|酊|针|水|粉|滴丸)[)）]?$")


def printable(case: Case) -> bool:
    """Whether the name alone says what it is."""
    name = case.printed.name
    return case.kind != "drug" or case.source != "价格表" or bool(_TELLS_FORM.search(name))


def drawn(cases: Sequence[Case], count: int, rng: Random) -> list[Case]:
    """So many labelled lines by chance, no name twice."""
    named = {case.printed.name: case for case in cases if printable(case)}
    return rng.sample(list(named.values()), min(count, len(named)))


def worn(rng: Random, dpi: int, worst: int) -> Wear:
    """The heaviest of so many damages drawn by chance; nothing is cut off, for every name has its label."""
    drawn = (wear for wear in iter(lambda: any_wear(rng, dpi), None) if wear.words)
    return replace(max(islice(drawn, worst), key=lambda wear: (wear.blur + wear.fade + wear.fax, wear.noise)), cut=0.0)


def print_statement(cases: Sequence[Case], stem: Path, rng: Random, worst: int = 1) -> None:
    """The pages of one statement that charges the names, worn, with their truth beside them."""
    case = any_case(rng, visit=False)
    charges = tuple(
        Charge(
            category=CATEGORIES[labelled.kind],
            name=labelled.printed.name,
            spec=labelled.printed.spec[:24],
            unit=labelled.printed.unit or "次",
            price=Decimal(rng.randint(100, 30000)) / 100,
            quantity=Decimal(rng.randint(1, 9)),
            day=case.stay.admitted + timedelta(days=rng.randint(0, 2)),
        )
        for labelled in cases
    )
    papers = statement(replace(case, charges=charges), any_style(rng, overprint=0.05), rng)
    for number, paper in enumerate(papers):
        write_page(paper, worn(rng, paper.dpi, worst), stem.with_name(f"{stem.name}-{number}"), rng)


def read_again(folder: Path, labels: dict[str, Case]) -> Iterator[dict[str, str]]:
    """A row for each labelled name that was found again where it had been printed."""
    files = sorted(folder.glob("*.jpg"))
    with EnginePool() as pool:
        for file in files:
            pages, _ = recognise(pool, [file])
            truth = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
            for document in read_pile(pool, pages, {file.name: file}).documents:
                yield from _rows(document, truth, labels)


def _rows(document: Document, truth: dict[str, Any], labels: dict[str, Case]) -> Iterator[dict[str, str]]:
    boxes = {key: box for key, box in truth["boxes"].items() if key.endswith(".name")}
    for line in document.items:
        cell = line.cells.get("name")
        if cell is None or cell.box is None:
            continue
        key = _nearest(boxes, cell.box)
        case = labels.get(truth["items"][int(key.partition(".")[0])]["name"]) if key else None
        if case:
            yield _row(line, case)


def _middle(box: Sequence[int]) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def _nearest(boxes: Mapping[str, Sequence[int]], read: Sequence[int]) -> str:
    """The key of the printed name nearest to what was read, or an empty string."""
    around = [key for key, box in boxes.items() if _within(box, read)]
    return min(around, key=lambda key: _apart(boxes[key], read), default="")


def _within(printed: Sequence[int], read: Sequence[int]) -> bool:
    """Whether the middle of what was read lies in the place of a printed name."""
    x, y = _middle(read)
    left, top, width, height = printed
    return left - SLACK <= x <= left + width + SLACK and top <= y <= top + height


def _apart(printed: Sequence[int], read: Sequence[int]) -> float:
    """How far the middles lie from each other: places of names overlap on a page that lies askew."""
    return dist(_middle(printed), _middle(read))


def _row(line: Line, case: Case) -> dict[str, str]:
    read = {key: str(cell.value) for key, cell in line.cells.items()}
    others = BETWEEN.join(str(other).replace(BETWEEN, "") for other in line.cells["name"].others)
    return {
        "printed": read["name"].replace(BETWEEN, ""),
        "spec": read.get("spec", ""),
        "unit": read.get("unit", ""),
        "entries": BETWEEN.join(sorted(case.entries)),
        "why": case.why,
        "source": "识别",
        "kind": case.kind,
        "substance": case.substance,
        "truth": case.printed.name,
        "others": others,
    }


def main() -> None:
    """Print, read, write recognised.csv."""
    parser = argparse.ArgumentParser(prog="python -m tests.matching.printing", description=__doc__)
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--out", type=Path, default=RECOGNISED)
    parser.add_argument("--worst", type=int, default=1, help="damages to draw for a page; the heaviest is taken")
    parser.add_argument("--append", action="store_true", help="keep what the file holds")
    chosen = parser.parse_args()
    rng = Random(chosen.seed)  # noqa: S311 - a repeatable drawing
    cases = drawn(read_cases(NAMES), chosen.lines, rng)
    with tempfile.TemporaryDirectory() as temporary:
        for start in range(0, len(cases), LINES):
            print_statement(cases[start : start + LINES], Path(temporary) / f"{start:05d}", rng, chosen.worst)
        rows = list(read_again(Path(temporary), {case.printed.name: case for case in cases}))
    with chosen.out.open("a" if chosen.append else "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        if not chosen.append:
            writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

"""Reading measured on forged papers that nobody has seen: `lingbao bench forged [--count N] [--seed S] [--worst N]`.

Pages are forged by seed into a folder of their own (or taken from `--folder`), read pile by pile as claims are, and
scored by the shared scorer. Scans of several papers are scored paper by paper, and fee rows in blocks side by side in
the order in which they were read: paper does not say which way a form was filled.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from app.looking import read_pile
from ocr.contract import reading_to_json
from ocr.reading import Document, Reading
from ocr.recognition.pool import EnginePool
from tests.bench.bench_read import SHARED, recognise, say
from tests.forge.forging import forge

if TYPE_CHECKING:
    from collections.abc import Sequence

Table = dict[str, Any]


def run(argv: Sequence[str]) -> int:
    """Forge, read, score; 0 when done or when there is no scorer."""
    parser = argparse.ArgumentParser(prog="lingbao bench forged", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="pages to forge")
    parser.add_argument("--seed", type=int, default=1, help="what they are drawn by")
    parser.add_argument("--folder", type=Path, help="read these forged pages instead")
    parser.add_argument("--worst", type=int, default=0, help="so many differences are named")
    chosen = parser.parse_args(argv)
    if not (SHARED / "eval" / "score.py").exists():
        say(f"skipped: the scorer is not at {SHARED.name}/ beside the project")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary) / "forged"
        if not chosen.folder:
            forge(chosen.seed, chosen.count, folder)
        reading = read_folder(folder)
        say(f"pages {len(list(folder.glob('*.jpg')))}, failed {len(reading.failures)}, {reading.seconds:.0f} s")
        say(scored(folder, reading_to_json(reading), Path(temporary), chosen.worst))
    return 0


def pile_of(file: Path) -> str:
    """The pile a page lies in: its name without the number of the page."""
    return file.stem.rpartition("-")[0]


def read_folder(folder: Path) -> Reading:
    """All piles of a folder, each read for itself, by one warm engine."""
    files = sorted(folder.glob("*.jpg"), key=lambda file: (pile_of(file), file.name))
    pictures = {file.name: file for file in files}
    began, documents = perf_counter(), list[Document]()
    with EnginePool() as pool:
        pages, failures = recognise(pool, files)
        for _, pile in groupby(pages, key=lambda page: pile_of(pictures[page.file])):
            documents += read_pile(pool, tuple(pile), pictures).documents
    return Reading(tuple(documents), perf_counter() - began, tuple(failures))


def scored(folder: Path, reading: Table, temporary: Path, worst: int = 0) -> str:
    """What the scorer prints for the papers of a folder."""
    truths = temporary / "truths"
    truths.mkdir()
    for file in sorted(folder.glob("*.jpg")):
        truth = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        for name, paper in _papers(file.stem, truth, reading):
            (truths / f"{name}.json").write_text(json.dumps(paper), encoding="utf-8")
            (truths / f"{name}.jpg").touch()
    out = temporary / "reading.out"
    out.write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, str(SHARED / "eval" / "score.py"), str(truths), str(out), "--worst", str(worst)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.rstrip()


def _papers(stem: str, truth: Table, reading: Table) -> list[tuple[str, Table]]:
    """The papers of a page by names of their own; what was read of each takes the same name."""
    if "papers" not in truth:
        return [(stem, in_read_order(truth, _rows(reading, stem)))]
    mine = [document for document in reading["documents"] if _place(document, stem) is not None]
    asked = [reason for document in mine for reason in document["review"]]
    named = []
    for number, paper in enumerate(truth["papers"]):
        name = f"{stem}#{number}"
        if mine:
            best = max(mine, key=lambda document: _agreement(paper, document))
            mine.remove(best)
            best["pages"][_place(best, stem)]["file"] = f"{name}.jpg"
        else:
            reading["documents"].append(_unparted(f"{name}.jpg", asked))
        named.append((name, in_read_order(paper, _rows(reading, name))))
    return named


def _unparted(file: str, asked: list[str]) -> Table:
    """A paper that was read as part of another on its page: nothing of it was read, and it asks as its page does."""
    return {"kind": "other", "pages": [{"file": file}], "review": asked, "fields": {}, "items": []}


def _place(document: Table, stem: str) -> int | None:
    """Which page of a document a file is."""
    return next((n for n, page in enumerate(document["pages"]) if Path(page["file"]).stem == stem), None)


def _agreement(paper: Table, document: Table) -> int:
    """How much a document says what a paper says; its kind counts most."""
    fields = document["fields"]
    same: list[bool] = [(fields.get(key) or {}).get("value") == value for key, value in paper["fields"].items()]
    likely: bool = document["kind"] == paper["kind"]
    return sum(same) + 5 * likely


def _rows(reading: Table, stem: str) -> list[Table]:
    """The lines that were read on a page."""
    found = ((document, _place(document, stem)) for document in reading["documents"])
    rows = [(document, place) for document, place in found if place is not None]
    return [row for document, place in rows for row in document.get("items", []) if row.get("page", 0) == place]


def in_read_order(truth: Table, rows: list[Table]) -> Table:
    """A receipt's rows in the order they were read, told by name and amount, else by the amount; others as they are."""
    if not truth["kind"].endswith("_receipt"):
        return truth
    read = [tuple((row.get(key) or {}).get("value") for key in ("name", "amount")) for row in rows]
    places = {row: place for place, row in reversed(list(enumerate(read)))}
    sums = {amount: place for (_, amount), place in reversed(places.items())}
    known = [places.get((row["name"], row["amount"]), sums.get(row["amount"])) for row in truth["items"]]
    order = sorted(range(len(known)), key=lambda n: (n if known[n] is None else known[n], n))
    return {**truth, "items": [truth["items"][n] for n in order]}


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

"""Each step of reading left out or changed in turn: what it costs, what it is worth.

``lingbao bench ablation [--every N] [--only WORD]`` calls :func:`run`. A row has the seconds of processors a page and
the scores of both labelled sets, without second looks; only the steps that earn their place stay in the engine.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocr.contract import reading_to_json
from ocr.errors import ReadingError
from ocr.extraction import read_documents
from ocr.reading import Reading
from ocr.recognition import choice, engine, lines, networks, upright
from ocr.recognition.trust import Trust
from tests.bench.bench_read import SETS, SHARED, files_of, say, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

_SCORES = {"money": "money exact", "lines": "lines found", "cells": "line cells exact", "silent": "silent money errors"}


@dataclass(frozen=True)
class Variant:
    """The engine with constants or steps replaced, and settings of its environment."""

    title: str
    replaced: Mapping[tuple[ModuleType, str], Any] = field(default_factory=dict)
    environ: Mapping[str, str] = field(default_factory=dict)


VARIANTS = (
    Variant("as it is"),
    Variant("short floats in place of eight bits", environ={"LINGBAO_PRECISION": "bf16"}),
    Variant("all in 32 bits", environ={"LINGBAO_PRECISION": "f32"}),
    Variant("first weights for every line", {(networks, "trust_of"): lambda _: Trust(longest=0.0)}),
    Variant("quick weights also for long lines", {(networks, "trust_of"): lambda _: Trust(longest=1e9)}),
    Variant("quick weights trusted as if nobody had measured them", {(networks, "trust_of"): lambda _: Trust()}),
    Variant("lines padded to 320", {(lines, "_LEAST"): 320, (networks, "_ROOM"): 0, (networks, "_ROOM_QUICK"): 0}),
    Variant("room of 64 behind every line", {(networks, "_ROOM"): 64, (networks, "_ROOM_QUICK"): 64}),
    Variant("no room behind any line", {(networks, "_ROOM"): 0, (networks, "_ROOM_QUICK"): 0}),
    Variant("text looked for on 0.65 megapixels", {(upright, "_AREA"): 650_000}),
    Variant("text looked for on 1.81 megapixels", {(upright, "_AREA"): 1600 * 1131}),
    Variant("paper as photographed", {(engine, "flattened"): lambda filed: filed}),
    Variant("seals left in", {(engine, "sealed"): lambda filed: (filed, ())}),
    Variant("faint print as it is", {(engine, "is_faint"): lambda *_: False}),
    Variant("print of the other side left in", {(engine, "of_this_side"): lambda _, words: words}),
    Variant("curled paper as it is", {(engine, "laid_flat"): lambda page, _: page}),
    Variant("boxes not cut at rules", {(engine, "cut_at_rules"): lambda quads, *_: quads}),
    Variant("codes not read", {(engine, "read_codes"): lambda _: ()}),
    Variant("pages not judged", {(engine, "judged"): lambda *_: ()}),
)


def run(argv: Sequence[str]) -> int:
    """Measure and print a table; 0 when done or when there is nothing to measure on."""
    parser = argparse.ArgumentParser(prog="lingbao bench ablation", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every Nth page of the forged set")
    parser.add_argument("--only", default="", help="only variants whose title has this word")
    chosen = parser.parse_args(argv)
    if not (SHARED / "eval" / "score.py").exists():
        say(f"skipped: the labelled pages are not at {SHARED.name}/ beside the project")
        return 0
    sets = {name: files_of(name, 0)[:: chosen.every if name == "pages" else 1] for name in SETS}
    titles = [f"{name}: {', '.join(_SCORES)}" for name in sets]
    say(f"| step | processors, s a page | {' | '.join(titles)} |\n|---|---|{'---|' * len(sets)}")
    for variant in VARIANTS:
        if chosen.only in variant.title:
            say(_row(variant, sets))
    return 0


def _row(variant: Variant, sets: Mapping[str, Sequence[Path]]) -> str:
    """One line of the table."""
    with changed(variant):
        chosen = choice.chosen({**variant.environ})
        reader = engine.PageReader(choice.load(chosen))
        cells, spent = [], 0.0
        for files in sets.values():
            began = time.process_time()
            reading = Reading(read_documents(list(_pages(reader, files))), 0.0, ())
            spent += time.process_time() - began
            cells.append(_scored(files, reading))
    return f"| {variant.title} | {spent / sum(map(len, sets.values())):.2f} | {' | '.join(cells)} |"


def _pages(reader: engine.PageReader, files: Sequence[Path]) -> Iterator[Any]:
    for file in files:
        try:
            yield reader.read(file, file.name)
        except ReadingError as error:
            say(f"{file.name}: {error}")


def _scored(files: Sequence[Path], reading: Reading) -> str:
    """What the scorer says of a reading, truth being that of the files alone."""
    with tempfile.TemporaryDirectory() as folder:
        truth, out = Path(folder) / "truth", Path(folder) / "reading.json"
        truth.mkdir()
        for file in files:
            shutil.copy(file, truth)
            shutil.copy(file.with_suffix(".json"), truth)
        out.write_text(json.dumps(reading_to_json(reading), ensure_ascii=False), encoding="utf-8")
        said = score(truth, out)
    return ", ".join(_figure(said, title) for title in _SCORES.values())


def _figure(said: str, title: str) -> str:
    found = re.search(rf"^{title}\s+([\d.]+)", said, re.MULTILINE)
    return found[1] if found else "-"


@contextmanager
def changed(variant: Variant) -> Iterator[None]:
    """The engine's parts replaced for a while."""
    with ExitStack() as undo:
        for (module, name), other in variant.replaced.items():
            undo.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, other)
        yield


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

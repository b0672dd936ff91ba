"""Labelled cells: what was read beside what is printed, and the recogniser's own measure, for `bench doubt`."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from ocr.extraction import read_documents, weighing
from ocr.extraction.calibration import confirmed
from ocr.extraction.doubts import BY_MEASURE
from ocr.extraction.value_kinds import kind_of
from ocr.pages import page_from_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ocr.pages import PageText
    from ocr.reading import Cell, Document

SCORER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"


@dataclass(frozen=True)
class LabelledSet:
    """Pages beside their truth: the folder of their pictures, the words and the truth of each page by its stem."""

    pictures: Path
    pages: Mapping[str, PageText]
    truths: Mapping[str, Mapping[str, Any]]

    @property
    def name(self) -> str:
        """What the set is called: its folder."""
        return self.pictures.name


@dataclass(frozen=True)
class LabelledCell:
    """One value: the page, its key and kind, the raw measure, how many looks there were and agreed, what came of it.

    ``ruled`` tells that it asks, or its line or paper does, for another reason than the measure.
    """

    page: str
    key: str
    kind: str
    raw: float
    looks: int
    agreeing: int
    right: bool
    proven: bool
    asks: bool
    ruled: bool


def load_set(truth: Path, texts: Path) -> LabelledSet:
    """Every page of a folder of truths whose words lie in another, as ``<stem>.json`` or ``<stem>.text.json``."""
    pages, truths = {}, {}
    for file in sorted(truth.glob("*.json")):
        label = json.loads(file.read_text(encoding="utf-8")) if "." not in file.stem else {}
        words = next((p for p in (texts / f"{file.stem}.text.json", texts / f"{file.stem}.json") if p.exists()), None)
        if "kind" in label and words and words != file:
            pages[file.stem], truths[file.stem] = page_from_json(words.read_text(encoding="utf-8")), label
    return LabelledSet(truth, pages, truths)


def label(chosen: LabelledSet) -> list[LabelledCell]:
    """Every value of a set that has a truth; ``raw`` is what the recogniser said before calibration."""
    with mock.patch.object(weighing, "probability", _told):
        documents = read_documents(list(chosen.pages.values()))
    return [cell for document in documents for cell in _of_document(document, chosen)]


def _told(_key: str, raw: float, agreeing: int = 0, looks: int = 0) -> float:
    """All that calibration goes by in one number: the raw measure, and behind the point of it the looks."""
    return raw + 10 * agreeing + 1000 * looks


def _of_document(document: Document, chosen: LabelledSet) -> Iterator[LabelledCell]:
    scorer = shared_scorer()
    for at, page in enumerate(document.pages):
        stem = Path(page.file).stem
        truth = chosen.truths.get(stem, {"fields": {}, "items": []})
        whole = bool(document.review)
        for key, value in truth["fields"].items():
            cell = document.fields.get(key)
            if cell and cell.page == at:
                yield _labelled(stem, key, cell, _Marks(_same(key, cell, value), whole))
        lines = [line for line in document.items if line.page == at]
        plain = [{key: {"value": cell.value} for key, cell in line.cells.items()} for line in lines]
        for i, j in scorer.align(truth["items"], plain):
            asked = whole or bool(lines[j].review)
            for key, value in truth["items"][i].items():
                if cell := lines[j].cells.get(key):
                    yield _labelled(stem, key, cell, _Marks(_same(key, cell, value), asked))


def _same(key: str, cell: Cell, value: object) -> bool:
    """Whether a cell is right by the scorer's measure; what it cannot take for a day is wrong."""
    scorer = shared_scorer()
    read = list(cell.value) if isinstance(cell.value, tuple) else cell.value
    try:
        return bool(scorer.norm(key, read) == scorer.norm(key, value))
    except OverflowError:
        return False


@dataclass(frozen=True)
class _Marks:
    """What is known of a value beside itself: whether it is right, whether its line or paper asks."""

    right: bool
    asked: bool


def _labelled(page: str, key: str, cell: Cell, marks: _Marks) -> LabelledCell:
    looks, rest = divmod(cell.confidence, 1000)
    agreeing, raw = divmod(rest, 10)
    return LabelledCell(
        page,
        key,
        kind_of(key),
        raw,
        int(looks),
        int(agreeing),
        right=marks.right,
        proven=bool(cell.proof),
        asks=marks.asked or bool(cell.review),
        ruled=marks.asked or not (cell.review or BY_MEASURE).startswith(BY_MEASURE),
    )


@cache
def shared_scorer() -> Any:
    """The scorer that lies beside the labelled pages, as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_kind(cells: Sequence[LabelledCell], kind: str) -> list[LabelledCell]:
    """The cells of one kind that were not looked at again; of ``confirmed`` ones those that several looks gave.

    Values that ask by a rule are left out: nothing hangs on their measure.
    """
    some = [cell for cell in cells if not cell.ruled]
    if kind.startswith("confirmed"):
        return [cell for cell in some if 1 < cell.looks == cell.agreeing and confirmed(cell.kind) == kind]
    return [cell for cell in some if cell.kind == kind and not cell.looks]

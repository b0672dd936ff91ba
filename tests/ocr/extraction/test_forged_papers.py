"""Words recognised on forged papers of every kind, worn as desks and phones wear them, beside what was printed."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ocr.extraction import read_documents
from ocr.pages import PageText, page_from_json

if TYPE_CHECKING:
    from ocr.pages import Box
    from ocr.reading import Cell, Document

PAPERS = Path(__file__).parent / "papers"
NAMES = sorted(path.name.removesuffix(".words.json") for path in PAPERS.glob("*.words.json"))


def stored(name: str) -> PageText:
    return page_from_json((PAPERS / f"{name}.words.json").read_text(encoding="utf-8"))


def truths(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((PAPERS / f"{name}.truth.json").read_text(encoding="utf-8"))["papers"]
    return found


def pairs(name: str) -> list[tuple[dict[str, Any], Document]]:
    """Each printed paper with the document of its kind."""
    documents = {document.kind.value: document for document in read_documents([stored(name)])}
    return [(truth, documents[truth["kind"]]) for truth in truths(name)]


def plain(value: object) -> str:
    """A value without what prints may differ in: width of signs, blanks, 整."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value):
        return str(Decimal(value).normalize())
    text = "|".join(sorted(value)) if isinstance(value, list | tuple) else str(value)
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("×Ⅰ", "*I"))
    return re.sub(r"\s+", "", text).rstrip("整正")


def shown(cell: Cell | None) -> str:
    return plain(cell.value) if cell else ""


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_falls_into_the_papers_that_lie_on_it(name: str) -> None:
    kinds = [document.kind.value for document in read_documents([stored(name)])]
    assert sorted(kinds) == sorted(truth["kind"] for truth in truths(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_what_was_printed(name: str) -> None:
    for truth, document in pairs(name):
        read = {key: shown(document.fields.get(key)) for key in truth["fields"]}
        assert read == {key: plain(value) for key, value in truth["fields"].items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_what_was_printed(name: str) -> None:
    for truth, document in pairs(name):
        keys = [tuple(item) for item in truth["items"]]
        read = [
            {key: shown(line.cells.get(key)) for key in wanted}
            for wanted, line in zip(keys, document.items, strict=True)
        ]
        assert read == [{key: plain(value) for key, value in item.items()} for item in truth["items"]]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_points_to_its_place_on_the_scan(name: str) -> None:
    for truth, document in pairs(name):
        for key in truth["fields"]:
            place, printed = document.fields[key].box, truth["boxes"].get(key)
            assert not (place and printed) or apart(place, printed) <= max(place[2:]), key


def apart(one: Box, other: Box) -> int:
    """The white between two boxes in pixels; a value that is part of a box is placed by its share of the letters."""
    across = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    down = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return max(0, across, down)

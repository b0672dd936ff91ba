"""Forged originals are read by the project's own capture, and say what their truth says."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from ocr.capture.files import expand
from ocr.pages import page_from_json
from tests.forge.markup import any_markup, invoice_markup
from tests.forge.originals import any_original, forge_originals

if TYPE_CHECKING:
    from pathlib import Path


def chance(number: int) -> Random:
    return Random(number)  # noqa: S311 - a repeatable drawing


def printed(path: Path, into: Path) -> str:
    """All words of the layers of a file."""
    pages, failures = expand(path, into)
    assert failures == ()
    layers = [page_from_json(page.layer.read_text(encoding="utf-8")) for page in pages if page.layer]
    assert len(layers) == len(pages) > 0
    return "".join(word.text for layer in layers for word in layer.words)


def values(truth: dict[str, Any]) -> list[str]:
    """Values that stand on paper as the truth writes them."""
    names = ("patient", "payer", "total_in_words", "invoice_number", "hospital_number", "check_code")
    rows = [row[key] for row in truth["items"] for key in ("amount",)]
    return [str(truth["fields"][name]) for name in names if name in truth["fields"]] + rows


@pytest.mark.parametrize("number", range(9))
def test_an_original_is_taken_with_a_layer_that_holds_what_the_truth_says(number: int, tmp_path: Path) -> None:
    suffix, content, truths = any_original(chance(number))
    file = tmp_path / f"original{suffix}"
    file.write_bytes(content)
    words = printed(file, tmp_path).replace(" ", "")
    missing = [value for truth in truths for value in values(truth) if value.replace(" ", "") not in words]
    assert missing == []


def test_the_same_seed_gives_the_same_truth_and_markup() -> None:
    assert any_markup(chance(4)) == any_markup(chance(4))


def test_each_page_of_an_original_has_its_truth(tmp_path: Path) -> None:
    forge_originals(2, 5, tmp_path)
    files = [p for p in tmp_path.iterdir() if p.suffix != ".json"]
    assert len(files) == 5
    for file in files:
        pages, _ = expand(file, tmp_path / "pages")
        assert len(pages) == len(list(tmp_path.glob(f"{file.stem}-*.json"))) or file.suffix == ".xml"


def test_an_outpatient_receipt_in_markup_names_no_stay() -> None:
    truths = [any_markup(chance(number))[1] for number in range(12)]
    visits = [truth for truth in truths if truth["kind"] == "outpatient_receipt"]
    assert visits
    assert all(not {"hospital_number", "admission_date"} & truth["fields"].keys() for truth in visits)


def test_truth_files_name_the_way_an_original_came(tmp_path: Path) -> None:
    forge_originals(3, 3, tmp_path)
    ways = {json.loads(p.read_text(encoding="utf-8"))["damage"][0] for p in tmp_path.glob("*.json")}
    assert ways <= {"original pdf", "original ofd", "original xml"}


@pytest.mark.parametrize("number", range(8))
def test_an_invoice_in_markup_is_taken_with_all_that_its_truth_says(number: int, tmp_path: Path) -> None:
    content, truth = invoice_markup(chance(number))
    (tmp_path / "a.xml").write_bytes(content)
    words = printed(tmp_path / "a.xml", tmp_path / "into")
    said = [*map(str, truth["fields"].values()), *(row[key] for row in truth["items"] for key in ("name", "amount"))]
    assert [value for value in said if value.replace(" ", "") not in words.replace(" ", "")] == []

"""Pages beside the project lie every way; each must be set upright. Only the turn is found, so that it stays quick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ocr.imaging.decode import decode
from ocr.imaging.sheet import flattened
from ocr.imaging.view import View
from ocr.recognition.engine import PageReader

pytestmark = [pytest.mark.engine, pytest.mark.shared]

PAGES = Path(__file__).resolve().parents[4] / "shared" / "data" / "pages"


def turn_of(truth: Path) -> int:
    """The clockwise turn that sets a forged page upright, as its maker noted it; 0 where it lies upright."""
    noted = [word for word in json.loads(truth.read_text("utf-8")).get("damage", []) if word.startswith("turned")]
    return int(noted[0].split()[1]) if noted else 0


def test_turned_pages_are_set_upright() -> None:
    reader = PageReader()
    turned = {page: turn for page in sorted(PAGES.glob("*-?.json")) if (turn := turn_of(page))}
    found = {page: reader._upright(flattened(View.of(decode(page.with_suffix(".jpg")))))[0] for page in turned}
    assert turned
    assert found == turned

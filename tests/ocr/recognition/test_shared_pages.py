"""Pages beside the project lie every way; each must be set upright. Only the turn is found, so that it stays quick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ocr.imaging.decode import opened
from ocr.imaging.sheet import flattened
from ocr.recognition.choice import load
from ocr.recognition.upright import upright

pytestmark = [pytest.mark.engine, pytest.mark.shared]

PAGES = Path(__file__).resolve().parents[4] / "shared" / "data" / "pages"


def turn_of(truth: Path) -> int:
    """The clockwise turn that sets a forged page upright, as its maker noted it; 0 where it lies upright."""
    noted = [word for word in json.loads(truth.read_text("utf-8")).get("damage", []) if word.startswith("turned")]
    return int(noted[0].split()[1]) if noted else 0


def test_turned_pages_are_set_upright() -> None:
    networks = load()
    turned = {page: turn for page in sorted(PAGES.glob("*-?.json")) if (turn := turn_of(page))}
    found = {page: upright(networks, flattened(opened(page.with_suffix(".jpg")))).rotation for page in turned}
    assert turned
    assert found == turned

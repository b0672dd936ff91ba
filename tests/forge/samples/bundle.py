"""Draws a claim's pages, wears them, and writes them with their truth and the header a clerk would type."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tests.forge.samples.receipt import inpatient, outpatient
from tests.forge.samples.record import record
from tests.forge.samples.statement import statement
from tests.forge.wear import Wear, jpeg, worn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.forge.case import Case
    from tests.forge.samples.looks import Look
    from tests.forge.samples.plan import Plan
    from tests.forge.samples.receipt import Truth
    from tests.forge.sheet import Sheet

NAMES = {
    "inpatient_receipt": "receipt",
    "outpatient_receipt": "receipt",
    "expense_statement": "statement",
    "discharge_record": "discharge",
}


def drawn(case: Case, look: Look, rng: Random, *, least: int = 1) -> list[tuple[Sheet, Truth]]:
    """The clean pages of a claim in the order of its pile; a visit of one day gives an outpatient receipt alone."""
    if case.stay.admitted == case.stay.discharged:
        return [outpatient(case, look, rng)]
    return [inpatient(case, look, rng), *statement(case, look, rng, least=least), record(case, look, rng)]


def write_page(sheet: Sheet, truth: Truth, wear: Wear, stem: Path, rng: Random) -> None:
    """One worn page as JPEG with its truth beside it."""
    page = np.asarray(cv2.cvtColor(np.asarray(sheet.image), cv2.COLOR_RGB2BGR), np.uint8)
    stem.with_suffix(".jpg").write_bytes(jpeg(worn(page, wear, rng)[0], wear))
    content = {**truth, "layout": "forge", "dpi": sheet.dpi, "damage": wear.words}
    stem.with_suffix(".json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_plan(plan: Plan, folder: Path) -> None:
    """A written plan as a sample: numbered pages, their truth, and claim.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = Random(plan.seed)  # noqa: S311 - a repeatable drawing, not a secret
    pages = drawn(plan.case, plan.look, rng, least=plan.least)
    for number, ((sheet, truth), wear) in enumerate(zip(pages, plan.wear, strict=True), start=1):
        write_page(sheet, truth, wear, folder / f"{number}-{NAMES[str(truth['kind'])]}", rng)
    header = plan.header.format(case=plan.case, person=plan.case.person, stay=plan.case.stay, receipt=plan.case.receipt)
    (folder / "claim.toml").write_text(header, encoding="utf-8")

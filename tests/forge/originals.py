"""Electronic originals: papers as PDF with text, OFD or XML, with the truth of each page beside the file."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from tests.forge.hospitals import named_statement
from tests.forge.invoices import pharmacy_invoice
from tests.forge.markup import any_markup, invoice_markup
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.style import any_style, blackened
from tests.ocr.capture.originals import Sheet, Text, ofd_bytes, pdf_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.forge.paper import Paper
    from tests.forge.sheet import Written
    from tests.forge.style import Style

POINT = 25.4 / 72
BASELINE = 0.436
"""From the middle of a line down to its baseline, in heights of letters."""

WRITERS = {".pdf": pdf_bytes, ".ofd": ofd_bytes}


def _papers(rng: Random) -> list[Paper]:
    """A receipt, a statement or an invoice as systems give it: in the font that is embedded, without overprint."""
    style = _embedded(blackened(any_style(rng, overprint=0)))
    drawn = rng.random()
    if drawn < 0.15:
        return [pharmacy_invoice(any_case(rng, visit=True, lines=(20, 30)), style, rng)]
    if drawn < 0.3:
        return named_statement(any_case(rng, visit=False), style, rng)
    if drawn < 0.5:
        return statement(any_case(rng, visit=False), style, rng)
    kind = INPATIENT if drawn < 0.75 else OUTPATIENT
    return [receipt(any_case(rng, visit=kind == OUTPATIENT), style, kind, rng)]


def _embedded(style: Style) -> Style:
    form, value = (replace(ink, face="sans", stretch=1.0) for ink in (style.form, style.value))
    return replace(style, form=form, value=value)


def _text(written: Written) -> Text:
    size = written.ink.size * POINT
    return Text(written.text, round(written.left, 3), round(written.middle + BASELINE * size, 3), round(size, 3))


def sheet_of(paper: Paper) -> Sheet:
    """A paper as print and lines."""
    lines = tuple((*start, *end) for start, end in paper.ruled)
    return Sheet(tuple(_text(w) for w in paper.written), lines, width=paper.size[0], height=paper.size[1])


def any_original(rng: Random) -> tuple[str, bytes, list[dict[str, Any]]]:
    """An original by chance: its suffix, its content, the truth of each of its pages."""
    suffix = rng.choice((*WRITERS, ".xml"))
    if suffix == ".xml":
        content, truth = rng.choice((any_markup, any_markup, invoice_markup))(rng)
        return suffix, content, [truth]
    papers = _papers(rng)
    truths = [paper.said.truth | {"layout": paper.layout} for paper in papers]
    return suffix, WRITERS[suffix]([sheet_of(paper) for paper in papers]), truths


def forge_originals(seed: int, count: int, out: Path) -> None:
    """Write so many files, and `<stem>-<page>.json` as the truth of each page."""
    out.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        rng = Random(f"original {seed}/{number}")  # noqa: S311 - a repeatable drawing, not a secret
        suffix, content, truths = any_original(rng)
        stem = f"original-{seed}-{number:03d}"
        (out / f"{stem}{suffix}").write_bytes(content)
        for page, truth in enumerate(truths, start=1):
            text = json.dumps(truth | {"damage": [f"original {suffix[1:]}"]}, ensure_ascii=False, indent=1)
            (out / f"{stem}-{page}.json").write_text(text, encoding="utf-8")

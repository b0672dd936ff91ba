"""Receipts in the forms of forms/receipts.toml: electronic, overprinted, older, on the roll of a till."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.forge.codes import code_picture, receipt_code
from tests.forge.facts import receipt_facts
from tests.forge.job import Job, Row
from tests.forge.paper import Paper
from tests.forge.press import press
from tests.forge.seal import seal
from tests.forge.style import Style, overprinted, table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case

INPATIENT, OUTPATIENT = "inpatient_receipt", "outpatient_receipt"
ONE_SIDED = {
    INPATIENT: {"outpatient_number", "visit_date"},
    OUTPATIENT: {"hospital_number", "stay_time", "admission_date", "discharge_date", "days", "bed"},
}
"""Facts that a kind of receipt does not print."""


def any_form(kind: str, rng: Random) -> dict[str, Any]:
    """A form for a kind of receipt, the frequent ones more often."""
    forms = [form for form in table("receipts")["forms"] if kind in form["kinds"]]
    return dict(rng.choices(forms, weights=[form["chance"] for form in forms])[0])


def rows_of(case: Case, kind: str, *, categories: bool = False) -> list[Row]:
    """Categories of a stay, and of a visit where the form prints them; else lines of a visit."""
    if kind == INPATIENT or categories:
        return [{"name": name, "amount": f"{amount}"} for name, amount in case.sums]
    return [charge.row for charge in case.charges]


def _stamps(paper: Paper, case: Case, rng: Random, bottom: float) -> None:
    """The hospital's seal, now and then over figures."""
    if rng.random() < 0.15:
        return
    purpose = rng.choice(("收费专用章", "财务专用章", "住院收费专用章", "票据专用章"))
    wide = paper.size[0] * rng.uniform(0.15, 0.2)
    mark = seal(case.stay.hospital, purpose, pixels=paper.px(wide), tilt=rng.uniform(-25, 25))
    over = bottom - rng.uniform(0, 45 if rng.random() < 0.2 else 8)
    paper.stamp(mark, (paper.at(rng.uniform(0.15, 0.85)), min(paper.size[1] - wide / 2, over)))


def _size(form: dict[str, Any], rows: int, style: Style) -> tuple[float, float]:
    """The form's paper, taller where a visit has more lines than a short form takes."""
    wide, tall = style.pick("size", form["sizes"])
    return wide, tall + max(0.0, (rows - 12) * 5.0) if wide > tall else tall


def _inked(style: Style, form: dict[str, Any]) -> Style:
    """The same printer through carbon paper, where a form has such copies."""
    if "over_inks" not in form:
        return style
    return replace(style, value=replace(style.value, face="dots", colour=tuple(style.pick("ink", form["over_inks"]))))


def receipt(case: Case, style: Style, kind: str, rng: Random) -> Paper:
    """One receipt of a kind."""
    form = any_form(kind, rng)
    rows = rows_of(case, kind, categories=form.get("categories", False))
    if rng.random() < form.get("overprint", 0.0):
        style = _inked(overprinted(style, rng), form)
    facts = {k: f for k, f in receipt_facts(case, style, rng).items() if k not in ONE_SIDED[kind]}
    names = {"province": case.stay.province, "hospital": case.stay.hospital}
    paper = Paper(kind, _size(form, len(rows), style), style)
    top = paper.size[1] * (0.05 if paper.size[1] < 200 else 0.04)
    bottom = press(paper, form["sections"], Job(facts, rows, names), top)
    paper.layout = form["name"]
    _coded(paper, case, style.pick("code", form["codes"]), (top, bottom))
    _stamps(paper, case, rng, bottom)
    return paper


def _coded(paper: Paper, case: Case, symbology: str, ends: tuple[float, float]) -> None:
    """The code where there is room: beside the title, or under the form on narrow paper and for bars."""
    if not symbology:
        return
    text = receipt_code(case) if symbology == "QRCode" else case.receipt.code + case.receipt.number
    picture = code_picture(text, symbology, paper.px(18 if symbology == "QRCode" else 8))
    under = symbology != "QRCode" or paper.size[0] < 120
    paper.image.paste(picture, (paper.px(paper.left + 0.5), paper.px(ends[1] + 1.5 if under else ends[0] - 2)))

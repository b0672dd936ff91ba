"""Scans that hold several papers, or none: both sides of a card, cards side by side, two receipts, blank backs."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

from tests.forge.cards import bank_card, id_back, id_front, insurance_card
from tests.forge.paper import Paper, Said
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.stock import any_case, any_person
from tests.forge.style import any_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.forge.style import Style

A4 = (210.0, 297.0)


def lay(sheet: Paper, paper: Paper, at: tuple[float, float]) -> Said:
    """Lay a paper on a larger sheet with its upper left corner at a place; gives back its truth there."""
    left, top = sheet.px(at[0]), sheet.px(at[1])
    sheet.image.paste(paper.image, (left, top))
    said = Said(paper.said.kind, dict(paper.said.fields), list(paper.said.items))
    for key, marks in paper.said.marks.items():
        said.marks[key] = [(x + left, y + top, w, h) for x, y, w, h in marks]
    said.marks["paper"] = [(left, top, paper.image.width, paper.image.height)]
    return said


def joined(saids: Sequence[Said]) -> list[Said]:
    """The two sides of an identity card are one paper."""
    made: dict[str, Said] = {}
    for number, said in enumerate(saids):
        key = said.kind if said.kind == "id_card" else f"{said.kind} {number}"
        if key not in made:
            made[key] = said
            continue
        made[key].fields |= said.fields
        for name, marks in said.marks.items():
            made[key].marks[name] += marks
    return list(made.values())


def spread(papers: Sequence[Paper], rng: Random, size: tuple[float, float] = A4) -> Paper:
    """Papers on one sheet, one under the other or where there is room beside; in any order."""
    sheet = Paper("scan", size, papers[0].style)
    x, y, row, saids = rng.uniform(8, 30), rng.uniform(8, 25), 0.0, list[Said]()
    for paper in papers:
        if x + paper.size[0] > size[0]:
            x, y, row = rng.uniform(5, 20), y + row + rng.uniform(3, 12), 0.0
        saids.append(lay(sheet, paper, (x, y)))
        x += paper.size[0] + rng.uniform(3, 10)
        row = max(row, paper.size[1])
    sheet.parts = joined(saids)
    sheet.layout = " + ".join(paper.layout for paper in papers)
    return sheet


def id_copy(rng: Random) -> Paper:
    """A copy of both sides of an identity card."""
    person, style = any_person(rng), any_style(rng, overprint=0)
    return spread([id_front(person, style, rng), id_back(person, style, rng)], rng)


def cards_copy(rng: Random) -> Paper:
    """An identity card with the bank card or the social-security card on one sheet."""
    person, style = any_person(rng), any_style(rng, overprint=0)
    papers = [id_front(person, style, rng), rng.choice((bank_card, insurance_card))(person, style, rng)]
    return spread(rng.sample(papers, 2), rng)


def _visit(style: Style, rng: Random) -> Paper:
    return receipt(any_case(rng, visit=True, lines=(1, 6)), style, OUTPATIENT, rng)


def receipts_copy(rng: Random) -> Paper:
    """Two receipts on one sheet: one under the other, or two rolls side by side."""
    style = any_style(rng, overprint=0.1)
    style = style if style.dpi < 300 else any_style(Random(style.seed), overprint=0)  # noqa: S311 - a repeatable drawing
    first = _visit(style, rng)
    second = (
        receipt(any_case(rng, visit=False, lines=(12, 20)), style, INPATIENT, rng)
        if rng.random() < 0.4
        else _visit(style, rng)
    )
    beside = first.size[0] + second.size[0] < 215
    wide = sum(p.size[0] for p in (first, second)) + 55 if beside else max(first.size[0], second.size[0]) + 55
    tall = max(p.size[1] for p in (first, second)) + 50 if beside else first.size[1] + second.size[1] + 60
    return spread([first, second], rng, (wide, tall))


def blank(rng: Random) -> Paper:
    """The back of a sheet: nothing, or the faint print of the front."""
    sheet = Paper("other", A4, any_style(rng, overprint=0))
    sheet.layout = "blank back"
    if rng.random() < 0.6:
        front = receipt(any_case(rng, visit=True, lines=(2, 6)), sheet.style, OUTPATIENT, rng).image
        seen = front.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2.5))
        faint = Image.blend(Image.new("RGB", seen.size, "white"), seen, rng.uniform(0.04, 0.1))
        sheet.image.paste(faint, (0, 0))
    return sheet


def no_paper(rng: Random) -> Paper:
    """A picture that shows no paper: a table top, blurred things in several colours."""
    sheet = Paper("other", (180.0, 135.0), any_style(rng, overprint=0))
    sheet.layout = "no paper"
    grains = np.random.default_rng(rng.randrange(2**32))
    coarse = (grains.integers(40, 170, (7, 9, 1)) + grains.integers(0, 60, (7, 9, 3))).astype(np.uint8)
    picture = Image.fromarray(coarse).resize(sheet.image.size, Image.Resampling.BICUBIC)
    sheet.image.paste(picture.filter(ImageFilter.GaussianBlur(rng.uniform(1, 6))))
    return sheet

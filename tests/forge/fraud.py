"""The frauds of policy §2.7 as pictures: totals, fees and classes changed on the page, or on paper before its scan."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tests.forge.pages import legible, moved, truth_of
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.strips import strip_of, strips_like
from tests.forge.style import any_style
from tests.forge.tamper import WAYS, Change
from tests.forge.wear import Wear, jpeg, worn
from tests.forge.wearing import any_wear

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.forge.case import Case
    from tests.forge.damage import Move, Pixels
    from tests.forge.paper import Paper

PUBLISHED, FEE = Decimal("15263.14"), Decimal("452.00")
"""What the published receipt came to and its operation cost, before 105,263.14 and 5,452 were made of them."""

ON_SCREEN, ON_PAPER = "page", "paper"
"""Changed in the saved picture, or on the paper itself, which was scanned afterwards."""


@dataclass(frozen=True)
class Fraud:
    """What was changed: which figure, in which way, on the page or on paper, from what to what, and where."""

    what: str
    how: str
    when: str
    old: str
    new: str
    box: tuple[int, ...]


@dataclass(frozen=True)
class Target:
    """A figure to change: what kind it is, its paper, its key in the truth."""

    what: str
    paper: Paper
    key: str


def published(rng: Random) -> Case:
    """A case that comes to the published total, its operation to the published fee."""
    case = any_case(rng, visit=False, lines=(14, 40))
    plain = [charge for charge in case.charges if charge.quantity > 0 and charge.category != "手术费"]
    kept = [charge for n, charge in enumerate(plain) if sum(c.amount for c in plain[: n + 1]) < PUBLISHED - FEE - 1]
    operation = replace(
        plain[0], category="手术费", name="乳腺肿物切除术", spec="", unit="次", quantity=Decimal(1), price=FEE
    )
    rest = PUBLISHED - FEE - sum((charge.amount for charge in kept), Decimal(0))
    other = replace(operation, category="治疗费", name="综合治疗", price=rest)
    paid = replace(case.receipt, pooled=Decimal("0.00"), other=Decimal("0.00"), account=Decimal("0.00"))
    return replace(case, charges=(*kept, operation, other), receipt=replace(paid, insurance_type="自费"))


def inserted(text: str, digit: str, after: int) -> str:
    """A text with a digit put in after so many of its digits."""
    places = [n for n, sign in enumerate(text) if sign.isdigit()]
    at = places[0] + after
    return text[:at] + digit + text[at:]


def worse(what: str, text: str, rng: Random) -> str:
    """What a forger makes of a printed text."""
    if what == "total":
        return inserted(text, "0", 1)
    if what == "fee":
        return inserted(text, str(rng.randint(1, 9)) if not text.startswith("452") else "5", 0)
    return text.replace("乙", "甲")


def any_target(rng: Random) -> Target:
    """A figure worth changing on a receipt or on a page of a statement."""
    what = rng.choice(("total", "total", "fee", "fee", "class"))
    case = published(rng) if rng.random() < 0.5 else any_case(rng, visit=False, lines=(14, 40))
    if what == "total":
        kind = rng.choice((INPATIENT, OUTPATIENT))
        return Target(what, receipt(case, any_style(rng, overprint=0.03), kind, rng), "total_amount")
    paper = rng.choice(statement(case, any_style(rng, overprint=0.05), rng))
    keys = [key for key in paper.said.marks if key.endswith(".insurance_class" if what == "class" else ".amount")]
    rows = [key for key in keys if _fits(what, strip_of(paper, paper.said.marks[key][0], []).text)]
    return Target(what, paper, rng.choice(rows)) if rows else any_target(rng)


def _fits(what: str, text: str) -> bool:
    return "乙" in text if what == "class" else text[:1].isdigit()


def any_scan(rng: Random, dpi: int, *, flat: bool) -> Wear:
    """Legible damage; ``flat`` is a page as its owner would scan it: upright, nothing bent or photographed."""
    while True:
        wear = any_wear(rng, dpi)
        bent = wear.phone or wear.fax or wear.screen or wear.turn or wear.exif or wear.curl
        if not wear.cut and wear.blur < 0.7 and not (flat and bent):
            return wear


def forge_fraud(rng: Random, stem: Path) -> Fraud:
    """Write a changed page with its truth, the fraud told in it."""
    when = rng.choice((ON_SCREEN, ON_SCREEN, ON_PAPER))
    target, wear = _legible(rng, flat=when == ON_SCREEN)
    paper = target.paper
    page = np.asarray(cv2.cvtColor(np.asarray(paper.image), cv2.COLOR_RGB2BGR), np.uint8)
    if when == ON_PAPER:
        fraud = changed(page, target, [], rng)
        picture, moves = worn(page, wear, rng)
        x, y, width, height = fraud.box
        fraud = replace(fraud, box=tuple(moved([(x, y, width, height)], moves)))
    else:
        scanned, moves = worn(page, wear, rng)
        picture = np.asarray(cv2.imdecode(np.frombuffer(jpeg(scanned, wear), np.uint8), cv2.IMREAD_COLOR), np.uint8)
        fraud = changed(picture, target, moves, rng)
        wear = replace(wear, quality=rng.randint(68, 93))
    stem.with_suffix(".jpg").write_bytes(jpeg(picture, wear))
    truth = truth_of(paper.said, moves, (picture.shape[1], picture.shape[0]), cut=False)
    truth |= {"layout": paper.layout, "damage": wear.words, "fraud": asdict(replace(fraud, when=when))}
    stem.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
    return replace(fraud, when=when)


def changed(picture: Pixels, target: Target, moves: list[Move], rng: Random) -> Fraud:
    """Change the picture of a paper at a figure."""
    strip = strip_of(target.paper, target.paper.said.marks[target.key][0], moves)
    new, how = worse(target.what, strip.text, rng), rng.choice(list(WAYS))
    box = WAYS[how](picture, Change(strip, new, strips_like(target.paper, strip, moves)), rng)
    return Fraud(target.what, how, "", strip.text, new, box)


def _legible(rng: Random, *, flat: bool) -> tuple[Target, Wear]:
    while True:
        target = any_target(rng)
        wear = any_scan(rng, target.paper.dpi, flat=flat)
        if legible(target.paper, wear):
            return target, wear

"""The frauds of policy §2.7 as pictures: totals, fees and classes changed on the page, or on paper before its scan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tests.forge.pages import legible, moved
from tests.forge.receipts import INPATIENT, receipt
from tests.forge.records import record
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.strips import strip_of, strips_like
from tests.forge.style import any_style, blackened
from tests.forge.tamper import WAYS, Change
from tests.forge.wear import Wear, jpeg, worn
from tests.forge.wearing import any_wear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    """A figure to change: what kind it is, on which page, its key in the truth."""

    what: str
    page: int
    key: str


@dataclass(frozen=True)
class Page:
    """A scanned page: its paper, the bytes of the picture, and how points of the paper were moved."""

    paper: Paper
    content: bytes
    moves: list[Move]


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


def any_pile(rng: Random) -> tuple[Case, list[Paper]]:
    """The papers of one stay, printed by one hospital: receipt, statement, discharge record."""
    case = published(rng) if rng.random() < 0.5 else any_case(rng, visit=False, lines=(14, 40))
    first = receipt(case, any_style(rng, overprint=0.03), INPATIENT, rng)
    record_ = record(case, blackened(any_style(rng, overprint=0)), "discharge_record", rng)
    return case, [first, *statement(case, any_style(rng, overprint=0.05), rng), record_]


def any_target(papers: Sequence[Paper], rng: Random) -> Target:
    """A figure worth changing on one of the papers."""
    what = rng.choice(("total", "total", "fee", "fee", "class"))
    wanted = {"total": "total_amount", "fee": ".amount", "class": ".insurance_class"}[what]
    places = [
        Target(what, page, key)
        for page, paper in enumerate(papers)
        for key, (mark, *_) in paper.said.marks.items()
        if key.endswith(wanted) and _fits(what, strip_of(paper, mark, []).text)
    ]
    return rng.choice(places) if places else any_target(papers, rng)


def _fits(what: str, text: str) -> bool:
    return "乙" in text if what == "class" else any(sign.isdigit() for sign in text)


def any_scan(paper: Paper, rng: Random, *, flat: bool) -> Wear:
    """Legible damage; ``flat`` is a page as its owner would scan it: upright, nothing bent or photographed."""
    while True:
        wear = any_wear(rng, paper.dpi)
        bent = wear.phone or wear.fax or wear.screen or wear.turn or wear.exif
        if not wear.cut and not wear.curl and not (flat and bent) and legible(paper, wear):
            return wear


def scanned(paper: Paper, wear: Wear, rng: Random) -> Page:
    """An honest page."""
    picture, moves = worn(_drawn(paper), wear, rng)
    return Page(paper, jpeg(picture, wear), moves)


def changed_page(target: Target, paper: Paper, rng: Random) -> tuple[Page, Fraud]:
    """The page of a paper on which a figure was changed, on paper before the scan or in its saved picture."""
    when, how = rng.choice((ON_SCREEN, ON_SCREEN, ON_PAPER)), rng.choice(list(WAYS))
    new = worse(target.what, strip_of(paper, paper.said.marks[target.key][0], []).text, rng)
    page, (fraud,) = changed_figures(paper, {target.key: new}, (how, when), rng)
    return page, replace(fraud, what=target.what)


def changed_figures(
    paper: Paper, wanted: Mapping[str, str], manner: tuple[str, str], rng: Random
) -> tuple[Page, tuple[Fraud, ...]]:
    """The page of a paper whose figures, by their keys in the truth, were made to say something else in one manner.

    The manner is how (of WAYS) and when.
    """
    how, when = manner
    wear = any_scan(paper, rng, flat=when == ON_SCREEN)
    if when == ON_PAPER:
        page = _drawn(paper)
        frauds = [_change(page, paper, (key, new), (how, []), rng) for key, new in wanted.items()]
        picture, moves = worn(page, wear, rng)
        frauds = [replace(fraud, box=tuple(moved([_sides(fraud)], moves))) for fraud in frauds]
    else:
        honest = scanned(paper, wear, rng)
        picture, moves = _decoded(honest.content), honest.moves
        frauds = [_change(picture, paper, (key, new), (how, moves), rng) for key, new in wanted.items()]
        wear = replace(wear, quality=rng.randint(68, 93))
    return Page(paper, jpeg(picture, wear), moves), tuple(replace(fraud, when=when) for fraud in frauds)


def _sides(fraud: Fraud) -> tuple[float, float, float, float]:
    x, y, width, height = fraud.box
    return x, y, width, height


def _change(
    picture: Pixels, paper: Paper, wanted: tuple[str, str], manner: tuple[str, list[Move]], rng: Random
) -> Fraud:
    (key, new), (how, moves) = wanted, manner
    strip = strip_of(paper, paper.said.marks[key][0], moves)
    box = WAYS[how](picture, Change(strip, new, strips_like(paper, strip, moves)), rng)
    return Fraud(key, how, "", strip.text, new, box)


def _drawn(paper: Paper) -> Pixels:
    return np.asarray(cv2.cvtColor(np.asarray(paper.image), cv2.COLOR_RGB2BGR), np.uint8)


def _decoded(content: bytes) -> Pixels:
    return np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), np.uint8)

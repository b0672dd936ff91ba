"""The frauds of policy §2.7 as whole piles: totals, fees and classes changed on one paper or on all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.clean import ANEW, CLEAN, retyped
from tests.forge.figures import in_words
from tests.forge.fraud import FEE, ON_PAPER, ON_SCREEN, PUBLISHED, Fraud, any_scan, changed_figures, inserted, scanned
from tests.forge.fraud import published as any_published
from tests.forge.pages import moved
from tests.forge.receipts import INPATIENT, receipt
from tests.forge.records import record
from tests.forge.statements import statement
from tests.forge.strips import strip_of
from tests.forge.style import any_style, blackened
from tests.forge.tamper import WAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from random import Random

    from tests.forge.case import Case
    from tests.forge.fraud import Page
    from tests.forge.paper import Paper

OPERATION, LARGER_FEE = "乳腺肿物切除术", Decimal("5452.00")
MANNERS = tuple((how, when) for how in WAYS for when in (ON_SCREEN, ON_PAPER))
"""How and when pictures are changed."""

Wanted = dict[int, dict[str, str]]
"""What is to stand on which paper of a pile: new texts by their keys in the truth."""


@dataclass(frozen=True)
class Pile:
    """The pages of a stay as handed in, and what was changed on them, by page from nought."""

    case: Case
    pages: tuple[Page, ...]
    frauds: Mapping[int, tuple[Fraud, ...]]


def papers_of(case: Case, rng: Random) -> list[Paper]:
    """Receipt, statement and discharge record of one hospital."""
    first = receipt(case, any_style(rng, overprint=0.03), INPATIENT, rng)
    last = record(case, blackened(any_style(rng, overprint=0)), "discharge_record", rng)
    return [first, *statement(case, any_style(rng, overprint=0.05), rng), last]


def total_on_receipt(papers: Sequence[Paper]) -> Wanted:
    """15,263.14 becomes 105,263.14 on the receipt."""
    return {0: _grown_total(papers[0])}


def total_on_both(papers: Sequence[Paper]) -> Wanted:
    """The same on the receipt and on the statement's last page."""
    return {number: _grown_total(paper) for number, paper in enumerate(papers) if "total_amount" in paper.said.marks}


def fee_on_receipt(papers: Sequence[Paper]) -> Wanted:
    """The operations' 452 become 5,452 on the receipt alone."""
    return {0: _grown_rows(papers[0], {"手术费"})}


def fee_on_statement(papers: Sequence[Paper]) -> Wanted:
    """Price and amount of the operation on the statement alone."""
    found = {number: _grown_rows(paper, {OPERATION}) for number, paper in enumerate(papers) if number}
    return {number: texts for number, texts in found.items() if texts}


def fee_everywhere(papers: Sequence[Paper]) -> Wanted:
    """The operation on all papers, with everything on them that holds their total."""
    rows = fee_on_receipt(papers) | fee_on_statement(papers)
    totals = {number: _totals(paper) for number, paper in enumerate(papers)}
    both = {number: totals[number] | rows.get(number, {}) for number in totals}
    return {number: texts for number, texts in both.items() if texts}


CHANGES: Mapping[str, Callable[[Sequence[Paper]], Wanted]] = {
    "total, on the receipt": total_on_receipt,
    "total, on receipt and statement": total_on_both,
    "fee, on the receipt": fee_on_receipt,
    "fee, on the statement": fee_on_statement,
    "fee, everywhere": fee_everywhere,
}
"""What was published about figures: what is changed where."""


def class_changed(papers: Sequence[Paper], listed: Collection[str], rng: Random) -> Wanted:
    """乙 becomes 甲 in a line of the statement, of an article that the list has as 乙; empty where none is printed."""
    found = [
        (number, key)
        for number, paper in enumerate(papers)
        for key, (mark, *_) in paper.said.marks.items()
        if key.endswith(".insurance_class") and "乙" in strip_of(paper, mark, []).text
        if paper.said.items[int(key.split(".")[0])].get("name") in listed
    ]
    if not found:
        return {}
    number, key = rng.choice(found)
    return {number: {key: _text(papers[number], key).replace("乙", "甲")}}


def handed_in(case: Case, papers: Sequence[Paper], wanted: Wanted, manner: tuple[str, str], rng: Random) -> Pile:
    """The pages of a pile, each figure changed in one manner; the others as people scan them."""
    pages, frauds = [], {}
    for number, paper in enumerate(papers):
        if number not in wanted:
            pages.append(scanned(paper, any_scan(paper, rng, flat=False), rng))
            continue
        make = cleanly if manner[0] == CLEAN else changed_figures
        page, frauds[number] = make(paper, wanted[number], manner, rng)
        pages.append(page)
    return Pile(case, tuple(pages), frauds)


def cleanly(
    paper: Paper, wanted: Mapping[str, str], manner: tuple[str, str], rng: Random
) -> tuple[Page, tuple[Fraud, ...]]:
    """A page whose electronic original was edited in its own face; then saved, or printed and scanned."""
    old = {key: _text(paper, key) for key in wanted}
    boxes = {key: retyped(paper, paper.said.marks[key][0], new) for key, new in wanted.items()}
    page = scanned(paper, any_scan(paper, rng, flat=manner[1] == ON_SCREEN), rng)
    made = (
        Fraud(key, CLEAN, manner[1], old[key], new, tuple(moved([boxes[key]], page.moves)))
        for key, new in wanted.items()
    )
    return page, tuple(made)


def printed_anew(rng: Random) -> Pile:
    """The published stay with the larger fee, all its papers printed from the changed figures: they agree."""
    honest = any_published(rng)
    charges = tuple(replace(c, price=LARGER_FEE) if c.name == OPERATION else c for c in honest.charges)
    case = replace(honest, charges=charges)
    papers = papers_of(case, rng)
    pages = tuple(scanned(paper, any_scan(paper, rng, flat=False), rng) for paper in papers)
    marks = {number: _rows(paper, {OPERATION, "手术费"}) for number, paper in enumerate(papers)}
    frauds = {
        number: tuple(
            Fraud(key, ANEW, ON_PAPER, str(FEE), str(LARGER_FEE), _place(papers[number], key, page)) for key in keys
        )
        for (number, keys), page in zip(marks.items(), pages, strict=True)
        if keys
    }
    return Pile(case, pages, frauds)


def _place(paper: Paper, key: str, page: Page) -> tuple[int, ...]:
    return tuple(moved([paper.said.marks[key][0]], page.moves))


def _text(paper: Paper, key: str) -> str:
    return strip_of(paper, paper.said.marks[key][0], []).text


def _grown_total(paper: Paper) -> dict[str, str]:
    return {"total_amount": inserted(_text(paper, "total_amount"), "0", 1)}


def _rows(paper: Paper, names: Collection[str]) -> list[str]:
    """Keys of prices and amounts of rows of these names."""
    rows = (n for n, item in enumerate(paper.said.items) if item.get("name") in names)
    keys = (f"{row}.{key}" for row in rows for key in ("unit_price", "amount"))
    return [key for key in keys if key in paper.said.marks]


def _grown_rows(paper: Paper, names: Collection[str]) -> dict[str, str]:
    return {key: inserted(_text(paper, key), "5", 0) for key in _rows(paper, names)}


def _totals(paper: Paper) -> dict[str, str]:
    """Everything outside the table that says the published total, in figures or in words."""
    total = PUBLISHED + LARGER_FEE - FEE
    spelled = {f"{PUBLISHED}": f"{total}", f"{PUBLISHED:,}": f"{total:,}", in_words(PUBLISHED): in_words(total)}
    texts = {key: _text(paper, key) for key in paper.said.marks if "." not in key and key != "paper"}
    return {
        key: text.replace(old, new)
        for key, text in texts.items()
        for old, new in spelled.items()
        if old in text and key in {"total_amount", "total_in_words", "cash_paid", "self_expense", "self_pay"}
    }

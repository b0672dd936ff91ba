"""Forged and honest piles handed in at the counter of a real office, and how they were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from review.catalogue.entry import PaymentClass
from review.checks.finding import Group
from review.services.matching import matched, printed
from tests.bench.counter import Counter
from tests.bench.fraud_outcomes import AGAIN, Told, outcome_of, told_again
from tests.bench.printed_pool import PrintedPool
from tests.builders import a_line
from tests.forge.clean import ANEW, CLEAN
from tests.forge.copies import COPIES, any_original
from tests.forge.fraud import ON_PAPER, ON_SCREEN, any_pile, any_scan, any_target, changed_page, scanned
from tests.forge.fraud import published as any_published
from tests.forge.published import (
    CHANGES,
    MANNERS,
    OPERATION,
    Pile,
    class_changed,
    handed_in,
    papers_of,
    printed_anew,
)
from tests.forge.stock import any_person, goods
from tests.offices import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.recognition.pool import EnginePool
    from review.checks.finding import Finding
    from review.services.office import Office
    from tests.bench.counter import HandedIn
    from tests.forge.fraud import Page

    Pool = EnginePool | PrintedPool

TODAY = datetime(2026, 1, 5, 1, tzinfo=UTC)
CLASS, RENEWED = "class, on the statement", f"fee, {ANEW}"
PRICES = tuple(Decimal(price) for price in ("430.00", "452.00", "452.00", "460.00", "445.00", "470.00", "480.00"))
"""What seven other reviewed claims paid for the operation."""

EACH = 10
"""Copies of each receipt."""


def drawn(seed: str) -> Random:
    """Chance by a seed."""
    return Random(seed)  # noqa: S311 - a repeatable drawing, not a secret


def any_frauds(home: Path, pool: Pool, seed: str, count: int) -> list[Told]:
    """Piles on one page of which a figure or a class was changed, by chance."""
    counter = Counter(home, pool, Clock(TODAY))
    return [_any_fraud(counter, pool, drawn(f"{seed}/fraud/{number}")) for number in range(count)]


def _any_fraud(counter: Counter, pool: Pool, rng: Random) -> Told:
    case, papers = any_pile(rng)
    target = any_target(papers, rng)
    pages = [scanned(paper, any_scan(paper, rng, flat=False), rng) for paper in papers]
    pages[target.page], fraud = changed_page(target, papers[target.page], rng)
    pile = Pile(case, tuple(pages), {target.page: (fraud,)})
    told = outcome_of(_hand_in(counter, pool, pile), pile.frauds)
    return Told(target.what, f"{fraud.how}, on the {fraud.when}", *told, f"{fraud}")


def honest(home: Path, pool: Pool, seed: str, count: int) -> list[tuple[Finding, ...]]:
    """What is said against each of so many piles as people hand them in: alarms of forgery, and of copies."""
    counter, alarms = Counter(home, pool, Clock(TODAY)), []
    for number in range(count):
        rng = drawn(f"{seed}/honest/{number}")
        case, papers = any_pile(rng)
        pages = tuple(scanned(paper, any_scan(paper, rng, flat=False), rng) for paper in papers)
        seen = _hand_in(counter, pool, Pile(case, pages, {}))
        alarms.append(tuple(f for f in seen.findings if f.group is Group.FORGERY or f.code in AGAIN | _OF_CLASSES))
    return alarms


_OF_CLASSES = frozenset({"class-at-odds", "class-listed"})


def published(home: Path, pool: Pool, seed: str, count: int) -> list[Told]:
    """So many piles of each published fraud."""
    counter = Counter(home, pool, Clock(TODAY))
    counter.reviewed(OPERATION, PRICES)
    return [
        Told(kind, manner, *outcome_of(_hand_in(counter, pool, pile), pile.frauds), f"{seed}/{kind}")
        for kind, manner, pile in piles(counter.office, seed, count)
    ]


def piles(office: Office, seed: str, count: int) -> Iterator[tuple[str, str, Pile]]:
    """So many piles of each published kind, with how they were changed."""
    manners, listed = (*MANNERS, (CLEAN, ON_SCREEN), (CLEAN, ON_PAPER)), _listed(office)
    for number in range(count):
        for place, kind in enumerate((*CHANGES, CLASS)):
            rng, manner = drawn(f"{seed}/{kind}/{number}"), manners[(number + 3 * place) % len(manners)]
            yield kind, ", on the ".join(manner), _any_published(kind, manner, listed, rng)
        yield RENEWED, ANEW, printed_anew(drawn(f"{seed}/{RENEWED}/{number}"))


def _any_published(kind: str, manner: tuple[str, str], listed: frozenset[str], rng: Random) -> Pile:
    """A pile whose papers print what is to be changed."""
    while True:
        case = any_published(rng)
        papers = papers_of(case, rng)
        wanted = class_changed(papers, listed, rng) if kind == CLASS else CHANGES[kind](papers)
        if wanted:
            return handed_in(case, papers, wanted, manner, rng)


def _listed(office: Office) -> frozenset[str]:
    """Articles of the forge that the list in force has as 乙."""
    day = date(2025, 3, 1)
    lines = (a_line(name, spec=spec, unit=unit) for _, name, spec, unit, *_ in goods())
    found = ((line, matched(line, office.catalogue.match(printed(line), day)).entry_id) for line in lines)
    entries = ((line.text("name"), office.catalogue.entry(entry)) for line, entry in found)
    return frozenset(name for name, entry in entries if entry and entry.payment_class is PaymentClass.B)


def copies(home: Path, pool: Pool, seed: str, count: int) -> tuple[list[Told], int]:
    """Copies of electronic receipts handed in and told, and how many first hand-ins were told as copies."""
    counter, made, alarms = Counter(home, pool, Clock(TODAY)), list[Told](), 0
    ways = tuple(COPIES)
    for number in range(-(-count // EACH)):
        original = any_original(f"{seed}/receipt/{number}")
        case = original.case
        first = _hand_in(counter, pool, Pile(case, (original.first,), {}))
        alarms += any(finding.code in AGAIN for finding in first.findings)
        for copy in range(min(EACH, count - number * EACH)):
            rng = drawn(f"{seed}/copy/{number}/{copy}")
            way, own = ways[(copy + number) % len(ways)], rng.random() < 0.5
            page = COPIES[way](original, rng)
            whose = case if own else replace(case, person=any_person(rng))
            seen = _hand_in(counter, pool, Pile(whose, (page,), {}))
            made.append(Told(way, "the same person" if own else "another person", *told_again(seen.findings)))
    return made, alarms


def _hand_in(counter: Counter, pool: Pool, pile: Pile) -> HandedIn:
    if isinstance(pool, PrintedPool):
        _lay(pool, pile.pages, pile)
    return counter.hand_in(pile.pages, pile.case.person, pile.case.stay)


def _lay(pool: PrintedPool, pages: tuple[Page, ...], pile: Pile) -> None:
    for number, page in enumerate(pages):
        pool.lay(page, tuple(pile.frauds.get(number, ())))

"""`lingbao bench check`: how long the checks of a long claim take in a full office, beside reading everything there is.

The office is made for the purpose: old claims of made-up people, 200,000 entries, the shipped rules and an own batch
that brings their codes to 20,000. ``--keep FOLDER`` keeps it for the next run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import Edition, EditionStatus, EntryKind
from review.checks.registry import CHECKS, run_checks
from review.claim.paper import Document
from review.claim.states import ClaimState
from review.rules.book import shipped_book
from review.rules.proposal import RuleProposal
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.services import desk, evidence, intake, queue, reading
from review.services.assess import assess
from review.services.office import DATABASE, Office, open_office
from review.store import edition_records, rule_records
from review.store.schema import PageRow
from review.store.unit import Deed
from tests.bench import check_scans
from tests.bench.old_claims import LIKE_PAGE, Article, write_old_claims
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.matching.big import EDITION, big_entries
from tests.offices import CLERK, a_draft, draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from review.catalogue.entry import Entry
    from review.checks.finding import Check, CheckContext
    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.store.mapping import Folder

NOW = datetime(2025, 4, 1, 1, tzinfo=UTC)
LINES = 300
ROUNDS = 9
BUDGET = 150
"""CPU milliseconds a claim of 300 lines may take."""
_FAILED = " NOT MET"
_RULE_CODES = 20_000
_COMMON = 3_000
_PAGES = 12
_SLOWEST = 6
_SPREAD = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Size:
    """How much the office holds."""

    claims: int = 100_000
    entries: int = 200_000


def a_full_office(home: Path, size: Size) -> Office:
    """The office in that folder, made where it is missing; the claim that is checked is its newest."""
    made = (home / DATABASE).exists()
    office = open_office(home, clock=lambda: NOW)
    if made:
        return office
    deed = Deed(NOW, "bench")
    with office.store.write() as unit:
        file = {"form": "", "file": "", "sha256": "", "at": NOW, "by": "bench"}
        edition_records.add_edition(unit, _edition(), file, _keyed(size.entries), lambda _: "")
        rule_records.add(unit, _own_rules(size.entries), deed)
    office.store.close()
    write_old_claims(home / DATABASE, tuple(map(_article, range(_COMMON), _keyed(_COMMON))), size.claims)
    office = open_office(home, clock=lambda: NOW)
    _long_claim(office, tuple(islice(_keyed(size.entries), LINES)))
    return office


def _edition() -> Edition:
    return Edition(
        id=EDITION,
        title="样例省药品代码库",
        kind=EntryKind.DRUG,
        region="样例省",
        effective_from=date(2025, 1, 1),
        effective_until=None,
        status=EditionStatus.OFFICIAL,
        source="",
    )


def _keyed(count: int) -> Iterator[Entry]:
    """Entries with the ids they have within their edition."""
    return (replace(entry, id=entry.id.partition("/")[2]) for entry in big_entries(count))


def _article(number: int, entry: Entry) -> Article:
    return Article(f"{EDITION}/{entry.id}", entry.name, entry.spec, "盒", 500 + 37 * (number % 400))


def _own_rules(entries: int) -> RuleProposal:
    """An own batch with codes of the entries, as many as the shipped library lacks of 20,000."""
    missing = max(_RULE_CODES - sum(len(rule.codes) for rule in shipped_book().rules), 1)
    rules = tuple(
        Rule(
            id=f"own/{n}",
            batch="own",
            kind=RuleKind.LEVEL,
            subject=Subject.DRUG,
            name=entry.name,
            codes=(entry.code,),
            value="三级",
        )
        for n, entry in enumerate(islice(_keyed(entries), missing))
    )
    count = len(rules)
    kind: dict[str, Any] = {"kind": RuleKind.LEVEL, "subject": Subject.DRUG, "published": None, "source": ""}
    batch = RuleBatch(id="own", title="样例", rows=count, loaded=count, shipped=False, **kind)
    return RuleProposal(file="", sha256="0", batch=batch, rules=rules)


def _long_claim(office: Office, entries: Sequence[Entry]) -> Claim:
    """A claim of 300 lines on twelve pages, as a clerk has it on the desk."""
    claim = intake.receive(office, CLERK, a_draft(office, *(f"{n}.jpg" for n in range(_PAGES))).number)
    like = _near(office, LIKE_PAGE)
    while (job := reading.take_page(office)) is not None:
        reading.record_page(office, job.page_id, "{}", reading.PageSigns(likeness=like))
        like = f"{job.page_id * _SPREAD % 2**64:016x}"
    lines = [
        a_line(
            entry.name,
            position=n,
            spec=entry.spec,
            unit="盒",
            code=entry.code if n % 2 else "",
            unit_price=str(Decimal(500 + 37 * (n % 400)).scaleb(-2)),
            quantity="2",
            amount=str(Decimal(1000 + 74 * (n % 400)).scaleb(-2)),
            date=f"2025-03-{1 + n % 11:02d}",
            entry_id=f"{EDITION}/{entry.id}",
        )
        for n, entry in enumerate(entries)
    ]
    total = f"{sum(Decimal(line.text('amount')) for line in lines)}"
    papers: tuple[Document, ...] = (
        a_receipt(total_amount=total, cash_paid=total, hospital_number="25000042", issue_date="2025-03-11"),
        a_statement(*lines, total_amount=total),
        a_discharge_record(),
    )
    pages = claim.pages
    reading.record_reading(office, claim.number, [draft(d, pages[n].id, n) for n, d in enumerate(papers)])
    return desk.begin_review(office, CLERK, claim.number)


def _near(office: Office, page_id: int) -> str:
    """The likeness of an old page with five bits changed."""
    with office.store.read() as unit:
        row = unit.session.get(PageRow, page_id)
    return f"{int(row.likeness, 16) ^ 0x8001000100010001:016x}" if row else ""


def long_claim(office: Office) -> str:
    """The number of the claim that is checked: the only one in review."""
    (row,) = queue.queue(office, queue.QueueFilter(states=(ClaimState.FIRST_REVIEW,)))
    return row.number


def timed(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Middle CPU milliseconds of a call, after one to warm up."""
    call()
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        call()
        spent.append(1000 * (time.process_time() - began))
    return median(spent)


def report(office: Office) -> Iterator[str]:
    """The figures, line by line."""
    with office.store.read() as unit:
        folder = unit.folder(long_claim(office))
        claim = folder.claim
        context = evidence.context_of(office, unit, claim)
        whole = timed(lambda: assess(office, unit, folder))
        around = timed(lambda: evidence.context_of(office, unit, claim))
        past = timed(lambda: evidence.past_of(unit, claim, office.today))
        yield from _holds(office, claim, context)
        found = len(assess(office, unit, folder))
        over = "" if whole <= BUDGET else _FAILED
        yield f"checked in {whole:.0f} ms CPU (p50 of {ROUNDS}; at most {BUDGET}): {found} findings{over}"
        yield f"  what is known beside the claim {around:.0f} ms, of it look-ups in the database {past:.0f} ms"
        yield f"  the {len(CHECKS)} checks {timed(lambda: run_checks(claim, context)):.0f} ms; the slowest:"
        yield from _slowest(claim, context)
        yield from _peer(office, unit, folder)


def _holds(office: Office, claim: Claim, context: CheckContext) -> Iterator[str]:
    with office.store.read() as unit:
        sql = unit.session.connection().exec_driver_sql
        count = {name: sql(f"SELECT count(*) FROM {name}").scalar_one() for name in ("claims", "catalogue_entries")}  # noqa: S608 - our own tables
    codes = sum(len(rule.codes) for rule in context.rules.rules)
    held = f"{count['claims']} claims, {count['catalogue_entries']} entries, {codes} rule codes"
    yield f"office: {held}; claim: {len(claim.charge_lines)} lines on {len(claim.pages)} pages"
    yield "rule tables, rows loaded of rows (the rest is listed with why not by tools.rules.build --account):"
    for batch in context.rules.batches:
        yield f"  {batch.id}: {batch.loaded} of {batch.rows}"


def _slowest(claim: Claim, context: CheckContext) -> Iterator[str]:
    def spent(check: Check) -> float:
        return timed(lambda: list(check(claim, context)), 3)

    by_time = sorted(((spent(check), getattr(check, "__name__", "")) for _, check in CHECKS), reverse=True)
    for milliseconds, name in by_time[:_SLOWEST]:
        yield f"    {name} {milliseconds:.1f} ms"


def _peer(office: Office, unit: Any, folder: Folder) -> Iterator[str]:
    """The same answers by full scans, once: how long, and that they are the same."""
    claim, editions = folder.claim, office.catalogue
    past = evidence.past_of(unit, claim, office.today)
    known = {seen.claim for seen in past.receipts}
    began = time.process_time()
    receipts, pages = check_scans.receipts(unit, claim), check_scans.pages(unit, claim)
    prices = check_scans.prices(unit, claim)
    spent = 1000 * (time.process_time() - began)
    same = (
        {(r.document_id, r.claim, r.invoice_number) for r in past.receipts} == receipts
        and {(page.page_id, page.other_page_id) for page in past.pages} == pages
        and {line: (price.count, price.median) for line, price in past.prices.items()} == prices
    )
    yield f"peer: the look-ups by full scans {spent:.0f} ms; the same answers: {'yes' if same else _FAILED}"
    yield f"  receipts like one here: {len(known)} claims; like pages: {len(pages)}; lines with prices: {len(prices)}"
    began = time.process_time()
    found = check_scans.rules(office.rules, claim, lambda id_: entry.code if (entry := editions.entry(id_)) else "")
    spent = 1000 * (time.process_time() - began)
    asked = [(line.text("code"), editions.entry(line.entry_id), line.text("name")) for line in claim.charge_lines]
    looked = timed(lambda: [office.rules.rules_for(*words) for words in asked])
    yield f"peer: every rule asked for every line {spent:.0f} ms ({found} rules); by code and name {looked:.0f} ms"


def run(arguments: Sequence[str]) -> int:
    """Make or open the office, measure, print; 1 where look-ups and scans differ or the time is over the budget."""
    parser = argparse.ArgumentParser(prog="lingbao bench check", description=__doc__)
    parser.add_argument("--claims", type=int, default=Size().claims)
    parser.add_argument("--entries", type=int, default=Size().entries)
    parser.add_argument("--keep", type=Path, help="keep the office in this folder for the next run")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        office = a_full_office(chosen.keep or Path(temporary), Size(chosen.claims, chosen.entries))
        lines = list(report(office))
        sys.stdout.writelines(f"{line}\n" for line in lines)
        office.store.close()
    return int(any(_FAILED in line for line in lines))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

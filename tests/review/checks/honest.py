"""Honest claims of every kind, complete and sound: people, papers and what the office knows beside them are made up.

``any_claim(seed)`` draws a course of courses.toml, a person it fits, and one of the ways hospitals print its lines.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from review.catalogue.editions import CatalogueSet, load_editions
from review.checks.finding import CheckContext
from review.checks.past import AccountUse, Past, PriceSeen, Spending
from review.claim.claim import CareKind, Claim, Filing, HospitalLevel
from review.claim.paper import Custody, DocumentKind, Line, Page
from review.claim.people import BankAccount
from review.identity import age_on
from review.rules.book import shipped_book
from review.services.matching import matched, printed
from tests.builders import a_care, a_claim, a_document, a_line, a_page, a_past_care, an_answer, an_insured
from tests.forge.figures import citizen_number, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.claim.paper import Document

COURSES = Path(__file__).with_name("courses.toml")
BEDS = frozenset({"inpatient", "maternity", "injury"})
HOSPITAL, PROVINCE = "广东云麓人民医院", "广东省"
_pages = count(1)


@dataclass(frozen=True)
class Charge:
    """One charge of one day."""

    day: date
    category: str
    name: str
    spec: str
    unit: str
    price: Decimal
    grade: str
    quantity: Decimal

    @property
    def amount(self) -> Decimal:
        """Price times quantity, to the fen."""
        return (self.price * self.quantity).quantize(Decimal("0.01"))


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    sex: str
    born: date
    id_number: str


@cache
def courses() -> tuple[dict[str, Any], ...]:
    """The courses of courses.toml."""
    return tuple(tomllib.loads(COURSES.read_text(encoding="utf-8"))["course"])


@cache
def catalogue() -> CatalogueSet:
    """The shipped catalogue."""
    return load_editions()


def with_courses(*codes: str) -> tuple[dict[str, Any], ...]:
    """The courses of these codes."""
    return tuple(course for course in courses() if course["code"] in codes)


def any_claim(
    seed: str, among: tuple[dict[str, Any], ...] = (), first: date | None = None
) -> tuple[Claim, CheckContext]:
    """A complete, honest claim with lines matched as at the desk, and what the office may see beside it.

    ``among`` are the courses it is drawn from, ``first`` the first day; chance takes any of 2025 where it is not given.
    """
    rng = Random(seed)  # noqa: S311 - a repeatable drawing, not a secret
    course = rng.choice(among or courses())
    first = first or date(2025, 1, 4) + timedelta(days=rng.randrange(300))
    last = first + timedelta(days=rng.randint(*course["days"]))
    person = _person(rng, course, first)
    charges = tuple(_charges(rng, course, first, last))
    agent = rng.choice(("", "", "", "李春生"))
    filing = rng.choice((Filing.REFERRAL, Filing.LONG_TERM, Filing.NONE))
    electronic = rng.random() < 0.6
    papers = _papers(rng, course, person, charges, (first, last), electronic=electronic)
    papers += _other_papers(course, person, agent, filing, first)
    claim = a_claim(
        *(_seen(number, paper, electronic=electronic) for number, paper in enumerate(papers)),
        insured=an_insured(
            name=person.name,
            id_number=person.id_number,
            agent=agent,
            account=BankAccount(holder=person.name, number="6222020000000000000", bank="农商银行"),
        ),
        care=a_care(
            kind=CareKind(course["kind"]),
            hospital=HOSPITAL,
            hospital_level=HospitalLevel.TERTIARY,
            province=PROVINCE,
            filing=filing,
            filed_on=first - timedelta(days=2) if filing is Filing.REFERRAL else None,
            admitted=first,
            discharged=last,
            diagnoses=tuple(course["diagnoses"]),
            outcome="好转" if course["kind"] in BEDS else "",
        ),
    )
    claim = replace(claim, pages=tuple(_page(paper) for paper in claim.documents))
    claim = with_entries(claim)
    return claim, context_of(claim, course)


def _person(rng: Random, course: dict[str, Any], day: date) -> Person:
    sex = course.get("sex") or rng.choice("男女")
    low, high = course["ages"]
    days = rng.randint(2, 25) if high == 0 else rng.randint(low * 366, (high + 1) * 365 - 1)
    born = day - timedelta(days=days)
    serial = 2 * rng.randrange(1, 450) + (sex == "男")
    name = rng.choice(("张", "钟", "欧阳", "赖")) + rng.choice(("小满", "秋生", "桂兰", "梓涵"))
    return Person(name, sex, born, citizen_number("360722", born, serial))


def _charges(rng: Random, course: dict[str, Any], first: date, last: date) -> Iterator[Charge]:
    """What was charged day by day; on the day of discharge only what is taken home, and bed or care now and then."""
    step, nights = course.get("every", 1), (last - first).days
    for number in range(0, max(nights, 1), step):
        yield from _of(course["daily"], first + timedelta(days=number))
    yield from _of(course.get("once", ()), first)
    yield from _of(course.get("operation", ()), min(first + timedelta(days=1), last))
    yield from _of(course.get("home", ()), last)
    if rng.random() < 0.5:
        yield from _given_back(course, first, min(first + timedelta(days=1), last))


def _of(rows: Iterable[str], day: date) -> Iterator[Charge]:
    for row in rows:
        category, name, spec, unit, price, grade, quantity = row.split("|")
        yield Charge(day, category, name, spec, unit, Decimal(price), grade, Decimal(quantity))


def _given_back(course: dict[str, Any], first: date, day: date) -> Iterator[Charge]:
    """One of several drugs of the first day, given back on the next."""
    drugs = [charge for charge in _of(course["daily"], first) if charge.category == "西药费" and charge.quantity > 1]
    yield from (replace(charge, day=day, quantity=Decimal(-1)) for charge in drugs[:1])


def _summed(charges: Iterable[Charge]) -> tuple[Charge, ...]:
    """One line for each article."""
    held: defaultdict[Charge, Decimal] = defaultdict(Decimal)
    for charge in charges:
        held[replace(charge, day=date.min, quantity=Decimal(0))] += charge.quantity
    return tuple(replace(charge, quantity=quantity) for charge, quantity in held.items() if quantity)


def _row(number: int, charge: Charge, *, dated: bool) -> Line:
    cells: dict[str, Any] = {"spec": charge.spec, "unit": charge.unit, "insurance_class": charge.grade}
    if dated:
        cells["date"] = str(charge.day)
    return a_line(
        charge.name,
        position=number,
        quantity=f"{charge.quantity:f}",
        unit_price=str(charge.price),
        amount=str(charge.amount),
        **cells,
    )


def _lines(charges: Iterable[Charge], *, dated: bool) -> list[Line]:
    return [_row(number, charge, dated=dated) for number, charge in enumerate(charges)]


def _papers(
    rng: Random, course: dict[str, Any], person: Person, charges: tuple[Charge, ...], *ends: Any, electronic: bool
) -> list[Document]:
    """Receipt, statements in one of four forms, record or certificate."""
    (first, last), total = ends[0], sum((charge.amount for charge in charges), Decimal("0.00"))
    stay = course["kind"] in BEDS
    head = {"patient": person.name, "sex": person.sex, "age": _age(person, first), "institution": HOSPITAL}
    span = (
        {"admission_date": str(first), "discharge_date": str(last), "hospital_number": f"{rng.randrange(10**6)}"}
        if stay
        else {"visit_date": str(first if first == last else last)}
    )
    money: dict[str, str] = {
        "invoice_code": f"4406012{last.year % 10}" if electronic else "440601",
        "invoice_number": f"{rng.randrange(10**9, 10**10)}" if electronic else f"{rng.randrange(10**7, 10**8)}",
        "check_code": f"{rng.randrange(16**6):06x}" if electronic else "",
        "payer": person.name,
        "issue_date": str(last),
        "total_amount": str(total),
        "total_in_words": in_words(total),
        "pooled_fund_paid": "0.00",
        "other_paid": "0.00",
        "account_paid": "0.00",
        "cash_paid": str(total),
        "insurance_type": "自费",
    }
    kind = DocumentKind.INPATIENT_RECEIPT if stay else DocumentKind.OUTPATIENT_RECEIPT
    rows = _categories(charges) if stay or len(charges) > 30 else _lines(charges, dated=False)
    papers = [a_document(kind, *rows, **head, **span, **money)]
    if stay or len(charges) > 30:
        papers += _statements(rng, charges, head | span | {"total_amount": str(total)})
    if stay:
        record = {**head, **span, "diagnoses": "\n".join(course["diagnoses"]), "department": course["department"]}
        papers.append(a_document(DocumentKind.DISCHARGE_RECORD, outcome="好转", **record))
    else:
        said = {"patient": person.name, "sex": person.sex, "diagnoses": "\n".join(course["diagnoses"])}
        papers.append(a_document(DocumentKind.DIAGNOSIS_CERTIFICATE, **said))
        papers.append(a_document(DocumentKind.PRESCRIPTION, patient=person.name))
    return papers


def _categories(charges: Iterable[Charge]) -> list[Line]:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for charge in charges:
        sums[charge.category] += charge.amount
    return [a_line(name, position=n, amount=str(amount)) for n, (name, amount) in enumerate(sums.items())]


def _statements(rng: Random, charges: tuple[Charge, ...], head: dict[str, str]) -> list[Document]:
    """Daily, summed up, summed up under the day of discharge."""
    last = max(charge.day for charge in charges)
    forms = {
        "daily": _lines(charges, dated=True),
        "summary": _lines(_summed(charges), dated=False),
        "stamped": _lines((replace(charge, day=last) for charge in _summed(charges)), dated=True),
    }
    chosen = rng.choice((("daily",), ("summary",), ("stamped",), ("summary", "daily")))
    return [a_document(DocumentKind.EXPENSE_STATEMENT, *forms[form], **head) for form in chosen]


def _age(person: Person, day: date) -> str:
    years = age_on(person.id_number, day) or 0
    return str(years) if years else f"{(day - person.born).days}天"


def _other_papers(course: dict[str, Any], person: Person, agent: str, filing: Filing, first: date) -> list[Document]:
    papers = [
        a_document(DocumentKind.ID_CARD, name=person.name, id_number=person.id_number, sex=person.sex),
        a_document(DocumentKind.BANK_CARD, card_number="6222020000000000000"),
    ]
    if agent:
        born = date(1975, 5, 5)
        papers.append(a_document(DocumentKind.ID_CARD, name=agent, id_number=citizen_number("360722", born, 33)))
    if filing is Filing.REFERRAL:
        filed = str(first - timedelta(days=2))
        papers.append(a_document(DocumentKind.REFERRAL_FORM, patient=person.name, filing_date=filed))
    if course["kind"] == "injury":
        said = "在家中楼梯不慎滑倒摔伤，无他人责任"
        papers.append(a_document(DocumentKind.INJURY_STATEMENT, patient=person.name, third_party="无", course=said))
    return papers


def _seen(position: int, paper: Document, *, electronic: bool) -> Document:
    """The paper as a clerk has looked at it, on a page of its own."""
    number = next(_pages)
    receipt = paper.kind in (DocumentKind.INPATIENT_RECEIPT, DocumentKind.OUTPATIENT_RECEIPT)
    custody = Custody.ELECTRONIC if receipt and electronic else Custody.ORIGINAL
    return replace(paper, page_ids=(number,), custody=custody, sealed=True, position=position)


def _page(paper: Document) -> Page:
    number = paper.page_ids[0]
    return a_page(id=number, position=number, sha256=f"{number:064x}")


def with_entries(claim: Claim) -> Claim:
    """The claim with its lines matched, unasked ones left open."""
    day = claim.care.day or date(2025, 4, 1)
    papers = (
        replace(paper, lines=tuple(matched(line, catalogue().match(printed(line), day)) for line in paper.lines))
        for paper in claim.documents
    )
    return replace(claim, documents=tuple(papers))


def context_of(claim: Claim, course: dict[str, Any] | None = None, **changes: Any) -> CheckContext:
    """Everything the office may see: the library, prices others paid, an earlier course, answers obtained."""
    day = claim.care.admitted or date(2025, 4, 1)
    usual: dict[str, Any] = {
        "today": (claim.care.day or day) + timedelta(days=20),
        "entry": catalogue().entry,
        "edition": catalogue().edition,
        "assumption": catalogue().assumption,
        "used": catalogue().used,
        "gaps": catalogue().gaps,
        "overlaps": catalogue().overlaps,
        "coded": catalogue().coded,
        "patient_age": age_on(claim.insured.id_number, day),
        "rules": shipped_book(),
        "verify_above": Decimal(20000),
        "past": _past(claim, course or {}),
    }
    return CheckContext(**(usual | changes))


def _past(claim: Claim, course: dict[str, Any]) -> Past:
    admitted, total = claim.care.admitted, Decimal(claim.receipts[0].text("total_amount"))
    if admitted is None:
        return Past()
    earlier = admitted - timedelta(days=course.get("again", 70))
    care = a_past_care(
        kind=claim.care.kind,
        hospital=HOSPITAL,
        admitted=earlier - timedelta(days=4),
        discharged=earlier,
        diagnoses=claim.care.diagnoses,
        outcome="好转",
    )
    prices = {
        line.id: PriceSeen(count=9, low=price * 7 / 10, median=price, high=price * 13 / 10, source="本局已审报销单")
        for line in claim.charge_lines
        if (price := Decimal(line.text("unit_price") or 0)) > 0
    }
    return Past(
        cares=(care,),
        prices=MappingProxyType(prices),
        accounts=(AccountUse(claim="20250110-0003", insured_name="李四妹", id_number="360722196001010022"),),
        verifications=tuple(an_answer(paper) for paper in claim.receipts),
        spending=Spending(diagnosis=claim.care.diagnoses[0], count=12, median=total, high=total * 2, days=Decimal(9)),
        received_at=datetime.combine(claim.care.day or admitted, datetime.min.time(), UTC) + timedelta(days=19),
    )

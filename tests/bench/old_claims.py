"""Old claims of an office in any number, written as its own services keep them, in bulk: for measuring only.

People, hospitals and papers are made up; every claim is of another person unless asked otherwise. What the look-ups
say again of them comes from the same pure functions as in the services.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from review.store import heads
from tests.builders import a_citizen_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

FIRST_ID = 10_000_000
"""Ids from here on are of old claims, so that the office's own never meet them."""
PLANTED: Mapping[int, Mapping[str, str]] = {
    0: {"hospital_number": "25000042"},
    1: {"invoice_code": "36060125", "invoice_number": "0012345690"},
    2: {"invoice_number": "12345678"},
}
"""Cells of the first old receipts, by which a claim with stay 25000042 and receipt 36060125/0012345678 finds them."""
LIKE_PAGE = FIRST_ID + 90
"""A page of the first old claim."""
_IDS = 100
_FIRST_DAY = date(2022, 1, 1)
_DAYS = 1170
_HOSPITALS = tuple(f"样例{place}{kind}医院" for place in "东南西北中江山河湖海" for kind in ("人民", "中心", "中医"))
_ILLNESSES = tuple(
    f"{place}部{what}" for place in "心肺肝胃肾骨脑耳眼鼻" for what in ("炎症", "良性肿物", "感染", "损伤")
)
_LINES = 3
_PAGES = 2
_CLAIM = {
    "version": 9,
    "state": "paid",
    "insured_name": "样例人",
    "insured_scheme": "resident",
    "insured_retired": 0,
    "insured_groups": "[]",
    "insured_phone": "",
    "account_holder": "样例人",
    "account_bank": "样例银行",
    "care_kind": "inpatient",
    "care_hospital_level": "tertiary",
    "care_designated": 1,
    "care_province": "样例省",
    "care_region": "other_province",
    "care_filing": "none",
    "year_source": "",
    "entered_by": "a",
    "first_reviewer": "b",
    "second_reviewer": "c",
    "signed_by": "d",
    "paid_by": "e",
    "batch": "",
    "state_reason": "",
    **dict.fromkeys(
        (
            "year_stays",
            "year_deductible",
            "year_basic_fund",
            "year_serious_illness_base",
            "year_serious_illness_fund",
            "year_medical_aid_base",
            "year_medical_aid_fund",
            "already_paid",
        ),
        0,
    ),
}
_VALUE = {"text": "", "standing": "read", "reason": "", "others": "[]"}
_DOCUMENT = {"page_ids": "[]", "review": "[]", "review_cleared": 0}
_LINE = {"matched_by": "automatic", "verdict": "pay", "verdict_reason": "", "review": "", "removed": 0}
_PAGE = {"file_name": "", "width": 1, "height": 1, "turn": 0, "read_state": "done", "failure": "", "flaws": "[]"}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """An article that old claims were charged for: entry, name, strength, unit, and its usual price in fen."""

    entry_id: str
    name: str
    spec: str
    unit: str
    fen: int


def write_old_claims(database: Path, articles: Sequence[Article], count: int) -> None:
    """Write ``count`` old claims into an SQLite database of the newest schema that nobody has open."""
    prices: Counter[tuple[str, str]] = Counter()
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
        for start in range(0, count, 5_000):
            piece = [_old_claim(n, articles, prices) for n in range(start, min(start + 5_000, count))]
            for table in piece[0]:
                _insert(connection, table, [row for claim in piece for row in claim[table]])
            connection.commit()
        counted = [{"article": a, "price": p, "count": n} for (a, p), n in prices.items()]
        _insert(connection, "price_counts", counted)
        connection.commit()
        connection.execute("ANALYZE")
        connection.commit()


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        names = ", ".join(rows[0])
        places = ", ".join(f":{name}" for name in rows[0])
        connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)  # noqa: S608 - names of our columns


def _old_claim(number: int, articles: Sequence[Article], prices: Counter[tuple[str, str]]) -> dict[str, list[Row]]:
    """All rows of one old claim by table, parents first; its prices are counted."""
    chance = random.Random(number)  # noqa: S311 - made-up papers, the same on every call
    out = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    day, length = out - timedelta(days=chance.randrange(1, 20)), chance.randrange(3, 9)
    claim, base = f"{out:%Y%m%d}-{number:06d}", FIRST_ID + number * _IDS
    hospital, illness, total = chance.choice(_HOSPITALS), chance.choice(_ILLNESSES), chance.randrange(10**5, 10**7)
    cells = {
        "invoice_code": f"36060{chance.randrange(120, 126)}",
        "invoice_number": f"{chance.randrange(10**9):010d}",
        "check_code": "a1b2c3",
        "hospital_number": f"{out:%y}{chance.randrange(10**6):06d}",
        "discharge_date": str(out),
        "issue_date": str(out),
        "total_amount": str(Decimal(total).scaleb(-2)),
        **PLANTED.get(number, {}),
    }
    receipt, statement = base, base + 1
    head = heads.receipt_head(cells, hospital)
    seen = {**head, "day": str(head["day"]), "issued_on": str(head["issued_on"]), "total": total}
    lines = [chance.choice(articles) for _ in range(_LINES)] if articles else []
    charged = [_cells(article, chance) for article in lines]
    prices.update(filter(None, map(heads.priced, charged)))
    person = a_citizen_number(number % 500, date(1940, 1, 1) + timedelta(days=number % 20_000))
    likenesses = [f"{chance.getrandbits(64):016x}" for _ in range(_PAGES)]
    own = {"claim": claim}
    return {
        "claims": [
            {
                **_CLAIM,
                "number": claim,
                "insured_id_number": person,
                "account_number": f"6222{number:015d}",
                "care_hospital": hospital,
                "care_admitted": str(out - timedelta(days=length)),
                "care_discharged": str(out),
                "care_diagnoses": json.dumps([illness], ensure_ascii=False),
                "payable": total // 2,
                "received_on": str(day),
            }
        ],
        "summaries": [
            {**own, "total": total, "payable": total // 2, "illness": heads.illness((illness,)), **_NOTHING_OPEN}
        ],
        "pages": [
            {
                **_PAGE,
                **own,
                "id": base + 90 + n,
                "position": n,
                "sha256": f"{number:060d}{n:04d}",
                "likeness": likeness,
            }
            for n, likeness in enumerate(likenesses)
        ],
        "page_likeness": [
            {"page_id": base + 90 + n, "likeness": likeness, **_bands(likeness)}
            for n, likeness in enumerate(likenesses)
        ],
        "documents": [
            {**_DOCUMENT, **own, "id": receipt, "position": 0, "kind": "inpatient_receipt"},
            {**_DOCUMENT, **own, "id": statement, "position": 1, "kind": "expense_statement"},
        ],
        "seen_receipts": [{**seen, **own, "document_id": receipt}],
        "lines": [
            {**_LINE, **own, "id": base + 10 + n, "document_id": statement, "position": n, "entry_id": article.entry_id}
            for n, article in enumerate(lines)
        ],
        "values": list(_values(base + 20, own, receipt, None, cells.items()))
        + [
            row
            for n, texts in enumerate(charged)
            for row in _values(base + 40 + 8 * n, own, statement, base + 10 + n, texts.items())
        ],
    }


_NOTHING_OPEN = {"blocks": 0, "decisions": 0, "clues": 0, "doubts": 0, "pages": _PAGES, "pages_done": _PAGES}


def _cells(article: Article, chance: random.Random) -> dict[str, str]:
    """The cells of a line: every hospital has its own price near the usual one."""
    fen = max(article.fen + article.fen * chance.randrange(-2, 3) // 20, 1)
    price = Decimal(fen).scaleb(-2)
    return {"name": article.name, "spec": article.spec, "unit": article.unit, "unit_price": str(price), "quantity": "2"}


def _values(
    first: int, own: Mapping[str, Any], document: int, line: int | None, cells: Iterable[tuple[str, str]]
) -> Iterator[Row]:
    owner = {**_VALUE, **own, "document_id": document, "line_id": line}
    for place, (key, value) in enumerate(cells):
        yield {**owner, "id": first + place, "key": key, "value": value}


def _bands(likeness: str) -> dict[str, int]:
    return {f"band{place}": band for place, band in enumerate(heads.bands(likeness))}

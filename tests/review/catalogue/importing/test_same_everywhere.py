"""The same catalogue gives the same entries, in whichever form it comes."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.catalogue.importing.reading import read_catalogue
from tests.old_workbooks import book_records, old_file, sheet_records
from tests.workbooks import (
    DRUG_HEADINGS,
    SERVICE_HEADINGS,
    SUPPLY_HEADINGS,
    a_book,
    csv_file,
    drug_code,
    product,
    raw_book,
    row_xml,
    service,
    sheet_xml,
    supply,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from review.catalogue.entry import Entry

    Rows = Sequence[Sequence[Any]]
    Written = Callable[[Path, Rows], object]


def _old(path: Path, rows: Rows) -> Path:
    return old_file(path, book_records(sheet_records(rows)))


def _raw(path: Path, rows: Rows) -> Path:
    return raw_book(path, sheet_xml("".join(row_xml(n, row) for n, row in enumerate(rows, start=1))))


FORMS: dict[str, Written] = {
    "xlsx": lambda path, rows: a_book(path, {"总表": rows}),
    "raw xlsx": _raw,
    "xls": _old,
    "csv utf-8": csv_file,
    "csv gbk": lambda path, rows: csv_file(path, rows, "gbk"),
    "csv utf-16 tab": lambda path, rows: csv_file(path, rows, "utf-16", "\t"),
}
TABLES = {
    "drugs": [DRUG_HEADINGS, *(product(n, 备注="限住院" if n % 2 else "") for n in range(1, 6))],
    "services": [SERVICE_HEADINGS, *(service(n) for n in range(1, 6))],
    "supplies": [SUPPLY_HEADINGS, *(supply(n) for n in range(1, 6))],
}


def read(write: Written, rows: Rows) -> tuple[Entry, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "目录"
        write(path.with_suffix(".xlsx"), rows)
        proposal = read_catalogue(path.with_suffix(".xlsx"))
    assert not proposal.faults, proposal.faults[:3]
    return proposal.entries


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES)
def test_every_form_of_a_table_gives_the_same_entries(form: str, table: str) -> None:
    entries = read(FORMS[form], TABLES[table])
    assert len(entries) == 5
    assert list(map(asdict, entries)) == list(map(asdict, read(FORMS["xlsx"], TABLES[table])))


WORDS = st.text(st.sampled_from("样品洛芬咀嚼片缓释胶囊注射液钠氯αβ()（）IVX0123456789.-/%"), min_size=2, max_size=30)
NAMES = WORDS.map(lambda text: f"样{text}".strip())
PRICES = st.decimals(Decimal("0.01"), Decimal(99_999), places=2)


@given(st.lists(st.tuples(NAMES, WORDS, st.sampled_from("甲乙丙")), min_size=1, max_size=6))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_names_strengths_and_classes_come_back_as_they_were_written(rows: list[tuple[str, str, str]]) -> None:
    table = [
        DRUG_HEADINGS,
        *(product(n, 注册名称=name, 注册规格=f"规{spec}", 甲乙类=sign) for n, (name, spec, sign) in enumerate(rows)),
    ]
    for write in (FORMS["xlsx"], FORMS["csv utf-8"], FORMS["xls"]):
        found = [(entry.name, entry.spec, entry.payment_class.label) for entry in read(write, table)]
        assert found == [(name, f"规{spec}", sign) for name, spec, sign in rows]


@given(st.lists(PRICES, min_size=1, max_size=6))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_prices_come_back_to_the_fen_from_numbers_and_from_text(prices: list[Decimal]) -> None:
    for write, kept in ((FORMS["xlsx"], float), (FORMS["xlsx"], str), (FORMS["csv gbk"], str), (FORMS["xls"], float)):
        table = [SERVICE_HEADINGS, *(service(n, **{"最高限价(元)": kept(p)}) for n, p in enumerate(prices))]
        assert [entry.price_limit for entry in read(write, table)] == prices


@given(st.permutations(DRUG_HEADINGS))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_of_the_columns_changes_nothing(headings: list[str]) -> None:
    rows = [dict(zip(DRUG_HEADINGS, product(n), strict=True)) for n in (1, 2)]
    entries = read(FORMS["csv utf-8"], [headings, *([row[heading] for heading in headings] for row in rows)])
    assert [(entry.code, entry.name, entry.listed_name) for entry in entries] == [
        (drug_code(1), "样品洛芬片1", "样品洛芬"),
        (drug_code(2), "样品洛芬片2", "样品洛芬"),
    ]

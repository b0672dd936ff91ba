"""Editions are kept whole and read back as they were, in any number, on SQLite and on a server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from review.catalogue.entry import PaymentClass
from review.catalogue.names import initials
from review.errors import StoreError
from review.store import edition_records as records
from review.store.edition_records import EntryFilter
from review.store.store import open_store
from review.store.unit import Deed
from tests.catalogues import an_edition, an_entry
from tests.databases import KINDS, an_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.catalogue.entry import Edition, Entry
    from review.store.store import Store

NOW = datetime(2025, 4, 1, 1, tzinfo=UTC)
DEED = Deed(NOW, "zhao.gang")
FILE = {"form": "drug-codes", "file": "样例.xlsx", "sha256": "a" * 64, "at": NOW, "by": "zhao.gang"}
FULL = an_entry(
    "样例注射液",
    "XA00BBB001B002010100001",
    official_no="312",
    dosage_form="注射剂",
    payment_class=PaymentClass.B,
    section="西药部分",
    category="消化系统 > 抗酸药",
    remark="限二级及以上医疗机构",
    payment_standard="11.73元(5ml/支)",
    price_limit=Decimal("11.123456"),
    unit="支",
    code="XA00BBB001B002010100001",
    spec="5ml",
    brand="样例牌",
    maker="赣江药业",
    agreement="2025年1月1日至2026年12月31日",
    includes="甲、乙",
    listed_name="样例",
    listed_form="注射剂",
)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with an_address(request.param, tmp_path) as address:
        opened = open_store(address)
        yield opened
        opened.close()


def keep(store: Store, *entries: Entry, edition: Edition | None = None) -> None:
    with store.write() as unit:
        records.add_edition(unit, edition or an_edition(), FILE, entries, initials)


def kept(store: Store, edition_id: str = "drug-20250101-1") -> tuple[Entry, ...]:
    with store.read() as unit:
        row = records.own(unit, edition_id)
        assert row is not None
        return tuple(records.entries(unit, row))


def page(store: Store, wanted: EntryFilter, limit: int = 10, offset: int = 0) -> tuple[list[str], int]:
    with store.read() as unit:
        row = records.own(unit, "drug-20250101-1")
        assert row is not None
        found, total = records.page(unit, row, wanted, limit, offset)
    return [entry.name for entry in found], total


def test_every_field_of_an_entry_comes_back_as_it_was(store: Store) -> None:
    keep(store, FULL)
    (entry,) = kept(store)
    edition_id = "drug-20250101-1"
    assert entry == replace(FULL, id=f"{edition_id}/{FULL.id}", edition_id=edition_id)


def test_entries_come_back_in_the_order_of_the_file(store: Store) -> None:
    names = [f"样例{number}" for number in (3, 1, 2)]
    keep(store, *(an_entry(name) for name in names))
    assert [entry.name for entry in kept(store)] == names


def test_more_entries_than_are_written_at_once_are_all_there_once(store: Store) -> None:
    keep(store, *(an_entry(f"样例{number}", str(number)) for number in range(12_345)))
    found = kept(store)
    assert len({entry.id for entry in found}) == len(found) == 12_345
    with store.read() as unit:
        (row,) = records.editions(unit)
    assert (row.count, len(row.digest)) == (12_345, 64)


def test_the_digest_tells_the_entries_apart(store: Store) -> None:
    keep(store, an_entry("样例片"))
    keep(store, an_entry("样例片", remark="限住院"), edition=an_edition("drug-20250101-2"))
    with store.read() as unit:
        one, other = records.editions(unit)
    assert one.digest != other.digest


def test_two_entries_of_one_key_leave_nothing_behind(store: Store) -> None:
    with pytest.raises(StoreError, match="没有写入"):
        keep(store, an_entry("样例片", "A1"), an_entry("样例胶囊", "A1"))
    with store.read() as unit:
        assert (records.editions(unit), records.version(unit)) == ((), 0)


def test_each_change_of_the_editions_raises_their_version(store: Store) -> None:
    keep(store, FULL)
    with store.write() as unit:
        before = records.version(unit)
        records.change(unit, "nrdl-2024", date(2025, 6, 30), "", DEED)
        assert (before, records.version(unit)) == (1, 2)


def test_of_several_changes_the_last_holds_and_all_are_kept(store: Store) -> None:
    with store.write() as unit:
        for until, withdrawn in ((date(2025, 6, 30), ""), (None, ""), (date(2025, 7, 1), "有误")):
            records.change(unit, "nrdl-2024", until, withdrawn, DEED)
        change = records.changes(unit)["nrdl-2024"]
        assert (change.effective_until, change.withdrawn) == (date(2025, 7, 1), "有误")
        assert unit.session.execute(text("SELECT count(*) FROM edition_changes")).scalar() == 3


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EntryFilter(), ["阿莫西林胶囊", "头孢拉定", "阿司匹林片"]),
        (EntryFilter(text="阿"), ["阿莫西林胶囊", "阿司匹林片"]),
        (EntryFilter(text="阿 片"), ["阿司匹林片"]),
        (EntryFilter(text="amxl"), ["阿莫西林胶囊"]),
        (EntryFilter(text="xj01"), ["头孢拉定"]),
        (EntryFilter(text="12"), ["阿司匹林片"]),
        (EntryFilter(text="百服"), ["阿司匹林片"]),
        (EntryFilter(text="%"), []),
        (EntryFilter(payment_class=PaymentClass.B), ["头孢拉定"]),
        (EntryFilter(section="中成药部分"), []),
        (EntryFilter(category="抗感染"), ["阿莫西林胶囊", "头孢拉定"]),
        (EntryFilter(category="抗感染 > 头孢"), ["头孢拉定"]),
        (EntryFilter(category="抗"), []),
    ],
)
def test_entries_are_found_by_what_is_known_of_them(store: Store, wanted: EntryFilter, found: list[str]) -> None:
    keep(
        store,
        an_entry("阿莫西林胶囊", "1", section="西药部分", category="抗感染"),
        an_entry("头孢拉定", "2", payment_class=PaymentClass.B, category="抗感染 > 头孢", code="XJ01DBT"),
        an_entry("阿司匹林片", "3", official_no="12", brand="百服", category="抗血栓"),
    )
    assert page(store, wanted) == (found, len(found))


def test_a_page_is_a_piece_of_all_and_says_how_many_there_are(store: Store) -> None:
    keep(store, *(an_entry(f"样例{number:02}") for number in range(25)))
    assert page(store, EntryFilter(), limit=3, offset=20) == (["样例20", "样例21", "样例22"], 25)
    assert page(store, EntryFilter(), limit=3, offset=30) == ([], 25)


def test_sections_are_counted_in_the_order_of_the_file(store: Store) -> None:
    places = [("西药", "b"), ("西药", "a"), ("中成药", ""), ("西药", "b")]
    keep(store, *(an_entry(f"样例{n}", section=s, category=c) for n, (s, c) in enumerate(places)))
    with store.read() as unit:
        assert records.sections(unit, "drug-20250101-1") == (("西药", "b", 2), ("西药", "a", 1), ("中成药", "", 1))


def test_a_file_is_known_again_by_its_hash(store: Store) -> None:
    keep(store, FULL)
    with store.read() as unit:
        assert [row.id for row in records.by_file(unit, "a" * 64)] == ["drug-20250101-1"]
        assert records.by_file(unit, "b" * 64) == ()


def test_remembered_columns_are_the_last_ones(store: Store) -> None:
    with store.write() as unit:
        assert records.mapping(unit, "sig") is None
        for content in ('{"a": 1}', '{"a": 2}'):
            records.keep_mapping(unit, "sig", content, DEED)
        assert records.mapping(unit, "sig") == '{"a": 2}'

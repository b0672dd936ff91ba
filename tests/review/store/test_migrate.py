"""A database is created, upgraded after a copy, or refused untouched; the migrations say what the models say."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select

from review.catalogue.memory import ChoiceState
from review.claim.paper import Flaw
from review.errors import StoreError
from review.services import catalogue, desk
from review.store import edition_records, learned
from review.store.changes import undone
from review.store.check_tables import PriceRow, ReceiptRow
from review.store.engine import connect, private_file
from review.store.migrate import migrations, revision, upgrade
from review.store.schema import REVISIONS, Base, SummaryRow
from review.store.store import open_store
from tests.databases import KINDS, an_address
from tests.offices import CLERK, an_office

if TYPE_CHECKING:
    from pathlib import Path


OF_PART_1 = f"""
    INSERT INTO claims VALUES (
        '20250401-0001', 1, 'first_review', '张小满', '', 'resident', 0, '[]', '', '', '', '', 'inpatient', '', 'none',
        1, '', 'other_province', 'none', NULL, NULL, '[]', 0, 0, 0, 0, 0, 0, 0, '', 0, 'li.jing', '', '', '', '', '',
        NULL, NULL, NULL, NULL, NULL, '', NULL);
    INSERT INTO pages VALUES (
        1, '20250401-0001', 0, '{"0" * 64}', '1.jpg', 9, 9, 0, 'done', '', '["偏暗", "模糊"]', 1, NULL, 0);
    INSERT INTO pages VALUES (2, '20250401-0001', 1, '{"1" * 64}', '2.jpg', 9, 9, 0, 'waiting', '', '[]', 0, NULL, 0);
    INSERT INTO documents VALUES (3, '20250401-0001', 0, 'inpatient_receipt', '[1]', '[]', 0, 0);
    INSERT INTO "values" VALUES (
        4, '20250401-0001', 3, NULL, 'payer', '张小满', '张小满', 0.9, 1, '[1, 2, 3, 4]', 'read', '', 0);
"""  # noqa: S608 - rows as an earlier version wrote them, from nowhere else
"""A claim as a database of part 1 keeps it: two pages, one with remarks, and a receipt with one value."""


OF_PART_2 = f"""
    INSERT INTO claims VALUES (
        '20250401-0001', 7, 'first_review', '张小满', '', 'resident', 0, '[]', '', '', '', '', 'inpatient', '', 'none',
        1, '', 'other_province', 'none', NULL, NULL, '[]', 0, 0, 0, 0, 0, 0, 0, '', 0, 'li.jing', '', '', '', '', '',
        NULL, NULL, NULL, NULL, NULL, '', NULL);
    INSERT INTO pages VALUES (
        1, '20250401-0001', 0, '{"0" * 64}', '1.jpg', 9, 9, 0, 'done', '', '[]', 1, NULL, 0, 'scan');
    INSERT INTO documents VALUES (3, '20250401-0001', 0, 'expense_statement', '[1]', '[]', 0, 0, '[]');
    INSERT INTO lines VALUES (5, '20250401-0001', 3, 0, 'nrdl-2024/X312', 'automatic', 'pay', '', '', 0, 0);
    INSERT INTO lines VALUES (6, '20250401-0001', 3, 1, 'outside', 'clerk', 'pay', '', '', 0, 0);
    INSERT INTO "values" VALUES (
        7, '20250401-0001', 3, 5, 'name', '氯化钠注射液', '氯化钠注射液', 0.9, 1, '[1, 2, 3, 4]', 'read', '', 0, '[]');
    INSERT INTO known_layouts VALUES (
        '样例医院', '名称→name', '[]', '20250401-0001', '2025-04-01 00:00:00.000000', 'li.jing', 0);
    INSERT INTO counters VALUES ('id', 7);
"""  # noqa: S608 - as above
"""A claim in review as a database of part 2 keeps it: two matched lines, and a layout that was learned."""


OF_PART_3 = """
    INSERT INTO documents VALUES (10, '20250401-0001', 1, 'outpatient_receipt', '[]', '[]', 0, 0, '[]');
    INSERT INTO documents VALUES (11, '20250401-0001', 2, 'pharmacy_invoice', '[]', '[]', 0, 0, '[]');
    INSERT INTO documents VALUES (12, '20250401-0001', 3, 'inpatient_receipt', '[]', '[]', 0, 1, '[]');
    INSERT INTO "values" VALUES
        (20, '20250401-0001', 10, NULL, 'invoice_code', '36060125', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (21, '20250401-0001', 10, NULL, 'invoice_number', '0012345678', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (22, '20250401-0001', 10, NULL, 'check_code', 'a1b2c3', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (23, '20250401-0001', 10, NULL, 'visit_date', '2025-03-11', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (24, '20250401-0001', 10, NULL, 'total_amount', '1,234.50', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (25, '20250401-0001', 11, NULL, 'seller', '样例大药房', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (26, '20250401-0001', 12, NULL, 'invoice_number', '999', '', 0.9, NULL, NULL, 'read', '', 0, '[]'),
        (27, '20250401-0001', 3, 5, 'spec', '250ml', '', 0.9, 1, '[1, 2, 3, 4]', 'read', '', 0, '[]'),
        (28, '20250401-0001', 3, 5, 'unit_price', '3.20', '', 0.9, 1, '[1, 2, 3, 4]', 'read', '', 0, '[]'),
        (29, '20250401-0001', 3, 6, 'name', '旧价药', '', 0.9, 1, '[1, 2, 3, 4]', 'read', '', 1, '[]');
    UPDATE claims SET state = 'paid', care_diagnoses = '["肺炎", "高血压"]', care_hospital = '样例医院';
    INSERT INTO summaries VALUES ('20250401-0001', 123450, 0, 0, 0, 0, 0, 1, 1);
"""
"""What a database of part 3 holds beside: a receipt, an invoice, a receipt that is gone, and a priced line."""


def address(path: Path) -> str:
    return f"sqlite:///{path}"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_database_is_at_the_newest_revision(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    open_store(address(file)).close()
    assert revision(address(file)) == REVISIONS[-1]


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory.from_config(migrations()).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == REVISIONS


def test_a_database_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "newer.sqlite3"
    open_store(address(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = digest(file)
    with pytest.raises(StoreError, match="没有改动") as refused:
        open_store(address(file))
    assert refused.value.code == "newer-database"
    assert refused.value.advice
    assert digest(file) == before


def test_an_older_database_is_upgraded_after_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "older.sqlite3"
    private_file(file)
    upgrade(connect(address(file)), REVISIONS[0])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO counters VALUES ('id', 7)")
        connection.commit()
    open_store(address(file)).close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert (revision(address(file)), revision(address(copy))) == (REVISIONS[-1], REVISIONS[0])
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM counters").fetchall() == [(7,)]


def test_a_database_of_part_1_keeps_its_pages_values_and_papers(tmp_path: Path) -> None:
    file = tmp_path / "part1.sqlite3"
    private_file(file)
    upgrade(connect(address(file)), "0002")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OF_PART_1)
    store = open_store(address(file))
    with store.read() as unit:
        claim = unit.folder("20250401-0001").claim
    assert [(page.flaws, page.origin) for page in claim.pages] == [
        ((Flaw("unknown", "偏暗"), Flaw("unknown", "模糊")), "scan"),
        ((), "scan"),
    ]
    (document,) = claim.documents
    assert (document.layout, document.values["payer"].others) == ((), ())
    assert document.text("payer") == "张小满"


def test_what_part_1_wrote_into_the_journal_can_still_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "part1.sqlite3"
    private_file(file)
    upgrade(connect(address(file)), "0002")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OF_PART_1)
    store = open_store(address(file))
    with store.read() as unit:
        rows = unit.rows("20250401-0001")
    written = {"page:2": {"id": 2, "claim": "20250401-0001", "position": 1, "quality": [], "read_state": "waiting"}}
    assert ("page", 2) not in undone("20250401-0001", rows, {"page:2": None}, written)


def a_database_of_part_2(file: Path) -> None:
    private_file(file)
    upgrade(connect(address(file)), "0003")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OF_PART_2)


def test_a_database_of_part_2_keeps_what_its_lines_were_matched_with(tmp_path: Path) -> None:
    a_database_of_part_2(tmp_path / "part2.sqlite3")
    store = open_store(address(tmp_path / "part2.sqlite3"))
    with store.read() as unit:
        claim = unit.folder("20250401-0001").claim
        assert (learned.layouts(unit)[0].institution, edition_records.editions(unit)) == ("样例医院", ())
    lines = claim.statements[0].lines
    assert [(line.entry_id, line.matched_by) for line in lines] == [
        ("nrdl-2024/X312", "automatic"),
        ("outside", "clerk"),
    ]
    assert {(line.match_note, line.choice_id) for line in lines} == {("", 0)}


def test_a_claim_of_part_2_can_be_worked_on_and_learned_from(tmp_path: Path) -> None:
    a_database_of_part_2(tmp_path / "home" / "lingbao.sqlite3")
    office = an_office(tmp_path / "home")
    claim = desk.choose_entry(office, CLERK, "20250401-0001", 5, "nrdl-2024/X313")
    assert claim.statements[0].lines[0].matched_by == "clerk"
    (view,) = catalogue.memory(office)
    assert (view.choice.printed.name, view.choice.state) == ("氯化钠注射液", ChoiceState.PENDING)
    assert revision(address(tmp_path / "home" / "backups" / "before-0006-from-0003.sqlite3")) == "0003"


def a_database_of_part_3(file: Path) -> None:
    a_database_of_part_2(file)
    upgrade(connect(address(file)), "0004")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OF_PART_3)


def test_receipts_of_a_database_of_part_3_are_known_at_once(tmp_path: Path) -> None:
    a_database_of_part_3(tmp_path / "part3.sqlite3")
    store = open_store(address(tmp_path / "part3.sqlite3"))
    with store.read() as unit:
        receipt, invoice = unit.session.scalars(select(ReceiptRow).order_by(ReceiptRow.document_id))
    assert (receipt.document_id, receipt.code_key, receipt.number_key, receipt.serial) == (
        10,
        "36060125",
        "12345678",
        12345678,
    )
    assert (receipt.day, receipt.total, receipt.electronic) == (date(2025, 3, 11), Decimal("1234.50"), True)
    assert receipt.institution == "样例医院"
    assert (invoice.document_id, invoice.institution, invoice.electronic) == (11, "样例大药房", False)


def test_prices_and_illnesses_of_a_database_of_part_3_are_known_at_once(tmp_path: Path) -> None:
    a_database_of_part_3(tmp_path / "part3.sqlite3")
    store = open_store(address(tmp_path / "part3.sqlite3"))
    with store.read() as unit:
        prices = [(row.article, row.price, row.count) for row in unit.session.scalars(select(PriceRow))]
        (summary,) = unit.session.scalars(select(SummaryRow))
    assert prices == [("氯化钠注射液|250ML|", "3.2", 1)]
    assert (summary.illness, summary.total) == ("肺炎", Decimal("1234.50"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_migrations_make_the_same_tables_on_every_database(tmp_path: Path, kind: str) -> None:
    with an_address(kind, tmp_path) as url:
        store = open_store(url)
        with store.engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            assert tables == {*Base.metadata.tables, "alembic_version"}
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        store.close()


def test_what_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_bytes(b"Dear reader, this is a letter and no database at all. " * 100)
    before = digest(file)
    with pytest.raises(StoreError, match="不是灵报的数据库"):
        open_store(address(file))
    assert digest(file) == before


def test_the_database_and_its_companions_are_private(tmp_path: Path) -> None:
    store = open_store(address(tmp_path / "home" / "lingbao.sqlite3"))
    with store.write() as unit:
        unit.count_off("id")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home").iterdir()}
    assert modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_a_second_opener_finds_the_work_done(tmp_path: Path) -> None:
    file = tmp_path / "twice.sqlite3"
    engines = [connect(address(file)) for _ in range(2)]
    private_file(file)
    for engine in engines:
        upgrade(engine)
    assert revision(address(file)) == REVISIONS[-1]

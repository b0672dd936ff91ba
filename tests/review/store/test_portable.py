"""The tables and statements are not bound to SQLite: PostgreSQL's dialect takes them too."""

from __future__ import annotations

import pytest
from sqlalchemy import Table, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from review.store import accumulator_tables, batch_records, catalogue_tables, check_tables
from review.store.queries import SORTS
from review.store.schema import Base, ClaimRow, SummaryRow

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy does not annotate it
TABLES = list(Base.metadata.sorted_tables)
_SOME = (catalogue_tables.EditionRow, check_tables.RuleRow, accumulator_tables.StandingRow)
assert {row.__table__ for row in _SOME} <= set(TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_and_index_can_be_created_on_postgresql(table: Table) -> None:
    assert str(CreateTable(table).compile(dialect=DIALECT)).strip().startswith("CREATE TABLE")
    for index in table.indexes:
        assert "INDEX" in str(CreateIndex(index).compile(dialect=DIALECT))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_constraint_has_a_name_that_migrations_can_find(table: Table) -> None:
    assert all(constraint.name for constraint in table.constraints)


@pytest.mark.parametrize("sort", SORTS)
def test_each_order_of_the_queue_compiles_on_postgresql(sort: str) -> None:
    statement = select(ClaimRow.number).join(SummaryRow).order_by(*SORTS[sort])
    assert "ORDER BY" in str(statement.compile(dialect=DIALECT))


def test_sums_of_a_snapshot_are_looked_up_inside_its_json() -> None:
    statement = select(*(ClaimRow.settlement[name].as_string() for name in batch_records.FUNDS))
    assert str(statement.compile(dialect=DIALECT)).count("->>") == len(batch_records.FUNDS)

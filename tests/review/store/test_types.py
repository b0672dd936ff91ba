"""Columns keep money to the fen, instants in UTC, words and lists as they were."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError

from review.claim.people import Group, Scheme
from review.store.types import Day, Listed, Money, Revivable, UtcTime, Word

if TYPE_CHECKING:
    from sqlalchemy import Engine

TABLE = Table(
    "kept",
    MetaData(),
    Column("money", Money),
    Column("at", UtcTime),
    Column("day", Day),
    Column("word", Word(Scheme)),
    Column("groups", Listed(Group)),
    Column("numbers", Listed(int)),
)


def kept(**values: Any) -> dict[str, Any]:
    engine: Engine = create_engine("sqlite://")
    TABLE.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(TABLE).values(**values))
        return dict(connection.execute(select(TABLE)).mappings().one())


@given(st.decimals(Decimal("-99999999999.99"), Decimal("99999999999.99"), places=2))
def test_money_comes_back_to_the_fen(amount: Decimal) -> None:
    assert kept(money=amount)["money"] == amount
    assert Money.revive(str(amount)) == amount


def test_a_fraction_of_a_fen_is_refused_not_rounded() -> None:
    with pytest.raises(StatementError, match="whole number of fen"):
        kept(money=Decimal("0.005"))


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])))
def test_instants_come_back_aware_and_equal(at: datetime) -> None:
    back = kept(at=at)["at"] if at.year > 1 and at.year < 9999 else at
    assert back == at
    assert back.tzinfo is not None


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(StatementError, match="zone"):
        kept(at=datetime(2025, 4, 1))  # noqa: DTZ001 - the very thing that is refused


def test_words_days_and_lists_come_back_as_what_they_were() -> None:
    row = kept(day=date(2025, 3, 1), word=Scheme.EMPLOYEE, groups=(Group.ORPHAN,), numbers=(1, 2))
    assert row["day"] == date(2025, 3, 1)
    assert row["word"] is Scheme.EMPLOYEE
    assert row["groups"] == (Group.ORPHAN,)
    assert isinstance(row["groups"][0], Group)
    assert row["numbers"] == (1, 2)


def test_nothing_stays_nothing() -> None:
    assert set(kept(money=None).values()) == {None}


def test_every_type_can_be_taken_back_from_the_journal() -> None:
    assert all(isinstance(column.type, Revivable) for column in TABLE.c)

"""A database of part 4 keeps what was typed of the year, and knows what each settled claim added to it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from review.accumulators.standing import Contribution, Whose
from review.claim.people import Scheme
from review.store import accumulator_records as records
from review.store.engine import connect, private_file
from review.store.migrate import upgrade
from review.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from review.store.store import Store

PERSON = "360799198501010011"
WHOSE = Whose(id_number=PERSON, year=2025, scheme=Scheme.RESIDENT)
SETTLEMENT = {
    "before": {"stays": 1, "deductible": "600.00", "basic_fund": "0.00", "source": "省平台"},
    "after": {"stays": 2, "deductible": "1200.00", "basic_fund": "4440.00", "source": "省平台"},
}


def claim(number: str, state: str, day: str = "'2025-03-11'", settlement: str = "") -> str:
    """A claim as part 4 kept it: one stay and 600 yuan of deductible were typed."""
    kept = f"'{settlement or json.dumps(SETTLEMENT)}'" if settlement != "none" else "NULL"
    return f"""INSERT INTO claims (
        number, version, state, insured_name, insured_id_number, insured_scheme, insured_retired, insured_groups,
        insured_phone, account_holder, account_number, account_bank, care_kind, care_hospital, care_hospital_level,
        care_designated, care_province, care_region, care_filing, care_admitted, care_discharged, care_diagnoses,
        year_stays, year_deductible, year_basic_fund, year_serious_illness_base, year_serious_illness_fund,
        year_medical_aid_base, year_medical_aid_fund, year_source, already_paid, entered_by, first_reviewer,
        second_reviewer, signed_by, paid_by, batch, state_reason, settlement
    ) VALUES (
        '{number}', 3, '{state}', '张小满', '{PERSON}', 'resident', 0, '[]', '', '', '', '', 'inpatient', '', 'none',
        1, '', 'other_province', 'none', NULL, {day}, '[]', 1, 60000, 0, 0, 0, 0, 0, '省平台', 0, 'li.jing', '',
        '', '', '', '20250401-B1', '', {kept});"""  # noqa: S608 - rows as an earlier version wrote them


APPROVED = """INSERT INTO journal VALUES ({0}, '2025-04-01 01:00:00', 'li.jing', 'approve_first', '{1}', '{{}}', '{{}}',
    '', '', '');"""
BATCH = "INSERT INTO batches VALUES ('20250401-B1', 'signed', 0, 0, 'zhao.gang', '2025-04-01 17:00:00');"


def upgraded(file: Path, *statements: str) -> Store:
    private_file(file)
    upgrade(connect(f"sqlite:///{file}"), "0005")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("".join(statements))
    return open_store(f"sqlite:///{file}")


def test_figures_that_were_typed_stay_typed(tmp_path: Path) -> None:
    store = upgraded(tmp_path / "part4.sqlite3", claim("20250401-0001", "first_review", settlement="none"))
    with store.read() as unit:
        year = unit.folder("20250401-0001").claim.year_to_date
    assert year.typed == ("deductible", "source", "stays")
    assert (year.stays, year.deductible, year.accounts) == (1, Decimal("600.00"), ())


def test_claims_with_a_fixed_settlement_are_in_their_year_in_order(tmp_path: Path) -> None:
    store = upgraded(
        tmp_path / "part4.sqlite3",
        claim("20250401-0001", "paid"),
        claim("20250401-0002", "batched"),
        APPROVED.format(7, "20250401-0001"),
        APPROVED.format(3, "20250401-0002"),
        BATCH,
    )
    figures = (("stays", Decimal(1)), ("deductible", Decimal("600.00")), ("basic_fund", Decimal("4440.00")))
    with store.read() as unit:
        assert records.contributions(unit, WHOSE) == (
            Contribution(claim="20250401-0002", place=3, day=None, figures=figures),
            Contribution(claim="20250401-0001", place=7, day=date(2025, 4, 2), figures=figures),
        )


def test_claims_without_settlement_day_or_standing_add_nothing(tmp_path: Path) -> None:
    store = upgraded(
        tmp_path / "part4.sqlite3",
        claim("20250401-0001", "first_review"),
        claim("20250401-0002", "recovered"),
        claim("20250401-0003", "paid", day="NULL"),
        claim("20250401-0004", "paid", settlement="none"),
    )
    with store.read() as unit:
        assert records.contributions(unit, WHOSE) == ()

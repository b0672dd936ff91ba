"""The bench of importing measures what it says it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.bench_import import run
from tests.bench.import_cost import compared, csv, entries, measured, sheets, walked, workbook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_its_workbook_and_csv_hold_as_many_sound_products_as_asked(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx", 30)
    assert (entries(book), sheets(book), walked(book)) == (30, 1, 31)
    assert entries(csv(tmp_path / "a.csv", 30)) == 30


def test_changes_and_what_is_gone_are_counted(tmp_path: Path) -> None:
    assert compared(workbook(tmp_path / "a.xlsx", 1100)) == 1000 + 2


def test_a_task_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    cost = measured(entries, workbook(tmp_path / "a.xlsx", 30))
    assert cost.result == 30
    assert cost.cpu > 0


def test_it_prints_a_line_for_each_task(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rows", "1100", "--peer", "0"]) == 0
    assert capsys.readouterr().out.count("s CPU") == 4

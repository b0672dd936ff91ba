"""What an edition is called and when it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.ui.catalogue.importing.head_page import HeadPage
from app.ui.widgets.fields import day_of
from review.catalogue.importing.reading import read_catalogue
from tests.app.ui.catalogue.books import a_book

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> HeadPage:
    made = HeadPage()
    qtbot.addWidget(made)
    made.show_proposal(read_catalogue(a_book(tmp_path / "样例市医用耗材目录2025年.csv")))
    made.show()
    return made


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-01-09", date(2026, 1, 9)),
        ("2026年1月9日", date(2026, 1, 9)),
        ("2026.1.9", date(2026, 1, 9)),
        (" 20260109 ", date(2026, 1, 9)),
        ("2026-02-30", None),
        ("明年", None),
        ("", None),
        ("2026-1", None),
    ],
)
def test_days_are_understood_as_people_write_them(words: str, day: date | None) -> None:
    assert day_of(words) == day


def test_it_begins_with_what_the_file_says_of_itself(page: HeadPage) -> None:
    assert "样例市医用耗材目录2025年" in page.title.text()
    assert page.source.text() == "样例市医用耗材目录2025年.csv"
    assert not page.complete
    assert "适用地区、生效日期" in page.lacking.text()


def test_title_region_and_a_first_day_are_enough(page: HeadPage) -> None:
    page.region.setText("样例市")
    page.begins.setText("2025-02-01")
    assert page.complete
    assert page.lacking.text() == ""
    assert (page.head.effective_from, page.head.effective_until) == (date(2025, 2, 1), None)


@pytest.mark.parametrize(("begins", "ends"), [("2025-02-01", "2025-01-31"), ("2025-02-01", "以后"), ("", "2025-12-31")])
def test_days_in_the_wrong_order_or_that_are_none_hold_it_up(page: HeadPage, begins: str, ends: str) -> None:
    page.region.setText("样例市")
    page.begins.setText(begins)
    page.ends.setText(ends)
    assert not page.complete


def test_a_file_of_another_year_is_told_but_does_not_stop(page: HeadPage) -> None:
    page.region.setText("样例市")
    page.begins.setText("2031-01-01")
    assert "2025" in page.doubts.text()
    assert page.doubts.isVisible()
    assert page.complete

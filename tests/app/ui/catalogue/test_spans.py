"""When editions hold, and the days that none or two of them cover."""

from __future__ import annotations

from datetime import date

import pytest

from app.ui.catalogue.edition_words import chips, oddities
from app.ui.catalogue.spans import Break, Clash, Shown, Stand, shown
from review.catalogue.entry import Edition, EditionStatus, EntryKind
from review.services.catalogue import EditionView

TODAY = date(2025, 6, 1)


def a_view(id_: str, begins: date, ends: date | None = None, **changes: object) -> EditionView:
    edition = Edition(
        id=id_,
        title=f"目录{id_}",
        kind=EntryKind(str(changes.get("kind", "supply"))),
        region=str(changes.get("region", "样例市")),
        effective_from=begins,
        effective_until=ends,
        status=EditionStatus.OFFICIAL,
        source="样例市医保局",
        withdrawn=str(changes.get("withdrawn", "")),
    )
    return EditionView(edition=edition, count=3, own=True)


def row(rows: tuple[Shown, ...], id_: str) -> Shown:
    return next(row for row in rows if row.edition.id == id_)


@pytest.mark.parametrize(
    ("view", "stand"),
    [
        (a_view("a", date(2025, 1, 1)), Stand.NOW),
        (a_view("a", date(2025, 1, 1), date(2025, 6, 1)), Stand.NOW),
        (a_view("a", date(2025, 1, 1), date(2025, 5, 31)), Stand.PAST),
        (a_view("a", date(2025, 6, 2)), Stand.FUTURE),
        (a_view("a", date(2025, 1, 1), withdrawn="导错"), Stand.WITHDRAWN),
    ],
)
def test_an_edition_stands_as_its_dates_say(view: EditionView, stand: Stand) -> None:
    assert shown((view,), TODAY)[0].stand is stand


def test_days_between_two_editions_are_told_on_the_earlier() -> None:
    rows = shown((a_view("old", date(2024, 1, 1), date(2024, 12, 31)), a_view("new", date(2025, 2, 1))), TODAY)
    assert row(rows, "old").gap == Break(date(2025, 1, 1), date(2025, 1, 31))
    assert row(rows, "new").gap is None
    assert "2025-01-01 至 2025-01-31" in oddities(row(rows, "old"))[0]


def test_editions_that_follow_day_by_day_leave_no_gap() -> None:
    rows = shown((a_view("old", date(2024, 1, 1), date(2024, 12, 31)), a_view("new", date(2025, 1, 1))), TODAY)
    assert [found.gap for found in rows] == [None, None]
    assert [found.clashes for found in rows] == [(), ()]


def test_an_end_that_is_past_with_nothing_after_it_is_a_gap_and_one_to_come_is_not() -> None:
    ended = shown((a_view("a", date(2024, 1, 1), date(2025, 5, 1)),), TODAY)
    ending = shown((a_view("a", date(2024, 1, 1), date(2025, 12, 31)),), TODAY)
    assert ended[0].gap == Break(date(2025, 5, 2), None)
    assert ending[0].gap is None


def test_two_editions_on_the_same_days_clash_on_both_sides() -> None:
    rows = shown((a_view("a", date(2025, 1, 1)), a_view("b", date(2025, 3, 1), date(2025, 9, 30))), TODAY)
    assert row(rows, "a").clashes == (Clash("目录b", date(2025, 3, 1), date(2025, 9, 30)),)
    assert row(rows, "b").clashes == (Clash("目录a", date(2025, 3, 1), date(2025, 9, 30)),)
    assert "重叠" in "".join(chip.text for chip in chips(row(rows, "a")))


def test_two_editions_without_end_clash_without_end() -> None:
    rows = shown((a_view("a", date(2025, 1, 1)), a_view("b", date(2025, 3, 1))), TODAY)
    assert row(rows, "a").clashes == (Clash("目录b", date(2025, 3, 1), None),)
    assert "2025-03-01 起" in oddities(row(rows, "a"))[0]


def test_other_regions_other_kinds_and_withdrawn_editions_neither_fill_nor_clash() -> None:
    rows = shown(
        (
            a_view("a", date(2025, 1, 1), date(2025, 2, 1)),
            a_view("b", date(2025, 1, 1), region="别处"),
            a_view("c", date(2025, 1, 1), kind="drug"),
            a_view("d", date(2025, 1, 1), withdrawn="导错"),
        ),
        TODAY,
    )
    assert row(rows, "a").gap == Break(date(2025, 2, 2), None)
    assert not any(found.clashes for found in rows)
    assert oddities(row(rows, "d")) == ("已作废：导错",)


def test_kinds_stay_together_and_the_latest_edition_comes_first() -> None:
    views = (
        a_view("drug", date(2020, 1, 1), kind="drug"),
        a_view("old", date(2023, 1, 1), date(2023, 12, 31)),
        a_view("new", date(2024, 1, 1)),
    )
    assert [found.edition.id for found in shown(views, TODAY)] == ["drug", "new", "old"]

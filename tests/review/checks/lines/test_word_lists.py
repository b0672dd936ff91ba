"""The shipped word lists of checks are whole, and their bounds make sense."""

from __future__ import annotations

import pytest

from review.checks.lines.limit_words import as_written, limit_words
from review.checks.lines.line_words import least_lines, line_words, pairs


def test_words_of_age_mean_years_in_order() -> None:
    assert all(0 <= low <= high and doubtful >= 0 for _, (low, high, doubtful) in limit_words().ages)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Ⅱ型糖尿病", "2型糖尿病"),
        ("ＩＩＩ型", "3型"),
        ("慢性乙肝", "慢性乙型肝炎"),
        (" 脑 梗塞 ", "脑梗死"),
        ("copd", "COPD"),
        ("综合症", "综合征"),
    ],
)
def test_diagnoses_have_one_way_of_writing(printed: str, written: str) -> None:
    assert as_written(printed) == written


def test_what_names_cover_is_written_as_diagnoses_are_read() -> None:
    words = limit_words()
    assert all(as_written(name) == name for name in words.alike)
    assert all(as_written(word) == word for covered in words.alike.values() for word in covered)


def test_bounds_of_lines_are_wide() -> None:
    words = line_words()
    assert words.price_count >= 5
    assert words.price_over_median > words.price_over_high > 1
    assert words.uneven_times > 2
    assert words.block_rows >= words.block_names >= words.block_days > 1
    assert least_lines() > 1


def test_more_of_a_drug_is_given_in_care_than_taken_away() -> None:
    assert all(care >= away > 0 for care, away in line_words().daily_most.values())
    assert line_words().taken_away_visit >= line_words().taken_away_stay > 0


def test_daily_articles_and_pairs_have_codes_of_their_own() -> None:
    codes = [*(daily.code for daily in line_words().daily), *(pair.code for pair in pairs())]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", ["", "(", "一次性使用无菌注射器", "全" * 500])
def test_patterns_answer_any_name(name: str) -> None:
    assert not any(pair.when.search(name) and not pair.but.search(name) for pair in pairs())

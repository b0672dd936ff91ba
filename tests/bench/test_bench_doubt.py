from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction import read_documents
from ocr.extraction.calibration import at
from ocr.pages import to_json
from tests.bench import bench_doubt
from tests.bench.bench_doubt_errors import damage_figures, damage_rows, papers_of, summary, unseen
from tests.bench.bench_doubt_fit import asked, curved, expected_error, isotonic, level, missed, reliability
from tests.bench.bench_doubt_plot import drawing
from tests.papers import a_statement_page

if TYPE_CHECKING:
    from pathlib import Path

CHANCE = random.Random(1)  # noqa: S311 - a fixed choice of places, no secret
POINTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=200)
PAGE = a_statement_page(
    [("床位费", "", "日", "40.00", "10", "400.00"), ("西药费", "", "盒", "3.50", "4", "14.00")],
    foot=((60, "合计"), (1020, "414.00")),
)


@given(POINTS)
def test_a_fitted_curve_rises_and_stays_between_nothing_and_one(points: list[tuple[float, bool]]) -> None:
    curve = isotonic(points)
    assert list(curve) == sorted(curve)
    assert all(a[1] <= b[1] <= 1 for a, b in pairwise(curve))


def test_a_fitted_curve_tells_good_readings_from_bad() -> None:
    points = [(0.3, n % 2 == 0) for n in range(100)] + [(0.99, n % 100 != 0) for n in range(400)]
    curve = isotonic(points)
    assert at(curve, 0.3) == pytest.approx(0.5, abs=0.01)
    assert at(curve, 0.99) == pytest.approx(0.99, abs=0.01)


def test_calibration_lowers_the_error_of_a_boastful_reader() -> None:
    points = [(0.9, n % 2 == 0) for n in range(200)]
    assert expected_error(points) == pytest.approx(0.4)
    assert expected_error(curved(isotonic(points), points)) < 0.01


def test_a_level_curve_says_one_thing_of_all() -> None:
    curve = level([(0.2, True), (0.9, True), (0.5, False)])
    assert {at(curve, raw) for raw in (0.0, 0.5, 1.0)} == {0.625}


def test_bins_hold_every_value_once() -> None:
    bins = reliability([(0.05, False), (0.95, True), (1.0, True)])
    assert [(b.count, b.right) for b in bins] == [(1, 0.0), (2, 1.0)]


def test_a_limit_lets_pass_what_lies_above_it_and_asks_about_the_rest() -> None:
    points = [(0.8, n % 2 == 0) for n in range(40)] + [(0.99, n > 0) for n in range(360)]
    curve = isotonic(points)
    assert asked(points, curve, 0.9) == pytest.approx(0.1, abs=0.05)
    assert missed(points, curve, 0.9) == pytest.approx(1 / 360, abs=0.02)
    assert missed(points, curve, 1.1) == 0.0


def test_the_drawing_is_an_svg_with_a_panel_for_each_kind() -> None:
    bins = reliability([(0.5, True), (0.9, True)])
    text = drawing({"money": (bins, bins), "text": (bins, bins)})
    assert text.startswith("<svg")
    assert text.count("<rect") == 2


def test_errors_put_into_a_proven_statement_are_all_seen() -> None:
    found = list(damage_figures([PAGE], CHANCE, 20))
    assert len(found) > 10
    assert [damage for damage in found if damage.unseen] == []


def test_a_row_taken_out_of_a_proven_statement_is_missed() -> None:
    found = list(damage_rows([PAGE], CHANCE, 9))
    assert summary(found) == ["row removed      2, unseen 0"]


def test_a_figure_that_changes_without_a_mark_counts_as_unseen() -> None:
    before = read_documents([PAGE])
    cells = {**before[0].items[0].cells, "amount": replace(before[0].items[0].cells["amount"], value="900.00")}
    items = (replace(before[0].items[0], cells=cells), *before[0].items[1:])
    assert unseen(before, [replace(before[0], items=items)]) == ("0.amount: 400.00 -> 900.00",)
    assert unseen(before, [replace(before[0], items=items, review=("请核对",))]) == ()


def test_papers_that_ask_from_the_start_are_left_out() -> None:
    assert papers_of([PAGE]) == [[PAGE]]
    assert papers_of([a_statement_page([("床位费", "", "日", "40.00", "10", "400.00")])]) == []


def test_the_bench_without_any_pages_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_doubt.run([]) == 0
    assert "skipped" in capsys.readouterr().out


@pytest.mark.shared
@pytest.mark.skipif(not bench_doubt.SCORER.exists(), reason="the labelled pages are not here")
def test_the_bench_measures_a_small_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = {"name": "床位费", "unit_price": "40.00", "quantity": "10", "amount": "400.00"}
    truth = {"kind": "expense_statement", "fields": {"total_amount": "414.00"}, "items": [item]}
    (tmp_path / "a.json").write_text(json.dumps(truth), encoding="utf-8")
    (tmp_path / "a.text.json").write_text(to_json(PAGE), encoding="utf-8")
    assert bench_doubt.run(["--set", f"{tmp_path}={tmp_path}", "--plot", str(tmp_path / "doubt.svg")]) == 0
    assert "1 pages, 5 labelled values" in capsys.readouterr().out

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.catalogue.editions import load_editions
from review.catalogue.entry import Candidate, Entry, EntryKind, Match, PaymentClass, Printed
from tests.bench import bench_match
from tests.bench.bench_match_outcomes import Outcome, counted, groups, interval, outcomes, shown
from tests.bench.bench_match_speed import apart, peer, percentile
from tests.bench.bench_match_threshold import NEVER, at_threshold, calibration, threshold
from tests.bench.bench_match_wordings import dressed
from tests.matching.big import write_big_edition
from tests.matching.labels import Case

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def an_entry(key: str = "1") -> Entry:
    return Entry(
        id=f"one/{key}",
        edition_id="one",
        kind=EntryKind.DRUG,
        official_no=key,
        name="样例片",
        payment_class=PaymentClass.A,
    )


def a_case(name: str = "样例片", *entries: str, spec: str = "", brand: str = "", kind: str = "drug") -> Case:
    return Case(Printed(name, spec), frozenset(entries or {"one/1"}), kind, name, "医院写法", brand=brand)


def an_outcome(score: float, *, right: bool, automatic: bool = False) -> Outcome:
    match = Match(automatic=automatic, candidates=(Candidate(an_entry("1" if right else "2"), score, ()),))
    return Outcome(a_case(), match, 0 if right else None, sole=True)


def test_taking_a_wrong_entry_or_one_outside_unasked_is_wrong() -> None:
    assert an_outcome(0.9, right=False, automatic=True).wrong
    assert not an_outcome(0.9, right=False).wrong
    assert not an_outcome(0.9, right=True, automatic=True).wrong


def test_taking_one_of_several_entries_with_other_terms_is_wrong() -> None:
    shipped = load_editions()
    open_case = Case(
        Printed("多西环素片"), frozenset({"nrdl-2024/X628", "nrdl-2024/X628.2"}), "drug", "多西环素", "价格表"
    )
    (found,) = outcomes(shipped, [open_case], bench_match.DAY)
    assert found.place == 0
    assert not found.right


def test_an_interval_holds_the_share_and_narrows_with_more_lines() -> None:
    few, many = interval(97, 100), interval(970, 1000)
    assert few[0] < many[0] < 0.97 < many[1] < few[1]
    assert interval(0, 1000)[0] == 0.0
    assert 0 < interval(0, 1000)[1] < 0.005
    assert interval(0, 0) == (0.0, 1.0)


def test_shares_are_shown_with_their_interval() -> None:
    assert re.fullmatch(r" 50\.00% \[\d+\.\d\d, \d+\.\d\d\]", shown(1, 2))


def test_lines_are_counted_by_what_came_of_them() -> None:
    outside = Outcome(a_case("无", "outside"), Match(automatic=False, candidates=()), None, sole=False)
    found = [an_outcome(0.9, right=True, automatic=True), an_outcome(0.5, right=False), outside]
    count = counted(found)
    assert (count["lines"], count["listed"], count["outside"], count["left"]) == (3, 2, 1, 1)
    assert (count["first"], count["automatic"], count["wrong"]) == (1, 1, 0)
    assert set(groups(found)) == {"drug", "医院写法"}


def test_lines_read_amiss_are_a_group_of_their_own() -> None:
    amiss = Case(Printed("样列片"), frozenset({"one/1"}), "drug", "样例", "识别", truth="样例片")
    same = Case(Printed("样例片（一）"), frozenset({"one/1"}), "drug", "样例", "识别", truth="样例片(一)")
    found = [Outcome(case, Match(automatic=False, candidates=()), None, sole=True) for case in (amiss, same)]
    assert [one.case for one in groups(found)["识别有误"]] == [amiss]
    assert len(groups(found)["识别"]) == 2


def test_the_threshold_lies_above_the_last_wrong_line() -> None:
    found = [an_outcome(0.9, right=True), an_outcome(0.8, right=True), an_outcome(0.7, right=False)]
    assert threshold(found) == 0.8
    assert at_threshold(found, 0.8).startswith("taken  66.67%")


def test_equal_scores_are_never_parted_by_the_threshold() -> None:
    assert threshold([an_outcome(0.9, right=True), an_outcome(0.9, right=False)]) == NEVER
    assert threshold([]) == NEVER


def test_a_bearable_share_of_wrong_lines_lowers_the_threshold() -> None:
    found = [*(an_outcome(0.9, right=True) for _ in range(9)), an_outcome(0.8, right=False)]
    assert threshold(found) == 0.9
    assert threshold(found, bearable=0.1) == 0.8


def test_scores_are_held_against_the_shares_that_came_true() -> None:
    found = [an_outcome(0.3, right=n % 3 == 0) for n in range(60)] + [an_outcome(0.9, right=True) for _ in range(120)]
    first, *bins = calibration(found)
    assert "expected error 0.078" in first
    assert bins == ["  said 0.30: right 0.33 of 60", "  said 0.90: right 1.00 of 120"]


def test_a_dress_keeps_the_label_and_changes_the_name() -> None:
    cases = [a_case(f"样例{n}片", brand="泰欣", spec="0.1g*6片") for n in range(30)]
    worn = list(dressed(cases))
    assert len(worn) == 30
    assert all(one.printed.name != one.truth and one.entries == {"one/1"} for one in worn)
    assert {"泰欣", "0.1g"} <= {found for one in worn for found in ("泰欣", "0.1g") if found in one.printed.name}


def test_brands_are_put_behind_whole_names_of_drugs_only() -> None:
    services = [a_case(f"静脉输液{n}", brand="泰欣", kind="service") for n in range(30)]
    bare = [a_case(f"样例素{n}", brand="泰欣") for n in range(30)]
    assert not any("泰欣" in one.printed.name for one in dressed([*services, *bare]))


def test_percentiles_are_values_that_were_measured() -> None:
    assert [percentile([3, 1, 2, 4], share) for share in (0.0, 0.5, 0.95, 1.0)] == [1, 3, 4, 4]


def test_a_fresh_process_tells_its_seconds_lines_and_memory(tmp_path: Path) -> None:
    write_big_edition(tmp_path / "own", 200)
    built = apart(tmp_path / "own", tmp_path / "cache", ["阿司匹林肠溶片", "氯化钠注射液"])
    assert built.ready > 0
    assert len(built.lines) == 2
    assert built.memory > 10


def test_the_peer_takes_time_for_every_name() -> None:
    spent = peer(["样例片", "样例胶囊"], ["样例", "片"])
    assert len(spent) == 2
    assert all(one >= 0 for one in spent)


def test_every_candidate_counts_for_the_calibration() -> None:
    second = Candidate(an_entry("2"), 0.4, ())
    one = an_outcome(0.8, right=True)
    told = calibration(
        [Outcome(one.case, Match(automatic=False, candidates=(*one.match.candidates, second)), 0, sole=True)]
    )
    assert "over 2 candidates" in told[0]


def test_the_bench_measures_a_small_slice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plot = tmp_path / "match.svg"
    words = ["--lines", "20", "--big", "300", "--peer", "2", "--errors", "--plot", str(plot)]
    assert bench_match.run(words) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("held-out half", "wrong automatic", "threshold", "calibration", "rapidfuzz"))
    assert "index loaded" in told
    assert plot.read_text(encoding="utf-8").startswith("<svg")


def test_the_tuning_half_may_be_measured_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_match.run(["--tuning", "--lines", "40", "--errors"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("tuning half: ")
    assert "errors of the tuning half:" in told
    assert "held-out" not in told

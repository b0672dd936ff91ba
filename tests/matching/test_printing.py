from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import Printed
from tests.matching.labels import NAMES, Case, read_cases
from tests.matching.printing import drawn, print_statement, printable, read_again, worn

if TYPE_CHECKING:
    from pathlib import Path


def a_case(name: str, *, source: str = "医院写法", kind: str = "drug", unit: str = "盒") -> Case:
    return Case(Printed(name, unit=unit), frozenset({"outside"}), kind, name, source)


def chance(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable drawing, no secret


@pytest.mark.parametrize(("name", "alone"), [("氨溴索", False), ("一清颗粒（胶囊、片）", True), ("丹参注射液", True)])
def test_of_a_price_list_only_names_that_tell_the_form_are_printed(name: str, alone: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert printable(a_case(name, source="价格表")) is alone


def test_lines_are_drawn_once_each_and_the_same_for_a_seed() -> None:
    cases = read_cases(NAMES)
    first, again = drawn(cases, 50, chance()), drawn(cases, 50, chance())
    assert first == again
    assert len({case.printed.name for case in first}) == 50


def test_every_page_is_damaged_and_none_is_cut() -> None:
    wears = [worn(chance(seed), 200, 1) for seed in range(20)]
    assert all(wear.words for wear in wears)
    assert {wear.cut for wear in wears} == {0.0}


def test_the_heaviest_of_several_damages_is_heavier() -> None:
    light = sum(worn(chance(seed), 200, 1).blur for seed in range(20))
    assert sum(worn(chance(seed), 200, 8).blur for seed in range(20)) > light


def test_a_statement_charges_every_name_and_says_where_it_stands(tmp_path: Path) -> None:
    cases = [a_case("阿司匹林肠溶片"), a_case("静脉输液", kind="service", unit="组")]
    print_statement(cases, tmp_path / "page", chance())
    truths = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(tmp_path.glob("*.json"))]
    assert {item["name"] for truth in truths for item in truth["items"]} == {"阿司匹林肠溶片", "静脉输液"}
    assert all("0.name" in truth["boxes"] for truth in truths if truth["items"])


@pytest.mark.engine
def test_what_is_read_comes_back_with_the_label_of_the_line(tmp_path: Path) -> None:
    cases = [a_case("阿司匹林肠溶片"), a_case("注射用头孢曲松钠"), a_case("静脉输液", kind="service")]
    print_statement(cases, tmp_path / "page", chance(5))
    rows = list(read_again(tmp_path, {case.printed.name: case for case in cases}))
    assert len(rows) >= 2
    assert {row["truth"] for row in rows} <= {case.printed.name for case in cases}
    assert all(row["source"] == "识别" and row["printed"] for row in rows)

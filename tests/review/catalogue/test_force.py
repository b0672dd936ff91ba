"""Which editions count on a day: kinds, regions, dates, withdrawn and demo ones; gaps and overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review.catalogue.editions import CatalogueSet, Printed
from review.catalogue.entry import Edition, EditionStatus, EntryKind
from review.catalogue.force import gaps, in_use, nearest, overlaps
from review.catalogue.shelf import Shelf
from tests.review.catalogue.conftest import edition, product

SUMMER = date(2025, 6, 1)
DEMO: dict[str, Any] = {"status": EditionStatus.DEMO}


def dated(name: str, starts: int, ends: int | None, **fields: Any) -> Edition:
    until = date(ends, 12, 31) if ends else None
    return edition(name, effective_from=date(starts, 1, 1), effective_until=until, **fields)


def used(*editions: Edition, on: date = SUMMER) -> list[str]:
    return [found.id for found in in_use(editions, on)]


def test_one_edition_of_each_kind_and_region_is_used_the_nation_last() -> None:
    nation, province = edition("nation", "全国"), edition("province", "江西省")
    town, county = edition("town", "赣州市"), edition("county", "信丰县")
    services = edition("services", "江西省", kind=EntryKind.SERVICE)
    assert used(services, nation, province, town, county) == ["county", "town", "province", "nation", "services"]


@pytest.mark.parametrize(("year", "expected"), [(2023, "old"), (2024, "old"), (2025, "new"), (2030, "new")])
def test_the_edition_in_force_is_used_else_the_nearest(year: int, expected: str) -> None:
    assert used(dated("old", 2024, 2024), dated("new", 2025, 2025), on=date(year, 6, 1)) == [expected]


def test_an_edition_of_another_year_is_not_used_beside_one_in_force() -> None:
    nation, province = dated("nation", 2025, 2025, region="全国"), dated("province", 2026, None)
    assert used(nation, province) == ["nation"]
    assert used(nation, province, on=date(2026, 6, 1)) == ["province"]
    assert used(nation, province, on=date(2019, 6, 1)) == ["province", "nation"]


def test_of_two_in_force_the_later_is_used() -> None:
    assert used(dated("old", 2024, None), dated("new", 2025, None)) == ["new"]
    assert used(dated("new", 2025, None), dated("old", 2024, None)) == ["new"]


def test_both_days_of_an_edition_belong_to_it() -> None:
    editions = dated("old", 2024, 2024), dated("new", 2025, 2025)
    assert nearest(editions, date(2024, 12, 31)).id == "old"
    assert nearest(editions, date(2025, 1, 1)).id == "new"


def test_a_withdrawn_edition_is_not_used_but_found() -> None:
    gone = replace(edition("gone"), withdrawn="导入有误")
    entry = product("X1", "样例片", edition_id="gone", id="gone/X1")
    catalogue = CatalogueSet((Shelf(gone, (entry,)), Shelf(edition("kept"), ())))
    assert [found.id for found in catalogue.used(SUMMER)] == ["kept"]
    assert catalogue.match(Printed("样例片"), SUMMER).candidates == ()
    assert (catalogue.edition("gone"), catalogue.entry("gone/X1")) == (gone, entry)


def test_an_official_edition_hides_a_demo_one() -> None:
    demo, official = dated("demo", 2018, None, region="演示", **DEMO), dated("official", 2025, 2025)
    assert used(demo, official) == ["official"]
    assert used(demo, official, on=date(2026, 6, 1)) == ["official"]
    assert used(demo) == ["demo"]


def test_a_demo_edition_of_another_kind_stays() -> None:
    services = dated("services", 2018, None, region="演示", kind=EntryKind.SERVICE, **DEMO)
    assert used(services, edition("drugs")) == ["drugs", "services"]


def test_a_kind_with_nothing_in_force_is_a_gap() -> None:
    editions = dated("drugs", 2025, 2025), dated("services", 2018, None, kind=EntryKind.SERVICE)
    assert gaps(editions, SUMMER) == ()
    assert gaps(editions, date(2026, 1, 1)) == (EntryKind.DRUG,)
    assert gaps(editions, date(2017, 1, 1)) == (EntryKind.DRUG, EntryKind.SERVICE)


def test_a_kind_that_is_nowhere_is_no_gap_and_a_withdrawn_edition_fills_none() -> None:
    gone = replace(dated("gone", 2026, 2026), withdrawn="重复")
    assert gaps((), SUMMER) == ()
    assert gaps((dated("drugs", 2025, 2025), gone), date(2026, 6, 1)) == (EntryKind.DRUG,)


def test_two_of_one_kind_and_region_in_force_overlap() -> None:
    one, two, third = dated("one", 2024, None), dated("two", 2025, 2025), dated("third", 2026, None)
    assert overlaps((one, two, third), SUMMER) == ((one, two),)
    assert overlaps((one, two, third), date(2024, 6, 1)) == ()
    assert overlaps((one, two, third), date(2026, 6, 1)) == ((one, third),)


@pytest.mark.parametrize("other", [{"region": "赣州市"}, {"kind": EntryKind.SERVICE}, DEMO, {"withdrawn": "重复"}])
def test_other_regions_kinds_and_standings_do_not_overlap(other: dict[str, Any]) -> None:
    assert overlaps((edition("one"), edition("two", **other)), SUMMER) == ()


def test_the_catalogue_tells_gaps_and_overlaps() -> None:
    editions = dated("one", 2025, None), dated("two", 2025, 2025)
    catalogue = CatalogueSet(Shelf(found, ()) for found in editions)
    assert catalogue.gaps(date(2020, 1, 1)) == (EntryKind.DRUG,)
    assert catalogue.overlaps(SUMMER) == (editions,)


def test_the_same_article_is_found_in_another_edition_by_code_else_by_all_it_says() -> None:
    before = product("X1", "样例片", spec="10mg", maker="甲厂", edition_id="old", id="old/X1")
    after = product("X1", "样例片（新名）", spec="10mg", maker="甲厂")
    catalogue = CatalogueSet((Shelf(edition(), (after, product("X2", "样例片", spec="10mg", maker="甲厂"))),))
    assert catalogue.counterparts(before, SUMMER) == (after,)
    unknown = replace(before, code="X9")
    assert [found.code for found in catalogue.counterparts(unknown, SUMMER)] == ["X2"]
    assert catalogue.counterparts(replace(unknown, spec="20mg"), SUMMER) == ()


def test_an_entry_of_the_list_has_its_counterpart_of_the_same_form_only(shipped: CatalogueSet) -> None:
    entry = shipped.match(Printed("阿莫西林胶囊"), SUMMER).entry
    assert entry is not None
    assert shipped.counterparts(replace(entry, edition_id="older"), SUMMER) == (entry,)

"""Search for the clerk: part of a name, initials, number, code, trade name; quick over many products."""

from __future__ import annotations

from datetime import date

import pytest

from review.catalogue.editions import CatalogueSet
from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.shelf import Shelf
from tests.matching.big import big_entries
from tests.review.catalogue.conftest import beside_the_list, edition, product

DAY = date(2025, 3, 1)
CODE = "XJ01CAA040E001010100001"
CAPSULE = product(CODE, "阿莫西林胶囊", spec="0.25g*24粒", brand="阿莫仙", listed_name="阿莫西林")


def found(catalogue: CatalogueSet, text: str, limit: int = 10) -> tuple[Candidate, ...]:
    return catalogue.search(text, DAY, limit)


@pytest.mark.parametrize("text", [CODE, CODE.lower(), "阿莫仙", "阿莫西林胶囊"])
def test_a_product_is_found_by_code_trade_name_and_name(text: str) -> None:
    assert CAPSULE in [candidate.entry for candidate in found(beside_the_list(CAPSULE), text)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("阿莫西林胶囊", "名称相同"), ("莫西林胶", "名称含“莫西林胶”"), ("AMXLJN", "拼音首字母"), ("阿莫仙", "商品名")],
)
def test_each_find_says_how(text: str, reason: str) -> None:
    catalogue = CatalogueSet((Shelf(edition(), (CAPSULE,)),))
    assert found(catalogue, text)[0].reasons[0].startswith(reason)


def test_equal_comes_before_beginning_and_beginning_before_containing() -> None:
    names = ("复方样例片", "样例片", "样例片剂", "无关散")
    catalogue = CatalogueSet((Shelf(edition(), tuple(product(f"X{n}", name) for n, name in enumerate(names))),))
    first = [candidate.entry.name for candidate in found(catalogue, "样例片")]
    assert first[:3] == ["样例片", "样例片剂", "复方样例片"]


def test_initials_find_only_what_begins_with_them(shipped: CatalogueSet) -> None:
    names = {candidate.entry.name for candidate in found(shipped, "tbqs", 20)}
    assert "头孢曲松" in names
    assert all(name.startswith("头") or "曲" in name for name in names if name.startswith("头孢"))


def test_one_kind_may_be_searched_alone(shipped: CatalogueSet) -> None:
    for kind in EntryKind:
        hits = shipped.search("输", DAY, 20, kind)
        assert {candidate.entry.kind for candidate in hits} <= {kind}
    assert {c.entry.kind for c in shipped.search("输液", DAY, 20, EntryKind.SERVICE)} == {EntryKind.SERVICE}


@pytest.mark.parametrize("text", ["", "   ", "△▲", "（）"])
def test_nothing_typed_finds_nothing(shipped: CatalogueSet, text: str) -> None:
    assert found(shipped, text) == ()


@pytest.mark.parametrize("text", ["%", "_", "\\", "'; drop table", "a" * 300, "注" * 300, "\x00", "𠮷野家"])
def test_hostile_words_are_only_words(shipped: CatalogueSet, text: str) -> None:
    assert len(found(shipped, text)) <= 10


def test_no_entry_is_shown_twice_and_the_limit_holds(shipped: CatalogueSet) -> None:
    ids = [candidate.entry.id for candidate in found(shipped, "注射", 15)]
    assert len(ids) == len(set(ids)) == 15


def test_among_many_products_each_name_is_shown_once() -> None:
    catalogue = CatalogueSet((Shelf(edition("big-2025"), tuple(big_entries(40_000))),))
    names = [candidate.entry.name for candidate in found(catalogue, "阿莫西林", 10)]
    assert len(names) == len(set(names)) == 10
    assert all("阿莫西林" in name for name in names)

"""Drug-code editions beside the national list: codes, trade names, strengths, and editions that disagree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from review.catalogue.editions import CatalogueSet, Printed
from review.catalogue.entry import Match, PaymentClass
from review.catalogue.shelf import Shelf
from tests.review.catalogue.conftest import beside_the_list, edition, product

DAY = date(2025, 3, 1)
CODE, OTHER = "XJ01CAA040E001010100001", "XJ01CAA040E001020200002"
CAPSULE = product(CODE, "阿莫西林胶囊", "A", spec="0.25g*24粒", brand="阿莫仙", maker="甲厂", listed_name="阿莫西林")
STRONGER = product(OTHER, "阿莫西林胶囊", "A", spec="0.5g*24粒", maker="乙厂", listed_name="阿莫西林")


def matched(catalogue: CatalogueSet, name: str, code: str = "", spec: str = "") -> Match:
    return catalogue.match(Printed(name, spec=spec, code=code), DAY)


def reasons(match: Match) -> str:
    return "；".join(reason for candidate in match.candidates for reason in candidate.reasons)


@pytest.mark.parametrize("name", ["阿莫西林胶囊", "阿莫仙", "阿莫西林胶囊(阿莫仙)", "阿莫西林", "", "阿莫西林胶襄"])
def test_a_printed_code_leads_to_its_product_whatever_spelling_the_name_has(name: str) -> None:
    match = matched(beside_the_list(CAPSULE, STRONGER), name, code=CODE)
    assert match.entry == CAPSULE
    assert f"编码{CODE}与目录一致" in match.candidates[0].reasons


@pytest.mark.parametrize("name", ["头孢呋辛钠", "注射用头孢曲松钠", "静脉输液", "硝苯地平控释片", "氯化钾注射液"])
def test_a_name_that_is_another_articles_forbids_taking_the_code(name: str) -> None:
    match = matched(beside_the_list(CAPSULE), name, code=CODE)
    assert match.entry is None
    assert "与票面名称不符" in reasons(match)
    assert CAPSULE in [candidate.entry for candidate in match.candidates]


def test_names_one_character_apart_are_told_apart_though_they_are_alike() -> None:
    potassium = product(CODE, "氯化钾注射液")
    match = matched(beside_the_list(potassium), "氯化钠注射液", code=CODE)
    assert match.entry is None


def test_an_unknown_code_leaves_the_name_to_decide() -> None:
    match = matched(beside_the_list(CAPSULE), "硝苯地平控释片", code="XC08CAX001A012010100009")
    assert match.entry is not None
    assert match.entry.dosage_form == "缓释控释剂型"


def test_a_product_of_another_class_than_the_list_waits_and_says_which() -> None:
    match = matched(beside_the_list(product(CODE, "阿莫西林胶囊", "B")), "阿莫西林胶囊", code=CODE)
    assert match.entry is None
    assert "类别或限定范围与编码所指不一致" in reasons(match)


def test_editions_that_disagree_wait_without_a_code_too() -> None:
    match = matched(beside_the_list(product(CODE, "阿莫西林胶囊", "B")), "阿莫西林胶囊")
    assert match.entry is None
    assert "各目录的类别或限定支付范围不一致" in reasons(match)


def test_a_limit_that_only_one_edition_prints_is_a_disagreement() -> None:
    limited = product(CODE, "阿莫西林胶囊", "A", remark="限儿童")
    assert matched(beside_the_list(limited), "阿莫西林胶囊").entry is None


def test_a_limit_printed_with_other_marks_is_none() -> None:
    one, two = (
        product(CODE, "样例素胶囊", remark="限儿童。"),
        product(OTHER, "样例素胶囊", remark="限儿童", edition_id="two"),
    )
    shelves = (Shelf(edition(), (one,)), Shelf(edition("two", region="样例市"), (two,)))
    assert matched(CatalogueSet(shelves), "样例素胶囊").automatic


def test_editions_that_agree_give_the_lists_entry_where_no_product_is_told() -> None:
    entry = matched(beside_the_list(CAPSULE, STRONGER), "阿莫西林胶囊").entry
    assert entry is not None
    assert (entry.edition_id, entry.payment_class) == ("nrdl-2024", PaymentClass.A)


@pytest.mark.parametrize(
    ("name", "spec", "found"),
    [
        ("阿莫西林胶囊", "0.5g*24粒", STRONGER),
        ("阿莫西林胶囊", "500mg×24粒/盒", STRONGER),
        ("阿莫西林胶囊", "250mg", CAPSULE),
        ("阿莫西林胶囊(阿莫仙)", "", CAPSULE),
        ("阿莫仙", "", CAPSULE),
        ("阿莫仙胶囊", "", CAPSULE),
    ],
)
def test_trade_name_and_strength_tell_the_product(name: str, spec: str, found: object) -> None:
    assert matched(beside_the_list(CAPSULE, STRONGER), name, spec=spec).entry == found


@pytest.mark.parametrize("name", ["阿莫仙颗粒", "阿莫仙注射液"])
def test_a_trade_name_with_another_form_waits(name: str) -> None:
    match = matched(beside_the_list(CAPSULE), name)
    assert match.entry is None
    assert "但剂型不同" in reasons(match)


def test_a_trade_name_of_two_articles_waits() -> None:
    shared = product(OTHER, "头孢拉定胶囊", "B", brand="阿莫仙")
    assert matched(beside_the_list(CAPSULE, shared), "阿莫仙").entry is None


def test_price_limits_of_products_differ_by_strength_and_only_the_strength_tells() -> None:
    small = product(CODE, "样例素片", spec="10mg", price_limit=Decimal("1.00"))
    large = product(OTHER, "样例素片", spec="20mg", price_limit=Decimal("2.00"))
    catalogue = CatalogueSet((Shelf(edition(), (small, large)),))
    assert matched(catalogue, "样例素片").entry is None
    assert matched(catalogue, "样例素片", spec="20mg*7片").entry == large


def test_many_products_of_one_name_are_one_candidate() -> None:
    many = tuple(product(f"XA01AAA001A0010101{n:05d}", "样例素片", spec=f"{n}mg", maker=str(n)) for n in range(300))
    match = matched(CatalogueSet((Shelf(edition(), many),)), "样例素")
    assert [candidate.entry.name for candidate in match.candidates] == ["样例素片"]


def test_a_code_is_known_to_those_who_ask_for_it() -> None:
    catalogue = beside_the_list(CAPSULE)
    assert catalogue.coded(CODE, DAY) == (CAPSULE,)
    assert catalogue.coded(f" {CODE.lower()} ", DAY) == (CAPSULE,)
    assert catalogue.coded(OTHER, DAY) == ()
    assert catalogue.coded("610", DAY) == ()


def test_a_group_of_the_list_is_found_by_what_its_notes_include(shipped: CatalogueSet) -> None:
    for name in ("复方锌布颗粒剂", "复方锌布颗粒", "氨酚伪麻美芬片(Ⅱ)", "酚麻美敏片"):
        entry = shipped.match(Printed(name), DAY).entry
        assert entry is not None
        assert entry.name == "缓解感冒症状的复方OTC制剂"
    assert shipped.match(Printed("复方锌布胶囊"), DAY).entry is None

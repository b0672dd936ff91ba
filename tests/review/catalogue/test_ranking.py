"""Candidates: what names are like, how they are weighed, and that they come best first with their reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.catalogue.entry import Printed
from review.catalogue.index import Index, grams
from review.catalogue.nearness import near
from review.catalogue.weights import Weights, weights
from review.catalogue.wording import worded
from review.catalogue.words import folded, simplified
from tests.review.catalogue.conftest import product, shipped_editions

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet

DAY = date(2025, 3, 1)


def ranked(shipped: CatalogueSet, name: str, spec: str = "", unit: str = "", *others: str) -> list[str]:
    found = shipped.match(Printed(name, spec=spec, unit=unit, others=others), DAY).candidates
    return [candidate.entry.name for candidate in found]


@pytest.mark.parametrize(
    ("read", "listed"),
    [
        ("阿莫面林胶囊", "阿莫西林"),
        ("注射用头抱曲松钠", "头孢曲松"),
        ("硝苯地干控释片", "硝苯地平、硝苯地平Ⅰ、硝苯地平Ⅱ、硝苯地平Ⅲ、硝苯地平Ⅳ"),
        ("连花清瘟胶襄", "连花清瘟片(胶囊、颗粒)"),
        ("阿来替尼", "盐酸阿来替尼胶囊"),
        ("雷珠单抗", "雷珠单抗注射液"),
        ("立普妥(阿托伐他汀钙片)", "阿托伐他汀"),
        ("立普妥 阿托伐他汀钙片 20mg*7片", "阿托伐他汀"),
        ("速尿针", "呋塞米"),
        ("5%GS", "葡萄糖"),
        ("维C片", "维生素C"),
        ("鹽酸二甲雙胍片", "二甲双胍"),
        ("注射用血栓通", "注射用血栓通(冻干)"),
    ],
)
def test_the_right_drug_comes_first_however_it_is_written(shipped: CatalogueSet, read: str, listed: str) -> None:
    assert ranked(shipped, read)[0] == listed


@pytest.mark.parametrize(
    ("read", "unit", "listed"),
    [
        ("换药(小)", "次", "小换药"),
        ("口腔护理", "次", "一般专项护理(口腔护理)"),
        ("腹部B超", "次", "B超常规检查(腹部)"),
        ("十二通道常规心电图检查", "次", "常规心电图检查(十二通道)"),
        ("碱性磷酸酶测定(ALP)", "项", "血清碱性磷酸酶测定"),
        ("血清钾(K+)", "项", "钾测定"),
        ("谷丙转氨酶(ALT)", "项", "血清丙氨酸氨基转移酶测定"),
        ("空腹血糖(GLU)", "项", "葡萄糖测定"),
        ("造瘘护理", "次", "造瘘(口)护理"),
        ("肌内注射", "次", "肌肉注射"),
        ("血沉速率(ESR)", "项", "红细胞沉降率测定(ESR)"),
        ("ESR", "项", "红细胞沉降率测定(ESR)"),
        ("甲胎蛋白(AFP)(化学发光法)", "项", "甲胎蛋白测定(AFP)(化学发光法)"),
    ],
)
def test_the_right_service_comes_first_however_it_is_written(
    shipped: CatalogueSet, read: str, unit: str, listed: str
) -> None:
    assert ranked(shipped, read, "", unit)[0] == listed


@pytest.mark.parametrize(("herb", "listed"), [("黄芩", "黄芩片"), ("生地", "地黄"), ("甘草", "甘草片")])
def test_a_herb_by_the_gram_is_led_to_its_piece(shipped: CatalogueSet, herb: str, listed: str) -> None:
    assert listed in ranked(shipped, herb, "", "g")[:2]


def test_another_reading_of_the_recogniser_counts_though_it_is_not_sure(shipped: CatalogueSet) -> None:
    assert ranked(shipped, "独岛素注射准", "10ml:400单位", "支", "胰岛素注射液")[0] == "胰岛素"


def test_scores_are_shares_best_first_and_at_most_eight(shipped: CatalogueSet) -> None:
    for name in ("头孢", "注射用头孢曲松他唑巴坦", "复方", "测定", "阿莫西林"):
        scores = [candidate.score for candidate in shipped.match(Printed(name), DAY).candidates]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 8
        assert all(0.0 <= score <= 1.0 for score in scores)


def test_what_agrees_scores_above_what_is_alike(shipped: CatalogueSet) -> None:
    sure = shipped.match(Printed("阿莫西林胶囊"), DAY).candidates[0].score
    alike = shipped.match(Printed("阿莫面林胶囊"), DAY).candidates[0].score
    assert sure > 0.98 > alike


def test_reasons_against_are_told_apart(shipped: CatalogueSet) -> None:
    first = shipped.match(Printed("注射用紫杉醇"), DAY).candidates[0]
    assert first.against
    assert set(first.against) < set(first.reasons)
    assert shipped.match(Printed("阿莫西林胶囊"), DAY).candidates[0].against == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=20), st.text(max_size=5))
def test_any_words_on_paper_give_an_answer(name: str, spec: str, unit: str) -> None:
    match = shipped_editions().match(Printed(name, spec=spec, unit=unit), DAY)
    assert len(match.candidates) <= 8


@pytest.mark.parametrize("name", ["一", "钠", "片", "注" * 300, "(((", "）（", "0.9%", "10mg", "Ⅱ", "★"])
def test_a_name_of_one_character_or_of_hundreds_is_never_taken(shipped: CatalogueSet, name: str) -> None:
    assert shipped.match(Printed(name), DAY).entry is None


def test_near_names_share_characters_and_the_nearest_is_among_them() -> None:
    names = ("阿莫西林胶囊", "阿莫西林颗粒", "头孢克洛胶囊", "硝苯地平片")
    index = Index(tuple(product(f"X{n}", name) for n, name in enumerate(names)))
    places = near(index, ("阿莫西林胶襄",), 2)
    assert "阿莫西林胶囊" in {index.names.keys[place] for place in places}
    assert near(index, ("天麻",), 2) == set()


def test_grams_are_characters_and_pairs() -> None:
    assert list(grams("氯化钠")) == ["氯", "化", "钠", "氯化", "化钠"]
    assert list(grams("")) == []


def test_look_alikes_fold_into_one_and_others_stay() -> None:
    assert folded("氢化纳") == folded("氯化钠")
    assert folded("氯化钠") != folded("氯化钾")
    assert simplified("鹽酸藥") == "盐酸药"
    assert simplified("氯化钠") == "氯化钠"


def test_texts_to_look_for_begin_with_the_name_and_its_stem() -> None:
    texts = worded(Printed("盐酸氨溴索注射液")).texts
    assert texts[:2] == (folded("盐酸氨溴索注射液"), folded("氨溴索"))


def test_the_calibration_rises_and_holds_at_its_ends() -> None:
    known = weights()
    assert list(known.raw) == sorted(set(known.raw))
    assert list(known.score) == sorted(known.score)
    assert known.share(-1.0) == known.score[0]
    assert known.share(2.0) == known.score[-1]


def test_between_two_points_the_share_lies_on_their_line() -> None:
    known = Weights({}, {}, (0.0, 0.5, 1.0), (0.0, 0.2, 0.8))
    assert known.share(0.25) == pytest.approx(0.1)
    assert known.share(0.75) == pytest.approx(0.5)

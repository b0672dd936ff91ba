"""What was taken for granted is said, and what is sound is not."""

from __future__ import annotations

from typing import Any

import pytest

from review.packs.pack_model import Pack
from tests.review.policy.worlds import a_line, figure, settled, tree_of, warned, world

BY_DISEASE = [{"when": {"diseases": ["高血压"], "age": {"from": 60}}, "value": "0.90"}, {"value": "0.50"}]
BY_PACKAGE = [{"when": {"packages": ["阑尾炎"]}, "value": "0.90"}, {"value": "0.50"}]


def test_a_sound_case_with_a_confirmed_pack_warns_of_nothing() -> None:
    assert settled(world(), 100, total="100").warnings == ()


@pytest.mark.parametrize(
    ("ratio", "stated", "words"),
    [
        (BY_DISEASE, {"care": {"disease": "高血糖"}}, "病种“高血糖”不在政策包的规定中"),
        (BY_DISEASE, {}, "没有写明病种，按一般规定计算"),
        (BY_DISEASE, {"insured": {"age": None}}, "年龄不详"),
        (BY_PACKAGE, {"care": {"package": "阑尾"}}, "病种付费类别“阑尾”不在政策包的规定中"),
    ],
)
def test_words_the_pack_does_not_know_or_asks_for_are_pointed_out(ratio: Any, stated: Any, words: str) -> None:
    pack = world(basic={"ratio": ratio})
    assert warned(settled(pack, 100, **stated), words)
    known = {"insured": {"age": 61}, "care": {"disease": "高血压"}} if "病种付费" not in words else {}
    assert not warned(settled(pack, 100, **known), words)


def test_a_pack_without_such_rows_asks_for_nothing() -> None:
    done = settled(world(), 100, care={"disease": "高血糖", "package": "阑尾"}, insured={"age": None})
    assert done.warnings == ()


@pytest.mark.parametrize(("total", "said"), [("100", False), ("99.99", True), ("100.01", True)])
def test_lines_that_do_not_add_up_to_the_stated_total_are_flagged(total: str, *, said: bool) -> None:
    done = settled(world(), 60, 40, total=total)
    assert warned(done, f"案例写明合计 {total} 元，明细相加是 100.00 元") is said
    assert done.total == 100


@pytest.mark.parametrize("part", ["deductible", "points"])
def test_assumed_figures_are_named_wherever_they_were_used(part: str) -> None:
    tree = tree_of(basic={"points": {"retired": "0.03"}})
    terms = tree["basic"]["inpatient"]["resident"]
    if part == "points":
        terms["points"]["retired"] = figure("0.03", "退休加成", "assumed")
    else:
        terms["deductible"] = figure("100", "退休加成", "assumed")
    assert warned(settled(Pack.model_validate(tree), 500), "参数“退休加成")


@pytest.mark.parametrize("day", ["1999-12-31", "2100-01-01"])
def test_care_outside_the_reviewed_days_is_pointed_out(day: str) -> None:
    done = settled(world(), 100, care={"admitted": day, "discharged": day})
    assert warned(done, f"就诊日期 {day} 不在")


@pytest.mark.parametrize(
    ("deductible", "words"), [("300", "没有多次住院的起付线规定"), (["300", "200"], "若属分解住院")]
)
def test_a_later_stay_says_what_it_was_settled_by(deductible: Any, words: str) -> None:
    pack = world(basic={"deductible": deductible})
    assert warned(settled(pack, 500, year={"stays": 1}), words)
    assert settled(pack, 500).warnings == ()


def test_a_later_stay_without_any_deductible_is_nothing_to_mention() -> None:
    assert settled(world(), 500, year={"stays": 3}).warnings == ()


def test_a_refund_greater_than_its_charge_is_pointed_out() -> None:
    assert warned(settled(world(), 100, a_line(-150)), "退费大于收费")
    assert warned(settled(world(), 100, a_line(-50, "C")), "有退费行大于对应的收费行")

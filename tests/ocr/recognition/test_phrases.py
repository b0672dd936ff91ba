"""Known phrases are spotted by their shapes, and each label is given to the word that it fits best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.categories import CATEGORIES
from ocr.extraction.wordings import RECEIPT
from ocr.recognition.inking import printed
from ocr.recognition.phrases import Phrase, Spotted, labelled, phrases, spots, units, usual_values
from ocr.recognition.typeface import Typeface
from tests.ocr.recognition.soft_print import EM, SOFT, box_of, soft_view

if TYPE_CHECKING:
    from ocr.recognition.typeface import Ink

SCALE = 3.0
FACE = Typeface(EM * SCALE, SOFT * SCALE)


def ink_of(text: str) -> Ink:
    line = (60, 80, text)
    return printed(soft_view([line]), EM, SCALE).around(box_of(line))


def best_of(text: str) -> str:
    return max(spots(ink_of(text), FACE, phrases()), key=lambda one: one.weight).phrase.text


@pytest.mark.parametrize("text", ["卫生材料费", "西药费", "治疗费", "中成药费", "数量/单位", "金额（元）", "项目名称"])
def test_a_phrase_that_stands_alone_is_spotted(text: str) -> None:
    assert best_of(text) == text


@pytest.mark.parametrize("label", ["医保统筹基金支付：", "个人账户支付：", "个人自费：", "票据号码："])
def test_a_label_is_spotted_before_whatever_follows_it(label: str) -> None:
    assert best_of(f"{label}1009.10") == label


def test_a_phrase_is_not_spotted_in_ink_that_is_too_short_for_it() -> None:
    assert not spots(ink_of("性别"), FACE, [Phrase("医保统筹基金支付：", "money"), Phrase("卫生材料费")])


def test_every_label_is_one_that_extraction_knows() -> None:
    unknown = [
        p.text
        for p in phrases()
        if p.form and not RECEIPT.find(p.text.replace("：", ":").translate({65288: "(", 65289: ")"}))
    ]
    assert unknown == []


def test_every_fee_category_is_one_that_extraction_knows() -> None:
    fees = [p.text for p in phrases() if not p.form and p.text.endswith("费")]
    assert set(fees) <= set(CATEGORIES)


def test_usual_values_and_units_are_known() -> None:
    assert Phrase("男") in usual_values("性别：")
    assert usual_values("交款人：") == ()
    assert {"次", "支", "盒"} <= set(units())


def found(**weights: float) -> dict[str, Spotted]:
    """Labels with about the weights given."""
    return {text: Spotted(Phrase(text, "money"), 0.9, 0, weight) for text, weight in weights.items()}


def test_no_label_is_given_twice() -> None:
    assert labelled([found(a=3.0), found(a=5.0)]) == ["", "a"]


def test_labels_go_where_all_together_fit_best() -> None:
    assert labelled([found(a=5.0, b=4.8), found(a=4.5, b=1.0)]) == ["b", "a"]


def test_words_without_labels_get_none() -> None:
    assert labelled([{}, found(a=1.0), {}]) == ["", "a", ""]
    assert labelled([]) == []

"""Labels, headings and usual values of a page in soft print are known again, and nothing else is touched."""

from __future__ import annotations

import pytest

from ocr.extraction.phrases import known_phrases


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("个人贴户支付：0.00", "个人账户支付：0.00"),
        ("医保统零参金支付：0.00", "医保统筹基金支付：0.00"),
        ("个人现产责付6209.19", "个人现金支付：6209.19"),
        ("票别号码:0679514977", "票据号码：0679514977"),
        ("个人治患：", "个人治患："),
        ("医保类型：就院幕奉医疗保院", "医保类型：就院幕奉医疗保院"),
        ("医保类型：城乡居民基木医疗保院", "医保类型：城乡居民基本医疗保险"),
        ("零自名称", "项目名称"),
        ("西时费", "西药费"),
    ],
)
def test_a_phrase_that_was_nearly_read_is_put_right(read: str, printed: str) -> None:
    assert known_phrases([read]) == (printed,)


@pytest.mark.parametrize("text", ["", "6015.02", "28/支", "注射用胸腺法新1.6mg", "2024-07-24", "附属医院", "：", "张"])
def test_what_is_like_no_phrase_stays(text: str) -> None:
    assert known_phrases([text]) == (text,)


def test_no_label_is_taken_twice_and_the_likeliest_has_it() -> None:
    assert known_phrases(["个人自位：1.00", "个人自付：2.00"]) == ("个人自费：1.00", "个人自付：2.00")


def test_what_two_labels_fit_alike_is_told_by_the_one_that_is_left() -> None:
    assert known_phrases(["个人治患：9.00", "个人自付：2.00"]) == ("个人自费：9.00", "个人自付：2.00")


def test_headings_may_stand_over_several_groups_of_columns() -> None:
    assert known_phrases(["项自名称", "金额（无）", "项目各称"]) == ("项目名称", "金额（元）", "项目名称")


def test_figures_are_never_changed() -> None:
    assert known_phrases(["其他姜付：0.07", "1.07"]) == ("其他支付：0.07", "1.07")

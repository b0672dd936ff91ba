"""Words of rules: what texts mean by the lists, what a rule says, what a new table changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from review.rules.book import RuleBook, merged, shipped_book
from review.rules.comparing import against
from review.rules.rule import Rule, RuleKind
from review.rules.saying import contained, said
from review.rules.tables import read_rules
from review.rules.words import holds, meant, plain, words
from tests.rule_tables import plain_table

if TYPE_CHECKING:
    from pathlib import Path


def a_rule_of(kind: RuleKind, name: str = "") -> Rule:
    return next(rule for rule in shipped_book().rules if rule.kind is kind and name in rule.name)


@pytest.mark.parametrize(
    ("section", "text", "sense"),
    [
        ("kinds", "限定性别对象", "sex"),
        ("kinds", "“医疗服务项目周期超频次”规则对应知识点明细", "period"),
        ("kinds", "【第八批-1】项目规则库（限定频次）", "frequency"),
        ("kinds", "手术项目未按规定折价收费", "secondary"),
        ("spans", "同一小时", "hours"),
        ("spans", "单次就诊", "visit"),
        ("places", "限急诊或住院患者", "住院"),
        ("subjects", "医疗服务项目", "service"),
    ],
)
def test_texts_mean_what_the_lists_say(section: str, text: str, sense: str) -> None:
    assert meant(section, text)[0] == sense


def test_the_longest_word_is_meant() -> None:
    assert meant("kinds", "周期超频次")[0] == "period"
    assert meant("kinds", "") == ()


def test_words_are_compared_without_blanks_and_brackets() -> None:
    assert plain("药品 名称（通用名）\n") == "药品名称"


def test_every_kind_has_words_and_a_saying() -> None:
    assert set(words("kinds")) == set(RuleKind)
    assert all(said(rule) for rule in shipped_book().rules)


def test_a_list_without_that_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        words("nobody")


def test_remarks_soften_only_what_they_speak_of() -> None:
    assert holds("softened", "首次处方时需由二级及以上医疗机构专科医师开具处方。", "level")
    assert not holds("softened", "限二级及以上医疗机构。", "level")
    assert holds("one_stay", "单次住院最多支付14天。")


@pytest.mark.parametrize(
    ("kind", "name", "words_of_it"),
    [
        (RuleKind.SEX, "阿帕他胺片", "限男性使用"),
        (RuleKind.AGE, "儿童清肺口服液", "限儿童使用"),
        (RuleKind.SCHEME, "氢醌乳膏", "限工伤保险支付"),
        (RuleKind.PLACE, "安宫牛黄丸", "限住院、急诊使用"),
        (RuleKind.LEVEL, "艾迪注射液", "限二级及以上医疗机构使用"),
        (RuleKind.COURSE, "丁苯酞软胶囊", "限支付20天"),
        (RuleKind.FREQUENCY, "Ⅰ级护理", "每日限1次"),
        (RuleKind.PERIOD, "糖化血红蛋白测定", "每15天限1次"),
        (RuleKind.DUPLICATE, "急诊监护费", "已包含“急诊诊查费”，同日不得另收"),
    ],
)
def test_a_rule_is_said_in_a_few_words(kind: RuleKind, name: str, words_of_it: str) -> None:
    assert said(a_rule_of(kind, name)) == words_of_it


def test_the_contained_line_is_told_what_contains_it() -> None:
    assert contained(a_rule_of(RuleKind.DUPLICATE, "急诊监护费")) == "“急诊监护费”已包含本项，同日不得另收"


def test_a_table_that_says_the_same_changes_nothing(tmp_path: Path) -> None:
    path = plain_table(tmp_path / "甲.xlsx", ["艾附暖宫丸", "", "限定性别对象", "女"])
    assert against(shipped_book(), read_rules(path)) == ()


def test_a_table_at_odds_with_a_rule_in_force_is_told_with_its_row(tmp_path: Path) -> None:
    rows = (["样例片", "", "限定性别对象", "女"], ["丁苯酞软胶囊", "", "限定支付疗程", "14天"])
    (fault,) = against(shipped_book(), read_rules(plain_table(tmp_path / "甲.xlsx", *rows)))
    assert (fault.row, fault.found, fault.left_out, fault.stops) == (3, "丁苯酞软胶囊", False, False)
    assert "现行限支付20天，本表限支付14天" in fault.said


def test_what_was_taken_over_is_not_at_odds_with_itself(tmp_path: Path) -> None:
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", ["丁苯酞软胶囊", "", "限定支付疗程", "14天"]))
    book = merged(shipped_book(), [(proposal.batch, proposal.rules)])
    assert against(book, proposal) == ()
    assert against(RuleBook(), proposal) == ()


def test_other_pairs_are_no_contradiction(tmp_path: Path) -> None:
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", ["样例片", "", "限定性别对象", "女"]))
    pair = replace(a_rule_of(RuleKind.DUPLICATE), batch="own", other_name="样例项目")
    assert against(shipped_book(), replace(proposal, rules=(pair,))) == ()

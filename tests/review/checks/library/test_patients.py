"""The rule library on who is treated: sex, age, insurance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from stdnum.cn import ric

from review.checks.finding import Finding, Severity
from review.checks.library.age import age
from review.checks.library.pregnancy import pregnancy
from review.checks.library.scheme import scheme
from review.checks.library.sex import sex
from review.claim.claim import CareKind
from review.claim.paper import LineVerdict, Standing
from review.rules.book import rule_book, shipped_book
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from tests.builders import a_line, an_insured

Found = Callable[..., list[Finding]]


def a_woman() -> str:
    """The citizen number of a woman of the district that is none."""
    head = "36079919400101002"
    return head + str(ric.calc_check_digit(f"{head}0"))


def test_an_article_for_women_charged_to_a_man_wants_a_decision(found: Found) -> None:
    (finding,) = found(sex, a_line("艾附暖宫丸"))
    assert (finding.code, finding.severity) == ("rule-sex", Severity.DECISION)
    assert "限女性使用，患者为男性" in finding.message
    assert "【第一批】" in finding.basis
    assert finding.values["rule"].startswith("1-drug-sex/")
    assert finding.place is not None


def test_what_the_patient_may_have_is_silent(found: Found) -> None:
    assert found(sex, a_line("阿帕他胺片"), a_line("氯化钠注射液")) == []


@pytest.mark.parametrize("number", ["", "360799198501010012", "abc"])
def test_without_a_citizen_number_that_holds_sex_is_silent(found: Found, number: str) -> None:
    assert found(sex, a_line("艾附暖宫丸"), insured=an_insured(id_number=number)) == []


def test_a_code_tells_the_article_where_the_name_does_not(found: Found) -> None:
    (finding,) = found(sex, a_line("暖宫丸（样例牌）", code="ZD03AAA0043010100166"))
    assert "限女性" in finding.message


def test_a_service_code_read_wrong_does_not_make_a_woman_of_a_man(found: Found) -> None:
    assert found(sex, a_line("心电监测", code="002101030300000")) == []
    assert len(found(sex, a_line("子宫造影(数字)", code="002101030300000"))) == 1


def test_names_and_codes_in_doubt_wait(found: Found) -> None:
    assert found(sex, a_line("艾附暖宫丸", standing=Standing.DOUBTFUL)) == []


def test_what_was_charged_and_given_back_is_silent(found: Found) -> None:
    charged = a_line("艾附暖宫丸", quantity="2", amount="40.00")
    back = a_line("艾附暖宫丸", quantity="-2", amount="-40.00")
    assert found(sex, charged, back) == []
    assert len(found(sex, charged)) == 1


def test_what_the_fund_does_not_pay_is_silent(found: Found) -> None:
    assert found(sex, a_line("艾附暖宫丸", entry_id="outside")) == []


def test_a_line_taken_out_keeps_its_finding(found: Found) -> None:
    assert len(found(sex, a_line("艾附暖宫丸", verdict=LineVerdict.EXCLUDE))) == 1


@pytest.mark.parametrize(("years", "hits"), [(0, 0), (5, 0), (17, 0), (18, 1), (40, 1)])
def test_an_article_for_children_asks_from_eighteen_on(found: Found, years: int, hits: int) -> None:
    assert len(found(age, a_line("儿童清肺口服液"), patient_age=years)) == hits


@pytest.mark.parametrize(("name", "border", "beyond"), [("新生儿护理", 0, 1), ("婴幼儿健康体检", 3, 4)])
def test_infants_on_the_border_are_silent(found: Found, name: str, border: int, beyond: int) -> None:
    lines = {"新生儿护理": "新生儿行为测定"}.get(name, name)
    assert found(age, a_line(lines), patient_age=border) == []
    (finding,) = found(age, a_line(lines), patient_age=beyond)
    assert (finding.code, finding.severity) == ("rule-age", Severity.DECISION)


def test_the_age_a_word_stands_for_is_told_with_its_source(found: Found) -> None:
    (finding,) = found(age, a_line("儿童清肺口服液"), patient_age=40)
    assert "限儿童使用，患者40岁" in finding.message
    assert "（2025-05-23公布）第2行" in finding.basis
    assert "未成年人保护法" in finding.basis


def test_without_age_nothing_is_said(found: Found) -> None:
    assert found(age, a_line("儿童清肺口服液"), patient_age=None) == []


@pytest.mark.parametrize("care", [{"kind": CareKind.MATERNITY}, {"diagnoses": ("孕39周顺产",)}])
def test_a_newborns_articles_may_stand_in_the_mothers_papers(found: Found, care: dict[str, object]) -> None:
    line = a_line("新生儿行为测定")
    assert found(age, line, care=care, patient_age=30) == []
    assert len(found(age, line, patient_age=30)) == 1


@pytest.mark.parametrize(("years", "hits"), [(15, 1), (16, 0), (63, 0), (70, 1)])
def test_training_for_work_is_for_those_of_working_age(found: Found, years: int, hits: int) -> None:
    assert len(found(age, a_line("职业功能训练"), patient_age=years)) == hits


def test_an_office_may_limit_by_a_range_of_ages(found: Found) -> None:
    batch = RuleBatch(
        id="own", title="样例省规则", kind=RuleKind.AGE, subject=Subject.DRUG, published=date(2026, 1, 1),
        source="样例.xlsx", rows=1, loaded=1, shipped=False,
    )  # fmt: skip
    rule = Rule(id="own/2", batch="own", kind=RuleKind.AGE, subject=Subject.DRUG, name="样例片", value="6-17岁")
    book = rule_book([batch], [rule])
    (finding,) = found(age, a_line("样例片"), patient_age=5, rules=book)
    assert "本机构导入的规则样例省规则" in finding.basis
    assert found(age, a_line("样例片"), patient_age=6, rules=book) == []


@pytest.mark.parametrize(("years", "hits"), [(9, 1), (10, 0), (30, 0), (59, 0), (60, 1), (75, 1)])
def test_an_abortion_at_seventy_five_wants_a_decision(found: Found, years: int, hits: int) -> None:
    woman = an_insured(id_number=a_woman())
    findings = found(pregnancy, a_line("人工流产术"), insured=woman, patient_age=years)
    assert [(f.code, f.severity) for f in findings] == [("rule-pregnancy", Severity.DECISION)] * hits
    assert all("女性孕产相关" in f.message and f"患者{years}岁" in f.message for f in findings)


def test_other_articles_for_women_have_no_such_age(found: Found) -> None:
    old = {"insured": an_insured(id_number=a_woman()), "patient_age": 75}
    names = (
        "子宫造影",
        "艾附暖宫丸",
        "宫内节育器放置术(取出术)",
        "刮宫术(分段诊断性刮宫)",
        "B超下卵巢囊肿穿刺术",
        "尿妊娠试验",
    )
    assert found(pregnancy, *map(a_line, names), **old) == []


def test_a_man_is_told_of_by_his_sex_only(found: Found) -> None:
    assert found(pregnancy, a_line("人工流产术"), patient_age=75) == []
    assert len(found(sex, a_line("人工流产术"), patient_age=75)) == 1


def test_what_the_injury_fund_pays_wants_a_decision(found: Found) -> None:
    (finding,) = found(scheme, a_line("疤痕止痒软化膏"))
    assert (finding.code, finding.severity) == ("rule-scheme", Severity.DECISION)
    assert "限工伤保险支付，本单为居民医保报销" in finding.message


@pytest.mark.parametrize("care", [{"kind": CareKind.MATERNITY}, {"diagnoses": ("产后出血",)}])
def test_what_a_birth_needs_is_paid_at_a_birth(found: Found, care: dict[str, object]) -> None:
    assert len(found(scheme, a_line("益母草注射液"))) == 1
    assert found(scheme, a_line("益母草注射液"), care=care) == []


def test_every_hit_names_a_rule_of_the_library(found: Found) -> None:
    hits = [
        *found(sex, a_line("艾附暖宫丸")),
        *found(age, a_line("儿童清肺口服液")),
        *found(scheme, a_line("氢醌乳膏")),
    ]
    known = {rule.id for rule in shipped_book().rules}
    assert [hit.values["rule"] in known for hit in hits] == [True, True, True]

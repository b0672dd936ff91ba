"""Payment limits: what is met, what is broken by a fact, what only a person can tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review.catalogue.editions import Printed, load_editions
from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.drug_limits import drug_limits
from review.checks.lines.limits import Facts, Nature, Verdict, judge, nature
from review.claim.claim import CareKind, HospitalLevel
from review.rules.book import rule_book
from review.rules.rule import Rule, RuleKind, Subject
from tests.builders import a_care, a_claim, a_line, a_statement

Context = Callable[..., CheckContext]

MAN = Facts(
    age=40,
    sex="男",
    level=HospitalLevel.SECONDARY,
    kind=CareKind.INPATIENT,
    diagnoses=("2型糖尿病", "肺恶性肿瘤"),
    days=11,
)


@pytest.mark.parametrize(
    "remark",
    [
        "限二级及以上医疗机构。",
        "限急诊或住院患者。",
        "限2型糖尿病患者。",
        "限二级及以上医疗机构癌症患者。",
        "限冠心病、心绞痛、2型糖尿病的患者。",
        "支付不超过14天。",
        "限二级及以上医疗机构肿瘤患者，单次住院最多支付14天。",
    ],
)
def test_limits_the_claim_plainly_meets_are_met(remark: str) -> None:
    assert judge(remark, MAN).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("remark", "facts", "reason"),
    [
        ("限工伤保险。", {}, "仅限工伤保险基金支付"),
        ("限生育保险。", {}, "仅限生育保险，本单不是生育费用"),
        ("限儿童。", {}, "限17岁及以下，患者40岁"),
        ("限头孢菌素耐药或重症感染儿童患者。", {}, "限17岁及以下，患者40岁"),
        ("限2岁至11岁儿童慢性便秘。", {}, "限2至11岁，患者40岁"),
        ("限成人和12岁及以上青少年慢性感染。", {"age": 5}, "限12岁及以上，患者5岁"),
        ("限13岁和13岁以上重度免疫缺陷患者。", {"age": 12}, "限13岁及以上，患者12岁"),
        ("限绝经后女性骨质疏松症。", {}, "限女性，患者为男性"),
        ("限需要雄激素去势治疗的前列腺癌患者。", {"sex": "女"}, "限男性，患者为女性"),
        (
            "限二级及以上医疗机构。",
            {"level": HospitalLevel.PRIMARY},
            "限二级及以上医疗机构，本单医院为一级",
        ),
        ("限急诊或住院患者。", {"kind": CareKind.OUTPATIENT}, "限住院患者，本单为门诊"),
        ("限新发的脑梗死，支付不超过14天。", {"drug_days": 15}, "支付不超过14天，本行为本单用药第15天"),
    ],
)
def test_limits_a_fact_breaks_say_which(remark: str, facts: dict[str, Any], reason: str) -> None:
    judged = judge(remark, replace(MAN, **facts))
    assert (judged.verdict, judged.reasons) == (Verdict.BROKEN, (reason,))


@pytest.mark.parametrize(
    "remark",
    [
        "限二线用药。",
        "限活动性类风湿关节炎患者的二线治疗。",
        "限放化疗且吞咽困难的患者。",
        "限：1.反流性食管炎；2.成人十二指肠溃疡。",
        "限儿童甲(A)型血友病；成人甲(A)型血友病限出血时使用。",
        "限法布雷病患者的长期治疗，适用于成人、儿童和青少年。尚未确定本品在0-6岁儿童中的安全性。",
        "限二甲双胍控制效果不佳的患者，首次处方时需由二级及以上医疗机构专科医师开具处方。",
        "限其他口服药难以控制的2型糖尿病患者。",
        "限婴儿痉挛症。",
    ],
)
def test_limits_only_a_person_can_tell_stay_open(remark: str) -> None:
    assert judge(remark, MAN).verdict is Verdict.OPEN


def test_unknown_facts_break_nothing() -> None:
    nobody = Facts()
    remarks = ("限儿童。", "限绝经后女性骨质疏松症。", "限二级及以上医疗机构。", "支付不超过14天。")
    assert {judge(remark, nobody).verdict for remark in remarks} == {Verdict.OPEN}


def test_one_met_alternative_is_enough() -> None:
    judged = judge("限子宫肌瘤患者或生育保险。", replace(MAN, sex="女", kind=CareKind.MATERNITY))
    assert judged.verdict is Verdict.MET


def test_a_suspected_diagnosis_meets_nothing() -> None:
    assert judge("限肿瘤患者。", replace(MAN, diagnoses=("肺部肿瘤待查", "肝癌？"))).verdict is Verdict.OPEN


def test_every_remark_of_the_shipped_list_is_judged() -> None:
    catalogue = load_editions()
    edition = catalogue.shelf("nrdl-2024")
    assert edition is not None
    remarks = {entry.remark for entry in edition.entries if nature(entry.remark) is Nature.LIMIT}
    judged = [judge(remark, MAN) for remark in remarks]
    assert len(judged) > 400
    assert all(judgement.reasons for judgement in judged if judgement.verdict is Verdict.BROKEN)


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("", Nature.NONE),
        ("◇", Nature.NONE),
        ("限二线用药。", Nature.LIMIT),
        ("需经营养风险筛查，明确具有营养风险的住院患者方予支付。", Nature.LIMIT),
        ("疏风宣肺，清热解毒。用于流行性感冒。", Nature.INDICATION),
        ("单独使用时不予支付，且全部由这些饮片组成的处方也不予支付。", Nature.ALONE),
    ],
)
def test_remarks_are_limits_indications_or_notes(remark: str, expected: Nature) -> None:
    assert nature(remark) is expected


def entry_named(name: str) -> str:
    found = load_editions().search(name, date(2025, 3, 1), 1)
    return found[0].entry.id


def test_a_drug_without_limit_is_silent(context: Context) -> None:
    assert not list(drug_limits(a_claim(), context()))


def test_a_drug_for_children_given_to_a_man_is_advised_to_be_taken_out(context: Context) -> None:
    line = a_line("水合氯醛灌肠剂", entry_id=entry_named("水合氯醛灌肠剂"))
    (finding,) = drug_limits(a_claim(a_statement(line)), context())
    assert (finding.code, finding.severity) == ("drug-limit", Severity.DECISION)
    assert "限17岁及以下，患者40岁" in finding.message
    assert finding.advice.startswith("建议剔除")


def test_an_undecidable_limit_shows_the_limit_and_the_diagnoses(context: Context) -> None:
    line = a_line("人血白蛋白", entry_id=entry_named("人血白蛋白"))
    (finding,) = drug_limits(a_claim(a_statement(line)), context())
    assert "白蛋白低于30g/L" in finding.message
    assert "本单诊断：社区获得性肺炎" in finding.message


def test_what_the_rule_library_tells_too_is_a_clue_beside_it(context: Context) -> None:
    line = a_line("水合氯醛灌肠剂", entry_id=entry_named("水合氯醛灌肠剂"))
    claim = a_claim(a_statement(line))
    for kind, severity in ((RuleKind.AGE, Severity.CLUE), (RuleKind.SEX, Severity.DECISION)):
        rule = Rule(id="1/1", batch="1", kind=kind, subject=Subject.DRUG, name="水合氯醛灌肠剂", value="儿童")
        (finding,) = drug_limits(claim, context(rules=rule_book((), (rule,))))
        assert finding.severity is severity


@pytest.mark.parametrize(("kind", "code"), [(EntryKind.DRUG, "drug-limit"), (EntryKind.SERVICE, "item-limit")])
def test_limits_of_services_are_held_too_and_their_notes_are_not_told(
    context: Context, kind: EntryKind, code: str
) -> None:
    entry = Entry(
        id="list/1",
        edition_id="list",
        kind=kind,
        official_no="1",
        name="样例",
        payment_class=PaymentClass.B,
        remark="限儿童",
    )
    claim = a_claim(a_statement(a_line("样例", entry_id="list/1")))
    assert [f.code for f in drug_limits(claim, context(entry=lambda _: entry))] == [code]
    noted = replace(entry, remark="含材料费")
    told = [f.code for f in drug_limits(claim, context(entry=lambda _: noted))]
    assert told == (["drug-indication"] if kind is EntryKind.DRUG else [])


def test_a_met_limit_is_silent(context: Context) -> None:
    line = a_line("参芪扶正注射液", entry_id=entry_named("参芪扶正注射液"))
    care = a_care(diagnoses=("右肺腺癌",))
    assert not list(drug_limits(a_claim(a_statement(line), care=care), context()))


def test_days_of_a_drug_are_counted_from_the_dates_of_its_lines(context: Context) -> None:
    matched = load_editions().match(Printed("天麻素注射液"), date(2025, 3, 1)).entry
    assert matched is not None
    days = [a_line("天麻素注射液", entry_id=matched.id, date=f"2025-03-{day:02}") for day in range(1, 16)]
    (finding,) = drug_limits(a_claim(a_statement(*days)), context())
    assert finding.subject == f"line:{days[-1].id}"
    assert "支付不超过14天，本行为本单用药第15天" in finding.message


def test_a_single_line_for_the_whole_stay_leaves_its_course_open(context: Context) -> None:
    matched = load_editions().match(Printed("天麻素注射液"), date(2025, 3, 1)).entry
    assert matched is not None
    line = a_line("天麻素注射液", entry_id=matched.id, date="2025-03-20", quantity="20", amount="180.00")
    care = a_care(discharged=date(2025, 3, 20))
    (finding,) = drug_limits(a_claim(a_statement(line), care=care), context())
    assert finding.values["verdict"] == "open"
    assert not list(drug_limits(a_claim(a_statement(line)), context()))


def test_a_day_that_was_given_back_is_no_day_of_the_course(context: Context) -> None:
    matched = load_editions().match(Printed("天麻素注射液"), date(2025, 3, 1)).entry
    assert matched is not None
    cells: dict[str, Any] = {"entry_id": matched.id, "amount": "9.00"}
    days = [a_line("天麻素注射液", date=f"2025-03-{day:02}", **cells) for day in range(1, 16)]
    back = a_line("天麻素注射液", date="2025-03-03", **(cells | {"amount": "-9.00"}))
    assert not list(drug_limits(a_claim(a_statement(*days, back)), context()))

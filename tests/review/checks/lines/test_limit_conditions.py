"""Conditions of payment limits one by one: ages, courses, care, and names of diseases in diagnoses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.checks.lines.limit_facts import Facts, Verdict
from review.checks.lines.limits import judge
from review.claim.claim import CareKind, HospitalLevel

SOMEONE = Facts(age=40, sex="男", level=HospitalLevel.TERTIARY, kind=CareKind.INPATIENT, days=11)


def verdict(remark: str, *diagnoses: str, **facts: object) -> Verdict:
    return judge(remark, replace(SOMEONE, diagnoses=diagnoses, **facts)).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("remark", "diagnosis"),
    [
        ("限神经根型颈椎病。", "神经根型颈椎病"),
        ("限原发性骨质疏松症。", "原发性骨质疏松"),
        ("限2型糖尿病患者。", "Ⅱ型糖尿病伴周围神经病变"),
        ("限2型糖尿病患者。", "2 型 糖尿病"),
        ("限慢性阻塞性肺病(COPD)。", "慢性阻塞性肺疾病急性加重"),
        ("限慢性肾衰竭患者。", "慢性肾功能衰竭尿毒症期"),
        ("限二级及以上医疗机构的冠心病、心绞痛、脑梗塞患者。", "多发性脑梗死"),
        ("限成人慢性阻塞性肺疾病(COPD)。", "慢性阻塞性肺疾病"),
        ("限急性胰腺炎、慢性复发性胰腺炎患者。", "急性胰腺炎（轻症）"),
        ("限乙型肝炎。", "慢性乙肝"),
        ("限明确诊断的阿尔茨海默病。", "阿尔茨海默病性痴呆"),
        ("限治疗16日龄及以上患者的脊髓性肌萎缩症(SMA)。", "脊髓性肌萎缩症Ⅲ型"),
        ("限成人和儿童酪氨酸血症Ⅰ型(HT-1)。", "酪氨酸血症I型"),
        ("限慢性肾脏病(CKD)引起的贫血。", "慢性肾脏病5期，肾性贫血"),
    ],
)
def test_a_disease_that_a_diagnosis_names_is_met(remark: str, diagnosis: str) -> None:
    assert verdict(remark, diagnosis) is Verdict.MET


@pytest.mark.parametrize(
    ("remark", "diagnosis"),
    [
        ("限急性胰腺炎、慢性复发性胰腺炎患者。", "急性阑尾炎"),
        ("限伴有出血的胃、十二指肠溃疡。", "十二指肠溃疡"),
        ("限其他口服药难以控制的2型糖尿病患者。", "2型糖尿病"),
        ("限有慢性动脉闭塞的诊断且有明确的溃疡、间歇性跛行及严重疼痛体征的患者。", "间歇性跛行"),
        ("限乙型肝炎。", "乙型肝炎病毒携带者"),
        ("限肿瘤患者。", "肺癌家族史"),
        ("限肿瘤患者。", "肺占位：恶性肿瘤可能"),
        ("限2型糖尿病患者。", "1型糖尿病"),
        ("限2型糖尿病患者。", "糖尿病"),
        ("限晚期食管癌或晚期胃癌改善症状的辅助治疗。", "胃癌"),
        ("限抢救、重症或因肝硬化、癌症引起胸腹水的患者，且白蛋白低于30g/L。", "肝硬化"),
        ("限手术患者或产后出血患者。", "手术后状态"),
    ],
)
def test_what_a_diagnosis_does_not_say_stays_open(remark: str, diagnosis: str) -> None:
    assert verdict(remark, diagnosis) is Verdict.OPEN


@pytest.mark.parametrize(
    ("remark", "age", "expected"),
    [
        ("限治疗16日龄及以上患者。", 1, Verdict.MET),
        ("限3月龄及以上的患者。", 0, Verdict.OPEN),
        ("限18个月及以上儿童。", 1, Verdict.OPEN),
        ("限年龄大于2岁的患者。", 1, Verdict.BROKEN),
        ("限2-6周岁儿童。", 7, Verdict.BROKEN),
        ("限2-6周岁儿童。", 6, Verdict.MET),
        ("限3岁及3岁以上儿童患者。", 40, Verdict.BROKEN),
        ("限3岁及3岁以上儿童患者。", 9, Verdict.MET),
        ("限成人和5岁及以上儿童。", 40, Verdict.MET),
        ("限成人和5岁及以上儿童。", 3, Verdict.BROKEN),
        ("限10岁及10岁以上患者。", 9, Verdict.BROKEN),
        ("限成人2型糖尿病患者。", 13, Verdict.BROKEN),
        ("限成人2型糖尿病患者。", 14, Verdict.OPEN),
        ("限成人2型糖尿病患者。", 17, Verdict.OPEN),
        ("限儿童。", 17, Verdict.MET),
        ("限儿童。", None, Verdict.OPEN),
    ],
)
def test_ages_are_held_against_full_years(remark: str, age: int | None, expected: Verdict) -> None:
    assert verdict(remark, age=age) is expected


@pytest.mark.parametrize(
    ("remark", "days", "expected"),
    [
        ("支付不超过14天。", 14, Verdict.MET),
        ("单次住院最多支付3天。", 4, Verdict.BROKEN),
        ("限二级及以上医疗机构，单次住院支付不超过3天。", 4, Verdict.BROKEN),
        ("支付不超过12个月。", 372, Verdict.MET),
        ("支付不超过12个月。", 373, Verdict.BROKEN),
        ("支付不超过14天。", None, Verdict.MET),
    ],
)
def test_courses_count_the_days_of_the_drug_or_else_of_the_care(
    remark: str, days: int | None, expected: Verdict
) -> None:
    assert verdict(remark, drug_days=days) is expected


@pytest.mark.parametrize(
    ("remark", "kind", "expected"),
    [
        ("限住院患者。", CareKind.INPATIENT, Verdict.MET),
        ("限住院患者。", CareKind.EMERGENCY, Verdict.OPEN),
        ("限急诊或住院患者。", CareKind.EMERGENCY, Verdict.MET),
        ("限住院患者。", CareKind.CHRONIC_OUTPATIENT, Verdict.BROKEN),
        ("限生育保险。", CareKind.MATERNITY, Verdict.MET),
        ("限工伤保险。", CareKind.INJURY, Verdict.BROKEN),
    ],
)
def test_kinds_of_care_meet_break_or_leave_open(remark: str, kind: CareKind, expected: Verdict) -> None:
    assert verdict(remark, kind=kind) is expected


@pytest.mark.parametrize("level", [HospitalLevel.NONE, HospitalLevel.SECONDARY, HospitalLevel.TERTIARY])
def test_a_level_is_at_least_and_an_unknown_one_breaks_nothing(level: HospitalLevel) -> None:
    expected = Verdict.OPEN if level is HospitalLevel.NONE else Verdict.MET
    assert verdict("限二级及以上医疗机构。", level=level) is expected


def test_words_of_the_right_sex_are_taken_from_the_limit() -> None:
    remark = "限绝经后女性骨质疏松症。"
    assert verdict(remark, "绝经后骨质疏松症", sex="女") is Verdict.MET
    assert verdict(remark, "骨质疏松症", sex="男") is Verdict.BROKEN
    assert verdict(remark, "高血压病", sex="女") is Verdict.OPEN


def test_a_child_is_paid_where_a_grown_person_needs_more() -> None:
    remark = "限儿童甲(A)型血友病；成人甲(A)型血友病限出血时使用。"
    assert verdict(remark, "血友病A", age=9) is Verdict.MET
    assert verdict(remark, "血友病A", age=40) is Verdict.OPEN


def test_an_open_limit_says_what_a_person_must_judge() -> None:
    judged = judge(
        "限二级及以上医疗机构用于失代偿性心力衰竭短期治疗，单次住院支付不超过3天。", replace(SOMEONE, drug_days=2)
    )
    assert judged.verdict is Verdict.OPEN
    assert judged.asks == ("用于失代偿性心力衰竭短期治疗",)


@pytest.mark.parametrize(
    ("remark", "facts", "expected"),
    [
        ("限 二级 及以上 医疗机构", {"level": HospitalLevel.PRIMARY}, Verdict.BROKEN),
        ("限１２周岁及以上患者", {"age": 9}, Verdict.BROKEN),
        ("限二级及以上医疗机构;支付不超过14天", {"drug_days": 15}, Verdict.BROKEN),
        ("限二级及以上医疗机构；支付不超过14天", {"drug_days": 14}, Verdict.MET),
        ("限:①成人患者;②6岁及以上儿童", {"age": 9}, Verdict.MET),
        ("限：①成人患者；②6岁及以上儿童", {"age": 5}, Verdict.BROKEN),
        ("限经专家会诊的患者", {}, Verdict.OPEN),
    ],
)
def test_limits_of_other_lists_are_read_as_they_write_them(
    remark: str, facts: dict[str, object], expected: Verdict
) -> None:
    assert verdict(remark, **facts) is expected


@pytest.mark.parametrize(
    "remark", ["", "。。。", "限", "限：", "（" * 500, "限" + "、" * 500, "限9999999999999岁以上。"]
)
def test_odd_remarks_never_fail(remark: str) -> None:
    assert verdict(remark, "肺炎") in set(Verdict)

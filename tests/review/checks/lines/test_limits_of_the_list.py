"""How much of the national list's payment limits can be told from the facts of a claim, and how much a person must."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from review.catalogue.editions import load_editions
from review.catalogue.entry import PaymentClass
from review.checks.lines.limit_facts import Facts, Verdict
from review.checks.lines.limits import Nature, judge, nature
from review.claim.claim import CareKind, HospitalLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

AGES = (0, 5, 15, 40)
LEVELS = (HospitalLevel.PRIMARY, HospitalLevel.TERTIARY)
KINDS = (CareKind.INPATIENT, CareKind.OUTPATIENT, CareKind.MATERNITY)


@cache
def remarks() -> tuple[str, ...]:
    """The payment limits of the shipped list, each once."""
    edition = load_editions().shelf("nrdl-2024")
    assert edition is not None
    paid = (entry for entry in edition.entries if entry.payment_class is not PaymentClass.C)
    return tuple(dict.fromkeys(e.remark for e in paid if nature(e.remark) is Nature.LIMIT))


def patients(remark: str) -> Iterator[Facts]:
    """All sorts of patients, whose diagnosis is what the limit says."""
    named = remark.strip("限。").removesuffix("患者")
    for age, sex, level, kind in product(AGES, ("男", "女"), LEVELS, KINDS):
        yield Facts(
            age=age,
            sex=sex,
            level=level,
            kind=kind,
            diagnoses=(named, "肝恶性肿瘤", "人类免疫缺陷病毒感染"),
            drug_days=age + 1,
        )


@cache
def verdicts(remark: str) -> frozenset[Verdict]:
    return frozenset(judge(remark, facts).verdict for facts in patients(remark))


def test_four_limits_in_five_can_be_told_one_way_or_the_other() -> None:
    told = [remark for remark in remarks() if verdicts(remark) - {Verdict.OPEN}]
    assert len(remarks()) == 472
    assert len(told) >= 388


def test_what_can_be_broken_is_never_so_for_every_patient_but_of_another_insurance() -> None:
    always = {remark for remark in remarks() if verdicts(remark) == {Verdict.BROKEN}}
    assert always == {"限工伤保险。"}


def test_a_claim_of_which_nothing_is_known_breaks_no_limit() -> None:
    broken = {remark for remark in remarks() if judge(remark, Facts()).verdict is Verdict.BROKEN}
    assert broken == {"限工伤保险。", "限生育保险。"}


def test_every_limit_left_open_says_what_to_judge_or_lacks_a_fact() -> None:
    known = Facts(age=40, sex="女", level=HospitalLevel.TERTIARY, kind=CareKind.INPATIENT, days=3, drug_days=3)
    judged = [judge(remark, known) for remark in remarks()]
    assert all(j.asks for j in judged if j.verdict is Verdict.OPEN)

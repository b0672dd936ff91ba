"""The rule library on where care is given: way of care, level of the hospital."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review.checks.finding import Finding, Severity
from review.checks.library.level import level
from review.checks.library.place import place
from review.claim.claim import CareKind, HospitalLevel
from tests.builders import a_line

Found = Callable[..., list[Finding]]
FED = "ω-3鱼油脂肪乳注射液"


@pytest.mark.parametrize("kind", [CareKind.INPATIENT, CareKind.MATERNITY, CareKind.INJURY])
def test_what_is_for_the_bed_is_silent_in_bed(found: Found, kind: CareKind) -> None:
    assert found(place, a_line(FED), care={"kind": kind}) == []


@pytest.mark.parametrize("kind", [CareKind.OUTPATIENT, CareKind.CHRONIC_OUTPATIENT, CareKind.SPECIAL_DRUG])
def test_what_is_for_the_bed_wants_a_decision_at_a_visit(found: Found, kind: CareKind) -> None:
    (finding,) = found(place, a_line(FED), care={"kind": kind})
    assert (finding.code, finding.severity) == ("rule-place", Severity.DECISION)
    assert "限住院使用，本单为门诊" in finding.message


def test_in_an_emergency_it_is_a_clue(found: Found) -> None:
    (finding,) = found(place, a_line(FED), care={"kind": CareKind.EMERGENCY})
    assert finding.severity is Severity.CLUE


def test_what_is_for_emergencies_too_is_silent_there(found: Found) -> None:
    assert found(place, a_line("安宫牛黄丸"), care={"kind": CareKind.EMERGENCY}) == []
    assert len(found(place, a_line("安宫牛黄丸"), care={"kind": CareKind.OUTPATIENT})) == 1


@pytest.mark.parametrize("own", [HospitalLevel.SECONDARY, HospitalLevel.TERTIARY, HospitalLevel.NONE])
def test_a_level_is_at_least_that_level_and_unknown_is_silent(found: Found, own: HospitalLevel) -> None:
    assert found(level, a_line("艾迪注射液"), care={"hospital_level": own}) == []


def test_a_lower_hospital_wants_a_decision(found: Found) -> None:
    (finding,) = found(level, a_line("艾迪注射液"), care={"hospital_level": HospitalLevel.PRIMARY})
    assert (finding.code, finding.severity) == ("rule-level", Severity.DECISION)
    assert "限二级及以上医疗机构使用，本单医院为一级" in finding.message


def test_what_eye_hospitals_of_the_second_level_may_give_is_a_clue_there(found: Found) -> None:
    (finding,) = found(level, a_line("雷珠单抗注射液"), care={"hospital_level": HospitalLevel.SECONDARY})
    assert finding.severity is Severity.CLUE
    assert found(level, a_line("雷珠单抗注射液"), care={"hospital_level": HospitalLevel.TERTIARY}) == []

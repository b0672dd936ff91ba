"""Every key a person may meet has a Chinese word."""

from __future__ import annotations

from pathlib import Path

from review.claim.claim import CareKind, HospitalLevel
from review.claim.people import Scheme
from review.packs.pack import load_pack
from review.packs.series import Status
from review.packs.words import KINDS, LEVELS, SCHEMES, STATUSES
from review.policy.case import load_case
from review.policy.result import SUMS
from review.policy.settle import settle
from review.policy.words import STEPS, step_title
from tests.review.policy.ladders import a_step

CASES = sorted((Path(__file__).parents[2] / "packs" / "cases" / "ganzhou").glob("*.yaml"))


def test_every_kind_scheme_level_and_status_has_a_word() -> None:
    assert set(KINDS) == set(CareKind)
    assert set(SCHEMES) == set(Scheme)
    assert set(LEVELS) == set(HospitalLevel)
    assert set(STATUSES) == set(Status)


def test_every_sum_and_every_step_of_the_shelf_has_a_title() -> None:
    steps = [step for path in CASES for step in settle(load_case(path), load_pack("ganzhou")).trace]
    assert {step.step for step in steps if not step.title} | set(SUMS) <= set(STEPS)
    assert "职工大额支付" in {step_title(step) for step in steps}
    assert step_title(a_step("deductible", 1)) == "起付线"
    assert step_title(a_step("unheard of", 1)) == "unheard of"

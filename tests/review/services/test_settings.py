"""Settings of the office: who may change them, what holds by default, and that each change is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.verification import Answer, Verification
from review.errors import ForbiddenError, InputError
from review.services import archive, settings, settle, verifying
from tests.offices import ADMINISTRATOR, CLERK, SUPERVISOR, in_review, sound_papers

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.services.office import Office


def test_an_office_without_a_name_prints_a_plain_one(office: Office) -> None:
    assert settings.office_name(office) == "医疗保险经办机构"


def test_the_name_of_the_office_is_kept_and_told(office: Office) -> None:
    settings.set_office_name(office, ADMINISTRATOR, " 样例县医疗保障局 ")
    assert settings.office_name(office) == "样例县医疗保障局"
    told = archive.history(office, "office")[-1]
    assert (told.action, told.before, told.after) == (
        "set_office_name",
        {"office_name": "医疗保险经办机构"},
        {"office_name": "样例县医疗保障局"},
    )


def test_an_empty_name_takes_the_plain_one_back(office: Office) -> None:
    settings.set_office_name(office, ADMINISTRATOR, "样例县医疗保障局")
    settings.set_office_name(office, ADMINISTRATOR, "  ")
    assert settings.office_name(office) == "医疗保险经办机构"


@pytest.mark.parametrize("actor", [CLERK, SUPERVISOR])
def test_only_administrators_name_the_office(office: Office, actor: Actor) -> None:
    with pytest.raises(ForbiddenError):
        settings.set_office_name(office, actor, "样例县医疗保障局")


@pytest.mark.parametrize("name", ["局" * 41, "局" * 3000])
def test_a_name_that_no_sheet_can_bear_is_refused(office: Office, name: str) -> None:
    with pytest.raises(InputError):
        settings.set_office_name(office, ADMINISTRATOR, name)


@pytest.mark.parametrize("days", [0, -1, 251])
def test_a_promise_nobody_could_mean_is_refused(office: Office, days: int) -> None:
    with pytest.raises(InputError):
        settings.set_promise_days(office, ADMINISTRATOR, days)
    assert settings.promise_days(office) == settings.PROMISE_DEFAULT


def test_large_receipts_are_looked_up_from_a_usual_sum_on_until_somebody_says_otherwise(office: Office) -> None:
    assert settings.verification_sum(office) == Decimal(20000)
    settings.set_verify_above(office, ADMINISTRATOR, Decimal("5000.00"))
    assert settings.verification_sum(office) == Decimal("5000.00")
    settings.set_verify_above(office, ADMINISTRATOR, None)
    assert settings.verification_sum(office) is None
    assert [row.action for row in archive.history(office, "office")] == ["set_verify_above"] * 2


@pytest.mark.parametrize("yuan", ["-1", "NaN", "Infinity", "10000000.01"])
def test_a_sum_that_no_receipt_bears_is_refused(office: Office, yuan: str) -> None:
    with pytest.raises(InputError):
        settings.set_verify_above(office, ADMINISTRATOR, Decimal(yuan))
    with pytest.raises(ForbiddenError):
        settings.set_verify_above(office, CLERK, Decimal(1))
    assert settings.verification_sum(office) == Decimal(20000)


def test_a_large_electronic_receipt_waits_for_the_answer_of_the_site(office: Office) -> None:
    claim = in_review(office, *sound_papers("0077777777"))
    assert open_codes(office, claim.number) == set()
    settings.set_verify_above(office, ADMINISTRATOR, Decimal(9999))
    asked = open_codes(office, claim.number)
    assert len(asked) == 1
    answer = Verification(
        document_id=claim.receipts[0].id,
        invoice_code="",
        invoice_number="",
        total="",
        answer=Answer.GENUINE,
        checked_on=office.today,
    )
    verifying.record_answer(office, CLERK, claim.number, answer)
    assert open_codes(office, claim.number) == set()


def open_codes(office: Office, number: str) -> set[str]:
    return {view.finding.code for view in settle.findings(office, number) if view.open}

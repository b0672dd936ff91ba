"""Fields of the claim follow the paper until a person types something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from review.claim.claim import Care, Claim
from review.claim.derive import follow_paper
from review.claim.edits import Edit, edited
from review.claim.paper import DocumentKind
from review.claim.people import Insured
from tests.builders import a_claim, a_discharge_record, a_document, a_receipt


def an_empty_claim() -> Claim:
    return replace(a_claim(), insured=Insured(), care=Care(), documents=())


def test_empty_fields_are_filled_from_the_paper() -> None:
    empty = an_empty_claim()
    papers = (
        a_receipt(institution="样例医院", pooled_fund_paid="12.30", other_paid="0.70"),
        a_discharge_record(diagnoses="肺炎\n高血压"),
    )
    after = follow_paper(empty, replace(empty, documents=papers))
    assert (after.insured.name, after.care.hospital, after.already_paid) == ("张小满", "样例医院", Decimal("13.00"))
    assert (after.care.admitted, after.care.diagnoses) == (date(2025, 3, 1), ("肺炎", "高血压"))


def test_what_a_person_typed_is_left_alone() -> None:
    typed = replace(an_empty_claim(), insured=Insured(name="李四"), care=Care(hospital="另一家医院"))
    after = follow_paper(typed, replace(typed, documents=(a_receipt(institution="样例医院"),)))
    assert (after.insured.name, after.care.hospital) == ("李四", "另一家医院")


def test_a_corrected_value_moves_the_field_that_followed_it() -> None:
    empty = an_empty_claim()
    claim = follow_paper(empty, replace(empty, documents=(a_receipt(),)))
    after = edited(claim, Edit(f"document:{claim.receipts[0].id}:admission_date", "2025-03-02"))
    assert after.care.admitted == date(2025, 3, 2)


def test_unreadable_dates_and_amounts_fill_nothing() -> None:
    empty = an_empty_claim()
    after = follow_paper(empty, replace(empty, documents=(a_receipt(admission_date="三月", pooled_fund_paid="x"),)))
    assert (after.care.admitted, after.already_paid) == (None, Decimal("0.00"))


def test_outcome_and_day_of_filing_come_from_their_papers() -> None:
    form = a_document(DocumentKind.REFERRAL_FORM, filing_date="2025-02-20", diagnoses="待查")
    empty = an_empty_claim()
    after = follow_paper(empty, replace(empty, documents=(a_discharge_record(outcome="好转"), form)))
    assert (after.care.outcome, after.care.filed_on, after.care.diagnoses) == ("好转", date(2025, 2, 20), ())

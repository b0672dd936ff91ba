"""What a person still has to bring: all of it, each thing once, and nothing that is a mere clue."""

from __future__ import annotations

from dataclasses import replace

from review.checks.materials.checklist import checklist, kept_form
from review.checks.materials.lacking import Want, lacking
from review.checks.materials.tables import shipped_materials
from review.claim.claim import CareKind, Claim, Filing
from review.claim.paper import Custody, DocumentKind
from tests.builders import a_care, a_claim, a_discharge_record, a_document, a_receipt, a_statement, an_insured


def said(claim: Claim) -> list[str]:
    return [item.said for item in lacking(claim)]


def test_a_complete_claim_lacks_nothing() -> None:
    assert said(a_claim()) == []


def test_everything_is_told_at_once() -> None:
    receipt = replace(a_receipt(check_code=""), custody=Custody.COPY)
    statement = replace(a_statement(), sealed=False, review=("印有共3页，缺第2页",))
    claim = a_claim(receipt, statement, care=a_care(filing=Filing.REFERRAL), insured=an_insured(agent="张小芳"))
    assert said(claim) == [
        "补交出院记录",
        "补交转诊备案表",
        "补交代办人身份证",
        "换交原件住院收费票据（0012345678）",
        "补盖章费用清单（第1份）",
        "补齐缺页费用清单（第1份）",
    ]


def test_each_thing_is_asked_for_once() -> None:
    receipt = replace(a_receipt(check_code=""), custody=Custody.COPY, sealed=False)
    found = lacking(a_claim(receipt, a_statement(), a_discharge_record()))
    assert [(item.want, item.code) for item in found] == [
        (Want.ORIGINAL, "material-copy"),
        (Want.SEAL, "receipt-unsealed"),
    ]


def test_a_mere_clue_is_left_to_the_clerk() -> None:
    assert said(a_claim(care=a_care(diagnoses=("左胫骨骨折",)))) == []


def test_pages_that_were_looked_at_are_not_asked_for() -> None:
    statement = replace(a_statement(), review=("印有共3页，缺第2页",), review_cleared=True)
    assert said(a_claim(a_receipt(), statement, a_discharge_record())) == []


def test_other_doubts_of_reading_are_no_missing_pages() -> None:
    statement = replace(a_statement(), review=("各项合计812.40，票面814.20",))
    assert said(a_claim(a_receipt(), statement, a_discharge_record())) == []


def test_what_serves_instead_is_named() -> None:
    claim = a_claim(a_receipt(), a_statement(), care=a_care(kind=CareKind.OUTPATIENT))
    (item,) = lacking(claim)
    assert (item.title, item.instead) == ("处方或门诊病历", ("诊断证明", "出院记录"))


def test_the_form_tells_originals_copies_and_what_is_shown() -> None:
    forms = {row.code: kept_form(row) for row in shipped_materials().material}
    assert forms["receipt"] == "原件（电子票据可交打印件）"
    assert forms["discharge-record"] == "复印件"
    assert forms["identity"] == "复印件，窗口核对原件"
    assert forms["injury-statement"] == "原件"


def test_the_list_knows_what_serves_and_what_nobody_said() -> None:
    certificate = a_document(DocumentKind.DIAGNOSIS_CERTIFICATE)
    care = a_care(kind=CareKind.OUTPATIENT)
    items = {
        item.material.code: item for item in checklist(a_claim(a_receipt(), a_statement(), certificate, care=care))
    }
    assert items["prescription"].substituted
    assert [paper.kind for paper in items["statement"].unstated] == [DocumentKind.EXPENSE_STATEMENT]
    assert items["receipt"].unstated == ()


def test_what_the_counter_sees_to_is_on_the_list_and_never_missing() -> None:
    items = {item.material.code: item for item in checklist(a_claim())}
    assert not items["identity"].papers
    assert not items["identity"].missing

"""Papers a claim needs: by kind of care, scheme, filing, agent; and what serves instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from review.checks import CHECKS
from review.checks.finding import CheckContext, Finding, Group, Severity
from review.checks.materials import CHECKS as ROOM
from review.checks.materials.missing import missing_materials
from review.checks.materials.tables import Material, Materials
from review.checks.materials.traits import When
from review.claim.claim import CareKind, Filing
from review.claim.paper import DocumentKind
from review.claim.people import Scheme
from tests.builders import (
    a_care,
    a_claim,
    a_discharge_record,
    a_document,
    a_line,
    a_receipt,
    a_statement,
    an_insured,
)

Context = Callable[..., CheckContext]


def codes(found: Iterable[Finding]) -> list[str]:
    return [f.code for f in found]


def test_every_check_of_the_room_is_registered() -> None:
    assert {check for group, check in CHECKS if group is Group.MATERIALS} == set(ROOM)


def test_receipt_statement_and_record_are_all_a_stay_needs(context: Context) -> None:
    assert not list(missing_materials(a_claim(), context()))


def test_a_stay_without_statement_and_record_blocks_twice(context: Context) -> None:
    found = list(missing_materials(a_claim(a_receipt()), context()))
    assert codes(found) == ["missing-statement", "missing-discharge-record"]
    assert {f.severity for f in found} == {Severity.BLOCKS}


def test_a_finding_says_what_to_do_and_what_it_rests_on(context: Context) -> None:
    (found,) = missing_materials(a_claim(a_receipt(), a_statement()), context())
    assert found.message == "本单没有出院记录（出院记录或出院小结）。"
    assert "补正一次性告知" in found.advice
    assert "十堰市医保局告知书" in found.basis


def test_a_claim_without_any_paper_needs_them_all(context: Context) -> None:
    bare = replace(a_claim(), documents=(), pages=())
    assert codes(missing_materials(bare, context())) == [
        "missing-receipt",
        "missing-statement",
        "missing-discharge-record",
    ]


def test_a_stay_with_an_outpatient_receipt_only_wants_a_decision(context: Context) -> None:
    visit = a_document(DocumentKind.OUTPATIENT_RECEIPT, total_amount="100.00")
    claim = a_claim(visit, a_statement(), a_discharge_record())
    assert codes(missing_materials(claim, context())) == ["missing-inpatient-receipt"]


def test_an_itemised_outpatient_receipt_needs_no_statement(context: Context) -> None:
    receipt = a_document(DocumentKind.OUTPATIENT_RECEIPT, a_line(quantity="1", amount="3.00"))
    care = a_care(kind=CareKind.OUTPATIENT)
    claim = a_claim(receipt, a_document(DocumentKind.PRESCRIPTION), care=care)
    assert not list(missing_materials(claim, context()))


def test_an_emergency_and_a_referral_want_their_papers(context: Context) -> None:
    care = a_care(kind=CareKind.EMERGENCY, filing=Filing.REFERRAL)
    found = codes(missing_materials(a_claim(a_receipt(), a_statement(), care=care), context()))
    assert found == ["missing-emergency-certificate", "missing-prescription", "missing-referral"]


def test_a_certificate_serves_instead_of_a_prescription(context: Context) -> None:
    papers = (a_receipt(), a_statement(), a_document(DocumentKind.DIAGNOSIS_CERTIFICATE))
    claim = a_claim(*papers, care=a_care(kind=CareKind.CHRONIC_OUTPATIENT))
    assert not list(missing_materials(claim, context()))


def test_what_may_be_lacking_for_a_while_says_so(context: Context) -> None:
    (found,) = missing_materials(a_claim(care=a_care(filing=Filing.REFERRAL)), context())
    assert (found.code, found.severity) == ("missing-referral", Severity.DECISION)
    assert "容缺" in found.advice


@pytest.mark.parametrize("filing", [Filing.NONE, Filing.LONG_TERM, Filing.EMERGENCY])
def test_other_filings_want_no_referral(context: Context, filing: Filing) -> None:
    assert not list(missing_materials(a_claim(care=a_care(filing=filing)), context()))


def test_an_injury_wants_a_statement_of_how_it_came(context: Context) -> None:
    claim = a_claim(care=a_care(kind=CareKind.INJURY))
    assert codes(missing_materials(claim, context())) == ["missing-injury-statement"]


@pytest.mark.parametrize("diagnosis", ["左胫骨骨折", "头部外伤", "右手烫伤II度"])
def test_a_diagnosis_like_an_injury_is_a_clue(context: Context, diagnosis: str) -> None:
    (found,) = missing_materials(a_claim(care=a_care(diagnoses=(diagnosis,))), context())
    assert (found.code, found.severity) == ("missing-trauma-statement", Severity.CLUE)


@pytest.mark.parametrize(
    "diagnosis", ["腰椎病理性骨折", "骨质疏松伴椎体压缩骨折", "骨折术后", "会阴裂伤", "社区获得性肺炎", ""]
)
def test_what_only_sounds_like_an_injury_is_silent(context: Context, diagnosis: str) -> None:
    assert not list(missing_materials(a_claim(care=a_care(diagnoses=(diagnosis,))), context()))


def test_an_agent_shows_a_card_of_their_own(context: Context) -> None:
    claim = a_claim(insured=an_insured(agent="张小芳"))
    assert codes(missing_materials(claim, context())) == ["missing-agent-identity"]
    own = a_document(DocumentKind.ID_CARD, name="张小满")
    papers = (*claim.documents, own)
    assert codes(missing_materials(replace(claim, documents=papers), context())) == ["missing-agent-identity"]


def test_the_card_of_the_agent_is_enough(context: Context) -> None:
    card = a_document(DocumentKind.ID_CARD, name="张小芳")
    claim = a_claim(insured=an_insured(agent="张小芳"))
    assert not list(missing_materials(replace(claim, documents=(*claim.documents, card)), context()))


def test_an_office_may_want_more_of_one_scheme(context: Context) -> None:
    row = Material(
        code="work-proof",
        name="在职证明",
        kinds=(DocumentKind.OTHER,),
        when=When(any=frozenset({"scheme:employee"})),
        missing=Severity.DECISION,
        source="本局规定",
    )
    table = Materials(material=(row,))
    employee = a_claim(insured=an_insured(scheme=Scheme.EMPLOYEE))
    assert codes(missing_materials(employee, context(materials=table))) == ["missing-work-proof"]
    assert not list(missing_materials(a_claim(), context(materials=table)))

"""The list, the findings and the notice agree; and whoever brings all that the notice asks for lacks nothing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.materials import CHECKS
from review.checks.materials.checklist import checklist
from review.checks.materials.copies import copies
from review.checks.materials.lacking import Lacking, Want, lacking
from review.checks.materials.missing import missing_materials
from review.checks.materials.seals import seals
from review.claim.claim import Care, CareKind, Claim, Filing
from review.claim.paper import Custody, Document, DocumentKind
from review.claim.people import Scheme
from tests.builders import a_claim, a_document, a_page, an_insured

if TYPE_CHECKING:
    from datetime import date

Context = Callable[..., CheckContext]
WORDS = st.sampled_from(["", "张小满", "张小芳", "有", "无", "工地", "a1b2c3", "1", "*", "(", "左胫骨骨折"])
KEYS = st.sampled_from(["name", "check_code", "third_party", "cause", "invoice_number", "patient"])
REASONS = st.sampled_from(["印有共3页，缺第2页", "各项合计与票面不符", ""])


@st.composite
def papers(draw: st.DrawFn) -> Document:
    document = a_document(draw(st.sampled_from(list(DocumentKind))), **draw(st.dictionaries(KEYS, WORDS, max_size=3)))
    return replace(
        document,
        custody=draw(st.sampled_from(list(Custody))),
        sealed=draw(st.sampled_from([None, True, False])),
        review=(draw(REASONS),),
        review_cleared=draw(st.booleans()),
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    care = Care(
        kind=draw(st.sampled_from(list(CareKind))),
        filing=draw(st.sampled_from(list(Filing))),
        admitted=draw(st.none() | st.dates()),
        discharged=draw(st.none() | st.dates()),
        diagnoses=tuple(draw(st.lists(WORDS, max_size=2))),
    )
    person = an_insured(agent=draw(WORDS), scheme=draw(st.sampled_from(list(Scheme))))
    page = a_page(origin=draw(st.sampled_from(["scan", "ofd"])))
    held = tuple(draw(st.lists(papers(), max_size=5)))
    received = draw(st.none() | st.dates())
    return replace(a_claim(care=care, insured=person, pages=(page,), received_on=received), documents=held)


def told(found: Finding | Lacking) -> tuple[str, str]:
    return found.code, found.subject


LENIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@LENIENT
@given(claims(), st.dates())
def test_no_check_of_the_room_fails_on_odd_paper(context: Context, claim: Claim, today: date) -> None:
    found = [finding for check in CHECKS for finding in check(claim, context(today=today))]
    assert all(finding.message.endswith("。") and finding.advice and finding.basis for finding in found)


@LENIENT
@given(claims())
def test_what_findings_ask_for_is_on_the_notice(context: Context, claim: Claim) -> None:
    found = [finding for check in (missing_materials, copies, seals) for finding in check(claim, context())]
    asked = {told(item) for item in lacking(claim)}
    assert {told(finding) for finding in found if finding.severity is not Severity.CLUE} <= asked


@LENIENT
@given(claims())
def test_nothing_is_asked_for_twice(claim: Claim) -> None:
    asked = [told(item) for item in lacking(claim)]
    assert len(set(asked)) == len(asked)


def brought(claim: Claim, asked: tuple[Lacking, ...]) -> Claim:
    """The claim after its person has brought all that was asked for."""
    by_code = {f"missing-{item.material.code}": item.material for item in checklist(claim)}
    about = {item.subject for item in asked}
    mended = tuple(
        replace(paper, custody=Custody.ORIGINAL, sealed=True, review=()) if f"document:{paper.id}" in about else paper
        for paper in claim.documents
    )
    handed_in = (by_code[item.code] for item in asked if item.want is Want.HAND_IN)
    fresh = tuple(
        replace(a_document(row.kinds[0], name=claim.insured.agent), custody=Custody.ORIGINAL, sealed=True)
        for row in handed_in
    )
    return replace(claim, documents=(*mended, *fresh))


@LENIENT
@given(claims().filter(lambda claim: set(claim.insured.agent) - set("* (")))
def test_whoever_brings_all_of_it_lacks_nothing_more(claim: Claim) -> None:
    assert lacking(brought(claim, lacking(claim))) == ()

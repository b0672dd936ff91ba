"""Checks on the pile: whose papers, which cards, pictures of no paper, two readings of one paper, look-alike names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks import CHECKS
from review.checks.entries.lookalikes import lookalikes
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.pages.mixed_papers import mixed_papers
from review.checks.pages.not_paper import not_paper
from review.checks.pages.two_readings import two_readings
from review.checks.stay.cards import cards
from review.claim.claim import CareKind
from review.claim.paper import Document, DocumentKind, Flaw, LineVerdict, Place, Standing
from review.claim.people import BankAccount
from tests.builders import (
    ID_NUMBER,
    a_care,
    a_claim,
    a_discharge_record,
    a_document,
    a_line,
    a_page,
    a_receipt,
    a_statement,
    a_value,
    an_insured,
)

Context = Callable[..., CheckContext]
OTHER_NUMBER = "360799198501010038"


def codes(found: Iterable[Finding]) -> list[str]:
    return [f.code for f in found]


def with_review(document: Document, *reasons: str) -> Document:
    return replace(document, review=reasons)


def test_the_checks_of_the_pile_are_registered() -> None:
    assert {cards, lookalikes, mixed_papers, not_paper, two_readings} <= {check for _, check in CHECKS}


# -- papers of several people


def test_a_pile_of_one_person_is_silent(context: Context) -> None:
    papers = (a_receipt(payer="张*满"), a_statement(patient="张小满"), a_discharge_record())
    assert not list(mixed_papers(a_claim(*papers), context()))


def test_charges_of_two_people_are_two_claims_mixed(context: Context) -> None:
    papers = (
        a_receipt(),
        a_statement(),
        a_receipt(payer="李大伟", invoice_number="0099"),
        a_statement(patient="李大伟"),
    )
    (found,) = mixed_papers(a_claim(*papers), context())
    assert (found.code, found.severity) == ("claims-mixed", Severity.DECISION)
    assert "“张小满”2份、“李大伟”2份" in found.message
    assert found.subject == f"document:{papers[2].id}"


def test_a_strangers_discharge_record_alone_is_no_second_claim(context: Context) -> None:
    papers = (a_receipt(), a_statement(), a_discharge_record(patient="李大伟"))
    assert not list(mixed_papers(a_claim(*papers), context()))


def test_the_cards_of_who_fetches_the_money_do_not_count(context: Context) -> None:
    card = a_document(DocumentKind.BANK_CARD, holder="李大伟", name="李大伟")
    assert not list(mixed_papers(a_claim(a_receipt(), a_statement(), card), context()))


def test_receipts_of_two_stays_are_asked_about(context: Context) -> None:
    later = a_receipt(admission_date="2025-03-20", invoice_number="0099")
    (found,) = mixed_papers(a_claim(a_receipt(), later, a_statement()), context())
    assert (found.code, found.subject) == ("stays-mixed", f"document:{later.id}")
    assert "2025-03-01、2025-03-20" in found.message


def test_several_visits_of_an_outpatient_are_one_claim(context: Context) -> None:
    visits = [a_receipt(admission_date=day, invoice_number=day) for day in ("2025-03-01", "2025-03-05")]
    claim = a_claim(*visits, care=a_care(kind=CareKind.CHRONIC_OUTPATIENT))
    assert not list(mixed_papers(claim, context()))


def test_what_reading_said_of_a_strangers_paper_stays_a_finding_when_it_was_cleared(context: Context) -> None:
    reason = "材料上的姓名是“李大伟”，与本堆多数材料的“张小满”不同，可能混入他人材料"
    record = replace(with_review(a_discharge_record(), reason), review_cleared=True)
    (found,) = mixed_papers(a_claim(a_receipt(), a_statement(), record), context())
    assert (found.code, found.values) == ("papers-of-others", {"reason": reason})
    assert found.message.endswith("可能混入他人材料。")


def test_what_reading_said_is_not_said_twice(context: Context) -> None:
    other = with_review(a_receipt(payer="李大伟"), "本堆材料分属“张小满”“李大伟”，可能混入另一报销单的材料")
    assert codes(mixed_papers(a_claim(a_receipt(), a_statement(), other), context())) == ["claims-mixed"]


@given(st.lists(st.sampled_from(["张小满", "李大伟", "张*满", "", "王 芳"]), max_size=6))
def test_two_claims_are_mixed_when_charges_bear_two_names(names: list[str]) -> None:
    papers = [a_statement(patient=name) for name in names]
    known = {name.replace("*", "小").replace(" ", "") for name in names if name}
    nothing = CheckContext(
        today=a_care().admitted,  # type: ignore[arg-type]  # a day
        entry=lambda _id: None,
        edition=lambda _id: None,
    )
    found = list(mixed_papers(a_claim(*papers, a_discharge_record(patient="")), nothing))
    assert bool(found) == (len(known) > 1)


# -- cards


def test_cards_that_fit_what_was_typed_are_silent(context: Context) -> None:
    papers = (
        a_document(DocumentKind.ID_CARD, name="张小满", id_number=ID_NUMBER),
        a_document(DocumentKind.INSURANCE_CARD, name="张小满", id_number=ID_NUMBER),
        a_document(DocumentKind.BANK_CARD, holder="张小满", card_number="6222 0200 0000 0000 000"),
    )
    assert not list(cards(a_claim(*papers), context()))


@pytest.mark.parametrize("kind", [DocumentKind.ID_CARD, DocumentKind.INSURANCE_CARD])
def test_an_identity_card_of_somebody_else_is_found(context: Context, kind: DocumentKind) -> None:
    found = list(cards(a_claim(a_document(kind, name="李大伟", id_number=OTHER_NUMBER)), context()))
    assert [f.code.rpartition("card-")[2] for f in found] == ["name", "id-number"]
    assert {f.severity for f in found} == {Severity.DECISION}


def test_no_finding_spells_out_a_whole_number(context: Context) -> None:
    found = list(cards(a_claim(a_document(DocumentKind.ID_CARD, id_number=OTHER_NUMBER)), context()))
    assert all(OTHER_NUMBER not in f.message and ID_NUMBER not in f.message for f in found)
    assert "尾号0038" in found[0].message


def test_a_number_read_in_doubt_blocks_until_it_was_looked_at(context: Context) -> None:
    value = a_value("card_number", "6222020000000000001", standing=Standing.DOUBTFUL)
    card = replace(a_document(DocumentKind.BANK_CARD), values={"card_number": value})
    (found,) = cards(a_claim(card), context())
    assert (found.code, found.severity, found.place) == ("bank-card-card-number", Severity.BLOCKS, value.place)


def test_a_card_says_nothing_while_nothing_was_typed(context: Context) -> None:
    bare = an_insured(name="", id_number="", account=BankAccount())
    papers = (
        a_document(DocumentKind.ID_CARD, name="李大伟", id_number=OTHER_NUMBER),
        a_document(DocumentKind.BANK_CARD, holder="李大伟", card_number="1"),
    )
    assert not list(cards(a_claim(*papers, insured=bare), context()))


def test_a_lower_case_check_digit_is_the_same_number(context: Context) -> None:
    claim = a_claim(
        a_document(DocumentKind.ID_CARD, id_number="36079919850101001x"),
        insured=an_insured(id_number="36079919850101001X"),
    )
    assert not list(cards(claim, context()))


# -- pictures of no paper


@pytest.mark.parametrize("code", ["no-paper", "screen"])
def test_a_picture_of_no_paper_wants_a_decision(context: Context, code: str) -> None:
    page = a_page(flaws=(Flaw(code, "看起来不是纸质材料", ((1, 2, 30, 40),)),))
    (found,) = not_paper(a_claim(pages=(page,)), context())
    assert (found.code, found.severity, found.subject) == (f"page-{code}", Severity.DECISION, "page:1")
    assert found.place == Place(1, (1, 2, 30, 40))


def test_a_flaw_without_a_place_points_at_the_whole_page(context: Context) -> None:
    (found,) = not_paper(a_claim(pages=(a_page(flaws=(Flaw("screen", "翻拍"),)),)), context())
    assert found.place == Place(1, (0, 0, 1654, 2339))


@pytest.mark.parametrize("code", ["blurred", "cut-off", "too-dark", "too-small", "no-text", "unknown"])
def test_other_flaws_are_not_about_what_was_pictured(context: Context, code: str) -> None:
    assert not list(not_paper(a_claim(pages=(a_page(flaws=(Flaw(code, "模糊"),)),)), context()))


# -- two readings of one paper


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("票面合计与二维码不一致：票面100.00，二维码108.00", "code-picture"),
        ("票据号码与条码不一致", "code-picture"),
        ("合计与电子原件不一致：原件108.00，画面100.00", "layer-picture"),
    ],
)
def test_two_readings_that_differ_want_a_decision(context: Context, reason: str, code: str) -> None:
    receipt = replace(with_review(a_receipt(), reason, "缺第2页"), review_cleared=True)
    (found,) = two_readings(a_claim(receipt), context())
    assert (found.code, found.severity, found.values) == (code, Severity.DECISION, {"reason": reason})
    assert reason in found.message


def test_the_finding_points_at_the_value_that_differs(context: Context) -> None:
    reason = "合计与二维码不一致"
    total = a_value("total_amount", "100.00", reason=reason, place=Place(1, (7, 8, 9, 10)))
    receipt = with_review(replace(a_receipt(), values={**a_receipt().values, "total_amount": total}), reason)
    (found,) = two_readings(a_claim(receipt), context())
    assert found.place == total.place


def test_other_reasons_are_no_second_reading(context: Context) -> None:
    assert not list(two_readings(a_claim(with_review(a_receipt(), "各页不一致：甲、乙")), context()))


# -- look-alike names


def test_a_name_settled_by_the_catalogue_is_shown(context: Context) -> None:
    line = a_line("氯化钠注射液", entry_id="nrdl-2024/X312", matched_by="lookalike", amount="1.00")
    line = replace(line, values={**line.values, "name": replace(line.values["name"], text="氧化钠注射液")})
    (found,) = lookalikes(a_claim(a_statement(line)), context())
    assert (found.code, found.severity, found.subject) == ("lookalike-name", Severity.CLUE, f"line:{line.id}")
    assert "氧化钠注射液" in found.message


@pytest.mark.parametrize("matched_by", ["automatic", "clerk"])
def test_names_settled_otherwise_are_not(context: Context, matched_by: str) -> None:
    line = a_line(amount="1.00", matched_by=matched_by)
    assert not list(lookalikes(a_claim(a_statement(line)), context()))


def test_a_row_that_is_not_paid_needs_no_look(context: Context) -> None:
    line = a_line(matched_by="lookalike", verdict=LineVerdict.EXCLUDE, amount="1.00")
    assert not list(lookalikes(a_claim(a_statement(line)), context()))

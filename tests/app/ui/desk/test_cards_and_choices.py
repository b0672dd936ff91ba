"""Cards that fill in the insured, other readings under the magnifier, flaws and several papers on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.desk.choices import choices
from app.ui.desk.fills import fills
from app.ui.desk.marks import flaw_marks, marks, papers_on
from app.ui.desk.pages_model import page_cards
from app.ui.widgets.page_view_marks import Look
from review.claim.edits import Edit, edited
from review.claim.paper import DocumentKind, Flaw, Standing
from review.services import archive, desk, queue
from tests.app.ui.desk.papers import BLURRED, CARD_NUMBER, ID_NUMBER, claim_with_cards
from tests.builders import a_claim, a_document, a_page, a_value, an_insured

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.desk.room import DeskRoom
    from review.claim.claim import Claim
    from review.claim.paper import Value
    from review.services.office import Office

    Wait = Callable[[], None]


@pytest.fixture
def claim(office: Office) -> Claim:
    """A claim with two cards on one scan."""
    return claim_with_cards(office)


def value_of(claim: Claim, kind: DocumentKind, key: str) -> Value:
    """A value of a card."""
    return next(d for d in claim.documents if d.kind is kind).values[key]


def show_card(room: DeskRoom, kind: DocumentKind) -> None:
    """Take a card in hand."""
    assert room.claim.sheet is not None
    room.bench.figures.show_document(next(d for d in room.claim.sheet.claim.documents if d.kind is kind).id)


# -- cards fill in, when asked


def test_a_card_offers_what_it_says_and_fills_nothing_unasked(room: DeskRoom, office: Office) -> None:
    show_card(room, DocumentKind.ID_CARD)
    note = room.bench.figures.fill_note
    assert note.isVisible()
    assert "身份证号 …010011" in note.words
    assert ID_NUMBER not in note.words
    assert queue.load_claim(office, room.claim.number).insured.id_number == ""


def test_f6_takes_the_identity_card_over_as_one_change(room: DeskRoom, office: Office, settle: Wait) -> None:
    show_card(room, DocumentKind.ID_CARD)
    QTest.keyClick(room, Qt.Key.Key_F6)
    settle()
    assert queue.load_claim(office, room.claim.number).insured.id_number == ID_NUMBER
    assert not room.bench.figures.fill_note.isVisible()
    assert archive.history(office, room.claim.number)[-1].action == "correct"
    QTest.keyClick(room, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert queue.load_claim(office, room.claim.number).insured.id_number == ""


def test_the_bank_card_fills_the_account(room: DeskRoom, office: Office, settle: Wait) -> None:
    show_card(room, DocumentKind.BANK_CARD)
    room.bench.figures.fill_note.button.click()
    settle()
    account = queue.load_claim(office, room.claim.number).insured.account
    assert (account.holder, account.number, account.bank) == ("张小满", CARD_NUMBER, "样例农商银行")


def test_f6_without_an_offer_does_nothing(room: DeskRoom, office: Office, settle: Wait) -> None:
    show_card(room, DocumentKind.ID_CARD)
    for _ in range(2):
        QTest.keyClick(room, Qt.Key.Key_F6)
        settle()
    assert [row.action for row in archive.history(office, room.claim.number)].count("correct") == 1


def test_what_is_in_doubt_on_a_card_is_not_offered() -> None:
    doubtful = a_value("card_number", CARD_NUMBER, standing=Standing.DOUBTFUL)
    card = replace(a_document(DocumentKind.BANK_CARD), values={"card_number": doubtful})
    assert fills(a_claim(card, insured=an_insured(name="张小满")), card) == ()


def test_a_card_that_says_what_is_known_offers_nothing() -> None:
    card = a_document(DocumentKind.ID_CARD, name="张小满", id_number=an_insured().id_number)
    assert fills(a_claim(card), card) == ()


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if not kind.value.endswith("card")])
def test_only_cards_fill_in(kind: DocumentKind) -> None:
    assert fills(a_claim(), a_document(kind, name="别人", id_number="1", holder="别人")) == ()


def test_every_offer_is_an_edit_that_can_be_made() -> None:
    claim = a_claim(insured=an_insured(name="?", id_number="?"))
    for kind in (DocumentKind.ID_CARD, DocumentKind.INSURANCE_CARD, DocumentKind.BANK_CARD):
        card = a_document(kind, name="甲", id_number="2", holder="乙", card_number="3", bank="丙")
        for edit in fills(claim, card):
            claim = edited(claim, edit)
        assert fills(claim, card) == ()


# -- other readings under the magnifier


def test_the_magnifier_numbers_the_other_readings(room: DeskRoom, claim: Claim, settle: Wait) -> None:
    bank = value_of(claim, DocumentKind.BANK_CARD, "bank")
    room.bench.paper.show_target(f"value:{bank.id}", lens=True)
    settle()
    assert "[1] 样列农商银行　[2] 样例农商很行" in room.bench.paper.view.lens._others.text()
    assert room.bench.paper.choice(1) == (f"value:{bank.id}", "样列农商银行")
    assert room.bench.paper.choice(3) is None


@pytest.mark.parametrize("alt", [True, False])
def test_a_number_takes_a_reading_as_a_correction(
    room: DeskRoom, claim: Claim, office: Office, settle: Wait, *, alt: bool
) -> None:
    bank = value_of(claim, DocumentKind.BANK_CARD, "bank")
    room.bench.paper.show_target(f"value:{bank.id}", lens=True)
    settle()
    if alt:
        QTest.keyClick(room, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    else:
        QTest.keyClick(room.bench.paper.view, Qt.Key.Key_2)
    settle()
    now = value_of(queue.load_claim(office, claim.number), DocumentKind.BANK_CARD, "bank")
    assert (now.value, now.text, now.standing) == ("样例农商很行", "样例农商银行", Standing.TYPED)
    assert archive.history(office, claim.number)[-1].action == "correct"


def test_a_number_without_the_magnifier_takes_nothing(
    room: DeskRoom, claim: Claim, office: Office, settle: Wait
) -> None:
    bank = value_of(claim, DocumentKind.BANK_CARD, "bank")
    room.bench.paper.show_target(f"value:{bank.id}")
    settle()
    QTest.keyClick(room, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(room.bench.paper.view, Qt.Key.Key_1)
    settle()
    assert value_of(queue.load_claim(office, claim.number), DocumentKind.BANK_CARD, "bank").value == "样例农商银行"


def test_a_value_without_other_readings_offers_none(room: DeskRoom, claim: Claim, settle: Wait) -> None:
    name = value_of(claim, DocumentKind.ID_CARD, "name")
    room.bench.paper.show_target(f"value:{name.id}", lens=True)
    settle()
    assert not room.bench.paper.view.lens._others.isVisible()


def test_choices_are_each_said_once_and_never_more_than_there_are_keys() -> None:
    value = a_value("name", "甲", others=("甲", "乙", "乙", "", *"丙丁戊己庚辛壬癸子丑"))
    assert choices(value) == tuple("乙丙丁戊己庚辛壬癸")


# -- flaws, and several papers on one page


def test_a_flaw_stands_on_the_page_with_its_sentence(room: DeskRoom) -> None:
    (flaw,) = (mark for mark in room.bench.paper.view.marks if mark.look is Look.FLAW)
    assert (flaw.box, flaw.words) == (BLURRED.boxes[0], "这一处模糊，请重新拍摄")
    assert "模糊" in room.bench.paper.page_note._note.text()
    assert room.bench.paper.page_note.target == ""


def test_a_flaw_of_the_whole_page_has_no_box() -> None:
    assert flaw_marks(a_page(flaws=(Flaw("too-dark", "整页偏暗"),))) == ()


def test_each_box_of_a_flaw_has_a_mark_of_its_own() -> None:
    page = a_page(
        flaws=(Flaw("blurred", "模糊", ((1, 1, 5, 5), (9, 9, 5, 5))), Flaw("cut-off", "缺角", ((0, 0, 2, 2),)))
    )
    found = flaw_marks(page)
    assert len({mark.target for mark in found}) == 3
    assert [mark.words for mark in found] == ["模糊", "", "缺角"]
    assert [mark.tip for mark in found] == ["模糊", "模糊", "缺角"]


def test_papers_on_one_scan_are_outlined_and_named(claim: Claim) -> None:
    page = claim.pages[0].id
    outlines = [mark for mark in marks(claim, page) if mark.look is Look.PAPER]
    assert [(mark.words, mark.target) for mark in outlines] == [
        (name, f"document:{document.id}")
        for name, document in zip(("身份证", "银行卡"), papers_on(claim, page), strict=True)
    ]
    assert outlines[0].box == (200, 200, 500, 184)


def test_a_click_on_an_outline_takes_its_paper_in_hand(room: DeskRoom, claim: Claim) -> None:
    bank = next(d for d in claim.documents if d.kind is DocumentKind.BANK_CARD)
    room.bench.paper.picked.emit(f"document:{bank.id}")
    assert room.bench.figures.document is not None
    assert room.bench.figures.document.id == bank.id
    assert room.bench.figures.papers.tabText(0) == "银行卡"


def test_coming_back_to_a_page_keeps_the_paper_in_hand(room: DeskRoom, claim: Claim) -> None:
    show_card(room, DocumentKind.BANK_CARD)
    room._turn_to(claim.pages[0].id)
    assert room.bench.figures.document is not None
    assert room.bench.figures.document.kind is DocumentKind.BANK_CARD


def test_the_strip_names_all_papers_of_a_page(room: DeskRoom) -> None:
    assert room.claim.sheet is not None
    assert [card.words for card in page_cards(room.claim.sheet)] == ["身份证 +1"]


def test_one_paper_on_a_page_needs_no_outline() -> None:
    claim = a_claim(a_document(DocumentKind.ID_CARD, name="张小满"))
    assert not [mark for mark in marks(claim, 1) if mark.look is Look.PAPER]


def test_fields_of_a_card_have_their_own_names(room: DeskRoom) -> None:
    show_card(room, DocumentKind.ID_CARD)
    captions = [shown.caption.text() for shown in room.bench.figures.fields._rows]
    assert captions == ["姓名", "身份证号", "性别", "出生日期", "住址", "有效期止"]


def test_a_correction_of_a_card_can_be_undone(room: DeskRoom, claim: Claim, office: Office, settle: Wait) -> None:
    name = value_of(claim, DocumentKind.ID_CARD, "name")
    desk.correct(office, room.session.actor, claim.number, [Edit(f"value:{name.id}", "张晓满")])
    room.claim.reload()
    settle()
    room.claim.undo()
    settle()
    assert value_of(queue.load_claim(office, claim.number), DocumentKind.ID_CARD, "name").value == "张小满"

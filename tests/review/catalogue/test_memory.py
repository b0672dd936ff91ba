"""What people chose is taken again only where it is safe, and always said; else it waits beside the candidates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.agreement import terms
from review.catalogue.entry import OUTSIDE, Match, PaymentClass, Printed
from review.catalogue.memory import ChoiceState, Scene, hospital_key, remembered, signature
from tests.catalogues import a_choice, a_set, a_shelf, an_edition, an_entry

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet
    from review.catalogue.memory import Choice

HERE, DAY, NEXT_YEAR = "样例医院", date(2025, 3, 11), date(2026, 3, 11)
WORDS = Printed("样例片剂")
NOTHING = Match(automatic=False, candidates=())
OLD = an_edition("old", effective_until=date(2025, 12, 31))
NEW = an_edition("new", effective_from=date(2026, 1, 1))
TABLET = an_entry("样例片", "A1", code="XA00BBB001A001010100001")
CAPSULE = an_entry("样例胶囊", "A2", payment_class=PaymentClass.B)
EDITIONS = a_set(a_shelf(OLD, TABLET, CAPSULE))


def chosen(number: int = 1, key: str = "A1", hospital: str = HERE, **changes: object) -> Choice:
    """A choice of an entry of the old edition with the terms it has there, or of OUTSIDE."""
    entry_id = OUTSIDE if key == OUTSIDE else f"old/{key}"
    found = EDITIONS.entry(entry_id)
    return a_choice(number, entry_id, terms(found) if found else ("old",), hospital, **changes)


def recall(*choices: Choice, match: Match = NOTHING, hospital: str = HERE, printed: Printed = WORDS) -> Match:
    """What the memory makes of a match on a day of the old edition."""
    return remembered(match, printed, choices, Scene(hospital_key(hospital), DAY, EDITIONS))


def next_year(choice: Choice, editions: CatalogueSet) -> Match:
    """What the memory makes of a choice a year later."""
    return remembered(NOTHING, WORDS, [choice], Scene(HERE, NEXT_YEAR, editions))


def sure(name: str) -> Match:
    """The match that the catalogue alone is sure of."""
    match = EDITIONS.match(Printed(name), DAY)
    assert match.automatic
    return match


def test_without_choices_the_match_is_left_as_it_is() -> None:
    assert recall(match=sure("样例片")) == sure("样例片")


def test_an_approved_choice_of_the_same_hospital_is_taken_and_said() -> None:
    match = recall(chosen())
    assert (match.automatic, match.entry_id) == (True, "old/A1")
    assert match.candidates[0].reasons[0] == "记忆：张某 2025-03-02 在本院选定"
    assert match.taken is not None
    assert (match.taken.choice_id, match.entry) == (1, EDITIONS.entry("old/A1"))


@pytest.mark.parametrize("state", [ChoiceState.DROPPED, ChoiceState.REVOKED])
def test_what_was_taken_back_or_revoked_is_forgotten(state: ChoiceState) -> None:
    assert recall(chosen(state=state)) == NOTHING


def test_a_choice_whose_claim_is_not_approved_is_shown_and_not_taken() -> None:
    match = recall(chosen(state=ChoiceState.PENDING))
    assert (match.automatic, match.entry_id) == (False, "")
    assert "尚未通过初审" in match.candidates[0].reasons[0]


def test_a_choice_of_one_other_hospital_is_shown_and_not_taken() -> None:
    match = recall(chosen(hospital="另一医院"))
    assert not match.automatic
    assert match.candidates[0].reasons[0] == "记忆：张某 2025-03-02 在另一医院选定"


def test_two_other_hospitals_that_agree_are_enough() -> None:
    match = recall(chosen(1, hospital="甲医院"), chosen(2, hospital="乙医院"))
    assert match.entry_id == "old/A1"


def test_two_choices_of_one_other_hospital_are_one_hospital() -> None:
    assert not recall(chosen(1, hospital="甲医院"), chosen(2, hospital="甲医院")).automatic


def test_a_third_hospital_that_differs_leaves_it_to_the_clerk() -> None:
    choices = chosen(1, hospital="甲医院"), chosen(2, hospital="乙医院"), chosen(3, "A2", hospital="丙医院")
    match = recall(*choices)
    assert not match.automatic
    assert {candidate.entry.id for candidate in match.candidates} == {"old/A1", "old/A2"}


def test_words_without_a_hospital_are_no_hospital_of_their_own() -> None:
    assert not recall(chosen(hospital=""), hospital="").automatic
    assert not recall(chosen(1, hospital=""), chosen(2, hospital="甲医院")).automatic


def test_different_choices_of_the_same_hospital_are_left_to_the_clerk() -> None:
    match = recall(chosen(1), chosen(2, "A2"))
    assert not match.automatic
    assert [candidate.entry.id for candidate in match.candidates] == ["old/A2", "old/A1"]


def test_a_colleague_who_chooses_otherwise_now_stops_the_memory_at_once() -> None:
    assert not recall(chosen(1), chosen(2, "A2", state=ChoiceState.PENDING)).automatic


def test_the_hospitals_own_choice_goes_before_those_of_others() -> None:
    match = recall(chosen(1), chosen(2, "A2", hospital="甲医院"), chosen(3, "A2", hospital="乙医院"))
    assert match.entry_id == "old/A1"


def test_the_hospitals_own_choice_goes_before_a_sure_name() -> None:
    match = recall(chosen(1, "A2"), match=sure("样例片"))
    assert (match.entry_id, match.taken and match.taken.choice_id) == ("old/A2", 1)


def test_other_hospitals_do_not_go_before_a_sure_name_but_make_it_ask() -> None:
    match = recall(chosen(1, "A2", hospital="甲医院"), chosen(2, "A2", hospital="乙医院"), match=sure("样例片"))
    assert (match.automatic, match.entry_id) == (False, "")
    assert {candidate.entry.id for candidate in match.candidates} >= {"old/A1", "old/A2"}


def test_one_other_hospital_leaves_a_sure_name_sure_and_is_shown() -> None:
    match = recall(chosen(1, "A2", hospital="甲医院"), match=sure("样例片"))
    assert match.entry_id == "old/A1"
    assert [choice.choice_id for choice in match.recalled] == [1]


def test_a_pending_choice_of_this_hospital_makes_a_sure_name_ask() -> None:
    assert not recall(chosen(1, "A2", state=ChoiceState.PENDING), match=sure("样例片")).automatic


def test_a_printed_code_that_the_catalogue_holds_is_never_spoken_against() -> None:
    printed = Printed("样例片", code=TABLET.code)
    match = recall(chosen(1, "A2"), match=sure("样例片"), printed=printed)
    assert (match.entry_id, match.taken) == ("old/A1", None)
    assert len(match.recalled) == 1


def test_a_printed_code_that_no_edition_holds_does_not_silence_the_memory() -> None:
    assert recall(chosen(), printed=replace(WORDS, code="院内0001")).entry_id == "old/A1"


def test_outside_is_taken_like_an_entry_while_the_editions_are_the_same() -> None:
    match = recall(chosen(key=OUTSIDE))
    assert (match.automatic, match.entry_id, match.entry) == (True, OUTSIDE, None)
    assert "选定为目录外" in match.recalled[0].said


def test_outside_is_asked_again_under_another_edition() -> None:
    match = next_year(chosen(key=OUTSIDE), a_set(a_shelf(NEW, TABLET)))
    assert match.entry_id == ""
    assert "须重新核对" in match.recalled[0].said


def test_the_same_article_of_the_next_edition_is_taken_while_its_terms_are_the_same() -> None:
    editions = a_set(a_shelf(OLD, TABLET), a_shelf(NEW, TABLET))
    assert next_year(chosen(), editions).entry_id == "new/A1"


@pytest.mark.parametrize("change", [{"payment_class": PaymentClass.B}, {"remark": "限二级及以上医疗机构"}])
def test_an_article_whose_class_or_limit_changed_is_asked_again(change: dict[str, object]) -> None:
    editions = a_set(a_shelf(OLD, TABLET), a_shelf(NEW, replace(TABLET, **change)))  # type: ignore[arg-type]  # fields of Entry
    match = next_year(chosen(), editions)
    assert not match.automatic
    assert match.candidates[0].entry.id == "new/A1"
    assert "目录或支付条件有变" in match.candidates[0].reasons[0]


def test_an_article_that_the_next_edition_dropped_is_forgotten() -> None:
    assert next_year(chosen(), a_set(a_shelf(OLD, TABLET), a_shelf(NEW, CAPSULE))) == NOTHING


def test_a_choice_from_before_a_change_does_not_dispute_the_one_after_it() -> None:
    changed = replace(TABLET, payment_class=PaymentClass.B)
    editions = a_set(a_shelf(OLD, TABLET), a_shelf(NEW, changed))
    entry = editions.entry("new/A1")
    assert entry is not None
    again = a_choice(2, "new/A1", terms(entry), HERE)
    match = remembered(NOTHING, WORDS, [chosen(), again], Scene(HERE, NEXT_YEAR, editions))
    assert match.taken is not None
    assert (match.entry_id, match.taken.choice_id) == ("new/A1", 2)


def test_words_are_the_same_however_they_are_set() -> None:
    assert signature(Printed("样例片（Ⅱ）", "0.5g ", "盒")) == signature(Printed("样例片(II)", "0.5G", "盒"))
    assert signature(Printed("样例片", "0.5g")) != signature(Printed("样例片", "1g"))
    assert signature(Printed(" ")) == ""
    assert hospital_key("样例 医院（东院）") == hospital_key("样例医院(东院)")

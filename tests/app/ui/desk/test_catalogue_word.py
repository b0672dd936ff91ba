"""What the catalogue cell of a line says, above all where a look-alike character led to its entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.ui.desk.lines_model import catalogue_word, printed_class
from review.catalogue.entry import OUTSIDE, Entry, EntryKind, PaymentClass
from tests.builders import a_line

if TYPE_CHECKING:
    from review.claim.paper import Line

ENTRY = Entry(
    id="nrdl-2024/X1",
    edition_id="nrdl-2024",
    kind=EntryKind.DRUG,
    official_no="X1",
    name="氯化钠",
    dosage_form="注射剂",
    payment_class=PaymentClass.A,
)


def a_lookalike() -> Line:
    """A line whose entry was found under another reading of its name."""
    line = a_line(entry_id=ENTRY.id, matched_by="lookalike")
    return replace(line, values={"name": replace(line.values["name"], reason="按形近字认定")})


def test_an_entry_found_by_a_look_alike_wears_a_sign_and_says_why() -> None:
    word = catalogue_word(a_lookalike(), ENTRY, None)
    assert (word.sign, word.name) == ("甲", "≈ 氯化钠")
    assert word.tip.endswith("按形近字认定")


@pytest.mark.parametrize("matched_by", ["automatic", "clerk", ""])
def test_any_other_entry_stands_plainly(matched_by: str) -> None:
    word = catalogue_word(a_line(entry_id=ENTRY.id, matched_by=matched_by), ENTRY, None)
    assert (word.name, word.tip) == ("氯化钠", "氯化钠\n注射剂\nnrdl-2024/X1")


def test_a_line_outside_every_catalogue_is_of_class_c() -> None:
    assert catalogue_word(a_line(entry_id=OUTSIDE), None, None).sign == "丙"


def test_candidates_are_counted_while_none_was_chosen() -> None:
    assert catalogue_word(a_line(), None, 4).candidates == 4


def test_an_entry_from_the_memory_wears_its_sign_and_tells_who_chose_it() -> None:
    said = "记忆：张某 2026-03-02 在本院选定"
    word = catalogue_word(a_line(entry_id=ENTRY.id, matched_by="memory", match_note=said), ENTRY, None)
    assert word.name == "↺ 氯化钠"
    assert said in word.tip
    outside = catalogue_word(a_line(entry_id=OUTSIDE, matched_by="memory", match_note=said), None, None)
    assert (outside.sign, outside.name, outside.tip) == ("丙", "↺", said)


def test_the_class_the_hospital_printed_is_told_as_what_it_is() -> None:
    line = a_line(entry_id=ENTRY.id, matched_by="automatic", insurance_class="丙", self_pay_ratio="100%")
    word = catalogue_word(line, ENTRY, None)
    assert word.sign == "甲"
    assert "丙 100%（仅供参考，以目录为准）" in word.tip
    assert printed_class(a_line()) == ""

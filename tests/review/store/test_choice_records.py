"""Choices of clerks keep their row for ever; what changes is whether they are in use."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import OUTSIDE, Printed
from review.catalogue.memory import ChoiceState, signature
from review.errors import NotFoundError
from review.store import choice_records as records
from review.store.mapping import Folder
from review.store.store import open_store
from review.store.unit import Deed
from tests.builders import a_claim
from tests.databases import KINDS, an_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.store.store import Store
    from review.store.unit import Unit

NOW = datetime(2025, 4, 1, 1, tzinfo=UTC)
DEED = Deed(NOW, "li.jing")
WORDS = Printed("样例片（Ⅱ）", "0.5g", "盒", "院内1")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with an_address(request.param, tmp_path) as address:
        opened = open_store(address)
        with opened.write() as unit:
            unit.count_off("id", 1_000_000)
            assert unit.save({}, Folder(claim=a_claim(version=0))) is not None
        yield opened
        opened.close()


def noted(unit: Unit, printed: Printed = WORDS, hospital: str = "样例医院", entry_id: str = "nrdl-2024/X312") -> int:
    """Keep a pending choice for a line of the claim; its id."""
    claim = unit.folder("20250401-0001").claim
    return records.add(
        unit,
        hospital=hospital,
        printed=printed,
        entry_id=entry_id,
        terms=("A", "限住院", ""),
        claim=claim.number,
        line_id=claim.statements[0].lines[0].id,
        day=date(2025, 4, 1),
        at=NOW,
        by="li.jing",
        person="李静",
    )


def test_a_choice_comes_back_as_it_was_noted(store: Store) -> None:
    with store.write() as unit:
        choice = records.choice(unit, noted(unit))
    assert (choice.printed, choice.state, choice.version) == (WORDS, ChoiceState.PENDING, 1)
    assert (choice.terms, choice.person, choice.day) == (("A", "限住院", ""), "李静", date(2025, 4, 1))
    assert (choice.approved_at, choice.ended_at, choice.reason) == (None, None, "")


def test_choices_for_the_same_words_of_a_hospital_are_versions(store: Store) -> None:
    same = Printed("样例片(II)", "0.5G", "盒")
    with store.write() as unit:
        ids = [noted(unit), noted(unit, same), noted(unit, hospital="另一医院")]
        assert [records.choice(unit, number).version for number in ids] == [1, 2, 1]


def test_live_choices_are_found_by_their_words_at_any_hospital(store: Store) -> None:
    with store.write() as unit:
        one, other = noted(unit), noted(unit, hospital="另一医院", entry_id=OUTSIDE)
        noted(unit, Printed("别的药"))
        found = records.live(unit, [signature(WORDS), ""])
    assert set(found) == {signature(WORDS)}
    assert [(choice.id, choice.entry_id) for choice in found[signature(WORDS)]] == [
        (one, "nrdl-2024/X312"),
        (other, OUTSIDE),
    ]


def test_a_great_many_words_are_looked_up_together(store: Store) -> None:
    with store.write() as unit:
        ids = [noted(unit, Printed(f"样例{number}")) for number in (1, 700, 1400)]
        found = records.live(unit, [signature(Printed(f"样例{number}")) for number in range(1500)])
    assert sorted(choice.id for choices in found.values() for choice in choices) == ids


def test_a_first_review_approves_pending_choices_only(store: Store) -> None:
    with store.write() as unit:
        one, other = noted(unit), noted(unit)
        records.end(unit, other, ChoiceState.DROPPED, DEED)
        records.approve(unit, [one, other], DEED)
        states = [records.choice(unit, number).state for number in (one, other)]
    assert states == [ChoiceState.APPROVED, ChoiceState.DROPPED]


def test_an_ended_choice_is_no_longer_live_and_still_listed_with_its_reason(store: Store) -> None:
    with store.write() as unit:
        number = noted(unit)
        records.end(unit, number, ChoiceState.REVOKED, Deed(NOW, "zhao.gang", "选错了剂型"))
        assert records.live(unit, [signature(WORDS)]) == {}
        assert records.of_claim(unit, "20250401-0001") == ()
        assert records.listed(unit, "", ended=False) == ()
        ((choice, uses),) = records.listed(unit, "", ended=True)
    assert (choice.reason, choice.ended_by, choice.ended_at, uses) == ("选错了剂型", "zhao.gang", NOW, 0)


@pytest.mark.parametrize(
    ("text", "count"), [("", 2), ("样例", 2), ("别的", 1), ("另一", 1), ("李静 另一", 1), ("%", 0)]
)
def test_the_list_is_searched_by_words_hospital_and_person(store: Store, text: str, count: int) -> None:
    with store.write() as unit:
        noted(unit)
        noted(unit, Printed("别的药"), hospital="另一样例院")
        assert len(records.listed(unit, text, ended=True)) == count


def test_an_unknown_choice_is_told(store: Store) -> None:
    with store.read() as unit, pytest.raises(NotFoundError) as missing:
        records.choice(unit, 99)
    assert missing.value.code == "no-choice"

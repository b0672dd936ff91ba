"""Many texts in few blocks: numbered, scanned and looked up, in memory and as parts of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.catalogue.texts import Lookup, Texts

NAMES = ("氯化钠", "钠", "氯化钾注射液", "注射用头孢曲松钠", "氯化钠注射液", "ATP")


def looked_up(*names: str) -> Lookup:
    return Lookup.of((name, number) for number, name in enumerate(names))


def found(lookup: Lookup, part: str, *, at_start: bool = False) -> list[str]:
    return [lookup.keys[place] for place in lookup.keys.containing(part, at_start=at_start)]


def test_texts_keep_their_order_and_their_words() -> None:
    texts = Texts.of([name.encode() for name in NAMES])
    assert len(texts) == len(NAMES)
    assert [texts[number] for number in range(len(texts))] == list(NAMES)
    assert texts.numbered() == {name: number for number, name in enumerate(NAMES)}


def test_no_texts_are_none() -> None:
    lookup = Lookup.of(())
    assert len(lookup) == 0
    assert lookup.get("氯化钠") == ()
    assert found(lookup, "钠") == []


def test_every_key_is_found_and_no_other() -> None:
    lookup = looked_up(*NAMES)
    assert [list(lookup.get(name)) for name in NAMES] == [[number] for number in range(len(NAMES))]
    assert [list(lookup.get(name)) for name in ("", "氯", "氯化", "氯化钠注射", "钾", "zzzzzzzzzzzzzzzzz")] == [[]] * 6


def test_numbers_of_one_key_keep_their_order_and_are_counted_once() -> None:
    lookup = Lookup.of([("钠", 7), ("钾", 1), ("钠", 3), ("钠", 7)])
    assert list(lookup.get("钠")) == [7, 3]
    assert list(lookup.get("钾")) == [1]


def test_what_is_scanned_comes_shortest_first() -> None:
    assert found(looked_up(*NAMES), "钠") == ["钠", "氯化钠", "氯化钠注射液", "注射用头孢曲松钠"]
    assert found(looked_up(*NAMES), "氯化", at_start=True) == ["氯化钠", "氯化钠注射液", "氯化钾注射液"]


@pytest.mark.parametrize("part", ["钙", "氯化钠钾", "TPA", "射用注"])
def test_a_part_that_is_nowhere_finds_nothing(part: str) -> None:
    assert found(looked_up(*NAMES), part) == []


def test_a_part_never_reaches_over_two_texts() -> None:
    assert found(looked_up("甲乙", "丙丁"), "乙\n丙") == []
    assert found(looked_up("甲乙", "乙甲"), "甲", at_start=True) == ["甲乙"]


def test_a_text_that_holds_a_part_twice_is_met_once() -> None:
    assert found(looked_up("钠钠钠", "钾"), "钠") == ["钠钠钠"]


def test_parts_of_a_file_give_the_same_look_up() -> None:
    lookup = looked_up(*NAMES)
    again = Lookup.from_sections(lookup.sections("names"), "names")
    assert [list(again.get(name)) for name in NAMES] == [list(lookup.get(name)) for name in NAMES]
    assert found(again, "注射") == found(lookup, "注射")


@given(st.lists(st.text(min_size=1, max_size=6).filter(lambda text: "\n" not in text), max_size=30))
def test_any_texts_are_found_again(names: list[str]) -> None:
    lookup = looked_up(*names)
    assert len(lookup) == len(set(names))
    for number, name in enumerate(names):
        assert number in list(lookup.get(name))


@given(
    st.lists(st.text(alphabet="钠钾氯化注射", min_size=1, max_size=5), max_size=20),
    st.text("钠钾氯", min_size=1, max_size=2),
)
def test_scanning_finds_what_looking_at_each_text_finds(names: list[str], part: str) -> None:
    assert set(found(looked_up(*names), part)) == {name for name in names if part in name}
    assert set(found(looked_up(*names), part, at_start=True)) == {name for name in names if name.startswith(part)}

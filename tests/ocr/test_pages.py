"""Page texts keep their places: exact as JSON, and each upright box points into the page as filed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.pages import Anomaly, Code, Flaw, Look, PageText, Rule, Word, page_from_json, to_json

whole = st.integers(min_value=0, max_value=5000)
share = st.floats(min_value=0, max_value=1)
number = st.floats(allow_nan=False, allow_infinity=False)
boxes = st.tuples(whole, whole, whole, whole)
rivals = st.lists(st.tuples(whole, st.text(max_size=1), share), max_size=2).map(tuple)
words = st.builds(Word, text=st.text(), confidence=share, box=boxes, spread=share, rivals=rivals)
flaws = st.builds(Flaw, st.text(), st.text(), st.lists(boxes, max_size=2).map(tuple))
pages = st.builds(
    PageText,
    file=st.text(),
    width=whole,
    height=whole,
    rotation=st.sampled_from([0, 90, 180, 270]),
    skew=number,
    to_filed=st.tuples(*[number] * 6),
    upright_size=st.tuples(whole, whole),
    words=st.lists(words, max_size=3).map(tuple),
    rules=st.lists(st.builds(Rule, whole, whole, whole, whole), max_size=3).map(tuple),
    seconds=number,
    vanishing=st.tuples(number, number),
    flaws=st.lists(flaws, max_size=2).map(tuple),
    looks=st.lists(st.builds(Look, boxes, st.text(), share, share, st.text()), max_size=2).map(tuple),
    codes=st.lists(st.builds(Code, st.text(), st.text(), boxes), max_size=2).map(tuple),
    origin=st.sampled_from(["scan", "pdf", "ofd", "xml"]),
    anomalies=st.lists(st.builds(Anomaly, st.text(), st.text(), boxes, share), max_size=2).map(tuple),
    likeness=st.sampled_from(["", "0123456789abcdef"]),
)


LATER = {"flaws", "looks", "codes", "origin", "anomalies", "likeness"}
"""What the first version did not keep."""


@given(pages)
def test_a_page_survives_its_json(page: PageText) -> None:
    assert page_from_json(to_json(page)) == page


def test_a_page_of_an_earlier_version_keeps_its_reasons() -> None:
    new = json.loads(to_json(PageText("a", 1, 1, words=(Word("b", 0.5, (1, 2, 3, 4)),))))
    old = {key: value for key, value in new.items() if key not in LATER}
    del old["words"][0]["rivals"]
    assert page_from_json(json.dumps({**old, "quality": ["模糊"]})).quality == ("模糊",)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"file": "a"}', to_json(PageText("a", 1, 1))[:-5]])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        page_from_json(text)


def test_an_upright_page_points_at_itself() -> None:
    assert PageText("a", 100, 80).filed_box((10, 20, 30, 40)) == (10, 20, 30, 40)


def test_a_turned_page_points_back() -> None:
    page = PageText("a", 100, 80, rotation=180, to_filed=(-1, 0, 100, 0, -1, 80), upright_size=(100, 80))
    assert page.filed_box((0, 0, 10, 20)) == (90, 60, 10, 20)


def test_a_box_over_the_edge_is_clipped_to_the_page() -> None:
    page = PageText("a", 100, 80, to_filed=(1, 0, 90, 0, 1, -5))
    assert page.filed_box((0, 0, 30, 20)) == (90, 0, 10, 15)


def test_a_box_outside_the_page_is_empty() -> None:
    _, _, width, height = PageText("a", 100, 80, to_filed=(1, 0, 500, 0, 1, 500)).filed_box((0, 0, 30, 20))
    assert (width, height) == (0, 0)


def test_a_photographed_sheet_shrinks_towards_its_far_end() -> None:
    page = PageText("a", 1000, 1000, vanishing=(0.0, 0.001))
    near, far = page.filed_box((0, 0, 100, 10)), page.filed_box((0, 500, 100, 10))
    assert far[2] == round(100 / 1.5)
    assert near[2] > far[2]


def test_rules_know_their_direction() -> None:
    assert Rule(0, 5, 100, 6).horizontal
    assert not Rule(5, 0, 6, 100).horizontal

from __future__ import annotations

import pytest

from ocr.extraction.evidence import MOST_OTHERS, NONE, Evidence, same


def test_figures_are_compared_by_what_they_are_worth() -> None:
    assert same("7", "7.00")
    assert not same("7", "1")
    assert not same("氯化钠", "氢化钠")
    assert not same("-", "0")


def test_others_stand_in_the_order_of_their_votes_before_rivals() -> None:
    evidence = Evidence(("2", "3", "3", "7"), ("9", "3"))
    assert evidence.others("7.00") == ("3", "2", "9")


def test_others_are_bounded() -> None:
    assert len(Evidence(tuple(str(n) for n in range(20))).others("3")) == MOST_OTHERS


@pytest.mark.parametrize(
    ("looked", "said"),
    [
        ((), ""),
        (("7",), "confirms"),
        (("7.0", "7"), "confirms prefers"),
        (("7", "1", "7"), "disputes prefers"),
        (("7", "7", "1", "1"), "disputes"),
        (("1",), "disputes"),
    ],
)
def test_looks_confirm_dispute_or_prefer_a_value(looked: tuple[str, ...], said: str) -> None:
    evidence = Evidence(looked)
    assert [name for name in ("confirms", "disputes", "prefers") if getattr(evidence, name)("7")] == said.split()


def test_no_evidence_shows_nothing() -> None:
    assert not NONE.shows("7")
    assert Evidence((), ("7",)).shows("7.00")

"""Figures too small for the networks are told by their digits; what the page shows of its own digits helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.recognition.figures import Read, evidence, known_figure, learned, told
from ocr.recognition.inking import printed
from ocr.recognition.typeface import Typeface
from tests.ocr.recognition.soft_print import EM, SOFT, box_of, soft_view

if TYPE_CHECKING:
    from ocr.recognition.typeface import Ink

SCALE = 3.0
FACE = Typeface(EM * SCALE, SOFT * SCALE)
FORMS = ("#.##", "##.##", "###.##", "####.##", "#####.##")


def ink_of(text: str) -> Ink:
    line = (60, 80, text)
    return printed(soft_view([line]), EM, SCALE).around(box_of(line))


def right(told_text: str, truth: str) -> int:
    return sum(a == b for a, b in zip(told_text, truth, strict=True))


@pytest.mark.parametrize("text", ["6015.02", "7867.60", "0.00", "120.56", "13406.68", "83.49"])
def test_a_soft_figure_is_told(text: str) -> None:
    figure = told(ink_of(text), FACE, FORMS)
    assert figure is not None
    assert figure.text == text
    assert figure.likeness > 0.95


def test_no_form_tells_nothing() -> None:
    assert told(ink_of("6.00"), FACE, ()) is None


def test_what_a_digit_may_be_besides_stays_known() -> None:
    figure = told(np.asarray(cv2.GaussianBlur(ink_of("868.38"), (0, 0), 4.0), np.float32), FACE, ("###.##",))
    assert figure is not None
    assert figure.rivals
    assert all(0 <= place < 6 and digit.isdigit() and 0 < share < 1 for place, digit, share in figure.rivals)


def test_what_the_networks_read_is_weighed_where_they_saw_as_many_characters() -> None:
    assert Read("小写:12.50").odds("##.##")[0] == {"1": 1}
    assert Read("12.50", ((0, "7", 0.3),)).odds("##.##")[0] == {"1": 0.7, "7": 0.3}
    assert Read("1250").odds("##.##") == ({}, {}, {}, {}, {})


def test_doubtful_digits_follow_the_networks() -> None:
    blurred = np.asarray(cv2.GaussianBlur(ink_of("868.38"), (0, 0), 6.0), np.float32)
    figure = told(blurred, FACE, ("###.##",), Read("868.38"))
    assert figure is not None
    assert figure.text == "868.38"


def test_evidence_grows_with_likeness() -> None:
    worth = [evidence(alike) for alike in (-0.5, 0.0, 0.8, 0.9, 0.99, 1.0)]
    assert worth == sorted(worth)
    assert worth[:2] == [0, 0]


def test_a_known_figure_tells_the_size_of_print() -> None:
    known = known_figure(ink_of("9875793246"), "9875793246", FACE.sized(FACE.em * 1.05))
    assert known.likeness > 0.97
    assert known.face.em == pytest.approx(FACE.em, rel=0.05)


def test_the_pages_own_digits_are_learned_from_known_figures() -> None:
    wrong = Typeface(FACE.em, 1.4 * FACE.soft)
    texts = ("9875793246", "52067732", "14415.78")
    face = learned([known_figure(ink_of(text), text, wrong) for text in texts])
    before, after = (told(ink_of("3160.94"), one, ("####.##",)) for one in (wrong, face))
    assert before is not None
    assert after is not None
    assert right(after.text, "3160.94") >= right(before.text, "3160.94")
    assert after.likeness > before.likeness

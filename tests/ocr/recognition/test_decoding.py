from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.recognition.decoding import NOTHING, decode_line
from ocr.recognition.paddle import LineDecoder

ALPHABET = ("", "a", "b", "c")


def steps(*peaks: tuple[int, float]) -> np.ndarray:
    """Time steps, each with its best class and probability."""
    line = np.zeros((len(peaks), len(ALPHABET)), np.float32)
    for row, (index, probability) in enumerate(peaks):
        line[row] = (1 - probability) / 3
        line[row, index] = probability
    return line


def test_repeats_collapse_and_blanks_part_them() -> None:
    seen = decode_line(steps((1, 1), (1, 1), (0, 1), (1, 1), (2, 1)), ALPHABET)
    assert seen.text == "aab"


def test_each_character_counts_with_its_best_step() -> None:
    seen = decode_line(steps((1, 0.6), (1, 0.9), (0, 0.99), (2, 0.7)), ALPHABET)
    assert seen.confidence == pytest.approx(0.8)
    assert seen.spread == pytest.approx(0.7)


def test_sure_blanks_do_not_raise_the_confidence() -> None:
    assert decode_line(steps((0, 1), (3, 0.5), (0, 1)), ALPHABET).confidence == pytest.approx(0.5)


def test_blank_paper_says_nothing() -> None:
    assert decode_line(steps((0, 1), (0, 1)), ALPHABET) == NOTHING


def test_a_batch_keeps_its_order() -> None:
    batch = np.stack([steps((1, 0.9), (0, 1)), steps((2, 0.8), (3, 0.6))])
    seen, confidences = LineDecoder(ALPHABET)([batch], return_word_box=False)
    assert [line.text for line in seen] == ["a", "bc"]
    assert confidences == pytest.approx([0.9, 0.7])


def test_the_runner_up_of_a_doubtful_character_is_told_with_its_place() -> None:
    line = steps((1, 1), (2, 0.9), (0, 1))
    line[1] = (0.0, 0.05, 0.9, 0.05)
    assert decode_line(line, ALPHABET).rivals == ((1, "a", 0.05), (1, "c", 0.05))


def test_a_sure_character_has_no_rivals_and_the_blank_is_none() -> None:
    line = steps((1, 1), (2, 0.9))
    line[1] = (0.095, 0.001, 0.9, 0.004)
    assert decode_line(line, ALPHABET).rivals == ()


def test_rivals_are_those_of_the_best_step_of_a_run() -> None:
    line = steps((1, 0.5), (1, 0.9))
    line[0] = (0.0, 0.5, 0.4, 0.1)
    line[1] = (0.0, 0.9, 0.02, 0.08)
    assert decode_line(line, ALPHABET).rivals == ((0, "c", 0.08), (0, "b", 0.02))


def test_where_the_characters_begin_and_end_is_told() -> None:
    seen = decode_line(steps((0, 1), (1, 1), (0, 1), (2, 1), (2, 1), (0, 1), (0, 1), (0, 1)), ALPHABET)
    assert seen.reach == (1 / 8, 5 / 8)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.3, 0.45, 0.5, 0.55, 0.99])), min_size=1, max_size=30))
def test_the_likeliest_class_of_each_step_counts_however_sure_its_blanks_are(peaks: list[tuple[int, float]]) -> None:
    line = steps(*peaks)
    likeliest = [int(index) for index in line.argmax(axis=1)]
    kept = [index for index, before in zip(likeliest, [-1, *likeliest], strict=False) if index not in {0, before}]
    assert decode_line(line, ALPHABET).text == "".join(ALPHABET[index] for index in kept)

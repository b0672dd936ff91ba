"""Captions in soft print are known again by what the network thinks of them, and nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from ocr.recognition.phrases import Phrase, Spelling, decode_soft, settled

if TYPE_CHECKING:
    from ocr.recognition.decoding import Seen
    from ocr.recognition.runtimes import Floats

CHARACTERS = ("", *"个人自付费现金支账户产贴性别女男：:0123456789.项目名称颗西药中")


def chances(*steps: str | dict[str, float]) -> Floats:
    """What a network thinks step by step, a blank between: a sure character, or several with their shares."""
    rows = [np.eye(len(CHARACTERS), dtype=np.float32)[0]]
    for step in steps:
        row = np.full(len(CHARACTERS), 1e-6, np.float32)
        shares = {step: 0.98} if isinstance(step, str) else step
        for character, share in shares.items():
            row[CHARACTERS.index(character)] = share
        rows += [row, np.eye(len(CHARACTERS), dtype=np.float32)[0]]
    return np.array(rows)


def seen(*steps: str | dict[str, float]) -> Seen:
    return decode_soft(chances(*steps), CHARACTERS)


def told(*lines: Seen) -> list[str]:
    return [line.text for line in settled(lines)]


CASH = ("个", "人", {"产": 0.6, "现": 0.3}, {"产": 0.5, "金": 0.4}, "支", {"颗": 0.7, "付": 0.2}, "：", "1", ".", "2")


def test_a_label_that_the_network_half_thought_of_is_put_right_and_its_value_kept() -> None:
    assert seen(*CASH).text == "个人产产支颗：1.2"
    assert told(seen(*CASH)) == ["个人现金支付：1.2"]


def test_a_heading_must_be_the_whole_of_the_line() -> None:
    assert told(seen("项", {"药": 0.6, "目": 0.3}, "名", "称")) == ["项目名称"]
    assert told(seen("项", {"药": 0.6, "目": 0.3}, "名", "称", "1", "2", "3")) == ["项药名称123"]


def test_a_usual_value_is_put_right_behind_its_label() -> None:
    assert told(seen("性", {"颗": 0.6, "别": 0.3}, "：", {"男": 0.3, "女": 0.6})) == ["性别：女"]


def test_what_two_labels_fit_alike_is_told_by_the_one_that_is_left() -> None:
    torn = ("个", "人", "自", {"颗": 0.6, "付": 0.19, "费": 0.2}, "：", "9")
    clear = ("个", "人", "自", {"颗": 0.5, "费": 0.45}, "：", "2")
    assert told(seen(*torn)) == ["个人自颗：9"]
    assert told(seen(*torn), seen(*clear)) == ["个人自付：9", "个人自费：2"]


def test_headings_may_stand_over_several_groups_of_columns() -> None:
    heading = seen({"药": 0.6, "项": 0.3}, "目", "名", "称")
    assert told(heading, heading) == ["项目名称", "项目名称"]


@pytest.mark.parametrize("text", ["", "6015.02", "药", "个", "女", "：", "中药名称"])
def test_what_is_like_no_phrase_stays(text: str) -> None:
    assert told(seen(*text)) == [text]


def test_runner_up_characters_move_with_the_value() -> None:
    (line,) = settled([seen(*CASH[:-1], {"2": 0.7, "7": 0.25})])
    assert [(line.text[index], other) for index, other, share in line.rivals if share > 0.2] == [("2", "7")]


def test_a_phrase_is_as_likely_as_its_likeliest_path() -> None:
    spelling = Spelling([Phrase("个人"), Phrase("人人"), Phrase("项目", label=True), Phrase("鼠")], CHARACTERS)
    weights, after = spelling.weights(chances("人", "人"))
    assert [phrase.text for phrase in spelling.phrases] == ["个人", "人人", "项目"]
    assert weights[1] == pytest.approx(0.0, abs=1e-6)
    assert weights[0] < -5 > weights[2]
    assert after[1] == 5


def test_nothing_printed_is_no_phrase() -> None:
    assert Spelling([], CHARACTERS).weights(chances("人"))[0].size == 0
    assert told(seen()) == [""]

"""Classes that are kept, and texts spelt in them."""

from __future__ import annotations

import pytest

from tools.soft_print.alphabet import Alphabet, common

SMALL = Alphabet(("", "1", "2", ".", "元", "鑫", "🛁", " "))


def test_a_text_is_spelt_in_classes_and_read_back_from_repeats_and_blanks() -> None:
    codes = SMALL.coded("12.1元")
    assert codes == [1, 2, 3, 1, 4]
    assert SMALL.read([0, 1, 1, 0, 2, 3, 3, 1, 4, 4, 0]) == "12.1元"


def test_two_equal_characters_are_told_apart_by_a_blank() -> None:
    assert SMALL.read([1, 0, 1, 1]) == "11"


def test_blanks_are_not_spelt() -> None:
    assert SMALL.coded(" 1  2\t元 ") == [1, 2, 4]


@pytest.mark.parametrize("text", ["1龘", "", "   "])
def test_a_text_with_a_strange_character_or_with_none_is_skipped(text: str) -> None:
    assert SMALL.coded(text) is None


def test_common_characters_are_kept_and_rare_ones_only_where_a_text_has_them() -> None:
    assert SMALL.kept(()) == [0, 1, 2, 3, 4, 7]
    assert SMALL.kept(["黄鑫"]) == [0, 1, 2, 3, 4, 5, 7]


def test_kept_classes_keep_their_order_and_characters() -> None:
    assert SMALL.only([0, 2, 4, 7]).characters == ("", "2", "元", " ")


@pytest.mark.parametrize("keep", [[], [1, 2, 7], [0, 1, 2], [0, 2, 1, 7], [0, 1, 1, 7]])
def test_classes_without_blank_or_space_or_out_of_order_are_refused(keep: list[int]) -> None:
    with pytest.raises(ValueError, match="blank"):
        SMALL.only(keep)


def test_the_first_level_of_the_standard_has_its_3755_characters() -> None:
    assert len(common()) == 3755
    assert {"啊", "座", "药"} <= common()
    assert "鑫" not in common()

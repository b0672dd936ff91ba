from __future__ import annotations

from math import inf

import pytest

from ocr.extraction.layout import lay_out
from ocr.extraction.order import reading_order
from ocr.extraction.records import Record
from tests.papers import PITCH, a_text, a_word

FULL = 100.0 + 4 * PITCH


def rows_of(*blocks: tuple[str, ...]) -> list[Record]:
    found = []
    for group, names in enumerate(blocks):
        for line, name in enumerate(names):
            pieces = lay_out(a_text([a_word(name, 60 + 400 * group, 100 + line * PITCH)])).pieces
            found.append(Record(group, 100.0 + line * PITCH, {"name": pieces}))
    return found


def read(blocks: tuple[tuple[str, ...], ...], end: float = FULL, groups: int = 0) -> list[str]:
    ordered = reading_order(rows_of(*blocks), groups or len(blocks), 30.0, end)
    return [row.cells["name"][0].text for row in ordered]


def test_two_blocks_of_a_full_form_are_read_down() -> None:
    assert read((("甲", "乙", "丙"), ("丁", "戊", "己"))) == list("甲乙丙丁戊己")


def test_two_blocks_with_room_under_them_are_read_across() -> None:
    assert read((("甲", "乙", "丙"), ("丁", "戊")), end=FULL + 3 * PITCH) == list("甲丁乙戊丙")


def test_where_the_close_of_the_table_was_not_read_two_blocks_are_read_down() -> None:
    assert read((("甲", "乙"), ("丙", "丁")), end=inf) == list("甲乙丙丁")


def test_three_blocks_are_read_across() -> None:
    assert read((("甲", "丁"), ("乙", "戊"), ("丙",))) == list("甲乙丙丁戊")


def test_blocks_that_stay_empty_tell_that_the_others_were_filled_down() -> None:
    assert read((("甲", "乙"), ("丙", "丁"), ("戊",)), groups=5) == list("甲乙丙丁戊")


@pytest.mark.parametrize("groups", [2, 3])
def test_categories_in_national_order_down_are_read_down_however_many_blocks(groups: int) -> None:
    blocks = (("床位费", "诊察费", "检查费"), ("化验费", "治疗费", "手术费"), ("护理费", "卫生材料费", "西药费"))[
        :groups
    ]
    assert read(blocks) == [name for block in blocks for name in block]


def test_categories_in_national_order_across_are_read_across() -> None:
    assert read((("床位费", "检查费"), ("诊察费", "化验费"))) == ["床位费", "诊察费", "检查费", "化验费"]


def test_a_right_block_shorter_by_more_than_a_row_was_filled_last_whatever_room_is_below() -> None:
    assert read((("甲", "乙", "丙", "丁"), ("戊",)), end=FULL + 3 * PITCH) == list("甲乙丙丁戊")


def test_long_blocks_are_those_of_a_statement_and_read_down() -> None:
    left, right = tuple(f"左{n}" for n in range(20)), tuple(f"右{n}" for n in range(20))
    assert read((left, right), end=100.0 + 30 * PITCH) == [*left, *right]

from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.extraction.layout import lay_out, text_lines
from ocr.extraction.level import fit_levelling
from ocr.pages import Rule, Word
from tests.ocr.extraction.tables import rows_of
from tests.papers import HEIGHT, a_statement_page, a_text, a_word, set_lines

ROWS = [("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36", "14", "47.04")] * 20


def fanned(words: tuple[Word, ...], *, slope: float, fan: float) -> list[Word]:
    """The same words on lines that rise by ``slope``, more so further down the page."""
    moved = []
    for word in words:
        x, y, w, h = word.box
        rise = (slope + fan * (y - 500) / 1000) * (x + w / 2 - 600)
        moved.append(Word(word.text, word.confidence, (x, round(y + rise), w, h), word.spread))
    return moved


@pytest.mark.parametrize(("slope", "fan"), [(0.0, 0.0), (0.02, 0.0), (-0.015, 0.02), (0.03, -0.03)])
def test_lines_that_fan_out_are_laid_level(slope: float, fan: float) -> None:
    straight = a_statement_page(ROWS)
    bent = a_text(fanned(straight.words, slope=slope, fan=fan))
    lines = text_lines(lay_out(bent).pieces)
    assert [len(line) for line in lines] == [len(line) for line in text_lines(lay_out(straight).pieces)]


def test_leaning_columns_are_set_upright() -> None:
    words = [a_word("盐酸二甲双胍片", 100 + i, 100 + 44 * i) for i in range(40)]
    pieces = lay_out(a_text(words)).pieces
    lefts = [piece.left for piece in pieces]
    assert max(lefts) - min(lefts) < 4


def test_a_page_without_words_stays_as_it_is() -> None:
    assert fit_levelling([]).y(3.0, 4.0) == 4.0
    assert lay_out(a_text([])).pieces == ()


def test_a_tall_box_of_several_rows_becomes_one_piece_a_row() -> None:
    stacked = Word("支支盒", 0.99, (500, 100, 28, 3 * HEIGHT), 0.99)
    assert [p.text for p in lay_out(a_text([stacked])).pieces] == ["支", "支", "盒"]


def test_part_of_a_box_takes_its_share_of_the_width() -> None:
    (piece,) = lay_out(a_text([a_word("姓名：张三", 100, 100)])).pieces
    part = piece.part(3, 5)
    assert part.text == "张三"
    assert part.left > piece.x
    assert part.box[0] + part.box[2] <= 100 + 5 * 24 + 1


def test_rules_become_levels_and_posts() -> None:
    page = a_text(set_lines([[(100, "金额")]]), rules=[Rule(50, 90, 900, 92), Rule(300, 90, 302, 900)])
    sheet = lay_out(page)
    assert len(sheet.levels) == len(sheet.posts) == 1


LABELS = [a_word("住院号", x, y) for y in range(100, 800, 60) for x in (60, 460, 860)]
VALUES = [a_word("60018812", x, y) for y in range(112, 800, 60) for x in (180, 580, 980)]
"""A form whose values were printed a little below their labels."""


def rules_at(slope: float) -> list[Rule]:
    return [Rule(50, y, 1150, round(y + 1100 * slope)) for y in range(90, 850, 60)]


@pytest.mark.parametrize("slope", [0.0, 0.03])
def test_rules_say_what_is_level_where_values_stand_off_their_labels(slope: float) -> None:
    words = [replace(w, box=(w.box[0], round(w.box[1] + slope * w.box[0]), *w.box[2:])) for w in (*LABELS, *VALUES)]
    sheet = lay_out(a_text(words, rules=rules_at(slope)))
    first = [piece.y for piece in sheet.pieces if piece.text == "住院号"][:3]
    assert max(first) - min(first) < 4


def test_edges_of_other_things_that_were_found_as_rules_say_nothing() -> None:
    page = a_statement_page(ROWS)
    edges = [Rule(50, 90, 1150, 140), Rule(50, 400, 700, 398), Rule(100, 700, 1100, 660), Rule(50, 900, 1150, 935)]
    levels = [[piece.y for piece in lay_out(found).pieces] for found in (page, replace(page, rules=tuple(edges)))]
    assert levels[0] == levels[1]


def test_an_electronic_original_is_level_whatever_its_words_feign() -> None:
    page = replace(a_text([*LABELS, *VALUES]), origin="pdf")
    assert {round(piece.y) - piece.box[1] - piece.box[3] // 2 for piece in lay_out(page).pieces} <= {0, 1}


ROLL = (
    ("复核：胥静晟", (982, 755, 96, 21)),
    ("收款员：龚晟", (767, 754, 96, 21)),
    ("收款单位(公章)：福建海澄骨科医院", (767, 728, 252, 19)),
    ("自费：62.56", (767, 698, 91, 21)),
    ("个人自付：235.34", (767, 669, 129, 21)),
    ("现金支付：297.90", (767, 641, 130, 21)),
    ("其他支付：0.00", (767, 613, 114, 21)),
    ("医保个人账户支付：0.00", (767, 585, 174, 19)),
    ("医保统筹支付：182.58", (769, 556, 158, 19)),
    ("小写：480.48", (768, 530, 97, 18)),
    ("金额合计（大写）：肆佰捌拾元肆角捌分", (766, 499, 284, 22)),
    ("480.48", (1141, 430, 58, 20)),
    ("80.08", (992, 430, 51, 20)),
    ("注射用生长抑素", (769, 429, 120, 21)),
    ("6", (1084, 430, 16, 18)),
    ("数量", (1051, 399, 43, 22)),
    ("金额", (1130, 398, 40, 22)),
    ("单价", (978, 397, 43, 24)),
    ("名称", (841, 398, 40, 22)),
    ("收费日期：2025-1-16", (767, 356, 153, 22)),
    ("参保类型：城镇职工医保", (769, 330, 173, 19)),
    ("门诊号：89421174", (768, 303, 128, 18)),
    ("性别：男", (979, 274, 77, 23)),
    ("缴款人：巫桂", (767, 275, 96, 21)),
    ("号码：7430325919", (767, 248, 130, 21)),
    ("代码：43060225", (767, 220, 113, 20)),
    ("福建海澄骨科医院门诊收费凭证", (823, 181, 321, 25)),
)
"""The few words of a till's roll: edges that chance to lie near each other feign columns of every slope."""


def test_a_page_of_few_words_stays_as_it_stands() -> None:
    page = a_text([Word(text, 0.99, box, 0.99) for text, box in ROLL])
    assert rows_of(page, "unit_price", "quantity", "amount") == [("80.08", "6", "480.48")]
    assert all(abs(piece.left - piece.box[0]) < 20 for piece in lay_out(page).pieces)

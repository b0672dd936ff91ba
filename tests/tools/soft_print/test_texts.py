"""Texts that lines are drawn with."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest

from review.money import parse_words
from tools.soft_print.sources import LONGEST, TEXTS, names_in, phrases, table, words
from tools.soft_print.texts import MADE, Writer, amount, in_capitals

if TYPE_CHECKING:
    from pathlib import Path

WORDS = words()
TEMPLATES = table(TEXTS)["templates"]


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable drawing


def test_the_same_seed_writes_the_same_and_another_does_not() -> None:
    one, same, other = (Writer(chance(seed), WORDS) for seed in (5, 5, 6))
    texts = [one.text() for _ in range(50)]
    assert texts == [same.text() for _ in range(50)]
    assert texts != [other.text() for _ in range(50)]


def test_each_slot_of_each_template_is_known_and_its_share_above_nothing() -> None:
    slots = {
        slot for shares in TEMPLATES.values() for template in shares for slot in re.findall(r"\{(\w+)\}", template)
    }
    assert slots <= TEMPLATES.keys() | MADE.keys() | WORDS.keys()
    assert all(share > 0 for shares in TEMPLATES.values() for share in shares.values())
    assert "text" in TEMPLATES


def test_every_list_has_words_and_no_word_is_a_template() -> None:
    assert all(WORDS.values())
    assert not [word for these in WORDS.values() for word in these if "{" in word]


def test_no_text_keeps_a_slot() -> None:
    writer = Writer(chance(2), WORDS)
    assert not [text for text in (writer.text() for _ in range(2000)) if re.search(r"[{}]", text)]


def test_texts_are_of_many_kinds() -> None:
    writer = Writer(chance(3), WORDS)
    texts = [writer.text() for _ in range(2000)]
    kinds = {
        "figure": r"-?[￥¥]?[\d,]+\.\d+元?",
        "labelled": r".+[：:].*",
        "capitals": r"[零壹贰叁肆伍陆柒捌玖].*[整正角分]",
    }
    counts = Counter(name for text in texts for name, form in kinds.items() if re.fullmatch(form, text))
    assert counts["figure"] > 250
    assert counts["labelled"] > 150
    assert counts["capitals"] > 40


@pytest.mark.parametrize("seed", range(40))
def test_amounts_in_words_say_their_amount(seed: int) -> None:
    said = parse_words(in_capitals(chance(seed)))
    assert said == amount(chance(seed))


@pytest.mark.parametrize("decimals", range(5))
def test_amounts_have_their_decimals_and_stay_below_a_hundred_thousand(decimals: int) -> None:
    rng = chance(decimals)
    amounts = [amount(rng, decimals) for _ in range(300)]
    assert {figure.as_tuple().exponent for figure in amounts} == {-decimals}
    assert max(amounts) <= Decimal(100_000)
    assert 5 < amounts.count(Decimal(0)) < 75


def test_thousands_are_set_off_and_say_the_same() -> None:
    seeds = range(60)
    plain, marked = ([MADE[kind](chance(seed)) for seed in seeds] for kind in ("sum", "thousands"))
    assert plain == [text.replace(",", "") for text in marked]
    assert any("," in text for text in marked)


def test_days_are_days_of_the_calendar() -> None:
    writer = Writer(chance(4), WORDS)
    months = [int(found[1]) for _ in range(300) if (found := re.match(r"\d{4}-(\d\d)-\d\d$", writer.text("date")))]
    assert len(months) > 60
    assert set(months) <= set(range(1, 13))


def test_extra_names_stand_for_named_goods_short_and_once() -> None:
    found = words(["阿莫西林 胶囊", "阿莫西林胶囊", "长" * 40])["named"]
    assert found == sorted(["阿莫西林胶囊", "长" * LONGEST])
    assert words()["named"] != found


def test_names_are_read_a_line_each_or_from_a_column(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("\ufeff布洛芬\n\n 头孢克肟 \n", "utf-8")
    (tmp_path / "list.csv").write_text("code,name\n1,布洛芬\n2,\n3,头孢克肟\n", "utf-8")
    assert names_in(str(tmp_path / "names.txt")) == ["布洛芬", "头孢克肟"]
    assert names_in(f"{tmp_path / 'list.csv'}:name") == ["布洛芬", "头孢克肟"]
    with pytest.raises(ValueError, match="no column price, but code, name"):
        names_in(f"{tmp_path / 'list.csv'}:price")


def test_phrases_of_a_layout_are_those_printed_whole() -> None:
    layout = {
        "title": "{hospital}清单",
        "columns": [["name", "项目名称", 3], ["amount", "金额（元）", 2.4]],
        "dpi": 200,
    }
    assert list(phrases(layout)) == ["项目名称", "金额（元）"]

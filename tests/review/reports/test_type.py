"""The shipped fonts draw what claims contain; what they cannot draw is shown, never dropped."""

from __future__ import annotations

import csv

import pytest

from resources import ROOT
from review.reports.type import printable, width


def gbk() -> str:
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(pair.decode("gbk", "ignore") for pair in pairs)


def test_every_character_of_gbk_is_drawn_as_it_is() -> None:
    assert len(gbk()) > 6700
    assert printable(gbk()) == gbk()


def test_every_name_of_the_national_drug_list_is_drawn_as_it_is() -> None:
    with (ROOT / "catalogues" / "nrdl-2024" / "entries.csv").open(encoding="utf-8", newline="") as rows:
        names = [row["name"] for row in csv.DictReader(rows)]
    assert len(names) > 4000
    assert [name for name in names if printable(name) != name] == []


@pytest.mark.parametrize("sign", ["✓", "▲", "■", "○", "Σ", "¥", "￥", "×", "÷", "≤", "≥", "→", "㎡", "℃", "䶮", "𬭩"])
def test_signs_and_rare_names_are_drawn_as_they_are(sign: str) -> None:
    assert printable(sign) == sign
    assert width(sign, 10) > 0
    assert width(sign, 10, bold=True) > 0


def test_a_character_no_font_has_stands_as_its_code_point() -> None:
    assert printable("张𪚥") == "张〔U+2A6A5〕"


def test_a_radical_sign_gives_way_to_the_character() -> None:
    assert printable("⼉⼥") == "儿女"


def test_control_characters_are_seen_and_line_breaks_become_blanks() -> None:
    assert printable("甲\n乙\t丙\x07") == "甲 乙 丙〔U+0007〕"


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / "fonts" / "OFL.txt").read_text(encoding="utf-8")

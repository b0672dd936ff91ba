"""Tables people write: each shipped row has a source, and a wrong row is told by file and place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from resources import ROOT
from review.checks.materials.tables import (
    Deadlines,
    Materials,
    deadlines_over,
    over,
    read_table,
    shipped_deadlines,
    shipped_materials,
)
from review.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

ROW = '[[material]]\ncode = "x"\nname = "证明"\nsource = "本局规定"\n'
LIMIT = '[[deadline]]\ncode = "x"\nname = "限期"\nsource = "本局规定"\n'


def a_table(folder: Path, text: str) -> Path:
    path = folder / "materials.toml"
    path.write_text(text, "utf-8")
    return path


def test_what_has_no_source_of_this_region_says_so() -> None:
    assert all("未经证实" in row.source for row in shipped_deadlines().deadline)
    assert "未经证实" in shipped_deadlines().supplement.source
    assert all(row.source for row in shipped_materials().material)


def test_an_own_row_replaces_the_shipped_one_whole_and_new_ones_follow(tmp_path: Path) -> None:
    own = read_table(a_table(tmp_path, ROW + ROW.replace('"x"', '"statement"')), Materials)
    rows = {row.code: row for row in over(shipped_materials(), own).material}
    assert rows["statement"].name == "证明"
    assert rows["statement"].missing is None
    assert list(rows)[-1] == "x"
    assert over(shipped_materials(), own).trauma == shipped_materials().trauma


def test_a_row_that_is_off_is_gone(tmp_path: Path) -> None:
    own = read_table(a_table(tmp_path, ROW.replace('"x"', '"referral"') + "off = true\n"), Materials)
    assert "referral" not in {row.code for row in over(shipped_materials(), own).material}


def test_an_own_span_for_supplements_leaves_the_deadlines_alone(tmp_path: Path) -> None:
    own = read_table(a_table(tmp_path, '[supplement]\nworking_days = 5\nsource = "本局规定"\n'), Deadlines)
    both = deadlines_over(shipped_deadlines(), own)
    assert both.supplement.working_days == 5
    assert both.deadline == shipped_deadlines().deadline


def test_own_deadlines_leave_the_span_alone(tmp_path: Path) -> None:
    own = read_table(a_table(tmp_path, LIMIT + "days = 90\n"), Deadlines)
    assert deadlines_over(shipped_deadlines(), own).supplement == shipped_deadlines().supplement


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ROW + 'missing = "perhaps"\n', "只能是"),
        (ROW + 'kinds = ["menu"]\n', "只能是"),
        (ROW + 'when = { any = ["rainy"] }\n', "没有“rainy”这种情形"),
        (ROW + "colour = 1\n", "不认识这个键"),
        (ROW.replace("本局规定", ""), "不能为空"),
        (ROW + ROW, "code 重复：x"),
        ("[[material]\n", "读不出来"),
        ("material = 3\n", "应为列表"),
    ],
)
def test_a_wrong_row_is_told(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(InputError, match=r"^materials\.toml") as fault:
        read_table(a_table(tmp_path, text), Materials)
    assert why in str(fault.value)


@pytest.mark.parametrize("span", ["", "days = 30\nmonths = 1\n", 'until = "02-30"\n', 'until = "3月31日"\n'])
def test_a_deadline_has_one_form_that_is_a_day(tmp_path: Path, span: str) -> None:
    with pytest.raises(InputError, match=r"deadline\[0\]"):
        read_table(a_table(tmp_path, LIMIT + span), Deadlines)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "materials.toml"
    path.write_bytes(b"\xff\x00\xfe")
    with pytest.raises(InputError, match="读不出来"):
        read_table(path, Materials)


def test_the_tables_of_the_manual_hold(tmp_path: Path) -> None:
    manual = (ROOT.parent / "docs" / "materials.md").read_text("utf-8")
    papers, deadlines = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    assert [row.code for row in read_table(a_table(tmp_path, papers), Materials).material] == ["home-page", "referral"]
    assert read_table(a_table(tmp_path, deadlines), Deadlines).supplement.working_days == 10

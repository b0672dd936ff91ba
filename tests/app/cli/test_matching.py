from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.cli.matching import LARGEST, LONGEST, read_lines
from review.errors import InputError
from review.services.office import DATABASE, data_home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

KEYS = ["printed", "automatic", "candidates"]
DAY = ("--date", "2025-03-01")


@pytest.fixture(autouse=True)
def cached(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, one for all these tests."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def a_file(folder: Path, text: str | bytes, name: str = "lines.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(folder: Path, text: str | bytes) -> str:
    with pytest.raises(InputError) as told:
        read_lines(a_file(folder, text))
    assert told.value.advice
    return told.value.code


def test_a_name_comes_to_its_entry_with_score_and_reasons(lingbao: Callable[..., Outcome]) -> None:
    (line,) = lingbao("match", "阿司匹林肠溶片", "--spec", "100mg*30片", *DAY, "--json").json["lines"]
    first = line["candidates"][0]
    assert list(line) == KEYS
    assert line["automatic"] is True
    assert list(first) == ["official_no", "name", "dosage_form", "class", "score", "reasons"]
    assert (first["official_no"], first["name"], first["class"]) == ("209", "阿司匹林", "甲")
    assert 0 < first["score"] <= 1
    assert first["reasons"]


def test_no_office_is_made_by_asking(lingbao: Callable[..., Outcome]) -> None:
    assert lingbao("match", "静脉输液", "--json").code == 0
    assert not (data_home() / DATABASE).exists()


def test_without_an_office_look_ups_are_made_once_for_the_user(lingbao: Callable[..., Outcome], cached: Path) -> None:
    first = lingbao("match", "静脉输液", *DAY, "--json")
    made = {path.name: path.stat().st_mtime_ns for path in cached.glob("lingbao/catalogues/*.catalogue")}
    again = lingbao("match", "静脉输液", *DAY, "--json")
    assert len(made) == 3
    assert again.json == first.json
    assert {path.name: path.stat().st_mtime_ns for path in cached.glob("lingbao/catalogues/*.catalogue")} == made


def test_a_cache_that_cannot_be_written_hinders_nothing(
    lingbao: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = a_file(tmp_path, "no folder", "blocked")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    (line,) = lingbao("match", "静脉输液", *DAY, "--json").json["lines"]
    assert line["candidates"][0]["name"] == "静脉输液"


def test_an_office_that_is_there_is_asked(lingbao: Callable[..., Outcome], office: Office) -> None:
    assert (office.home / DATABASE).exists()
    (line,) = lingbao("match", "静脉输液", "--unit", "组", *DAY, "--json").json["lines"]
    assert line["candidates"][0]["name"] == "静脉输液"


def test_a_file_is_answered_in_its_order(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    file = a_file(tmp_path, "spec,printed\n0.25g*24粒,阿莫西林胶囊\n,静脉输液\n,某种没有的东西\n")
    lines = lingbao("match", "--file", file, *DAY, "--json").json["lines"]
    assert [line["printed"] for line in lines] == ["阿莫西林胶囊", "静脉输液", "某种没有的东西"]
    assert [line["automatic"] for line in lines] == [True, True, False]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_are_read_as_spreadsheets_save_them(tmp_path: Path, encoding: str) -> None:
    (line,) = read_lines(a_file(tmp_path, "Printed ,Unit\r\n黄芪,g\r\n".encode(encoding)))
    assert (line.name, line.unit, line.spec) == ("黄芪", "g", "")


def test_a_file_without_the_column_is_refused_with_the_columns_it_has(
    lingbao: Callable[..., Outcome], tmp_path: Path
) -> None:
    ended = lingbao("match", "--file", a_file(tmp_path, "名称,规格\n黄芪,g\n"), "--json")
    assert ended.code == 2
    assert ended.json["error"]["code"] == "no-column"
    assert "名称" in ended.json["error"]["advice"]


def test_files_that_are_no_lines_are_refused_each_with_its_reason(tmp_path: Path) -> None:
    assert refused(tmp_path, "printed\n黄芪\n".encode("utf-16")) == "bad-encoding"
    assert refused(tmp_path, b"printed\n\xff\xfe\xfa\x80\n") == "bad-encoding"
    assert refused(tmp_path, "") == "no-column"
    assert refused(tmp_path, 'printed\n"黄芪"x\n') == "bad-csv"


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    large = a_file(tmp_path, "printed\n")
    os.truncate(large, LARGEST + 1)
    for file, code in ((large, "too-large"), (tmp_path / "none.csv", "no-such-file")):
        with pytest.raises(InputError) as told:
            read_lines(file)
        assert told.value.code == code
        assert told.value.advice


@pytest.mark.parametrize("name", ["", "黄", "长" * (LONGEST + 1), "长" * 300])
def test_a_name_of_one_character_or_of_hundreds_is_refused(lingbao: Callable[..., Outcome], name: str) -> None:
    ended = lingbao("match", name, "--json")
    assert ended.code == 2
    assert ended.json["error"]["code"] == "bad-name"


def test_in_a_file_such_a_name_gets_no_entry_and_a_note(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    file = a_file(tmp_path, f"printed\n黄\n{'长' * 300}\n静脉输液\n")
    short, long, good = lingbao("match", "--file", file, *DAY, "--json").json["lines"]
    assert [line["candidates"] for line in (short, long)] == [[], []]
    assert "1" in short["note"]
    assert "300" in long["note"]
    assert list(good) == KEYS


def test_lines_without_a_name_keep_their_place(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    lines = lingbao("match", "--file", a_file(tmp_path, "printed,spec\n,1g\n静脉输液\n"), *DAY, "--json").json["lines"]
    assert [line["printed"] for line in lines] == ["", "静脉输液"]
    assert [bool(line["candidates"]) for line in lines] == [False, True]


def test_a_name_that_comes_twice_is_answered_twice(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    first, second = lingbao("match", "--file", a_file(tmp_path, "printed\n黄芪\n黄芪\n"), *DAY, "--json").json["lines"]
    assert first == second


def test_the_unit_tells_a_piece_of_a_herb(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    lines = lingbao("match", "--file", a_file(tmp_path, "printed,unit\n黄芪,g\n黄芪,盒\n"), *DAY, "--json").json[
        "lines"
    ]
    assert [line["automatic"] for line in lines] == [True, False]


def test_a_file_of_headings_alone_has_no_lines(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    assert lingbao("match", "--file", a_file(tmp_path, "printed,spec\n"), "--json").json == {"lines": []}


def test_a_printed_code_leads_to_its_entry(lingbao: Callable[..., Outcome]) -> None:
    (line,) = lingbao("match", "腰穿穿刺术", "--code", "003101000160000", *DAY, "--json").json["lines"]
    assert any("编码" in reason for found in line["candidates"] for reason in found["reasons"])


def test_people_read_signs_scores_and_reasons(lingbao: Callable[..., Outcome]) -> None:
    told = lingbao("match", "氨溴索", *DAY).out
    assert told.startswith("? 氨溴索")
    assert "1244" in told


def test_a_day_that_is_none_is_refused(lingbao: Callable[..., Outcome]) -> None:
    assert lingbao("match", "静脉输液", "--date", "昨天").code == 2

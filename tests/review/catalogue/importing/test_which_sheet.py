"""Which of several sheets is read, and by which mapping."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import EntryKind, PaymentClass
from review.catalogue.importing.headings import look_at
from review.catalogue.importing.mapping import Mapping, as_json, from_json, guess, missing, signature
from review.catalogue.importing.reading import headings_of, read_catalogue
from review.errors import InputError
from tests.workbooks import DRUG_HEADINGS, SERVICE_HEADINGS, SUPPLY_HEADINGS, a_book, product, service, supply

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = Mapping(
    EntryKind.SERVICE,
    ("表1",),
    1,
    (("code", "甲列"), ("name", "乙列"), ("price_limit", "丙列")),
    (("payment_class", "乙"),),
)
ODD: list[list[Any]] = [["甲列", "乙列", "丙列"], ["001102000000001", "样例诊查费", 3]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录.xlsx"


def test_of_two_sheets_that_fit_a_person_must_choose(path: Path) -> None:
    a_book(path, {"西药": [DRUG_HEADINGS, product(1)], "中成药": [DRUG_HEADINGS, product(2)]})
    proposal = read_catalogue(path)
    assert (proposal.entries, proposal.stopped) == ((), True)
    assert "有几张表都像目录：“西药”、“中成药”" in proposal.faults[0].said


def test_the_sheet_of_the_whole_is_taken_and_the_others_are_named(path: Path) -> None:
    rows = {"说明": [["填表说明"]], "总表": [DRUG_HEADINGS, product(1)], "新增": [DRUG_HEADINGS, product(1)]}
    a_book(path, rows)
    proposal = read_catalogue(path)
    assert len(proposal.entries) == 1
    assert "读入了表“总表”；另有像目录的表没有读入：“新增”。" in proposal.notes


def test_a_hidden_sheet_gives_way_to_one_that_is_seen(path: Path) -> None:
    book = a_book(path, {"旧": [DRUG_HEADINGS, product(1)], "新": [DRUG_HEADINGS, product(2)]})
    book["旧"].sheet_state = "hidden"
    book.save(path)
    proposal = read_catalogue(path)
    assert proposal.places == (("新", 2),)
    assert any("没有读入：“旧”" in note for note in proposal.notes)


def test_several_sheets_of_the_same_headings_are_read_together_when_asked(path: Path) -> None:
    title: list[Any] = ["中成药目录"]
    a_book(path, {"西药": [DRUG_HEADINGS, product(1)], "中成药": [title, DRUG_HEADINGS, product(2)]})
    looks = headings_of(path)
    assert looks[0].guess
    proposal = read_catalogue(path, replace(looks[0].guess, sheets=("西药", "中成药")))
    assert proposal.places == (("西药", 2), ("中成药", 3))


def test_the_same_article_in_two_sheets_is_told_with_both_places(path: Path) -> None:
    a_book(path, {"甲": [DRUG_HEADINGS, product(1)], "乙": [DRUG_HEADINGS, product(1, 注册规格="1g")]})
    mapping = headings_of(path)[0].guess
    assert mapping
    fault = read_catalogue(path, replace(mapping, sheets=("甲", "乙"))).faults[0]
    assert (fault.sheet, fault.row) == ("乙", 2)
    assert "表“甲”第2行" in fault.said


def test_a_mapping_by_a_person_reads_headings_nobody_knows(path: Path) -> None:
    a_book(path, {"表1": ODD})
    proposal = read_catalogue(path, PLAIN)
    assert not proposal.faults
    assert (proposal.entries[0].payment_class, proposal.entries[0].name) == (PaymentClass.B, "样例诊查费")


def test_a_mapping_finds_its_headings_in_another_row(path: Path) -> None:
    a_book(path, {"表1": [["标题"], [], *ODD]})
    assert read_catalogue(path, PLAIN).places == (("表1", 4),)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sheets": ("无",)}, "没有表“无”"),
        ({"columns": (("name", "乙列"), ("code", "丁列"))}, "没有唯一的一列叫“丁列”"),
        ({"fixed": ()}, "没有找到“甲乙丙类”列"),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_stops(path: Path, changed: dict[str, object], said: str) -> None:
    a_book(path, {"表1": ODD})
    proposal = read_catalogue(path, replace(PLAIN, **changed))  # type: ignore[arg-type]
    assert (proposal.entries, proposal.stopped) == ((), True)
    assert said in proposal.faults[0].said


@pytest.mark.parametrize("changed", [{"columns": (("nonsense", "乙列"),)}, {"fixed": (("price_limit", "3"),)}])
def test_a_mapping_of_things_no_entry_has_is_refused(path: Path, changed: dict[str, object]) -> None:
    a_book(path, {"表1": ODD})
    with pytest.raises(InputError, match="对应关系不能用"):
        read_catalogue(path, replace(PLAIN, **changed))  # type: ignore[arg-type]


def test_a_heading_that_stands_twice_is_not_guessed_between(path: Path) -> None:
    a_book(path, {"总表": [[*DRUG_HEADINGS, "甲乙类"], [*product(1), "甲"]]})
    proposal = read_catalogue(path)
    assert proposal.stopped
    assert "甲乙丙类" in proposal.faults[0].said


def test_headings_are_shown_with_their_row_and_the_first_rows(path: Path) -> None:
    a_book(path, {"总表": [["标题"], DRUG_HEADINGS, product(1)], "空": []})
    full, bare = headings_of(path)
    assert (full.header_row, full.headings, full.rows) == (2, tuple(DRUG_HEADINGS), 3)
    assert (full.title, full.top[2][1]) == ("标题", "样品洛芬片1")
    assert (bare.header_row, bare.guess, bare.top) == (0, None, ())


def test_a_person_may_name_another_row_of_headings(path: Path) -> None:
    a_book(path, {"总表": [DRUG_HEADINGS, SERVICE_HEADINGS, service(1)]})
    seen = look_at(headings_of(path)[0], 2)
    assert seen.guess
    assert (seen.guess.kind, seen.guess.header_row) == (EntryKind.SERVICE, 2)


def test_the_signature_is_of_the_headings_wherever_they_stand(path: Path, tmp_path: Path) -> None:
    a_book(path, {"总表": [DRUG_HEADINGS, product(1)]})
    a_book(tmp_path / "b.xlsx", {"2027": [["标题"], [f" {h}" for h in DRUG_HEADINGS], product(1)]})
    one, other = headings_of(path)[0], headings_of(tmp_path / "b.xlsx")[0]
    assert one.signature == other.signature == signature(DRUG_HEADINGS)
    assert signature([*DRUG_HEADINGS, "新列"]) != one.signature


def test_a_remembered_mapping_is_put_on_another_file(path: Path) -> None:
    a_book(path, {"表9": [["标题"], *ODD]})
    seen = look_at(headings_of(path)[0], 2)
    fitted = from_json(as_json(PLAIN)).refit(seen)
    assert fitted == replace(PLAIN, sheets=("表9",), header_row=2)
    assert not read_catalogue(path, fitted).stopped


def test_headings_nobody_knows_are_looked_for_in_the_fullest_row(path: Path) -> None:
    a_book(path, {"表9": [["标题"], [], *ODD]})
    seen = headings_of(path)[0]
    assert (seen.header_row, seen.guess, seen.signature) == (3, None, signature(ODD[0]))
    fitted = PLAIN.refit(seen)
    assert fitted
    assert read_catalogue(path, fitted).places == (("表9", 4),)


def test_a_remembered_mapping_does_not_go_on_a_file_without_its_columns(path: Path) -> None:
    a_book(path, {"总表": [DRUG_HEADINGS, product(1)]})
    assert PLAIN.refit(headings_of(path)[0]) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "drug"}', as_json(PLAIN).replace("name", "nonsense")])
def test_a_kept_mapping_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="读不出来"):
        from_json(text)


def test_kinds_are_told_by_headings_and_else_by_the_title() -> None:
    assert [
        guessed.mapping.kind for h in (DRUG_HEADINGS, SERVICE_HEADINGS, SUPPLY_HEADINGS) if (guessed := guess(h))
    ] == [
        EntryKind.DRUG,
        EntryKind.SERVICE,
        EntryKind.SUPPLY,
    ]
    plain = ["编码", "名称", "甲乙丙", "单位"]
    assert guess(plain) is None
    told = guess(plain, hint="医用耗材目录")
    assert told
    assert told.mapping.kind is EntryKind.SUPPLY


def test_a_column_of_classes_tells_no_kind() -> None:
    told = guess(["项目编码", "项目名称", "甲乙类", "价格"])
    assert told
    assert told.mapping.kind is EntryKind.SERVICE


def test_what_is_missing_of_a_mapping_is_named() -> None:
    assert [field.label for field in missing(replace(PLAIN, fixed=()))] == ["甲乙丙类"]
    assert missing(PLAIN) == ()


@pytest.mark.parametrize(
    "headings",
    [
        ["*药品代码", "药品通用名(中文)", "甲 乙 类"],
        ["国家医保编码", "药品名称\n", "医保支付类别(甲/乙/丙)", "药品规格"],
    ],
)
def test_headings_are_known_with_marks_brackets_and_blanks(headings: list[str]) -> None:
    guessed = guess([heading.strip() for heading in headings])
    assert guessed
    assert guessed.fits
    assert not missing(guessed.mapping)


def test_supplies_beside_services_are_asked_about_too(path: Path) -> None:
    a_book(path, {"项目": [SERVICE_HEADINGS, service(1)], "耗材": [SUPPLY_HEADINGS, supply(1)]})
    assert "“项目”、“耗材”" in read_catalogue(path).faults[0].said

"""Compiled editions: mapped when sound, made anew when torn, old or of another content, never half written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from resources import ROOT
from review.catalogue.compiled import map_sections, write_sections
from review.catalogue.editions import CatalogueSet, Printed, load_editions
from review.catalogue.rows import Rows, row_sections
from review.catalogue.shelf import Shelf, compiled_shelf
from review.catalogue.texts import numbers
from tests.matching.big import big_entries, write_big_edition
from tests.review.catalogue.conftest import edition, product

if TYPE_CHECKING:
    from pathlib import Path

    from review.catalogue.entry import Entry

DAY = date(2025, 3, 1)
SECTIONS = {"a": memoryview("氯化钠".encode()), "b": numbers([1, 2, 70_000]), "none": numbers([])}
ENTRIES = (
    product("X1", "样例片", "A", spec="10mg*7片", brand="例安", maker="甲厂", price_limit=Decimal("12.30")),
    product("X2", "样例注射液", "B", remark="限二级及以上\n医疗机构", agreement="2025年1月1日至2026年12月31日"),
)


def file_of(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "one.catalogue"
    write_sections(path, "stamp", SECTIONS)
    return path


def opened(folder: Path, *entries: Entry, key: str = "one") -> Shelf:
    return compiled_shelf(edition(), key, lambda: entries, folder)


def refused(folder: Path, key: str = "one") -> Shelf:
    """The edition, where making it anew would be a mistake."""
    return compiled_shelf(edition(), key, lambda: pytest.fail("made anew"), folder)


def test_what_is_written_is_mapped_again(tmp_path: Path) -> None:
    mapped = map_sections(file_of(tmp_path), "stamp")
    assert mapped is not None
    assert bytes(mapped["a"]).decode() == "氯化钠"
    assert list(mapped["b"]) == [1, 2, 70_000]
    assert list(mapped["none"]) == []


def test_another_stamp_is_no_file(tmp_path: Path) -> None:
    assert map_sections(file_of(tmp_path), "another") is None


@pytest.mark.parametrize("at", [0, 9, 41, 60, -1])
def test_a_changed_byte_anywhere_is_noticed(tmp_path: Path, at: int) -> None:
    path = file_of(tmp_path)
    whole = bytearray(path.read_bytes())
    whole[at] ^= 0xFF
    path.write_bytes(bytes(whole))
    assert map_sections(path, "stamp") is None


@pytest.mark.parametrize("kept", [0, 1, 8, 39, 40, 100])
def test_a_torn_file_is_noticed(tmp_path: Path, kept: int) -> None:
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes()[:kept])
    assert map_sections(path, "stamp") is None


def test_a_missing_file_is_none_and_writing_leaves_nothing_else(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    assert map_sections(path.with_name("other.catalogue"), "stamp") is None
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_entries_come_back_as_they_were() -> None:
    rows = Rows(row_sections(ENTRIES))
    assert tuple(rows) == ENTRIES
    assert (len(rows), rows[-1], rows[:1], rows[5:]) == (2, ENTRIES[1], ENTRIES[:1], ())
    with pytest.raises(IndexError):
        rows[2]


def test_an_edition_is_made_once_and_mapped_after(tmp_path: Path) -> None:
    made = opened(tmp_path, *ENTRIES)
    mapped = refused(tmp_path)
    assert tuple(mapped.entries) == tuple(made.entries) == ENTRIES
    assert mapped.by_id("codes/X2") == ENTRIES[1]
    assert mapped.by_id("codes/X3") is None
    assert mapped.coded("X1") == (ENTRIES[0],)


def test_another_content_has_another_file(tmp_path: Path) -> None:
    opened(tmp_path, *ENTRIES)
    other = opened(tmp_path, ENTRIES[0], key="two")
    assert len(other.entries) == 1
    assert len(refused(tmp_path).entries) == 2


def test_files_of_older_word_lists_go_when_one_is_written(tmp_path: Path) -> None:
    opened(tmp_path, *ENTRIES)
    (kept,) = tmp_path.iterdir()
    older = [tmp_path / name for name in ("0123456789abcdef-00.catalogue", "old.catalogue")]
    other = tmp_path / "notes.txt"
    for path in (*older, other):
        path.write_bytes(kept.read_bytes())
    refused(tmp_path)
    assert all(path.exists() for path in older)
    opened(tmp_path, ENTRIES[0], key="two")
    assert not any(path.exists() for path in older)
    assert kept.exists()
    assert other.exists()
    assert len(list(tmp_path.glob("*.catalogue"))) == 2


def test_an_older_file_that_cannot_be_deleted_stays(tmp_path: Path) -> None:
    stuck = tmp_path / "stuck.catalogue"
    stuck.mkdir()
    assert tuple(opened(tmp_path, *ENTRIES).entries) == ENTRIES
    assert stuck.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"no folder")
    with pytest.raises(OSError, match="blocked"):
        opened(blocked, *ENTRIES)


def test_the_dates_of_an_edition_may_change_while_its_file_stays(tmp_path: Path) -> None:
    opened(tmp_path, *ENTRIES)
    withdrawn = replace(edition(), withdrawn="导入有误")
    shelf = compiled_shelf(withdrawn, "one", lambda: pytest.fail("made anew"), tmp_path)
    assert shelf.edition.withdrawn == "导入有误"


def test_a_torn_edition_is_made_anew(tmp_path: Path) -> None:
    opened(tmp_path, *ENTRIES)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-9])
    assert tuple(opened(tmp_path, *ENTRIES).entries) == ENTRIES
    assert tuple(refused(tmp_path).entries) == ENTRIES


def test_many_may_make_one_edition_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        shelves = list(pool.map(lambda _: opened(tmp_path, *ENTRIES), range(12)))
    assert {tuple(shelf.entries) for shelf in shelves} == {ENTRIES}
    assert len(list(tmp_path.iterdir())) == 1


def test_an_edition_of_no_rows_is_an_edition(tmp_path: Path) -> None:
    catalogue = CatalogueSet((opened(tmp_path),))
    assert catalogue.match(Printed("阿莫西林胶囊", code="X1"), DAY).candidates == ()
    assert catalogue.search("阿莫", DAY) == ()


def test_shipped_editions_match_alike_from_their_compiled_files(tmp_path: Path, shipped: CatalogueSet) -> None:
    load_editions(ROOT, cache=tmp_path)
    mapped = load_editions(ROOT, cache=tmp_path)
    for name in ("阿莫西林胶囊", "头孢曲松他唑巴坦注射液", "C-反应蛋白(CRP)测定", "换药(小)", "一次性吸氧管"):
        assert mapped.match(Printed(name), DAY) == shipped.match(Printed(name), DAY)
    assert mapped.search("amxl", DAY) == shipped.search("amxl", DAY)


def test_a_drug_code_edition_in_a_folder_keeps_what_products_say(tmp_path: Path) -> None:
    write_big_edition(tmp_path, 500)
    plain, cached = load_editions(tmp_path), load_editions(tmp_path, cache=tmp_path / "cache")
    expected = tuple(big_entries(500))
    assert tuple(plain.shelves[0].entries) == tuple(cached.shelves[0].entries) == expected
    assert cached.coded(expected[77].code, DAY) == (expected[77],)

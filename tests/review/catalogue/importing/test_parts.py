"""The parts of importing by themselves: cells, codes, classes, rows, merged cells, gathering."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from review.catalogue.entry import EntryKind, PaymentClass
from review.catalogue.importing.coding import class_of, code_fault
from review.catalogue.importing.columns import BY_KEY, FIELDS
from review.catalogue.importing.faults import KEPT, Faults
from review.catalogue.importing.gathering import Gathered
from review.catalogue.importing.mapping import plain
from review.catalogue.importing.noticing import lone, notice, stands_apart, tail_note
from review.catalogue.importing.prices import amount_of
from review.catalogue.importing.rows import Reader
from review.catalogue.importing.spreading import Spreading
from review.sheets.cells import cleaned, code_of, number_text, shown, text_of
from review.sheets.sheet import Marks, Merge, Sheet
from tests.workbooks import drug_code

COLUMNS = {"code": 0, "name": 1, "payment_class": 2, "price_limit": 3}
HEADINGS = {"code": "编码", "name": "名称", "payment_class": "类", "price_limit": "限价"}


def a_reader(kind: EntryKind = EntryKind.DRUG, **fixed: str) -> Reader:
    return Reader(kind, COLUMNS, HEADINGS, fixed, Faults())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  样品 片 ", "样品 片"),
        ("样品\r\n缓释片", "样品缓释片"),
        ("Sample\nTablet", "Sample Tablet"),
        ("样品\u200b\ufeff片", "样品片"),
        ("样品\u3000片\xa0(Ⅱ)", "样品 片 (Ⅱ)"),
        ("样品_x000D_\n片", "样品片"),
        ("\n\n样品\n", "样品"),
        ("a  b", "a b"),
    ],
)
def test_text_is_cleaned_of_what_nobody_sees(text: str, read: str) -> None:
    assert cleaned(text) == read


@pytest.mark.parametrize(
    ("number", "text"),
    [(1.0, "1"), (0.1 + 0.2, "0.3"), (1e-5, "0.00001"), (1.5e20, "150000000000000000000"), (-0.5, "-0.5")],
)
def test_numbers_are_shown_with_the_digits_a_spreadsheet_keeps(number: float, text: str) -> None:
    assert number_text(number) == shown(number) == text


@pytest.mark.parametrize("cell", ["样\x01品", "样\ufffd品", "锟斤拷", True, date(2025, 1, 1), timedelta(hours=30)])
def test_cells_that_are_no_text_say_so(cell: Any) -> None:
    assert text_of(cell)[1].endswith("。")


@pytest.mark.parametrize(
    ("cell", "code", "sound"),
    [
        ("００１１", "0011", True),
        ("\u00b4", "\u0301", True),
        (1234.0, "1234", True),
        (1e15, "1000000000000000", False),
        (12.5, "12.5", False),
        ("1e5", "1e5", False),
        ("XE12", "XE12", True),
    ],
)
def test_codes_are_written_in_one_way_and_lost_digits_are_faults(cell: Any, code: str, sound: bool) -> None:  # noqa: FBT001 - one column of a table
    read, wrong = code_of(cell)
    assert (read, not wrong) == (code, sound)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("¥1,200.50元", "1200.50"), (12, "12"), ("０.５", "0.5"), ("—", None), ("无限价", None), (" ", None)],
)
def test_amounts_are_decimals_or_nothing(cell: Any, amount: str | None) -> None:
    assert amount_of(cell) == (Decimal(amount) if amount else None, "")


@pytest.mark.parametrize("cell", ["1,20", "1-2", "十元", "50%", "1e3", "NaN", "Infinity", float(10**11)])
def test_what_only_looks_like_an_amount_is_a_fault(cell: Any) -> None:
    assert amount_of(cell)[1]


@pytest.mark.parametrize("printed", ["", "丁", "甲乙", "04", "AB", "可报丙类", "0"])
def test_classes_nobody_defined_are_none(printed: str) -> None:
    assert class_of(printed) is None


def test_every_class_is_known_by_its_sign_letter_number_and_words() -> None:
    for printed, meant in (("甲 乙丙", "ABC"), ("甲类 乙类 丙类", "ABC"), ("a b c", "ABC"), ("01 02 03", "ABC")):
        signs = printed.split() if " " in printed and len(printed) > 4 else list(printed.replace(" ", ""))
        assert [class_of(sign) for sign in signs] == [PaymentClass(letter) for letter in meant]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (EntryKind.DRUG, "XL02BBA326A001010102180"),
        (EntryKind.DRUG, "ZA01AAA0001010100001"),
        (EntryKind.SERVICE, "001102000050000"),
        (EntryKind.SERVICE, "001102000010300-110200001-1"),
        (EntryKind.SUPPLY, "C" + "0" * 19),
        (EntryKind.SUPPLY, "C" + "0" * 26),
    ],
)
def test_codes_of_the_nation_s_forms_are_right(kind: EntryKind, code: str) -> None:
    assert code_fault(kind, code) == ""


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (EntryKind.DRUG, "001102000050000"),
        (EntryKind.SERVICE, "00110200005000"),
        (EntryKind.SERVICE, "0011020000500000"),
        (EntryKind.SUPPLY, "C" + "0" * 20),
        (EntryKind.SUPPLY, "XL02BBA326A001010102180"),
    ],
)
def test_codes_of_other_forms_say_which_is_right(kind: EntryKind, code: str) -> None:
    assert "请" in code_fault(kind, code)


def test_a_row_becomes_an_entry_with_what_a_person_said_of_all() -> None:
    reader = a_reader(EntryKind.SERVICE, unit="次")
    entry = reader.entry(2, ["001102000050000", "样例诊查费", "乙", 3.5], "综合")
    assert entry
    assert (entry.unit, entry.section, entry.price_limit) == ("次", "综合", Decimal("3.5"))
    assert (entry.id, entry.official_no) == ("001102000050000", "001102000050000")


def test_a_short_row_lacks_what_it_lacks() -> None:
    reader = a_reader()
    assert reader.entry(7, [drug_code(1)], "") is None
    assert [(fault.row, fault.column) for fault in reader.faults.kept] == [(7, "名称"), (7, "类")]


def test_a_row_after_a_faulty_one_is_read_again() -> None:
    reader = a_reader()
    assert reader.entry(2, [drug_code(1), "", "甲", ""], "") is None
    assert reader.entry(3, [drug_code(1), "样品片", "甲", ""], "") is not None


def test_entries_without_numbers_have_keys_of_their_own() -> None:
    reader = Reader(EntryKind.DRUG, {"name": 0, "payment_class": 1}, HEADINGS, {}, Faults())
    gathered = Gathered(reader.faults)
    for row, cells in enumerate((["样品片", "甲"], ["样品片~2", "甲"], ["样品片", "乙"], ["样品胶囊", "乙"]), start=2):
        entry = reader.entry(row, list(cells), "")
        assert entry
        gathered.add(entry, row)
    assert [entry.id for entry in gathered.entries] == ["样品片", "样品片~2", "样品胶囊"]
    assert [fault.row for fault in reader.faults.kept if fault.stops] == [4]


def test_articles_of_one_number_in_two_chapters_stand_side_by_side() -> None:
    columns = {"official_no": 0, "name": 1, "payment_class": 2, "category": 3}
    reader = Reader(EntryKind.DRUG, columns, HEADINGS, {}, Faults())
    gathered = Gathered(reader.faults)
    for row, chapter in enumerate(("口腔", "外科", "眼科"), start=2):
        entry = reader.entry(row, ["★(5)", "样品片", "甲", chapter], "西药")
        assert entry
        gathered.add(entry, row)
    assert [entry.id for entry in gathered.entries] == ["西药-★(5)", "西药-★(5)~2", "西药-★(5)~3"]
    assert not reader.faults.kept


def test_faults_beyond_the_first_are_counted_and_stopping_ones_keep_their_room() -> None:
    faults = Faults()
    for row in range(KEPT + 10):
        faults.tell("看看", row)
    faults.stop("停", 9, found="x" * 500)
    assert (len(faults.kept), faults.unkept, faults.kept[0].said) == (KEPT + 1, 10, "停")
    assert len(faults.kept[0].found) == 61


def test_a_merged_cell_is_filled_down_to_its_last_row_only() -> None:
    faults = Faults()
    spreading = Spreading([Merge(2, 1, 3, 1)], COLUMNS, 2, faults)
    assert spreading.filled(2, ["a", "样品片"]) == ["a", "样品片"]
    assert spreading.filled(3, ["b"]) == ["b", "样品片"]
    assert spreading.filled(4, ["c"]) == ["c"]
    assert not faults.kept


@pytest.mark.parametrize(
    ("merge", "place"),
    [
        (Merge(2, 0, 3, 0), "A2:A3"),
        (Merge(2, 3, 4, 3), "D2:D4"),
        (Merge(2, 1, 2, 2), "B2:C2"),
        (Merge(2, 0, 9, 3), "A2:D9"),
    ],
)
def test_codes_prices_and_cells_over_columns_are_never_filled(merge: Merge, place: str) -> None:
    faults = Faults()
    spreading = Spreading([merge], COLUMNS, 2, faults)
    spreading.filled(2, ["a", "b", "c", "d"])
    assert [fault.stops for fault in faults.kept] == [True]
    assert faults.kept[0].said.startswith(f"{place} 合并成了一格")


@pytest.mark.parametrize("merge", [Merge(1, 0, 1, 3), Merge(2, 7, 5, 7), Merge(2, 0, 2, 3)])
def test_titles_and_columns_nobody_reads_are_merged_as_they_like(merge: Merge) -> None:
    faults = Faults()
    Spreading([merge], COLUMNS, 2, faults).filled(2, ["一、西药", "", "", ""])
    assert not faults.kept


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["", "样品", ""], (1, "样品")),
        (["a", "b"], (-1, "")),
        (["", " "], (-1, "")),
        ([" ", "样品"], (1, "样品")),
        (["1", "2", "3", "4", "5", "6"], (-1, "")),
    ],
)
def test_a_cell_alone_in_its_row_is_found(cells: list[Any], found: tuple[int, str]) -> None:
    assert lone(cells) == found


@pytest.mark.parametrize(
    ("at", "merged", "apart"),
    [
        ((1, "样品片"), False, False),
        ((1, "样品片"), True, True),
        ((9, "样品片"), False, True),
        ((0, "（二）综合类"), False, True),
        ((0, "第3章 检查"), False, True),
        ((0, "注：以上为准"), False, True),
        ((-1, ""), True, False),
    ],
)
def test_titles_stand_apart_and_torn_rows_do_not(at: tuple[int, str], merged: bool, apart: bool) -> None:  # noqa: FBT001 - columns of a table
    assert stands_apart(at, COLUMNS, merged=merged) is apart


def test_notes_below_a_table_are_known_by_their_first_word() -> None:
    assert all(map(tail_note, ("注：无", "（备注）x", "合计 12", "1.本表由局方解释", "制表人：张小满")))
    assert not any(map(tail_note, ("样品片", "甲", "001102")))


def test_what_is_hidden_above_the_rows_is_no_matter() -> None:
    faults = Faults()
    marks = Marks(hidden_rows=frozenset({1}), uncached=frozenset({(1, 0)}), broken=frozenset({(9, 9)}))
    notice(Sheet(name="", rows=lambda: iter(()), count=0, marks=marks), COLUMNS, HEADINGS, 2, faults)
    assert not faults.kept


def test_every_field_is_an_attribute_of_an_entry_with_a_label_and_known_headings() -> None:
    entry = a_reader().entry(2, [drug_code(1), "样品片", "甲", ""], "")
    assert entry
    for rule in FIELDS:
        assert hasattr(entry, rule.key)
        assert rule.label
        assert len(set(rule.headings)) == len(rule.headings)
    for kind in EntryKind:
        keys = [rule.key for rule in FIELDS if kind in rule.kinds]
        assert len(set(keys)) == len(keys)
    assert {rule.key for rule in FIELDS} == set(BY_KEY)


@pytest.mark.parametrize(
    ("heading", "written"),
    [("*药品 代码（必填）", "药品代码"), ("Payment_Class", "paymentclass"), ("（元）", "(元)"), ("", "")],
)
def test_headings_are_compared_in_one_way_of_writing(heading: str, written: str) -> None:
    assert plain(heading) == written

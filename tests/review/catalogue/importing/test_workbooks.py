"""Provincial workbooks, service and supply catalogues as offices have them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import EntryKind, PaymentClass
from review.catalogue.importing.reading import read_catalogue
from review.errors import InputError
from tests.workbooks import (
    DRUG_HEADINGS,
    SERVICE_HEADINGS,
    SUPPLY_HEADINGS,
    a_book,
    drug_book,
    drug_code,
    product,
    service,
    supply,
)

if TYPE_CHECKING:
    from pathlib import Path

    from review.catalogue.importing.proposal import Fault, Proposal


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "目录.xlsx"


def read(path: Path, *rows: list[Any]) -> Proposal:
    drug_book(path, *rows)
    return read_catalogue(path)


def only_fault(proposal: Proposal) -> Fault:
    assert len(proposal.faults) == 1, proposal.faults
    return proposal.faults[0]


def test_a_product_of_a_drug_code_workbook_becomes_an_entry_with_code_maker_and_listed_name(book: Path) -> None:
    proposal = read(book, product(7, 备注="限二级及以上医疗机构", 商品名称="样品宁"))
    entry = proposal.entries[0]
    assert (proposal.form, proposal.stopped, proposal.faults) == ("drug-codes", False, ())
    assert (entry.id, entry.code, entry.official_no, entry.name) == (drug_code(7), drug_code(7), "7", "样品洛芬片7")
    assert (entry.dosage_form, entry.spec, entry.brand, entry.unit) == ("片剂", "0.1g", "样品宁", "盒")
    assert (entry.listed_name, entry.listed_form) == ("样品洛芬", "口服常释剂型")
    assert (entry.payment_class, entry.remark) == (PaymentClass.B, "限二级及以上医疗机构")


def test_columns_that_no_entry_has_are_named_and_rows_keep_their_places(book: Path) -> None:
    proposal = read(book, product(1), product(2))
    assert "包装材质、最小包装数量、最小制剂单位、批准文号、药品本位码" in proposal.notes[0]
    assert proposal.places == (("总表", 2), ("总表", 3))


def test_a_product_without_class_and_listed_number_is_outside_the_list_and_said_so(book: Path) -> None:
    proposal = read(book, product(1, 甲乙类="", 编号="", 药品名称="", 剂型=""))
    assert proposal.entries[0].payment_class is PaymentClass.C
    assert any("按目录外（丙类）读入" in note for note in proposal.notes)


def test_a_product_of_the_list_without_class_stops_the_import(book: Path) -> None:
    fault = only_fault(read(book, product(1), product(2, 甲乙类="")))
    assert (fault.sheet, fault.row, fault.column, fault.stops) == ("总表", 3, "甲乙类", True)
    assert "没有写明甲乙丙" in fault.said


@pytest.mark.parametrize(
    ("section", "meant", "why"),
    [
        ("基金予以支付的中药饮片", "A", "暂按甲类读入，待局方确认"),
        ("不得纳入基金支付范围的中药饮片", "C", "按目录外（丙类）读入"),
    ],
)
def test_herbs_that_print_no_class_are_read_by_their_section(book: Path, section: str, meant: str, why: str) -> None:
    headings = ["部分", "编号", "药品名称", "甲乙类"]
    a_book(book, {"饮片": [headings, [section, 1, "样例草", ""], ["西药部分", 1, "样品洛芬", "乙"]]})
    proposal = read_catalogue(book)
    assert [entry.payment_class for entry in proposal.entries] == [meant, "B"]
    assert proposal.printed == ({"class": ""}, {})
    assert any(why in note for note in proposal.notes)


def test_herbs_under_a_title_of_their_section_are_read_by_it(book: Path) -> None:
    rows: list[list[Any]] = [["编号", "药品名称", "甲乙类"], ["二、不得纳入基金支付范围的中药饮片"], [1, "样例草", ""]]
    a_book(book, {"饮片": rows})
    assert read_catalogue(book).entries[0].payment_class is PaymentClass.C


def test_services_keep_code_unit_and_limit(tmp_path: Path) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(3, 备注="限门诊")]})
    proposal = read_catalogue(tmp_path / "s.xlsx")
    entry = proposal.entries[0]
    assert (proposal.form, entry.kind, entry.payment_class) == ("services", EntryKind.SERVICE, PaymentClass.A)
    assert (entry.official_no, entry.code) == ("001102000000003", "001102000000003")
    assert (entry.price_limit, entry.unit, entry.remark) == (Decimal("12.5"), "次", "限门诊")


def test_supplies_keep_spec_and_maker(tmp_path: Path) -> None:
    a_book(tmp_path / "s.xlsx", {"耗材": [SUPPLY_HEADINGS, supply(3, 生产企业="样例器械厂")]})
    entry = read_catalogue(tmp_path / "s.xlsx").entries[0]
    assert (entry.kind, entry.spec, entry.maker) == (EntryKind.SUPPLY, "F8", "样例器械厂")
    assert entry.price_limit == Decimal(88)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("XA01AAA001A00100000001", "23位"),
        ("XA01AAA001A0010000000011", "23位"),
        ("ZA01AAA00010101000012", "20位"),
        ("T12", "T开头"),
        ("Q123", "不是国家编码的样子"),
        ("XA01AAA001A0010000 00001", "23位"),
    ],
)
def test_a_code_of_the_wrong_form_is_a_fault_that_names_the_right_one(book: Path, code: str, said: str) -> None:
    fault = only_fault(read(book, product(1, 药品代码=code)))
    assert (fault.row, fault.column, fault.found, fault.stops) == (2, "药品代码", code, True)
    assert said in fault.said


@pytest.mark.parametrize("code", ["ZA01AAA0001010100001", "T001500002000000001A", "ＸA01AAA001A001000000001"])
def test_codes_of_chinese_drugs_and_pieces_are_right_and_full_width_is_read(book: Path, code: str) -> None:
    proposal = read(book, product(1, 药品代码=code))
    assert not proposal.faults
    assert proposal.entries[0].code == code.replace("Ｘ", "X")


@pytest.mark.parametrize("code", ["C0001", "C00000000000000000012", "D0000000000000000001"])
def test_a_supply_code_of_neither_twenty_nor_twenty_seven_characters_is_a_fault(tmp_path: Path, code: str) -> None:
    a_book(tmp_path / "s.xlsx", {"耗材": [SUPPLY_HEADINGS, supply(医用耗材代码=code)]})
    assert "C开头的20位或27位" in only_fault(read_catalogue(tmp_path / "s.xlsx")).said


def test_a_code_that_comes_twice_with_other_content_stops(book: Path) -> None:
    fault = only_fault(read(book, product(1), product(2), product(1, 注册规格="0.2g")))
    assert (fault.row, fault.found, fault.stops) == (4, drug_code(1), True)
    assert "编码与第2行相同而内容不同" in fault.said


def test_a_row_that_comes_twice_is_taken_once_and_said_so(book: Path) -> None:
    proposal = read(book, product(1), product(1))
    assert len(proposal.entries) == 1
    assert not proposal.stopped
    assert only_fault(proposal).said == "与第2行完全相同，只读入一次。"


@pytest.mark.parametrize("printed", ["丁", "乙乙", "04", "可报丙类", "?"])
def test_an_unknown_class_stops(book: Path, printed: str) -> None:
    fault = only_fault(read(book, product(1, 甲乙类=printed)))
    assert (fault.column, fault.found) == ("甲乙类", printed)
    assert "应为甲、乙或丙" in fault.said


@pytest.mark.parametrize(("printed", "meant"), [("甲类", "A"), ("02", "B"), ("ｂ", "B"), ("自费", "C"), (" 乙 ", "B")])
def test_classes_are_read_as_offices_write_them(book: Path, printed: str, meant: str) -> None:
    assert read(book, product(1, 甲乙类=printed)).entries[0].payment_class == meant


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("面议", "不是一个数"),
        ("12元/次", "不是一个数"),
        (-3, "负数"),
        ("-3.00", "负数"),
        (1.23456, "超过四位"),
        ("1.23456", "超过四位"),
        (True, "逻辑值"),
        (date(2025, 3, 1), "日期"),
        (10**12, "大得不可能"),
    ],
)
def test_a_price_that_is_none_is_a_fault(tmp_path: Path, price: Any, said: str) -> None:
    rows = [SERVICE_HEADINGS, service(1, **{"最高限价(元)": price})]
    a_book(tmp_path / "s.xlsx", {"项目": rows})
    fault = only_fault(read_catalogue(tmp_path / "s.xlsx"))
    assert (fault.row, fault.column, fault.stops) == (2, "最高限价(元)", True)
    assert said in fault.said


@pytest.mark.parametrize(
    ("price", "meant"), [("1,200.5元", "1200.5"), (0.1 + 0.2, "0.3"), ("/", None), ("", None), (0.0001, "0.0001")]
)
def test_a_price_is_read_to_the_digit(tmp_path: Path, price: Any, meant: str | None) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(1, **{"最高限价(元)": price})]})
    limit = read_catalogue(tmp_path / "s.xlsx").entries[0].price_limit
    assert limit == (Decimal(meant) if meant else None)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "名称为空"), ("长" * 301, "超过300个"), ("12345", "没有文字"), ("样品\ufffd片", "损坏的字符")],
)
def test_a_name_that_is_none_is_a_fault(book: Path, name: str, said: str) -> None:
    fault = only_fault(read(book, product(1, 注册名称=name)))
    assert (fault.column, fault.stops) == ("注册名称", True)
    assert said in fault.said


def test_a_name_of_one_character_is_told_and_one_of_three_hundred_is_read(book: Path) -> None:
    proposal = read(book, product(1, 注册名称="艾"), product(2, 注册名称="长" * 300))
    assert [entry.name for entry in proposal.entries] == ["艾", "长" * 300]
    assert only_fault(proposal).said == "名称只有一个字，请核对。"


def test_a_character_of_a_writer_s_own_is_read_and_told(tmp_path: Path) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(1, 项目名称="咬\ue123力检查")]})
    proposal = read_catalogue(tmp_path / "s.xlsx")
    assert proposal.entries[0].name == "咬\ue123力检查"
    assert "名称里有自造字" in only_fault(proposal).said


def test_a_name_broken_over_lines_is_joined(book: Path) -> None:
    entry = read(book, product(1, 注册名称="样品洛芬\n缓释片", 药品企业="Sample\nPharma  Ltd")).entries[0]
    assert (entry.name, entry.maker) == ("样品洛芬缓释片", "Sample Pharma Ltd")


@pytest.mark.parametrize("odd", [date(2025, 1, 2), time(12, 30)])
def test_a_strength_stored_as_date_or_time_is_a_fault_and_says_so(book: Path, odd: Any) -> None:
    fault = only_fault(read(book, product(1, 注册规格=odd)))
    assert (fault.column, fault.stops) == ("注册规格", True)
    assert fault.found.startswith(str(odd))
    assert "存成了日期或时间" in fault.said


def test_a_code_stored_as_number_without_its_zeros_is_a_fault(tmp_path: Path) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(1, 项目编码=1102000050000)]})
    fault = only_fault(read_catalogue(tmp_path / "s.xlsx"))
    assert (fault.found, fault.column) == ("1102000050000", "项目编码")
    assert "丢了开头的0" in fault.said


def test_a_code_stored_as_number_with_all_its_digits_is_read(tmp_path: Path) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(1, 项目编码=331102000050000)]})
    assert read_catalogue(tmp_path / "s.xlsx").entries[0].code == "331102000050000"


@pytest.mark.parametrize("code", [1.2345678901234567e26, "1.23E+14", "1.23e14"])
def test_a_code_in_scientific_notation_has_lost_digits_and_is_a_fault(tmp_path: Path, code: Any) -> None:
    a_book(tmp_path / "s.xlsx", {"项目": [SERVICE_HEADINGS, service(1, 项目编码=code)]})
    fault = only_fault(read_catalogue(tmp_path / "s.xlsx"))
    assert fault.stops
    assert "丢失" in fault.said


def test_a_number_with_a_fraction_may_have_lost_a_zero(book: Path) -> None:
    assert "按小数存放" in only_fault(read(book, product(1, 编号=1.1))).said


def test_every_fault_of_a_row_is_named_not_only_the_first(book: Path) -> None:
    faults = read(book, product(1, 注册名称="", 甲乙类="丁", 注册规格=date(2025, 1, 2))).faults
    assert [fault.column for fault in faults] == ["注册规格", "注册名称", "甲乙类"]


def test_very_many_faults_are_all_counted_and_the_first_are_kept(book: Path) -> None:
    proposal = read(book, *(product(n, 甲乙类="丁") for n in range(1, 801)))
    assert (len(proposal.faults), proposal.fault_count, proposal.stopped) == (500, 800, True)
    assert proposal.faults[-1].row == 501


def test_empty_rows_and_rows_of_blanks_are_passed_over(book: Path) -> None:
    proposal = read(book, product(1), [], [" "] * 17, product(2))
    assert [place[1] for place in proposal.places] == [2, 5]


def test_only_headings_is_a_fault_and_an_empty_book_is_no_catalogue(book: Path, tmp_path: Path) -> None:
    assert "只有表头" in only_fault(read(book)).said
    a_book(tmp_path / "e.xlsx", {"Sheet1": []})
    with pytest.raises(InputError, match="表格是空的") as caught:
        read_catalogue(tmp_path / "e.xlsx")
    assert (caught.value.code, bool(caught.value.advice)) == ("no-catalogue", True)


def test_a_table_of_something_else_is_refused_with_the_way_on(book: Path) -> None:
    a_book(book, {"通讯录": [["姓名", "电话"], ["张小满", "123"]]})
    with pytest.raises(InputError, match="没有找到目录的表头") as caught:
        read_catalogue(book)
    assert caught.value.code == "catalogue-columns"


def test_a_class_column_that_is_missing_stops_with_the_way_on(book: Path) -> None:
    a_book(book, {"项目": [["项目编码", "项目名称", "计价单位"], ["001102000000001", "样例诊查费", "次"]]})
    assert "没有找到“甲乙丙类”列" in only_fault(read_catalogue(book)).said


def test_two_columns_that_fit_equally_well_are_asked_about(book: Path) -> None:
    headings = ["项目编码", "项目名称", "甲乙类", "三级医院价格", "二级医院价格"]
    a_book(book, {"项目": [headings, ["001102000000001", "样例诊查费", "甲", 3, 2]]})
    proposal = read_catalogue(book)
    assert not proposal.entries
    assert "三级医院价格、二级医院价格" in only_fault(proposal).said


@pytest.mark.parametrize("heading", ["单价", "挂网价格", "采购价(元)"])
def test_a_price_of_a_supply_that_is_no_limit_is_not_taken_for_one_and_told(book: Path, heading: str) -> None:
    headings = ["耗材编码", "耗材名称", "甲乙类", heading]
    a_book(book, {"耗材": [headings, ["C" + "0" * 19, "样例导管", "乙", 880]]})
    proposal = read_catalogue(book)
    assert (proposal.entries[0].price_limit, proposal.stopped) == (None, False)
    assert f"“{heading}”没有作为限价读入" in only_fault(proposal).said


def test_the_price_of_a_service_is_its_limit(book: Path) -> None:
    headings = ["项目编码", "项目名称", "甲乙类", "价格"]
    a_book(book, {"项目": [headings, ["001102000000001", "样例诊查费", "甲", 12]]})
    assert read_catalogue(book).entries[0].price_limit == Decimal(12)


def test_a_title_above_the_headings_tells_region_and_first_day(book: Path) -> None:
    title = ["江西省基本医疗保险药品目录（2026年版，自2026年1月1日起执行）"]
    a_book(book, {"总表": [title, [], DRUG_HEADINGS, product(1)]})
    proposal = read_catalogue(book)
    assert (proposal.head.region, proposal.head.effective_from) == ("江西省", date(2026, 1, 1))
    assert proposal.head.title == title[0]
    assert proposal.places == (("总表", 4),)

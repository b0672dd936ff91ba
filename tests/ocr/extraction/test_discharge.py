from __future__ import annotations

import pytest

from ocr.extraction.diagnosis_text import split_diagnoses
from ocr.extraction.discharge import read_discharge_fields
from ocr.extraction.layout import lay_out
from tests.papers import Cell, a_text, set_lines


def fields(*diagnosis: str) -> dict[str, object]:
    lines: list[list[Cell]] = [
        [(380, "安远县中心医院")],
        [(400, "出院小结")],
        [(60, "姓名：赵小满"), (400, "性别：女"), (700, "年龄：45岁"), (900, "住院号：60018812")],
        [(60, "科别：骨科"), (400, "入院日期：2025年03月01日"), (800, "出院日期：2025年03月11日")],
        [(60, "入院诊断：待查")],
        *([(60, line)] for line in diagnosis),
        [(60, "出院医嘱：注意休息，2周后门诊复查。")],
        [(800, "医师签名：陶然 2025-03-11")],
    ]
    return {key: cell.value for key, cell in read_discharge_fields(lay_out(a_text(set_lines(lines)))).items()}


def test_every_field_of_a_record_is_read() -> None:
    assert fields("出院诊断：", "1. 左侧股骨颈骨折", "2.高血压病3级(很高危)") == {
        "patient": "赵小满",
        "sex": "女",
        "age": "45",
        "hospital_number": "60018812",
        "department": "骨科",
        "admission_date": "2025-03-01",
        "discharge_date": "2025-03-11",
        "institution": "安远县中心医院",
        "diagnoses": ("左侧股骨颈骨折", "高血压病3级(很高危)"),
    }


def test_diagnoses_may_stand_on_the_line_of_their_heading() -> None:
    assert fields("出院诊断：1.肺炎 2.脑梗死")["diagnoses"] == ("肺炎", "脑梗死")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.肺炎 2.脑梗死", ("肺炎", "脑梗死")),
        ("①肺炎②脑梗死", ("肺炎", "脑梗死")),
        ("肺炎；脑梗死", ("肺炎", "脑梗死")),
        ("1、2型糖尿病 2、慢性肾脏病3期", ("2型糖尿病", "慢性肾脏病3期")),
        ("肺炎(J18.900)", ("肺炎",)),
        ("肺炎 J18.900 脑梗死 I63.900", ("肺炎", "脑梗死")),
        ("(1)肺炎 (2)脑梗死", ("肺炎", "脑梗死")),
        ("病情稳定。1.肺炎 2.脑梗死", ("肺炎", "脑梗死")),
        ("肺炎 2.脑梗死", ("肺炎", "脑梗死")),
        ("一、肺炎 二、脑梗死", ("肺炎", "脑梗死")),
        ("1.高血压病3级(很高危)3.2型糖尿病", ("高血压病3级(很高危)3.2型糖尿病",)),
        ("1.高血压病(很高危)2.2型糖尿病", ("高血压病(很高危)", "2型糖尿病")),
        ("1.左肺结节2.1cm 2.肝囊肿", ("左肺结节2.1cm", "肝囊肿")),
        ("L3/4、L4/5椎间盘突出", ("L3/4、L4/5椎间盘突出",)),
        ("1.腰4、5椎间盘突出 2.颈3、4椎体损伤", ("腰4、5椎间盘突出", "颈3、4椎体损伤")),
        ("1.慢性阻塞性肺疾病，急性加重期 2.肺炎", ("慢性阻塞性肺疾病,急性加重期", "肺炎")),
        ("", ()),
    ],
)
def test_lists_of_diagnoses_are_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    assert split_diagnoses(text) == parts


def test_lists_side_by_side_are_kept_apart() -> None:
    lines: list[list[Cell]] = [
        [(400, "出院记录")],
        [(60, "入院诊断："), (620, "出院诊断：")],
        [(60, "1.发热待查"), (620, "1.肺炎")],
        [(60, "2.高血压病"), (620, "2.高血压病2级")],
        [(60, "诊疗经过：入院后完善检查。")],
    ]
    cells = read_discharge_fields(lay_out(a_text(set_lines(lines))))
    assert cells["diagnoses"].value == ("肺炎", "高血压病2级")


def test_further_diagnoses_under_their_own_heading_belong_to_the_list() -> None:
    assert fields("出院主要诊断：肺炎", "其他诊断：高血压病2级、2型糖尿病")["diagnoses"] == (
        "肺炎",
        "高血压病2级",
        "2型糖尿病",
    )


def test_codes_in_a_column_of_their_own_are_no_diagnoses() -> None:
    lines: list[list[Cell]] = [
        [(400, "出院小结")],
        [(60, "出院诊断"), (620, "疾病编码"), (860, "入院病情")],
        [(60, "1.肺炎"), (620, "J18.900"), (860, "有")],
        [(60, "2.高血压病2级"), (620, "I10.x04"), (860, "有")],
        [(60, "出院医嘱：休息")],
    ]
    cells = read_discharge_fields(lay_out(a_text(set_lines(lines))))
    assert cells["diagnoses"].value == ("肺炎", "高血压病2级")


def test_dates_and_department_under_odd_labels_are_read() -> None:
    lines: list[list[Cell]] = [
        [(400, "安远县中心医院出院记录")],
        [(60, "病人姓名：赵小满"), (400, "病案号：A60018812"), (700, "出院科室：骨一科")],
        [(60, "入院时间：2025-03-01 09:12"), (620, "出院时间：2025-03-11 10:00")],
        [(60, "出院诊断：肺炎")],
    ]
    found = {key: cell.value for key, cell in read_discharge_fields(lay_out(a_text(set_lines(lines)))).items()}
    assert (found["department"], found["hospital_number"]) == ("骨一科", "A60018812")
    assert (found["admission_date"], found["discharge_date"]) == ("2025-03-01", "2025-03-11")

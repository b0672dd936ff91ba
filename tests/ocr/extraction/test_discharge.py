from __future__ import annotations

import pytest

from ocr.extraction.discharge import read_discharge_fields, split_diagnoses
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
        ("", ()),
    ],
)
def test_lists_of_diagnoses_are_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    assert split_diagnoses(text) == parts

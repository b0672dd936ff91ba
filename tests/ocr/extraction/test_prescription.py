from __future__ import annotations

from ocr.extraction import read_documents
from ocr.reading import Document, DocumentKind
from tests.paper_kinds import HERBS, PRESCRIPTION, Lines, a_paper

HEAD, FOOT = PRESCRIPTION[:3], PRESCRIPTION[-1:]


def read(lines: Lines) -> Document:
    (document,) = read_documents([a_paper(lines)])
    return document


def rows(document: Document) -> list[tuple[object, ...]]:
    keys = ("name", "spec", "quantity", "unit")
    return [tuple(line.cells[key].value if key in line.cells else "" for key in keys) for line in document.items]


def test_the_head_of_a_prescription_is_read() -> None:
    document = read(PRESCRIPTION)
    assert document.kind is DocumentKind.PRESCRIPTION
    assert {key: cell.value for key, cell in document.fields.items()} == {
        "patient": "赵小满",
        "sex": "男",
        "age": "40",
        "department": "心内科",
        "institution": "安远县中心医院",
        "diagnoses": ("高血压病", "2型糖尿病"),
        "issue_date": "2025-03-11",
        "doctor": "钱多",
    }


def test_drugs_are_read_and_usage_is_none() -> None:
    assert rows(read(PRESCRIPTION)) == [
        ("苯磺酸氨氯地平片", "5mg*28片", "2", "盒"),
        ("盐酸二甲双胍片", "0.5g*48片", "3", "盒"),
    ]


def test_herbs_side_by_side_are_single_lines() -> None:
    assert rows(read(HERBS)) == [
        ("黄芪", "", "15", "g"),
        ("当归", "", "10", "g"),
        ("炒白术", "", "12", "g"),
        ("茯苓", "", "15", "g"),
        ("甘草", "", "6", "g"),
    ]


def test_drugs_in_a_table_are_read_by_its_headings() -> None:
    columns = (60, 420, 640, 760, 900)
    table: Lines = [
        list(zip(columns, ("药品名称", "规格", "数量", "单位", "用法"), strict=True)),
        list(zip(columns, ("苯磺酸氨氯地平片", "5mg*28片", "2", "盒", "口服"), strict=True)),
        list(zip(columns, ("盐酸二甲双胍", "0.5g*48片", "3", "盒", "口服"), strict=True)),
        [(60, "缓释片")],
    ]
    lines = [*PRESCRIPTION[:3], *table, *PRESCRIPTION[-1:]]
    assert rows(read(lines)) == [
        ("苯磺酸氨氯地平片", "5mg*28片", "2", "盒"),
        ("盐酸二甲双胍缓释片", "0.5g*48片", "3", "盒"),
    ]


def test_a_prescription_without_drugs_asks() -> None:
    document = read([*PRESCRIPTION[:4], *PRESCRIPTION[-2:]])
    assert document.items == ()
    assert "没有读到处方药品" in document.review


def test_counts_that_stand_away_from_their_drugs_make_a_prescription_ask() -> None:
    loose: Lines = [
        [(60, "R:")],
        [(900, "2盒")],
        [(60, "托拉塞米胶囊10mg×14粒")],
        [(900, "1支")],
        [(60, "盐酸多巴胺注射液2ml:20mg")],
    ]
    document = read([*PRESCRIPTION[:3], *loose, *PRESCRIPTION[-1:]])
    assert "有2个数量没有和药品在同一行，请逐项核对药品和数量" in document.review


def test_counts_beside_their_drugs_ask_for_nothing() -> None:
    assert not any("没有和药品在同一行" in reason for reason in read(PRESCRIPTION).review)


def test_a_count_beside_the_usage_is_that_of_the_drug_above_and_asks() -> None:
    sunk: Lines = [
        [(60, "R:")],
        [(60, "注射用磷酸肌酸钠1.0g")],
        [(100, "用法:每次0.5g 口服"), (700, "5支")],
        [(60, "脑心通胶囊 0.4g×36粒")],
        [(100, "外用每日2次"), (700, "2盒")],
    ]
    document = read([*HEAD, *sunk, *FOOT])
    assert rows(document) == [("注射用磷酸肌酸钠", "1.0g", "5", "支"), ("脑心通胶囊", "0.4g×36粒", "2", "盒")]
    assert all("数量印在用法一行" in (line.review or "") for line in document.items)


def test_a_drug_whose_count_was_not_read_is_kept_and_asks() -> None:
    dim: Lines = [
        [(60, "Rp.")],
        [(60, "盐酸利多卡因注射液5m1:0.1g"), (700, "4味")],
        [(60, "维生素C注射液2m1:0.5g"), (700, "束")],
    ]
    document = read([*HEAD, *dim, *FOOT])
    assert rows(document) == [
        ("盐酸利多卡因注射液", "5ml:0.1g", "4", "味"),
        ("维生素C注射液", "2ml:0.5g", "", ""),
    ]
    assert all(line.review for line in document.items)


def test_the_pack_of_a_specification_is_no_sure_count() -> None:
    document = read([*HEAD, [(60, "Rp.")], [(60, "脑心通胶囊 0.4g×36粒")], [(60, "注射用磷酸肌酸钠1.0g")], *FOOT])
    assert ["可能是规格" in (line.review or "") for line in document.items] == [True, True]


def test_herbs_beside_one_that_was_not_understood_ask() -> None:
    clear = read([*HEAD, [(60, "黄芪15g"), (300, "石膏30g(先煎)")], *FOOT])
    dim = read([*HEAD, [(60, "黄芪15g"), (300, "当归1Og"), (540, "甘草6g")], *FOOT])
    assert [line.review for line in clear.items] == [None, None]
    assert [line.review for line in dim.items] == [None, "同一行还有“当归1Og”没有读清，请核对"]


def test_a_tabled_drug_without_a_count_asks_and_those_under_it_are_read() -> None:
    columns = (60, 420, 640, 760, 900)
    table: Lines = [
        list(zip(columns, ("药品名称", "规格", "数量", "单位", "用法"), strict=True)),
        [(60, "苯磺酸氨氯地平片"), (420, "5mg*28片"), (760, "盒"), (900, "口服")],
        [(100, "Sig: 1粒 tid 餐后")],
        list(zip(columns, ("盐酸二甲双胍片", "0.5g*48片", "3", "盒", "口服"), strict=True)),
    ]
    document = read([*HEAD, *table, *FOOT])
    assert [row[0] for row in rows(document)] == ["苯磺酸氨氯地平片", "盐酸二甲双胍片"]
    assert [bool(line.review) for line in document.items] == [True, False]

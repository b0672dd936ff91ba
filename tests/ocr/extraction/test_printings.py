"""The same papers in other printings: run together, letters spaced, labels lost, other wordings."""

from __future__ import annotations

import pytest

from ocr.extraction import read_documents
from ocr.reading import Document
from ocr.reading import DocumentKind as Kind
from tests.paper_kinds import Lines, a_paper

NUMBER = "360799198501010011"
PERSON = {"name": "赵小满", "sex": "男", "birth_date": "1985-01-01", "id_number": NUMBER}


def read(lines: Lines) -> Document:
    (document,) = read_documents([a_paper(lines)])
    return document


def values(document: Document) -> dict[str, object]:
    return {key: cell.value for key, cell in document.fields.items()}


def test_an_identity_card_whose_labels_run_into_its_values() -> None:
    lines: Lines = [
        [(60, "姓名赵小满")],
        [(60, "性别男民族汉")],
        [(60, "出生1985年1月1日")],
        [(60, "住址江西省安远县龙泉路18号")],
        [(60, f"公民身份号码{NUMBER}")],
    ]
    assert values(read(lines)) == {**PERSON, "ethnicity": "汉", "address": "江西省安远县龙泉路18号"}


def test_an_identity_card_with_spaced_letters_and_digits() -> None:
    lines: Lines = [
        [(60, "姓  名  赵小满")],
        [(60, "性  别  男"), (300, "民  族  土家")],
        [(60, "出  生  1985 年 1 月 1 日")],
        [(60, "住  址  江西省安远县")],
        [(60, "公民身份号码"), (320, "360799 19850101 0011")],
    ]
    assert values(read(lines)) == {**PERSON, "ethnicity": "土家", "address": "江西省安远县"}


def test_an_identity_card_whose_blue_labels_were_not_read() -> None:
    lines: Lines = [
        [(60, "赵小满")],
        [(60, "男"), (200, "汉")],
        [(60, "1985年1月1日")],
        [(60, f"公民身份号码{NUMBER}")],
    ]
    assert values(read(lines)) == {**PERSON, "ethnicity": "汉"}


@pytest.mark.parametrize(
    ("pieces", "holder"),
    [
        (["赣州银行", "6228 4800 0000 0000 018", "DEBIT"], None),
        (["赣州银行", "6228480000000000018", "ZHAO/XIAOMAN"], "ZHAO/XIAOMAN"),
        (["赣州银行", "6228 4800 0000 0000 018", "赵小满", "银联"], "赵小满"),
        (["赣州银行", "储蓄卡", "6228 4800 0000 0000 018", "VALID THRU 12/30"], None),
    ],
)
def test_bank_cards_are_printed_in_many_ways(pieces: list[str], holder: str | None) -> None:
    document = read([[(60, piece)] for piece in pieces])
    assert document.kind is Kind.BANK_CARD
    assert document.fields["card_number"].value == "6228480000000000018"
    assert document.fields["bank"].value == "赣州银行"
    assert values(document).get("holder") == holder


def test_a_social_security_card_without_colons_and_with_a_bank_number() -> None:
    lines: Lines = [
        [(100, "社会保障卡")],
        [(60, "姓名 赵小满"), (400, "性别 男")],
        [(60, f"社会保障号码 {NUMBER}")],
        [(60, "有效期 2016年05月至长期")],
        [(60, "样例农商银行")],
        [(60, "6228 4800 0000 0000 018")],
    ]
    document = read(lines)
    assert document.kind is Kind.INSURANCE_CARD
    assert values(document) == {"name": "赵小满", "id_number": NUMBER, "bank_account": "6228480000000000018"}


def test_a_title_cut_in_two_does_not_make_it_a_bank_card() -> None:
    lines: Lines = [
        [(100, "中华人民共和国社")],
        [(100, "会保障卡")],
        [(60, "姓名赵小满")],
        [(60, f"社会保障号码 {NUMBER}")],
        [(60, "社会保障卡号 A12345678")],
        [(60, "中国建设银"), (400, "银行卡号6228480000000000018")],
    ]
    assert read(lines).kind is Kind.INSURANCE_CARD


def test_the_national_filing_form() -> None:
    lines: Lines = [
        [(300, "基本医疗保险跨省异地就医备案登记表")],
        [(60, "姓名"), (200, "赵小满"), (400, "性别"), (500, "男"), (620, "身份证号码"), (800, NUMBER)],
        [(60, "参保地"), (200, "江西省安远县"), (600, "就医地"), (760, "样例省样例市")],
        [(60, "转出医疗机构"), (300, "安远县中心医院")],
        [(60, "转往医疗机构"), (300, "样例大学附属第一医院")],
        [(60, "疾病诊断"), (300, "左侧股骨颈骨折")],
        [(60, "申请人签字：赵小满"), (800, "2025年03月01日")],
    ]
    assert values(read(lines)) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "from_institution": "安远县中心医院",
        "to_institution": "样例大学附属第一医院",
        "diagnoses": ("左侧股骨颈骨折",),
        "issue_date": "2025-03-01",
    }


def test_a_provincial_form_with_wordings_of_its_own() -> None:
    lines: Lines = [
        [(300, "样例市基本医疗保险转诊转院审批表")],
        [(60, "患者姓名：赵小满"), (400, "性别：男"), (600, "年龄：40岁")],
        [(60, f"身份证号：{NUMBER}")],
        [(60, "现住院医院：安远县中心医院"), (600, "拟转往医院：样例大学附属第一医院")],
        [(60, "目前诊断：1、冠心病 2、心功能不全")],
        [(60, "主管医师：钱多"), (600, "2025 年 3 月 1 日")],
    ]
    found = values(read(lines))
    assert (found["from_institution"], found["to_institution"]) == ("安远县中心医院", "样例大学附属第一医院")
    assert found["diagnoses"] == ("冠心病", "心功能不全")
    assert found["issue_date"] == "2025-03-01"


def test_an_injury_form_with_wordings_of_its_own() -> None:
    lines: Lines = [
        [(400, "医疗保险外伤调查表")],
        [(60, "病人姓名"), (260, "赵小满")],
        [(60, "身份证号码"), (260, NUMBER)],
        [(60, "意外发生时间"), (260, "20250301")],
        [(60, "发生场所"), (260, "自家院子")],
        [(60, "致伤缘由"), (260, "从梯子上坠落")],
        [(60, "是否有第三方责任"), (360, "无")],
        [(800, "承诺人：钱多")],
    ]
    assert values(read(lines)) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "injury_date": "2025-03-01",
        "place": "自家院子",
        "cause": "从梯子上坠落",
        "third_party": "无",
    }


def test_who_was_hurt_is_the_patient_and_not_who_signs() -> None:
    lines: Lines = [
        [(400, "外伤情况说明")],
        [(60, f"患者赵小满（身份证号：{NUMBER}）于2025-3-1在样例镇工地处因骑电")],
        [(60, "动车自行摔倒致伤，本次受伤有第三方责任人。特此说明。")],
        [(800, "承诺人钱多")],
    ]
    assert values(read(lines)) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "injury_date": "2025-03-01",
        "place": "样例镇工地",
        "cause": "骑电动车自行摔倒",
        "third_party": "有",
    }


def test_an_invoice_with_a_discount_and_a_crossed_circle() -> None:
    columns = (60, 400, 520, 600, 680, 800, 900, 1000)
    headings = ("货物或应税劳务、服务名称", "规格型号", "单位", "数量", "单价", "金额", "税率", "税额")
    row = ("*化学药品制剂*阿莫西林胶囊", "0.25g*24粒", "盒", "1", "8.85", "8.85", "13%", "1.15")
    lines: Lines = [
        [(380, "江西增值税电子普通发票")],
        [(60, "发票代码：036002500111"), (600, "发票号码：12345678")],
        [(60, "开票日期：2025年03月12日"), (600, "校验码：12345678901234567890")],
        [(60, "名    称：赵小满")],
        list(zip(columns, headings, strict=True)),
        list(zip(columns, row, strict=True)),
        [(60, "*化学药品制剂*阿莫西林胶囊"), (800, "-0.88"), (900, "13%"), (1000, "-0.12")],
        [(300, "合    计"), (780, "¥7.97"), (980, "¥1.03")],
        [(60, "价税合计（大写）"), (400, "⊗玖圆整"), (800, "（小写）¥9.00")],
        [(60, "名    称：江西样例大药房有限公司")],
    ]
    document = read(lines)
    assert document.review == ()
    assert [line.cells["amount"].value for line in document.items] == ["8.85", "-0.88"]
    assert [line.review for line in document.items] == [None, None]
    assert document.fields["total_in_words"].value == "玖圆整"
    assert document.fields["seller"].value == "江西样例大药房有限公司"


@pytest.mark.parametrize(
    ("line", "drug"),
    [
        ("1、阿莫西林胶囊 0.25g×24粒/盒 2盒", ("阿莫西林胶囊", "0.25g×24粒/盒", "2", "盒")),
        ("口服补液盐散 5.125g*6袋 ×1盒", ("口服补液盐散", "5.125g*6袋", "1", "盒")),
        ("吸入用布地奈德混悬液 2ml:1mg 5支", ("吸入用布地奈德混悬液", "2ml:1mg", "5", "支")),
        ("门冬胰岛素30注射液 3ml:300单位(笔芯) ×4支", ("门冬胰岛素30注射液", "3ml:300单位(笔芯)", "4", "支")),
        ("地西泮注射液2m1:10mg ×1支", ("地西泮注射液", "2ml:10mg", "1", "支")),
        ("注射用紫杉醇(白蛋白结合型) 100mg × 4 瓶", ("注射用紫杉醇(白蛋白结合型)", "100mg", "4", "瓶")),
        ("阿莫西林胶囊(0.25g*24粒) ×2盒", ("阿莫西林胶囊", "0.25g*24粒", "2", "盒")),
        ("替吉奥胶囊(20mg) 42粒 ×2瓶", ("替吉奥胶囊(20mg)", "42粒", "2", "瓶")),
        ("注射用头孢哌酮钠舒巴坦钠(2:1) 1.5g ×6支", ("注射用头孢哌酮钠舒巴坦钠(2:1)", "1.5g", "6", "支")),
        ("注射用亚胺培南西司他丁钠1g(0.5g/0.5g) ×1瓶", ("注射用亚胺培南西司他丁钠", "1g(0.5g/0.5g)", "1", "瓶")),
        ("0.9%氯化钠注射液(软袋双阀) 500ml:4.5g × 1 袋", ("0.9%氯化钠注射液(软袋双阀)", "500ml:4.5g", "1", "袋")),
        ("脂肪乳氨基酸(17)葡萄糖(11%)注射液 1440ml ×1袋", ("脂肪乳氨基酸(17)葡萄糖(11%)注射液", "1440ml", "1", "袋")),
        ("(3) 创可贴 2盒", ("创可贴", "", "2", "盒")),
        ("维生素B1片 10mg*100片 共1瓶", ("维生素B1片", "10mg*100片", "1", "瓶")),
    ],
)
def test_drugs_are_printed_in_many_ways(line: str, drug: tuple[str, ...]) -> None:
    document = read(
        [[(400, "样例医院处方笺")], [(60, "姓名：赵小满")], [(60, "Rp")], [(60, line)], [(60, "医师：钱多")]]
    )
    (found,) = document.items
    assert tuple(found.cells[k].value if k in found.cells else "" for k in ("name", "spec", "quantity", "unit")) == drug


@pytest.mark.parametrize(
    "line", ["用法：口服 每次1片 每日3次", "Sig: 1粒 tid 餐后", "口服 1片", "静脉滴注 qd×3天", "外用 每日2次"]
)
def test_how_a_drug_is_taken_is_no_drug(line: str) -> None:
    document = read(
        [[(400, "样例医院处方笺")], [(60, "姓名：赵小满")], [(60, "Rp")], [(60, line)], [(60, "医师：钱多")]]
    )
    assert document.items == ()

from __future__ import annotations

import pytest

from ocr.extraction import read_documents
from ocr.pages import Rule
from ocr.reading import Document, DocumentKind
from tests.paper_kinds import CERTIFICATE, INJURY_FORM, INJURY_LETTER, REFERRAL, a_paper, changed
from tests.papers import a_text, set_lines

NUMBER = "360799198501010011"


def read(lines: object) -> Document:
    (document,) = read_documents([a_paper(lines)])  # type: ignore[arg-type]
    return document


def values(document: Document) -> dict[str, object]:
    return {key: cell.value for key, cell in document.fields.items()}


def test_a_certificate_is_read_with_its_day() -> None:
    document = read(CERTIFICATE)
    assert document.kind is DocumentKind.DIAGNOSIS_CERTIFICATE
    assert values(document) == {
        "patient": "赵小满",
        "sex": "男",
        "age": "40",
        "hospital_number": "60018812",
        "department": "骨科",
        "institution": "安远县中心医院",
        "diagnoses": ("左侧股骨颈骨折", "高血压病3级"),
        "issue_date": "2025-03-12",
    }


def test_a_certificate_without_diagnosis_asks() -> None:
    document = read([line for line in CERTIFICATE if "诊断：" not in line[0][1]])
    assert "没有读到诊断" in document.review


def test_a_certificate_issued_before_the_discharge_it_tells_of_asks() -> None:
    lines = changed(CERTIFICATE, {"建议：全休三个月，门诊随访。": "出院日期：2025年03月20日"})
    assert read(lines).fields["issue_date"].review == "出具日期2025-03-12早于出院日期2025-03-20，请核对"


def test_a_certificate_in_sentences_is_read_over_their_line_ends() -> None:
    document = read(
        [
            [(380, "安远县中心医院疾病诊断证明书")],
            [(100, "兹有患者赵小满，女，54岁，于2025年3月1日入住我院骨科，2025年3月11日出院，住院号：ZY487")],
            [(60, "92346。")],
            [(60, "出院诊断：肺炎")],
            [(900, "医师 钱多")],
            [(900, "2025年3月12日")],
        ]
    )
    assert values(document) == {
        "patient": "赵小满",
        "sex": "女",
        "age": "54",
        "hospital_number": "ZY48792346",
        "department": "骨科",
        "admission_date": "2025-03-01",
        "discharge_date": "2025-03-11",
        "institution": "安远县中心医院",
        "diagnoses": ("肺炎",),
        "issue_date": "2025-03-12",
    }


def test_a_letter_of_referral_names_the_hospital_it_addresses() -> None:
    document = read(
        [
            [(400, "转院介绍信")],
            [(60, "样例市第一人民医院：")],
            [(100, "现有患者赵小满，男，40岁，身份证号360799198501010011，因病情需要转入贵院诊治。")],
            [(60, "诊断：肺炎")],
            [(700, "转出医院：安远县中心医院")],
            [(900, "2025-03-01")],
        ]
    )
    assert values(document) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "from_institution": "安远县中心医院",
        "to_institution": "样例市第一人民医院",
        "diagnoses": ("肺炎",),
        "issue_date": "2025-03-01",
    }


def test_a_referral_is_read_from_its_cells() -> None:
    document = read(REFERRAL)
    assert document.kind is DocumentKind.REFERRAL_FORM
    assert values(document) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "from_institution": "安远县中心医院",
        "to_institution": "样例市第一人民医院",
        "diagnoses": ("左侧股骨颈骨折", "高血压病"),
        "issue_date": "2025-03-01",
    }


@pytest.mark.parametrize(
    ("printed", "filed", "issued"),
    [
        ("备案日期：2025-02-20", "2025-02-20", "2025-02-20"),
        ("备案时间：2025年2月20日 填表日期：2025年2月18日", "2025-02-20", "2025-02-18"),
        ("经办机构意见：同意备案 2025-02-20", "2025-02-20", "2025-02-20"),
        ("备案有效期：2025-02-20至2025-08-19", "2025-02-20", None),
        ("申请日期：2025-02-18", None, "2025-02-18"),
    ],
)
def test_the_day_of_filing_is_read_beside_the_day_of_the_form(
    printed: str, filed: str | None, issued: str | None
) -> None:
    lines: list[list[tuple[int, str]]] = [
        [(300, "异地就医备案登记表")],
        [(60, "姓名：赵小满")],
        [(60, part) for part in printed.split(" ")[:1]],
        *([[(60, part)] for part in printed.split(" ")[1:]]),
    ]
    fields = values(read_documents([a_text(set_lines(lines))])[0])
    assert (fields.get("filing_date"), fields.get("issue_date")) == (filed, issued)


def test_a_name_wrapped_in_its_ruled_cell_is_read_whole() -> None:
    lines = [
        [(300, "异地就医备案登记表")],
        [(60, "姓名"), (220, "赵小满")],
        [(220, "样例市中西医结合医院")],
        [(60, "转入医院")],
        [(220, "东院区")],
    ]
    xs, ys = (50, 210, 700), (140, 180, 310)
    rules = [Rule(50, y, 700, y) for y in ys] + [Rule(x, 140, x, 310) for x in xs]
    (document,) = read_documents([a_text(set_lines(lines), rules=rules)])
    assert document.fields["to_institution"].value == "样例市中西医结合医院东院区"


def test_an_injury_form_is_read_over_lines() -> None:
    document = read(INJURY_FORM)
    assert document.kind is DocumentKind.INJURY_STATEMENT
    assert values(document) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "injury_date": "2025-03-01",
        "place": "安远县城菜市场",
        "cause": "本人骑自行车下坡时车链脱落,连人带车摔倒在路边,左手撑地受伤",
        "third_party": "无",
    }


def test_an_injury_letter_is_read_from_its_sentences() -> None:
    assert values(read(INJURY_LETTER)) == {
        "patient": "赵小满",
        "id_number": NUMBER,
        "injury_date": "2025-03-01",
        "place": "自家院子里",
        "cause": "不慎摔倒",
        "third_party": "无",
    }


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("是否涉及第三方责任：□是 ☑否", "无"),
        ("是否涉及第三方责任：☑是 □否", "有"),
        ("是否涉及第三方责任：√有 □无", "有"),
        ("第三方责任：无", "无"),
        ("第三方责任：有", "有"),
        ("不存在第三方责任", "无"),
        ("存在第三方责任，由对方赔偿", "有"),
    ],
)
def test_the_third_party_is_told_from_tick_or_word(printed: str, value: str) -> None:
    document = read(changed(INJURY_FORM, {"是否涉及第三方责任：□是 ☑否": printed}))
    assert document.fields["third_party"].value == value


def test_a_third_party_that_is_not_ticked_asks() -> None:
    document = read(changed(INJURY_FORM, {"是否涉及第三方责任：□是 ☑否": "是否涉及第三方责任：□是 □否"}))
    assert document.fields["third_party"].review
    assert "没有读到第三方责任的说明" in document.review

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction import read_documents
from ocr.extraction.number_checks import born, holds
from ocr.reading import Document, DocumentKind
from tests.paper_kinds import BANK_CARD, ID_BACK, ID_FRONT, INSURANCE_CARD, a_paper, beside, changed
from tests.papers import a_text, set_lines

NUMBER = "360799198501010011"


def read(*lines: object, **texts: str) -> Document:
    (document,) = read_documents([a_paper(changed(lines[0], texts))])  # type: ignore[arg-type]
    return document


def values(document: Document) -> dict[str, object]:
    return {key: cell.value for key, cell in document.fields.items()}


def test_both_sides_of_an_identity_card_are_one_document() -> None:
    (document,) = read_documents([beside((0, 100, ID_FRONT), (0, 900, ID_BACK))])
    assert document.kind is DocumentKind.ID_CARD
    assert len(document.pages) == 1
    assert document.review == ()
    assert values(document) == {
        "name": "赵小满",
        "sex": "男",
        "ethnicity": "汉",
        "birth_date": "1985-01-01",
        "address": "江西省安远县龙泉路18号2栋301室",
        "id_number": NUMBER,
        "issuing_authority": "安远县公安局",
        "valid_from": "2015-01-01",
        "valid_to": "2035-01-01",
    }


def test_sides_on_two_scans_are_one_document_whatever_their_order() -> None:
    (document,) = read_documents([a_paper(ID_BACK, file="b.jpg"), a_paper(ID_FRONT, file="f.jpg")])
    assert {page.file for page in document.pages} == {"b.jpg", "f.jpg"}
    assert document.fields["name"].page == [page.file for page in document.pages].index("f.jpg")


def test_cards_of_two_people_stay_two_documents() -> None:
    other = changed(ID_FRONT, {"赵小满": "钱多", NUMBER: "36079919850101003X"})
    fronts = [a_paper(ID_FRONT, file="1.jpg"), a_paper(other, file="2.jpg"), a_paper(ID_BACK, file="3.jpg")]
    documents = read_documents(fronts)
    assert [len(document.pages) for document in documents] == [2, 1]


def test_a_number_that_holds_proves_birth_date_and_sex() -> None:
    fields = read(ID_FRONT).fields
    assert all(fields[key].proof for key in ("id_number", "birth_date", "sex"))


def test_a_misread_digit_of_the_number_asks() -> None:
    cell = read(ID_FRONT, **{NUMBER: "360799198501010071"}).fields["id_number"]
    assert cell.contradicted
    assert "校验位" in (cell.review or "")


def test_a_misread_birth_date_in_the_number_is_mended_from_the_print_and_asks() -> None:
    cell = read(ID_FRONT, **{NUMBER: "360799198507010011"}).fields["id_number"]
    assert (cell.value, bool(cell.review)) == (NUMBER, True)


def test_a_sex_that_is_not_the_numbers_asks() -> None:
    cell = read(ID_FRONT, 男="女").fields["sex"]
    assert "身份证号中为男" in (cell.review or "")


def test_a_span_of_validity_that_is_no_round_number_of_years_asks() -> None:
    fields = read(ID_BACK, **{"2015.01.01-2035.01.01": "2015.01.01-2036.01.01"}).fields
    assert fields["valid_to"].review


def test_a_card_valid_for_good_says_so() -> None:
    fields = read(ID_BACK, **{"2015.01.01-2035.01.01": "2015.01.01-长期"}).fields
    assert (fields["valid_from"].value, fields["valid_to"].value) == ("2015-01-01", "长期")


def test_a_front_without_number_asks() -> None:
    lines = [line for line in ID_FRONT if line[0][1] != "公民身份号码"]
    (document,) = read_documents([a_text(set_lines(lines))])
    assert document.kind is DocumentKind.ID_CARD
    assert "没有读到公民身份号码" in document.review


@pytest.mark.parametrize(
    ("number", "sound"),
    [
        (NUMBER, True),
        ("11010519491231002X", True),
        ("360799198501010012", False),
        ("360799198513010011", False),
        ("3607991985010100", False),
        ("", False),
    ],
)
def test_a_citizen_number_holds_by_shape_day_and_check_character(number: str, sound: bool) -> None:  # noqa: FBT001
    assert holds(number) is sound


def test_a_number_states_its_birth_date() -> None:
    assert born(NUMBER) == "1985-01-01"


def test_a_bank_card_is_proven_by_its_check_digit() -> None:
    document = read(BANK_CARD)
    assert document.kind is DocumentKind.BANK_CARD
    assert values(document) == {
        "bank": "中国农业银行",
        "card_number": "6228480000000000018",
        "holder": "ZHAO XIAOMAN",
    }
    assert document.fields["card_number"].proof


def test_a_bank_number_against_its_check_digit_asks() -> None:
    document = read(BANK_CARD, **{"6228 4800 0000 0000 018": "6228 4800 0000 0000 016"})
    assert document.fields["card_number"].review


def test_a_passbook_gives_holder_bank_and_account() -> None:
    lines = [
        [(60, "江西省农村信用社 一本通存折")],
        [(60, "户名：赵小满")],
        [(60, "账号：6228480000000000018")],
        [(60, "开户行：安远县农村信用社营业部")],
    ]
    assert values(read(lines)) == {
        "bank": "安远县农村信用社营业部",
        "card_number": "6228480000000000018",
        "holder": "赵小满",
    }


def test_a_social_security_card_is_read() -> None:
    document = read(INSURANCE_CARD)
    assert document.kind is DocumentKind.INSURANCE_CARD
    assert values(document) == {
        "name": "赵小满",
        "id_number": NUMBER,
        "card_number": "A12345678",
        "issue_date": "2016-05",
    }
    assert document.fields["id_number"].proof


@given(st.integers(0, 17), st.integers(1, 9))
def test_no_single_misread_character_of_a_citizen_number_passes(at: int, by: int) -> None:
    wrong = NUMBER[:at] + str((int(NUMBER[at]) + by) % 10) + NUMBER[at + 1 :]
    cell = read(ID_FRONT, **{NUMBER: wrong}).fields["id_number"]
    assert cell.review
    assert not cell.proof


@given(st.integers(0, 18), st.integers(1, 9))
def test_no_single_misread_digit_of_a_bank_number_passes(at: int, by: int) -> None:
    number = "6228480000000000018"
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert read(BANK_CARD, **{"6228 4800 0000 0000 018": wrong}).fields["card_number"].review

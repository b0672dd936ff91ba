"""What codes on receipts and invoices say, in every form that is published or told by its shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.codes import NET, Said, parse_code


def said(text: str) -> dict[str, str]:
    found = parse_code(text)
    assert found is not None, text
    return dict(found.fields)


def test_an_old_vat_invoice_gives_its_net_amount() -> None:
    assert said("01,10,036001900104,29342181,104.72,20250311,02418567008427471889,1774,") == {
        "invoice_code": "036001900104",
        "invoice_number": "29342181",
        NET: "104.72",
        "issue_date": "2025-03-11",
        "check_code": "02418567008427471889",
    }


def test_a_special_vat_invoice_has_no_check_code() -> None:
    fields = said("01,01,3600231130,12345678,100,20250311,,ABCD")
    assert fields[NET] == "100.00"
    assert "check_code" not in fields


@pytest.mark.parametrize("code", ["", "32,"])
def test_a_fully_digital_invoice_gives_its_total(code: str) -> None:
    fields = said(f"01,{code},25362000000012345678,318.50,20250311,,A1B2")
    assert fields == {
        "invoice_number": "25362000000012345678",
        "total_amount": "318.50",
        "issue_date": "2025-03-11",
    }


@pytest.mark.parametrize("sign", [",", ";", "|", "，", " "])
def test_a_fiscal_receipt_as_a_list_is_told_by_its_shapes(sign: str) -> None:
    assert said(sign.join(["01", "10", "36060125", "0012345678", "1280.50", "20250311", "a1b2c3", ""])) == {
        "invoice_code": "36060125",
        "invoice_number": "0012345678",
        "total_amount": "1280.50",
        "issue_date": "2025-03-11",
        "check_code": "a1b2c3",
    }


def test_the_order_after_the_number_does_not_matter() -> None:
    fields = said("36060125,0012345678,a1b2c3,2025-03-11,1280.50")
    assert (fields["check_code"], fields["issue_date"], fields["total_amount"]) == ("a1b2c3", "2025-03-11", "1280.50")


def test_a_code_that_looks_like_a_day_is_still_the_code_before_the_number() -> None:
    fields = said("01,11,20060625,0012345678,9.90,20250311,a1b2c3,")
    assert (fields["invoice_code"], fields["issue_date"]) == ("20060625", "2025-03-11")


def test_a_number_as_short_as_a_day_is_not_taken_for_one() -> None:
    assert parse_code("36060125,20250311,1280.50") is None


@pytest.mark.parametrize(
    "text",
    [
        "https://pj.example.cn/bill/verify?bill_code=36060125&bill_no=0012345678&check_code=a1b2c3&amount=1280.5",
        "https://pj.example.cn/#/look?billCode=36060125&billNo=0012345678&random=a1b2c3&totalAmount=1280.50",
        "票据代码：36060125；票据号码：0012345678；校验码：a1b2c3；金额：1280.50",
        '{"pjdm": "36060125", "pjhm": "0012345678", "pjjym": "a1b2c3", "zje": 1280.5}',
        "https%3A%2F%2Fpj.example.cn%2Fv%3Fbillcode%3D36060125%26billno%3D0012345678%26checkcode%3Da1b2c3%26amt%3D1280.5",
    ],
)
def test_named_values_are_read_whatever_carries_them(text: str) -> None:
    fields = said(text)
    assert fields["invoice_code"] == "36060125"
    assert fields["invoice_number"] == "0012345678"
    assert fields["check_code"] == "a1b2c3"
    assert fields["total_amount"] == "1280.50"


def test_a_bar_code_of_a_fiscal_receipt_is_code_and_number() -> None:
    assert said("360601250012345678") == {"invoice_code": "36060125", "invoice_number": "0012345678"}
    assert said("360601250012345678a1b2c3")["check_code"] == "a1b2c3"


def test_a_residents_number_is_no_receipt() -> None:
    assert parse_code("360602199001011237") is None
    assert parse_code("11010519491231002X") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "60018812",
        "6922222222222",
        "https://www.example.cn/",
        "http://[",
        "{[[[[",
        "[]",
        '{"a": 1}',
        "WIFI:S:a;;",
    ],
)
def test_codes_of_other_things_say_nothing(text: str) -> None:
    assert parse_code(text) is None


@pytest.mark.parametrize("money", ["1e9", "NaN", "12.345", "--1", "99999999999999"])
def test_what_is_no_amount_is_left_out(money: str) -> None:
    fields = said(f"36060125,0012345678,{money},20250311")
    assert "total_amount" not in fields


def test_a_refund_is_negative() -> None:
    assert said("01,10,36060125,0012345678,-12.50,20250311,a1b2c3,")["total_amount"] == "-12.50"


def test_an_impossible_day_is_left_out() -> None:
    assert "issue_date" not in said("01,10,36060125,0012345678,12.50,20251341,a1b2c3,")


@given(st.text(max_size=300))
def test_no_text_of_a_code_breaks_the_parser(text: str) -> None:
    found = parse_code(text)
    assert found is None or all(found.fields.values())


@given(
    st.lists(
        st.sampled_from(
            ["01", "10", "36060125", "0012345678", "25362000000012345678", "1280.50", "20250311", "a1b2c3", ""]
        ),
        max_size=12,
    ),
    st.sampled_from(",;|&= "),
)
def test_shuffled_tokens_give_only_what_they_hold(tokens: list[str], sign: str) -> None:
    found = parse_code(sign.join(tokens)) or Said()
    given = {*tokens, "2025-03-11", "10.00"}
    assert given.issuperset(found.fields.values())

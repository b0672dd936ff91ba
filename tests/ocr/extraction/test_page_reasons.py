from __future__ import annotations

import pytest

from ocr.extraction import read_documents
from ocr.reading import Document, DocumentKind
from tests.papers import Cell, a_text, set_lines


def headless(names: tuple[str, str, str, str], words: str = "贰佰壹拾贰元零肆分") -> Document:
    """A receipt that prints its categories and no headings."""
    lines: list[list[Cell]] = [
        [(380, "江西省医疗住院收费票据")],
        [(60, "票据代码：36060125"), (800, "票据号码：0012345678")],
        [(60, "患者姓名：赵小满"), (480, "性别：男"), (800, "住院号：60018812")],
        [(60, names[0]), (300, "47.04"), (480, names[1]), (740, "65.00")],
        [(60, names[2]), (300, "60.00"), (480, names[3]), (740, "40.00")],
        [(60, f"合计金额（大写）：{words}"), (700, "（小写）：212.04")],
        [(60, "医保统筹基金支付：0.00"), (480, "其他支付：0.00"), (860, "个人账户支付：0.00")],
        [(60, "个人现金支付：212.04"), (480, "个人自付：12.04"), (860, "个人自费：200.00")],
    ]
    (document,) = read_documents([a_text(set_lines(lines))])
    assert document.kind is DocumentKind.INPATIENT_RECEIPT
    return document


CATEGORIES = ("西药费", "治疗费", "化验费", "检查费")


def test_guessed_columns_ask_no_more_where_categories_make_the_spelled_total() -> None:
    document = headless(CATEGORIES)
    assert [line.cells["amount"].value for line in document.items] == ["47.04", "60.00", "65.00", "40.00"]
    assert not any("表头" in reason for reason in document.review)


@pytest.mark.parametrize(
    ("names", "words"), [(("静脉输液", *CATEGORIES[1:]), "贰佰壹拾贰元零肆分"), (CATEGORIES, "模糊")]
)
def test_guessed_columns_go_on_asking_beside_other_names_or_an_unspelled_total(
    names: tuple[str, str, str, str], words: str
) -> None:
    assert any("表头" in reason for reason in headless(names, words).review)

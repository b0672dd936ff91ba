"""The comparison with a copy names every field that differs, and what explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lists import SMALL, published
from tools.catalogues.compare import FIELDS, Difference, copied_rows, differences, read_rows

if TYPE_CHECKING:
    from pathlib import Path

ROW = dict.fromkeys(FIELDS, "") | {"section": "西药部分", "official_no": "1", "name": "样例片"}


def found(read: dict[str, str], copied: dict[str, str]) -> list[Difference]:
    return list(differences([ROW | read], [ROW | copied]))


def test_equal_rows_do_not_differ() -> None:
    assert found({}, {}) == []


def test_a_field_that_differs_is_named_with_both_texts() -> None:
    [difference] = found({"name": "甲片"}, {"name": "乙片"})
    assert (difference.field, difference.read, difference.copied, difference.why) == ("name", "甲片", "乙片", "")


@pytest.mark.parametrize(
    ("field", "read", "copied", "words"),
    [
        ("name", "甲片（Ⅱ）", "甲片(Ⅱ)", "brackets"),
        ("remark", "限成人", "限成人。", "full stop"),
        ("remark", "限儿童", "限⼉童", "radical"),
        ("category_name", "第一代样例", "第代样例一", "moved"),
        ("category_name", "样例溶液", "样例", "next page"),
        ("payment_standard", "8元(1cm*2cm)", "8元(1cm企业申请价格保密2cm)", "multiplication"),
        ("payment_standard", "", "企业申请价格保密", "outside the negotiated"),
        ("category_path", "甲 > 其它", "甲 > 其他", "其它"),
    ],
)
def test_known_faults_of_the_copy_explain_themselves(field: str, read: str, copied: str, words: str) -> None:
    [difference] = found({field: read}, {field: copied})
    assert words in difference.why


def test_another_class_is_never_explained() -> None:
    [difference] = found({"class": "甲"}, {"class": "乙"})
    assert difference.why == ""


def test_a_row_only_one_of_them_has_is_told() -> None:
    [missing] = differences([ROW], [])
    [added] = differences([], [ROW])
    assert (missing.field, added.field) == ("row", "row")
    assert missing.copied == added.read == ""


def test_rows_of_one_number_are_compared_in_their_order() -> None:
    first, second = ROW | {"dosage_form": "片剂"}, ROW | {"dosage_form": "注射剂"}
    assert len(list(differences([first, second], [second, first]))) == 2
    assert list(differences([first, second], [first, second])) == []


def test_herbs_are_the_same_by_name() -> None:
    herb = ROW | {"section": "基金予以支付的中药饮片", "official_no": "43", "name": "小样香"}
    [difference] = differences([herb], [herb | {"official_no": "3828"}])
    assert "herbs" in difference.why


def test_a_list_read_and_its_copy_have_the_same_fields(tmp_path: Path) -> None:
    rows = read_rows(published(tmp_path / "list.pdf", SMALL))
    (tmp_path / "copy.csv").write_text(
        ",".join(("section", *FIELDS)) + "\n" + ",".join(rows[0][f] for f in ("section", *FIELDS)), encoding="utf-8-sig"
    )
    assert list(differences(rows[:1], copied_rows(tmp_path / "copy.csv"))) == []

"""Case files: what is written wrong is named, with its key, in Chinese."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.errors import InputError
from review.policy.case import load_case

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """
insured: {scheme: resident}
care: {kind: inpatient, hospital_level: tertiary, region: same_city, admitted: 2025-03-01}
lines:
  - {name: 西药, amount: "10.00", class: A}
"""


def a_file(folder: Path, text: str) -> Path:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_absent_keys_mean_none_zero_or_the_default_pack(tmp_path: Path) -> None:
    case = load_case(a_file(tmp_path, SOUND))
    assert case.pack == "ganzhou"
    assert case.already_paid == case.year_to_date.basic_fund == Decimal(0)
    assert case.insured.groups == ()
    assert case.care.filing == "none"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("scheme: resident", "scheme: peasant", "insured.scheme 只能是 'resident'、'employee'"),
        ("insured: {scheme: resident}", "insured: {}", "insured.scheme 缺少这一项"),
        ("insured: {scheme: resident}", "insured: resident", "insured 应为“键: 值”"),
        ("region: same_city", "region: same_city, town: x", "care.town 不认识这个键"),
        ('amount: "10.00"', "amount: 10.00", r"lines\[0\].amount 数字要写成带引号的文字.*10.0"),
        ('amount: "10.00"', 'amount: "10.005"', r"lines\[0\].amount 不是数字，或小数超过 2 位"),
        ('amount: "10.00"', 'amount: "1e3"', r"lines\[0\].amount 不是数字"),
        ('amount: "10.00"', 'amount: "NaN"', r"lines\[0\].amount 不是数字"),
        ("class: A", "class: D", r"lines\[0\].class 只能是 'A', 'B'、'C'"),
        ("class: A", 'class: C, advance_ratio: "0.1"', r"lines\[0\] 丙类全额自费"),
        ("class: A", 'class: B, advance_ratio: "1.1"', r"lines\[0\].advance_ratio 比例应在 0 和 1 之间"),
        ("class: A", 'class: B, quantity: "0"', r"lines\[0\] quantity 为 0"),
        ("admitted: 2025-03-01", "admitted: 20250301", "care.admitted 应为日期"),
        ("admitted: 2025-03-01", "admitted: '2025-02-30'", "care.admitted 应为日期"),
        ("admitted: 2025-03-01", "admitted: 2025-03-02, discharged: 2025-03-01", "care discharged 早于 admitted"),
        ("lines:", 'already_paid: "-1"\nlines:', "already_paid 不能小于 0"),
        ("lines:", "year_to_date: {stays: -1}\nlines:", "year_to_date.stays 不能小于 0"),
        ("lines:", "year_to_date: {stays: '1'}\nlines:", "year_to_date.stays 应为整数"),
        ("lines:", 'expect: {fund: "1"}\nlines:', "expect.fund"),
        ("scheme: resident", "scheme: resident, retired: 1", "insured.retired 应为 true 或 false"),
        ("insured:", "insured: {}\ninsured:", "第 3 行格式不对：键“insured”重复出现"),
        ("lines:", "a: &a 1\nb: *a\nlines:", "不允许使用 YAML 引用"),
        ("insured: {", "insured: {{", "case.yaml"),
        ("admitted: 2025-03-01", "admitted: 2025-02-30", "care.admitted 应为日期"),
    ],
)
def test_what_is_wrong_is_named_with_its_key(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in SOUND
    with pytest.raises(InputError, match=complaint) as raised:
        load_case(a_file(tmp_path, SOUND.replace(old, new, 1)))
    assert "case.yaml" in str(raised.value)
    assert raised.value.advice


def test_all_faults_are_listed_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        load_case(a_file(tmp_path, "insured: {scheme: x}\ncare: {kind: y}\nwrong: 1\n"))
    assert {line.split("：")[1].split(" ")[0] for line in str(raised.value).splitlines()} == {
        "insured.scheme",
        "care.kind",
        "care.region",
        "wrong",
    }


def test_files_that_are_no_case_at_all_are_refused(tmp_path: Path) -> None:
    for text in ("", "- 1\n", "text", "1: 2\n"):
        with pytest.raises(InputError, match=r"最外层|键要写成文字"):
            load_case(a_file(tmp_path, text))
    with pytest.raises(InputError, match="读不出来"):
        load_case(tmp_path / "none.yaml")


def test_hostile_files_are_refused_without_harm(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="不是有效的 YAML"):
        load_case(a_file(tmp_path, "[" * 5000))
    with pytest.raises(InputError, match="太大"):
        load_case(a_file(tmp_path, "#" * 4_000_001))
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"bytes\.yaml"):
        load_case(tmp_path / "bytes.yaml")
    with pytest.raises(InputError, match=r"case\.yaml"):
        load_case(a_file(tmp_path, "a: !!python/object/apply:os.system ['echo']\n"))


def test_a_relative_pack_is_found_beside_the_case(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert load_case(a_file(tmp_path, f"pack: mine\n{SOUND}")).pack == str((tmp_path / "mine").resolve())

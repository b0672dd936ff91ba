"""Files of packs and cases: plain trees with days as text, whatever stands in them; and values typed in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.errors import InputError
from review.packs.yaml_file import DEEPEST, LARGEST, read_yaml, typed_value

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str, name: str = "a.yaml") -> dict[str, Any]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_yaml(folder / name)


def test_days_become_text_in_both_forms(tmp_path: Path) -> None:
    assert read(tmp_path, "a: {b: [2025-01-01]}\n") == {"a": {"b": ["2025-01-01"]}}
    assert read(tmp_path, "a.b = [2025-01-01]\n", "a.toml") == {"a": {"b": ["2025-01-01"]}}


def test_a_day_that_is_none_stays_text_so_that_its_key_can_be_named(tmp_path: Path) -> None:
    assert read(tmp_path, "since: 2025-13-01\n") == {"since": "2025-13-01"}


def test_a_fault_of_toml_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.toml 第 2 行不是有效的 TOML"):
        read(tmp_path, "a = 1\nb = 2025-13-01\n", "a.toml")


def test_an_amount_in_quotes_stays_text_and_one_without_does_not(tmp_path: Path) -> None:
    assert read(tmp_path, "a: '600'\nb: 600\n") == {"a": "600", "b": 600}
    assert read(tmp_path, "a = '0.60'\nb = 0.6\n", "a.toml") == {"a": "0.60", "b": 0.6}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: {1: x}\n", "键要写成文字，写的是 1"),
        ("no: x\n", "键要写成文字，写的是 False"),
        ("a: 1\na: 2\n", "键“a”重复出现"),
        ("a: &x 1\nb: *x\n", "不允许使用 YAML 引用"),
        ("- a\n", "最外层应为"),
        ("", "最外层应为"),
        (f"a: {'[' * (DEEPEST + 2)}{']' * (DEEPEST + 2)}\n", "层次太深"),
        (f"a: {'[' * 5000}\n", "不是有效的 YAML|格式不对"),
        ("a: !!python/object:os.system x\n", "格式不对"),
    ],
)
def test_strange_files_are_refused_with_name_and_reason(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as raised:
        read(tmp_path, text)
    assert "a.yaml" in str(raised.value)
    assert raised.value.advice


def test_a_file_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="文件太大"):
        read(tmp_path, "#" * (LARGEST + 1))
    with pytest.raises(InputError, match="文件读不出来"):
        read_yaml(tmp_path / "none.yaml")


def test_a_value_typed_in_a_line_is_text_lists_and_mappings_of_text() -> None:
    assert typed_value("0.65") == "0.65"
    assert typed_value("{primary: 0.9, tertiary: 0.60}") == {"primary": "0.9", "tertiary": "0.60"}
    assert typed_value("[{when: {retired: true}, value: 0.03}]") == [{"when": {"retired": True}, "value": "0.03"}]
    assert typed_value("unlimited") == "unlimited"


@pytest.mark.parametrize("text", ["{primary: ", "[", "a: b: c", "*x", "'"])
def test_a_value_that_cannot_be_read_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match="读不出来") as raised:
        typed_value(text)
    assert "例如" in raised.value.advice

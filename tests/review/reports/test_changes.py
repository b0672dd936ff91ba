"""A journal row tells what changed in words a person reads."""

from __future__ import annotations

import pytest

from review.reports.changes import changes


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"claim": {"state": "received"}}, {"claim": {"state": "read"}}, ("状态：受理 → 已识别",)),
        ({"claim": {"payable": None}}, {"claim": {"payable": "18.00"}}, ("应付：18.00",)),
        ({"line:7": {"verdict": "pay"}}, {"line:7": {"verdict": "exclude"}}, ("明细7 意见：按类支付 → 剔除",)),
        ({"batch": "20251210-B1"}, {"batch": ""}, ("批次：20251210-B1 → 无",)),
        ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, ("b：2 → 3",)),
        ({}, {"page:3": {"quality": ["偏暗"], "width": 1246}}, ("影像3 影像质量：偏暗", "影像3 宽：1246")),
        ({}, {"decision:ab12": {"code": "limit", "claim": "20251208-0001"}}, ("意见 疑点：limit",)),
        (
            {"document:4": {"review_cleared": False}},
            {"document:4": {"review_cleared": True}},
            ("材料4 整份已核对：否 → 是",),
        ),
        ({}, {}, ()),
    ],
)
def test_only_what_differs_is_told(before: dict[str, object], after: dict[str, object], told: tuple[str, ...]) -> None:
    assert changes(before, after) == told


def test_a_citizen_number_is_masked() -> None:
    assert changes({}, {"claim": {"insured_id_number": "360799198501010011"}}) == ("身份证号：360799********0011",)


def test_a_notice_is_told_by_what_was_asked_for_not_by_how_it_is_kept() -> None:
    notice = {"items": [{"code": "missing-discharge-record"}], "notes": [], "working_days": 15}
    told = changes({}, {"asked": ["补交出院记录"], "hand_in_by": "2025-04-23", "notice": notice})
    assert told == ("要求补正：补交出院记录", "最迟补交：2025-04-23", "告知书 工作日：15")


def test_custody_seal_and_answers_are_told_in_words() -> None:
    told = changes({"document:7": {"custody": "unstated"}}, {"document:7": {"custody": "copy", "sealed": False}})
    assert told == ("材料7 原件或复印件：— → 复印件", "材料7 已盖章：否")
    assert changes({}, {"document:7": {"answer": "reversed"}}) == ("材料7 查验结果：已冲红",)

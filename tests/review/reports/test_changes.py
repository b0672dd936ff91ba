"""A journal row tells what changed in words a person reads."""

from __future__ import annotations

import pytest

from review.reports.changes import changes


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"claim": {"state": "received"}}, {"claim": {"state": "read"}}, ("状态：受理 → 已识别",)),
        ({"claim": {"payable": None}}, {"claim": {"payable": "18.00"}}, ("应付：18.00",)),
        ({"line:7": {"verdict": "pay"}}, {"line:7": {"verdict": "exclude"}}, ("明细7 意见：pay → exclude",)),
        ({"batch": "20251210-B1"}, {"batch": ""}, ("批次：20251210-B1 → 无",)),
        ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, ("b：2 → 3",)),
        ({}, {"page:3": {"quality": ["偏暗"], "width": 1246}}, ('影像3 影像质量：["偏暗"]', "影像3 宽：1246")),
        ({}, {}, ()),
    ],
)
def test_only_what_differs_is_told(before: dict[str, object], after: dict[str, object], told: tuple[str, ...]) -> None:
    assert changes(before, after) == told

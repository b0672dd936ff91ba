"""The command line speaks Chinese unless the locale speaks English."""

from __future__ import annotations

import pytest

from app.language import english, examples, t


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LINGBAO_LANG": "zh"}, False),
        ({"LANG": "zh_CN.UTF-8", "LINGBAO_LANG": "en"}, True),
    ],
)
def test_the_language_of_a_run(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, expected: bool) -> None:
    for name in ("LINGBAO_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert english() is expected
    assert t("是", "yes") == ("yes" if expected else "是")


def test_examples_stand_one_a_paragraph() -> None:
    assert examples("lingbao queue", "lingbao doctor").endswith("lingbao queue\n\nlingbao doctor")

"""Figures of a day, values in words, and a value as fields and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.ui.policies.figures import figures_on
from app.ui.policies.value_form import BadTextError, ValueForm, leaves, parsed, steps_words
from app.ui.policies.words import key_word, last_word, place_words, value_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PAPER = {"document": "甲", "clause": "乙", "source": "[K] 丙", "status": "assumed"}
OLD: dict[str, Any] = {"since": "2024-01-01", "until": "2024-12-31", "value": "100", **PAPER}
NEW: dict[str, Any] = {"since": "2025-01-01", "value": "200", **PAPER}
TREE: dict[str, Any] = {
    "id": "x",
    "title": "样例",
    "basic": {
        "inpatient": {"resident": {"deductible": {"title": "起付线", "values": [OLD, NEW]}}, "like": "outpatient"}
    },
    "items": {"a": {"match": {"tags": ["one", "two"]}}},
}
DEDUCTIBLE = "basic.inpatient.resident.deductible"


@pytest.mark.parametrize(("day", "value"), [("2024-06-30", "100"), ("2025-01-01", "200"), ("2023-12-31", None)])
def test_a_figure_is_what_holds_on_the_day(day: str, value: str | None) -> None:
    figures = {one.path: one for one in figures_on(TREE, day, {}, TREE)}
    assert figures[DEDUCTIBLE].held.get("value") == value
    assert len(figures[DEDUCTIBLE].values) == 2


def test_what_has_no_date_is_listed_whole() -> None:
    figures = {one.path: one for one in figures_on(TREE, "2025-01-01", {}, TREE)}
    assert figures["items.a.match"].held == {"value": {"tags": ["one", "two"]}}
    assert not figures["items.a.match"].dated
    assert "id" not in figures
    assert figures["title"].held["value"] == "样例"


def test_a_value_of_the_shipped_pack_has_its_origin_and_another_has_none() -> None:
    origins = {f"{DEDUCTIBLE}.values[0]": "china", f"{DEDUCTIBLE}.values[1]": "county"}
    node = {"title": "起付线", "values": [OLD, {**NEW, "value": "300"}]}
    own = {**TREE, "basic": {"inpatient": {"resident": {"deductible": node}}}}
    assert next(f for f in figures_on(own, "2024-02-01", origins, TREE) if f.path == DEDUCTIBLE).origin == "china"
    assert next(f for f in figures_on(own, "2025-02-01", origins, TREE) if f.path == DEDUCTIBLE).origin == ""
    assert next(f for f in figures_on(TREE, "2025-02-01", origins, TREE) if f.path == DEDUCTIBLE).origin == "county"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("600", "600"),
        ({"primary": "0.90", "tertiary": "0.60"}, "一级 0.90，三级 0.60"),
        (["600", "500", "0"], "600；500；0"),
        (True, "是"),
        (None, "—"),
        ([{"when": {"retired": True}, "value": "3"}], "条件 退休 是，取值 3"),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    assert value_words(value) == words


def test_places_and_keys_in_words() -> None:
    assert place_words(DEDUCTIBLE) == "基本医保 · 住院 · 居民医保"
    assert place_words("order") == "支付顺序"
    assert last_word("basic.inpatient.like") == "比照"
    assert key_word("own_key") == "own_key"


def test_the_fields_of_a_value_are_its_plain_parts_named_by_keys_and_conditions() -> None:
    value = [{"when": {"groups": ["orphan"]}, "value": {"ratio": "0.7"}}, {"value": {"ratio": "0.6"}}]
    found = dict(leaves(value))
    assert found == {(0, "value", "ratio"): "0.7", (1, "value", "ratio"): "0.6"}
    assert steps_words((0, "value", "ratio"), value) == "人员类别 孤儿 · 支付比例"
    assert steps_words((1, "value", "ratio"), value) == "2 · 支付比例"


def test_a_typed_field_goes_into_the_text_and_back(qtbot: QtBot) -> None:
    form = ValueForm()
    qtbot.addWidget(form)
    form.show_value({"primary": "0.90", "from": 2, "on": True})
    form.fields["primary",].setText("0.95")
    form.fields["from",].setText("3")
    form.setCurrentWidget(form.text)
    assert form.value() == {"primary": "0.95", "from": 3, "on": True}
    form.text.setPlainText("primary: 0.85\nsecondary: '0.80'\n")
    form.setCurrentIndex(0)
    assert form.value() == {"primary": "0.85", "secondary": "0.80"}


def test_text_that_is_no_value_keeps_the_text_in_front_and_says_where(qtbot: QtBot) -> None:
    form = ValueForm()
    qtbot.addWidget(form)
    form.show_value("600")
    form.setCurrentWidget(form.text)
    form.text.setPlainText("a: 1\nb: [")
    form.setCurrentIndex(0)
    assert form.currentWidget() is form.text
    with pytest.raises(BadTextError):
        form.value()


def test_amounts_and_days_stay_text_however_they_are_written() -> None:
    assert parsed("0.10") == "0.10"
    assert parsed("a: 2025-01-01") == {"a": "2025-01-01"}
    assert parsed("a: true\nb: 3") == {"a": True, "b": 3}

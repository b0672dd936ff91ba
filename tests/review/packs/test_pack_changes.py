"""What differs between two packs: by day for figures, once for the rest, and which days of care that changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.packs.pack_changes import changed_spans, changes, shown
from tests.packs.shelf import ganzhou_tree

if TYPE_CHECKING:
    from collections.abc import Callable

Tree = dict[str, Any]
RATIO = "basic.inpatient.resident.ratio"


def figures(tree: Tree) -> list[Tree]:
    values: list[Tree] = tree["basic"]["inpatient"]["resident"]["ratio"]["values"]
    return values


def differing(change: Callable[[Tree], object]) -> list[tuple[str, str, str]]:
    """Path and days of what differs after a change of the shipped pack."""
    after = ganzhou_tree()
    change(after)
    return [(one.path, one.since, one.until) for one in changes(ganzhou_tree(), after)]


def split(tree: Tree, *days: str, value: str) -> None:
    """The residents' ratio with another value between the two days."""
    first, (since, until) = figures(tree)[0], days
    end = {"until": "2025-06-30"}
    figures(tree)[:] = [first | end, {**first, "since": since, "until": until, "value": value}]
    figures(tree).append({**first, "since": "2025-10-01"})


def test_a_pack_does_not_differ_from_itself_nor_for_being_called_otherwise() -> None:
    assert differing(lambda tree: tree.update(version="9", title="x", id="y")) == []


def test_a_figure_differs_on_the_very_days_it_was_changed_for() -> None:
    assert differing(lambda tree: split(tree, "2025-07-01", "2025-09-30", value="0.5")) == [
        (RATIO, "2025-07-01", "2025-09-30")
    ]


def test_a_value_split_in_two_that_say_the_same_does_not_differ() -> None:
    assert differing(lambda tree: split(tree, "2025-07-01", "2025-09-30", value=figures(tree)[0]["value"])) == []


def test_a_change_tells_both_values_and_the_new_paper() -> None:
    after = ganzhou_tree()
    figures(after)[0].update(value="0.5", document="某文号")
    (change,) = changes(ganzhou_tree(), after)
    assert (change.before["tertiary"], change.after, change.document, change.title) == (
        "0.60",
        "0.5",
        "某文号",
        "居民住院支付比例",
    )
    assert change.plain()["after"] == "0.5"


def test_a_change_of_paper_alone_is_told_and_changes_no_day() -> None:
    after = ganzhou_tree()
    figures(after)[0].update(document="某文号")
    (change,) = changes(ganzhou_tree(), after)
    assert (change.figure, changed_spans([change])) == (False, ())


def test_rows_and_layers_that_come_and_go_are_told() -> None:
    gone = differing(lambda tree: tree["layers"]["medical_aid"]["rows"].pop("hardship"))
    assert "layers.medical_aid.rows.hardship.terms" in [path for path, *_ in gone]
    when = differing(lambda tree: tree["layers"]["medical_aid"]["rows"]["hardship"].pop("when"))
    assert when == [("layers.medical_aid.rows.hardship.when", "", "")]


def test_the_first_value_also_holds_before_it_begins() -> None:
    after = ganzhou_tree()
    figures(after)[0].update(value="0.5")
    assert changed_spans(changes(ganzhou_tree(), after)) == ((None, None),)


def test_days_that_touch_are_one_span_and_others_stay_apart() -> None:
    after = ganzhou_tree()
    split(after, "2025-07-01", "2025-09-30", value="0.5")
    assert changed_spans(changes(ganzhou_tree(), after)) == ((date(2025, 7, 1), date(2025, 9, 30)),)
    first = after["general"]["class_b_advance"]["values"][0]
    after["general"]["class_b_advance"]["values"] = [
        first | {"until": "2025-09-30"},
        first | {"since": "2025-10-01", "value": "0.2"},
    ]
    assert changed_spans(changes(ganzhou_tree(), after)) == ((date(2025, 7, 1), None),)


@pytest.mark.parametrize(
    "broken", [[], ["x"], [{}], [{"since": "2025-02-30", "value": "1"}], [{"since": "2025-01-01"}]]
)
def test_a_draft_that_is_faulty_still_differs_instead_of_failing(broken: list[Any]) -> None:
    after = ganzhou_tree()
    figures(after)[:] = broken
    assert RATIO in {change.path.removesuffix(".values") for change in changes(ganzhou_tree(), after)}


def test_a_value_is_shown_in_one_line() -> None:
    assert shown({"primary": "0.9", "rows": [True, None, "x"]}) == "{primary: 0.9, rows: [true, , x]}"


@given(st.dates(date(2025, 1, 2), date(2025, 12, 31)), st.sampled_from(("0.1", "0.2")))
def test_differences_turned_round_are_the_same_days(day: date, value: str) -> None:
    after = ganzhou_tree()
    first = figures(after)[0]
    figures(after).append({**first, "since": day.isoformat(), "value": value})
    there, back = changes(ganzhou_tree(), after), changes(after, ganzhou_tree())
    assert changed_spans(there) == changed_spans(back) == ((day, None),)
    assert [(one.before, one.after) for one in there] == [(one.after, one.before) for one in back]

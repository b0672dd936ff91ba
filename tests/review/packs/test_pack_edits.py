"""A pack's tree is edited by path: figures follow each other without gap, and the tree given stays as it was."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from review.errors import InputError, NotFoundError
from review.packs.pack_edits import REMOVED, Provenance, drop_value, edit_part, edit_value, part_at, plain_tree

PAPER = Provenance(document="赣医保发〔2026〕1号", clause="第三条", source="[G] 局方文件")


def a_value(since: str, value: Any, until: str | None = None) -> dict[str, Any]:
    told = {"document": "旧文", "clause": "一", "source": "[K] 按经验", "status": "assumed"}
    return {"since": since, **({"until": until} if until else {}), "value": value, **told}


def a_tree(*values: dict[str, Any]) -> dict[str, Any]:
    ratio = {"title": "比例", "values": list(values or (a_value("2025-01-01", "0.60"),))}
    return {"id": "样例", "basic": {"inpatient": {"ratio": ratio}}, "rows": [{"terms": ratio}, {"terms": "乙"}]}


def spans(tree: dict[str, Any]) -> list[tuple[str, str | None, Any]]:
    found = part_at(tree, "basic.inpatient.ratio")["values"]
    return [(one["since"], one.get("until"), one["value"]) for one in found]


def test_a_new_figure_ends_the_one_before_it_the_day_before() -> None:
    edited = edit_value(a_tree(), "basic.inpatient.ratio", date(2026, 1, 1), "0.65", PAPER)
    assert spans(edited) == [("2025-01-01", "2025-12-31", "0.60"), ("2026-01-01", None, "0.65")]
    new = part_at(edited, "basic.inpatient.ratio")["values"][1]
    assert (new["document"], new["clause"], new["status"]) == ("赣医保发〔2026〕1号", "第三条", "unconfirmed")


def test_the_tree_that_was_given_stays_as_it_was() -> None:
    tree = a_tree()
    before = deepcopy(tree)
    value: dict[str, Any] = {"primary": "0.90"}
    edited = edit_value(tree, "basic.inpatient.ratio", date(2026, 1, 1), value, PAPER)
    value["primary"] = "0.10"
    assert tree == before
    assert spans(edited)[1][2] == {"primary": "0.90"}


def test_a_figure_between_two_holds_until_the_next() -> None:
    tree = a_tree(a_value("2025-01-01", "0.60", "2026-12-31"), a_value("2027-01-01", "0.70"))
    edited = edit_value(tree, "basic.inpatient.ratio", date(2026, 7, 1), "0.65", PAPER)
    assert spans(edited) == [
        ("2025-01-01", "2026-06-30", "0.60"),
        ("2026-07-01", "2026-12-31", "0.65"),
        ("2027-01-01", None, "0.70"),
    ]


def test_a_figure_of_the_same_day_is_replaced() -> None:
    edited = edit_value(a_tree(), "basic.inpatient.ratio", date(2025, 1, 1), "0.61", PAPER)
    assert spans(edited) == [("2025-01-01", None, "0.61")]


def test_a_figure_before_all_others_ends_where_they_begin() -> None:
    edited = edit_value(a_tree(), "basic.inpatient.ratio", date(2024, 1, 1), "0.55", PAPER)
    assert spans(edited) == [("2024-01-01", "2024-12-31", "0.55"), ("2025-01-01", None, "0.60")]


def test_after_a_figure_that_ended_a_new_one_begins_and_a_gap_is_not_papered_over() -> None:
    tree = a_tree(a_value("2025-01-01", "0.60", "2025-12-31"))
    edited = edit_value(tree, "basic.inpatient.ratio", date(2026, 3, 1), "0.65", PAPER)
    assert spans(edited) == [("2025-01-01", "2025-12-31", "0.60"), ("2026-03-01", None, "0.65")]


def test_a_figure_that_goes_leaves_the_one_before_in_its_place() -> None:
    tree = a_tree(a_value("2025-01-01", "0.60", "2025-12-31"), a_value("2026-01-01", "0.65"))
    assert spans(drop_value(tree, "basic.inpatient.ratio", date(2026, 1, 1))) == [("2025-01-01", None, "0.60")]


def test_an_edit_and_its_drop_give_the_tree_back() -> None:
    tree = a_tree(a_value("2025-01-01", "0.60", "2026-12-31"), a_value("2027-01-01", "0.70"))
    edited = edit_value(tree, "basic.inpatient.ratio", date(2026, 7, 1), "0.65", PAPER)
    assert drop_value(edited, "basic.inpatient.ratio", date(2026, 7, 1)) == tree


def test_the_only_figure_and_one_that_is_not_there_cannot_go() -> None:
    with pytest.raises(InputError):
        drop_value(a_tree(), "basic.inpatient.ratio", date(2025, 1, 1))
    with pytest.raises(NotFoundError):
        drop_value(a_tree(), "basic.inpatient.ratio", date(2025, 1, 2))


@pytest.mark.parametrize("path", ["", "basic..ratio", "nothing", "basic.inpatient.nothing", "rows[9].terms", "id"])
def test_where_nothing_dated_stands_nothing_is_edited(path: str) -> None:
    with pytest.raises(NotFoundError):
        edit_value(a_tree(), path, date(2026, 1, 1), "0.65", PAPER)


def test_places_in_lists_are_counted_from_nought() -> None:
    edited = edit_value(a_tree(), "rows[0].terms", date(2026, 1, 1), "0.65", PAPER)
    assert len(part_at(edited, "rows[0].terms")["values"]) == 2
    assert part_at(edited, "rows[1].terms") == "乙"


def test_a_part_is_added_changed_and_taken_out() -> None:
    added = edit_part(edit_part(a_tree(), "basic.outpatient", {"ratio": "0.50"}), "rows[2]", {"terms": "丙"})
    assert (part_at(added, "basic.outpatient.ratio"), part_at(added, "rows[2].terms")) == ("0.50", "丙")
    gone = edit_part(edit_part(added, "rows[1]", REMOVED), "basic.outpatient", REMOVED)
    assert [row["terms"] for row in gone["rows"][1:]] == ["丙"]
    assert list(gone["basic"]) == ["inpatient"]


@pytest.mark.parametrize("path", ["nothing.title", "rows[5]", "id.title"])
def test_a_part_needs_something_to_stand_in(path: str) -> None:
    with pytest.raises(NotFoundError):
        edit_part(a_tree(), path, "甲")
    with pytest.raises(NotFoundError):
        edit_part(a_tree(), path, REMOVED)


def test_days_become_text_and_what_no_pack_can_hold_is_refused() -> None:
    plain = plain_tree({"since": date(2025, 1, 1), "values": ["0.60", 2, True, None]})
    assert plain == {"since": "2025-01-01", "values": ["0.60", 2, True, None]}
    for odd in ({"a": {1, 2}}, {"a": float("nan")}, {"a": object()}):
        with pytest.raises(InputError):
            plain_tree(odd)

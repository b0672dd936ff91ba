"""Lint says what is wrong beyond the form of a pack, where, and what to do; of the shipped packs it finds no fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from review.packs.pack import shipped_packs
from review.packs.pack_lint import lint, lint_tree
from tests.packs.shelf import ganzhou_tree, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Tree = dict[str, Any]
INPATIENT = "basic.inpatient.resident"


def value_of(tree: Tree, path: str, value: object) -> None:
    """Put another value in place of the first of a series."""
    series: Any = tree
    for key in path.split("."):
        series = series[key]
    series["values"][0]["value"] = value


DOUBTS: dict[str, tuple[Callable[[Tree], object], str, str, str]] = {
    "a level left out": (
        lambda t: value_of(t, f"{INPATIENT}.ratio", {"primary": "0.9", "secondary": "0.8"}),
        "fault",
        f"{INPATIENT}.ratio.values[0]",
        "没有适用于.*三级",
    ),
    "a filing left out": (
        lambda t: value_of(
            t,
            "out_of_region.advance",
            {"same_city": "0", "same_province": "0", "other_province": {"none": "0.2", "referral": "0.1"}},
        ),
        "fault",
        "out_of_region.advance.values[0]",
        "省外.*长期居住",
    ),
    "an age band left out": (
        lambda t: value_of(
            t,
            f"{INPATIENT}.ratio",
            [{"when": {"age": {"below": 60}}, "value": "0.6"}, {"when": {"age": {"from": 70}}, "value": "0.7"}],
        ),
        "fault",
        f"{INPATIENT}.ratio.values[0]",
        "没有适用于",
    ),
    "a row behind a wider one": (
        lambda t: value_of(t, f"{INPATIENT}.ratio", [{"value": "0.6"}, {"when": {"retired": True}, "value": "0.7"}]),
        "warning",
        f"{INPATIENT}.ratio.values[0].value[1]",
        "永远用不到：被前面的行挡住",
    ),
    "a row for the other scheme": (
        lambda t: value_of(
            t, f"{INPATIENT}.ratio", [{"when": {"schemes": ["employee"]}, "value": "0.9"}, {"value": "0.6"}]
        ),
        "warning",
        f"{INPATIENT}.ratio.values[0].value[0]",
        "条件与所在的位置不符",
    ),
    "levels turned round": (
        lambda t: value_of(t, f"{INPATIENT}.ratio", {"primary": "0.6", "secondary": "0.8", "tertiary": "0.9"}),
        "warning",
        f"{INPATIENT}.ratio.values[0]",
        "高等级医院的支付比例高于低等级医院",
    ),
    "deductibles turned round": (
        lambda t: value_of(t, f"{INPATIENT}.deductible", {"primary": "600", "secondary": "400", "tertiary": "100"}),
        "warning",
        f"{INPATIENT}.deductible.values[0]",
        "起付线低于",
    ),
    "points above one": (
        lambda t: value_of(t, "basic.inpatient.employee.points.retired", "0.2"),
        "warning",
        "basic.inpatient.employee.points",
        "最高到 1.15",
    ),
    "a shadowed row of a layer": (
        lambda t: t["layers"]["medical_aid"]["rows"]["destitute"].pop("when"),
        "warning",
        "layers.medical_aid.rows.subsistence",
        "永远用不到",
    ),
    "two layers on one account": (
        lambda t: t["layers"]["large_sum"].update(account="medical_aid"),
        "warning",
        "layers.large_sum.account",
        "共用累计“medical_aid”.*职工",
    ),
    "a row for care nobody gets": (
        lambda t: t["layers"]["medical_aid"]["rows"]["hardship"]["when"].update(kinds=["long_term_care"]),
        "warning",
        "layers.medical_aid.rows.hardship.when",
        "长期护理.*没有收录",
    ),
    "a layer switched off before the reviewed days": (
        lambda t: t["order"]["values"][-1].update(value=["serious_illness", "large_sum"]),
        "warning",
        "layers.medical_aid",
        "没有写进 order",
    ),
    "a deductible that falls": (
        lambda t: value_of(t, f"{INPATIENT}.deductible", ["600", "300"]),
        "warning",
        f"{INPATIENT}.deductible",
        "分成两次住院比一次支付多",
    ),
    "confirmed on no paper": (
        lambda t: t["basic"]["inpatient"]["resident"]["ratio"]["values"][0].update(status="confirmed"),
        "fault",
        f"{INPATIENT}.ratio.values[0]",
        "标为已确认，却没有文号",
    ),
    "a confirmed pack of guesses": (
        lambda t: t.update(status="confirmed"),
        "fault",
        "general.rounding.values[0]",
        "政策包标为已确认",
    ),
    "a guess without reason": (
        lambda t: t["general"]["rounding"]["values"][0].pop("note"),
        "warning",
        "general.rounding.values[0]",
        "没有在 note 里说明依据",
    ),
}


@pytest.mark.parametrize("doubt", DOUBTS)
def test_lint_names_what_is_doubtful_its_key_and_a_cure(doubt: str) -> None:
    tree = ganzhou_tree()
    breaks, severity, path, words = DOUBTS[doubt]
    breaks(tree)
    found = [note for note in lint_tree(tree) if note.path == path and re.search(words, note.message)]
    assert [note.severity for note in found] == [severity]
    assert found[0].cure.endswith("。")


@pytest.mark.parametrize("pack_id", shipped_packs())
def test_no_shipped_pack_has_a_fault(pack_id: str) -> None:
    assert [note for note in lint(pack_id) if note.severity == "fault"] == []


@pytest.mark.parametrize("pack_id", ["ganzhou", "xinfeng"])
def test_of_the_default_pack_lint_only_says_what_it_does_not_cover_and_whom_it_must_know_more_of(pack_id: str) -> None:
    known = {"basic", "basic.two_diseases.resident.ratio.values[0]"}
    assert {note.path for note in lint(pack_id)} == known


def test_a_pack_that_cannot_be_read_is_a_fault_and_raises_nothing(tmp_path: Path) -> None:
    (note,) = lint("atlantis")
    assert (note.severity, "找不到政策包" in note.message) == ("fault", True)
    (tmp_path / "bad.yaml").write_text("id: [", encoding="utf-8")
    (note,) = lint(tmp_path / "bad.yaml")
    assert "格式不对" in note.message


def test_every_fault_of_form_is_a_note_with_file_and_key(tmp_path: Path) -> None:
    tree = ganzhou_tree()
    value_of(tree, f"{INPATIENT}.ratio", {"primary": "1.2", "secondary": "0.8", "tertiary": "0.6"})
    tree["layers"]["medical_aid"]["rows"]["hardship"]["when"]["groups"] = ["rich"]
    faults = {note.path: note for note in lint(written(tree, tmp_path)) if note.severity == "fault"}
    assert set(faults) == {
        f"{INPATIENT}.ratio.values[0].value.primary",
        "layers.medical_aid.rows.hardship.when.groups[0]",
    }
    assert {note.file for note in faults.values()} == {"pack.yaml"}
    assert "比例应在 0 和 1 之间" in faults[f"{INPATIENT}.ratio.values[0].value.primary"].message


def test_a_county_must_lie_in_its_prefecture_and_within_the_days_it_reviewed(tmp_path: Path) -> None:
    text = "id: mine\ntitle: 某县\nregion: '430121'\nversion: '1'\ninherits: ganzhou\n"
    days = "effective_from: 2025-01-01\nreviewed_until: 2026-12-31\nstatus: unconfirmed\n"
    path = tmp_path / "mine.yaml"
    path.write_text(text + days, encoding="utf-8")
    notes = {note.path: note for note in lint(path)}
    assert (notes["region"].severity, notes["region"].file) == ("fault", "mine.yaml")
    assert "只核对过 2025-01-01 至 2025-12-31" in notes["effective_from"].message


def test_a_pack_for_the_whole_region_of_the_one_above_is_not_doubted(tmp_path: Path) -> None:
    text = "id: mine\ntitle: 赣州市\nregion: '360700'\nversion: '1'\ninherits: ganzhou\n"
    days = "effective_from: 2025-01-01\nreviewed_until: 2025-12-31\nstatus: unconfirmed\n"
    path = tmp_path / "mine.yaml"
    path.write_text(text + days, encoding="utf-8")
    assert not [note for note in lint(path) if note.severity == "fault"]


def test_a_pack_whose_folder_has_another_name_is_pointed_out(tmp_path: Path) -> None:
    written(ganzhou_tree(), tmp_path)
    assert [note.severity for note in lint(tmp_path) if note.path == "id"] == ["warning"]
    assert [note for note in lint("ganzhou") if note.path == "id"] == []

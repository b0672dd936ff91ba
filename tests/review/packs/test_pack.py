"""Packs: loaded whole or not at all, each fault with file and key; and what the shipped pack must say of itself."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.claim import CareKind
from review.errors import PolicyError
from review.packs.pack import SHELF, load_pack, pack_tree, pack_warnings, shipped_packs
from review.packs.series import Status, every_series
from tests.packs.shelf import ganzhou_tree, loaded, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Tree = dict[str, Any]


def ratio(tree: Tree) -> Tree:
    series: Tree = tree["basic"]["inpatient"]["resident"]["ratio"]
    return series


def again(tree: Tree, **dates: str) -> None:
    """A second value of the residents' ratio, and the end of the first."""
    first = ratio(tree)["values"][0]
    ratio(tree)["values"] = [first | {"until": dates["until"]}, first | {"since": dates["since"]}]


FAULTS: dict[str, tuple[Callable[[Tree], object], str]] = {
    "gap": (lambda t: again(t, until="2025-06-30", since="2025-08-01"), r"resident\.ratio 日期有空档：2025-06-30"),
    "overlap": (lambda t: again(t, until="2025-06-30", since="2025-06-30"), r"resident\.ratio 日期重叠：2025-01-01"),
    "until before since": (lambda t: again(t, until="2024-06-30", since="2025-01-01"), "until 早于 since"),
    "unknown key": (lambda t: ratio(t).update(colour="red"), r"resident\.ratio\.colour 不认识这个键"),
    "unknown top key": (lambda t: t.update(colour="red"), "pack.yaml：colour 不认识这个键"),
    "number without quotes": (
        lambda t: ratio(t)["values"][0]["value"].update(tertiary=0.6),
        r"ratio\.values\[0\]\.value\.tertiary 数字要写成带引号的文字，.*写的是 0\.6",
    ),
    "missing source": (lambda t: ratio(t)["values"][0].pop("source"), r"values\[0\]\.source 缺少这一项"),
    "source without tag": (lambda t: ratio(t)["values"][0].update(source="a page"), r"values\[0\]\.source 写法不对"),
    "missing document": (lambda t: ratio(t)["values"][0].update(document=" "), r"values\[0\]\.document 不能为空"),
    "no values": (lambda t: ratio(t).update(values=[]), r"ratio\.values 至少要有一项"),
    "starts too late": (lambda t: ratio(t)["values"][0].update(since="2025-02-01"), r"resident\.ratio 没有覆盖"),
    "ends too early": (lambda t: ratio(t)["values"][0].update(until="2025-11-30"), r"resident\.ratio 没有覆盖"),
    "dates turned round": (lambda t: t.update(reviewed_until="2024-01-01"), "reviewed_until 早于 effective_from"),
    "share without income": (
        lambda t: t["layers"]["medical_aid"].pop("income_base"),
        "medical_aid 起付线用了 fraction",
    ),
    "unknown group": (
        lambda t: t["layers"]["medical_aid"]["rows"]["destitute"]["when"].update(groups=["rich"]),
        r"rows\.destitute\.when\.groups\[0\] 只能是",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_pack_is_refused_with_its_key(fault: str, tmp_path: Path) -> None:
    tree = ganzhou_tree()
    breaks, complaint = FAULTS[fault]
    breaks(tree)
    with pytest.raises(PolicyError, match=complaint) as raised:
        loaded(tree, tmp_path)
    assert str(raised.value).startswith("pack.yaml：") or str(tmp_path) in str(raised.value)
    assert "未改正前不会采用" in raised.value.advice


@pytest.mark.parametrize("bands", [[], [{"over": "1", "ratio": "0.5"}], [{"over": "0", "ratio": "0.5"}] * 2])
def test_bands_must_begin_at_zero_and_rise(bands: list[Tree], tmp_path: Path) -> None:
    tree = ganzhou_tree()
    ratio(tree)["values"][0]["value"]["tertiary"] = {"bands": bands}
    with pytest.raises(PolicyError, match="tertiary"):
        loaded(tree, tmp_path)


def test_the_file_of_a_folder_that_is_at_fault_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(SHELF / "ganzhou", tmp_path / "mine")
    basic = folder / "basic.yaml"
    basic.write_text(basic.read_text(encoding="utf-8").replace('"0.60"', "0.60"), encoding="utf-8")
    with pytest.raises(PolicyError, match=r"^mine/basic\.yaml：basic\.\w+\.resident\.ratio\.values\[0\]"):
        load_pack(folder)


def test_a_key_stands_in_one_file_only(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("id: x\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"b\.yaml：键“id”在 a\.yaml 里已经有了"):
        load_pack(tmp_path)


@pytest.mark.parametrize("name", ["atlantis", "../ganzhou", ""])
def test_an_unknown_pack_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(PolicyError, match="找不到政策包") as raised:
        load_pack(name)
    assert "ganzhou" in raised.value.advice


def test_a_pack_is_the_same_from_a_folder_and_from_one_file(tmp_path: Path) -> None:
    assert load_pack(written(pack_tree("ganzhou"), tmp_path)) == load_pack("ganzhou")


@pytest.mark.parametrize("pack_id", [name for name in shipped_packs() if not pack_tree(name).get("partial")])
def test_every_figure_of_a_shipped_pack_says_where_it_is_from_and_none_is_passed_off_as_confirmed(pack_id: str) -> None:
    pack = load_pack(pack_id)
    figures = [one for _, series in every_series(pack) for one in series.values]
    assert len(figures) >= 12
    assert all(one.source and one.document and one.clause for one in figures)
    assert {one.status for one in figures} == {Status.UNCONFIRMED, Status.ASSUMED}
    assert [one.clause for one in figures if one.status is Status.ASSUMED and not one.note] == []
    assert pack.status is Status.UNCONFIRMED


def test_a_dated_value_holds_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    tree = ganzhou_tree()
    again(tree, until="2025-06-30", since="2025-07-01")
    ratio(tree)["values"][1] |= {"value": dict.fromkeys(("primary", "secondary", "tertiary"), "0.50")}
    resident = loaded(tree, tmp_path).basic[CareKind.INPATIENT].resident
    assert resident
    days = (date(2025, 6, 30), date(2025, 7, 1))
    shown = [resident.ratio.on(day).value.rows[-1].value.shown() for day in days]
    assert shown == ["0.60", "0.50"]


def test_warnings_tell_status_and_dates() -> None:
    pack = load_pack("ganzhou")
    assert len(pack_warnings(pack, date(2025, 1, 1))) == 1
    assert "2024-12-31 不在" in pack_warnings(pack, date(2024, 12, 31))[1]
    assert "2026-01-01 不在" in pack_warnings(pack, date(2026, 1, 1))[1]
    assert "没有就诊日期" in pack_warnings(pack, None)[1]

"""A pack upon another: dated values override from their day, keys merge, null removes, faults name the file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.claim import CareKind
from review.errors import InputError, PolicyError
from review.packs.pack import load_pack, origins, pack_from, pack_tree
from tests.packs.shelf import Tree, small_tree, written

if TYPE_CHECKING:
    from pathlib import Path

RATIO = "basic.inpatient.resident.ratio"
HEAD = {
    "title": "某市",
    "region": "360700",
    "version": "1",
    "effective_from": "2020-01-01",
    "reviewed_until": "2025-12-31",
    "status": "unconfirmed",
}
PAPER = {"document": "某文号", "clause": "第一条", "source": "[C] 测试", "status": "unconfirmed"}


def base_tree() -> Tree:
    aid = {"threshold": "0", "ratio": "0.5", "ceiling": "unlimited"}
    return small_tree({"ratio": "0.60", "deductible": "100", "medical_aid": aid}) | {"id": "upper"}


def on_shelf(folder: Path, **packs: Tree) -> Path:
    """The packs as folders of one file each."""
    for name, tree in packs.items():
        (folder / name).mkdir()
        written(tree | {"id": name}, folder / name)
    return folder


def lower(**parts: Any) -> Tree:
    return {**HEAD, "inherits": "upper", **parts}


def dated(value: Any, since: str, **more: str) -> Tree:
    return {"since": since, **more, "value": value, **PAPER}


def ratio(*values: Tree) -> Tree:
    return {"basic": {"inpatient": {"resident": {"ratio": {"values": list(values)}}}}}


def test_a_lower_figure_holds_from_its_day_and_the_upper_one_until_the_day_before(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=lower(**ratio(dated("0.7", "2024-07-01"))))
    terms = load_pack("mine", shelf).basic[CareKind.INPATIENT].resident
    assert terms
    shown = [terms.ratio.on(day).value.rows[0].value.shown() for day in (date(2024, 6, 30), date(2024, 7, 1))]
    assert shown == ["0.60", "0.7"]
    assert terms.ratio.title == "测试参数"


def test_each_value_keeps_the_pack_it_came_from(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=lower(**ratio(dated("0.7", "2024-07-01"))))
    found = origins("mine", shelf)
    assert (found[f"{RATIO}.values[0]"], found[f"{RATIO}.values[1]"]) == ("upper", "mine")
    assert (found["title"], found["basic.inpatient.resident.deductible.values[0]"]) == ("mine", "upper")


def test_what_a_pack_says_of_itself_is_not_inherited(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree() | {"partial": True}, mine=lower())
    pack = load_pack("mine", shelf)
    assert (pack.partial, pack.title, pack.effective_from) == (False, "某市", date(2020, 1, 1))
    shelf = on_shelf(tmp_path, bare={"inherits": "upper"})
    with pytest.raises(PolicyError, match=r"title 缺少这一项"):
        load_pack("bare", shelf)


def test_a_row_the_lower_pack_adds_stands_before_the_inherited_ones(tmp_path: Path) -> None:
    terms = {"title": "新行", "values": [dated({"threshold": "0", "ratio": "1", "ceiling": "unlimited"}, "2000-01-01")]}
    row = {"when": {"groups": ["orphan"]}, "terms": terms}
    mine = lower(layers={"medical_aid": {"rows": {"orphans": row}}})
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=mine)
    assert list(load_pack("mine", shelf).layers["medical_aid"].rows) == ["orphans", "all"]


def test_null_takes_an_inherited_part_out(tmp_path: Path) -> None:
    mine = lower(layers={"medical_aid": None}, order={"values": [dated([], "2000-01-01")]})
    pack = load_pack("mine", on_shelf(tmp_path, upper=base_tree(), mine=mine))
    assert pack.layers == {}


def test_null_for_what_there_is_not_is_refused_with_its_file(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=lower(layers={"medical_aids": None}))
    with pytest.raises(PolicyError, match=r"mine/pack\.yaml：layers\.medical_aids .*上级没有这一项") as raised:
        load_pack("mine", shelf)
    assert "核对键名" in raised.value.advice


def test_a_condition_is_replaced_whole(tmp_path: Path) -> None:
    upper = base_tree()
    upper["layers"]["medical_aid"]["rows"]["all"]["when"] = {"groups": ["orphan"], "kinds": ["inpatient"]}
    mine = lower(layers={"medical_aid": {"rows": {"all": {"when": {"groups": ["destitute"]}}}}})
    tree = pack_tree("mine", on_shelf(tmp_path, upper=upper, mine=mine))
    assert tree["layers"]["medical_aid"]["rows"]["all"]["when"] == {"groups": ["destitute"]}


def test_values_that_end_before_the_inherited_ones_are_refused(tmp_path: Path) -> None:
    narrow = lower(**ratio(dated("0.7", "2024-07-01", until="2024-12-31")))
    with pytest.raises(PolicyError, match=rf"mine/pack\.yaml：{RATIO} 的值到 2024-12-31 止，而上级 upper/pack\.yaml"):
        load_pack("mine", on_shelf(tmp_path, upper=base_tree(), mine=narrow))


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (ratio(dated("1.7", "2024-07-01")), rf"mine/pack\.yaml：{RATIO}\.values\[1\]\.value 比例应在 0 和 1 之间"),
        (ratio(dated("0.7", "2024-13-01")), rf"mine/pack\.yaml：{RATIO}\.values\[0\]\.since 应为日期"),
        (ratio({"since": "2024-07-01", "value": "0.7"}), rf"mine/pack\.yaml：{RATIO}\.values\[1\]\.source 缺少"),
        ({"colour": "red"}, r"mine/pack\.yaml：colour 不认识这个键"),
    ],
)
def test_a_fault_of_the_lower_pack_names_its_file(tmp_path: Path, fault: Tree, complaint: str) -> None:
    with pytest.raises(PolicyError, match=complaint):
        load_pack("mine", on_shelf(tmp_path, upper=base_tree(), mine=lower(**fault)))


def test_a_fault_of_the_upper_pack_names_the_upper_file(tmp_path: Path) -> None:
    upper = base_tree()
    upper["basic"]["inpatient"]["employee"]["ratio"]["values"][0]["value"]["secondary"] = 0.6
    with pytest.raises(
        PolicyError, match=r"^upper/pack\.yaml：basic\.inpatient\.\w+\.ratio\.values\[0\]\.value\.secondary"
    ):
        load_pack("mine", on_shelf(tmp_path, upper=upper, mine=lower()))


def test_a_figure_that_leaves_days_out_is_told_with_the_file_that_holds_it(tmp_path: Path) -> None:
    upper = base_tree()
    basic = {"basic": upper.pop("basic")}
    basic["basic"]["inpatient"]["resident"]["ratio"]["values"][0]["since"] = "2020-02-01"
    shelf = on_shelf(tmp_path, upper=upper | {"effective_from": "2020-01-01"})
    (shelf / "upper" / "basic.yaml").write_text(written(basic, tmp_path).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(PolicyError, match=r"^upper/basic\.yaml：basic\.inpatient\.\w+\.ratio 没有覆盖政策包的全部期间"):
        load_pack("upper", shelf)


def test_packs_that_inherit_from_each_other_are_refused(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree() | {"inherits": "mine"}, mine=lower())
    with pytest.raises(PolicyError, match=r"inherits 绕回了自己（mine → upper → mine）") as raised:
        load_pack("mine", shelf)
    assert "逐级继承" in raised.value.advice


@pytest.mark.parametrize("parent", ["atlantis", "../upper", "UPPER"])
def test_an_unknown_parent_is_refused_and_the_known_ones_are_named(tmp_path: Path, parent: str) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=lower() | {"inherits": parent})
    with pytest.raises(PolicyError, match="不是已有的政策包") as raised:
        load_pack("mine", shelf)
    assert "upper" in raised.value.advice


def test_a_pack_at_a_path_inherits_from_the_pack_beside_it(tmp_path: Path) -> None:
    shelf = on_shelf(tmp_path, upper=base_tree(), mine=lower(**ratio(dated("0.9", "2000-01-01"))))
    beside = load_pack(shelf / "mine").basic[CareKind.INPATIENT].resident
    assert beside
    assert beside.ratio.values[0].value.rows[0].value.shown() == "0.9"


def test_packs_may_be_single_files_beside_each_other(tmp_path: Path) -> None:
    for name, tree in (("upper", base_tree()), ("mine", lower() | {"id": "mine"})):
        written(tree, tmp_path).rename(tmp_path / f"{name}.yaml")
    assert load_pack(tmp_path / "mine.yaml").inherits == "upper"


def test_a_base_pack_cannot_settle_and_says_so() -> None:
    with pytest.raises(PolicyError, match="只给下级政策包继承") as raised:
        load_pack("china")
    assert raised.value.code == "partial-pack"
    with pytest.raises(PolicyError, match="只给下级政策包继承"):
        pack_from(base_tree() | {"partial": True})


def test_a_base_pack_may_leave_parts_out_but_what_it_says_must_be_right(tmp_path: Path) -> None:
    part = {**HEAD, "partial": True, **ratio(dated(0.7, "2020-01-01"))}
    with pytest.raises(PolicyError, match=r"part/pack\.yaml：.*ratio\.values\[0\]\.value 数字要写成带引号") as raised:
        load_pack("part", on_shelf(tmp_path, part=part))
    assert "deductible" not in str(raised.value)


def test_a_tree_is_whole_plain_and_gives_the_pack_again() -> None:
    tree = pack_tree("xinfeng")
    assert pack_from(tree) == load_pack("xinfeng")
    assert tree["general"]["class_b_advance"]["values"][0]["since"] == "2021-12-01"


def test_three_levels_of_inheritance_reach_the_county() -> None:
    found = origins("xinfeng")
    assert found["general.rounding.values[0]"] == "china"
    assert found["layers.serious_illness.rows.everyone.terms.values[0]"] == "jiangxi"
    assert found["basic.inpatient.resident.ratio.values[0]"] == "ganzhou"
    assert found["region"] == "xinfeng"


def test_toml_says_the_same_as_yaml(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'id = "mine"\ntitle = "某县"\nregion = "360722"\nversion = "1"\ninherits = "ganzhou"\nstatus = "unconfirmed"\n'
        "effective_from = 2025-01-01\nreviewed_until = 2025-12-31\n"
        "[[basic.inpatient.resident.ratio.values]]\nsince = 2025-07-01\n"
        'value = {primary = "0.92", secondary = "0.80", tertiary = "0.60"}\n'
        'document = "某文号"\nclause = "第一条"\nsource = "[C] 测试"\nstatus = "unconfirmed"\n',
        encoding="utf-8",
    )
    resident = load_pack(tmp_path / "mine.toml").basic[CareKind.INPATIENT].resident
    assert resident
    assert [one.since for one in resident.ratio.values] == [date(2025, 1, 1), date(2025, 7, 1)]


@pytest.mark.parametrize("text", ["id = ", "id = 1\nid = 2\n", "a = 2025-02-30\n"])
def test_toml_that_cannot_be_read_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"mine\.toml (第 \d 行)?不是有效的 TOML 文件：请检查"):
        load_pack(tmp_path / "mine.toml")

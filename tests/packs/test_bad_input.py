"""What packs and cases may get wrong: refused or flagged with place and cure, never settled to a silent zero."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from review.errors import InputError, LingbaoError, PolicyError
from review.packs.pack import faults_of, load_pack, pack_from
from review.packs.pack_changes import changes
from review.packs.pack_lint import lint_tree
from review.policy.case import load_case
from review.policy.settle import settle
from tests.packs.shelf import ganzhou_tree, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from review.policy.settlement import Settlement

Tree = dict[str, Any]
RATIO = "basic.inpatient.resident.ratio"


def values(tree: Tree) -> list[Tree]:
    found: list[Tree] = tree["basic"]["inpatient"]["resident"]["ratio"]["values"]
    return found


def two(tree: Tree, until: str, since: str) -> None:
    first = values(tree)[0]
    values(tree)[:] = [first | {"until": until}, first | {"since": since}]


def band(tree: Tree, *overs: str) -> None:
    values(tree)[0]["value"] = {"bands": [{"over": over, "ratio": "0.5"} for over in overs]}


def order(tree: Tree, *layers: str) -> None:
    for one in tree["order"]["values"]:
        one["value"] = list(layers)


def groups(tree: Tree, word: str) -> None:
    tree["layers"]["medical_aid"]["rows"]["destitute"]["when"]["groups"] = [word]


PACKS: dict[str, tuple[Callable[[Tree], object], str]] = {
    "a gap of dates": (
        lambda t: two(t, "2025-05-31", "2025-07-01"),
        rf"{RATIO} 日期有空档：2025-05-31 之后到 2025-07-01",
    ),
    "dates that overlap": (lambda t: two(t, "2025-07-31", "2025-07-01"), rf"{RATIO} 日期重叠：.*请写明 until"),
    "a ratio above one": (lambda t: values(t)[0].update(value="1.01"), rf"{RATIO}\.values\[0\]\.value 比例应在 0 和 1"),
    "a ratio below zero": (
        lambda t: values(t)[0].update(value="-0.1"),
        rf"{RATIO}\.values\[0\]\.value 比例应在 0 和 1",
    ),
    "segments out of order": (lambda t: band(t, "0", "30000", "10000"), rf"{RATIO}\.values\[0\]\.value.*逐段升高"),
    "a segment that begins above zero": (lambda t: band(t, "100"), rf"{RATIO}\.values\[0\]\.value.*从 0 开始"),
    "an unknown group": (lambda t: groups(t, "rich"), r"rows\.destitute\.when\.groups\[0\] 只能是.*写的是 'rich'"),
    "an unknown kind of care": (lambda t: t["basic"].update(spa={"like": "inpatient"}), r"basic\.spa.* 只能是"),
    "an unknown layer in the order": (
        lambda t: order(t, "serious_illness", "large_sum", "medical_aid", "bonus"),
        "order 里的 bonus 不在 layers 中",
    ),
    "a layer that would pay twice": (
        lambda t: order(t, "serious_illness", "large_sum", "medical_aid", "medical_aid"),
        r"order\.values\[0\]\.value medical_aid 写了不止一次",
    ),
    "an amount beyond all sums": (lambda t: values(t)[0].update(value="1" + 20 * "0"), "整数超过 14 位"),
    "a layer nobody switched on": (
        lambda t: order(t, "serious_illness", "large_sum"),
        "medical_aid 没有写进 order",
    ),
    "no dates at all": (lambda t: t.pop("reviewed_until"), "reviewed_until 缺少这一项"),
    "an amount that YAML may bend": (lambda t: values(t)[0].update(value=0.6), "数字要写成带引号的文字"),
}


@pytest.mark.parametrize("fault", PACKS)
def test_a_bad_pack_is_refused_whole_with_key_and_cure(fault: str, tmp_path: Path) -> None:
    tree = ganzhou_tree()
    breaks, complaint = PACKS[fault]
    breaks(tree)
    with pytest.raises(PolicyError, match=complaint) as raised:
        load_pack(written(tree, tmp_path))
    assert str(raised.value).startswith("pack.yaml：")
    assert raised.value.advice


JUNK: tuple[Any, ...] = (
    None,
    True,
    7,
    0.5,
    "x",
    "2025-02-30",
    [],
    {},
    ["a"],
    [{"value": 1}],
    {"rows": []},
    {"values": "x"},
    "９",
)


def places(node: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of a tree, by its keys from the top."""
    if way:
        yield way
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, below in steps:
        yield from places(below, (*way, step))


@given(st.sampled_from(sorted(places(ganzhou_tree()), key=str)), st.sampled_from(JUNK))
def test_whatever_stands_in_a_pack_it_is_refused_with_a_message_or_taken(way: tuple[Any, ...], junk: Any) -> None:
    tree = node = ganzhou_tree()
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = deepcopy(junk)
    if faults_of(tree):
        assert "fault" in {note.severity for note in lint_tree(tree)}
        with pytest.raises(PolicyError, match=r"^政策包："):
            pack_from(tree)
    else:
        assert pack_from(tree).region
    assert all(isinstance(one.path, str) for one in changes(ganzhou_tree(), tree))


def a_case(**parts: Any) -> Tree:
    care = {"kind": "inpatient", "hospital_level": "tertiary", "region": "same_city", "admitted": "2025-03-01"}
    lines = [{"name": "费用", "amount": "1000.00", "class": "A"}]
    return {"insured": {"scheme": "resident"}, "care": care | parts.pop("care", {}), "lines": lines} | parts


def settled(folder: Path, **parts: Any) -> Settlement:
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump(a_case(**parts), allow_unicode=True), encoding="utf-8")
    case = load_case(path)
    return settle(case, load_pack(case.pack))


CASES: dict[str, tuple[Tree, str]] = {
    "an unknown group": (
        {"insured": {"scheme": "resident", "groups": ["rich"]}},
        r"insured\.groups\[0\]\.group 只能是",
    ),
    "an unknown scheme": ({"insured": {"scheme": "farmer"}}, r"insured\.scheme 只能是"),
    "no scheme": ({"insured": {}}, r"insured\.scheme 缺少这一项"),
    "discharge before admission": ({"care": {"discharged": "2025-02-01"}}, "discharged 早于 admitted"),
    "a group that ends before it begins": (
        {
            "insured": {
                "scheme": "resident",
                "groups": [{"group": "orphan", "from": "2025-03-01", "until": "2025-01-01"}],
            }
        },
        "until 早于 from",
    ),
    "an amount without quotes": (
        {"lines": [{"name": "费用", "amount": 100.0, "class": "A"}]},
        "数字要写成带引号的文字",
    ),
    "an amount of three decimals": ({"lines": [{"name": "费用", "amount": "1.005", "class": "A"}]}, "小数超过 2 位"),
    "an unknown class": ({"lines": [{"name": "费用", "amount": "1.00", "class": "D"}]}, r"lines\[0\]\.class 只能是"),
}


@pytest.mark.parametrize("fault", CASES)
def test_a_bad_case_is_refused_with_file_and_key(fault: str, tmp_path: Path) -> None:
    parts, complaint = CASES[fault]
    with pytest.raises(InputError, match=complaint) as raised:
        settled(tmp_path, **parts)
    assert str(raised.value).startswith("case.yaml：")
    assert raised.value.advice


REFUSED: dict[str, Tree] = {
    "a kind of care without a rule": {"care": {"kind": "long_term_care"}},
    "a scheme without a rule": {"insured": {"scheme": "employee"}, "care": {"kind": "maternity"}},
    "a disease that is not on the list": {"care": {"kind": "two_diseases", "disease": "痛风"}},
    "a disease nobody wrote down": {"care": {"kind": "two_diseases"}},
    "a base pack": {"pack": "jiangxi"},
    "an unknown pack": {"pack": "atlantis"},
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_rule_is_for_is_refused_and_never_settled_to_nothing(what: str, tmp_path: Path) -> None:
    with pytest.raises(LingbaoError) as raised:
        settled(tmp_path, **REFUSED[what])
    assert raised.value.exit_code == 8
    assert raised.value.advice


FLAGGED: dict[str, tuple[Tree, str]] = {
    "care before the first reviewed day": ({"care": {"admitted": "2024-12-31"}}, "2024-12-31 不在.*核对过的期间"),
    "care after the last reviewed day": ({"care": {"admitted": "2026-01-01"}}, "2026-01-01 不在.*核对过的期间"),
    "care without any day": ({"care": {"admitted": None}}, "没有就诊日期"),
    "lines that do not add up": ({"total": "1200.00"}, r"1[,]?200\.00.*1[,]?000\.00|1[,]?000\.00.*1[,]?200\.00"),
    "no lines": ({"lines": []}, "没有费用明细"),
    "a total below zero": ({"lines": [{"name": "退费", "amount": "-5.00", "class": "A"}]}, "合计为负"),
    "a refund larger than its charge": (
        {"lines": [{"name": "甲", "amount": "10.00", "class": "C"}, {"name": "乙", "amount": "-5.00", "class": "A"}]},
        "退费行大于对应的收费行",
    ),
    "a hospital without level": ({"care": {"hospital_level": "none"}}, "医院等级未定"),
    "more paid elsewhere than was charged": ({"already_paid": "2000.00"}, "票面已付金额大于费用合计"),
}


@pytest.mark.parametrize("what", FLAGGED)
def test_what_looks_wrong_is_said_beside_the_settlement(what: str, tmp_path: Path) -> None:
    parts, words = FLAGGED[what]
    assert [one for one in settled(tmp_path, **parts).warnings if re.search(words, one)]

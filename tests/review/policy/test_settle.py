"""What stands beside the sums: warnings, accumulators, the trace, its JSON, and its telling in Chinese."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from review.errors import PolicyError
from review.packs.pack import load_pack
from review.packs.pack_model import Pack
from review.policy.case import Case, load_case
from review.policy.explain import explain
from review.policy.result import SUMS, to_json
from review.policy.settle import settle
from tests.packs.shelf import changed, ganzhou_tree, loaded, small_tree

if TYPE_CHECKING:
    from review.policy.settlement import Settlement

CASES = Path(__file__).parents[2] / "packs" / "cases" / "ganzhou"


def settled(name: str, **changes: Any) -> Settlement:
    """A case of the shelf by the shipped pack, with some parts changed (``care={...}``)."""
    case = load_case(CASES / f"{name}.yaml")
    tree = case.model_dump(by_alias=True, exclude={"expect"})
    merged = {key: tree[key] | value if isinstance(value, dict) else value for key, value in changes.items()}
    return settle(Case.model_validate(tree | merged), load_pack("ganzhou"))


def warned(settlement: Settlement, words: str) -> bool:
    return any(words in warning for warning in settlement.warnings)


LEFT = {"advance_out_of_region": "5400.00", "deductible": "600.00", "copay": "8400.00"}


def test_the_result_has_the_keys_of_the_contract() -> None:
    result: Any = to_json(settled("d1"))
    beside = {"pack", "day", "third_party", "layers", "burdens", "catalogue", "warnings", "accumulators", "trace"}
    assert set(result) == {*SUMS, *beside}
    assert result["burdens"] == {"self_paid": "2000.00", "advance_self_pay": "1000.00", **LEFT}
    assert result["layers"][0]["counted"] == "9000.00"
    assert result["pack"] == {"id": "ganzhou", "version": "2026.11", "status": "unconfirmed"}


def test_each_step_of_the_result_can_be_redone_and_names_its_parameter() -> None:
    trace: Any = to_json(settled("d1"))["trace"]
    step = next(step for step in trace if step["step"] == "advance_out_of_region")
    assert set(step) == {"step", "title", "formula", "inputs", "parameter", "result"}
    assert set(step["parameter"]) == {"name", "value", "from", "document", "clause"}
    assert step["parameter"]["value"] == "0.20"
    assert step["parameter"]["from"] == "2023-04-01"
    assert Decimal(step["inputs"]["费用"]) * Decimal(step["inputs"]["比例"]) == Decimal(step["result"])


def test_accumulators_move_by_what_this_case_adds() -> None:
    accumulators: Any = to_json(settled("ceiling-used-up"))["accumulators"]
    assert accumulators["before"]["stays"] == 2
    assert accumulators["after"] == {
        "stays": 3,
        "deductible": "1800.00",
        "basic_fund": "100000.00",
        "serious_illness_base": "55600.00",
        "serious_illness_fund": "23160.00",
        "medical_aid_base": "0.00",
        "medical_aid_fund": "0.00",
    }


def test_the_telling_shows_each_step_its_basis_and_what_to_mind() -> None:
    told = explain(settled("d1"))
    assert told[0] == "政策包：赣州市基本医疗保险零星报销（ganzhou 2026.11，未经确认）"
    assert any("转外先行自付 5,400.00 元" in line for line in told)
    assert any("依据：居民住院支付比例（居民三级） 60%，2025-01-01 起" in line for line in told)
    assert told[-1].startswith("注意：")


@pytest.mark.parametrize("kind", ["outpatient", "chronic_outpatient", "maternity", "injury", "emergency"])
def test_care_the_pack_does_not_cover_is_refused_not_guessed(kind: str) -> None:
    care = {"kind": kind, "hospital_level": "primary", "region": "same_city"}
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": care})
    with pytest.raises(PolicyError, match="没有收录居民") as raised:
        settle(case, Pack.model_validate(small_tree({})))
    assert raised.value.code == "not-covered"
    assert raised.value.advice


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("d1", {}, "尚未经医保局确认"),
        ("d1", {}, "全省居民人均可支配收入（上年）”（34000.00）是假定值"),
        ("aid-margin", {}, "医疗救助收入基数（九江代用）”（28753.00）是假定值"),
        ("d1", {"care": {"admitted": date(2026, 1, 2), "discharged": date(2026, 1, 9)}}, "2026-01-09 不在"),
        ("d1", {"care": {"admitted": date(2024, 12, 28), "discharged": date(2025, 1, 9)}}, "跨年度住院，按 2025 年度"),
        ("d1", {"care": {"admitted": None, "discharged": None}}, "没有就诊日期"),
        ("d1", {"notes": ("第 3 行“自费药”还没有匹配目录",)}, "还没有匹配目录"),
        ("d1", {"already_paid": "40000"}, "票面已付金额大于费用合计"),
        ("d1", {"insured": {"groups": ["destitute"]}}, "未备案跨省就医是否纳入医疗救助"),
        ("already-paid", {}, "票面已由其他基金支付 4400.00 元"),
        ("level-none", {}, "医院等级未定，暂按三级计算"),
        ("not-designated", {}, "不是定点医疗机构，费用全部计为自费"),
        ("not-designated-emergency", {}, "不是定点医疗机构，费用按急诊计入"),
        ("no-lines", {}, "没有费用明细"),
        ("employee-retired", {}, "退休人员支付比例加成按 0 计算"),
        ("ceiling-used-up", {}, "年内第 3 次住院"),
        ("price-limit-and-refund", {"lines": [{"name": "退", "amount": "-5", "class": "A"}]}, "退费大于收费"),
        (
            "d1",
            {"lines": [{"name": "支架", "amount": "9", "class": "A", "price_limit": "5"}]},
            "“支架”有限价而无数量",
        ),
    ],
)
def test_what_was_taken_for_granted_is_said(name: str, changes: dict[str, Any], words: str) -> None:
    assert warned(settled(name, **changes), words)


def test_a_ratio_that_was_moved_says_by_how_much(tmp_path: Path) -> None:
    pack = loaded(small_tree({"order": "ratio_points", "away": "0.20", "ratio": "0.60", "deductible": "600"}), tmp_path)
    steps = {step.step: step for step in settle(load_case(CASES / "d1.yaml"), pack).trace}
    assert "比例已调整 -0.20" in steps["basic_fund"].formula
    assert steps["basic_fund"].inputs["第 1 段"] == "26400.00 × 0.40"


def test_a_confirmed_pack_with_full_facts_warns_of_nothing(tmp_path: Path) -> None:
    care = {"kind": "inpatient", "hospital_level": "primary", "region": "same_city", "discharged": "2025-01-01"}
    lines = [{"name": "西药", "amount": "1", "class": "A"}]
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": care, "lines": lines})
    assert settle(case, loaded(small_tree({}), tmp_path)).warnings == ()


def test_a_ceiling_on_cost_does_not_guess_what_was_used_before(tmp_path: Path) -> None:
    ceiling = {"basic.inpatient.resident.ceiling": {"amount": "90000", "measures": "cost"}}
    pack = loaded(changed(ganzhou_tree(), ceiling), tmp_path)
    case = load_case(CASES / "ceiling-used-up.yaml")
    with pytest.raises(PolicyError, match="封顶线按费用计算"):
        settle(case, pack)


def test_a_zero_bill_of_a_refund_pays_nothing_and_owes_nothing() -> None:
    lines = [{"name": "西药", "amount": "5", "class": "A"}, {"name": "西药（退）", "amount": "-5", "class": "A"}]
    done = settled("d1", lines=lines)
    assert not any((done.total, done.fund_total, done.personal))


def test_a_refund_of_self_paid_lines_is_never_paid_out_by_the_fund() -> None:
    lines = [{"name": "西药", "amount": "2000", "class": "A"}, {"name": "自费（退）", "amount": "-1500", "class": "C"}]
    done = settled("d1", lines=lines)
    assert done.fund_total <= done.total == 500
    assert warned(done, "有退费行大于对应的收费行")

"""Every case of the shelf settles to the fen: derived ones by ganzhou, published ones by packs of their own terms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from review.money import fen
from review.packs.pack import load_pack
from review.policy.case import Case, load_case
from review.policy.result import to_json
from review.policy.settle import settle
from tests.packs.shelf import changed, ganzhou_tree, loaded, small_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*/*.yaml"))
VARIANTS = yaml.safe_load((HERE / "variants.yaml").read_text(encoding="utf-8"))
EXAMPLES = yaml.safe_load((HERE / "published" / "examples.yaml").read_text(encoding="utf-8"))
STATISTICS = yaml.safe_load((HERE / "published" / "statistics.yaml").read_text(encoding="utf-8"))


def found(result: Mapping[str, object], expected: Mapping[Any, Any]) -> dict[str, object]:
    return {key: result[key] for key in expected}


def to_the_fen(expected: Mapping[Any, Any]) -> dict[str, str]:
    return {key: str(fen(value)) for key, value in expected.items()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_case_settles_to_the_fen(path: Path) -> None:
    case = load_case(path)
    result = to_json(settle(case, load_pack(case.pack)))
    assert case.expect
    assert found(result, case.expect) == to_the_fen(case.expect)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant["name"])
def test_a_changed_figure_changes_the_settlement_as_it_should(variant: dict[str, Any], tmp_path: Path) -> None:
    pack = loaded(changed(ganzhou_tree(), variant["changes"]), tmp_path)
    result = to_json(settle(load_case(HERE / "cases" / "ganzhou" / f"{variant['case']}.yaml"), pack))
    assert found(result, variant["expect"]) == to_the_fen(variant["expect"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_the_published_example_is_reproduced(example: dict[str, Any], tmp_path: Path) -> None:
    plain = {"kind": "inpatient", "hospital_level": "tertiary", "region": "same_city", "admitted": "2020-01-01"}
    stated = {key: example[key] for key in ("insured", "lines", "year_to_date") if key in example}
    case = Case.model_validate(stated | {"care": plain | example.get("care", {})})
    settlement = settle(case, loaded(small_tree(example["terms"], example["source"]), tmp_path))
    assert found(to_json(settlement), example["expect"]) == to_the_fen(example["expect"])
    after = example.get("after", {})
    assert {key: getattr(settlement.after, key) for key in after} == {key: fen(value) for key, value in after.items()}


@pytest.mark.parametrize(("case", "threshold"), [("aid-margin", "2875.30"), ("aid-hardship", "7188.25")])
def test_aid_begins_at_the_published_thresholds(case: str, threshold: str) -> None:
    done = settle(load_case(HERE / "cases" / "ganzhou" / f"{case}.yaml"), load_pack("ganzhou"))
    assert {share.threshold for share in done.layers if share.id == "medical_aid"} == {Decimal(threshold)}


@pytest.mark.parametrize("row", STATISTICS, ids=lambda row: row["name"])
def test_published_statistics_add_up(row: dict[str, Any]) -> None:
    whole = sum(map(Decimal, row["parts"]))
    assert whole == Decimal(row["whole"])
    if "of" in row:
        assert fen(whole / Decimal(row["of"]) * 100) == Decimal(row["percent"])


def test_the_average_payment_of_the_published_year_is_right() -> None:
    payments, claims = (Decimal(row["whole"]) for row in STATISTICS[1::-1])
    assert fen(payments * 10000 / claims) == Decimal("3135.64")

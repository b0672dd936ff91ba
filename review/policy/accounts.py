"""Names of the year's sums: the contract's own for basic fund, serious illness and aid, ``<account>.<part>`` else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Part = Literal["deductible", "fund", "base", "cost", "person"]

_CONTRACT: Mapping[tuple[str, Part], str] = {
    ("basic", "deductible"): "deductible",
    ("basic", "fund"): "basic_fund",
    ("serious_illness", "base"): "serious_illness_base",
    ("serious_illness", "fund"): "serious_illness_fund",
    ("medical_aid", "base"): "medical_aid_base",
    ("medical_aid", "fund"): "medical_aid_fund",
}


def sum_name(account: str, part: Part) -> str:
    """The name of an account's sum in the year's accumulators."""
    return _CONTRACT.get((account, part), f"{account}.{part}")

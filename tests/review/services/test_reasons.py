"""Reasons to pick: the closest first, for the answer that is given."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import ROOT
from review import checks
from review.checks.finding import Finding, Group, Severity
from review.checks.materials.tables import shipped_materials
from review.claim.decisions import FindingVerdict
from review.rules.rule import RuleKind
from review.services.reasons import MOST, reasons_for, shipped_reasons


def a_finding(code: str, group: Group = Group.MATERIALS) -> Finding:
    found = Finding(
        code=code,
        severity=Severity.DECISION,
        subject="claim",
        title="缺少转诊备案表",
        message="本单没有转诊备案表。",
        advice="请补充。",
        basis="申报材料清单",
    )
    return replace(found, group=group)


def test_the_closest_reasons_come_first() -> None:
    table, said = shipped_reasons(), reasons_for(a_finding("missing-referral"))
    closest = table.code["missing-referral"].allow
    assert said[: len(closest)] == closest
    assert said[len(closest)] == table.code["missing"].allow[0]


def test_a_code_nobody_thought_of_gets_those_of_its_group_and_the_common_ones() -> None:
    table, said = shipped_reasons(), reasons_for(a_finding("something-new", Group.STAY))
    assert said == (*table.group[Group.STAY].allow, *table.common.allow)[:MOST]


def test_taking_out_has_reasons_of_its_own() -> None:
    line = a_finding("rule-sex", Group.LIBRARY)
    allowed, excluded = reasons_for(line), reasons_for(line, FindingVerdict.EXCLUDE)
    assert not set(allowed) & set(excluded)
    assert excluded[0] == "项目与患者性别不符，剔除"


@pytest.mark.parametrize("group", list(Group))
def test_every_group_has_reasons_to_let_pass(group: Group) -> None:
    assert len(reasons_for(a_finding("something-new", group))) > len(shipped_reasons().common.allow)


@given(st.sampled_from([*shipped_reasons().code, "x", ""]), st.sampled_from(Group), st.sampled_from(FindingVerdict))
def test_no_reason_stands_twice_nor_has_no_key(code: str, group: Group, verdict: FindingVerdict) -> None:
    said = reasons_for(a_finding(code, group), verdict)
    assert 0 < len(said) <= MOST
    assert len(set(said)) == len(said)
    assert all(text.strip() == text != "" for text in said)


def test_every_row_is_for_a_code_that_some_check_gives() -> None:
    tables = (path for path in (ROOT / "checks").glob("*.toml") if path.name != "reasons.toml")
    sources = (*Path(checks.__file__).parent.rglob("*.py"), *tables)
    text = "\n".join(path.read_text("utf-8") for path in sources)
    words = re.findall(r'"([a-z]+(?:[-_][a-z]+)*)"', text)
    given = {word.replace("_", "-") for word in words} | {f"rule-{kind}" for kind in RuleKind}
    given |= {f"missing-{row.code}" for row in shipped_materials().material if row.missing}
    given |= {f"{key}-name" for key in ("payer", "patient", "buyer")} | {"check-code-form"}
    starts = {"-".join(code.split("-")[:count]) for code in given for count in range(1, code.count("-") + 2)}
    assert set(shipped_reasons().code) - starts == set()

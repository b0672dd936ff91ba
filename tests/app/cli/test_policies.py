"""`lingbao policy`: packs listed, shown by day, checked, looked over and compared; versions drafted and approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.offices import CLERK, SUPERVISOR
from tests.packs.shelf import ganzhou_tree, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

    Command = Callable[..., Outcome]

RATIO = "basic.inpatient.resident.ratio"


def test_the_shipped_packs_are_listed_with_the_pack_each_inherits_from(lingbao: Command) -> None:
    heads = {head["id"]: head for head in lingbao("policy", "list", "--json").json["packs"]}
    assert heads["xinfeng"]["inherits"] == "ganzhou"
    assert heads["china"]["partial"] is True
    assert "只供继承" in lingbao("policy", "list").out


def test_a_figure_is_shown_with_its_days_its_paper_and_the_pack_it_comes_from(lingbao: Command) -> None:
    rows = lingbao("policy", "show", "xinfeng", "out_of_region.advance", "--json").json["figures"]
    assert [(row["since"], row["until"], row["pack"]) for row in rows] == [
        ("2023-01-01", "2023-03-31", "china"),
        ("2023-04-01", "", "jiangxi"),
    ]
    told = lingbao("policy", "show", "xinfeng", "out_of_region.advance", "--on", "2025-01-01").out
    assert "jiangxi" in told
    assert "china" not in told


def test_a_part_the_pack_has_not_is_refused(lingbao: Command) -> None:
    assert lingbao("policy", "show", "ganzhou", "basic.spa").code == 8


def test_a_sound_pack_passes_the_check_and_a_base_pack_says_that_it_only_gives(lingbao: Command) -> None:
    assert "可用" in lingbao("policy", "check", "ganzhou").out
    assert "只供继承" in lingbao("policy", "check", "jiangxi").out
    assert lingbao("policy", "check", "jiangxi", "--json").json["partial"] is True


def test_the_check_looks_a_pack_over_and_fails_where_somebody_is_left_out(lingbao: Command, tmp_path: Path) -> None:
    tree = ganzhou_tree()
    tree["basic"]["inpatient"]["resident"]["ratio"]["values"][0]["value"].pop("tertiary")
    done = lingbao("policy", "check", written(tree, tmp_path))
    assert (done.code, f"✗ pack.yaml {RATIO}.values[0]" in done.out, "可用" in done.out) == (8, True, False)
    assert lingbao("policy", "check", tmp_path / "pack.yaml", "--json").json["usable"] is False
    assert "▲" in lingbao("policy", "check", "ganzhou").out


def test_a_faulty_pack_fails_the_check_and_the_lint_with_its_key(lingbao: Command, tmp_path: Path) -> None:
    tree = ganzhou_tree()
    tree["basic"]["inpatient"]["resident"]["ratio"]["values"][0]["value"]["tertiary"] = "6.0"
    path = written(tree, tmp_path)
    done = lingbao("policy", "check", path)
    assert (done.code, f"{RATIO}.values[0].value.tertiary" in done.err) == (8, True)
    done = lingbao("policy", "lint", path, "--json")
    assert (done.code, done.json["notes"][0]["severity"]) == (8, "fault")


def test_lint_of_a_sound_pack_warns_and_does_not_fail(lingbao: Command) -> None:
    done = lingbao("policy", "lint", "ganzhou")
    assert (done.code, "▲" in done.out, "✗" in done.out) == (0, True, False)


def test_two_packs_are_compared_with_the_days_of_care_that_change(lingbao: Command, tmp_path: Path) -> None:
    tree = ganzhou_tree()
    values = tree["basic"]["inpatient"]["resident"]["ratio"]["values"]
    values[:] = [values[0] | {"until": "2025-06-30"}, values[0] | {"since": "2025-07-01", "value": "0.70"}]
    found = lingbao("policy", "diff", "ganzhou", written(tree, tmp_path), "--json").json
    assert [(change["path"], change["since"], change["after"]) for change in found["changes"]] == [
        (RATIO, "2025-07-01", "0.70")
    ]
    assert found["days"] == [{"from": "2025-07-01", "until": None}]
    told = lingbao("policy", "diff", "ganzhou", tmp_path / "pack.yaml").out
    assert "→ 0.70" in told
    assert "2025-07-01 — 今后" in told


def test_a_pack_does_not_differ_from_itself(lingbao: Command) -> None:
    assert "没有差别" in lingbao("policy", "diff", "xinfeng", "ganzhou").out


@pytest.mark.usefixtures("office")
def test_a_version_is_drafted_by_one_person_and_approved_by_another(lingbao: Command) -> None:
    lingbao("policy", "draft", "起付线调整", "-u", CLERK.username)
    paper = ("--document", "某文号", "--clause", "第三条", "--source", "[G] 某页")
    value = "{primary: 0.92, secondary: 0.80, tertiary: 0.62}"
    assert lingbao("policy", "set", 1, RATIO, value, "--since", "2025-07-01", *paper, "-u", CLERK.username).code == 0
    words = ("--since", "2025-07-01", "--reason", "某文号", "-u", CLERK.username)
    assert "待核准" in lingbao("policy", "propose", 1, *words).out
    assert lingbao("policy", "recalculate", 1, "--json").json["claims"] == []
    assert lingbao("policy", "approve", 1, "-u", CLERK.username).code == 4
    assert "已核准" in lingbao("policy", "approve", 1, "-u", SUPERVISOR.username).out
    assert lingbao("policy", "versions", "--json").json["versions"][0]["state"] == "approved"
    found = lingbao("policy", "diff", "ganzhou", "office:1", "--json").json
    assert [change["path"] for change in found["changes"] if change["figure"]] == [RATIO]
    assert found["days"] == [{"from": "2025-07-01", "until": None}]
    assert lingbao("policy", "diff", "ganzhou", "office:x").code == 2
    assert "0.62" in lingbao("policy", "show", "office:1", RATIO, "--on", "2025-07-01").out
    assert "没有收录" in lingbao("policy", "lint", "office:1").out


def test_a_value_that_cannot_be_read_is_refused_before_anything_is_written(lingbao: Command, office: Office) -> None:
    lingbao("policy", "draft", "起付线调整", "-u", CLERK.username)
    paper = ("--document", "某文号", "--clause", "第三条", "--source", "[G] 某页")
    done = lingbao("policy", "set", 1, RATIO, "{primary: ", "--since", "2025-07-01", *paper, "-u", CLERK.username)
    assert done.code == 2
    assert "读不出来" in done.err
    assert office.pack_id == "ganzhou"


def test_a_case_settles_by_a_pack_in_toml(lingbao: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    head = (
        'id = "mine"\ntitle = "某县"\nregion = "360722"\nversion = "1"\ninherits = "ganzhou"\nstatus = "unconfirmed"\n'
    )
    days = "effective_from = 2025-01-01\nreviewed_until = 2025-12-31\n"
    (tmp_path / "mine" / "pack.toml").write_text(head + days, encoding="utf-8")
    care = {"kind": "inpatient", "hospital_level": "primary", "region": "same_city", "admitted": "2025-03-01"}
    lines = [{"name": "费用", "amount": "2100.00", "class": "A"}]
    case = {"pack": "mine", "insured": {"scheme": "resident"}, "care": care, "lines": lines}
    (tmp_path / "case.yaml").write_text(yaml.safe_dump(case), encoding="utf-8")
    assert lingbao("settle", tmp_path / "case.yaml", "--json").json["basic_fund"] == "1800.00"

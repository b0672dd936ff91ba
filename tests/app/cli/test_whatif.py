"""`lingbao whatif` compares two packs on the screen, as JSON and as a workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from app.cli.base import out
from tests.offices import approved_once
from tests.packs.shelf import loaded, small_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

SAMPLE = ("--from", "sample:xinfeng-2024", "--claims", "60")


def other(folder: Path) -> str:
    """A pack that pays half of everything."""
    loaded(small_tree({"ratio": "0.5"}), folder)
    return str(folder / "pack.yaml")


def test_json_holds_the_whole_comparison(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    found = lingbao("whatif", *SAMPLE, "--pack", "ganzhou", "--pack", other(tmp_path), "--json").json
    whole = found["whole"]
    assert whole["claims"] == 60
    assert (found["a"]["id"], found["b"]["id"]) == ("ganzhou", "small")
    paid = sum(Decimal(whole["b"][name]) for name in whole["b"])
    assert paid == Decimal(whole["total"])
    assert {table["axis"] for table in found["tables"]} >= {"scheme", "group", "level", "month"}


def test_the_screen_tells_funds_rows_and_whom_it_hurts(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    told = lingbao("whatif", *SAMPLE, "--pack", "ganzhou", "--pack", other(tmp_path)).out
    for word in ("统筹基金", "险种", "三级", "跨省·未备案", "基金少付", "不变"):
        assert word in told


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_no_figure_is_cut_whatever_the_width(
    lingbao: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setattr(out, "_width", int(columns))
    told = lingbao("whatif", "--from", "sample:xinfeng-2024", "--pack", "ganzhou", "--pack", "ganzhou").out
    assert "…" not in told
    assert ("总费用" in told) is (columns == "200")


def test_a_workbook_is_written_with_the_same_figures(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    target = tmp_path / "对比.xlsx"
    packs = ("--pack", "ganzhou", "--pack", other(tmp_path))
    found = lingbao("whatif", *SAMPLE, *packs, "-o", target, "--json").json
    rows = {row[0].value: row[1].value for row in load_workbook(target)["总览"].iter_rows(min_row=2)}
    assert rows["人次"] == found["whole"]["claims"]
    assert Decimal(str(rows["个人负担"])) == Decimal(found["whole"]["a"]["personal"])


def test_the_offices_own_claims_are_replayed(lingbao: Callable[..., Outcome], office: Office) -> None:
    approved_once(office)
    packs = ("--pack", "ganzhou", "--pack", "ganzhou")
    assert lingbao("whatif", "--from", "claims", *packs, "--json").json["whole"]["claims"] == 1
    since = ("--since", "2025-03-12")
    assert lingbao("whatif", "--from", "claims", *since, *packs, "--json").json["whole"]["claims"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--from", "sample:xinfeng-2024", "--pack", "ganzhou"), 2),
        (("--from", "elsewhere", "--pack", "ganzhou", "--pack", "ganzhou"), 2),
        (("--from", "sample:nowhere", "--pack", "ganzhou", "--pack", "ganzhou"), 3),
        (("--from", "sample:xinfeng-2024", "--pack", "ganzhou", "--pack", "nowhere"), 8),
    ],
)
def test_faults_have_their_exit_codes(lingbao: Callable[..., Outcome], words: tuple[str, ...], code: int) -> None:
    ended = lingbao("whatif", *words, "--json")
    assert ended.code == code
    assert ended.json["error"]["message"]

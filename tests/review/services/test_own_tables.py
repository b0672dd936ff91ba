"""An office's own tables: in force at once, over the shipped ones, and a wrong one stops approvals with a reason."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from review.checks.materials.tables import shipped_deadlines, shipped_materials
from review.errors import BlockedError, InputError
from review.services import queue, review, settle
from review.services.own_tables import tables_of
from tests.offices import CLERK, in_review

if TYPE_CHECKING:
    from review.services.office import Office

PROOF = '[[material]]\ncode = "home-page"\nname = "病案首页"\nkinds = ["other"]\nmissing = "{}"\nsource = "本局规定"\n'
SPAN = '[[deadline]]\ncode = "days"\nname = "出院后{0}天内"\ndays = {0}\nlate = "blocks"\nsource = "本局规定"\n'


def write(office: Office, name: str, text: str, *, second: int = 1) -> None:
    path = office.home / name
    path.write_text(text, "utf-8")
    os.utime(path, (second, second))


def codes(office: Office, number: str) -> set[str]:
    return {view.finding.code for view in settle.findings(office, number)}


def test_without_own_tables_the_shipped_ones_are_in_force(office: Office) -> None:
    tables = tables_of(office)
    assert (tables.materials, tables.deadlines) == (shipped_materials(), shipped_deadlines())


def test_an_own_paper_is_wanted_of_claims_at_once(office: Office) -> None:
    number = in_review(office).number
    assert "missing-home-page" not in codes(office, number)
    write(office, "materials.toml", PROOF.format("decision"))
    assert "missing-home-page" in codes(office, number)


def test_a_table_that_changed_is_read_again(office: Office) -> None:
    number = in_review(office).number
    write(office, "deadlines.toml", SPAN.format(10), second=1)
    assert "late" in codes(office, number)
    write(office, "deadlines.toml", SPAN.format(30), second=2)
    assert "late" not in codes(office, number)


def test_a_table_taken_away_is_no_longer_in_force(office: Office) -> None:
    number = in_review(office).number
    write(office, "deadlines.toml", SPAN.format(10))
    (office.home / "deadlines.toml").unlink()
    assert "late" not in codes(office, number)


def test_a_late_claim_that_blocks_is_not_approved(office: Office) -> None:
    number = in_review(office).number
    write(office, "deadlines.toml", SPAN.format(10))
    assert "超过受理时限" in {v.finding.title for v in settle.findings(office, number) if v.open}
    with pytest.raises(BlockedError, match="晚了11天"):
        review.approve_first(office, CLERK, number)


def test_a_wrong_table_stops_approvals_and_says_where(office: Office) -> None:
    number = in_review(office).number
    write(office, "deadlines.toml", "[[deadline]]\ncode = 7\n")
    with pytest.raises(InputError, match=r"deadlines\.toml：deadline\[0\]\.code"):
        review.approve_first(office, CLERK, number)
    assert queue.load_claim(office, number).state == "first_review"

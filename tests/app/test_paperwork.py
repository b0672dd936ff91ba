"""Papers name what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paperwork
from review.services import batches
from tests.offices import an_office, in_batch, signed
from tests.policies import an_approved_version
from tests.review.reports.papers import text_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sign_off_sheet_names_every_pack_its_claims_were_settled_by(tmp_path: Path) -> None:
    office = an_office(tmp_path / "office")
    version = an_approved_version(office)
    view = signed(office)
    text = text_of(paperwork.signoff_sheet(office, view, tmp_path / "a.pdf"))
    assert f"ganzhou{version.label}" in text


def test_a_batch_before_any_version_names_the_shipped_pack(tmp_path: Path) -> None:
    office = an_office(tmp_path / "office")
    view = batches.batch(office, in_batch(office).batch)
    assert "ganzhou2026.11”" in text_of(paperwork.signoff_sheet(office, view, tmp_path / "a.pdf"))

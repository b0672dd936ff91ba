"""The published frauds (policy §2.7) as pictures, read by the engine itself and checked as at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.recognition.pool import EnginePool
from tests.bench.fraud_claims import CLASS, copies, published
from tests.bench.fraud_outcomes import ASKED, PICTURE, PLACE

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.engine


def test_published_frauds_are_told_where_they_were_done(tmp_path: Path) -> None:
    with EnginePool() as pool:
        told = published(tmp_path, pool, "e2e", 1)
    there = {row.kind for row in told if row.outcome in {PICTURE, PLACE, ASKED}}
    assert {"total, on the receipt", "total, on receipt and statement", "fee, on the statement"} <= there
    assert len(there - {CLASS}) >= 5


def test_a_receipt_handed_in_again_is_told_however_it_was_copied(tmp_path: Path) -> None:
    with EnginePool() as pool:
        told, alarms = copies(tmp_path, pool, "e2e", 6)
    assert [row.outcome for row in told] == [PLACE] * 6
    assert alarms == 0

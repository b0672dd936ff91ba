"""`lingbao read` and `lingbao intake` with the real engine on the sample pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from resources import ROOT
from review.services import queue
from tests.offices import CLERK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

RECEIPT = ROOT / "samples" / "clean" / "1-receipt.jpg"
TRUTH = json.loads(RECEIPT.with_suffix(".json").read_text())


@pytest.mark.engine
def test_a_page_is_read_and_a_broken_one_reported_beside_it(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "torn.jpg").write_bytes(RECEIPT.read_bytes()[:5000])
    target = tmp_path / "reading.json"
    assert lingbao("read", RECEIPT, tmp_path / "torn.jpg", "-o", target).code == 0
    reading = json.loads(target.read_text())
    [document] = reading["documents"]
    assert (reading["schema"], document["kind"]) == ("reading/1", "inpatient_receipt")
    assert document["fields"]["total_amount"]["value"] == TRUTH["fields"]["total_amount"]
    assert [failure["code"] for failure in reading["failures"]] == ["image-truncated"]


def test_nothing_readable_is_exit_nine(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "letter.jpg").write_text("这不是影像")
    assert lingbao("read", tmp_path / "letter.jpg", "--json").code == 9


def test_a_missing_path_is_bad_input(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = lingbao("read", tmp_path / "none.jpg", "--json")
    assert (outcome.code, outcome.json["error"]["code"]) == (2, "no-such-file")


@pytest.mark.engine
def test_intake_opens_stores_and_reads(lingbao: Callable[..., Outcome], office: Office) -> None:
    outcome = lingbao("intake", RECEIPT, "-u", CLERK.username, "--name", "曾桂香", "--level", "tertiary", "--json")
    claim = queue.load_claim(office, outcome.json["number"])
    assert claim.state == "read"
    assert claim.receipts[0].text("total_amount") == TRUTH["fields"]["total_amount"]
    assert claim.care.hospital_level == "tertiary"


def test_intake_of_nothing_opens_no_claim(lingbao: Callable[..., Outcome], office: Office, tmp_path: Path) -> None:
    (tmp_path / "letter.jpg").write_text("这不是影像")
    assert lingbao("intake", tmp_path / "letter.jpg", "-u", CLERK.username).code == 2
    assert queue.queue(office) == ()

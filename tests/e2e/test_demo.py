"""The demo: both samples to the archive, also after it was killed in the middle of reading."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.demo.sample import load_sample
from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.claim.states import ClaimState
from review.policy.claim_case import case_of
from review.services import adjusting, archive, policies, queue, settle
from review.services.office import Office, open_office

if TYPE_CHECKING:
    from review.claim.claim import Claim

ROOT = Path(__file__).resolve().parents[2]


def demo(home: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "LINGBAO_LANG": "zh", "COLUMNS": "200"}
    command = [sys.executable, "-u", "-c", "from app.cli import main; main()", "demo", "--home", str(home)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def kill_while_reading(home: Path) -> None:
    """Kill the demo as soon as the first claim was received and its pages are being read."""
    process = demo(home)
    assert process.stdout is not None
    for line in process.stdout:
        if "先存后识别" in line:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()


def claim_of(office: Office, name: str) -> Claim:
    rows = queue.queue(office, queue.QueueFilter(text=load_sample(name).insured.name))
    return queue.load_claim(office, max(row.number for row in rows))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The demo's office after a run that was killed and one that went on to the end."""
    home = tmp_path_factory.mktemp("demo") / "home"
    kill_while_reading(home)
    told, _ = demo(home).communicate()
    assert "留痕" in told, told
    return open_office(home)


@pytest.mark.engine
def test_a_killed_demo_goes_on_to_the_archive(office: Office) -> None:
    clean, trouble = claim_of(office, "clean"), claim_of(office, "trouble")
    assert {clean.state, trouble.state} == {ClaimState.ARCHIVED}
    assert len(queue.queue(office)) == 3
    assert archive.verify_journal(office).ok
    assert {path.suffix for path in (office.home / "papers").iterdir()} == {".pdf", ".csv"}
    for number in (clean.number, trouble.number):
        assert archive.archived_pdf(office, number).exists()


def excluded(claim: Claim) -> set[str]:
    return {line.text("name") for line in claim.charge_lines if line.verdict == "exclude"}


@pytest.mark.engine
def test_the_planted_trouble_is_found_and_what_is_paid_adds_up(office: Office) -> None:
    claim, planted = claim_of(office, "trouble"), load_sample("trouble").planted
    codes = {view.finding.code for view in settle.findings(office, claim.number)}
    assert codes >= {"figure-grown", "duplicate-receipt", "rule-age"}
    assert excluded(claim) == {planted["wrong_product"], planted["outside_limit"]}
    result = settle.settlement_of(office, claim.number)
    assert result.fund_total + result.personal + result.already_paid == result.total
    assert result.total == sum(line.amount for line in case_of(claim, office.catalogue.entry, "ganzhou").lines)


@pytest.mark.engine
def test_what_the_platform_knew_late_is_claimed_back_to_the_fen(office: Office) -> None:
    clean, trouble = claim_of(office, "clean"), claim_of(office, "trouble")
    (back,) = adjusting.adjustments(office, trouble.number)
    assert (back.kind, back.state) == (AdjustmentKind.RECOVERY, AdjustmentState.DONE)
    assert adjusting.allowance(office, trouble.number).difference == 0
    assert adjusting.adjustments(office, clean.number) == ()
    assert "平台" in settle.settlement_of(office, clean.number).before.source


@pytest.mark.engine
def test_what_if_was_asked_of_a_draft_that_holds_nowhere(office: Office) -> None:
    (draft,) = policies.versions(office)
    assert draft.state == "draft"
    assert [change.title for change in policies.changed_figures(office, draft.id)] == ["居民住院支付比例"]

"""The real window on a real (virtual) screen, with the real engine: from pages to a signed batch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from review.claim.states import ClaimState
from review.services import archive, queue
from review.services.office import open_office

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen of 1920 by 1080; its display name."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("Xvfb is not installed; `make test` installs it as root or with sudo")
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.engine
@pytest.mark.window
def test_paper_becomes_a_signed_batch_in_the_window(screen: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LINGBAO_LANG": "zh"}
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.e2e.walk", str(tmp_path / "home")]
    walked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert walked.returncode == 0, walked.stdout + walked.stderr
    office = open_office(tmp_path / "home")
    [row] = queue.queue(office)
    claim = queue.load_claim(office, row.number)
    assert claim.state is ClaimState.SIGNED
    assert (claim.entered_by, claim.second_reviewer, claim.signed_by) == ("li", "zhou", "chen")
    assert f"signed {claim.number} {claim.payable}" in walked.stdout
    assert archive.verify_journal(office).ok

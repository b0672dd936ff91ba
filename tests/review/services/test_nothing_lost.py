"""Whatever moment the machine stops at, what a person was told is saved is there afterwards, and the journal holds."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from review.services import archive, queue
from tests.offices import a_draft, an_office

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office

TYPIST = """
import sys
from itertools import count
from pathlib import Path
from review.services import desk
from tests.offices import CLERK, an_office
office = an_office(Path(sys.argv[1]))
for number in count(1):
    desk.correct(office, CLERK, sys.argv[2], [desk.Edit("insured.phone", str(number))])
    print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [1, 7, 25])
def test_an_edit_that_was_acknowledged_survives_a_killed_process(office: Office, moment: int) -> None:
    claim = a_draft(office)
    office.store.close()
    arguments = [sys.executable, "-c", TYPIST, str(office.home), claim.number]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        told = [int(next(typist.stdout)) for _ in range(moment)]
        typist.kill()
    again = an_office(office.home)
    kept = queue.load_claim(again, claim.number)
    assert int(kept.insured.phone) >= told[-1] == moment
    assert kept.version == claim.version + int(kept.insured.phone)
    assert archive.verify_journal(again).ok


def test_pages_outlive_a_failed_listing(office: Office, tmp_path: Path) -> None:
    page = tmp_path / "page.jpg"
    page.write_bytes(b"page")
    sha256 = office.pages.keep(page)
    page.unlink()
    assert office.pages.path(sha256).read_bytes() == b"page"
    assert office.pages.verify() == ()

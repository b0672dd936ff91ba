"""An export of a platform for a seeded office: its people, what the platform says of them, and a row with a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from review.services import queue
from review.services.queue import QueueFilter
from tests.review.accumulators.exports import HEADINGS, a_row

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


def an_export(office: Office) -> Path:
    """A workbook about the people of all claims, residents of 2025; the last row has no whole number."""
    book, path = Workbook(), office.home / "平台累计导出.xlsx"
    sheet = book.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.append(HEADINGS)
    people: dict[str, str] = {}
    for row in queue.queue(office, QueueFilter()):
        insured = queue_person(office, row.number)
        people.setdefault(*insured)
    for number, name in people.items():
        sheet.append(a_row(姓名=name, 身份证号=number, 起付线累计="600.00", 统筹累计支付="98,000.00"))
    sheet.append(a_row(身份证号="3607****0022"))
    book.save(path)
    return path


def queue_person(office: Office, number: str) -> tuple[str, str]:
    """Citizen number and name of a claim's person."""
    with office.store.read() as unit:
        insured = unit.folder(number).claim.insured
        return insured.id_number, insured.name

"""The year at the desk: what the platform said and what a clerk typed stand beside each other, with their source."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.ui.desk.sheet import load_sheet
from app.ui.desk.year_rows import year_rows
from app.ui.widgets.badge import Tone
from review.accumulators.proposal import StandingProposal
from review.accumulators.standing import Standing, Whose
from review.claim.people import Scheme
from review.services import accumulating, desk
from tests.app.ui.desk.papers import ID_NUMBER
from tests.offices import CLERK
from tests.review.accumulators.exports import MARCH

if TYPE_CHECKING:
    from app.ui.desk.form_rows import Remark
    from review.claim.claim import Claim
    from review.services.office import Office

pytestmark = pytest.mark.usefixtures("qapp")


def an_import(office: Office) -> None:
    """The platform's word: 7,000 yuan paid by the basic fund in one stay."""
    whose = Whose(id_number=ID_NUMBER, year=2025, scheme=Scheme.RESIDENT)
    said = (("stays", Decimal(1)), ("basic_fund", Decimal(7000)))
    standing = Standing(whose=whose, name="张小满", figures=said)
    proposal = StandingProposal(sha256="a" * 64, file="累计.xlsx", as_of=MARCH, rows=1, standings=(standing,))
    accumulating.take_over_standings(office, CLERK, proposal)


def remarks(office: Office, claim: Claim) -> dict[str, Remark | None]:
    sheet = load_sheet(office, claim.number)
    return {row.target.removeprefix("year_to_date."): row.note for row in year_rows(sheet.claim, sheet.at_odds)}


def test_an_import_fills_the_year_and_its_source_is_told_with_the_settlement(office: Office, claim: Claim) -> None:
    an_import(office)
    sheet = load_sheet(office, claim.number)
    assert sheet.claim.year_to_date.basic_fund == Decimal("7000.00")
    assert sheet.at_odds == ()
    assert sheet.settlement is not None
    assert sheet.settlement.before.source.startswith("平台导入 2025-03-01（批次 1）")


def test_a_typed_figure_stands_and_what_is_known_is_shown_beside_it(office: Office, claim: Claim) -> None:
    an_import(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("year_to_date.basic_fund", "5000")])
    told = remarks(office, claim)
    assert told["basic_fund"] is not None
    assert (told["basic_fund"].text, told["basic_fund"].tone) == ("▲ 已知 7,000.00", Tone.WARN)
    desk.correct(office, CLERK, claim.number, [desk.Edit("year_to_date.basic_fund", "")])
    assert remarks(office, claim)["basic_fund"] is None


def test_where_nothing_is_known_a_typed_figure_is_no_contradiction(office: Office, claim: Claim) -> None:
    desk.correct(office, CLERK, claim.number, [desk.Edit("year_to_date.basic_fund", "5000")])
    note = remarks(office, claim)["basic_fund"]
    assert note is not None
    assert note.tone is Tone.INFO

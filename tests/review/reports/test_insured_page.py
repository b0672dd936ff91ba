"""The insured get one page: what was paid, why the rest was not, whatever the claim looks like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pikepdf
import pytest

from review.claim.claim import Filing, Region
from review.packs.stated import PackUsed
from review.reports.inputs import Imprint
from review.reports.insured import insured_sheet
from tests.builders import a_care, a_claim
from tests.review.policy.ladders import LINES, a_layer, a_line, a_settlement
from tests.review.reports.papers import NOON, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from review.policy.settlement import Settlement

IMPRINT = Imprint(office="演示县医疗保障局", printed_at=NOON)


def page(settlement: Settlement, folder: Path, **care: object) -> str:
    """The text of the page, which must be the only one."""
    out = insured_sheet(a_claim(care=a_care(**care)), settlement, folder / "a.pdf", IMPRINT)
    assert len(list(texts(out))) == 1
    return text_of(out)


def test_the_page_says_total_fund_own_share_and_why(tmp_path: Path) -> None:
    text = page(a_settlement(), tmp_path)
    for words in (
        "30,000.00元",
        "12,600.00元",
        "17,400.00元",
        "不在医保报销目录内",
        "自费药1,500.00元",
        "演示县医疗保障局",
    ):
        assert words in text
    assert "统筹基金支付42.0%" in text


def test_who_was_not_filed_reads_it_and_who_was_does_not(tmp_path: Path) -> None:
    away = {"region": Region.OTHER_PROVINCE}
    assert "没有办理异地就医备案" in page(a_settlement(), tmp_path, **away, filing=Filing.NONE)
    assert "没有办理异地就医备案" not in page(a_settlement(), tmp_path, **away, filing=Filing.REFERRAL)


def test_an_unconfirmed_pack_is_said_and_a_confirmed_one_is_not(tmp_path: Path) -> None:
    confirmed = PackUsed(id="test", version="1", status="confirmed")
    assert "还没有经医保局确认" in page(a_settlement(), tmp_path)
    assert "还没有经医保局确认" not in page(a_settlement(pack=confirmed), tmp_path)


def test_a_thousand_reasons_and_long_names_still_fit_one_page(tmp_path: Path) -> None:
    lines = tuple(a_line("药" * 300, n, "C", f"理由{n}" * 20, self_paid=n) for n in range(1, 60))
    layers = tuple(a_layer(f"l{n}", "很长的补充保险名称" * 3, 10) for n in range(12))
    assert "很长的补充保险名称" in page(a_settlement(lines=lines, layers=layers), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"lines": (), "total": 0, "eligible": 0, "basic_fund": 0, "fund_total": 0, "personal": 0},
        {"total": -50, "eligible": -50, "basic_fund": 0, "fund_total": 0, "personal": -50},
        {"trace": ()},
        {"personal": 0, "fund_total": 30000},
    ],
)
def test_odd_sums_make_a_page(tmp_path: Path, changes: dict[str, object]) -> None:
    assert "医保报销说明" in page(a_settlement(**changes), tmp_path)


@pytest.mark.parametrize("name", ["<b>x</b>&amp;", "%s{0}\\n", "张𪚥"])
def test_hostile_names_are_printed_as_they_are(tmp_path: Path, name: str) -> None:
    line = replace(LINES[3], name=name, self_paid=Decimal(2000))
    shown = name.replace("𪚥", "〔U+2A6A5〕")
    assert shown in page(a_settlement(lines=(line,)), tmp_path)


def test_the_file_is_pdf_a_and_the_same_each_time(tmp_path: Path) -> None:
    claim = a_claim()
    first = insured_sheet(claim, a_settlement(), tmp_path / "a.pdf", IMPRINT)
    second = insured_sheet(claim, a_settlement(), tmp_path / "b.pdf", IMPRINT)
    assert first.read_bytes() == second.read_bytes()
    with pikepdf.open(first) as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"

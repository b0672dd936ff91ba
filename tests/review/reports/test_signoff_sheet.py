"""The sign-off sheet lists the batch, adds it up by fund, and carries a fingerprint nobody can work around."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from review.reports.inputs import Imprint, SignoffPaper, SignoffRow
from review.reports.signoff import fingerprint, signoff_sheet
from tests.review.reports.papers import NOON, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path


def a_row(number: int, payable: str = "1234.50") -> SignoffRow:
    amount = Decimal(payable)
    return SignoffRow(
        claim=f"20251208-{number:04d}",
        name=f"参保人{number}",
        id_masked="360799********0011",
        hospital="某某大学附属第一医院",
        care="住院",
        total=amount * 2,
        payable=amount,
        basic_fund=amount - 100,
        medical_aid_fund=Decimal("100.00"),
        first_reviewer="lin",
        second_reviewer="zhao",
        fingerprint=f"{number:064x}",
    )


def a_paper(count: int) -> SignoffPaper:
    return SignoffPaper(number="20251210-B1", rows=tuple(a_row(k) for k in range(count)))


def test_the_sheet_adds_up_the_funds_and_writes_the_sum_out(tmp_path: Path) -> None:
    text = text_of(signoff_sheet(a_paper(2), tmp_path / "a.pdf", Imprint(people={"lin": "林晓"})))
    assert "2,469.00" in text
    assert "2,269.00" in text
    assert "贰仟肆佰陆拾玖元整" in text
    assert "林晓/zhao" in text


def test_risks_exclusions_checks_and_the_signer_are_printed(tmp_path: Path) -> None:
    row = replace(a_row(1), risks=("应付大于 5 万元",))
    paper = replace(a_paper(0), rows=(row,), excluded=(("20251208-0009", "待补正"),), checks=("✓ 分项之和一致",))
    text = text_of(signoff_sheet(replace(paper, signed_by="zhou", signed_at=NOON), tmp_path / "a.pdf"))
    for words in ("应付大于5万元", "20251208-0009：待补正", "✓分项之和一致", "签批：zhou2025-12-0912:00"):
        assert words in text


def test_moments_are_printed_by_chinas_clock(tmp_path: Path) -> None:
    signed = datetime(2025, 12, 9, 20, 30, tzinfo=UTC)
    text = text_of(signoff_sheet(replace(a_paper(1), signed_at=signed, signed_by="zhou"), tmp_path / "a.pdf"))
    assert "zhou2025-12-1004:30" in text


def test_an_unconfirmed_pack_is_marked(tmp_path: Path) -> None:
    paper = replace(a_paper(1), unconfirmed=True, pack="ganzhou")
    assert "政策未经确认" in text_of(signoff_sheet(paper, tmp_path / "a.pdf"))
    assert "政策未经确认" not in text_of(signoff_sheet(a_paper(1), tmp_path / "b.pdf"))


def test_an_empty_batch_says_so(tmp_path: Path) -> None:
    text = text_of(signoff_sheet(a_paper(0), tmp_path / "a.pdf"))
    assert "本批没有报销单。" in text
    assert "零元整" in text


def test_a_large_batch_runs_over_pages_with_its_head(tmp_path: Path) -> None:
    pages = list(texts(signoff_sheet(a_paper(120), tmp_path / "a.pdf")))
    assert len(pages) > 4
    assert all("报销单号 / 指纹" in page for page in pages[:-1])


def test_the_fingerprint_changes_with_any_sum_order_or_settlement() -> None:
    paper = a_paper(3)
    first, *rest = paper.rows
    others = (
        replace(paper, rows=(replace(first, payable=Decimal("1234.51")), *rest)),
        replace(paper, rows=(replace(first, fingerprint="f" * 64), *rest)),
        replace(paper, rows=(*rest, first)),
        replace(paper, number="20251210-B2"),
    )
    assert len({fingerprint(paper), *(fingerprint(other) for other in others)}) == 5

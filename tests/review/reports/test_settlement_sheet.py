"""The settlement sheet says what was settled, from what, by which rule, and who answers for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from review.checks.finding import Severity
from review.packs.stated import PackUsed
from review.reports.inputs import Imprint
from review.reports.settlement import settlement_sheet
from tests.builders import a_claim, a_line, a_receipt, a_statement
from tests.review.reports.papers import NOON, a_finding, a_settlement, fonts_of, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim

IMPRINT = Imprint(office="演示县医疗保障局", printed_at=NOON, people={"lin": "林晓"})


def claim_of(count: int) -> Claim:
    lines = [
        a_line(f"氯化钠注射液{k}", spec="250ml", quantity="1", unit_price="10.00", amount="10.00") for k in range(count)
    ]
    return a_claim(documents=(a_receipt(), a_statement(*lines)) if lines else (a_receipt(),), first_reviewer="lin")


def written(claim: Claim, out: Path, **changes: object) -> str:
    return text_of(settlement_sheet(claim, a_settlement(claim, **changes), [], out, IMPRINT))


def test_the_sheet_shows_person_sums_words_rule_and_reviewer(tmp_path: Path) -> None:
    claim = claim_of(3)
    text = written(claim, tmp_path / "a.pdf")
    expected = (
        claim.number,
        claim.insured.name,
        "30.00",
        "18.00",
        "壹拾捌元整",
        "范围内×60%",
        "支付比例60%",
        "测试文件第一条",
        "初审：林晓",
    )
    assert [word for word in expected if word not in text] == []
    assert "演示县医疗保障局" in text
    assert "2025-12-0912:00" in text


def test_the_citizen_number_is_masked_and_the_account_complete(tmp_path: Path) -> None:
    claim = claim_of(1)
    text = written(claim, tmp_path / "a.pdf")
    assert claim.insured.id_number not in text
    assert claim.insured.account.number in text


def test_an_unconfirmed_pack_is_marked_and_a_confirmed_one_is_not(tmp_path: Path) -> None:
    claim = claim_of(1)
    confirmed = PackUsed(id="ganzhou", version="2025.1", status="confirmed")
    assert "政策未经确认" in written(claim, tmp_path / "a.pdf")
    assert "政策未经确认" not in written(claim, tmp_path / "b.pdf", pack=confirmed)


def test_findings_stand_with_their_answers(tmp_path: Path) -> None:
    claim = claim_of(1)
    judged = [a_finding(reason="成人使用"), a_finding(Severity.CLUE), a_finding(Severity.BLOCKS)]
    text = text_of(settlement_sheet(claim, a_settlement(claim), judged, tmp_path / "a.pdf", IMPRINT))
    assert "剔除（按自费计）：成人使用（林晓2025-12-0912:00）" in text
    assert "○线索" in text
    assert "■必须改正" in text
    assert "未处理" in text


def test_a_thousand_lines_repeat_their_head_and_count_their_pages(tmp_path: Path) -> None:
    claim = claim_of(1000)
    out = settlement_sheet(claim, a_settlement(claim), [], tmp_path / "a.pdf")
    pages = list(texts(out))
    assert len(pages) >= 20
    assert sum("先行自付" in page and "规格" in page for page in pages) >= len(pages) - 2
    assert f"第 {len(pages)} 页 / 共 {len(pages)} 页" in pages[-1]
    assert "氯化钠注射液999" in "".join(pages)


def test_a_claim_without_lines_findings_or_trace_still_makes_a_sheet(tmp_path: Path) -> None:
    claim = a_claim()
    text = text_of(settlement_sheet(claim, a_settlement(claim, trace=(), lines=()), [], tmp_path / "a.pdf"))
    assert "费用明细（0行，元）" in text
    assert "本次审核没有发现疑点。" in text


@pytest.mark.parametrize("name", ["<b>x</b>&amp;<img src='/etc/passwd'/>", "A" * 300, "药" * 200, "张𪚥三", "%s{0}\\n"])
def test_hostile_or_long_names_are_printed_as_they_are(tmp_path: Path, name: str) -> None:
    claim = claim_of(1)
    settled = a_settlement(claim)
    line = replace(settled.lines[0], name=name)
    text = written(claim, tmp_path / "a.pdf", lines=(line,))
    assert "".join(name.replace("𪚥", "〔U+2A6A5〕").split()) in text


def test_long_names_of_people_and_hospitals_wrap(tmp_path: Path) -> None:
    claim = claim_of(1)
    care = replace(claim.care, hospital="某某大学附属第一医院东院区" * 6, diagnoses=("某种很长的诊断名称",) * 12)
    text = written(replace(claim, care=care), tmp_path / "a.pdf")
    assert text.count("某种很长的诊断名称") == 12


def test_cells_taller_than_a_page_go_on_on_the_next_and_lose_nothing(tmp_path: Path) -> None:
    claim = claim_of(1)
    line = replace(a_settlement(claim).lines[0], name="药品甲乙" * 700)
    care = replace(claim.care, hospital="医院丙丁" * 700)
    judged = [a_finding(reason="理由戊己" * 700)]
    settled = a_settlement(claim, lines=(line,))
    text = text_of(settlement_sheet(replace(claim, care=care), settled, judged, tmp_path / "a.pdf"))
    letters = "".join(sign for sign in text if sign in "甲乙丙丁戊己")
    assert [letters.count(sign) for sign in "乙丙丁戊己"] == [700] * 5


def test_every_font_is_embedded_truetype_and_the_file_says_pdf_a(tmp_path: Path) -> None:
    claim = claim_of(40)
    out = settlement_sheet(claim, a_settlement(claim), [a_finding()], tmp_path / "a.pdf", IMPRINT)
    assert {str(font.Subtype) for font in fonts_of(out)} == {"/TrueType"}
    with pikepdf.open(out) as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert not any("/Trans" in page.obj for page in pdf.pages)
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_same_claim_gives_the_same_bytes(tmp_path: Path) -> None:
    claim = claim_of(2)
    first = settlement_sheet(claim, a_settlement(claim), [], tmp_path / "a.pdf", IMPRINT).read_bytes()
    assert settlement_sheet(claim, a_settlement(claim), [], tmp_path / "b.pdf", IMPRINT).read_bytes() == first

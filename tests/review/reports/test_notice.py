"""The notice says what to bring, in what form, by when, and has a slip to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.checks.materials.lacking import Lacking, Want
from review.errors import StoreError
from review.reports.inputs import Imprint, NoticePaper
from review.reports.notice import notice_sheet
from tests.builders import a_care, a_claim, an_insured
from tests.review.reports.papers import NOON, fonts_of, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

RECORD = Lacking(
    code="missing-discharge-record",
    subject="claim",
    title="出院记录",
    want=Want.HAND_IN,
    form="复印件，加盖出具单位章",
    note="出院记录或出院小结",
    instead=("诊断证明",),
    later=True,
)


def a_paper(*items: Lacking) -> NoticePaper:
    return NoticePaper(
        claim=a_claim(received_on=date(2025, 4, 1)),
        items=items or (RECORD,),
        held=(("住院收费票据（0012345678）", 1, "原件"),),
        due_on=date(2025, 4, 23),
        working_days=15,
        by="lin",
        at=NOON,
    )


def test_the_notice_says_what_in_which_form_and_by_when(tmp_path: Path) -> None:
    text = text_of(notice_sheet(a_paper(), tmp_path / "a.pdf", Imprint(people={"lin": "林晓"})))
    for words in (
        "需补正的材料（1项）",
        "复印件，加盖出具单位章",
        "出院记录或出院小结；可用诊断证明代替；可书面承诺后补（容缺）",
        "最迟于2025年4月23日（自告知之日起15个工作日内）",
        "经办人：林晓2025-12-09",
    ):
        assert words in text


def test_whom_it_tells_and_about_which_care(tmp_path: Path) -> None:
    paper = replace(a_paper(), claim=a_claim(insured=an_insured(agent="张小芳"), received_on=date(2025, 4, 1)))
    text = text_of(notice_sheet(paper, tmp_path / "a.pdf"))
    assert "张小满（身份证号360799********0011），代办人张小芳：" in text
    assert "您于2025年4月1日申报的2025年3月1日至2025年3月11日在样例省人民医院就诊的" in text


def test_a_visit_of_one_day_names_the_day_once(tmp_path: Path) -> None:
    care = a_care(admitted=date(2025, 3, 1), discharged=date(2025, 3, 1))
    text = text_of(notice_sheet(replace(a_paper(), claim=a_claim(care=care)), tmp_path / "a.pdf"))
    assert "您申报的2025年3月1日在样例省人民医院就诊的" in text


def test_what_the_office_has_and_what_the_clerk_adds_are_listed(tmp_path: Path) -> None:
    text = text_of(notice_sheet(replace(a_paper(), notes=("请补住院病案首页",)), tmp_path / "a.pdf"))
    assert "1.请补住院病案首页" in text
    assert "住院收费票据（0012345678）1原件" in text
    assert "（共2项）" in text


def test_a_draft_is_marked_and_an_issued_notice_is_not(tmp_path: Path) -> None:
    draft = replace(a_paper(), by="", at=None)
    assert "草稿：尚未签发" in text_of(notice_sheet(draft, tmp_path / "a.pdf"))
    assert "草稿" not in text_of(notice_sheet(a_paper(), tmp_path / "b.pdf"))


def test_the_slip_is_on_the_notice_and_never_torn_apart(tmp_path: Path) -> None:
    many = tuple(replace(RECORD, title=f"费用清单（第{k}份）") for k in range(60))
    pages = ["".join(page.split()) for page in texts(notice_sheet(a_paper(*many), tmp_path / "a.pdf"))]
    assert len(pages) > 1
    (slip,) = [page for page in pages if "送达回执" in page]
    assert "送达方式：" in slip


def test_a_claim_without_facts_still_gives_a_notice(tmp_path: Path) -> None:
    bare = a_claim(insured=an_insured(name="", id_number=""), care=a_care(hospital="", admitted=None, discharged=None))
    text = text_of(notice_sheet(replace(a_paper(), claim=bare), tmp_path / "a.pdf"))
    assert "申报人：" in text
    assert "您申报的就诊的医疗费用零星报销" in text


def test_markup_in_names_stays_text(tmp_path: Path) -> None:
    odd = replace(RECORD, title="<b>清单</b>&", note="甲<乙")
    text = text_of(notice_sheet(a_paper(odd), tmp_path / "a.pdf"))
    assert "<b>清单</b>&" in text


def test_the_notice_has_the_claims_number_as_barcode_and_at_its_foot(tmp_path: Path) -> None:
    (page,) = texts(notice_sheet(a_paper(), tmp_path / "a.pdf", Imprint(printed_at=NOON)))
    assert page.count("20250401-0001") >= 3
    assert "打印 2025-12-09 12:00" in page


def test_the_notice_is_the_same_file_each_time_it_is_printed(tmp_path: Path) -> None:
    first = notice_sheet(a_paper(), tmp_path / "a.pdf", Imprint(printed_at=NOON)).read_bytes()
    assert first == notice_sheet(a_paper(), tmp_path / "b.pdf", Imprint(printed_at=NOON)).read_bytes()


def test_a_notice_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="原有文件和报销单均未改动"):
        notice_sheet(a_paper(), tmp_path / "gone" / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_house_fonts_are_in_the_file(tmp_path: Path) -> None:
    names = {str(font.BaseFont) for font in fonts_of(notice_sheet(a_paper(), tmp_path / "a.pdf"))}
    assert names
    assert all("NotoSans" in name for name in names)

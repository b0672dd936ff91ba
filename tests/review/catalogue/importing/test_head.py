"""What a file says of its edition, and where it does not fit what a person says of it."""

from __future__ import annotations

from datetime import date

import pytest

from review.catalogue.entry import EntryKind
from review.catalogue.importing.head import head_of, year_faults, years_in
from review.catalogue.importing.proposal import Head, Proposal


def said(title: str, file: str = "目录.xlsx") -> Head:
    return head_of(EntryKind.DRUG, title, file)


def a_proposal(title: str, file: str = "目录.xlsx") -> Proposal:
    return Proposal(file=file, sha256="0", form="drug-codes", head=said(title, file), entries=())


def held(year: int, until: int | None = None) -> Head:
    return Head(
        kind=EntryKind.DRUG, effective_from=date(year, 1, 1), effective_until=date(until, 12, 31) if until else None
    )


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("江西省医保药品分类与代码数据库更新表", "江西省"),
        ("关于印发浙江省杭州市医疗服务项目目录的通知", "浙江省杭州市"),
        ("内蒙古自治区基本医疗保险诊疗项目目录", "内蒙古自治区"),
        ("北京市基本医疗保险医用耗材目录", "北京市"),
        ("广西药品目录", "广西"),
        ("医用耗材目录", ""),
    ],
)
def test_the_region_is_the_one_in_the_title(title: str, region: str) -> None:
    assert said(title).region == region


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("目录（自2026年1月1日起执行）", date(2026, 1, 1), None),
        ("目录(2026-03-01起施行)", date(2026, 3, 1), None),
        ("有效期自2025年1月1日至2025年12月31日", date(2025, 1, 1), date(2025, 12, 31)),
        ("２０２６年１月１日起执行", date(2026, 1, 1), None),
        ("目录（2026年版）", None, None),
        ("目录 2026年13月45日起执行", None, None),
    ],
)
def test_dates_are_taken_only_where_they_are_said_to_begin_or_end(
    title: str, first: date | None, last: date | None
) -> None:
    assert (said(title).effective_from, said(title).effective_until) == (first, last)


def test_without_a_title_the_name_of_the_file_is_it() -> None:
    head = said("", "江西省药品目录20260109.xlsx")
    assert (head.title, head.region, head.source) == ("江西省药品目录20260109", "江西省", "江西省药品目录20260109.xlsx")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("药品目录（2025年版）", (2025,)),
        ("更新表20260109", (2026,)),
        ("2024年目录2025版", (2024, 2025)),
        ("代码32010120251", ()),
        ("目录_2023", (2023,)),
    ],
)
def test_years_are_found_in_titles_and_names(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


def test_a_list_of_another_year_is_told_by_title_and_by_file() -> None:
    faults = year_faults(a_proposal("药品目录（2021年版）", "目录20210301.xlsx"), held(2026))
    assert [fault.stops for fault in faults] == [False, False]
    assert faults[0].said.startswith("标题写的是2021年，与填写的生效日期2026-01-01不符")
    assert faults[1].said.startswith("文件名写的是2021年")


@pytest.mark.parametrize(("title", "year"), [("目录（2024年版）", 2025), ("目录（2025年）", 2025), ("目录", 2025)])
def test_a_list_is_named_after_its_year_or_the_one_before(title: str, year: int) -> None:
    assert year_faults(a_proposal(title), held(year, year)) == ()


def test_a_first_day_the_file_names_must_be_the_one_given() -> None:
    proposal = a_proposal("目录（自2026年1月1日起执行）")
    assert year_faults(proposal, held(2026)) == ()
    [fault] = year_faults(proposal, Head(kind=EntryKind.DRUG, effective_from=date(2026, 7, 1)))
    assert "开始日期是2026-01-01，与填写的2026-07-01不同" in fault.said


def test_a_head_without_dates_is_told_what_the_file_says() -> None:
    [fault] = year_faults(a_proposal("目录（自2026年1月1日起执行）"), Head(kind=EntryKind.DRUG))
    assert "与填写的（空）不同" in fault.said

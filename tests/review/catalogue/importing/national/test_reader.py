"""A published list becomes a proposal: whatever its pages, the same rows; what does not add up is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pagesizes import A5, landscape

from review.catalogue.entry import PaymentClass
from review.catalogue.importing.national import reader
from review.catalogue.importing.national.reader import read_national
from tests.lists import AGREED, INNOVATIVE, PLAIN, SMALL, WESTERN, Look, Part, many, published, western

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from review.catalogue.entry import Entry
    from review.catalogue.importing.proposal import Proposal

    Read = Callable[..., Proposal]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Print a list and read it."""

    def printed(*parts: Part, notes: tuple[str, ...] = (), look: Look = PLAIN) -> Proposal:
        return read_national(published(tmp_path / "list.pdf", parts or SMALL, notes, look))

    return printed


def named(proposal: Proposal) -> dict[str, Entry]:
    return {entry.id: entry for entry in proposal.entries}


def test_every_part_of_a_list_is_read(read: Read) -> None:
    found = [(entry.id, entry.section, entry.official_no, entry.name) for entry in read().entries]
    assert found == [
        ("X1", "西药部分", "1", "样例拉唑"),
        ("X1.2", "西药部分", "★(1)", "样例拉唑"),
        ("X2", "西药部分", "2", "样例肝素"),
        ("Z1", "中成药部分", "1", "样例羌活丸(颗粒)"),
        ("Z2", "中成药部分", "2", "样例灵"),
        ("XT1", "谈判-西药", "1", "样例替片"),
        ("J1", "竞价药品", "1", "样例喷雾剂"),
        ("P1", "基金予以支付的中药饮片", "1", "一枝样"),
        ("P2", "基金予以支付的中药饮片", "2", "样参"),
        ("P3", "基金予以支付的中药饮片", "3", "小样香"),
        ("P4", "基金予以支付的中药饮片", "4", "样草"),
        ("N1", "不得纳入基金支付范围的中药饮片", "", "样胶"),
        ("N2", "不得纳入基金支付范围的中药饮片", "", "样龙(醋样龙、炮样龙)"),
        ("N3", "不得纳入基金支付范围的中药饮片", "", "样枣"),
        ("N4", "不得纳入基金支付范围的中药饮片", "", "样珍珠"),
        ("N5", "不得纳入基金支付范围的中药饮片", "", "各种样脏器和胎、鞭、尾"),
    ]


def test_a_row_says_its_class_form_limit_and_category(read: Read) -> None:
    proposal = read()
    entry = named(proposal)["X1.2"]
    assert (entry.payment_class, entry.dosage_form) == (PaymentClass.B, "注射剂")
    assert entry.remark == "限有十二指肠溃疡诊断患者的二线用药。"
    assert entry.category == "消化道和代谢方面的药物 > 治疗胃酸相关类疾病的药物 > 质子泵抑制剂"
    assert proposal.printed[1]["category_code"] == "XA02B"
    assert proposal.printed[1]["category_name"] == "质子泵抑制剂"
    assert proposal.printed[1]["class"] == "乙"
    assert named(proposal)["X2"].category == "血液和造血器官药"


def test_negotiated_drugs_keep_standard_and_term(read: Read) -> None:
    found = named(read())
    assert found["XT1"].payment_standard == "企业申请价格保密"
    assert found["XT1"].agreement == "2031年1月1日至2032年12月31日"
    assert found["J1"].payment_standard == "8.50元(2ml:15mg/支)"


def test_herbs_not_paid_alone_say_so(read: Read) -> None:
    found = named(read())
    alone = "单独使用时不予支付，且全部由这些饮片组成的处方也不予支付"
    assert found["P3"].remark == f"{alone}。"
    assert found["P2"].remark == f"{alone}；限临床危重患者抢救。"
    assert found["P1"].remark == ""


def test_classes_that_are_not_printed_follow_the_part(read: Read) -> None:
    proposal = read()
    assert named(proposal)["P1"].payment_class is PaymentClass.A
    assert named(proposal)["N1"].payment_class is PaymentClass.C
    assert [row["class"] for row in proposal.printed[-2:]] == ["", ""]
    assert "包括药材及炮制后的饮片" in named(proposal)["N3"].remark


def test_a_sound_list_has_no_faults_and_tells_its_counts(read: Read) -> None:
    proposal = read()
    assert proposal.faults == ()
    assert proposal.form == "national-list"
    assert proposal.head.title == "国家基本医疗保险药品目录（2031年）"
    assert proposal.head.region == "全国"
    assert any("西药部分 3" in note for note in proposal.notes)
    assert any("2031-01-01" in note for note in proposal.notes)


@pytest.mark.parametrize(
    "look",
    [
        Look(page=(500, 420)),
        Look(page=landscape(A5), repeat=True),
        Look(page=(1200, 1600)),
        Look(style=(("LEFTPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP"))),
        Look(style=(("BACKGROUND", (0, 0), (-1, -1), "#eeeeee"),)),
        Look(style=(("BOX", (0, 0), (-1, -1), 2, "#000000"),)),
    ],
    ids=["small", "headings-repeat", "huge", "close-set", "shaded", "framed"],
)
def test_pages_and_looks_change_no_row(read: Read, look: Look) -> None:
    assert read(look=look).entries == read().entries


def test_parts_in_another_order_give_the_same_rows(read: Read) -> None:
    turned = (*SMALL[2:4], *SMALL[4:], *SMALL[:2])
    found = {entry.id: entry for entry in read(*turned).entries}
    assert found == named(read())


@pytest.mark.parametrize("repeat", [True, False], ids=["headings-repeat", "headings-once"])
def test_a_list_of_many_pages_loses_no_row(read: Read, *, repeat: bool) -> None:
    proposal = read(many(180), look=Look(repeat=repeat))
    assert [entry.official_no for entry in proposal.entries] == [str(n) for n in range(1, 181)]
    assert int(proposal.printed[-1]["pdf_page"]) > 3
    assert proposal.faults == ()


def test_wrapped_words_of_a_cell_are_one(read: Read) -> None:
    long = "样例重组人粒细胞巨噬细胞刺激因子缓释控释微球注射用浓溶液复方制剂样例重组人粒细胞巨噬细胞刺激因子"
    limit = "限既往接受过治疗的患者。" * 12
    [entry] = read(western(("乙", "1", long, "缓释微球注射剂样例", limit))).entries
    assert (entry.name, entry.dosage_form, entry.remark) == (long, "缓释微球注射剂样例", limit)


def test_names_one_below_the_other_are_several(read: Read) -> None:
    proposal = read(western(("甲", "1", "硫酸样\n硫酸样Ⅰ型\n硫酸样Ⅱ型", "口服液体剂", "")))
    assert proposal.entries[0].name == "硫酸样、硫酸样Ⅰ型、硫酸样Ⅱ型"
    assert proposal.printed[0]["name"] == "硫酸样硫酸样Ⅰ型硫酸样Ⅱ型"


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_name_above(read: Read) -> None:
    [entry] = read(western(("甲", "1", "样例人胰岛素混合\n(30R)", "注射剂", ""))).entries
    assert entry.name == "样例人胰岛素混合(30R)"


def test_full_width_brackets_are_told_as_printed_and_narrowed_in_the_entry(read: Read) -> None:
    proposal = read(western(("甲", "1", "样例胶囊（Ⅱ）", "", ""), ("乙", "★（1）", "样例片", "", "")))
    assert [row["name"] for row in proposal.printed] == ["样例胶囊（Ⅱ）", "样例片"]
    assert proposal.printed[1]["official_no"] == "★（1）"
    assert [(entry.id, entry.official_no, entry.name) for entry in proposal.entries] == [
        ("X1", "1", "样例胶囊(Ⅱ)"),
        ("X1.2", "★(1)", "样例片"),
    ]


def test_a_row_cut_by_the_end_of_a_page_is_one_row(read: Read) -> None:
    limit = "限接受过至少一种治疗的成人患者；" * 60
    rows = (
        ("乙", "1", "样例甲片", "注射剂", "限成人。"),
        ("乙", "2", "样例乙片", "注射剂", limit),
        ("乙", "3", "样例丙片", "", ""),
    )
    proposal = read(western(*rows), look=Look(page=landscape(A5), cut=True))
    assert [entry.name for entry in proposal.entries] == ["样例甲片", "样例乙片", "样例丙片"]
    assert proposal.entries[1].remark == limit
    assert proposal.faults == ()


def test_cut_rows_under_repeated_headings_are_whole(read: Read) -> None:
    rows = [("乙", str(n), f"样例{n}号片", "注射剂", f"限样例{n}；" * (9 * n)) for n in range(1, 10)]
    proposal = read(western(*rows), look=Look(page=(700, 400), cut=True, repeat=True))
    assert [(entry.official_no, entry.name, entry.remark) for entry in proposal.entries] == [
        (number, name, remark) for _, number, name, _, remark in rows
    ]


def test_a_page_of_one_part_of_a_row_is_never_put_to_the_wrong_row(read: Read) -> None:
    letters = "甲乙丙丁戊己庚辛壬癸子"
    rows = [("乙", str(n), f"{c}片", "", f"限样{c}例；" * (9 * n)) for n, c in enumerate(letters, start=1)]
    proposal = read(western(*rows), look=Look(page=(420, 400), cut=True))
    assert proposal.stopped
    assert [entry.official_no for entry in proposal.entries] == [row[1] for row in rows]
    assert all(set(entry.remark) & set(letters) <= {c} for entry, c in zip(proposal.entries, letters, strict=True))


def test_the_last_row_may_end_on_a_page_of_its_own(read: Read) -> None:
    limit = "限接受过至少一种治疗的成人患者；" * 30
    proposal = read(
        western(("甲", "1", "样例甲", "", ""), ("乙", "2", "样例乙", "", limit)), look=Look(page=(700, 320), cut=True)
    )
    assert proposal.entries[1].remark == limit
    assert proposal.faults == ()


def test_a_part_nobody_knew_keeps_its_title_and_is_not_paid(read: Read) -> None:
    part = Part("样例备用药品部分", ("序号", "药品名称", "备注"), (("1", "样例一", ""), ("2", "样例二", "")))
    proposal = read(part)
    assert {entry.section for entry in proposal.entries} == {"样例备用药品部分"}
    assert {entry.payment_class for entry in proposal.entries} == {PaymentClass.C}
    [fault] = proposal.faults
    assert "2 条没有印甲、乙类，暂按丙类" in fault.said
    assert not fault.stops


def test_the_list_for_commercial_insurance_is_outside_the_fund(read: Read) -> None:
    part = Part("商业健康保险创新药品目录", INNOVATIVE, (("1", "样例回输注射液", "2031年1月1日至2032年12月31日"),))
    proposal = read(*SMALL, part)
    entry = proposal.entries[-1]
    assert (entry.section, entry.payment_class) == ("商业健康保险创新药品目录", PaymentClass.C)
    assert entry.agreement.startswith("2031年")
    assert proposal.faults == ()


def test_a_title_inside_the_table_opens_its_part(read: Read) -> None:
    rows = (
        ("甲", "1", "样例甲", "", ""),
        ("中成药部分", "", "", "", "", "", ""),
        WESTERN,
        ("甲", "1", "样例丸", "", ""),
    )
    merged = Look(style=(("SPAN", (0, 2), (-1, 2)), ("ALIGN", (0, 2), (-1, 2), "CENTER"), ("SPAN", (1, 3), (2, 3))))
    found = [(entry.id, entry.name) for entry in read(western(*rows), look=merged).entries]
    assert found == [("X1", "样例甲"), ("Z1", "样例丸")]


def test_a_table_under_a_remark_is_no_part_of_the_list(read: Read) -> None:
    first = replace(SMALL[2], remarks=("备注2：样例规格的阶梯价格方案如下：",))
    second = Part("", ("规格", "阶梯内单价", "计算举例"), (("1-10", "59.00", "1*59=59.00"),))
    proposal = read(first, second, SMALL[3])
    assert [entry.id for entry in proposal.entries] == ["XT1", "J1"]
    assert any("没有读入" in note for note in proposal.notes)


def test_a_sign_nobody_explains_stays_as_printed(read: Read) -> None:
    proposal = read(replace(SMALL[2], remarks=()))
    assert proposal.entries[0].payment_standard == "*"


def test_a_multiplication_sign_is_no_sign(read: Read) -> None:
    row = ("乙", "1", "样例贴", "8.68元(14cm*10cm)", "", "")
    [entry] = read(replace(SMALL[2], columns=AGREED, rows=(row,))).entries
    assert entry.payment_standard == "8.68元(14cm*10cm)"


NOTES = (
    "（一）西药部分、中成药部分所列药品：其中西药部分2个，中成药部分2个，协议期内谈判药品部分2个，共计6个。",
    "（三）中药饮片部分除列出基本医疗保险基金准予支付的品种4个外，同时列出了不得纳入基金支付的饮片范围。",
    "1.西药部分第2号“样例肝素”包括：样例肝素钠注射液、样例肝素钙注射液。",
    "（十四）参保人员使用西药部分第2-2号“血液”需经营养风险筛查，明确具有营养风险的住院患者方予支付。",
)


def test_the_notes_counts_members_and_limits_are_honoured(read: Read) -> None:
    proposal = read(notes=NOTES)
    entry = named(proposal)["X2"]
    assert entry.includes == "样例肝素钠注射液、样例肝素钙注射液"
    assert entry.remark == "需经营养风险筛查，明确具有营养风险的住院患者方予支付。"
    assert proposal.printed[2]["remark"] == ""
    assert proposal.faults == ()
    assert named(proposal)["X1"].remark == ""


def test_clauses_of_the_notes_open_no_part(read: Read) -> None:
    assert [entry.id for entry in read(notes=NOTES).entries] == [entry.id for entry in read().entries]


def test_fewer_rows_than_the_notes_count_stop_the_import(read: Read) -> None:
    notes = (NOTES[0].replace("西药部分2个，", "西药部分5个，"),)
    proposal = read(notes=notes)
    assert proposal.stopped
    assert "共 5 个，读到 2 个" in proposal.faults[0].said


def test_more_rows_than_the_notes_count_are_told(read: Read) -> None:
    proposal = read(notes=(NOTES[0].replace("中成药部分2个", "中成药部分1个"),))
    assert not proposal.stopped
    assert [fault.found for fault in proposal.faults] == ["2"]


def test_classes_that_do_not_add_up_are_told(read: Read) -> None:
    proposal = read(notes=("（二）西药甲类药品1个，中成药甲类药品2个，其余为乙类药品。",))
    [fault] = proposal.faults
    assert (fault.column, fault.found, fault.stops) == ("甲乙类", "1", False)
    assert "中成药部分甲类共 2 个" in fault.said


def test_a_list_without_notes_says_what_could_not_be_checked(read: Read) -> None:
    assert any("没有凡例" in note for note in read().notes)
    assert not any("没有凡例" in note for note in read(notes=NOTES).notes)


def test_a_limit_that_names_another_group_is_told(read: Read) -> None:
    [fault] = read(notes=(NOTES[3].replace("“血液”", "“胃肠外营养液”"),)).faults
    assert "第2-2号" in fault.said
    assert fault.found == "2"


def test_a_star_without_its_entry_is_told_with_its_page(read: Read) -> None:
    [fault] = read(western(("甲", "1", "样例甲", "", ""), ("乙", "★(7)", "样例乙", "", ""))).faults
    assert (fault.found, fault.column, fault.stops) == ("★(7)", "编号", False)
    assert fault.sheet == "第2页"


def test_a_number_printed_twice_without_a_star_is_told(read: Read) -> None:
    proposal = read(western(("甲", "1", "样例甲", "", ""), ("甲", "1", "样例乙", "", "")))
    assert [fault.found for fault in proposal.faults] == ["1", "1"]
    assert [entry.id for entry in proposal.entries] == ["X1", "X1.2"]


def test_gaps_in_the_numbers_are_told(read: Read) -> None:
    [fault] = read(western(("甲", "1", "样例甲", "", ""), ("甲", "4", "样例乙", "", ""))).faults
    assert fault.found == "2、3"


def test_a_row_without_a_number_stops_the_import(read: Read) -> None:
    rows = (("甲", "1", "样例甲", "", ""), ("甲", "", "样例乙", "", ""), ("甲", "2", "样例丙", "", ""))
    proposal = read(western(*rows))
    assert proposal.stopped
    assert "样例乙" in proposal.faults[0].found


def test_a_number_without_a_name_stops_the_import(read: Read) -> None:
    assert read(western(("甲", "1", "", "注射剂", ""))).stopped


def test_a_half_row_at_the_very_end_is_not_lost_silently(read: Read) -> None:
    proposal = read(western(("甲", "1", "样例甲", "", ""), ("", "", "样例乙", "", "")))
    assert any("样例乙" in fault.found and fault.stops for fault in proposal.faults)


def test_one_row_without_its_class_is_told(read: Read) -> None:
    proposal = read(western(("甲", "1", "样例甲", "", ""), ("", "2", "样例乙", "", "")))
    [fault] = proposal.faults
    assert fault.found == "2"
    assert proposal.entries[1].payment_class is PaymentClass.C


def test_a_mark_drawn_across_the_page_is_no_word_of_it(read: Read) -> None:
    assert read(look=Look(mark="样例水印不得转载")).entries == read().entries


def test_a_frame_around_the_page_changes_nothing(read: Read) -> None:
    assert read(look=Look(frame=True)).entries == read().entries


@pytest.mark.parametrize("foot", ["第 {} 页", "- {} -", "{}"])
def test_page_numbers_are_no_words_of_the_list(read: Read, foot: str) -> None:
    assert read(look=Look(foot=foot)).entries == read().entries


def test_a_glyph_the_face_does_not_have_is_told(read: Read) -> None:
    [fault] = read(western(("甲", "1", "样例\u2f09片", "", ""))).faults
    assert "没有对应的文字" in fault.said
    assert fault.found.startswith("1 样例")


def test_a_hyphen_at_the_end_of_a_line_stays(read: Read) -> None:
    limit = "限轻中度新型样例病毒感染的成年患者且样例(COVID-19)的成年患者使用样例(PD-L1)治疗。"
    found = [read(western(("乙", "1", "样例片", "", "样" * n + limit))).entries[0].remark for n in range(8)]
    assert found == ["样" * n + limit for n in range(8)]


def test_faults_beyond_those_kept_are_counted(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "KEPT", 3)
    proposal = read(western(*(("乙", f"★({n})", f"样例{n}号", "", "") for n in range(1, 9))))
    assert (len(proposal.faults), proposal.unkept) == (3, 5)


def test_words_between_tables_are_no_notes(read: Read) -> None:
    part = Part("西药部分", WESTERN, (("甲", "1", "样例甲", "", ""),), remarks=("使用说明", "样例文字"))
    second = Part("", WESTERN, (("甲", "2", "样例乙", "", ""),))
    assert [entry.official_no for entry in read(part, second).entries] == ["1", "2"]


@pytest.mark.parametrize("repeat", [True, False], ids=["headings-repeat", "headings-once"])
@pytest.mark.parametrize("head", ["国家基本医疗保险药品目录（2031年）", "西药部分", "药品目录"])
def test_a_head_that_runs_over_all_pages_opens_nothing(read: Read, head: str, *, repeat: bool) -> None:
    proposal = read(many(90), look=Look(head=head, repeat=repeat))
    assert {entry.section for entry in proposal.entries} == {"西药部分"}
    assert len(proposal.entries) == 90
    assert proposal.faults == ()


def test_a_running_title_leaves_the_notes_whole(read: Read) -> None:
    told = read(notes=NOTES, look=Look(head="国家基本医疗保险药品目录（2031年）"))
    assert told.entries == read(notes=NOTES).entries

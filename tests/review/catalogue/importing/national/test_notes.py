"""What the list's notes say in sentences is read from them, whatever the numbers of the year."""

from __future__ import annotations

from review.catalogue.importing.national.notes import Count, read_notes, signs


def test_counts_of_the_parts_are_read() -> None:
    notes = read_notes(
        [
            "其中西药部分1500个,中成药部分1400个(含民族药95个),协议期内",
            "谈判药品部分300个(含西药250个、中成药50个),共计3200个。",
        ]
    )
    assert notes.counts == (
        Count(("西药部分",), 1500),
        Count(("中成药部分",), 1400),
        Count(("谈判-西药", "谈判-中成药", "竞价药品", "谈判药品"), 300),
    )


def test_herbs_are_counted_by_their_kinds() -> None:
    notes = read_notes(["中药饮片部分除列出基本医疗保险、工伤保险和", "生育保险基金准予支付的品种900个外,同时列出了"])
    assert notes.counts == (Count(("基金予以支付的中药饮片",), 900),)


def test_members_of_a_group_are_read_across_lines() -> None:
    notes = read_notes(
        ["1.西药部分第20号“缓解样例症状的复方制剂”包括:样例甲片、样", "例乙胶囊。2.中成药部分第7号“样丸”包括:丙丸。"]
    )
    assert notes.members == {("西药部分", 20): ("样例甲片", "样例乙胶囊"), ("中成药部分", 7): ("丙丸",)}


def test_what_a_group_means_without_members_is_no_member() -> None:
    assert read_notes(["2.西药部分第777号“抗样病用药”是指国家免费治疗方案内的药品。"]).members == {}


def test_the_limit_of_a_group_holds_for_its_numbers_alone() -> None:
    notes = read_notes(["(十四)参保人员使用西药部分第30-35号“样营养液”需经营养风险筛查,方予支付。"])
    assert notes.limits_of("西药部分", 30) == notes.limits_of("西药部分", 35) == ("需经营养风险筛查，方予支付。",)
    assert notes.limits_of("西药部分", 36) == notes.limits_of("中成药部分", 30) == ()


def test_no_notes_say_nothing() -> None:
    notes = read_notes([])
    assert (notes.counts, notes.members, notes.limits, notes.present) == ((), {}, (), False)


def test_signs_of_standards_mean_what_the_remark_says() -> None:
    assert signs(["备注1:企业申请价格保密的,医保支付标准一栏标识为*。", "备注2:样例。"]) == {"*": "企业申请价格保密"}
    assert signs(["备注:样例的,备注一栏标识为#。"]) == {}


def test_kinds_of_class_a_are_counted() -> None:
    notes = read_notes(["(二)西药甲类药品393个,中成药甲类药品246个,其余为乙类药品。"])
    assert notes.counts == (Count(("西药部分",), 393, "甲"), Count(("中成药部分",), 246, "甲"))

"""Rule tables: what they are is told by their own words; every row is loaded, or listed with why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.errors import InputError
from review.rules.rule import RuleKind, Subject
from review.rules.tables import read_rules, read_rules_apart
from tests.rule_tables import drug_code, plain_table, published_table, services_table
from tests.workbooks import a_book

if TYPE_CHECKING:
    from pathlib import Path

    from review.rules.proposal import RuleProposal

GIRLS = ["样例调经丸", "样例说明", "限定性别对象", "女"]
SERVICE = "0011020000{:05d}".format


def accounted(proposal: RuleProposal) -> bool:
    """Whether every row was loaded or is listed once with why not."""
    left = [(fault.sheet, fault.row) for fault in proposal.faults if fault.left_out]
    return len(left) == len(set(left)) and proposal.batch.rows == proposal.batch.loaded + len(left)


def told(proposal: RuleProposal) -> list[tuple[int, str]]:
    return [(fault.row, fault.said) for fault in proposal.faults]


def test_a_plain_table_gives_rules_with_their_codes(tmp_path: Path) -> None:
    codes = [["样例调经丸", n, drug_code(n), "限定性别对象"] for n in (1, 2)]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, codes=codes))
    (rule,) = proposal.rules
    assert (rule.kind, rule.subject, rule.value) == (RuleKind.SEX, Subject.DRUG, "女")
    assert rule.codes == (drug_code(1), drug_code(2))
    assert (proposal.batch.rows, proposal.batch.loaded, proposal.faults) == (3, 3, ())
    assert rule.id == f"{proposal.batch.id}/2"


def test_what_a_table_is_its_rows_say_and_not_its_file(tmp_path: Path) -> None:
    proposal = read_rules(plain_table(tmp_path / "药品规则库(限定年龄对象).xlsx", GIRLS))
    assert [rule.kind for rule in proposal.rules] == [RuleKind.SEX]


def test_one_table_may_hold_rules_of_several_kinds(tmp_path: Path) -> None:
    rows = (GIRLS, ["样例退热口服液", "", "限定年龄对象", "儿童"], ["样例注射液", "", "限定机构等级", "二级"])
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", *rows))
    assert [rule.kind for rule in proposal.rules] == [RuleKind.SEX, RuleKind.AGE, RuleKind.LEVEL]


def test_a_table_as_published_is_read_below_its_titles(tmp_path: Path) -> None:
    head = ["序号", "药品通用名", "检出逻辑", "逻辑依据", "知识点对应药品代码数量"]
    codes: list[list[Any]] = [[], ["知识点对应药品代码"], ["对应知识点序号", "药品通用名", "序号", "药品代码"]]
    codes += [[1, "样例甲片", 1, drug_code(1)], ["", "", 2, drug_code(2)], [2, "样例乙片", 1, drug_code(3)]]
    rows = ([1, "样例甲片", "参保人年龄超出儿童年龄限制", "用于小儿。", 2], [2, "样例乙片", "同上", "用于小儿。", 1])
    path = published_table(tmp_path / "甲.xlsx", "药品儿童专用", head, *rows, 药品代码=codes)
    proposal = read_rules(path)
    assert [(r.kind, r.value, r.codes) for r in proposal.rules] == [
        (RuleKind.AGE, "儿童", (drug_code(1), drug_code(2))),
        (RuleKind.AGE, "儿童", (drug_code(3),)),
    ]
    assert [said for _, said in told(proposal)] == ["合计或备注行，不是规则。"] * 2
    assert accounted(proposal)


@pytest.mark.parametrize(
    ("rule", "logic", "kind", "value"),
    [
        ("药品限工伤保险", "参保人险种不符合", RuleKind.SCHEME, "工伤"),
        ("药品限生育保险", "参保人险种不符合", RuleKind.SCHEME, "生育"),
        ("药品限就医方式", "限急诊或住院患者。", RuleKind.PLACE, "住院、急诊"),
        ("药品限医疗机构级别", "限二级及以上医疗机构癌症患者。", RuleKind.LEVEL, "二级"),
        ("药品区分性别使用", "限女性使用，参保人为男性", RuleKind.SEX, "女"),
        ("药品限就医方式", "门诊参保人使用了限住院的药品", RuleKind.PLACE, "住院"),
        ("药品限医疗机构级别", "一级医疗机构使用了限二级及以上医疗机构的药品", RuleKind.LEVEL, "二级"),
        ("药品限工伤保险", "职工参保人使用了限工伤的药品", RuleKind.SCHEME, "工伤"),
        ("药品儿童专用", "参保人年龄超出新生儿年龄限制", RuleKind.AGE, "新生儿"),
    ],
)
def test_titles_and_grounds_tell_what_no_column_says(
    tmp_path: Path, rule: str, logic: str, kind: RuleKind, value: str
) -> None:
    head = ["序号", "药品通用名", "检出逻辑"]
    (found,) = read_rules(published_table(tmp_path / "甲.xlsx", rule, head, [1, "样例片", logic])).rules
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("said", "days"),
    [("14天", 14), ("支付不超过2周。", 14), ("支付不超过12个月", 360), ("支付不超过一年，每周最多支付一次。", 365)],
)
def test_courses_are_read_in_days(tmp_path: Path, said: str, days: int) -> None:
    (rule,) = read_rules(plain_table(tmp_path / "甲.xlsx", ["样例注射液", "", "限定支付疗程", said])).rules
    assert (rule.kind, rule.limit) == (RuleKind.COURSE, days)


def test_times_a_day_and_in_a_period(tmp_path: Path) -> None:
    daily = services_table(
        tmp_path / "甲.xlsx",
        ["序号", "项目名称", "限制数量", "数量单位", "项目编码"],
        [1, "样例监测", 24, "小时", SERVICE(1)],
    )
    spread = services_table(
        tmp_path / "乙.xlsx", ["项目名称", "频次上限", "疗程周期", "项目代码"], ["样例评定", 1, 14, SERVICE(2)]
    )
    spoken = services_table(
        tmp_path / "丙.xlsx", ["项目名称", "备注"], ["样例训练", "每周最多支付一次"], sheet="限周期"
    )
    assert [(r.limit, r.unit) for r in read_rules(daily).rules] == [(24, "小时")]
    assert [(r.kind, r.limit, r.days) for path in (spread, spoken) for r in read_rules(path).rules] == [
        (RuleKind.PERIOD, 1, 14),
        (RuleKind.PERIOD, 1, 7),
    ]


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (["诊疗项目名称", "适用性别", "医保项目编码"], ["样例造影", "限女性", SERVICE(1)], (RuleKind.SEX, "女", None)),
        (["项目名称", "每日限制次数", "单位", "编码"], ["样例监测", "2次/日", "", ""], (RuleKind.FREQUENCY, "", 2)),
        (["项目\n名称", "频次上限（次）", "周期(天)"], ["样例评定", "1次", "7天"], (RuleKind.PERIOD, "", 1)),
        (["药品名称(通用名)", "限制年龄"], ["样例片", "6-17岁"], (RuleKind.AGE, "6-17岁", None)),
    ],
)
def test_headings_in_other_words_are_understood(
    tmp_path: Path, head: list[str], row: list[str], said: tuple[object, ...]
) -> None:
    (rule,) = read_rules(services_table(tmp_path / "甲.xlsx", head, row)).rules
    assert (rule.kind, rule.value, rule.limit) == said


def test_what_cannot_be_read_is_quoted_from_its_own_cell(tmp_path: Path) -> None:
    row = ["样例监测", SERVICE(1), "很多"]
    proposal = read_rules(services_table(tmp_path / "甲.xlsx", ["项目名称", "项目编码", "限定频次"], row))
    assert not proposal.rules
    assert any("看不出每日限多少：“很多”" in fault.said for fault in proposal.faults)


@pytest.mark.parametrize("title", ["规则表", "药品名称明细", "附件1：药品代码"])
def test_a_short_title_is_no_heading(tmp_path: Path, title: str) -> None:
    rows: list[list[Any]] = [["序号", "药品通用名", "限定性别", "检出逻辑"], [1, "样例片", "女", ""]]
    (rule,) = read_rules(services_table(tmp_path / "甲.xlsx", [title], *rows)).rules
    assert (rule.name, rule.value) == ("样例片", "女")


def test_headings_of_two_rows_are_read_together(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["", "名称", "编码", "名称", "编码", ""],
        [1, "样例全套", SERVICE(1), "样例甲", SERVICE(2), "单日"],
    ]
    head = ["序号", "主项", "", "从项", "", "时间区间"]
    (rule,) = read_rules(services_table(tmp_path / "甲.xlsx", head, *rows)).rules
    assert (rule.name, rule.codes, rule.other_name, rule.other_codes) == (
        *("样例全套", (SERVICE(1),)),
        *("样例甲", (SERVICE(2),)),
    )


def test_what_forbids_is_not_read_as_what_allows(tmp_path: Path) -> None:
    head = ["序号", "药品通用名", "检出逻辑"]
    proposal = read_rules(published_table(tmp_path / "甲.xlsx", "药品儿童禁用", head, [1, "样例片", "参保人为儿童"]))
    assert proposal.rules == ()
    assert "只能由人判断" in proposal.faults[0].said


def test_pairs_are_read_with_their_span(tmp_path: Path) -> None:
    head = ["序号", "时间区间", "项目A名称", "项目A代码", "项目B名称", "项目B代码"]
    rows = [[1, "单日", "样例全套", SERVICE(1), "样例甲", SERVICE(2)], [2, "6小时", "样例全套", "", "样例乙", ""]]
    first, second = read_rules(services_table(tmp_path / "甲.xlsx", head, *rows)).rules
    assert (first.span, first.other_name, first.other_codes) == ("day", "样例甲", (SERVICE(2),))
    assert (second.span, second.limit, second.unit) == ("hours", 6, "小时")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["样例片", "", "限定科室", "内科"], "限定类型“限定科室”不认识"),
        (["样例片", "", "药品限适应症", "肺炎"], "只能由人判断"),
        (["样例片", "", "限定性别对象", "男女"], "看不出限定的性别"),
        (["样例片", "", "限定年龄对象", "青壮年"], "看不出限定的年龄"),
        (["样例片", "", "限定机构等级", "甲级"], "看不出限定的机构等级"),
        (["样例片", "", "限定支付疗程", "遵医嘱"], "看不出支付多少天"),
        (["样例片", "", "限定支付疗程", "0天"], "不是合理的数目"),
        (["样例片", "", "限定性别对象", "女性禁用"], "看不出限定的性别"),
        (["样例片", "", "限定机构等级", "二级及以下"], "看不出限定的机构等级"),
        (["样例片", "", "药品儿童禁用", "儿童"], "只能由人判断"),
        (["", "", "限定性别对象", "女"], "没有名称"),
        (["样例片", "", "", "女"], "看不出是哪一种规则"),
    ],
)
def test_a_row_that_cannot_be_read_is_listed_with_its_place(tmp_path: Path, row: list[Any], said: str) -> None:
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, row))
    (fault,) = proposal.faults
    assert (fault.sheet, fault.row, fault.left_out) == ("Sheet1", 3, True)
    assert said in fault.said
    assert (len(proposal.rules), accounted(proposal), proposal.stopped) == (1, True, False)


def test_a_list_of_codes_whose_kind_says_all_needs_no_other_table(tmp_path: Path) -> None:
    head = ["药品通用名", "药品代码"]
    rows = [["样例片", drug_code(1)], ["样例片", drug_code(2)]]
    path = services_table(tmp_path / "甲.xlsx", head, *rows, sheet="药品限工伤保险")
    (rule,) = read_rules(path).rules
    assert (rule.kind, rule.value, rule.codes) == (RuleKind.SCHEME, "工伤", (drug_code(1), drug_code(2)))


def test_a_code_listed_twice_is_told(tmp_path: Path) -> None:
    codes = [["样例调经丸", n, drug_code(1), "限定性别对象"] for n in (1, 2)]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, codes=codes))
    assert told(proposal) == [(3, "这个编码重复列出。")]
    assert accounted(proposal)


def test_headings_repeated_on_a_later_page_are_no_row(tmp_path: Path) -> None:
    head = ["药品通用名", "药品说明", "限定类型", "限定对象"]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, head, ["样例片", "", "限定性别对象", "男"]))
    assert (len(proposal.rules), proposal.batch.rows, proposal.faults) == (2, 2, ())


def test_a_sheet_without_headings_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    head = ["药品通用名", "限定性别"]
    a_book(tmp_path / "甲.xlsx", {"说明": [["本表由样例单位整理"]], "表": [head, ["样例片", "女"]], "空": []})
    proposal = read_rules(tmp_path / "甲.xlsx")
    assert [rule.name for rule in proposal.rules] == ["样例片"]
    assert [(fault.sheet, fault.left_out, fault.stops) for fault in proposal.faults] == [("说明", False, False)]


def test_contradicting_rows_are_both_left_out(tmp_path: Path) -> None:
    against = [*GIRLS[:3], "男"]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, against, ["样例片", "", "限定性别对象", "男"]))
    assert [rule.name for rule in proposal.rules] == ["样例片"]
    assert [row for row, _ in told(proposal)] == [2, 3]
    assert "与第3行对同一条目的规定互相矛盾" in proposal.faults[0].said
    assert accounted(proposal)


def test_pairs_that_contain_each_other_are_both_left_out(tmp_path: Path) -> None:
    head = ["频度", "主项名称", "从项名称"]
    rows = [["单日", "样例甲术", "样例乙术"], ["单日", "样例乙术", "样例甲术"], ["单日", "样例甲术", "样例丙术"]]
    proposal = read_rules(services_table(tmp_path / "甲.xlsx", head, *rows, sheet="项目重复收费"))
    assert [rule.other_name for rule in proposal.rules] == ["样例丙术"]
    assert accounted(proposal)


def test_a_row_told_twice_is_loaded_once(tmp_path: Path) -> None:
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, GIRLS))
    assert len(proposal.rules) == 1
    assert told(proposal) == [(3, "与第2行重复。")]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("12345", "对不上任何"),
        (SERVICE(1), "所属的名称不在规则表中"),
        ("=1/0", "没有编码"),
        (1.5e19, "数字已经丢失"),
    ],
)
def test_codes_that_match_nothing_are_listed(tmp_path: Path, code: Any, said: str) -> None:
    codes = [["别的药", 1, code, "限定性别对象"]]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", GIRLS, codes=codes))
    (fault,) = proposal.faults
    assert (fault.sheet, fault.row) == ("Sheet2", 2)
    assert said in fault.said
    assert accounted(proposal)


def test_a_code_under_contradicting_rules_is_used_for_neither(tmp_path: Path) -> None:
    rows = (GIRLS, ["样例壮阳丸", "", "限定性别对象", "男"])
    codes = [[name, 1, drug_code(1), "限定性别对象"] for name in ("样例调经丸", "样例壮阳丸")]
    proposal = read_rules(plain_table(tmp_path / "甲.xlsx", *rows, codes=codes))
    assert [rule.codes for rule in proposal.rules] == [(), ()]
    assert "互相矛盾" in proposal.faults[0].said


def test_a_service_code_kept_as_a_number_gets_its_zeros_back(tmp_path: Path) -> None:
    head = ["项目名称", "限定性别", "项目编码"]
    (rule,) = read_rules(services_table(tmp_path / "甲.xlsx", head, ["样例造影", "女", 2101030300000])).rules
    assert rule.codes == ("002101030300000",)


def test_names_merged_over_several_rows_hold_for_each(tmp_path: Path) -> None:
    head = ["项目名称", "限定性别", "项目编码"]
    rows = [["样例造影", "女", SERVICE(1)], ["", "女", SERVICE(2)], ["", "女", SERVICE(3)]]
    book = a_book(tmp_path / "甲.xlsx", {"表": [head, *rows]})
    book["表"].merge_cells("A2:A4")
    book.save(tmp_path / "甲.xlsx")
    (rule,) = read_rules(tmp_path / "甲.xlsx").rules
    assert rule.codes == (SERVICE(1), SERVICE(2), SERVICE(3))


def test_a_number_of_codes_that_does_not_hold_is_told(tmp_path: Path) -> None:
    head = ["序号", "药品通用名", "限定性别", "知识点对应药品代码数量"]
    codes = [["对应知识点序号", "药品通用名", "药品代码"], [1, "样例片", drug_code(1)]]
    path = published_table(tmp_path / "甲.xlsx", "药品区分性别使用", head, [1, "样例片", "女", 3], 代码=codes)
    assert any("写有3个编码，列出的是1个" in said for _, said in told(read_rules(path)))


@pytest.mark.parametrize(
    "rows",
    [
        [["随便", "什么"], ["一", "二"]],
        [["药品通用名", "国标代码"], ["样例片", drug_code(1)]],
        [["药品通用名", "限定性别"]],
    ],
)
def test_a_file_without_rules_stops_and_says_so(tmp_path: Path, rows: list[list[str]]) -> None:
    a_book(tmp_path / "甲.xlsx", {"表": rows})
    proposal = read_rules(tmp_path / "甲.xlsx")
    assert proposal.rules == ()
    assert proposal.stopped
    assert accounted(proposal)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"%PDF-1.7 x", b"\x89PNG\r\n", b"<html></html>"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "甲.xlsx").write_bytes(content)
    with pytest.raises(InputError) as refused:
        read_rules(tmp_path / "甲.xlsx")
    assert refused.value.advice


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_rules(tmp_path / "没有.xlsx")


def test_a_csv_file_is_a_table_too(tmp_path: Path) -> None:
    (tmp_path / "甲.csv").write_text("药品通用名,限定类型,限定对象\n样例调经丸,限定性别对象,女\n", encoding="gb18030")
    assert [rule.value for rule in read_rules(tmp_path / "甲.csv").rules] == ["女"]


def test_a_file_is_read_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = plain_table(tmp_path / "甲.xlsx", GIRLS)
    assert read_rules_apart(path) == read_rules(path)


def test_a_refusal_comes_back_from_the_process(tmp_path: Path) -> None:
    (tmp_path / "甲.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError) as refused:
        read_rules_apart(tmp_path / "甲.xlsx")
    assert refused.value.code == "no-rules"

"""Whatever rows a table holds, each is loaded or listed once, and the rules that come of it can be used."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from review.rules.book import rule_book
from review.rules.saying import said
from review.rules.tables import read_rules
from tests.rule_tables import drug_code
from tests.workbooks import a_book

HEADS = (
    ["药品通用名", "限定类型", "限定对象"],
    ["序号", "项目名称", "限制数量", "数量单位", "项目编码"],
    ["项目名称", "频次上限", "疗程周期", "备注", "项目代码"],
    ["序号", "频度", "主项名称", "主项编码", "从项名称", "从项编码", "备注"],
    ["对应知识点序号", "药品通用名", "药品代码"],
    ["药品通用名", "药品代码", "限定性别"],
)
CELLS = st.sampled_from(
    [
        *("", "样例甲片", "样例乙片", "样例丙术", "Ⅱ级护理", "合计", "备注：无", "序号", "药品通用名"),
        *(
            "限定性别对象",
            "限定年龄对象",
            "限定支付疗程",
            "周期超频次",
            "药品限适应症",
            "男",
            "女",
            "儿童",
            "6-17岁",
            "老年人禁用",
        ),
        *(
            "二级",
            "住院",
            "工伤",
            "14天",
            "每周最多支付一次",
            "0",
            "1",
            "24",
            "-3",
            "1.5",
            "99999999",
            "单日",
            "6小时",
            "小时",
            "日",
        ),
        *(drug_code(1), drug_code(2), "001102000050000", "1102000050000", "ABC", "=1+1", "\u200b", "锟斤拷", "1e9"),
    ]
)
TABLES = st.tuples(st.sampled_from(HEADS), st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=12))


@settings(max_examples=150)
@given(table=TABLES, above=st.lists(CELLS, max_size=3))
def test_every_row_is_loaded_or_listed_once(table: tuple[list[str], list[list[str]]], above: list[str]) -> None:
    head, rows = table
    with TemporaryDirectory() as folder:
        path = Path(folder) / "规则.csv"
        with path.open("w", encoding="utf-8", newline="") as sink:
            csv.writer(sink).writerows([*([cell] for cell in above), head, *rows])
        proposal = read_rules(path)
    left = [(fault.sheet, fault.row) for fault in proposal.faults if fault.left_out]
    assert len(left) == len(set(left)) == proposal.batch.rows - proposal.batch.loaded
    assert proposal.stopped or proposal.rules
    book = rule_book([proposal.batch], proposal.rules)
    assert all(said(rule) and book.rules_for("", None, rule.name) for rule in proposal.rules)


@settings(max_examples=25)
@given(tables=st.lists(TABLES, min_size=2, max_size=3))
def test_rows_of_several_sheets_are_told_apart(tables: list[tuple[list[str], list[list[str]]]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "规则.xlsx"
        a_book(path, {f"表{n}": [head, *rows] for n, (head, rows) in enumerate(tables)})
        proposal = read_rules(path)
    left = [(fault.sheet, fault.row) for fault in proposal.faults if fault.left_out]
    assert len(left) == len(set(left)) == proposal.batch.rows - proposal.batch.loaded
    assert len({rule.id for rule in proposal.rules}) == len(proposal.rules)

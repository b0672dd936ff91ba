"""What one article implies and a whole statement does not hold is a clue."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.implied import implied
from review.checks.lines.line_words import pairs
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]


def found(context: Context, *names: str, total: str = "", standing: Standing = Standing.READ) -> list[Finding]:
    """What the check says of a statement with these articles and many days in bed, and of the receipt for it."""
    lines = [a_line(name, amount="100.00", standing=standing) for name in (*names, *["床位费"] * 15)]
    receipt = a_receipt(total_amount=total or str(Decimal("100.00") * len(lines)))
    return list(implied(a_claim(receipt, a_statement(*lines)), context()))


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("全身麻醉", "血细胞分析"), "anaesthesia-alone"),
        (("腹腔镜下胆囊切除术", "血细胞分析"), "operation-without-anaesthesia"),
        (("药物洗脱冠脉支架", "心电图检查"), "implant-alone"),
        (("人工全髋关节置换术", "全身麻醉"), "joint-without-implant"),
        (("永久起搏器安置术", "局部浸润麻醉"), "pacemaker-without-device"),
        (("经皮冠状动脉内支架置入术(STENT)", "冠状动脉造影术"), "stent-without-device"),
        (("白内障超声乳化摘除术+人工晶体植入术", "表面麻醉"), "lens-without-device"),
        (("静脉输液", "床位费"), "infusion-without-drug"),
        (("悬浮红细胞", "床位费"), "red-cells-without-matching"),
    ],
)
def test_one_without_the_other_is_a_clue(context: Context, names: tuple[str, ...], code: str) -> None:
    (finding,) = found(context, *names)
    assert (finding.code, finding.severity) == (code, Severity.CLUE)
    assert names[0] in finding.message


@pytest.mark.parametrize(
    "names",
    [
        ("全身麻醉", "腹腔镜下胆囊切除术"),
        ("全身麻醉", "无痛胃镜检查"),
        ("全身麻醉(每增加1小时加收)", "椎管内麻醉", "子宫肌瘤剔除术"),
        ("腹腔镜下胆囊切除术", "丙泊酚乳状注射液"),
        ("子宫切除术后护理", "床位费"),
        ("药物洗脱冠脉支架", "经皮冠状动脉内支架置入术(STENT)"),
        ("人工全髋关节置换术", "股骨柄", "腰麻"),
        ("经皮冠状动脉内支架置入术(STENT)", "雷帕霉素药物洗脱支架"),
        ("白内障超声乳化摘除术+人工晶体植入术", "折叠式人工晶状体", "表面麻醉"),
        ("静脉输液", "氯化钠注射液"),
        ("一次性使用静脉输液器", "床位费"),
        ("悬浮红细胞", "交叉配血试验"),
        ("红细胞计数", "床位费"),
    ],
)
def test_what_belongs_together_is_silent(context: Context, names: tuple[str, ...]) -> None:
    assert not found(context, *names)


def test_a_statement_that_does_not_add_up_to_the_receipt_is_left_alone(context: Context) -> None:
    assert not found(context, "全身麻醉", total="2500.00")


def test_a_summary_beside_the_daily_list_is_whole_by_itself(context: Context) -> None:
    lines = [a_line(name, amount="100.00") for name in ("全身麻醉", *["床位费"] * 15)]
    short = a_statement(a_line("全身麻醉", amount="100.00"), a_line("床位费", amount="1500.00"))
    claim = a_claim(a_receipt(total_amount="1600.00"), a_statement(*lines), short)
    assert [f.code for f in implied(claim, context())] == ["anaesthesia-alone"]


def test_names_in_doubt_wait(context: Context) -> None:
    assert not found(context, "全身麻醉", standing=Standing.DOUBTFUL)


def test_what_was_given_back_implies_nothing(context: Context) -> None:
    lines = [a_line("床位费", amount="20.00") for _ in range(15)]
    claim = a_claim(a_receipt(total_amount="200.00"), a_statement(*lines, a_line("全身麻醉", amount="-100.00")))
    assert not list(implied(claim, context()))


@pytest.mark.parametrize("amount", ["", "一百", "NaN"])
def test_unreadable_amounts_leave_the_statement_alone(context: Context, amount: str) -> None:
    lines = [a_line("床位费", amount=amount), *(a_line("全身麻醉", amount="5.00") for _ in range(20))]
    claim = a_claim(a_receipt(), a_statement(*lines))
    assert not list(implied(claim, context()))


def test_a_claim_with_nothing_but_a_receipt_is_silent(context: Context) -> None:
    receipt = a_receipt(*(a_line("全身麻醉", amount="5.00") for _ in range(20)))
    assert not list(implied(a_claim(receipt), context()))


def test_a_package_in_few_lines_is_left_alone(context: Context) -> None:
    lines = [a_line("子宫下段剖宫产术", amount="3900.00"), a_line("床位费", amount="100.00")]
    claim = a_claim(a_receipt(total_amount="4000.00"), a_statement(*lines))
    assert not list(implied(claim, context()))


def test_every_pair_has_its_own_code_and_words() -> None:
    codes = [pair.code for pair in pairs()]
    assert len(codes) == len(set(codes))
    assert all(pair.title and pair.message for pair in pairs())

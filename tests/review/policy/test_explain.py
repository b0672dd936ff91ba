"""Every step can be redone with a pocket calculator: formula, figures, parameter, clause; the year with its source."""

from __future__ import annotations

from dataclasses import replace

from review.claim.claim import AccountSum, YearToDate
from review.packs.stated import Parameter
from review.policy.explain import MOST, Audience, chapters, explain, figure, inputs_told, rested_on
from review.policy.year_words import account_title, standing, year_sums
from tests.review.policy.ladders import STEPS, a_layer, a_settlement, a_step, yuan


def test_the_auditor_reads_every_step_with_its_basis() -> None:
    told = "\n".join(explain(a_settlement()))
    assert "5. 统筹基金支付 12,600.00 元 = 甲 × 乙" in told
    assert "依据：支付比例 60%，2025-01-01 起，甲发〔2025〕1号 第三条（未经确认）" in told
    assert "【合计】" in told


def test_the_auditor_reads_which_accumulators_were_used_and_where_they_came_from() -> None:
    before = YearToDate(stays=1, basic_fund=yuan(4000), source="平台导入 2026-03-01（批次 3）")
    told = explain(a_settlement(before=before))
    assert "年度累计（本次之前）：住院 1 次，统筹基金 4,000.00" in told
    assert "累计数来源：平台导入 2026-03-01（批次 3）" in told
    assert "累计数来源：未注明" in explain(a_settlement())


def test_steps_are_cut_into_chapters_without_losing_one() -> None:
    cut = chapters(a_settlement())
    assert [chapter.title for chapter in cut] == ["费用归类", "基本医保", "大病（大额）", "合计"]
    assert tuple(step for chapter in cut for step in chapter.steps) == STEPS
    assert [number for chapter in cut for number, _ in chapter.numbered] == list(range(1, len(STEPS) + 1))


def test_a_layer_of_a_pack_is_a_chapter_of_its_own() -> None:
    layers = tuple(a_layer(name, title, 0) for name, title in (("first", "补充一"), ("second", "补充二")))
    steps = tuple(a_step(f"{layer.id}_{part}", 0) for layer in layers for part in ("base", "threshold", "fund"))
    cut = chapters(a_settlement(layers=layers, trace=steps))
    assert [(chapter.title, len(chapter.steps)) for chapter in cut] == [("补充一", 3), ("补充二", 3)]


def test_a_step_over_many_lines_says_how_many_there_are() -> None:
    many = a_step("total", 1, **{f"药{n}": "1.00" for n in range(300)})
    assert inputs_told(many).count("药") == MOST
    assert inputs_told(many).endswith("……共 300 项")
    assert inputs_told(a_step("total", 1)) == ""


def test_inputs_read_as_people_write_them() -> None:
    told = inputs_told(a_step("basic_fund", 1, 第一段="21000.00 × 0.60", 比例="0.2", 单价="1234.5678"))
    assert told == "第一段 21,000.00 × 60%；比例 0.2；单价 1234.5678"


def test_ratios_become_percentages_and_additions_points() -> None:
    def shown(name: str, value: str) -> str:
        return figure(Parameter(name=name, value=value, since="", document="", clause=""))

    assert shown("支付比例", "0.6") == "60%"
    assert shown("大病保险", "0.60") == "60%"
    assert shown("起付线", "600") == "600"
    assert shown("异地负担比例", "0") == "0%"
    assert shown("支付比例", "0 起 0.60、30000 起 0.65") == "0 起 60%、30000 起 65%"
    assert shown("退休加成", "+0.03") == "+3 个百分点"


def test_the_insured_read_a_few_plain_sentences() -> None:
    told = explain(a_settlement(medical_aid_fund=400, fund_total=13000, personal=17000), Audience.INSURED)
    assert told[0].startswith("这次就医一共花了 30,000.00 元")
    assert "减：医疗救助 400.00 元（在统筹基金之后又付的）" in told
    assert not any("依据" in line for line in told)
    assert len(told) < 20


def test_accounts_of_a_pack_have_titles_and_stand_beside_the_contracts_sums() -> None:
    year = YearToDate(stays=2, accounts=(AccountSum("extra.fund", yuan(5)), AccountSum("outpatient.fund", yuan(120))))
    sums = tuple(year_sums(a_settlement(after=year, layers=(a_layer("extra", "2579 补充", 5),))))
    assert ("门诊统筹已付", yuan(0), yuan(120)) in sums
    assert ("2579 补充 已付", yuan(0), yuan(5)) in sums
    assert (
        standing(2, ((title, then) for title, _, then in sums)) == "住院 2 次，2579 补充 已付 5.00，门诊统筹已付 120.00"
    )
    assert account_title("x.y") == "x y"


def test_a_step_that_rests_on_several_figures_names_them_all() -> None:
    points = Parameter(name="退休加成", value="+0.03", since="2025-01-01", document="乙发", clause="第四条")
    step = replace(a_step("basic_fund", 1, "0.60"), more=(points,))
    assert [used.name for used in rested_on(step)] == ["支付比例", "退休加成"]
    assert any("乙发 第四条" in line for line in explain(a_settlement(trace=(step,))))

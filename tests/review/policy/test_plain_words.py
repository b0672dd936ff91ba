"""The insured read in plain words what was paid and why the rest was not, and the figures add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from review.claim.claim import Care, Filing, Region
from review.packs.stated import PackUsed
from review.policy.plain_words import GROUPS, LONGEST, PlainWords, plain_words
from review.policy.settlement import Settlement
from tests.review.policy.ladders import LINES, STEPS, a_layer, a_line, a_settlement, a_step, yuan


def words_of(words: PlainWords) -> str:
    told = [one.words for one in words.paid] + [one.words for one in words.reasons]
    return "".join([words.opening, *told, *words.notes])


def own(words: PlainWords) -> Decimal:
    """What the person bears by the account."""
    return sum((one.amount for one in words.reasons), Decimal(0)) - sum(
        (one.amount for one in words.relief), Decimal(0)
    )


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"serious_illness_fund": 3000, "medical_aid_fund": 500, "fund_total": 16100, "personal": 13900},
        {"already_paid": 4000, "copay": 4400, "personal": 13400},
        {"already_paid": 4000, "personal": 13400},
        {"over_ceiling": 1000, "copay": 7400},
    ],
)
def test_reasons_less_relief_are_what_the_person_bears(changes: dict[str, int]) -> None:
    settlement = a_settlement(**changes)
    assert own(plain_words(settlement)) == settlement.personal


def test_the_opening_says_total_fund_and_own_share() -> None:
    opening = plain_words(a_settlement()).opening
    assert all(figure in opening for figure in ("30,000.00", "12,600.00", "17,400.00"))
    assert "4,000.00" in plain_words(a_settlement(already_paid=4000)).opening


def test_lines_are_grouped_by_why_and_the_biggest_are_named() -> None:
    lines = (*LINES, *(a_line(f"垫{n}", n, "C", "目录外", self_paid=n) for n in range(1, 6)))
    reason = plain_words(a_settlement(lines=lines, self_paid=2015)).reasons[0]
    assert reason.title == "不在医保报销目录内"
    assert (reason.amount, reason.count) == (yuan(2015), 7)
    assert [line.name for line in reason.lines] == ["自费药", "护理垫", "垫5"]
    assert reason.named == "自费药 1,500.00 元；护理垫 500.00 元；垫5 5.00 元；等 7 项"


def test_long_names_are_cut_short() -> None:
    line = a_line("药" * 300, 100, "C", "目录外", self_paid=100)
    assert plain_words(a_settlement(lines=(line,))).reasons[0].named == "药" * LONGEST + "… 100.00 元"


def test_what_reviewers_took_out_stands_in_their_words() -> None:
    line = a_line("某药", 100, "C", "限儿童使用", self_paid=100)
    reason = plain_words(a_settlement(lines=(line,))).reasons[0]
    assert "限儿童使用" in reason.words
    assert "审核" in reason.title


def test_many_small_reasons_are_put_together_and_nothing_is_lost() -> None:
    lines = tuple(a_line(f"药{n}", n, "C", f"理由{n}", self_paid=n) for n in range(1, 41))
    words = plain_words(a_settlement(lines=lines, self_paid=820))
    refused = [reason for reason in words.reasons if reason.count and "乙类" not in reason.title]
    assert len(refused) == GROUPS + 1
    assert sum(reason.amount for reason in refused) == yuan(820)
    assert (refused[0].lines[0].name, refused[-1].count) == ("药40", 40 - GROUPS)


def test_a_line_without_contract_and_one_without_entry_say_so() -> None:
    lines = (
        a_line("甲", 100, "A", "非定点医疗机构，且非急诊", self_paid=100),
        a_line("乙", 50, "C", "未匹配目录", self_paid=50),
    )
    words = plain_words(a_settlement(lines=lines))
    assert [reason.title for reason in words.reasons[:2]] == ["不是医保定点医院", "还没有对上医保目录"]
    assert "1 项" in words.notes[-1]


def test_rates_and_thresholds_come_from_the_steps() -> None:
    told = words_of(plain_words(a_settlement()))
    assert "（20%）" in told
    assert "21,000.00 元付 60%" in told
    assert "9,000.00 元，没有超过起付线 17,000.00 元" in told


def test_a_payment_cut_by_the_ceiling_says_what_it_would_have_been() -> None:
    step = a_step("basic_fund", 5000, "0.60", 第一段="21000.00 × 0.60")
    paid = plain_words(a_settlement(basic_fund=5000, trace=(step,))).paid[0]
    assert paid.words.endswith("按比例是 12,600.00 元，因封顶线或限额，只付 5,000.00 元。")


def test_a_quota_or_a_least_share_that_decided_is_named() -> None:
    slices = a_step("basic_fund", 0, "0.60", 第一段="21000.00 × 0.60")
    quota = replace(a_step("cap_day_quota", 5000), title="床日定额")
    words = plain_words(a_settlement(basic_fund=5000, over_ceiling=7600, trace=(quota, slices)))
    assert "因床日定额，只付 5,000.00 元" in words.paid[0].words
    assert "（床日定额）" in words.reasons[-1].words
    least = a_settlement(basic_fund=15000, copay=6000, trace=(a_step("least", 15000), slices))
    assert "因保底应付，付到 15,000.00 元" in plain_words(least).paid[0].words


def test_what_a_list_is_paid_apart_for_is_told_beside_the_ladder() -> None:
    apart = replace(a_step("apart_special", 600), title="国家谈判药")
    trace = (a_step("basic_fund", 12600, "0.60", 第一段="20000.00 × 0.60"), apart)
    words = plain_words(a_settlement(trace=trace)).paid[0].words
    assert words == "起付线以上的费用里，20,000.00 元付 60%。国家谈判药单列支付 600.00 元。"


def test_what_others_owe_is_said_so() -> None:
    line = a_line("费用", 100, "A", "第三人应负担 30%", self_paid=30)
    assert plain_words(a_settlement(lines=(line,))).reasons[0].title == "应由责任人负担"


def test_without_filing_the_words_say_so_only_where_care_is_known() -> None:
    away = Care(region=Region.OTHER_PROVINCE, filing=Filing.NONE)
    assert "没有办理异地就医备案" in words_of(plain_words(a_settlement(), away))
    assert "没有办理" not in words_of(plain_words(a_settlement()))
    assert "没有办理" not in words_of(plain_words(a_settlement(), replace(away, filing=Filing.REFERRAL)))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"total": -100, "eligible": -100}, "退费比收费多"),
        ({"lines": ()}, "没有费用明细"),
        ({"basic_fund": 0, "fund_total": 0, "eligible": 500, "deductible": 500}, "没有超过起付线"),
        ({"basic_fund": 0, "fund_total": 0, "eligible": 0}, "没有可以列入报销范围的费用"),
        ({"basic_fund": 0, "fund_total": 0, "over_ceiling": 20000}, "额度已经用完"),
    ],
)
def test_no_payment_is_never_left_without_a_word(changes: dict[str, object], told: str) -> None:
    assert told in words_of(plain_words(a_settlement(**changes)))


def test_without_a_deductible_the_words_speak_of_what_can_be_paid() -> None:
    assert plain_words(a_settlement(deductible=0)).paid[0].words.startswith("可以报销的费用里")
    step = a_step("extra_fund", 300, "0.5", 起付线="0.00", 第一段="600.00 × 0.50")
    layer = plain_words(a_settlement(layers=(a_layer("extra", "补充", 300),), trace=(step,))).paid[1]
    assert layer.words == "可以计入的费用里，600.00 元付 50%。"


def test_a_layer_whose_year_is_used_up_says_so_and_one_with_nothing_to_count_is_silent() -> None:
    used = (*STEPS[:5], a_step("serious_illness_base", 40000), STEPS[6])
    assert "额度已经用完" in plain_words(a_settlement(trace=used)).paid[1].words
    idle = (*STEPS[:5], a_step("serious_illness_base", 0), STEPS[6])
    assert len(plain_words(a_settlement(trace=idle)).paid) == 1


def test_a_confirmed_pack_needs_no_note() -> None:
    confirmed = PackUsed(id="test", version="1", status="confirmed")
    assert plain_words(a_settlement(pack=confirmed)).notes == ()
    assert plain_words(Settlement(pack=confirmed)).reasons == ()

"""The words of exports: wide ones never catch what narrow ones mean, and accounts are those packs book to."""

from __future__ import annotations

import re

import pytest

from resources import ROOT
from review.accumulators.standing import STAYS, SUMS
from review.accumulators.words import caption, figure_names, meant, scheme_of
from review.claim.people import Scheme


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("身份证号", "id_number"),
        ("证件号码", "id_number"),
        ("公民身份号码", "id_number"),
        ("户主身份证号", ""),
        ("证件类型", ""),
        ("社会保障卡号", ""),
        ("参保人姓名", "name"),
        ("经办人姓名", ""),
        ("结算年度", "year"),
        ("险种类型", "scheme"),
        ("本年住院累计次数", "stays"),
        ("起付线累计", "deductible"),
        ("起付标准", ""),
        ("起付标准累计已付", "deductible"),
        ("统筹支付标准", ""),
        ("累计起付线（元）", "deductible"),
        ("统筹累计支付", "basic_fund"),
        ("统筹限额已用", "basic_fund"),
        ("统筹支付比例", ""),
        ("本次统筹支付", ""),
        ("大病累计", "serious_illness_fund"),
        ("大病合规自付累计", "serious_illness_base"),
        ("大额累计支付", "serious_illness_fund"),
        ("救助累计", "medical_aid_fund"),
        ("医疗救助起付累计", "medical_aid_base"),
        ("门诊统筹累计支付", "outpatient.fund"),
        ("门诊统筹剩余额度", ""),
        ("普通门诊起付线累计", "outpatient.deductible"),
        ("门诊慢特病累计支付", "chronic.fund"),
        ("门诊慢特病年度限额", ""),
        ("两病门诊累计报销", "two_diseases.fund"),
        ("双通道药品累计支付", "special_drug.fund"),
        ("长期护理保险累计支付", "long_term_care.fund"),
        ("累计", ""),
        ("", ""),
    ],
)
def test_headings_mean_what_an_office_means_by_them(heading: str, name: str) -> None:
    assert meant(heading)[0] == name


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("310", Scheme.EMPLOYEE),
        ("职工基本医疗保险", Scheme.EMPLOYEE),
        ("城镇职工", Scheme.EMPLOYEE),
        ("390", Scheme.RESIDENT),
        ("城乡居民基本医疗保险", Scheme.RESIDENT),
        ("居民", Scheme.RESIDENT),
        ("320", None),
        ("离休人员医疗保障", None),
        ("公务员医疗补助（职工）", None),
        ("职工/居民", None),
        ("", None),
    ],
)
def test_schemes_are_known_and_others_are_not_guessed(text: str, scheme: Scheme | None) -> None:
    assert scheme_of(text) is scheme


def test_every_sum_of_the_contract_can_be_imported_and_has_a_caption() -> None:
    assert {STAYS, *SUMS} <= set(figure_names())
    assert all(caption(name) != name for name in figure_names())
    assert caption("hospital_relief.fund") == "hospital_relief.fund"


def test_further_accounts_are_those_that_shipped_packs_book_to() -> None:
    packs = (path.read_text(encoding="utf-8") for path in (ROOT / "policies").rglob("*.yaml"))
    booked = {account for text in packs for account in re.findall(r"account: (\w+)", text)}
    assert {name.split(".")[0] for name in figure_names() if "." in name} <= booked

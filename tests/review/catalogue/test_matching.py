"""Matching: what is taken unasked, and everything that waits for the clerk."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from review.catalogue.editions import CatalogueSet, Printed, load_editions
from review.catalogue.entry import Match, PaymentClass

DAY = date(2025, 3, 1)
SHARED = Path(__file__).resolve().parents[4] / "shared"
Made = Callable[..., Path]


def matched(shipped: CatalogueSet, name: str, unit: str = "") -> Match:
    return shipped.match(Printed(name, unit=unit), DAY)


@pytest.mark.parametrize(
    ("printed", "listed", "form"),
    [
        ("氯化钠注射液", "氯化钠", "注射剂"),
        ("0.9%氯化钠注射液(软袋)", "氯化钠", "注射剂"),
        ("苯磺酸氨氯地平片(络活喜)", "氨氯地平", "口服常释剂型"),
        ("注射用哌拉西林钠他唑巴坦钠", "哌拉西林他唑巴坦", "注射剂"),
        ("感冒清热胶囊", "感冒清热颗粒(片、胶囊)", ""),
        ("注射用紫杉醇(白蛋白结合型)", "紫杉醇(白蛋白结合型)", "注射剂"),
        ("盐酸二甲双胍缓释片（Ⅲ）", "盐酸二甲双胍缓释片(Ⅲ)", ""),
        ("达格列净片", "达格列净片", ""),
        ("注射用头孢曲松钠(罗氏芬)", "头孢曲松", "注射剂"),
        ("坦洛新缓释胶囊(坦索罗辛)", "坦洛新(坦索罗辛)", "缓释控释剂型"),
        ("布洛芬混悬液(儿童型)", "布洛芬", "口服液体剂"),
        ("金锁固精丸(浓缩丸)", "金锁固精丸", ""),
        ("人血白蛋白", "人血白蛋白", "注射剂"),
        ("Ⅱ级护理", "Ⅱ级护理", ""),
        ("C-反应蛋白(CRP)测定", "C—反应蛋白测定(CRP)", ""),
    ],
)
def test_full_agreement_is_taken_unasked(shipped: CatalogueSet, printed: str, listed: str, form: str) -> None:
    entry = matched(shipped, printed).entry
    assert entry is not None
    assert (entry.name, entry.dosage_form) == (listed, form)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("阿莫西林", "票面未写剂型"),
        ("尼可地尔注射液", "但剂型不同"),
        ("注射用紫杉醇", "目录另有“紫杉醇(白蛋白结合型)”"),
        ("曲妥珠单抗注射液", "目录另有“曲妥珠单抗注射液(皮下注射)”"),
        ("甘草片", "单位不是克"),
        ("小儿腹泻宁(泡腾颗粒)", "像另一剂型"),
        ("银杏叶提取物片(滴剂)", "像另一剂型"),
        ("双氯芬酸钠缓释片", "目录另列有“双氯芬酸钠”"),
        ("血细胞分析(五分类)", "略去“五分类”后名称相同"),
        ("凝血酶原时间测定(PT)", "名称相近"),
        ("奥希替尼片", "名称相近"),
        ("磷酸腺苷二钠注射液", "可能是另一种药"),
        ("白术(麸炒)散", "白术"),
        ("注射用头孢曲松钠(舒巴坦)", "须核对是否复方"),
        ("氯化钠注射液(冲洗用)", "写明用法"),
        ("地塞米松磷酸钠注射液(滴眼)", "写明用法"),
        ("氯化钠注射液(复方)", "略去括号内“复方”"),
        ("葡萄糖注射液(浓)", "略去括号内“浓”"),
    ],
)
def test_doubt_waits_for_the_clerk_and_says_why(shipped: CatalogueSet, printed: str, why: str) -> None:
    match = matched(shipped, printed)
    assert match.entry is None
    assert any(why in reason for candidate in match.candidates for reason in candidate.reasons)


@pytest.mark.parametrize("printed", ["西药费", "卫生材料费", "治疗费", "其他住院收费", "", "  "])
def test_categories_of_a_receipt_match_nothing(shipped: CatalogueSet, printed: str) -> None:
    assert matched(shipped, printed).entry is None


@pytest.mark.parametrize("printed", ["硝酸甘油贴片", "硝酸甘油栓", "葡萄糖酸钙锌口服溶液"])
def test_a_stripped_radical_never_makes_another_drug(shipped: CatalogueSet, printed: str) -> None:
    assert matched(shipped, printed).entry is None


def test_herbs_are_taken_by_the_gram_and_unpayable_ones_are_class_c(shipped: CatalogueSet) -> None:
    payable, not_payable = matched(shipped, "黄芪", "g").entry, matched(shipped, "西洋参", "克").entry
    assert payable is not None
    assert not_payable is not None
    assert (payable.payment_class, not_payable.payment_class) == (PaymentClass.A, PaymentClass.C)


def test_candidates_come_best_first_and_few(shipped: CatalogueSet) -> None:
    candidates = matched(shipped, "头孢曲松他唑巴坦注射液").candidates
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
    assert 0 < len(scores) <= 8


def test_a_printed_code_is_taken_when_the_name_does_not_speak_against_it(made: Made) -> None:
    root = made("services", "1,001204000060000,静脉输液,,A,,", "2,001204000020000,静脉注射,,A,,", kind="service")
    catalogue = load_editions(root)
    fits = catalogue.match(Printed("静脉输液费", code="001204000060000"), DAY)
    against = catalogue.match(Printed("腹腔镜手术", code="001204000060000"), DAY)
    assert fits.automatic
    assert "编码001204000060000" in fits.candidates[0].reasons[0]
    assert not against.automatic


def test_several_entries_of_the_same_terms_are_as_good_as_one(made: Made) -> None:
    same = load_editions(made("one", "1,1,样例散,口服散剂,A,,", "2,2,样例散,外用散剂,A,,"))
    assert same.match(Printed("样例散散"), DAY).automatic


def test_several_entries_of_other_terms_wait(made: Made) -> None:
    other = load_editions(made("one", "1,1,样例,口服散剂,A,,", "2,2,样例,外用散剂,B,,"))
    match = other.match(Printed("样例散"), DAY)
    assert not match.automatic
    assert "同样相符的条目有2个" in match.candidates[0].reasons


def test_a_name_in_two_catalogues_waits(made: Made) -> None:
    made("drugs", "1,1,样例贴片,,A,,")
    root = made("supplies", "1,,样例贴片,,A,,", kind="supply")
    assert not load_editions(root).match(Printed("样例贴片"), DAY).automatic


def test_a_shortened_name_still_brings_the_drug_to_the_clerk(shipped: CatalogueSet) -> None:
    names = [c.entry.name for c in matched(shipped, "头孢曲松他唑巴坦注射液").candidates]
    assert any("头孢曲松" in name for name in names)


def test_the_same_line_is_matched_once(shipped: CatalogueSet) -> None:
    assert matched(shipped, "某种未知的耗材") is matched(shipped, "某种未知的耗材")


@pytest.mark.shared
def test_most_drug_names_of_the_forged_statements_are_taken_unasked(shipped: CatalogueSet) -> None:
    pages = [json.loads(p.read_text(encoding="utf-8")) for p in (SHARED / "data/pages").glob("*-?.json")]
    named = {(r["name"], r.get("unit") or "") for page in pages for r in page["items"] if r.get("spec")}
    sure = {name for name, unit in named if matched(shipped, name, unit).automatic}
    assert len(sure) / len({name for name, _ in named}) > 0.75


@pytest.mark.shared
def test_no_sure_match_contradicts_the_price_lists_own_class(shipped: CatalogueSet) -> None:
    with (SHARED / "data/prices/drug_info.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = [row for row in csv.DictReader(source) if row["insuranceType"] == "丙类"]
    sure = [row["chinaName"] for row in rows if matched(shipped, row["chinaName"]).automatic]
    assert sure == []


def eye_checked() -> list[tuple[str, str, str, str]]:
    with Path(__file__).with_name("eye_checked.csv").open(encoding="utf-8", newline="") as source:
        return [(r["printed"], r["listed"], r["dosage_form"], r["payment_class"]) for r in csv.DictReader(source)]


@pytest.mark.parametrize(("printed", "listed", "form", "payment_class"), eye_checked())
def test_names_as_hospitals_print_them_go_where_a_person_put_them(
    shipped: CatalogueSet, printed: str, listed: str, form: str, payment_class: str
) -> None:
    entry = matched(shipped, printed).entry
    found = (entry.name, entry.dosage_form, entry.payment_class.value) if entry else ("", "", "")
    assert found == (listed, form, payment_class)

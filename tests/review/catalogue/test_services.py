"""How wards and laboratories name items: words and abbreviations lead to what price lists call it, and only lead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import EntryKind, Printed
from review.catalogue.names import core_service, normalise
from review.catalogue.words import words

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet
    from review.catalogue.entry import Match

DAY = date(2025, 3, 1)


def matched(shipped: CatalogueSet, name: str, unit: str = "项") -> Match:
    return shipped.match(Printed(name, unit=unit), DAY)


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("ALT", "血清丙氨酸氨基转移酶测定"),
        ("谷丙转氨酶测定", "血清丙氨酸氨基转移酶测定"),
        ("谷草转氨酶(GOT)", "血清天门冬氨酸氨基转移酶测定"),
        ("尿素氮(BUN)", "尿素测定"),
        ("末梢血糖", "葡萄糖测定"),
        ("血常规", "血细胞分析"),
        ("大便隐血", "隐血试验"),
        ("CK-MB", "血清肌酸激酶-MB同工酶活性测定"),
        ("hs-CRP", "超敏C反应蛋白测定"),
        ("血沉", "红细胞沉降率测定(ESR)"),
        ("乙肝表面抗原", "乙型肝炎表面抗原测定(HBsAg)"),
        ("D二聚体", "血浆D-二聚体测定(D-Dimer)"),
        ("DR", "数字化摄影(DR)"),
        ("数字化X线摄影(DR)", "数字化摄影(DR)"),
    ],
)
def test_a_laboratorys_word_leads_to_the_item(shipped: CatalogueSet, said: str, item: str) -> None:
    match = matched(shipped, said)
    assert normalise(match.candidates[0].entry.name) == normalise(item)
    assert match.candidates[0].reasons


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("肌注", "肌肉注射"),
        ("静滴", "静脉输液"),
        ("皮试", "皮内注射"),
        ("心电图", "常规心电图检查"),
        ("特别护理", "特级护理"),
        ("换药(大)", "大换药"),
        ("振动排痰", "机械辅助排痰"),
        ("副主任医师门诊诊查费", "门诊诊查费(副主任医师及以上)"),
        ("口腔护理", "一般专项护理(口腔护理)"),
        ("PICC维护", "动(静)脉置管护理"),
        ("微量泵", "静脉注射(微量泵加收)"),
        ("静脉输液 每增加一组", "静脉输液(第二组起)"),
        ("持续吸氧", "中心吸氧(持续)"),
        ("有创呼吸机辅助通气", "呼吸机辅助呼吸"),
        ("CRRT", "连续性血液净化"),
        ("腰穿", "腰椎穿刺术"),
        ("胸腔穿刺抽液", "胸腔穿刺术"),
        ("颈内静脉置管", "中心静脉穿刺置管术"),
        ("腰硬联合麻醉", "椎管内麻醉"),
        ("镇痛泵", "术后镇痛"),
        ("空气波压力治疗", "肢体气压治疗"),
        ("穴位敷贴", "穴位贴敷治疗"),
    ],
)
def test_a_wards_word_leads_to_the_item(shipped: CatalogueSet, said: str, item: str) -> None:
    assert matched(shipped, said, "次").candidates[0].entry.name == item


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("胸部CT平扫", "X线计算机体层(CT)平扫"),
        ("64排CT平扫", "64排X线计算机体层(CT)平扫"),
        ("冠脉CTA", "X线计算机体层(CT)成像"),
        ("床旁胸片", "数字化摄影(DR)(床旁摄片按片加收)"),
        ("头颅MRI平扫", "磁共振平扫(1.5T)"),
        ("磁共振平扫(3.0T)", "磁共振平扫(>1.5T)"),
        ("磁共振血管成像(MRA)(3.0T)", "磁共振血管成像(MRA)(>1.5T)"),
        ("肝胆胰脾彩超", "彩色多普勒超声常规检查(腹部)"),
        ("双下肢血管彩超", "四肢血管彩色多普勒超声"),
        ("(基)痰培养", "一般细菌培养及鉴定"),
        ("HBV-DNA定量", "乙型肝炎DNA测定"),
        ("血药浓度监测", "血清药物浓度测定"),
    ],
)
def test_words_for_images_and_panels_lead_to_the_item(shipped: CatalogueSet, said: str, item: str) -> None:
    match = matched(shipped, said, "次")
    assert match.candidates[0].entry.name == item
    assert match.entry is None


def test_nearly_every_word_of_the_vocabulary_leads_to_its_item_first(shipped: CatalogueSet) -> None:
    asked = [(item, word) for item, said in words().measured.items() for word in said]
    first = [(item, matched(shipped, word).candidates[:1]) for item, word in asked]
    led = [core_service(normalise(c.entry.name)) == core_service(normalise(item)) for item, (c,) in first]
    assert len(asked) > 2500
    assert sum(led) > 0.99 * len(asked)


@pytest.mark.parametrize(
    "said", ["ALT", "血常规", "肌注", "DR", "换药(大)", "谷丙转氨酶测定", "乙肝表面抗原", "心电监护"]
)
def test_such_a_word_is_never_taken_unasked_and_says_what_to_check(shipped: CatalogueSet, said: str) -> None:
    match = matched(shipped, said)
    assert match.entry is None
    assert match.candidates[0].against


def test_every_item_of_the_vocabulary_is_one_of_the_price_list(shipped: CatalogueSet) -> None:
    shelf = shipped.shelf("services-demo")
    assert shelf is not None
    missing = [item for item in words().measured if not shelf.index.cores.get(core_service(normalise(item)))]
    assert missing == []


def test_a_word_of_the_vocabulary_means_one_item(shipped: CatalogueSet) -> None:
    said = [core_service(normalise(word)) for known in words().measured.values() for word in known]
    assert shipped.used(DAY)
    assert all(said)
    assert len(said) - len(set(said)) < 60


@pytest.mark.parametrize(("drug", "spec"), [("胰岛素", "10ml:400IU"), ("叶酸", "5mg"), ("葡萄糖", "250ml:12.5g")])
def test_a_strength_leads_to_the_drug_before_the_test_of_the_same_name(
    shipped: CatalogueSet, drug: str, spec: str
) -> None:
    first = shipped.match(Printed(drug, spec=spec), DAY).candidates[0].entry
    assert first.kind is EntryKind.DRUG
    assert first.name.startswith(drug)


@pytest.mark.parametrize("said", ["X", "ZZZ", "某某", "测定", "检查费"])
def test_a_word_of_no_vocabulary_leads_nowhere_by_it(shipped: CatalogueSet, said: str) -> None:
    assert all("即" not in reason for c in matched(shipped, said).candidates for reason in c.reasons)

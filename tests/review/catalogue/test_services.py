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
    ],
)
def test_a_wards_word_leads_to_the_item(shipped: CatalogueSet, said: str, item: str) -> None:
    assert matched(shipped, said, "次").candidates[0].entry.name == item


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

"""The look-ups of one edition: names, leaders of products, cores of services, brands, and the same from a file."""

from __future__ import annotations

from typing import Any

from review.catalogue.entry import Entry, EntryKind, PaymentClass, Printed
from review.catalogue.index import Index, is_product, names_of
from review.catalogue.rows import Rows, row_sections
from review.catalogue.shelf import Shelf, is_whole
from tests.review.catalogue.conftest import edition, product

PRODUCTS = (
    product("X1", "样例片", spec="10mg", maker="甲厂", brand="例安"),
    product("X2", "样例片", spec="20mg", maker="乙厂"),
    product("X3", "样例片", spec="10mg", maker="丙厂", brand="例宁"),
    product("X4", "样例片", "B", spec="10mg", maker="丁厂"),
    product("X5", "样例注射液", spec="10mg", maker="甲厂", brand="例安"),
)


def listed(name: str, form: str = "", kind: EntryKind = EntryKind.DRUG, **fields: Any) -> Entry:
    return Entry(
        id=f"list/{name}{form}",
        edition_id="list",
        kind=kind,
        official_no="1",
        name=name,
        dosage_form=form,
        payment_class=PaymentClass.A,
        **fields,
    )


def shelf(*entries: Entry) -> Shelf:
    return Shelf(edition(), entries)


def test_products_that_differ_in_maker_and_strength_alone_have_one_leader() -> None:
    found = shelf(*PRODUCTS).whole("样例片")
    assert found == (PRODUCTS[0], PRODUCTS[3])


def test_a_trade_name_leads_to_every_article_sold_under_it() -> None:
    assert shelf(*PRODUCTS).branded("例安") == (PRODUCTS[0], PRODUCTS[4])
    assert shelf(*PRODUCTS).branded("例宁") == (PRODUCTS[0],)
    assert shelf(*PRODUCTS).branded("例") == ()


def test_the_printed_product_is_found_behind_its_leader() -> None:
    leader = PRODUCTS[0]
    found = shelf(*PRODUCTS)
    assert found.product(leader, Printed("样例片", spec="20mg*7片"), ()) == PRODUCTS[1]
    assert found.product(leader, Printed("样例片"), ("例宁",)) == PRODUCTS[2]
    assert found.product(leader, Printed("样例片", spec="10mg"), ("例宁",)) == PRODUCTS[2]
    assert found.product(leader, Printed("样例片", spec="40mg"), ("无此名",)) is None


def test_an_entry_of_the_list_has_no_products() -> None:
    entry = listed("样例", "口服常释剂型")
    assert shelf(entry).product(entry, Printed("样例片", spec="10mg"), ("例安",)) is None


def test_names_of_products_tell_their_form_and_those_of_the_list_need_not() -> None:
    assert is_product(PRODUCTS[0])
    assert is_whole(PRODUCTS[0])
    assert is_whole(listed("样例颗粒"))
    assert not is_whole(listed("样例", "颗粒剂"))
    assert not is_product(listed("输液", kind=EntryKind.SERVICE, code="001204000060000"))


def test_a_group_has_the_names_it_includes_with_and_without_the_last_word_of_granules() -> None:
    names = names_of(listed("缓解样例症状的制剂", includes="复方样例颗粒剂、样例片(Ⅱ)"))
    assert names == ("缓解样例症状的制剂", "复方样例颗粒剂", "样例片II", "复方样例颗粒")


def test_a_service_has_its_own_name_only() -> None:
    assert names_of(listed("静脉输液(门诊、急诊)", kind=EntryKind.SERVICE)) == ("静脉输液(门诊、急诊)",)


def test_services_are_found_by_what_they_measure_and_drugs_are_not() -> None:
    services = shelf(listed("血清钾测定(干化学法)", kind=EntryKind.SERVICE), listed("钾测定", kind=EntryKind.SERVICE))
    assert [e.name for e in services.taken(services.index.cores.get("钾"))] == ["钾测定"]
    assert len(shelf(*PRODUCTS).index.cores) == 0


def test_a_qualifier_is_found_by_the_name_without_it() -> None:
    found = shelf(listed("样例(白蛋白结合型)", "注射剂"), listed("样例片(Ⅱ)"))
    assert [e.name for e in found.longer("样例")] == ["样例(白蛋白结合型)"]
    assert [e.name for e in found.longer("样例片")] == ["样例片(Ⅱ)"]


def test_names_and_grams_are_found_with_and_without_halving() -> None:
    index = Index(PRODUCTS)
    assert list(index.named("样例片")) == list(index.names.get("样例片")) == [0, 3]
    assert list(index.posted("样例")) == list(index.grams.get("样例"))
    assert index.named("无此名") == index.posted("无") == ()


def test_a_mapped_index_finds_what_the_one_in_memory_finds() -> None:
    plain = Index(PRODUCTS)
    sections = row_sections(PRODUCTS) | plain.sections()
    mapped = Shelf(edition(), Rows(sections), mapped=Index(Rows(sections), sections))
    memory = shelf(*PRODUCTS)
    assert mapped.whole("样例片") == memory.whole("样例片")
    assert mapped.branded("例安") == memory.branded("例安")
    assert mapped.coded("X5") == memory.coded("X5") == (PRODUCTS[4],)
    assert mapped.product(PRODUCTS[0], Printed("", spec="20mg"), ()) == PRODUCTS[1]
    assert list(mapped.index.initials.get("YLP")) == list(memory.index.initials.get("YLP"))

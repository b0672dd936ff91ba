"""The rule book: found by code, by the entry, by the printed name; own batches in place of shipped ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from resources import ROOT
from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.rules.ages import ages
from review.rules.book import RuleBook, merged, shipped_book
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.rules.shelf import read_shipped, write_rules
from tools.rules import build

SHARED = Path(__file__).resolve().parents[4] / "shared/data/rules"


def an_entry(name: str, **changes: Any) -> Entry:
    usual: dict[str, Any] = {"kind": EntryKind.DRUG, "official_no": "1", "payment_class": PaymentClass.B}
    return Entry(id="x/1", edition_id="x", name=name, **(usual | changes))


def an_own_batch(*rules: Rule, batch_id: str = "own") -> tuple[RuleBatch, tuple[Rule, ...]]:
    batch = RuleBatch(
        id=batch_id, title="样例省规则", kind=RuleKind.FREQUENCY, subject=Subject.SERVICE, published=None,
        source="样例.xlsx", rows=len(rules), loaded=len(rules), shipped=False,
    )  # fmt: skip
    return batch, tuple(replace(rule, batch=batch_id, id=f"{batch_id}/{n}") for n, rule in enumerate(rules, start=2))


def names(code: str = "", entry: Entry | None = None, printed: str = "") -> list[str]:
    return [rule.name for rule in shipped_book().rules_for(code, entry, printed)]


def test_the_library_is_shipped_whole() -> None:
    book = shipped_book()
    assert len(book.batches) == 14
    assert sum(batch.rows for batch in book.batches) == 16521
    assert sum(batch.loaded for batch in book.batches) == 16519
    assert len(book.rules) == 2691
    assert {rule.kind for rule in book.rules} == set(RuleKind)
    assert all(batch.published and "nhsa.gov.cn" in batch.source for batch in book.batches)


def test_every_rule_has_its_own_id_and_batch() -> None:
    book = shipped_book()
    assert len({rule.id for rule in book.rules}) == len(book.rules)
    assert {rule.batch for rule in book.rules} == {batch.id for batch in book.batches}


@pytest.mark.parametrize("printed", ["阿帕他胺片", "(国采)阿帕他胺片", "阿帕他胺片 ★"])
def test_a_rule_is_found_under_the_printed_name_with_its_marks(printed: str) -> None:
    assert names(printed=printed) == ["阿帕他胺片"]


def test_grades_are_one_in_every_way_of_writing() -> None:
    assert names(printed="一级护理") == names(printed="I级护理费") == names(printed="Ⅰ级护理") == ["Ⅰ级护理"]


def test_a_rules_own_name_goes_before_what_others_shorten_to() -> None:
    assert names(printed="精子膜表面抗体免疫珠试验") == ["精子膜表面抗体免疫珠试验"]
    assert names(printed="精子膜表面抗体免疫珠试验(IgG)") == ["精子膜表面抗体免疫珠试验(IgG)"]


def test_the_code_goes_before_the_name() -> None:
    assert names("ZD03AAA0043010100166", None, "暖宫丸") == ["艾附暖宫丸"]
    assert names("H0001234", None, "艾附暖宫丸") == ["艾附暖宫丸"]


def test_the_entry_goes_before_the_printed_name() -> None:
    assert names("", an_entry("艾附暖宫丸"), "暖宫丸") == ["艾附暖宫丸"]
    assert names("", an_entry("样例片", code="ZD03AAA0043010100166"), "样例片") == ["艾附暖宫丸"]


def test_a_price_lists_code_tells_the_article_where_names_are_alike() -> None:
    listed = an_entry("Ⅱ级护理(6岁及以下)", kind=EntryKind.SERVICE, official_no="001201000040000")
    assert names("", listed, "护理费") == ["Ⅱ级护理"]
    assert names("", replace(listed, name="样例检查"), "护理费") == []


@pytest.mark.parametrize("printed", ["", "氯化钠注射液", "护理", "(", "。", "片"])
def test_what_no_rule_speaks_of_has_none(printed: str) -> None:
    assert names(printed=printed) == []


def test_the_empty_book_has_nothing() -> None:
    assert RuleBook().rules_for("ZD03AAA0043010100166", None, "艾附暖宫丸") == ()


def test_an_own_rule_stands_in_place_of_the_shipped_one() -> None:
    (shipped,) = shipped_book().rules_for("", None, "Ⅰ级护理")
    book = merged(shipped_book(), [an_own_batch(replace(shipped, limit=2))])
    assert [rule.limit for rule in book.rules_for("", None, "一级护理")] == [2]
    assert [rule.limit for rule in book.rules_for("", None, "Ⅱ级护理")] == [1]
    own = book.batch("own")
    assert own is not None
    assert not own.shipped


def test_an_own_pair_stands_beside_the_shipped_ones() -> None:
    pair = next(rule for rule in shipped_book().rules if rule.kind is RuleKind.DUPLICATE)
    book = merged(shipped_book(), [an_own_batch(replace(pair, other_name="样例项目", other_codes=()))])
    assert len(book.rules) == len(shipped_book().rules) + 1


def test_withdrawn_batches_are_gone_shipped_or_own() -> None:
    (shipped,) = shipped_book().rules_for("", None, "Ⅰ级护理")
    own = an_own_batch(replace(shipped, limit=2))
    book = merged(shipped_book(), [own], frozenset({"own", "1-drug-sex"}))
    assert [rule.limit for rule in book.rules_for("", None, "Ⅰ级护理")] == [1]
    assert book.rules_for("", None, "艾附暖宫丸") == ()
    assert merged(shipped_book(), []) is shipped_book()


@pytest.mark.parametrize(
    ("value", "allowed", "refused"),
    [
        ("儿童", 17, 18),
        ("新生儿", 0, 1),
        ("6-17岁", 6, 5),
        ("14岁以下", 14, 15),
        ("限18岁及以上", 18, 17),
        ("≤6岁", 6, 7),
        ("老年人", 60, 59),
    ],
)
def test_ages_are_told_with_their_bounds_included(value: str, allowed: int, refused: int) -> None:
    bounds = ages(value)
    assert bounds is not None
    assert (bounds.allows(allowed), bounds.allows(refused)) == (True, False)
    assert bounds.source


def test_a_word_that_is_no_age_is_none() -> None:
    assert ages("青壮年") is None


def test_rules_written_are_the_rules_read(tmp_path: Path) -> None:
    batches, rules = read_shipped()
    for batch in batches:
        write_rules(tmp_path / f"{batch.id}.csv", [rule for rule in rules if rule.batch == batch.id])
    (tmp_path / "batches.toml").write_bytes((ROOT / "rules/batches.toml").read_bytes())
    assert read_shipped(tmp_path) == (batches, rules)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the published tables do not lie beside the project")
def test_the_shipped_rules_are_what_the_tool_makes_of_the_tables(tmp_path: Path) -> None:
    proposals = [build.read(path) for path in sorted(SHARED.glob("*.xlsx"))]
    proposals.sort(key=lambda proposal: proposal.batch.id)
    build.write(tmp_path, proposals)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (ROOT / "rules" / made.name).read_bytes()
    assert "| all | 16521 | 16519 | 2691 |" in build.account(proposals)

"""A second reading carries over what people did, and says so where it cannot."""

from __future__ import annotations

from dataclasses import replace

from review.claim.merging import merged
from review.claim.paper import Document, DocumentKind, LineVerdict, Standing
from tests.builders import a_line, a_receipt, a_statement


def on_pages(document: Document, *page_ids: int) -> Document:
    return replace(document, page_ids=page_ids)


def test_a_paper_from_the_same_pages_is_kept_as_people_left_it() -> None:
    old = on_pages(a_receipt(payer="改过的名字"), 1)
    assert merged([old], [on_pages(a_receipt(), 1)]) == (replace(old, position=0),)


def test_typed_values_and_choices_are_carried_to_a_longer_paper() -> None:
    chosen = a_line("甲", quantity="1", amount="2.00", entry_id="x/1", matched_by="clerk", verdict=LineVerdict.EXCLUDE)
    old = on_pages(a_statement(chosen, patient="张三"), 1)
    typed = {key: replace(v, standing=Standing.TYPED) for key, v in old.values.items() if key == "patient"}
    new = on_pages(a_statement(a_line("甲", quantity="1", amount="2.00"), a_line("乙"), patient="张二"), 1, 2)
    (paper,) = merged([replace(old, values={**old.values, **typed})], [new])
    assert paper.text("patient") == "张三"
    assert (paper.lines[0].entry_id, paper.lines[0].verdict) == ("x/1", LineVerdict.EXCLUDE)
    assert [line.text("name") for line in paper.lines] == ["甲", "乙"]


def test_a_row_people_added_by_hand_is_added_again() -> None:
    added = a_line("手工行")
    added = replace(added, values={key: replace(v, text="") for key, v in added.values.items()})
    (paper,) = merged([on_pages(a_statement(added), 1)], [on_pages(a_statement(a_line("乙")), 1, 2)])
    assert [line.text("name") for line in paper.lines] == ["乙", "手工行"]
    assert paper.lines[1].id == 0


def test_a_touched_row_that_is_not_found_again_makes_the_paper_ask() -> None:
    struck = a_line("消失的行", removed=True)
    (paper,) = merged([on_pages(a_statement(struck), 1)], [on_pages(a_statement(a_line("乙")), 1, 2)])
    assert any("消失的行" in reason for reason in paper.review)


def test_papers_typed_without_pages_stay() -> None:
    typed = on_pages(a_receipt())
    papers = merged([typed], [on_pages(a_statement(), 1)])
    assert [paper.id for paper in papers] == [papers[0].id, typed.id]
    assert [paper.position for paper in papers] == [0, 1]


def test_a_touched_paper_that_is_not_read_again_stays_and_asks() -> None:
    old = on_pages(a_statement(a_line("甲", removed=True)), 1)
    papers = merged([old], [on_pages(a_receipt(), 1, 2)])
    assert papers[1].id == old.id
    assert not papers[1].review_cleared
    assert papers[1].review


def test_a_paper_that_a_person_called_otherwise_stays_what_the_person_called_it() -> None:
    called = replace(on_pages(a_receipt(), 1), kind=DocumentKind.OUTPATIENT_RECEIPT)
    assert [paper.kind for paper in merged([called], [on_pages(a_receipt(), 1)])] == [DocumentKind.OUTPATIENT_RECEIPT]


def test_of_two_papers_on_one_page_each_is_found_by_its_kind() -> None:
    both = [on_pages(a_receipt(payer="改过"), 1), on_pages(a_statement(patient="改过"), 1)]
    papers = merged(both, [on_pages(a_statement(), 1), on_pages(a_receipt(), 1)])
    assert [paper.id for paper in papers] == [both[1].id, both[0].id]

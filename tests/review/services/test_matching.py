"""One door for all who match a line: the day of care, the editions, the memory; the same answer everywhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import OUTSIDE, Candidate, Match, Printed, Recollection
from review.claim.paper import Standing
from review.errors import NotFoundError
from review.services import catalogue, desk, intake, reading
from review.services.desk import Edit
from review.services.matching import hospital_of, line_in, match_line, match_lines, matched, printed
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement, a_value, an_insured
from tests.catalogues import a_head, a_proposal, an_entry
from tests.offices import CLERK, SUPERVISOR, a_page_file, draft, in_review, line_named

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.services.office import Office

DAY = date(2025, 3, 11)
SALINE = Printed("氯化钠注射液")


def test_without_memory_the_door_gives_what_the_catalogue_gives(office: Office) -> None:
    assert match_line(office, SALINE, DAY, "样例医院") == office.catalogue.match(SALINE, DAY)


def test_many_lines_are_answered_in_their_order(office: Office) -> None:
    asked = [(SALINE, ""), (Printed("没有的东西"), "样例医院"), (SALINE, "样例医院")]
    found = match_lines(office, asked, DAY)
    assert [match.automatic for match in found] == [True, False, True]
    assert match_lines(office, (), DAY) == ()


@pytest.mark.parametrize("name", ["", " ", "药", "长" * 300])
def test_names_of_any_length_are_answered(office: Office, name: str) -> None:
    assert not match_line(office, Printed(name), DAY, "").automatic


def test_the_day_of_care_is_the_discharge_else_the_admission() -> None:
    stay = a_care(admitted=date(2025, 12, 20), discharged=date(2026, 1, 3))
    assert stay.day == date(2026, 1, 3)
    assert a_care(admitted=date(2025, 12, 20), discharged=None).day == date(2025, 12, 20)
    assert a_care(admitted=None, discharged=None).day is None


def test_desk_door_and_matching_anew_look_on_the_same_day(office: Office) -> None:
    file = a_proposal(an_entry("样例自拟片", "N1"))
    edition = catalogue.take_over(office, SUPERVISOR, file, a_head(effective_from=date(2026, 1, 1), region="全国"))
    claim = in_review(office, a_statement(a_line("样例自拟片", amount="100.00")))
    line = line_named(claim, "样例自拟片")
    offered = [found.entry.edition_id for found in desk.candidates(office, claim.number, line.id)]
    assert (line.entry_id, edition.id in offered) == ("", False)
    desk.correct(office, CLERK, claim.number, [Edit("care.discharged", "2026-01-03")])
    (found,) = catalogue.rematch(office, CLERK, claim.number)
    assert found.after == f"{edition.id}/N1"
    assert desk.candidates(office, claim.number, line.id)[0].entry.id == found.after


def test_reading_looks_on_the_day_that_the_claim_will_have(office: Office, tmp_path: Path) -> None:
    file = a_proposal(an_entry("样例自拟片", "N1"))
    edition = catalogue.take_over(office, SUPERVISOR, file, a_head(effective_from=date(2026, 1, 1), region="全国"))
    claim = intake.open_claim(office, CLERK, an_insured(), a_care(admitted=None, discharged=None))
    claim = intake.add_pages(office, CLERK, claim.number, [a_page_file(tmp_path)]).claim
    intake.receive(office, CLERK, claim.number)
    stay = a_receipt(admission_date="2025-12-20", discharge_date="2026-01-03")
    papers = stay, a_statement(a_line("样例自拟片", amount="100.00"))
    drafts = [draft(paper, claim.pages[0].id, place) for place, paper in enumerate(papers)]
    job = reading.take_page(office)
    assert job is not None
    reading.record_page(office, job.page_id, "{}")
    read = reading.record_reading(office, claim.number, drafts)
    assert (read.care.day, line_named(read, "样例自拟片").entry_id) == (date(2026, 1, 3), f"{edition.id}/N1")


def test_what_a_paper_says_of_its_hospital_goes_before_the_claims() -> None:
    named, unnamed = a_statement(institution="另一医院"), a_statement()
    claim = a_claim(named, unnamed)
    assert [hospital_of(claim, paper) for paper in (named, unnamed)] == ["另一医院", "样例省人民医院"]


def test_a_line_is_found_with_its_paper_or_missed_in_plain_words() -> None:
    claim = a_claim()
    paper = claim.statements[0]
    assert line_in(claim, paper.lines[0].id) == (paper, paper.lines[0])
    with pytest.raises(NotFoundError) as missing:
        line_in(claim, 10**9)
    assert missing.value.code == "no-target"


def test_other_readings_count_until_a_person_typed_the_name() -> None:
    name = a_value("name", "氯化钠", others=("氢化钠",))
    line = a_line(spec="100ml", unit="瓶", code="1")
    read = type(line)(position=0, values={**line.values, "name": name})
    assert printed(read) == Printed("氯化钠", "100ml", "瓶", "1", ("氢化钠",))
    typed = a_value("name", "氯化钠", others=("氢化钠",), standing=Standing.TYPED)
    assert printed(type(line)(position=0, values={"name": typed})).others == ()


def test_a_matched_line_says_how_and_why(office: Office) -> None:
    entry = office.catalogue.entry("nrdl-2024/X312")
    assert entry is not None
    sure = Match(automatic=True, candidates=(Candidate(entry, 1.0, ("名称一致", "剂型一致")),))
    line = matched(a_line(), sure)
    assert (line.entry_id, line.matched_by, line.match_note) == (entry.id, "automatic", "名称一致；剂型一致")


def test_a_line_taken_from_memory_bears_the_choice() -> None:
    recalled = Recollection(7, OUTSIDE, "记忆：张某 2026-03-02 在本院选定为目录外", taken=True)
    line = matched(a_line(), Match(automatic=True, candidates=(), recalled=(recalled,)))
    assert (line.entry_id, line.matched_by, line.choice_id) == (OUTSIDE, "memory", 7)
    assert line.match_note == recalled.said


def test_an_unsure_match_leaves_no_trace_of_an_earlier_one() -> None:
    before = a_line(entry_id="nrdl-2024/X312", matched_by="memory", match_note="记忆", choice_id=7)
    line = matched(before, Match(automatic=False, candidates=()))
    assert (line.entry_id, line.matched_by, line.match_note, line.choice_id) == ("", "", "", 0)


def test_a_name_settled_by_its_look_stays_so_when_matched_anew(office: Office) -> None:
    match = office.catalogue.match(SALINE, DAY)
    line = matched(a_line(matched_by="lookalike", entry_id="nrdl-2024/X312"), match)
    assert line.matched_by == "lookalike"


def corrected(office: Office, claim: Claim, name: str, key: str, value: str) -> Line:
    """The line of that name after one of its cells was typed anew."""
    line = line_named(claim, name)
    after = desk.correct(office, CLERK, claim.number, [Edit(f"line:{line.id}:{key}", value)])
    return line_in(after, line.id)[1]


def test_a_name_that_is_typed_anew_is_matched_anew(office: Office) -> None:
    claim = in_review(office, a_statement(a_line("没有的东西", amount="100.00")))
    line = corrected(office, claim, "没有的东西", "name", "氯化钠注射液")
    assert (line.matched_by, line.entry_id) == ("automatic", office.catalogue.match(SALINE, DAY).entry_id)


def test_an_entry_does_not_outlive_the_name_it_was_found_by(office: Office) -> None:
    claim = in_review(office, a_statement(a_line("氯化钠注射液", amount="100.00")))
    assert line_named(claim, "氯化钠注射液").entry_id
    line = corrected(office, claim, "氯化钠注射液", "name", "没有的东西")
    assert (line.entry_id, line.matched_by, line.match_note) == ("", "", "")
    restored = line_named(desk.undo(office, CLERK, claim.number), "氯化钠注射液")
    assert restored.entry_id == line_named(claim, "氯化钠注射液").entry_id


def test_figures_that_are_typed_leave_the_entry_alone(office: Office) -> None:
    claim = in_review(office, a_statement(a_line("氯化钠注射液", amount="100.00")))
    assert corrected(office, claim, "氯化钠注射液", "amount", "101.00").entry_id


def test_what_a_clerk_chose_outlives_a_corrected_name(office: Office) -> None:
    claim = in_review(office, a_statement(a_line("没有的东西", amount="100.00")))
    desk.choose_entry(office, CLERK, claim.number, line_named(claim, "没有的东西").id, OUTSIDE)
    line = corrected(office, claim, "没有的东西", "name", "氯化钠注射液")
    assert (line.entry_id, line.matched_by) == (OUTSIDE, "clerk")


def test_a_row_that_a_person_adds_is_matched_like_one_that_was_read(office: Office) -> None:
    claim = in_review(office)
    after = desk.add_line(office, CLERK, claim.number, claim.statements[0].id, {"name": "氯化钠注射液", "amount": "1"})
    added = after.statements[0].lines[-1]
    assert (added.matched_by, added.entry_id) == ("automatic", office.catalogue.match(SALINE, DAY).entry_id)


def test_a_name_settled_by_its_look_is_plain_once_a_person_typed_it(office: Office) -> None:
    typed = a_line(matched_by="lookalike", entry_id="nrdl-2024/X312", standing=Standing.TYPED)
    assert matched(typed, office.catalogue.match(SALINE, DAY)).matched_by == "automatic"

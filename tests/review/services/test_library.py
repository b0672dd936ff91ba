"""The editions of an office: the same in every thread and process, however often they change."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import PaymentClass, Printed
from review.errors import ConflictError, StoreError
from review.services import archive, catalogue, settle
from review.services.edition_changes import SUBJECT
from tests.builders import a_line, a_statement
from tests.catalogues import a_head, a_proposal, an_entry
from tests.offices import SUPERVISOR, an_office, in_review, line_named

if TYPE_CHECKING:
    from review.catalogue.entry import Edition
    from review.services.office import Office

DAY = date(2025, 3, 11)
CODE, OTHER_CODE = "XA00BBB001A001010100001", "XA00BBB001A001010100002"


def taken(office: Office, number: int, **changes: object) -> Edition:
    head = a_head(**({"region": f"样例{number}省"} | changes))
    return catalogue.take_over(office, SUPERVISOR, a_proposal(sha256=f"{number:064}"), head)


def codes(office: Office, code: str, name: str = "样例片") -> list[str]:
    """Codes of the findings about a line with that code, on an edition that holds one code."""
    file = a_proposal(an_entry("样例片", CODE, code=CODE), an_entry("别的胶囊", "2", code=OTHER_CODE))
    catalogue.take_over(office, SUPERVISOR, file, a_head())
    claim = in_review(office, a_statement(a_line(name, code=code, amount="100.00")))
    subject = f"line:{line_named(claim, name).id}"
    return [v.finding.code for v in settle.findings(office, claim.number) if v.finding.subject == subject]


def test_all_threads_see_the_same_editions(office: Office) -> None:
    edition = taken(office, 1)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: office.catalogue, range(32)))
    assert {id(editions) for editions in found} == {id(office.catalogue)}
    assert found[0].edition(edition.id) == edition


def test_editions_may_be_taken_over_from_several_threads_at_once(office: Office) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: taken(office, number), range(6)))
    assert len({edition.id for edition in made}) == 6
    assert {edition.id for edition in made} <= {edition.id for edition in office.catalogue.editions}
    assert archive.verify_journal(office).ok


def test_of_the_same_file_at_the_same_moment_only_one_gets_in(office: Office) -> None:
    def attempt(_: int) -> str:
        try:
            return catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head()).id
        except ConflictError as refused:
            return refused.code

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(attempt, range(4)))
    assert len([outcome for outcome in outcomes if outcome.startswith("drug-")]) == 1
    assert len([view for view in catalogue.editions(office) if view.own]) == 1


def test_another_office_of_the_same_folder_follows_each_change(office: Office) -> None:
    other = an_office(office.home)
    edition = taken(office, 1)
    assert other.catalogue.edition(edition.id) == edition
    catalogue.withdraw(other, SUPERVISOR, edition.id, "有误")
    mine = office.catalogue.edition(edition.id)
    assert mine is not None
    assert mine.withdrawn == "有误"


def test_another_folder_has_editions_of_its_own(office: Office) -> None:
    edition = taken(office, 1)
    assert an_office(office.home.parent / "another").catalogue.edition(edition.id) is None


def test_two_editions_of_the_same_rows_keep_their_own_entries(office: Office) -> None:
    one, other = taken(office, 1), taken(office, 2)
    again = an_office(office.home).catalogue
    for edition in (one, other):
        entry = again.entry(f"{edition.id}/A1")
        assert entry is not None
        assert entry.edition_id == edition.id


def test_where_the_compiled_files_cannot_be_written_it_is_told_in_plain_words(office: Office) -> None:
    office.home.joinpath("cache").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        taken(office, 1)
    assert refused.value.advice


def test_long_and_odd_titles_are_kept_as_they_are(office: Office) -> None:
    title = "目录'\"; DROP TABLE choices; --" + "长" * 500
    edition = taken(office, 1, title=title)
    kept = an_office(office.home).catalogue.edition(edition.id)
    assert kept is not None
    assert kept.title == title
    told = archive.history(office, SUBJECT)[-1].after
    assert told["title"] == title


def test_a_price_limit_keeps_all_its_digits_from_file_to_match(office: Office) -> None:
    file = a_proposal(an_entry("样例片", "A1", price_limit=Decimal("0.123456"), payment_class=PaymentClass.B))
    catalogue.take_over(office, SUPERVISOR, file, a_head())
    entry = an_office(office.home).catalogue.match(Printed("样例片"), DAY).entry
    assert entry is not None
    assert entry.price_limit == Decimal("0.123456")


def test_a_code_the_office_holds_matches_and_is_silent(office: Office) -> None:
    assert codes(office, CODE) == []


def test_a_code_of_the_nations_form_that_the_office_does_not_hold_is_told(office: Office) -> None:
    assert codes(office, "XA00BBB001A001010199999") == ["code-unknown"]


def test_without_own_codes_no_code_is_unknown(office: Office) -> None:
    claim = in_review(office, a_statement(a_line(code=CODE, amount="100.00")))
    assert "code-unknown" not in {view.finding.code for view in settle.findings(office, claim.number)}

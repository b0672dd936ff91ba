"""Lines must stand on the editions of the day of care; withdrawn, replaced, missing and doubled ones are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Edition, EditionStatus, EntryKind
from review.checks.entries.editions import editions
from review.checks.entries.editions_in_force import editions_in_force
from review.checks.finding import CheckContext, Severity
from review.claim.states import ClaimState
from tests.builders import a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    Context = Callable[..., CheckContext]

LIST = "nrdl-2024"
LATE = a_care(admitted=date(2026, 2, 1), discharged=date(2026, 2, 9))


def an_edition(edition_id: str = "drug-20250101-1", **changes: Any) -> Edition:
    """An official list of drugs of the whole country, without end."""
    usual: dict[str, Any] = {
        "title": f"目录{edition_id}",
        "kind": EntryKind.DRUG,
        "region": "全国",
        "effective_from": date(2025, 1, 1),
        "effective_until": None,
        "status": EditionStatus.OFFICIAL,
        "source": "样例",
    }
    return Edition(id=edition_id, **(usual | changes))


def test_a_claim_on_the_editions_of_its_day_is_silent(context: Context) -> None:
    assert not list(editions_in_force(a_claim(), context()))


def test_a_claim_without_dates_is_left_to_the_other_checks(context: Context) -> None:
    undated = a_claim(care=a_care(admitted=None, discharged=None))
    assert not list(editions_in_force(undated, context(gaps=lambda _: (EntryKind.DRUG,))))


def test_a_withdrawn_edition_wants_a_decision_that_says_why(context: Context) -> None:
    withdrawn = an_edition(LIST, withdrawn="导入了错误的文件")
    (finding,) = editions_in_force(a_claim(), context(edition=lambda _: withdrawn))
    assert (finding.code, finding.severity) == ("edition-withdrawn", Severity.DECISION)
    assert "导入了错误的文件" in finding.message


def test_an_edition_that_another_took_the_place_of_is_named_with_the_other(context: Context) -> None:
    newer = an_edition()
    (finding,) = editions_in_force(a_claim(), context(used=lambda _: (newer,)))
    assert (finding.code, finding.severity) == ("edition-replaced", Severity.DECISION)
    assert "现应使用“目录drug-20250101-1”" in finding.message
    assert finding.values == {"edition": LIST, "newer": newer.id, "on": "2025-03-11"}


def test_another_region_beside_the_edition_replaces_nothing(context: Context) -> None:
    beside = an_edition(region="样例省")
    usual = context()
    both = context(used=lambda on: (*usual.used(on), beside))
    assert not list(editions_in_force(a_claim(), both))


def test_a_service_edition_replaces_no_list_of_drugs(context: Context) -> None:
    services = an_edition(kind=EntryKind.SERVICE)
    assert not list(editions_in_force(a_claim(), context(used=lambda _: (services,))))


@pytest.mark.parametrize("state", [ClaimState.SIGNED, ClaimState.PAID, ClaimState.ARCHIVED])
def test_an_edition_imported_after_the_signature_is_told_and_asks_nothing(context: Context, state: ClaimState) -> None:
    (finding,) = editions_in_force(a_claim(state=state), context(used=lambda _: (an_edition(),)))
    assert (finding.code, finding.severity) == ("edition-replaced", Severity.CLUE)
    assert "已签批的按原版本办理" in finding.advice


def test_a_claim_in_the_second_review_is_still_asked(context: Context) -> None:
    claim = a_claim(state=ClaimState.SECOND_REVIEW)
    (finding,) = editions_in_force(claim, context(used=lambda _: (an_edition(),)))
    assert finding.severity is Severity.DECISION


def test_a_kind_without_edition_in_force_is_told_with_the_day(context: Context) -> None:
    found = [f for f in editions_in_force(a_claim(care=LATE), context()) if f.code == "edition-gap"]
    assert [f.values for f in found] == [{"kind": EntryKind.DRUG, "on": "2026-02-09"}]
    assert "本机没有2026-02-09有效的药品目录" in found[0].message
    assert [f.code for f in editions(a_claim(care=LATE), context())] == ["edition-dates"]


def test_a_replaced_edition_is_not_told_again_for_its_dates(context: Context) -> None:
    newer = an_edition(effective_from=date(2026, 1, 1))
    later = context(used=lambda _: (newer,), gaps=lambda _: ())
    assert [f.code for f in editions_in_force(a_claim(care=LATE), later)] == ["edition-replaced"]
    assert not [f for f in editions(a_claim(care=LATE), later) if f.code == "edition-dates"]


def test_two_editions_of_one_region_in_force_together_want_a_decision(context: Context) -> None:
    pair = an_edition("drug-20250101-1"), an_edition("drug-20250101-2")
    (finding,) = editions_in_force(a_claim(), context(overlaps=lambda _: (pair,)))
    assert (finding.code, finding.severity) == ("edition-overlap", Severity.DECISION)
    assert finding.values["editions"] == "drug-20250101-1 drug-20250101-2"


def test_an_overlap_of_a_kind_that_the_claim_does_not_use_is_nothing_to_it(context: Context) -> None:
    pair = an_edition("a", kind=EntryKind.SUPPLY), an_edition("b", kind=EntryKind.SUPPLY)
    assert not list(editions_in_force(a_claim(), context(overlaps=lambda _: (pair,))))


def test_lines_a_person_took_out_rest_on_no_edition(context: Context) -> None:
    removed = a_line(amount="100.00", entry_id=f"{LIST}/X312", removed=True)
    withdrawn = replace(an_edition(LIST), withdrawn="作废")
    assert not list(editions_in_force(a_claim(a_statement(removed)), context(edition=lambda _: withdrawn)))

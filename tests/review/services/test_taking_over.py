"""A catalogue file becomes an edition whole or not at all; overlaps and repeated files are told; all is journalled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import EntryKind, PaymentClass, Printed
from review.catalogue.importing.proposal import Fault
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import archive, catalogue
from review.services.edition_changes import SUBJECT
from tests.catalogues import NEW_YEAR, a_head, a_proposal, an_entry
from tests.offices import ADMINISTRATOR, CASHIER, CLERK, SECOND, SUPERVISOR, Clock, an_office

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.catalogue.entry import Edition
    from review.claim.people import Actor
    from review.services.office import Office

DAY, LATER = date(2025, 3, 11), date(2026, 3, 11)


def taken(office: Office, **changes: Any) -> Edition:
    """An edition taken over from a file that nobody has seen yet."""
    number = len(catalogue.editions(office))
    return catalogue.take_over(office, SUPERVISOR, a_proposal(sha256=f"{number:064}"), a_head(**changes))


def own(office: Office) -> list[str]:
    return [view.edition.id for view in catalogue.editions(office) if view.own]


def told(office: Office) -> list[str]:
    return [row.action for row in archive.history(office, SUBJECT)]


def test_an_edition_taken_over_is_matched_from_at_once(office: Office) -> None:
    edition = taken(office)
    match = office.catalogue.match(Printed("样例胶囊"), DAY)
    assert (match.entry_id, edition.region) == (f"{edition.id}/A2", "样例省")
    assert office.catalogue.entry(f"{edition.id}/A1") is not None


def test_another_process_sees_it_without_being_told(office: Office) -> None:
    other = an_office(office.home)
    assert other.catalogue.match(Printed("样例胶囊"), DAY).entry_id == ""
    edition = taken(office)
    assert other.catalogue.match(Printed("样例胶囊"), DAY).entry_id == f"{edition.id}/A2"


def test_the_editions_are_read_anew_only_where_they_changed(office: Office) -> None:
    taken(office)
    before = office.catalogue
    assert office.catalogue is before
    taken(office, region="另一省")
    assert office.catalogue is not before


def test_a_lost_folder_of_compiled_look_ups_is_made_again(office: Office) -> None:
    edition = taken(office)
    for path in (office.home / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"torn")
    again = an_office(office.home).catalogue
    assert again.match(Printed("样例片"), DAY).entry_id == f"{edition.id}/A1"


def test_it_is_listed_with_its_file_and_who_took_it_over(office: Office, clock: Clock) -> None:
    edition = taken(office)
    (view,) = (view for view in catalogue.editions(office) if view.own)
    assert (view.edition, view.count, view.file) == (edition, 2, "样例.xlsx")
    assert (view.imported_by, view.imported_at, view.withdrawn) == ("zhao.gang", clock.now, "")


def test_the_journal_tells_file_hash_counts_and_differences(office: Office) -> None:
    first = taken(office, effective_until=date(2025, 12, 31))
    changed = a_proposal(
        an_entry("样例片", "A1", payment_class=PaymentClass.B), an_entry("新药片", "A3"), sha256="b" * 64
    )
    catalogue.take_over(office, ADMINISTRATOR, changed, a_head(effective_from=NEW_YEAR))
    row = archive.history(office, SUBJECT)[-1]
    assert (row.action, row.actor) == ("import_edition", "admin")
    assert (row.after["file"], row.after["sha256"], row.after["count"]) == ("样例.xlsx", "b" * 64, 2)
    assert row.after["against"] == first.id
    counts = row.after["differences"]
    assert isinstance(counts, dict)
    assert (counts["new"], counts["gone"], counts["reclassed"]) == (1, 1, 1)
    assert archive.verify_journal(office).ok


@pytest.mark.parametrize("actor", [CLERK, SECOND, CASHIER], ids=lambda actor: actor.username)
def test_only_supervisors_and_administrators_change_editions(office: Office, actor: Actor) -> None:
    steps: tuple[Callable[[], Any], ...] = (
        lambda: catalogue.take_over(office, actor, a_proposal(), a_head()),
        lambda: catalogue.withdraw(office, actor, "nrdl-2024", "理由"),
        lambda: catalogue.end_edition(office, actor, "nrdl-2024", DAY, "理由"),
        lambda: catalogue.revoke_choice(office, actor, 1, "理由"),
    )
    for step in steps:
        with pytest.raises(ForbiddenError):
            step()
    assert told(office) == []


def test_a_file_with_a_stopping_fault_is_refused_with_its_place(office: Office) -> None:
    fault = Fault(sheet="总表", row=7, column="甲乙类", found="戊", said="不是甲、乙、丙。")
    with pytest.raises(InputError) as refused:
        catalogue.take_over(office, SUPERVISOR, a_proposal(faults=[fault]), a_head())
    assert refused.value.code == "faults"
    assert "总表第7行“甲乙类”不是甲、乙、丙" in str(refused.value)
    assert (own(office), told(office)) == ([], [])


def test_a_fault_that_does_not_stop_lets_the_file_in(office: Office) -> None:
    fault = Fault(row=7, said="备注过长，已照录。", stops=False)
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(faults=[fault]), a_head())
    assert own(office) == [edition.id]


def test_doubts_about_the_file_and_its_year_are_told_in_the_journal(office: Office) -> None:
    fault = Fault(row=7, said="备注过长，已照录。", stops=False)
    proposal = a_proposal(faults=[fault], file="药品目录（2019年版）.xlsx")
    catalogue.take_over(office, SUPERVISOR, proposal, a_head())
    doubts = archive.history(office, SUBJECT)[-1].after["doubts"]
    assert isinstance(doubts, list)
    assert doubts[0] == "备注过长，已照录。"
    assert "2019" in "".join(doubts[1:])


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        (replace(a_proposal(), entries=()), "faults"),
        (a_proposal(an_entry("样例片", "A1"), an_entry("样例胶囊", "A1")), "faults"),
        (a_proposal(an_entry("静脉输液", "1", kind=EntryKind.SERVICE)), "kind-differs"),
    ],
    ids=["empty", "key twice", "other kind"],
)
def test_a_file_that_is_not_sound_leaves_nothing_behind(office: Office, proposal: Any, code: str) -> None:
    with pytest.raises(InputError) as refused:
        catalogue.take_over(office, SUPERVISOR, proposal, a_head())
    assert refused.value.code == code
    assert refused.value.advice
    assert own(office) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": " "},
        {"region": ""},
        {"effective_from": None},
        {"effective_until": date(2024, 12, 31)},
    ],
    ids=["title", "region", "begins", "ends before"],
)
def test_an_incomplete_head_is_refused(office: Office, changes: dict[str, Any]) -> None:
    with pytest.raises(InputError) as refused:
        catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head(**changes))
    assert refused.value.code == "head-incomplete"


def test_the_same_file_twice_is_told_with_the_edition_it_became(office: Office) -> None:
    catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    with pytest.raises(ConflictError, match="样例省药品目录") as refused:
        catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head(region="另一省"))
    assert refused.value.code == "same-file"
    assert len(own(office)) == 1


def test_the_file_of_a_withdrawn_edition_may_come_again(office: Office) -> None:
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    catalogue.withdraw(office, SUPERVISOR, edition.id, "日期填错")
    again = catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    assert office.catalogue.match(Printed("样例片"), DAY).entry_id == f"{again.id}/A1"


def test_overlapping_dates_need_a_decision(office: Office) -> None:
    taken(office)
    with pytest.raises(ConflictError, match="重叠") as refused:
        taken(office, effective_from=NEW_YEAR)
    assert refused.value.code == "edition-overlap"
    assert "终止于 2025-12-31" in refused.value.advice
    assert len(own(office)) == 1


def test_the_older_edition_can_be_ended_on_the_day_before(office: Office) -> None:
    older = taken(office)
    file = a_proposal(sha256="c" * 64)
    newer = catalogue.take_over(office, SUPERVISOR, file, a_head(effective_from=NEW_YEAR), end_older=True)
    ended = office.catalogue.edition(older.id)
    assert ended is not None
    assert ended.effective_until == date(2025, 12, 31)
    assert told(office) == ["import_edition", "end_edition", "import_edition"]
    used = [office.catalogue.match(Printed("样例片"), day).entry_id for day in (DAY, LATER)]
    assert used == [f"{older.id}/A1", f"{newer.id}/A1"]


def test_an_edition_that_begins_later_is_never_ended_by_an_import(office: Office) -> None:
    taken(office, effective_from=NEW_YEAR)
    with pytest.raises(ConflictError) as refused:
        catalogue.take_over(office, SUPERVISOR, a_proposal(sha256="c" * 64), a_head(), end_older=True)
    assert refused.value.code == "edition-started-later"
    assert len(own(office)) == 1


@pytest.mark.parametrize(
    "changes",
    [{"region": "另一省"}, {"effective_from": date(2024, 1, 1), "effective_until": date(2024, 12, 31)}],
    ids=["region", "dates"],
)
def test_other_regions_and_other_years_stand_side_by_side(office: Office, changes: dict[str, Any]) -> None:
    taken(office)
    taken(office, **changes)
    assert len(own(office)) == 2


def test_a_withdrawn_edition_stays_readable_and_is_matched_from_no_more(office: Office) -> None:
    edition = taken(office)
    catalogue.withdraw(office, SUPERVISOR, edition.id, " 导入了错误的文件 ")
    assert office.catalogue.match(Printed("样例胶囊"), DAY).entry_id == ""
    assert office.catalogue.entry(f"{edition.id}/A2") is not None
    (view,) = (view for view in catalogue.editions(office) if view.own)
    assert (view.withdrawn, view.changed_by) == ("导入了错误的文件", "zhao.gang")
    row = archive.history(office, SUBJECT)[-1]
    assert (row.action, row.reason) == ("withdraw_edition", "导入了错误的文件")


def test_a_shipped_edition_can_be_ended_and_withdrawn_too(office: Office) -> None:
    catalogue.end_edition(office, SUPERVISOR, "nrdl-2024", date(2025, 6, 30), "局方通知")
    ended = office.catalogue.edition("nrdl-2024")
    assert ended is not None
    assert ended.effective_until == date(2025, 6, 30)
    catalogue.withdraw(office, SUPERVISOR, "services-demo", "已有正式目录")
    assert "services-demo" not in {edition.id for edition in office.catalogue.used(DAY)}
    untouched = an_office(office.home.parent / "another").catalogue.edition("nrdl-2024")
    assert untouched is not None
    assert untouched.effective_until == date(2025, 12, 31)


def _end(office: Office, actor: Actor, edition_id: str, reason: str) -> None:
    catalogue.end_edition(office, actor, edition_id, DAY, reason)


@pytest.mark.parametrize("step", [catalogue.withdraw, _end])
def test_a_change_wants_a_reason_and_an_edition_in_use(office: Office, step: Callable[..., Any]) -> None:
    with pytest.raises(InputError):
        step(office, SUPERVISOR, "nrdl-2024", "  ")
    with pytest.raises(NotFoundError):
        step(office, SUPERVISOR, "nowhere", "理由")
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "理由")
    with pytest.raises(ConflictError):
        step(office, SUPERVISOR, "nrdl-2024", "理由")


def test_an_edition_cannot_end_before_it_begins(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        catalogue.end_edition(office, SUPERVISOR, "nrdl-2024", date(2024, 12, 31), "理由")
    assert refused.value.code == "ends-before"


def test_what_a_file_would_change_is_shown_before_it_is_taken_over(office: Office) -> None:
    edition = taken(office)
    found = catalogue.in_force(office, a_head(effective_from=NEW_YEAR))
    assert found == edition
    changed = a_proposal(
        an_entry("样例片", "A1", remark="限住院"), an_entry("样例胶囊", "A2", payment_class=PaymentClass.B)
    )
    differences = catalogue.compare(office, changed, edition.id)
    assert (len(differences.relimited), len(differences.new), len(differences.gone)) == (1, 0, 0)


def test_in_force_is_the_nearest_of_the_kind_and_region(office: Office) -> None:
    assert catalogue.in_force(office, a_head()) is None
    older = taken(office, effective_until=date(2025, 6, 30))
    newer = taken(office, effective_from=date(2025, 7, 1))
    assert catalogue.in_force(office, a_head(effective_from=date(2025, 7, 1))) == newer
    assert catalogue.in_force(office, a_head(effective_from=date(2024, 1, 1))) == older


def test_two_editions_of_the_office_are_compared(office: Office) -> None:
    older = taken(office, effective_until=date(2025, 12, 31))
    file = a_proposal(an_entry("样例片", "A1"), sha256="c" * 64)
    newer = catalogue.take_over(office, SUPERVISOR, file, a_head(effective_from=NEW_YEAR))
    differences = catalogue.compare_editions(office, older.id, newer.id)
    assert [entry.name for entry in differences.gone] == ["样例胶囊"]
    with pytest.raises(NotFoundError):
        catalogue.compare_editions(office, older.id, "nowhere")

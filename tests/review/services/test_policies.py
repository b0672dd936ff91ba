"""Figures change in four hands, from a day on, and never for settled claims unseen."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from resources import ROOT
from review.claim.states import ClaimState, Role
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError, PolicyError
from review.packs.pack_edits import REMOVED, part_at
from review.packs.versions import VersionState
from review.services import archive, policies, queue, recalculating, review, settle
from review.services.pack_shelf import pack_for, shipped_pack
from review.store import policy_records as records
from tests.offices import ADMINISTRATOR, CASHIER, CLERK, PERSON, SECOND, SUPERVISOR, an_office, approved_once, in_review
from tests.policies import (
    FROM_THE_START,
    PAPER,
    RATIO,
    a_draft_version,
    a_proposed_version,
    a_ratio,
    an_approved_version,
)

if TYPE_CHECKING:
    from review.services.office import Office


def states(office: Office) -> list[VersionState]:
    return [version.state for version in policies.versions(office)]


def last_row(office: Office) -> Any:
    return archive.history(office, "policies")[-1]


def test_without_versions_of_its_own_an_office_settles_by_the_shipped_pack(office: Office) -> None:
    claim = in_review(office)
    assert pack_for(office, claim).version == policies.version_tree(office)["version"]
    assert settle.settle_claim(office, claim.number).fund_total == Decimal("4440.00")


def test_a_draft_and_a_proposal_change_nothing_yet(office: Office) -> None:
    claim = in_review(office)
    proposed = a_proposed_version(office)
    assert settle.settle_claim(office, claim.number).fund_total == Decimal("4440.00")
    assert (proposed.state, proposed.base_label, proposed.authors) == (VersionState.PROPOSED, "2026.11", ("li.jing",))


def test_an_approved_version_settles_care_from_its_first_day_on(office: Office) -> None:
    claim = in_review(office)
    version = an_approved_version(office)
    settlement = settle.settle_claim(office, claim.number)
    assert (settlement.fund_total, settlement.pack.version) == (Decimal("4810.00"), version.label)
    assert pack_for(office, claim).version == version.label


def test_the_queue_shows_what_open_claims_come_to_under_the_new_version(office: Office) -> None:
    claim = in_review(office)
    version = an_approved_version(office)
    assert [row.payable for row in queue.queue(office)] == [Decimal("4810.00")]
    assert queue.load_claim(office, claim.number).version == claim.version
    policies.withdraw(office, SUPERVISOR, version.id, "有误")
    assert [row.payable for row in queue.queue(office)] == [Decimal("4440.00")]


def test_care_before_the_first_day_is_settled_as_before(office: Office) -> None:
    claim = in_review(office)
    later = an_approved_version(office, since=date(2025, 3, 12))
    assert settle.settle_claim(office, claim.number).fund_total == Decimal("4440.00")
    shelf = office.policies.shelf()
    assert shelf.on(date(2025, 3, 12)).version == later.label
    assert shelf.on(date(2025, 3, 11)).version == "2026.11"
    assert shelf.on(None).version == shelf.latest.version == later.label


def test_a_later_version_rests_on_the_earlier_one_and_holds_over_it(office: Office) -> None:
    an_approved_version(office, "0.65")
    second = an_approved_version(office, "0.70")
    assert second.base_label == policies.versions(office)[0].label
    assert office.policies.shelf().on(date(2025, 6, 1)).version == second.label


def test_every_process_sees_what_was_approved_elsewhere(office: Office) -> None:
    other = an_office(office.home)
    claim = in_review(office)
    assert settle.settle_claim(other, claim.number).fund_total == Decimal("4440.00")
    an_approved_version(office)
    assert settle.settle_claim(other, claim.number).fund_total == Decimal("4810.00")


@pytest.mark.parametrize("actor", [CLERK, SECOND, CASHIER])
def test_only_a_supervisor_or_an_administrator_approves(office: Office, actor: Any) -> None:
    proposed = a_proposed_version(office)
    with pytest.raises(ForbiddenError):
        policies.approve(office, replace(actor, username="another"), proposed.id)
    assert states(office) == [VersionState.PROPOSED]


def test_whoever_wrote_in_a_version_does_not_approve_it(office: Office) -> None:
    draft = a_draft_version(office)
    change = policies.PartEdit("title", "赣州市政策包（修订）")
    policies.edit(office, replace(SUPERVISOR, username="co.author"), draft.id, change)
    policies.propose(office, CLERK, draft.id, FROM_THE_START, "来文")
    for author in ("li.jing", "co.author"):
        with pytest.raises(ForbiddenError, match="起草") as refused:
            policies.approve(office, replace(PERSON, username=author), draft.id)
        assert refused.value.code == "four-eyes"
    assert policies.approve(office, ADMINISTRATOR, draft.id).approved_by == "admin"


def test_whoever_proposes_counts_as_an_author(office: Office) -> None:
    draft = a_draft_version(office)
    policies.propose(office, replace(SUPERVISOR, username="proposer"), draft.id, FROM_THE_START, "来文")
    with pytest.raises(ForbiddenError):
        policies.approve(office, replace(SUPERVISOR, username="proposer"), draft.id)


@pytest.mark.parametrize("role", [Role.CASHIER, Role.AUDITOR])
def test_not_everybody_drafts(office: Office, role: Role) -> None:
    outsider = replace(PERSON, roles=frozenset({role}))
    with pytest.raises(ForbiddenError):
        policies.begin_draft(office, outsider, "试改")
    with pytest.raises(ForbiddenError):
        policies.edit(office, outsider, a_draft_version(office).id, policies.PartEdit("title", "试改"))


def test_a_faulty_draft_is_kept_but_not_proposed_and_its_faults_name_key_and_cure(office: Office) -> None:
    draft = a_draft_version(office, "1.65")
    found = policies.faults(office, draft.id)
    assert (draft.label in found, "tertiary" in found, "0 和 1 之间" in found) == (True, True, True)
    with pytest.raises(PolicyError, match="tertiary"):
        policies.propose(office, CLERK, draft.id, FROM_THE_START, "来文")
    policies.edit(office, CLERK, draft.id, policies.ValueEdit(RATIO, FROM_THE_START, a_ratio("0.65"), PAPER))
    assert policies.faults(office, draft.id) == ""


def test_what_is_doubtful_in_a_draft_is_told_before_it_is_proposed(office: Office) -> None:
    draft = a_draft_version(office)
    rows = part_at(policies.version_tree(office, draft.id), "layers.serious_illness.rows")
    everybody = {name: part for name, part in rows["in_need"].items() if name != "when"}
    change = policies.PartEdit("layers.serious_illness.rows", {"everybody": everybody, **rows})
    policies.edit(office, CLERK, draft.id, change)
    told = [note.path for note in policies.notes(office, draft.id)]
    assert any(path.startswith("layers.serious_illness.rows.in_need") for path in told)


def test_a_pack_is_not_said_to_be_confirmed_while_its_figures_are_not(office: Office) -> None:
    draft = a_draft_version(office)
    policies.edit(office, CLERK, draft.id, policies.PartEdit("status", "confirmed"))
    with pytest.raises(PolicyError) as refused:
        policies.propose(office, CLERK, draft.id, FROM_THE_START, "来文")
    assert refused.value.code == "unsound"
    assert policies.faults(office, draft.id) == str(refused.value)


def test_a_figure_without_its_paper_is_not_proposed(office: Office) -> None:
    nameless = replace(PAPER, document="", source="听说")
    draft = policies.begin_draft(office, CLERK, "来路不明")
    policies.edit(office, CLERK, draft.id, policies.ValueEdit(RATIO, FROM_THE_START, a_ratio("0.65"), nameless))
    found = policies.faults(office, draft.id)
    assert "document" in found
    assert "source" in found


def test_nothing_is_proposed_without_reason_change_or_reviewed_day(office: Office) -> None:
    idle, draft = policies.begin_draft(office, CLERK, "未改"), a_draft_version(office)
    refusals = ((idle, FROM_THE_START, "来文", "nothing-changed"), (draft, FROM_THE_START, " ", "reason-missing"))
    for version, since, reason, code in (*refusals, (draft, date(2031, 1, 1), "来文", "not-reviewed")):
        with pytest.raises(InputError) as refused:
            policies.propose(office, CLERK, version.id, since, reason)
        assert refused.value.code == code
    with pytest.raises(InputError):
        policies.begin_draft(office, CLERK, "  ")


def test_a_version_keeps_the_name_of_its_pack_and_its_own_label(office: Office) -> None:
    draft = a_draft_version(office)
    policies.edit(office, CLERK, draft.id, policies.PartEdit("version", "9999"))
    assert policies.version_tree(office, draft.id)["version"] == draft.label
    policies.edit(office, CLERK, draft.id, policies.PartEdit("id", "changchun"))
    with pytest.raises(InputError, match="编号"):
        policies.propose(office, CLERK, draft.id, FROM_THE_START, "来文")


def test_what_was_changed_since_it_was_seen_is_not_written_over(office: Office) -> None:
    draft = a_draft_version(office)
    policies.edit(office, CLERK, draft.id, policies.PartEdit("title", "甲"), revision=draft.revision)
    with pytest.raises(ConflictError) as refused:
        policies.edit(office, CLERK, draft.id, policies.PartEdit("title", "乙"), revision=draft.revision)
    assert refused.value.code == "stale"
    assert policies.version_tree(office, draft.id)["title"] == "甲"
    assert last_row(office).after["heads"] == {"title": {"before": "赣州市基本医疗保险零星报销", "after": "甲"}}


def test_a_draft_on_an_older_version_is_neither_proposed_nor_approved(office: Office) -> None:
    draft, waiting = a_draft_version(office, "0.62"), a_proposed_version(office, "0.63")
    an_approved_version(office)
    with pytest.raises(ConflictError) as refused:
        policies.propose(office, CLERK, draft.id, FROM_THE_START, "来文")
    with pytest.raises(ConflictError):
        policies.approve(office, SUPERVISOR, waiting.id)
    assert refused.value.code == "base-changed"


def test_only_drafts_are_edited_and_only_proposals_approved(office: Office) -> None:
    draft, approved = a_draft_version(office), an_approved_version(office)
    with pytest.raises(ConflictError):
        policies.edit(office, CLERK, approved.id, policies.PartEdit("title", "改"))
    with pytest.raises(ConflictError):
        policies.approve(office, SUPERVISOR, draft.id)
    with pytest.raises(ConflictError):
        policies.approve(office, SUPERVISOR, approved.id)
    with pytest.raises(NotFoundError):
        policies.approve(office, SUPERVISOR, 99)


def test_a_proposal_goes_back_with_a_reason_and_may_come_again(office: Office) -> None:
    proposed = a_proposed_version(office)
    with pytest.raises(InputError):
        policies.return_to_draft(office, SUPERVISOR, proposed.id, "")
    back = policies.return_to_draft(office, SUPERVISOR, proposed.id, "文号不全")
    assert (back.state, back.in_force_from, back.remark) == (VersionState.DRAFT, None, "文号不全")
    again = policies.propose(office, CLERK, proposed.id, FROM_THE_START, "已补文号")
    assert (again.state, again.remark) == (VersionState.PROPOSED, "")


def test_a_draft_is_given_up_by_its_author_and_stays_listed(office: Office) -> None:
    draft = a_draft_version(office)
    with pytest.raises(ForbiddenError):
        policies.discard(office, SECOND, draft.id, "不要了")
    assert policies.discard(office, CLERK, draft.id, "不要了").state is VersionState.WITHDRAWN
    assert states(office) == [VersionState.WITHDRAWN]
    with pytest.raises(ConflictError):
        policies.discard(office, CLERK, draft.id, "再来一次")


def test_settled_claims_that_change_must_be_seen_before_anybody_approves(office: Office) -> None:
    claim = approved_once(office)
    proposed = a_proposed_version(office)
    with pytest.raises(ConflictError, match="重算清单") as refused:
        policies.approve(office, SUPERVISOR, proposed.id)
    assert refused.value.code == "recalculation"
    listed = recalculating.recalculation(office, proposed.id)
    (row,) = listed.rows
    assert (row.claim, row.before, row.after, row.difference) == (
        claim.number,
        Decimal("4440.00"),
        Decimal("4810.00"),
        Decimal("370.00"),
    )
    approved = policies.approve(office, SUPERVISOR, proposed.id, listed.digest)
    assert approved.recalculated == listed.digest
    assert policies.confirmed_list(office, proposed.id) == listed.plain()


def test_a_list_that_has_grown_since_it_was_seen_is_not_confirmed(office: Office) -> None:
    approved_once(office)
    proposed = a_proposed_version(office)
    seen = recalculating.recalculation(office, proposed.id).digest
    approved_once(office)
    with pytest.raises(ConflictError):
        policies.approve(office, SUPERVISOR, proposed.id, seen)
    assert states(office) == [VersionState.PROPOSED]


def test_figures_for_days_nobody_settled_need_no_list(office: Office) -> None:
    approved_once(office)
    proposed = a_proposed_version(office, since=date(2025, 6, 1))
    assert recalculating.recalculation(office, proposed.id).rows == ()
    assert policies.approve(office, SUPERVISOR, proposed.id).recalculated == ""


def test_a_claim_fixed_by_the_old_figures_goes_back_instead_of_on(office: Office) -> None:
    claim = approved_once(office)
    an_approved_version(office)
    with pytest.raises(ConflictError, match="已退回初审"):
        review.approve_second(office, SECOND, claim.number)
    assert queue.load_claim(office, claim.number).state is ClaimState.FIRST_REVIEW


def test_a_version_in_force_is_withdrawn_by_a_second_person_with_the_list(office: Office) -> None:
    version = an_approved_version(office)
    claim = approved_once(office)
    assert claim.payable == Decimal("4810.00")
    with pytest.raises(ForbiddenError):
        policies.withdraw(office, replace(PERSON, username=CLERK.username), version.id, "有误")
    with pytest.raises(ConflictError):
        policies.withdraw(office, SUPERVISOR, version.id, "有误")
    listed = recalculating.recalculation(office, version.id)
    assert [row.difference for row in listed.rows] == [Decimal("-370.00")]
    policies.withdraw(office, SUPERVISOR, version.id, "有误", listed.digest)
    assert settle.settle_claim(office, claim.number).fund_total == Decimal("4440.00")


def test_a_version_that_another_rests_on_is_not_withdrawn(office: Office) -> None:
    first = an_approved_version(office, "0.65")
    an_approved_version(office, "0.70")
    with pytest.raises(ConflictError, match="基础"):
        policies.withdraw(office, SUPERVISOR, first.id, "有误")


def test_the_journal_says_who_changed_which_figure_from_when_on_which_paper_and_who_agreed(office: Office) -> None:
    version = an_approved_version(office, since=date(2025, 7, 1))
    rows = archive.history(office, "policies")
    assert [(row.action, row.actor) for row in rows] == [
        ("begin_policy", "li.jing"),
        ("edit_policy", "li.jing"),
        ("propose_policy", "li.jing"),
        ("approve_policy", "zhao.gang"),
    ]
    new = rows[-1].after["changes"][f"{RATIO} 2025-07-01"]  # type: ignore[index]
    assert (new["document"], new["clause"], new["source"]) == ("赣医保发〔2026〕1号", "第三条", "[G] 局方文件")
    assert ("tertiary: 0.60" in new["before"], "tertiary: 0.65" in new["after"]) == (True, True)
    assert (rows[-1].after["in_force_from"], rows[-1].after["digest"]) == ("2025-07-01", version.digest)
    assert rows[2].reason == "局方来文"
    assert archive.verify_journal(office).ok


def test_a_layer_taken_out_is_told_and_a_pack_that_points_at_it_is_refused(office: Office) -> None:
    draft = policies.begin_draft(office, CLERK, "停用医疗救助")
    policies.edit(office, CLERK, draft.id, policies.PartEdit("layers.medical_aid", REMOVED))
    assert last_row(office).after["path"] == "layers.medical_aid"
    assert "medical_aid" in policies.faults(office, draft.id)
    changed = {figure.path for figure in policies.changed_figures(office, draft.id)}
    assert any(path.startswith("layers.medical_aid") for path in changed)


def test_an_edit_that_finds_nothing_leaves_the_draft_and_the_journal_as_they_were(office: Office) -> None:
    draft = a_draft_version(office)
    rows = len(archive.history(office))
    with pytest.raises(NotFoundError):
        policies.edit(office, CLERK, draft.id, policies.ValueDrop(RATIO, date(2019, 1, 1)))
    assert policies.versions(office)[-1] == draft
    assert len(archive.history(office)) == rows


def test_the_parameters_of_every_version_stay_readable(office: Office) -> None:
    an_approved_version(office, "0.65")
    an_approved_version(office, "0.70")
    shares = [
        part_at(policies.version_tree(office, version_id), RATIO)["values"][0]["value"]["tertiary"]
        for version_id in (policies.SHIPPED, *(version.id for version in policies.versions(office)))
    ]
    assert shares == ["0.60", "0.65", "0.70"]


def spoilt(office: Office, version_id: int) -> None:
    """A version whose parameters no longer fit the software."""
    with office.store.write() as unit:
        version = records.version(unit, version_id)
        records.keep(unit, version, tree={**records.tree(unit, version_id), "general": {}})
        records.tell_changed(unit)


def test_a_version_that_no_longer_fits_stops_its_own_care_only(office: Office) -> None:
    claim = in_review(office)
    version = an_approved_version(office, since=date(2025, 3, 11))
    spoilt(office, version.id)
    with pytest.raises(PolicyError, match=version.label.replace("+", r"\+")):
        settle.settle_claim(office, claim.number)
    assert office.policies.shelf().on(date(2025, 3, 10)).version == "2026.11"
    assert queue.load_claim(office, claim.number).state is ClaimState.FIRST_REVIEW


def test_a_version_that_no_longer_fits_is_withdrawn_or_replaced(office: Office) -> None:
    claim = in_review(office)
    version = an_approved_version(office)
    spoilt(office, version.id)
    policies.withdraw(office, SUPERVISOR, version.id, "与新版软件不符")
    assert settle.settle_claim(office, claim.number).fund_total == Decimal("4440.00")


def test_a_value_no_pack_can_hold_is_refused(office: Office) -> None:
    draft = a_draft_version(office)
    with pytest.raises(InputError) as refused:
        policies.edit(office, CLERK, draft.id, policies.PartEdit("title", {1, 2}))
    assert refused.value.code == "bad-value"
    assert policies.versions(office)[-1] == draft


def with_a_newer_pack(office: Office) -> Office:
    """The office, whose pack is a folder, after the software brought a newer version of it."""
    text = (office.home / "pack" / "pack.yaml").read_text(encoding="utf-8")
    (office.home / "pack" / "pack.yaml").write_text(text.replace('"2026.11"', '"2027.01"'), encoding="utf-8")
    shipped_pack.cache_clear()
    return office


def with_its_own_pack(office: Office) -> Office:
    """The office with the usual pack as a folder of its own."""
    folder = office.home / "pack"
    shutil.copytree(ROOT / "policies" / "ganzhou", folder)
    return replace(office, pack_id=str(folder))


def test_what_the_software_brings_newer_does_not_change_versions_in_force_but_is_told(office: Office) -> None:
    place = with_its_own_pack(office)
    claim = in_review(place)
    version = an_approved_version(place)
    assert policies.newer_shipped(place) == ""
    with_a_newer_pack(place)
    assert policies.newer_shipped(place) == "2027.01"
    assert pack_for(place, claim).version == version.label


def test_a_draft_on_an_older_shipped_pack_is_not_proposed(office: Office) -> None:
    place = with_its_own_pack(office)
    draft = a_draft_version(place)
    with_a_newer_pack(place)
    with pytest.raises(ConflictError) as refused:
        policies.propose(place, CLERK, draft.id, FROM_THE_START, "来文")
    assert refused.value.code == "base-changed"
    assert policies.newer_shipped(place) == ""

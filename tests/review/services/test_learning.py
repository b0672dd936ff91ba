"""What the desk learns: corrections only with consent, layouts that a first review let stand, all of it revocable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import Severity
from review.claim.decisions import FindingVerdict
from review.claim.paper import Column
from review.errors import ForbiddenError, NotFoundError
from review.services import archive, desk, learning, queue, review, settle, undoing
from review.services.desk import Edit
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import ADMINISTRATOR, CASHIER, CLERK, MORNING, SECOND, SUPERVISOR, in_review

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Value
    from review.claim.people import Actor
    from review.services.office import Office

COLUMNS = (Column("名称", "name", 0.0, 0.5), Column("金额", "amount", 0.5, 1.0))


@pytest.fixture
def agreed(office: Office) -> Office:
    """An office that keeps corrections."""
    learning.set_keep_corrections(office, SUPERVISOR, keep=True)
    return office


def payer(claim: Claim) -> Value:
    """The payer of the receipt."""
    return claim.receipts[0].values["payer"]


def corrected(office: Office, claim: Claim, value: str) -> Claim:
    """The claim after the clerk typed another payer."""
    return desk.correct(office, CLERK, claim.number, [Edit(f"value:{payer(claim).id}", value)])


def stay(office: Office, *rows: str, **cells: str) -> Claim:
    """A claim in review whose statement has these rows of a hundred yuan each and two columns."""
    lines = (
        a_line(name, position=n, unit_price="100.00", quantity="1", amount="100.00", entry_id="nrdl-2024/X312")
        for n, name in enumerate(rows)
    )
    sums = {"total_amount": f"{len(rows)}00.00"}
    statement = replace(a_statement(*lines, **(sums | cells)), layout=COLUMNS)
    number = f"{len(queue.queue(office)):010}"
    receipt = a_receipt(invoice_number=number, cash_paid=sums["total_amount"], total_in_words="叁佰元整", **sums)
    return in_review(office, receipt, statement, a_discharge_record())


def approved(office: Office, claim: Claim) -> Claim:
    """The claim approved by the clerk, every finding answered."""
    for view in settle.findings(office, claim.number):
        if view.open and view.finding.severity is Severity.DECISION:
            answer = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.ALLOW, "已核对")
            desk.decide(office, CLERK, claim.number, answer)
    return review.approve_first(office, CLERK, claim.number)


def a_correction(**changes: str) -> learning.Correction:
    """A correction of some name."""
    place = {"claim": "1", "page_id": 1, "path": Path(), "sha256": "", "box": (0, 0, 1, 1), "key": "name"}
    return learning.Correction(**{**place, "of_line": True, "at": MORNING, "by": "", **changes})  # type: ignore[arg-type]  # plain words for all


def test_nothing_is_kept_unless_somebody_agreed(office: Office) -> None:
    corrected(office, in_review(office), "张小漫")
    assert not learning.keeps_corrections(office)
    assert learning.corrections(office, SUPERVISOR) == ()


@pytest.mark.parametrize("actor", [CLERK, SECOND, CASHIER])
def test_only_supervisors_and_administrators_may_agree(office: Office, actor: Actor) -> None:
    with pytest.raises(ForbiddenError):
        learning.set_keep_corrections(office, actor, keep=True)
    assert not learning.keeps_corrections(office)


@pytest.mark.parametrize("actor", [SUPERVISOR, ADMINISTRATOR])
def test_agreeing_and_stopping_are_told_in_the_journal(office: Office, actor: Actor) -> None:
    learning.set_keep_corrections(office, actor, keep=True)
    learning.set_keep_corrections(office, actor, keep=False)
    rows = archive.history(office, "office")
    assert [(row.action, row.actor, row.after) for row in rows] == [
        ("set_keep_corrections", actor.username, {"keep_corrections": True}),
        ("set_keep_corrections", actor.username, {"keep_corrections": False}),
    ]


def test_a_correction_is_kept_with_its_place_and_what_was_read(agreed: Office) -> None:
    claim = in_review(agreed)
    corrected(agreed, claim, "张小漫")
    (kept,) = learning.corrections(agreed, SUPERVISOR)
    place = payer(claim).place
    assert place is not None
    assert (kept.claim, kept.page_id, kept.box) == (claim.number, place.page_id, place.box)
    assert (kept.key, kept.of_line, kept.read, kept.corrected) == ("payer", False, "张小满", "张小漫")
    assert (kept.at, kept.by, kept.sha256) == (MORNING, "li.jing", claim.pages[0].sha256)
    assert kept.path.is_file()


def test_a_correction_of_a_row_says_so(agreed: Office) -> None:
    claim = in_review(agreed)
    line = claim.charge_lines[0]
    desk.correct(agreed, CLERK, claim.number, [Edit(f"line:{line.id}:name", "氯化钾注射液")])
    (kept,) = learning.corrections(agreed, SUPERVISOR)
    assert (kept.of_line, kept.key, kept.label) == (True, "name", "氯化钾注射液")


def test_correcting_twice_keeps_the_last_word_and_the_first_reading(agreed: Office) -> None:
    claim = corrected(agreed, in_review(agreed), "张小漫")
    corrected(agreed, claim, "张晓曼")
    (kept,) = learning.corrections(agreed, SUPERVISOR)
    assert (kept.was, kept.corrected) == ("张小满", "张晓曼")


def test_typing_what_was_read_again_forgets_the_correction(agreed: Office) -> None:
    claim = corrected(agreed, in_review(agreed), "张小漫")
    corrected(agreed, claim, "张小满")
    assert learning.corrections(agreed, SUPERVISOR) == ()


def test_an_undone_correction_is_forgotten_and_a_redone_one_kept(agreed: Office) -> None:
    claim = corrected(agreed, in_review(agreed), "张小漫")
    undoing.undo(agreed, CLERK, claim.number)
    assert learning.corrections(agreed, SUPERVISOR) == ()
    undoing.redo(agreed, CLERK, claim.number)
    assert [kept.corrected for kept in learning.corrections(agreed, SUPERVISOR)] == ["张小漫"]


def test_undoing_what_was_typed_before_the_consent_keeps_nothing(office: Office) -> None:
    claim = corrected(office, in_review(office), "张小漫")
    learning.set_keep_corrections(office, SUPERVISOR, keep=True)
    undoing.undo(office, CLERK, claim.number)
    assert learning.corrections(office, SUPERVISOR) == ()


def test_after_stopping_what_is_kept_stays_and_nothing_new_comes(agreed: Office) -> None:
    claim = corrected(agreed, in_review(agreed), "张小漫")
    learning.set_keep_corrections(agreed, SUPERVISOR, keep=False)
    line = claim.charge_lines[0]
    desk.correct(agreed, CLERK, claim.number, [Edit(f"line:{line.id}:name", "氯化钾注射液")])
    assert [kept.key for kept in learning.corrections(agreed, SUPERVISOR)] == ["payer"]


def test_what_has_no_place_on_paper_is_not_kept(agreed: Office) -> None:
    claim = in_review(agreed)
    desk.correct(agreed, CLERK, claim.number, [Edit("insured.phone", "13900000000")])
    assert learning.corrections(agreed, SUPERVISOR) == ()


def test_a_refused_correction_leaves_nothing(agreed: Office) -> None:
    claim = in_review(agreed)
    edits = [Edit(f"value:{payer(claim).id}", "张小漫"), Edit("value:999999", "?")]
    with pytest.raises(NotFoundError):
        desk.correct(agreed, CLERK, claim.number, edits)
    assert learning.corrections(agreed, SUPERVISOR) == ()


def test_corrections_can_be_forgotten_by_those_who_agreed(agreed: Office) -> None:
    claim = corrected(agreed, in_review(agreed), "张小漫")
    with pytest.raises(ForbiddenError):
        learning.forget_corrections(agreed, CLERK)
    assert learning.forget_corrections(agreed, SUPERVISOR) == 1
    assert learning.corrections(agreed, SUPERVISOR) == ()
    assert archive.history(agreed, "office")[-1].after == {"count": 1}
    assert payer(queue.load_claim(agreed, claim.number)).value == "张小漫"


@pytest.mark.parametrize("actor", [CLERK, SECOND, CASHIER])
def test_only_those_who_may_agree_see_and_export_corrections(agreed: Office, actor: Actor) -> None:
    corrected(agreed, in_review(agreed), "张小漫")
    with pytest.raises(ForbiddenError):
        learning.corrections(agreed, actor)
    with pytest.raises(ForbiddenError):
        learning.tell_export(agreed, actor, 1)


def test_an_export_is_told_in_the_journal(agreed: Office) -> None:
    learning.tell_export(agreed, ADMINISTRATOR, 3)
    told = archive.history(agreed, "office")[-1]
    assert (told.action, told.actor, told.after) == ("export_corrections", "admin", {"count": 3})


@pytest.mark.parametrize(
    ("read", "was", "now", "label"),
    [
        ("814.20元", "814.20", "814.26", "814.26元"),
        ("氧化钠注射液", "氧化钠注射液", "氯化钠注射液", "氯化钠注射液"),
        ("2025年3月1日", "2025-03-01", "2025-03-07", ""),
        ("1,680.00", "1680.00", "1630.00", ""),
        ("肺炎", "肺炎", "肺炎\n高血压", ""),
        ("1 1", "1", "7", ""),
        ("", "", "补写", ""),
    ],
)
def test_a_label_says_what_stands_on_the_paper_or_nothing(read: str, was: str, now: str, label: str) -> None:
    assert a_correction(read=read, was=was, corrected=now).label == label


def test_a_layout_is_remembered_when_the_first_review_approves(office: Office) -> None:
    claim = approved(office, stay(office, "甲药", "乙药", "丙药", institution="样例市第一医院"))
    (known,) = learning.known_layouts(office)
    assert (known.institution, known.columns, known.claim) == ("样例市第一医院", COLUMNS, claim.number)
    assert (known.by, known.headings) == ("li.jing", "名称→name | 金额→amount")
    assert "learn_layout" in [row.action for row in archive.history(office, claim.number)]


def test_the_hospital_of_the_claim_serves_where_the_statement_names_none(office: Office) -> None:
    approved(office, stay(office, "甲药", "乙药", "丙药"))
    assert [known.institution for known in learning.known_layouts(office)] == ["样例省人民医院"]


def test_the_same_layout_is_remembered_once(office: Office) -> None:
    first = approved(office, stay(office, "甲药", "乙药", "丙药"))
    approved(office, stay(office, "甲药", "乙药", "丙药"))
    assert [known.claim for known in learning.known_layouts(office)] == [first.number]


def test_columns_that_were_changed_are_not_remembered(office: Office) -> None:
    claim = stay(office, "甲药", "乙药", "丙药")
    edits = [Edit(f"line:{line.id}:name", f"另一种{line.id}") for line in claim.charge_lines]
    desk.correct(office, CLERK, claim.number, edits)
    approved(office, claim)
    assert learning.known_layouts(office) == ()


def test_a_revoked_layout_is_not_used_nor_learned_again_until_it_is_restored(office: Office) -> None:
    approved(office, stay(office, "甲药", "乙药", "丙药"))
    (known,) = learning.known_layouts(office)
    learning.set_layout_revoked(office, SUPERVISOR, known, revoked=True)
    approved(office, stay(office, "甲药", "乙药", "丙药"))
    assert learning.known_layouts(office) == ()
    assert [row.revoked for row in learning.known_layouts(office, revoked=True)] == [True]
    learning.set_layout_revoked(office, ADMINISTRATOR, known, revoked=False)
    assert learning.known_layouts(office) == (known,)
    assert [row.action for row in archive.history(office, "office")] == ["revoke_layout", "restore_layout"]


@pytest.mark.parametrize("actor", [CLERK, SECOND, CASHIER])
def test_only_supervisors_and_administrators_may_revoke(office: Office, actor: Actor) -> None:
    approved(office, stay(office, "甲药", "乙药", "丙药"))
    (known,) = learning.known_layouts(office)
    with pytest.raises(ForbiddenError):
        learning.set_layout_revoked(office, actor, known, revoked=True)
    assert learning.known_layouts(office) == (known,)


def test_a_layout_nobody_learned_cannot_be_revoked(office: Office) -> None:
    strange = learning.KnownLayout(institution="?", headings="?", columns=(), claim="", at=MORNING, by="")
    with pytest.raises(NotFoundError):
        learning.set_layout_revoked(office, SUPERVISOR, strange, revoked=True)

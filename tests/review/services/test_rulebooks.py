"""The rule library of an office: shipped and own batches, in use or withdrawn, searched, and what each rule caught."""

from __future__ import annotations

from decimal import Decimal
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.decisions import FindingVerdict
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.rules.book import shipped_book
from review.rules.proposal import RuleFault, RuleProposal
from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.services import archive, desk, review, rulebooks, settle
from review.services.rulebooks import Caught
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import CLERK, SUPERVISOR, an_office, in_review, line_named

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.services.office import Office


def a_rule(number: int = 1, **changes: Any) -> Rule:
    """A rule of the own batch: an article for women only."""
    usual: dict[str, Any] = {
        "name": f"样品栓{number}",
        "codes": (f"XG01AAA001A00101010000{number}",),
        "kind": RuleKind.SEX,
        "subject": Subject.DRUG,
        "value": "女",
        "note": "限女性",
    }
    return Rule(id=f"own/{number}", batch="own", **(usual | changes))


def a_proposal(*rules: Rule, sha256: str = "a" * 64, faults: tuple[RuleFault, ...] = ()) -> RuleProposal:
    """A file as read: by default one rule."""
    kept = rules or (a_rule(),)
    batch = RuleBatch(
        id="own",
        title="样例省药品规则",
        kind=RuleKind.SEX,
        subject=Subject.DRUG,
        published=None,
        source="样例.xlsx",
        rows=len(kept),
        loaded=len(kept),
        shipped=False,
    )
    return RuleProposal(file="样例.xlsx", sha256=sha256, batch=batch, rules=kept, faults=faults)


def a_claim_with(office: Office, name: str) -> Claim:
    """A claim of a man in review with a line of that name, 50.00 yuan."""
    lines = (
        a_line(name, unit_price="50.00", quantity="1", amount="50.00", entry_id="nrdl-2024/X312"),
        a_line(position=1, unit_price="50.00", quantity="1", amount="50.00", entry_id="nrdl-2024/X312"),
    )
    return in_review(office, a_receipt(), a_statement(*lines), a_discharge_record())


def test_the_shipped_batches_stand_first_and_are_in_use(office: Office) -> None:
    views = rulebooks.rule_batches(office)
    assert [view.batch for view in views] == list(shipped_book().batches)
    assert all(not view.withdrawn and view.batch.shipped for view in views)
    assert office.rules is shipped_book()


def test_a_batch_taken_over_is_listed_searched_and_survives_a_restart(office: Office) -> None:
    taken = rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    again = an_office(office.home)
    assert rulebooks.rule_batches(again)[-1] == taken
    assert (taken.by, taken.batch.shipped) == ("zhao.gang", False)
    assert rulebooks.rules(again, batch="own").rules == (a_rule(),)
    assert again.rules.rules_for("", None, "样品栓1") == (a_rule(),)


def test_another_office_window_sees_a_new_batch_without_restart(office: Office) -> None:
    beside = an_office(office.home)
    assert rulebooks.rules(beside, "样品栓1").total == 0
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    assert rulebooks.rules(beside, "样品栓1").total == 1


@pytest.mark.parametrize("text", ["样品栓2", "xg01aaa001a001010100002", "限女性 栓2", "女 样品栓2", "yps2"])
def test_rules_are_found_by_name_code_remark_and_value(office: Office, text: str) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal(a_rule(1), a_rule(2)))
    assert rulebooks.rules(office, text).rules == (a_rule(2),)


def test_rules_are_shown_page_by_page(office: Office) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal(*(a_rule(n) for n in range(1, 8))))
    shown = rulebooks.rules(office, batch="own", limit=3, offset=6)
    assert ([rule.name for rule in shown.rules], shown.total) == (["样品栓7"], 7)


def test_taking_over_is_told_in_the_journal_with_the_faults(office: Office) -> None:
    fault = RuleFault(sheet="规则", row=7, said="不认识的限定类型。", left_out=True)
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal(faults=(fault,)))
    told: Any = archive.history(office, "rules")[-1]
    assert (told.action, told.actor, told.after["batch"]) == ("take_over_rules", "zhao.gang", "own")
    assert told.after["faults"] == ["规则 第7行：不认识的限定类型。"]
    assert archive.verify_journal(office).ok


def test_a_file_with_stopping_faults_or_without_rules_is_not_taken_over(office: Office) -> None:
    stop = RuleFault(said="没有读出任何规则。", stops=True)
    for proposal in (a_proposal(faults=(stop,)), RuleProposal(file="", sha256="", batch=a_proposal().batch, rules=())):
        with pytest.raises(InputError, match="不能导入"):
            rulebooks.take_over_rules(office, SUPERVISOR, proposal)
    assert len(rulebooks.rule_batches(office)) == len(shipped_book().batches)


def test_the_same_file_is_taken_over_once_and_again_after_its_withdrawal(office: Office) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    with pytest.raises(ConflictError, match="没有重复导入"):
        rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    rulebooks.withdraw_rules(office, SUPERVISOR, "own", "换新版本")
    assert rulebooks.rules(office, "样品栓1").total == 0
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    assert rulebooks.rules(office, "样品栓1").total == 1


def test_a_shipped_batch_is_withdrawn_with_a_reason_and_restored(office: Office) -> None:
    batch = shipped_book().batches[0]
    rulebooks.withdraw_rules(office, SUPERVISOR, batch.id, "与本省口径不一致")
    assert rulebooks.rule_batches(office)[0].withdrawn == "与本省口径不一致"
    assert office.rules.batch(batch.id) is None
    assert all(rule.batch != batch.id for rule in office.rules.rules)
    rulebooks.restore_rules(office, SUPERVISOR, batch.id, "省局答复适用")
    assert office.rules.batch(batch.id) == batch
    actions = [row.action for row in archive.history(office, "rules")]
    assert actions == ["withdraw_rules", "restore_rules"]


def test_batches_are_changed_only_by_those_who_may_with_a_reason_and_where_they_are(office: Office) -> None:
    batch = shipped_book().batches[0].id
    with pytest.raises(ForbiddenError):
        rulebooks.take_over_rules(office, CLERK, a_proposal())
    with pytest.raises(ForbiddenError):
        rulebooks.withdraw_rules(office, CLERK, batch, "理由")
    with pytest.raises(InputError):
        rulebooks.withdraw_rules(office, SUPERVISOR, batch, " ")
    with pytest.raises(NotFoundError):
        rulebooks.withdraw_rules(office, SUPERVISOR, "no-such-batch", "理由")
    with pytest.raises(ConflictError):
        rulebooks.restore_rules(office, SUPERVISOR, batch, "理由")
    assert archive.history(office, "rules") == ()


def test_a_withdrawn_batch_still_lists_the_rules_it_had_and_none_of_them_is_in_force(office: Office) -> None:
    batch = rulebooks.rule_batches(office)[0].batch
    before = rulebooks.rules(office, batch=batch.id)
    rulebooks.withdraw_rules(office, SUPERVISOR, batch.id, "理由")
    assert rulebooks.rules(office, batch=batch.id) == before
    assert before.total > 0
    assert all(rule.batch != batch.id for rule in office.rules.rules)


def test_a_batch_is_not_withdrawn_twice(office: Office) -> None:
    batch = shipped_book().batches[0].id
    rulebooks.withdraw_rules(office, SUPERVISOR, batch, "理由")
    with pytest.raises(ConflictError):
        rulebooks.withdraw_rules(office, SUPERVISOR, batch, "理由")


def test_what_a_rule_caught_is_counted_and_follows_the_claim(office: Office) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    claim = a_claim_with(office, "样品栓1")
    assert rulebooks.caught(office, 2025)["own/1"] == Caught(1, 1, Decimal("0.00"))
    assert rulebooks.caught(office, 2024) == {}
    (view,) = (v for v in settle.findings(office, claim.number) if v.finding.values.get("rule") == "own/1")
    out = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.EXCLUDE, "与规则库不符")
    desk.decide(office, CLERK, claim.number, out)
    assert rulebooks.caught(office, 2025)["own/1"] == Caught(1, 1, Decimal("50.00"))
    desk.undo(office, CLERK, claim.number)
    assert rulebooks.caught(office, 2025)["own/1"] == Caught(1, 1, Decimal("0.00"))
    desk.remove_line(office, CLERK, claim.number, line_named(claim, "样品栓1").id)
    assert "own/1" not in rulebooks.caught(office, 2025)


def test_the_claims_of_which_a_rule_speaks_are_told_latest_first(office: Office) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    first, second = a_claim_with(office, "样品栓1"), a_claim_with(office, "样品栓1")
    told = rulebooks.caught_claims(office, "own/1", 2025)
    assert [(row.number, row.name, row.lines) for row in told] == [
        (second.number, "张小满", 1),
        (first.number, "张小满", 1),
    ]
    assert rulebooks.caught_claims(office, "own/1", 2024) == rulebooks.caught_claims(office, "own/2", 2025) == ()


def test_withdrawn_claims_do_not_count_for_a_rule(office: Office) -> None:
    rulebooks.take_over_rules(office, SUPERVISOR, a_proposal())
    for _ in range(2):
        claim = a_claim_with(office, "样品栓1")
    review.withdraw(office, CLERK, claim.number, "本人撤回")
    assert rulebooks.caught(office, 2025)["own/1"] == Caught(1, 1, Decimal("0.00"))
    assert [row.excluded for row in rulebooks.caught_claims(office, "own/1", 2025)] == [Decimal("0.00")]


def test_the_reading_of_a_file_can_be_given_up(office: Office, tmp_path: Path) -> None:
    table, stop = tmp_path / "规则.csv", Event()
    table.write_text("限定类型,药品名称,限定性别\n限定性别,样品栓,女\n", encoding="utf-8")
    stop.set()
    with pytest.raises(InputError) as refused:
        rulebooks.propose_rules(office, table, stop)
    assert refused.value.code == "cancelled"


def test_a_file_that_is_no_table_is_refused_and_a_table_is_proposed(office: Office, tmp_path: Path) -> None:
    letter, table = tmp_path / "信.csv", tmp_path / "规则.csv"
    letter.write_text("您好\n", encoding="utf-8")
    table.write_text(
        "限定类型,药品名称,医保药品代码,限定性别\n限定性别,样品栓,XG01AAA001A001010100001,女\n", encoding="utf-8"
    )
    assert rulebooks.propose_rules(office, letter).stopped
    assert [rule.name for rule in rulebooks.propose_rules(office, table).rules] == ["样品栓"]
    assert len(rulebooks.rule_batches(office)) == len(shipped_book().batches)

"""What a claim says of its own papers, and that its states hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.paper import Standing
from review.claim.states import EDITABLE, TRANSITIONS, ClaimState
from tests.builders import a_claim, a_discharge_record, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from review.claim.claim import Claim


def names(claim: Claim) -> list[str]:
    return [line.text("name") for line in claim.charge_lines]


def test_the_lines_that_are_paid_are_those_of_the_statements() -> None:
    receipt, statement = a_receipt(a_line("西药费")), a_statement(a_line("青霉素"), a_line("棉签", removed=True))
    assert names(a_claim(receipt, statement, a_discharge_record())) == ["青霉素"]


def test_without_a_statement_they_are_those_of_the_receipts() -> None:
    assert names(a_claim(a_receipt(a_line("西药费")), a_discharge_record())) == ["西药费"]


def test_a_cell_that_is_not_there_is_empty_text() -> None:
    claim = a_claim()
    assert (claim.receipts[0].text("nothing"), claim.charge_lines[0].text("nothing")) == ("", "")


def test_only_doubtful_and_contradicted_values_ask() -> None:
    assert {standing for standing in Standing if standing.asks} == {Standing.DOUBTFUL, Standing.CONTRADICTED}


def reachable(start: ClaimState) -> set[ClaimState]:
    found = {start}
    while new := {m.target for m in TRANSITIONS if m.sources & found} - found:
        found |= new
    return found


def test_every_state_can_be_reached_and_work_always_ends() -> None:
    ends = {ClaimState.REJECTED, ClaimState.WITHDRAWN, ClaimState.RECOVERED}
    assert reachable(ClaimState.DRAFT) == set(ClaimState)
    assert all(reachable(state) & ends for state in ClaimState)
    assert not any(move.sources & ends for move in TRANSITIONS)


def test_no_way_leads_from_an_editable_state_to_payment_but_through_both_reviews_and_a_signature() -> None:
    for skipped in ("approve_first", "approve_second", "sign"):
        others = [move for move in TRANSITIONS if move.name != skipped]
        found = set(EDITABLE)
        while new := {m.target for m in others if m.sources & found} - found:
            found |= new
        assert ClaimState.PAYING not in found

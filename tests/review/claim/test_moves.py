"""Moves: the table decides, for every state, role and person; own claims and four eyes hold everywhere."""

from __future__ import annotations

from itertools import product

import pytest

from review.claim.moves import STATE_NAMES, check_edit, moved
from review.claim.people import Actor
from review.claim.states import EDITABLE, MOVES, TRANSITIONS, ClaimState, Move, Role, Stage
from review.errors import ConflictError, ForbiddenError, InputError, LingbaoError
from tests.builders import ID_NUMBER, a_claim

PERSONS = ("entered", "first", "second", "signed", "paid", "nobody")
PARTS = dict(zip((stage.value for stage in Stage), PERSONS, strict=False))


def an_actor(name: str, *roles: Role, id_number: str = "") -> Actor:
    return Actor(name, name, frozenset(roles), id_number)


def allowed_by_table(move: Move, state: ClaimState, role: Role, person: str) -> bool:
    barred = {PARTS[stage.value] for stage in move.differs_from}
    return state in move.sources and (not move.roles or role in move.roles) and person not in barred


@pytest.mark.parametrize("move", TRANSITIONS, ids=lambda move: move.name)
def test_a_move_is_taken_exactly_when_the_table_allows_it(move: Move) -> None:
    for state, role, person in product(ClaimState, Role, PERSONS):
        claim = a_claim(state=state, **PARTS)
        try:
            after = moved(claim, an_actor(person, role), move.name, "理由")
        except LingbaoError:
            assert not allowed_by_table(move, state, role, person), (state, role, person)
        else:
            assert allowed_by_table(move, state, role, person), (state, role, person)
            assert after.state is move.target


@pytest.mark.parametrize("move", TRANSITIONS, ids=lambda move: move.name)
def test_nobody_moves_their_own_claim(move: Move) -> None:
    actor = an_actor("nobody", *Role, id_number=ID_NUMBER.lower())
    for state in move.sources:
        with pytest.raises(ForbiddenError, match="本人"):
            moved(a_claim(state=state), actor, move.name, "理由")


@pytest.mark.parametrize("move", [move for move in TRANSITIONS if move.needs_reason], ids=lambda move: move.name)
def test_a_move_that_needs_a_reason_refuses_blanks(move: Move) -> None:
    for state in move.sources:
        with pytest.raises(InputError) as refused:
            moved(a_claim(state=state), an_actor("nobody", *Role), move.name, " \n")
        assert refused.value.code == "reason-missing"


@pytest.mark.parametrize("move", TRANSITIONS, ids=lambda move: move.name)
def test_the_actor_plays_the_part_and_what_must_be_done_again_is_forgotten(move: Move) -> None:
    state = next(iter(move.sources))
    after = moved(a_claim(state=state, **PARTS), an_actor("nobody", *Role), move.name, " 理由 ")
    for stage in Stage:
        expected = "nobody" if stage is move.becomes else "" if stage in move.forgets else PARTS[stage.value]
        assert getattr(after, stage.value) == expected
    assert after.state_reason == "理由"


def test_the_refusal_names_the_parts_the_person_played() -> None:
    claim = a_claim(state=ClaimState.SECOND_REVIEW, entered_by="li", first_reviewer="li")
    with pytest.raises(ForbiddenError, match="录入、初审") as refused:
        moved(claim, an_actor("li", Role.SECOND_REVIEWER), "approve_second")
    assert refused.value.code == "four-eyes"


def test_edits_are_taken_exactly_in_editable_states_and_only_by_clerks() -> None:
    for state, role in product(ClaimState, Role):
        try:
            check_edit(a_claim(state=state), an_actor("nobody", role))
        except (ConflictError, ForbiddenError):
            assert state not in EDITABLE or role is not Role.CLERK
        else:
            assert state in EDITABLE
            assert role is Role.CLERK


def test_a_claim_without_citizen_number_is_nobodys_own() -> None:
    claim = a_claim(insured=a_claim().insured.__class__(name="张小满"))
    check_edit(claim, an_actor("li", Role.CLERK))
    assert claim.insured.id_number == ""


def test_every_state_has_a_name_and_every_change_after_first_review_needs_a_way_back() -> None:
    assert set(STATE_NAMES) == set(ClaimState)
    backwards = {source for move in TRANSITIONS if move.target is ClaimState.FIRST_REVIEW for source in move.sources}
    assert {ClaimState.SECOND_REVIEW, ClaimState.BATCHED, ClaimState.PAYMENT_FAILED} <= backwards
    assert MOVES["return_from_batch"].forgets == frozenset({Stage.SECOND})

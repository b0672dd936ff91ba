"""However people edit, undo and redo, the claim is what a plain list of its states says it is."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from review.services import archive, desk, queue
from review.services.desk import Edit
from tests.offices import CLERK, an_office, in_review

if TYPE_CHECKING:
    from review.claim.claim import Claim


def content(claim: Claim) -> object:
    """All a person sees of a claim: everything but the version."""
    return (claim.insured, claim.care, claim.already_paid, claim.documents)


class Desk(RuleBasedStateMachine):
    """A clerk at one claim, beside a list of the states it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = an_office(self.folder / "office")
        claim = in_review(self.office)
        self.number, self.line = claim.number, claim.charge_lines[0].id
        self.past, self.future = [content(claim)], list[object]()

    def teardown(self) -> None:
        """Prove the journal and let go."""
        assert archive.verify_journal(self.office).ok
        self.office.store.close()
        shutil.rmtree(self.folder)

    def _keep(self, claim: Claim) -> None:
        if content(claim) != self.past[-1]:
            self.past.append(content(claim))
            self.future = []

    @rule(name=st.sampled_from(["张小满", "张大满", ""]))
    def type_a_name(self, name: str) -> None:
        """Correct a field of the claim."""
        self._keep(desk.correct(self.office, CLERK, self.number, [Edit("insured.name", name)]))

    @rule(quantity=st.sampled_from(["100", "99", "1"]))
    def type_a_quantity(self, quantity: str) -> None:
        """Correct a cell, which weighs its row."""
        edit = Edit(f"line:{self.line}:quantity", quantity)
        self._keep(desk.correct(self.office, CLERK, self.number, [edit]))

    @rule(removed=st.booleans())
    def strike_out_or_restore(self, removed: bool) -> None:  # noqa: FBT001 - hypothesis hands it in by name
        """Strike the row out, or bring it back."""
        step = desk.remove_line if removed else desk.restore_line
        self._keep(step(self.office, CLERK, self.number, self.line))

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        """Take the last edit back."""
        desk.undo(self.office, CLERK, self.number)
        self.future.append(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """Do it again."""
        desk.redo(self.office, CLERK, self.number)
        self.past.append(self.future.pop())

    @invariant()
    def the_claim_is_the_last_of_its_states(self) -> None:
        """What is stored is what the list says."""
        assert content(queue.load_claim(self.office, self.number)) == self.past[-1]


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=6, stateful_step_count=15, deadline=None)

"""However a clerk corrects, undoes and redoes, what is kept is what now differs from the reading."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from review.errors import ConflictError
from review.services import desk, learning, queue, undoing
from review.services.desk import Edit
from tests.offices import CLERK, SUPERVISOR, an_office, in_review

STEPS = st.lists(st.sampled_from(["张小漫", "张晓曼", "张小满", "", "undo", "redo"]), max_size=6)


@given(STEPS)
@settings(max_examples=6, deadline=None)
def test_what_is_kept_is_what_differs_from_the_reading(steps: list[str]) -> None:
    folder = Path(tempfile.mkdtemp())
    office = an_office(folder / "office")
    learning.set_keep_corrections(office, SUPERVISOR, keep=True)
    number = in_review(office).number
    turns = {"undo": undoing.undo, "redo": undoing.redo}
    for step in steps:
        payer = queue.load_claim(office, number).receipts[0].values["payer"]
        if step in turns:
            with suppress(ConflictError):
                turns[step](office, CLERK, number)
        else:
            desk.correct(office, CLERK, number, [Edit(f"value:{payer.id}", step)])
        now = queue.load_claim(office, number).receipts[0].values["payer"].value
        expected = [] if now in {"张小满", ""} else [("张小满", now)]
        assert [(kept.read, kept.corrected) for kept in learning.corrections(office, SUPERVISOR)] == expected
    office.store.close()
    shutil.rmtree(folder)

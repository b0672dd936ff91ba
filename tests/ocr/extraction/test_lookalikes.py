"""Characters that look alike, from the recogniser's runner-up to the entry of the catalogue, visible all the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.intake import drafts
from ocr.extraction import read_documents
from review.catalogue.editions import load_editions
from review.services.matching import matched, printed
from tests.papers import a_statement_page


@pytest.mark.parametrize(
    ("read", "place", "meant", "listed"),
    [
        ("氢化钠注射液", 0, "氯", "氯化钠注射液"),
        ("阿莫西林胶襄0.25g*24粒", 5, "囊", "阿莫西林胶囊"),
    ],
)
def test_a_name_is_settled_by_the_catalogue_and_says_how(read: str, place: int, meant: str, listed: str) -> None:
    page = a_statement_page([(read, "", "支", "3.00", "2", "6.00")])
    words = (replace(w, rivals=((place, meant, 0.2),)) if w.text == read else w for w in page.words)
    (document,) = read_documents([replace(page, words=tuple(words))])
    (draft,) = drafts([document], {page.file: 1})
    (line,) = draft.lines
    assert listed in line.values["name"].others
    settled = matched(line, load_editions().match(printed(line), date(2025, 3, 1)))
    assert (settled.values["name"].value, settled.matched_by) == (listed, "lookalike")
    assert "按形近字" in settled.match_note
    assert settled.values["name"].text.startswith(read[:3])

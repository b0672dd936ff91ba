from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.contract import reading_from_json, reading_to_json
from ocr.reading import Cell, Column, Document, DocumentKind, Failure, Group, Line, PageOf, Reading

texts = st.text(max_size=8)
reviews = st.none() | texts
boxes = st.none() | st.tuples(*[st.integers(0, 5000)] * 4)
cells = st.builds(
    Cell,
    value=texts | st.lists(texts, max_size=3).map(tuple),
    text=texts,
    confidence=st.integers(0, 1000).map(lambda n: n / 1000),
    page=st.integers(0, 3),
    box=boxes,
    review=reviews,
    proof=st.none() | st.text(min_size=1, max_size=8),
    contradicted=st.booleans(),
    others=st.lists(texts, max_size=2).map(tuple),
)
lines = st.builds(
    Line,
    cells=st.dictionaries(st.sampled_from(["name", "amount", "quantity"]), cells),
    page=st.integers(0, 3),
    review=reviews,
)
documents = st.builds(
    Document,
    kind=st.sampled_from(DocumentKind),
    pages=st.lists(st.builds(PageOf, file=texts, rotation=st.sampled_from([0, 90])), max_size=2).map(tuple),
    fields=st.dictionaries(st.sampled_from(["total_amount", "payer"]), cells),
    items=st.lists(lines, max_size=2).map(tuple),
    review=st.lists(texts, max_size=2).map(tuple),
    groups=st.lists(st.builds(Group, texts, texts, st.integers(0, 3)), max_size=2).map(tuple),
    layout=st.lists(st.builds(Column, texts, texts, st.floats(0, 1), st.floats(0, 1)), max_size=2).map(tuple),
)
readings = st.builds(
    Reading,
    documents=st.lists(documents, max_size=2).map(tuple),
    seconds=st.floats(0, 99),
    failures=st.lists(st.builds(Failure, file=texts, code=texts, message=texts, advice=texts), max_size=2).map(tuple),
)


@given(readings)
def test_a_reading_survives_its_json(reading: Reading) -> None:
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


def test_a_review_may_be_one_sentence() -> None:
    obj = {"schema": "reading/1", "documents": [{"kind": "other", "pages": [{"file": "a.jpg"}], "review": "看不清"}]}
    assert reading_from_json(obj).documents[0].review == ("看不清",)


def test_another_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="reading/2"):
        reading_from_json({"schema": "reading/2", "documents": []})

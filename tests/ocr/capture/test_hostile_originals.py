"""Electronic originals torn, flipped and mixed up: pages or a refusal in Chinese, no crash, nothing half-written."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.capture.files import expand
from ocr.pages import page_from_json
from tests.ocr.capture.invoices import digital_invoice
from tests.ocr.capture.originals import MAIN, a_receipt_sheet, ofd_bytes, ofd_parts, pdf_bytes, xml_bytes, zipped


@cache
def original(kind: str) -> bytes:
    """A whole original of a kind."""
    if kind in {"xml", "invoice"}:
        return xml_bytes() if kind == "xml" else digital_invoice()
    return pdf_bytes([a_receipt_sheet()]) if kind == "pdf" else ofd_bytes([a_receipt_sheet()])


def taken(content: bytes) -> None:
    """Expand bytes and check that all is well whatever came of it."""
    with tempfile.TemporaryDirectory() as folder:
        path, into = Path(folder) / "a.bin", Path(folder) / "into"
        path.write_bytes(content)
        pages, failures = expand(path, into)
        assert len(pages) + len(failures) > 0
        assert all("\u4e00" <= f.message[0] <= "\u9fff" or f.message[:3] in {"OFD", "PDF", "XML"} for f in failures)
        assert all(failure.code and failure.advice for failure in failures)
        kept = {page.path for page in pages} | {page.layer for page in pages if page.layer}
        assert set(into.glob("*")) == kept
        for page in pages:
            if page.layer:
                layer = page_from_json(page.layer.read_text())
                assert (layer.width, layer.height) == (page.width, page.height)


@settings(max_examples=40)
@given(kind=st.sampled_from(["pdf", "ofd", "xml", "invoice"]), share=st.floats(0.0, 1.0))
def test_torn_originals(kind: str, share: float) -> None:
    whole = original(kind)
    taken(whole[: max(1, round(share * len(whole)))])


@settings(max_examples=60)
@given(
    kind=st.sampled_from(["pdf", "ofd", "xml", "invoice"]),
    at=st.floats(0.0, 1.0),
    wrong=st.binary(min_size=1, max_size=30),
)
def test_originals_with_wrong_bytes(kind: str, at: float, wrong: bytes) -> None:
    content = bytearray(original(kind))
    start = round(at * (len(content) - 1))
    content[start : start + len(wrong)] = wrong
    taken(bytes(content))


_ODD = st.sampled_from(
    ["", "nan", "-1", "1e30", "0", "99999999999", "x", "1 2 3", "&lt;", "g g g", "0 0 0 0", "../..", "\U0001f600"]
)


@settings(max_examples=60)
@given(
    part=st.sampled_from(["OFD.xml", "Doc_0/Document.xml", "Doc_0/PublicRes.xml", "Doc_0/Pages/Page_0/Content.xml"]),
    number=st.integers(0, 200),
    odd=_ODD,
)
def test_ofd_parts_with_odd_values(part: str, number: int, odd: str) -> None:
    parts = ofd_parts([a_receipt_sheet()])
    pieces = parts[part].decode().split('"')
    values = range(1, len(pieces), 2)
    at = values[number % len(values)]
    pieces[at] = odd
    taken(zipped({**parts, part: '"'.join(pieces).encode()}))


@settings(max_examples=60)
@given(
    name=st.sampled_from(sorted(MAIN)),
    value=_ODD
    | st.text(st.characters(codec="utf-8", exclude_characters="<&\x00", exclude_categories=["Cc", "Cs"]), max_size=300),
)
def test_receipts_with_odd_values(name: str, value: str) -> None:
    taken(xml_bytes({**MAIN, name: value}))


@settings(max_examples=60)
@given(number=st.integers(0, 200), value=_ODD)
def test_invoices_with_odd_values(number: int, value: str) -> None:
    texts = re.split(r"(?<=>)[^<>]*(?=</)", digital_invoice().decode())
    values = re.findall(r"(?<=>)[^<>]*(?=</)", digital_invoice().decode())
    values[number % len(values)] = value
    taken("".join(part for pair in zip(texts, [*values, ""], strict=True) for part in pair).encode())


@settings(max_examples=40)
@given(
    head=st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<?xml version='1.0'?>", b"<"]), rest=st.binary(max_size=400)
)
def test_anything_behind_a_known_beginning(head: bytes, rest: bytes) -> None:
    taken(head + rest)

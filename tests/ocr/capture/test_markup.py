"""XML from strangers: read without prefixes, in Chinese encodings, and never dangerous."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.capture import markup
from ocr.capture.markup import MarkupError, parse_markup

BOMB = b"""<!DOCTYPE a [<!ENTITY b "xxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>"""


def test_names_lose_their_prefixes_and_texts_their_blanks() -> None:
    root = parse_markup(b'<o:A xmlns:o="x" o:ID="7"><o:B> text </o:B><B>more</B></o:A>')
    assert (root.name, root.attributes["ID"]) == ("A", "7")
    assert [node.text for node in root.every("B")] == [" text ", "more"]
    assert (root.at("B"), root.at("ID"), root.at("C", "none")) == ("text", "7", "none")


def test_a_prefix_nobody_declared_does_not_matter() -> None:
    assert parse_markup(b"<ofd:OFD><ofd:DocRoot>a</ofd:DocRoot></ofd:OFD>").at("DocRoot") == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "GB2312", "gb18030", "utf-16"])
def test_chinese_encodings_are_read(encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><票据><交款人>赵小满</交款人></票据>'.encode(encoding)
    assert parse_markup(content).at("交款人") == "赵小满"


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, b'<!DOCTYPE a SYSTEM "http://x/y.dtd"><a/>'])
def test_document_types_and_with_them_all_entities_are_refused(content: bytes) -> None:
    with pytest.raises(MarkupError):
        parse_markup(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"text",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"\xff\xfe",
        b"<a>&c;</a>",
        b"<?xml version='1.0' encoding='gbk'?><a>\xff</a>",
    ],
)
def test_what_is_no_xml_is_refused(content: bytes) -> None:
    with pytest.raises(MarkupError):
        parse_markup(content)


def test_endless_depth_is_refused() -> None:
    with pytest.raises(MarkupError):
        parse_markup(b"<a>" * 5000 + b"</a>" * 5000)


def test_endless_width_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_NODES", 100)
    with pytest.raises(MarkupError):
        parse_markup(b"<a>" + b"<b/>" * 200 + b"</a>")


def test_endless_length_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_BYTES", 1000)
    with pytest.raises(MarkupError):
        parse_markup(b"<a>" + b"b" * 2000 + b"</a>")


@given(st.binary(max_size=200))
def test_no_bytes_get_past_as_another_error(content: bytes) -> None:
    try:
        root = parse_markup(b"<" + content)
    except MarkupError:
        return
    assert root.name

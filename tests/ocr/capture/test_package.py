"""Zip packages from strangers: nothing is unpacked to the disk, nothing grows beyond bounds."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from ocr.capture import package
from ocr.capture.package import Package, located
from ocr.errors import PageRefusedError
from tests.ocr.capture.originals import zipped


def refused(content: bytes, path: str = "a.xml") -> str:
    with pytest.raises(PageRefusedError) as caught:
        Package(content).markup(path)
    return caught.value.code


@pytest.mark.parametrize(
    ("base", "path", "found"),
    [
        ("OFD.xml", "Doc_0/Document.xml", "Doc_0/Document.xml"),
        ("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("Doc_0/Document.xml", "/Doc_0/PublicRes.xml", "Doc_0/PublicRes.xml"),
        ("Doc_0/Pages/P/Content.xml", "../../Res/a.png", "Doc_0/Res/a.png"),
        ("Doc_0/Document.xml", "..\\..\\..\\etc\\passwd", "etc/passwd"),
        ("Doc_0/Document.xml", "", "Doc_0"),
    ],
)
def test_paths_stay_inside_the_package(base: str, path: str, found: str) -> None:
    assert located(base, path) == found


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    opened = Package(zipped({"/Doc_0\\Res\\A.PNG": b"1"}))
    assert opened.has("doc_0/res/a.png")
    assert opened.part("Doc_0/Res/a.png") == b"1"


def test_a_part_that_is_not_there_is_told() -> None:
    assert refused(zipped({"b.xml": b"<b/>"})) == "ofd-incomplete"


TORN = {"start": b"PK\x03\x04", "empty": b"PK\x03\x04" + b"\x00" * 200, "endless": zipped({"a.xml": b"<a/>"})[:-30]}


@pytest.mark.parametrize("content", TORN.values(), ids=TORN.keys())
def test_a_torn_package_is_told(content: bytes) -> None:
    assert refused(content) == "ofd-damaged"


def test_a_part_that_is_no_xml_is_told() -> None:
    assert refused(zipped({"a.xml": b"no"})) == "ofd-damaged"


def test_a_part_whose_bytes_are_damaged_is_told() -> None:
    content = bytearray(zipped({"a.xml": b"<a>" + bytes(range(65, 91)) * 40 + b"</a>"}))
    content[45:60] = b"\xff" * 15
    assert refused(bytes(content)) == "ofd-damaged"


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 10_000)
    assert refused(zipped({"a.xml": b"<a>" + b" " * 50_000 + b"</a>"})) == "ofd-bomb"


def test_many_parts_may_not_grow_beyond_bounds_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_WHOLE", 1500)
    opened = Package(zipped({str(n): b"x" * 1000 for n in range(3)}))
    opened.part("0")
    with pytest.raises(PageRefusedError) as caught:
        opened.part("1")
    assert caught.value.code == "ofd-bomb"


def test_a_package_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 5)
    assert refused(zipped({str(n): b"" for n in range(9)})) == "ofd-bomb"


def test_a_package_with_a_password_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.xml", b"<a/>")
    content = bytearray(buffer.getvalue())
    at = content.find(b"PK\x01\x02")
    content[at + 8 : at + 10] = struct.pack("<H", 1)
    assert refused(bytes(content)) == "ofd-encrypted"

"""Real recognition with the real weights, on drawn pages: few and small."""

from __future__ import annotations

import os
import signal
import socket
import unicodedata
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
import zxingcpp

from ocr.errors import EngineError, PageRefusedError
from ocr.imaging.deskew import levelled
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.recognition.engine import PageReader
from ocr.recognition.pool import EnginePool
from tests.ocr.drawing import printed_page, ruled, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ocr.imaging.view import Pixels
    from ocr.pages import PageText

pytestmark = pytest.mark.engine

TEXTS = ("福建省医疗住院收费票据（电子）", "氯化钠注射液 0.9% 250ml", "个人自付：14415.78")


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    """One engine for all, loaded and used with every way into the network closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _no_network)
        patch.setattr(socket, "getaddrinfo", _no_network)
        yield PageReader()


def _no_network(*_: object) -> None:
    raise AssertionError("the engine reached for the network")


def read(reader: PageReader, pixels: Pixels, folder: Path) -> PageText:
    assert cv2.imwrite(str(folder / "page.png"), pixels)
    return reader.read(folder / "page.png", "page")


def spoken(page: PageText) -> str:
    return "|".join(squeezed(word.text) for word in sorted(page.words, key=lambda word: word.box[1]))


def squeezed(text: str) -> str:
    """Without spaces, and signs in one width: print does not tell which width was meant."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


@pytest.mark.parametrize("lies", [0, 90, 180, 270])
def test_print_is_read_whichever_way_it_lies(reader: PageReader, tmp_path: Path, lies: int) -> None:
    page = read(reader, turned(View.of(printed_page(TEXTS)), lies).pixels, tmp_path)
    assert page.rotation == (360 - lies) % 360
    assert spoken(page) == "|".join(map(squeezed, TEXTS))
    assert page.quality == ()


def test_tilted_print_is_read_and_points_back(reader: PageReader, tmp_path: Path) -> None:
    pixels = levelled(View.of(printed_page(TEXTS)), -3).pixels
    page = read(reader, pixels, tmp_path)
    assert page.skew == pytest.approx(3, abs=0.2)
    assert "14415.78" in spoken(page)
    x, y, width, height = page.filed_box(page.words[0].box)
    assert pixels[y : y + height, x : x + width].min() < 64


def test_the_weakest_character_is_known(reader: PageReader, tmp_path: Path) -> None:
    words = read(reader, printed_page(TEXTS), tmp_path).words
    assert all(0 < word.spread <= word.confidence <= 1 for word in words)


def test_cells_on_either_side_of_a_rule_are_two_words(reader: PageReader, tmp_path: Path) -> None:
    table = ruled((100, 300, 500), (40, 100, 160, 220))
    for row, (left, right) in enumerate([("14", "支"), ("25", "盒"), ("36", "瓶")]):
        table = write(write(table, left, (262, 52 + 60 * row), 26), right, (308, 52 + 60 * row), 26)
    page = read(reader, table, tmp_path)
    assert {"14", "25", "36", "支", "盒", "瓶"} == {word.text for word in page.words}
    assert len([rule for rule in page.rules if not rule.horizontal]) == 3


def test_a_page_without_print_has_no_words(reader: PageReader, tmp_path: Path) -> None:
    assert read(reader, printed_page(()), tmp_path).words == ()


def test_pages_under_way_together_keep_their_order_and_their_names(tmp_path: Path) -> None:
    totals = [f"金额：{1000 + 37 * n}.50" for n in range(5)]
    for n, total in enumerate(totals):
        assert cv2.imwrite(str(tmp_path / f"{n}.png"), printed_page((*TEXTS, total)))
    with EnginePool() as pool:
        waiting = [pool.read(tmp_path / f"{n}.png", f"page {n}") for n in range(5)]
        pages = [future.result() for future in waiting]
    assert [page.file for page in pages] == [f"page {n}" for n in range(5)]
    assert all(squeezed(total) in spoken(page) for total, page in zip(totals, pages, strict=True))


def test_looks_and_copies_without_seals_come_from_the_engines_process(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    assert cv2.imwrite(str(path), printed_page(TEXTS))
    with EnginePool() as pool:
        page = pool.read(path, "a").result()
        looks = pool.look(path, page, [word.box for word in page.words if "14415" in word.text]).result()
        copy = pool.clean(path, tmp_path / "copies").result()
    assert {look.how for look in looks} == {"scale", "binary", "unstamped", "weights"}
    assert all("14415.78" in look.text for look in looks)
    assert cv2.imread(str(copy)).shape == cv2.imread(str(path)).shape


def test_codes_on_a_page_are_told_with_their_place(reader: PageReader, tmp_path: Path) -> None:
    sheet = printed_page(TEXTS).copy()
    drawn = zxingcpp.create_barcode("01,32,0001", zxingcpp.BarcodeFormat.QRCode)
    mark = np.asarray(zxingcpp.write_barcode_to_image(drawn, scale=6))
    sheet[480 : 480 + mark.shape[0], 700 : 700 + mark.shape[1]] = mark[:, :, None]
    page = read(reader, turned(View.of(sheet), 90).pixels, tmp_path)
    (code,) = page.codes
    assert code.text == "01,32,0001"
    assert abs(code.box[0] - 700) < 30
    assert abs(code.box[1] - 480) < 30


def test_the_engine_in_its_process_survives_a_kill_and_a_bad_page(tmp_path: Path) -> None:
    assert cv2.imwrite(str(tmp_path / "page.png"), printed_page(TEXTS))
    (tmp_path / "bad.png").write_bytes(b"bad")
    heard: list[str] = []
    with EnginePool() as pool:
        pool.on_state(lambda state, _: heard.append(state))
        pool.start().result()
        child = pool._reading.child_id
        assert child
        assert isinstance(pool.read(tmp_path / "bad.png", "b").exception(), PageRefusedError)
        os.kill(child, signal.SIGSTOP)
        under_way = pool._reading.submit({"task": "clean", "path": str(tmp_path / "page.png"), "into": str(tmp_path)})
        while not under_way.running():
            os.sched_yield()
        os.kill(child, signal.SIGKILL)
        assert isinstance(under_way.exception(), EngineError)
        assert "14415.78" in spoken(pool.read(tmp_path / "page.png", "c").result())
    assert heard == ["warming", "ready", "warming", "ready", "cold"]

"""Codes on pages: small, tilted, inverted, several at once; nothing where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
import zxingcpp

from ocr.imaging.codes import read_codes
from tests.ocr.drawing import paper, printed_page

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

TEXT = "01,10,36060125,0012345678,1280.50,20250311,a1b2c3,"
Format = zxingcpp.BarcodeFormat


def drawn(kind: zxingcpp.BarcodeFormat, text: str = TEXT, module: int = 3) -> Pixels:
    grey = np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=module), np.uint8)
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), np.uint8)


def page_with(*codes: tuple[Pixels, int, int], width: int = 1654, height: int = 1100) -> Pixels:
    page = paper(width, height)
    for code, x, y in codes:
        page[y : y + code.shape[0], x : x + code.shape[1]] = code
    return page


def turned(page: Pixels, degrees: float) -> Pixels:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, matrix, (width, height), borderValue=(255, 255, 255)), np.uint8)


@pytest.mark.parametrize("kind", [Format.QRCode, Format.Code128, Format.PDF417, Format.DataMatrix])
def test_every_usual_kind_is_read_with_its_place(kind: zxingcpp.BarcodeFormat) -> None:
    text = "360601250012345678" if kind is Format.Code128 else TEXT
    code = drawn(kind, text)
    [found] = read_codes(page_with((code, 200, 150)))
    assert (found.symbology, found.text) == (kind.name, text)
    x, y, width, height = found.box
    assert 190 < x < 260
    assert 140 < y < 210
    assert x + width < 210 + code.shape[1]
    assert y + height < 160 + code.shape[0]


@pytest.mark.parametrize("degrees", [-7, 3, 90, 180])
def test_a_tilted_code_is_read(degrees: float) -> None:
    page = page_with((drawn(Format.QRCode), 700, 450))
    [found] = read_codes(turned(page, degrees))
    assert found.text == TEXT


def test_a_light_code_on_a_dark_field_is_read() -> None:
    [found] = read_codes(page_with((255 - drawn(Format.QRCode, module=4), 300, 300)))
    assert found.text == TEXT


def test_a_small_code_on_a_large_page_is_read() -> None:
    [found] = read_codes(page_with((drawn(Format.QRCode, module=3), 2000, 300), width=2480, height=1754))
    assert found.text == TEXT


def test_several_codes_are_told_from_top_to_bottom_each_once() -> None:
    bar = drawn(Format.Code128, "360601250012345678", 2)
    page = page_with((bar, 900, 60), (drawn(Format.QRCode), 100, 400), (drawn(Format.QRCode), 1200, 800))
    assert [code.text for code in read_codes(page)] == ["360601250012345678", TEXT]


def test_a_faint_and_noisy_code_is_read() -> None:
    page = page_with((drawn(Format.QRCode, module=4), 300, 300)).astype(np.float32)
    noise = np.random.default_rng(7).normal(0, 12, page.shape)
    [found] = read_codes(np.clip(page * 0.35 + 150 + noise, 0, 255).astype(np.uint8))
    assert found.text == TEXT


@pytest.mark.parametrize("page", [paper(), paper(40, 40), printed_page()])
def test_a_page_without_codes_gives_none(page: Pixels) -> None:
    assert read_codes(page) == ()


def test_a_code_of_chinese_text_keeps_it() -> None:
    [found] = read_codes(page_with((drawn(Format.QRCode, "票据号码：0012345678"), 300, 300)))
    assert found.text == "票据号码：0012345678"

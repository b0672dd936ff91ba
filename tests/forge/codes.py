"""Codes on paper: the QR code or bar code of an electronic receipt, the QR code of a VAT invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from tests.forge.case import Case


def receipt_code(case: Case) -> str:
    """The content of an electronic receipt's code."""
    receipt = case.receipt
    return f"01,{receipt.code},{receipt.number},{receipt.check_code},{case.total},{receipt.issued:%Y%m%d}"


def code_picture(text: str, symbology: str, height: int) -> Image.Image:
    """A code as a picture of a height in pixels."""
    kind = zxingcpp.BarcodeFormat.QRCode if symbology == "QRCode" else zxingcpp.BarcodeFormat.Code128
    drawn = zxingcpp.create_barcode(text, kind).to_image(scale=1)
    picture = Image.fromarray(drawn)
    scale = max(1, round(height / picture.height)) if symbology == "QRCode" else 2
    size = (picture.width * scale, picture.height * scale if symbology == "QRCode" else height)
    return picture.resize(size, Image.Resampling.NEAREST).convert("RGB")

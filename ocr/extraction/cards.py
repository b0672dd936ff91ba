"""Bank cards and passbooks, and the social-security card (社会保障卡, 医保电子凭证)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.labels import Form
from ocr.extraction.patterns import pattern, pattern_cells
from ocr.extraction.prose import box_cells

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell

_HAN = r"\u4e00-\u9fff"
_BANKS = r"(?:银行|农商行|信用合?作?社|信用联社)"
_BANK = rf"(?P<v>[{_HAN}]{{0,12}}?{_BANKS}(?:股份有限公司)?)"
_BRANCH = rf"(?P<v>[{_HAN}]{{2,14}}{_BANKS}[{_HAN}]{{0,20}})"
_NUMBER = r"(?P<v>\d(?:[\- ]?\d){14,18})(?!\d)"
_PERSON = rf"(?P<v>[{_HAN}·]{{2,16}}?)"
_CARD_PRINT = "[银卡行存折联]|有效|月年|理财|快付|签名|本人|服务|热线"
_CITIZEN = r"(?P<v>\d[\dXx]{14,17})(?![\dXx])"
_SERIAL = r"(?P<v>[A-Za-z]{0,2}\d{6,20}[A-Za-z]?)(?![\dA-Za-z])"
_ISSUED = r"(?P<v>(?:19|20)\d\d[.\-/年]\d{1,2}[.\-/月]?(?:\d{1,2}日?)?)"

BANK_CARD = (
    pattern("bank", Form.TEXT, rf"(?:开户银?行|开户机构|发卡行)(?:名称)?:?\n?{_BRANCH}"),
    pattern("bank", Form.TEXT, rf"^{_BANK}"),
    pattern("bank", Form.TEXT, _BANK),
    pattern("card_number", Form.CODE, rf"(?:卡号|账号|帐号|账户|NO\.?):?\n?{_NUMBER}"),
    pattern("card_number", Form.CODE, rf"(?<!\d){_NUMBER}"),
    pattern("holder", Form.PERSON, rf"(?:户名|持卡人|账户名称|开户人|姓名):?\n?{_PERSON}(?=\n|账|帐|卡|开|币)"),
)
_HOLDER = (pattern("holder", Form.PERSON, rf"^(?!.*(?:{_CARD_PRINT}))(?P<v>[{_HAN}·]{{2,4}})$"),)
"""A name alone in its box."""

INSURANCE_CARD = (
    pattern("name", Form.PERSON, rf"(?:姓名|^姓.|持卡人):?\n?{_PERSON}(?=\n|性别|社会|公民|身份|卡号|参保)"),
    pattern("id_number", Form.CODE, rf"(?:保障号码?|公民身份号码|身份证号码?|证件号码):?\n?{_CITIZEN}"),
    pattern("id_number", Form.CODE, r"(?<!\d)(?P<v>[1-9]\d{16}[\dXx])(?!\d)"),
    pattern("bank_account", Form.CODE, rf"(?:银行卡?[账帐]?号|金融账号|账号|帐号):?\n?{_NUMBER}"),
    pattern("bank_account", Form.CODE, r"(?<!\d)(?P<v>62\d(?:[\- ]?\d){13,16})(?![\dX])"),
    pattern("card_number", Form.CODE, rf"(?<!银行)(?:社保卡号|医保卡号|卡号|证号|卡识别码):?\n?{_SERIAL}"),
    pattern("card_number", Form.CODE, r"^(?P<v>[A-Z]\d{8})$"),
    pattern("issue_date", Form.DAY, rf"(?:发卡日期|签发日期|制卡日期|发证日期):?\n?{_ISSUED}"),
)
_MONTH = re.compile(r"((?:19|20)\d\d)[.\-/年](\d{1,2})月?")
_LATIN_NAME = re.compile(r"[A-Z]{2,}(?:[ ./][A-Z]{2,}){1,3}")
_LATIN_PRINT = re.compile(r"VALID|MONTH|YEAR|DEBIT|CREDIT|UNION|BANK|GOOD|THRU|CARD|CHINA")


def read_bank_card(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """Bank, number and holder of a card or passbook; the holder in Latin letters where only those are printed."""
    cells = box_cells(sheet, _HOLDER, at=at) | pattern_cells(sheet, BANK_CARD, at=at)
    latin = [p for p in sheet.pieces if _LATIN_NAME.fullmatch(p.text) and not _LATIN_PRINT.search(p.text)]
    if latin and "holder" not in cells:
        cells["holder"] = text_cell(sheet.page, latin[-1:], at=at)
    return cells


def read_insurance_card(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a social-security card; a day of issue printed without its day stays a month."""
    cells = pattern_cells(sheet, INSURANCE_CARD, at=at)
    issued = cells.get("issue_date")
    month = _MONTH.fullmatch(issued.text.replace(" ", "")) if issued else None
    if issued and month:
        cells["issue_date"] = replace(issued, value=f"{month[1]}-{int(month[2]):02d}", review=None)
    return cells

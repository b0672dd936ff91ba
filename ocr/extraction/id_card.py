"""The resident's identity card (居民身份证), front and back."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from ocr.extraction.labels import Form
from ocr.extraction.patterns import pattern, pattern_cells

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell


class Side(StrEnum):
    """A side of a card; ``WHOLE`` is both, or a paper that has no sides."""

    WHOLE = "whole"
    FRONT = "front"
    BACK = "back"


_HAN = r"\u4e00-\u9fff"
_DAY = r"(?:19|20)\d\d[.\-/年]?\d{1,2}[.\-/月]?\d{1,2}日?"
_FRONT_WORDS = re.compile(r"公民身[份分]|^住址|^出生|民族[^:]", re.MULTILINE)
_BACK_WORDS = re.compile(r"签发机关|有效期限|居民身份证\n", re.MULTILINE)

ID_CARD = (
    pattern("name", Form.PERSON, rf"^(?:姓.|.名):?(?P<v>[{_HAN}·]{{2,16}})$"),
    pattern("name", Form.PERSON, rf"^(?:姓.|.名):?\n(?P<v>[{_HAN}·]{{2,16}})$"),
    pattern("name", Form.PERSON, rf"^(?P<v>(?!中华|居民)[{_HAN}·]{{2,16}})\n(?:性.|.别)"),
    pattern("name", Form.PERSON, rf"^(?P<v>(?!中华|居民)[{_HAN}·]{{2,16}})\n[男女]"),
    pattern("sex", Form.SEX, r"(?:性别|^性.|^.别):?\n?(?P<v>[男女])"),
    pattern("ethnicity", Form.TEXT, rf"(?:民族|^民.|(?<=[男女])民.|.族):?\n?(?P<v>[{_HAN}]{{1,7}}?)族?$"),
    pattern("ethnicity", Form.TEXT, rf"^性.:?[男女]..(?P<v>[{_HAN}]{{1,7}}?)族?$"),
    pattern("sex", Form.SEX, rf"^(?P<v>[男女])(?=民?族?[{_HAN}]{{1,5}}$|$)"),
    pattern("ethnicity", Form.TEXT, rf"^[男女](?P<v>[{_HAN}]{{1,5}}?)族?$"),
    pattern("birth_date", Form.DAY, rf"(?:出生|^出.|^.生)(?:日期)?:?\n?(?P<v>{_DAY})"),
    pattern("birth_date", Form.DAY, r"^(?:..)?(?P<v>(?:19|20)\d\d年\d{1,2}月\d{1,2}日?)$"),
    pattern(
        "address",
        Form.TEXT,
        r"(?:住址|^住.|^.址):?\n?(?P<v>(?s:.{4,90}?))(?=\n?(?:公民|身份|.民身|\d{17}|签发|中华|居民|$(?![\s\S])))",
    ),
    pattern("id_number", Form.CODE, r"(?:身份?号?码|号码|身份证号):?\n?(?P<v>\d[\dXx]{14,17})(?![\dXx])"),
    pattern("id_number", Form.CODE, r"(?<!\d)(?P<v>[1-9]\d{16}[\dXx])(?!\d)"),
    pattern("issuing_authority", Form.TEXT, rf"(?:签发机.|签发.关|.发机关):?\n?(?P<v>[{_HAN}]{{3,30}}?)(?=有效期|$)"),
    pattern("issuing_authority", Form.TEXT, rf"^(?P<v>[{_HAN}]{{2,24}}公安(?:.{{0,6}}分)?局)$"),
    pattern("valid_from", Form.DAY, rf"(?:有效期限?|期限):?\n?(?P<v>{_DAY})"),
    pattern("valid_from", Form.DAY, rf"(?P<v>{_DAY})[\-~至到一]+(?:{_DAY}|长期)"),
    pattern("valid_to", Form.DAY, rf"{_DAY}[\-~至到一]+\n?(?P<v>{_DAY})"),
    pattern("valid_to", Form.TEXT, rf"{_DAY}[\-~至到一]+\n?(?P<v>长期)"),
)


def read_id_card(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of what sides of the card stand on a page."""
    return pattern_cells(sheet, ID_CARD, at=at)


def side_of(sheet: Sheet) -> Side:
    """Which side of the card a page shows."""
    front, back = (bool(words.search(sheet.text + "\n")) for words in (_FRONT_WORDS, _BACK_WORDS))
    if front == back:
        return Side.WHOLE
    return Side.FRONT if front else Side.BACK

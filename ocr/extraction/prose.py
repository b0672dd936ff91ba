"""Fields said in sentences: ``患者某某，男，45岁，于…入院`` of certificates, letters of referral and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.labels import Form
from ocr.extraction.layout import text_lines
from ocr.extraction.patterns import pattern, pattern_cells
from ocr.extraction.runs import flowing_run, run_of, sheet_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Sheet
    from ocr.extraction.patterns import Pattern
    from ocr.reading import Cell

_HAN = r"\u4e00-\u9fff"
DAY = r"(?:19|20)\d\d[.\-/年]?\d{1,2}[.\-/月]?\d{1,2}日?"
_PERSON = "患者|病人|兹有|本人|参保人员?|参保群众|受伤人|伤者"
_NO_NAME = (
    r"人|因|既|自诉|曾[经因于有患在行]|于[\d今昨前上本当入]|诉|入院|住院|在|一般|家属|及|的|承诺|声明|保证|已|对|愿|知"
)
_NEXT = r"(?=[,(、。]|性别|身份|男|女|系|于)"
_HOSPITAL = rf"(?P<v>[{_HAN}()]{{2,28}}?(?:医院|卫生院|医疗中心|保健院|防治院|诊所)(?:\([{_HAN}]{{2,8}}\))?)"
_OUR = "我院|本院|该院|贵院"
_TREATED = "住院|治疗|就诊|诊治|接受"
_AFTER_PLACE = "[,。;]|不慎|不小心|因|被|摔|跌|滑|发生|受伤|时"

_WHO = (
    pattern(
        "patient",
        Form.PERSON,
        rf"(?:{_PERSON}){{1,3}}(?::|姓名:?|为)?(?!{_NO_NAME})(?P<v>[{_HAN}]{{2,4}}?|[{_HAN}]{{1,8}}·[{_HAN}·]{{1,10}}?){_NEXT}",
    ),
    pattern("sex", Form.SEX, r"(?:[,(、。]|性别:?)(?P<v>[男女])(?=[,)、。]|\d|性|年)"),
    pattern("age", Form.AGE, r"(?:年龄:?|[男女]性?[,、]?(?:现?年)?)(?P<v>\d{1,3})(?=周?岁|[,、。)])"),
    pattern("id_number", Form.CODE, r"(?<!\d)(?P<v>[1-9]\d{16}[\dXx])(?!\d)"),
)
_STAY = (
    pattern("hospital_number", Form.CODE, r"(?:住院号|病案号|住院编号)码?:?(?P<v>[A-Za-z]{0,4}\d{4,14})"),
    pattern("admission_date", Form.DAY, rf"(?P<v>{DAY})(?:入院(?!时|情|诊|方)|入住|住院|收治|收入|起?至|起?到)"),
    pattern("discharge_date", Form.DAY, rf"(?P<v>{DAY})(?:治愈|好转|办理)?出院"),
    pattern("discharge_date", Form.DAY, rf"{DAY}起?[至到](?P<v>{DAY})"),
    pattern("department", Form.TEXT, rf"(?:{_OUR})(?P<v>[{_HAN}]{{1,14}}?科[{_HAN}]{{0,4}}?)(?=[,。(]|{_TREATED})"),
)  # fmt: skip
DEPARTMENT = (
    pattern(
        "department",
        Form.TEXT,
        rf"^(?:就诊|住院|出院|入院|所在)?(?:科别|科室|病区)(?:名称)?:?(?P<v>[{_HAN}()]{{2,20}})$",
    ),
)
"""A department in one box with its label, whether a colon stands between them or not."""

CERTIFIED = (*_WHO, *_STAY)
REFERRED = (
    *_WHO,
    pattern("to_institution", Form.TEXT, rf"(?:转往|转入|转至|转到|转诊至|转诊到)(?!{_OUR}){_HOSPITAL}"),
    pattern("from_institution", Form.TEXT, rf"(?:在|由)(?!{_OUR}){_HOSPITAL}(?:住院|治疗|就诊|就医)"),
)
_NAMED = r"(?:医院|医疗机构|机构)(?:名称)?:?\n?"
LABELLED_REFERRAL = (
    pattern("filing_date", Form.DAY, rf"(?:同意|准予|予以|办理)备案[^\d]{{0,12}}(?P<v>{DAY})"),
    pattern("filing_date", Form.DAY, rf"备案有效期:?(?:自|从)?(?P<v>{DAY})(?=[至到~-])"),
    pattern(
        "to_institution", Form.TEXT, rf"(?:转入|转往|转至|拟转|接诊|接收|就医|转诊)[{_HAN}]{{0,4}}{_NAMED}{_HOSPITAL}"
    ),
    pattern("from_institution", Form.TEXT, rf"(?:转出|原|现|首诊|经治|申请|住院)[{_HAN}]{{0,4}}{_NAMED}{_HOSPITAL}"),
)
"""Labels of referrals in wordings beyond the usual."""

ADDRESSED = (pattern("to_institution", Form.TEXT, rf"^{_HOSPITAL}:$"),)
INJURED = (
    *_WHO,
    pattern("injury_date", Form.DAY, rf"(?:于|在|,|。|^)(?P<v>{DAY})"),
    pattern("place", Form.TEXT, rf"{DAY}[^,。;]{{0,12}}?,?在(?P<v>[^,。;]{{2,30}}?)(?=处?(?:{_AFTER_PLACE}))"),
    pattern("cause", Form.TEXT, r"(?:因为?|由于)(?!病)(?P<v>[^,。;]{2,40}?)(?=[,。;]|致|导致|造成|而|受伤)"),
    pattern("cause", Form.TEXT, r"(?P<v>(?:不慎|不小心|被)[^,。;]{2,40}?)(?=[,。;]|致|导致|造成|受伤)"),
)
LABELLED_INJURY = (
    pattern("injury_date", Form.DAY, rf"(?:伤|意外|事故|发生|事发|出事)[{_HAN}]{{0,4}}(?:时间|日期):?\n?(?P<v>{DAY})"),
    pattern("place", Form.TEXT, r"(?:地点|场所):?\n?(?P<v>[^\n]{2,40})$"),
    pattern("cause", Form.TEXT, r"(?:原因|经过|过程|缘由):?\n?(?P<v>[^\n]{2,60})$"),
    pattern("patient", Form.PERSON, rf"(?:承诺人|声明人|说明人|签名|签字):?(?P<v>[{_HAN}·]{{2,8}})$"),
)
"""Labels of injury forms in wordings beyond the usual, and the signature last."""


def said_cells(sheet: Sheet, patterns: Sequence[Pattern], *, at: int = 0) -> dict[str, Cell]:
    """What sentences say, wherever their lines break."""
    return pattern_cells(sheet, patterns, at=at, run=flowing_run(text_lines(sheet.pieces)))


def box_cells(sheet: Sheet, patterns: Sequence[Pattern], *, at: int = 0) -> dict[str, Cell]:
    """What single boxes say."""
    return pattern_cells(sheet, patterns, at=at, run=run_of([[piece] for piece in sheet.pieces]))


def line_cells(sheet: Sheet, patterns: Sequence[Pattern], *, at: int = 0) -> dict[str, Cell]:
    """What single lines say."""
    return pattern_cells(sheet, patterns, at=at, run=sheet_run(sheet))


def with_prose(cells: dict[str, Cell], said: dict[str, Cell]) -> dict[str, Cell]:
    """Fields of labels and of sentences: where no label names the person, sentences go before labels."""
    labelled = {key: cell for key, cell in cells.items() if cell.value}
    told = "patient" in said and "patient" not in labelled and {"sex", "id_number"} & set(said)
    return {**labelled, **said} if told else {**cells, **said, **labelled}

"""Discharge records: a page of running text with the facts a claim needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge.seal import seal
from tests.forge.sheet import BLACK, Ink, Sheet

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case
    from tests.forge.samples.looks import Look
    from tests.forge.samples.receipt import Truth

SIZE = (210.0, 297.0)
LEFT, RIGHT = 22.0, 188.0


def _paragraph(sheet: Sheet, y: float, label: str, text: str) -> float:
    """A bold label with text after it, wrapped; gives back the next line's height."""
    bold, plain = Ink(10, bold=True), Ink(10)
    sheet.text((LEFT, y), label, bold)
    indent = sheet.width(label, bold) + 1
    head = sheet.wrap(text, RIGHT - LEFT - indent, plain)[0]
    sheet.text((LEFT + indent, y), head, plain)
    rest = text[len(head) :]
    for line in sheet.wrap(rest, RIGHT - LEFT, plain) if rest else []:
        y += 6.6
        sheet.text((LEFT, y), line, plain)
    return y + 8


def _head(sheet: Sheet, case: Case, look: Look) -> float:
    person, stay = case.person, case.stay
    sheet.text((SIZE[0] / 2, 24), stay.hospital, Ink(16, bold=True, align="centre"))
    sheet.text((SIZE[0] / 2, 34), "出院记录", Ink(15, align="centre"))
    age, days = person.age_on(stay.admitted), (stay.discharged - stay.admitted).days
    rows = (
        (
            f"姓名：{person.name}",
            f"性别：{person.sex}",
            f"年龄：{age}岁",
            f"住院号：{stay.number}",
        ),
        (
            f"科别：{stay.department}",
            f"入院日期：{look.day(stay.admitted)}",
            f"出院日期：{look.day(stay.discharged)}",
            f"住院天数：{days}天",
        ),
    )
    for k, row in enumerate(rows):
        for x, text in zip((LEFT, 62, 112, 158), row, strict=True):
            sheet.text((x, 46 + 7 * k), text, Ink(9.5))
    sheet.line((LEFT, 58), (RIGHT, 58), BLACK)
    return 66.0


def record(case: Case, look: Look, rng: Random) -> tuple[Sheet, Truth]:
    """A discharge record of one page."""
    stay = case.stay
    sheet = Sheet(SIZE, look.dpi)
    y = _head(sheet, case, look)
    for label, text in zip(("入院情况：", "诊疗经过：", "出院情况："), case.story, strict=False):
        y = _paragraph(sheet, y, label, text)
    sheet.text((LEFT, y), "出院诊断：", Ink(10, bold=True))
    for place, diagnosis in enumerate(stay.diagnoses, start=1):
        y += 6.8
        sheet.text((LEFT + 6, y), f"{place}. {diagnosis}", Ink(10))
    y = _paragraph(sheet, y + 8, "出院医嘱：", "注意休息，低盐低脂饮食，按时服药，出院后2周门诊复查，不适随诊。")
    sheet.text((RIGHT, y + 14), f"医师签名：{case.doctor}    {look.day(stay.discharged)}", Ink(10, align="right"))
    mark = seal(stay.hospital, "疾病诊断专用章", pixels=sheet.px(38), tilt=rng.uniform(-15, 15))
    sheet.stamp(mark, (rng.uniform(130, 160), y + rng.uniform(30, 44)))
    fields = {
        "patient": case.person.name,
        "sex": case.person.sex,
        "age": f"{case.person.age_on(stay.admitted)}",
        "hospital_number": stay.number,
        "department": stay.department,
        "admission_date": stay.admitted.isoformat(),
        "discharge_date": stay.discharged.isoformat(),
        "diagnoses": list(stay.diagnoses),
        "institution": stay.hospital,
    }
    return sheet, {"kind": "discharge_record", "fields": fields, "items": []}

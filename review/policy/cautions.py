"""What must be said beside a settlement: everything that was taken for granted, or that does not look right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO, Filing, HospitalLevel, Region
from review.claim.people import Scheme
from review.policy.pack import pack_warnings
from review.policy.series import Status
from review.policy.words import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from review.policy.setting import Setting
    from review.policy.settlement import Settlement

    Caution = Callable[[Settlement, Setting], Iterator[str]]


def cautions(done: Settlement, setting: Setting) -> tuple[str, ...]:
    """All warnings of a settlement, Chinese sentences, in the order a person should read them."""
    care = setting.case.care
    day = setting.day if care.admitted or care.discharged else None
    found = (text for caution in _CAUTIONS for text in caution(done, setting))
    return (*pack_warnings(setting.pack, day), *setting.case.notes, *found)


def _assumed(done: Settlement, _: Setting) -> Iterator[str]:
    parameters = dict.fromkeys(step.parameter for step in done.trace if step.parameter)
    for parameter in parameters:
        if parameter.status == Status.ASSUMED:
            yield f"参数“{parameter.name}”（{parameter.value}）是假定值，请向医保局核实。"


def _hospital(done: Settlement, setting: Setting) -> Iterator[str]:
    care = setting.case.care
    if care.hospital_level is HospitalLevel.NONE:
        yield f"医院等级未定，暂按{LEVELS[setting.facts.level]}计算，请核实医院等级。"
    if not care.designated:
        counted = "按急诊计入" if done.eligible else "全部计为自费"
        yield f"就诊机构不是定点医疗机构，费用{counted}。"


def _person(_: Settlement, setting: Setting) -> Iterator[str]:
    insured, terms, stays = setting.case.insured, setting.basic, setting.case.year_to_date.stays
    if insured.retired and insured.scheme is Scheme.EMPLOYEE:
        stated = terms.points.get("retired")
        extra = setting.find(stated) or 0
        if stated is None or stated.on(setting.day).status is not Status.CONFIRMED:
            yield f"退休人员支付比例加成按 {extra} 计算，尚未确认。"
    if stays and terms.deductible_per == "stay" and not setting.of(terms.deductible).falls:
        yield f"年内第 {stays + 1} 次住院：政策包没有多次住院的起付线规定，仍按首次收取，请核实。"


def _dates(_: Settlement, setting: Setting) -> Iterator[str]:
    care = setting.case.care
    if care.admitted and care.discharged and care.admitted.year != care.discharged.year:
        yield f"跨年度住院，按 {setting.day.year} 年度的参数和累计计算，年度归属请核实。"


def _amounts(done: Settlement, setting: Setting) -> Iterator[str]:
    stated = setting.case.already_paid
    checks = (
        (not setting.case.lines, "没有费用明细，各项均为 0。"),
        (done.total < 0, "退费大于收费，合计为负，基金不予支付，请核对明细。"),
        (done.eligible < 0 or done.eligible > max(done.total, ZERO), "有退费行大于对应的收费行，请核对明细。"),
        (stated > 0, f"票面已由其他基金支付 {stated} 元，已先扣除；该票据可能已直接结算，请核实。"),
        (stated > max(done.total, ZERO), "票面已付金额大于费用合计，请核对票面和明细。"),
    )
    yield from (text for applies, text in checks if applies)
    for line in setting.case.lines:
        if line.price_limit is not None and line.quantity is None:
            yield f"“{line.name}”有限价而无数量，按 1 个计价单位比较。"


def _aid(done: Settlement, setting: Setting) -> Iterator[str]:
    care = setting.case.care
    if done.medical_aid_fund and care.region is Region.OTHER_PROVINCE and care.filing is Filing.NONE:
        yield "未备案跨省就医是否纳入医疗救助，政策包没有规定，暂予计算，请核实。"


_CAUTIONS: tuple[Caution, ...] = (_assumed, _hospital, _person, _dates, _amounts, _aid)

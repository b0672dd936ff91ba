"""What must be said beside a settlement: everything that was taken for granted, or that does not look right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.claim import ZERO, CareKind, Filing, HospitalLevel, Region
from review.claim.people import Scheme
from review.packs.pack import pack_warnings
from review.packs.series import Status
from review.packs.terms import YearBy
from review.packs.words import LEVELS
from review.policy.basic import counts_stay
from review.policy.late import late
from review.policy.lines import advances_for_others
from review.policy.waterfall import percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from review.policy.booking import Booked
    from review.policy.settlement import Settlement

    Caution = Callable[[Settlement, Booked], Iterator[str]]


def cautions(done: Settlement, booked: Booked) -> tuple[str, ...]:
    """All warnings of a settlement, Chinese sentences, in the order a person should read them."""
    setting = booked.setting
    care = setting.case.care
    day = setting.day if care.admitted or care.discharged else None
    found = (text for caution in _CAUTIONS for text in caution(done, booked))
    return (*pack_warnings(setting.pack, day), *setting.case.notes, *found)


def _assumed(done: Settlement, _: Booked) -> Iterator[str]:
    used = (one for step in done.trace for one in (step.parameter, *step.more) if one)
    for parameter in dict.fromkeys(used):
        if parameter.status == Status.ASSUMED:
            yield f"参数“{parameter.name}”（{parameter.value}）是假定值，请向医保局核实。"


def _hospital(done: Settlement, booked: Booked) -> Iterator[str]:
    care = booked.setting.case.care
    if care.hospital_level is HospitalLevel.NONE:
        yield f"医院等级未定，暂按{LEVELS[booked.setting.facts.level]}计算，请核实医院等级。"
    if not care.designated:
        counted = "按急诊计入" if done.eligible else "全部计为自费"
        yield f"就诊机构不是定点医疗机构，费用{counted}。"


def _person(_: Settlement, booked: Booked) -> Iterator[str]:
    setting = booked.setting
    insured, terms = setting.case.insured, setting.basic
    if insured.retired and insured.scheme is Scheme.EMPLOYEE and not _knows_retired(booked):
        stated = terms.points.get("retired")
        extra = setting.find(stated) or 0
        if stated is None or stated.on(setting.day).status is not Status.CONFIRMED:
            yield f"退休人员支付比例加成按 {extra} 计算，尚未确认。"
    if insured.age is None and any(when.age for when in terms.conditions):
        yield "年龄不详，按年龄规定的待遇没有计入，请补录出生日期或身份证号。"
    care = setting.case.care
    if care.admitted and care.discharged and insured.groups:
        first, last = (set(insured.groups_on(day)) for day in (care.admitted, care.discharged))
        if first != last:
            counted = "入院日" if set(setting.facts.groups) == first else "出院日"
            yield f"住院期间困难身份有变，按{counted}的身份计算，请核实入库、退出日期。"


def _knows_retired(booked: Booked) -> bool:
    """Whether the ratio itself has a row for retired people."""
    return any(row.when.retired is not None for row in booked.setting.value(booked.setting.basic.ratio).rows)


def _stays(_: Settlement, booked: Booked) -> Iterator[str]:
    setting = booked.setting
    stays, terms = setting.before.stays, setting.basic
    if not stays or not counts_stay(setting):
        return
    tariff = setting.of(terms.deductible)
    if terms.deductible_per == "stay" and tariff.after(0) and not tariff.falls:
        yield f"年内第 {stays + 1} 次住院：政策包没有多次住院的起付线规定，仍按首次收取，请核实。"
    layers = [f"layers.{one.id}" for one in booked.layers if one.payment]
    here = (f"basic.{setting.facts.kind}.{setting.facts.scheme}", *layers)
    rewards = [one for one in setting.pack.splitting if one.path.startswith(here)]
    if rewards:
        named = "；".join(f"{one.title}（{one.why}）" for one in rewards[:_NAMED])
        yield f"年内第 {stays + 1} 次住院，分成两次比一次支付多的参数：{named}。若属分解住院应合并计算，请核实。"


_NAMED = 2


def _dates(_: Settlement, booked: Booked) -> Iterator[str]:
    setting = booked.setting
    care, general = setting.case.care, setting.pack.general
    if care.admitted and care.discharged and care.admitted.year != care.discharged.year:
        yield f"跨年度住院，按 {setting.day.year} 年度的参数和累计计算，年度归属请核实。"
    if care.received is None and general.year_by.on(setting.pack.reviewed_until).value is YearBy.RECEIVED:
        yield f"政策包按受理日期归入年度，而没有受理日期，暂按 {setting.day} 计算。"
    stated = setting.find(general.late)
    if stated and (care.received is None or not (care.discharged or care.admitted)):
        yield "没有受理日期或就诊日期，无法核对是否逾期申报。"
    papers = late(setting)
    if papers:
        yield f"逾期申报，支付比例降低 {percent(papers.points)}。"


def _words(_: Settlement, booked: Booked) -> Iterator[str]:
    """Diseases and packages that the pack's rows do not know, or that its rows ask for and the case does not state."""
    setting, facts = booked.setting, booked.setting.facts
    for name, stated, part in (("病种", facts.disease, "diseases"), ("病种付费类别", facts.package, "packages")):
        known = {word for when in setting.pack.conditions for word in getattr(when, part)}
        if stated and known and stated not in known:
            yield f"{name}“{stated}”不在政策包的规定中，按没有{name}的一般规定计算，请核对名称。"
        asked = any(getattr(when, part) for when in setting.basic.conditions)
        if not stated and asked and part == "diseases":
            yield f"没有写明{name}，按一般规定计算；政策包对一些{name}另有规定，请核实。"
    if not facts.disease and any(one.cap.by_disease for one in booked.basic.caps):
        yield "限额按病种累计，而没有写明病种，暂不分病种累计，请核实。"


def _others(done: Settlement, booked: Booked) -> Iterator[str]:
    """What third parties owe."""
    setting = booked.setting
    share, kind = setting.case.care.third_party, setting.facts.kind
    if not share:
        if kind is CareKind.INJURY:
            yield "外伤没有写明第三人责任比例，按没有第三人责任计算，请核实。"
        return
    if advances_for_others(setting):
        owed = setting.rounding.fen(done.fund_total * share)
        yield f"第三人应负担 {percent(share)}：基金先行支付，其中 {owed} 元应向第三人追偿。"
        return
    grounds = "" if setting.pack.general.third_party else "（政策包没有规定，按社会保险法第三十条处理，请核实）"
    yield f"第三人应负担 {percent(share)}，计 {done.third_party} 元，基金不予支付{grounds}。"


def _amounts(done: Settlement, booked: Booked) -> Iterator[str]:
    case = booked.setting.case
    stated = case.already_paid
    checks = (
        (not case.lines, "没有费用明细，各项均为 0。"),
        (done.total < 0, "退费大于收费，合计为负，基金不予支付，请核对明细。"),
        (done.eligible < 0 or done.eligible > max(done.total, ZERO), "有退费行大于对应的收费行，请核对明细。"),
        (stated > 0, f"票面已由其他基金支付 {stated} 元，{_set_off(booked)}；该票据可能已直接结算，请核实。"),
        (stated > max(done.total, ZERO), "票面已付金额大于费用合计，请核对票面和明细。"),
    )
    yield from (text for applies, text in checks if applies)
    if case.total is not None and case.total != done.total:
        gap = done.total - case.total
        yield f"案例写明合计 {case.total} 元，明细相加是 {done.total} 元，差 {gap:+} 元，按明细计算，请核对。"
    for one in booked.columns.shares:
        if one.judged.limit is not None and one.judged.line.quantity is None:
            yield f"“{one.judged.line.name}”有限价而无数量，按 1 个计价单位比较。"


def _set_off(booked: Booked) -> str:
    return "先抵个人负担" if booked.opened.person_first else "已先扣除"


def _year(_: Settlement, booked: Booked) -> Iterator[str]:
    ceiling = booked.basic.ceiling
    limit = ceiling.stated.amount
    if limit is not None and ceiling.used > limit:
        yield f"年内已用 {ceiling.used} 元，已超过年度封顶线 {limit} 元，请核对年度累计。"
    incentive = any(one.terms.incentive and one.room == one.payment for one in booked.layers)
    if incentive and not booked.setting.facts.insured_years:
        yield "封顶线有连续参保激励，而没有写明连续参保年数，未予提高，请核实。"


def _aid(done: Settlement, booked: Booked) -> Iterator[str]:
    care = booked.setting.case.care
    if done.medical_aid_fund and care.region is Region.OTHER_PROVINCE and care.filing is Filing.NONE:
        yield "未备案跨省就医是否纳入医疗救助，政策包没有规定，暂予计算，请核实。"


_CAUTIONS: tuple[Caution, ...] = (
    _assumed,
    _hospital,
    _person,
    _words,
    _stays,
    _dates,
    _others,
    _amounts,
    _year,
    _aid,
)

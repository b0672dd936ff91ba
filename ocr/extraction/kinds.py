"""What a page is, told by its titles and by the labels that only one kind of paper has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.header import find_headers
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.extraction.layout import Sheet

_TITLE = 6.0
_HINT = 1.0
_SURE = 3.0
_LONG = 40

_TITLES: tuple[tuple[Kind, str], ...] = (
    (Kind.INPATIENT_RECEIPT, r"住.{0,6}(收.|结算)(专用)?(票.|收据|.据)"),
    (Kind.OUTPATIENT_RECEIPT, r"(门诊|门急诊|急诊|门.收).{0,6}(票.|收据|.据)"),
    (
        Kind.EXPENSE_STATEMENT,
        r"费用.{0,8}(清单|明细|一览)|(一日|每日|日)清单|收费.{0,4}(清单|明细)|结算清单|汇总清单|明细清单",
    ),
    (Kind.DISCHARGE_RECORD, r"出院(小结|记录|摘要|总结|病历)"),
    (Kind.DIAGNOSIS_CERTIFICATE, r"(诊断|疾病|病情)证明|出院证明|诊断书"),
    (Kind.ID_CARD, r"居民身份证|公民身份号码"),
    (Kind.BANK_CARD, r"银联|UnionPay|储蓄卡|借记卡|一卡通|活期.{0,2}存折"),
    (Kind.INSURANCE_CARD, r"社会保障卡$|医疗保险(证|卡)|医保(电子凭证|卡$)"),
    (Kind.REFERRAL_FORM, r"(转诊|转院|异地就医|转外).{0,8}(表|单|证明|申请|备案)"),
    (Kind.INJURY_STATEMENT, r"(外伤|受伤|意外伤害).{0,8}(说明|承诺|证明|调查|经过|表)"),
    (Kind.PHARMACY_INVOICE, r"增值税.{0,8}发票|电子发票|(药房|药店|大药房).{0,10}(发票|小票|销售)"),
    (Kind.PRESCRIPTION, r"处方(笺|单)|^处方$|^Rp[.:]?$"),
)
_HINTS: tuple[tuple[tuple[Kind, ...], str], ...] = (
    (
        (Kind.INPATIENT_RECEIPT, Kind.OUTPATIENT_RECEIPT),
        r"票据代码|票据号码|校验码|交款人|开票日期|收款单位|\(小写\)|统筹基金支付",
    ),
    ((Kind.INPATIENT_RECEIPT,), r"住院号|住院时间|住院科|预缴金额|病历号"),
    ((Kind.OUTPATIENT_RECEIPT,), r"门诊号|就诊日期"),
    ((Kind.EXPENSE_STATEMENT,), r"第\d+页.?共\d+页|入院日期|费用合计"),
    ((Kind.DISCHARGE_RECORD,), r"出院诊断|入院情况|诊疗经过|出院医嘱|出院情况|入院诊断|住院经过"),
    ((Kind.ID_CARD,), r"^公民|^出生|签发机关|有效期限|^民族"),
    ((Kind.BANK_CARD,), r"银行|^\d{4} ?\d{4} ?\d{4} ?\d{4}"),
    ((Kind.PHARMACY_INVOICE,), r"购买方|销售方|价税合计|税率|纳税人识别号"),
    ((Kind.PRESCRIPTION,), r"用法|Sig|药师|每日\d次"),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a page and how clearly it leads: 1 where its words weigh a whole title more than the next kind's."""

    kind: Kind
    confidence: float


def judge(sheet: Sheet) -> Judgement:
    """The kind whose words weigh most; ``OTHER`` where nothing weighs enough."""
    scores = dict.fromkeys(Kind, 0.0)
    for kind, weight in _votes(sheet):
        scores[kind] += weight
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, second = scores[ranked[0]], scores[ranked[1]]
    if best < _SURE:
        return Judgement(Kind.OTHER, 1.0 if best == 0 else 0.5)
    return Judgement(ranked[0], min(1.0, (best - second) / _TITLE))


def _votes(sheet: Sheet) -> Iterator[tuple[Kind, float]]:
    texts = [piece.text.replace(" ", "") for piece in sheet.pieces]
    upper = {p.text.replace(" ", "") for p in sheet.pieces[: max(8, len(sheet.pieces) // 4)]}
    for kind, form in _TITLES:
        hits = [text for text in texts if len(text) < _LONG and re.search(form, text)]
        if hits:
            yield kind, _TITLE if upper.intersection(hits) else _TITLE / 3
    for kinds, form in _HINTS:
        count = len({m for text in texts for m in re.findall(form, text)})
        yield from ((kind, _HINT * min(count, 6)) for kind in kinds)
    yield from _table_votes(sheet)


def _table_votes(sheet: Sheet) -> Iterator[tuple[Kind, float]]:
    headers = find_headers(sheet)
    if not headers:
        return
    if headers[0].groups > 1:
        yield Kind.INPATIENT_RECEIPT, 1.5
        yield Kind.OUTPATIENT_RECEIPT, 1.5
    elif {"unit_price", "quantity"} <= set(headers[0].keys):
        yield Kind.EXPENSE_STATEMENT, 4.0

"""The words that tell what a paper is: its titles, and labels that few kinds of paper have.

Patterns are searched in the text of single boxes without blanks.
"""

from __future__ import annotations

import re

from ocr.reading import DocumentKind as Kind

_RECEIPTS = (Kind.INPATIENT_RECEIPT, Kind.OUTPATIENT_RECEIPT)

_TITLES = (
    (Kind.INPATIENT_RECEIPT, r"住.{0,6}(收.|结算)(专用|电子)?(票.|收据|.据|凭[证条])|住院.{0,8}(票据|收据)"),
    (Kind.OUTPATIENT_RECEIPT, r"(门诊|门急诊|门\(急\)诊|急诊|门.收).{0,8}(票.|收据|.据|凭[证条])|医疗诊收费.?据?"),
    (
        Kind.EXPENSE_STATEMENT,
        r"费用.{0,8}(清单|明细|一览|汇总)|(费用|记账|计费|收费|明细|汇总)单(\(.{1,6}\))?$|(一日|每日|日)清单|收费.{0,4}(清单|明细)|结算清单|汇总清单|明细清单",
    ),
    (Kind.DISCHARGE_RECORD, r"出院(\(.{1,6}\))?(小结|记录|摘要|总结|病历)|住院病案首页"),
    (Kind.DIAGNOSIS_CERTIFICATE, r"(诊断|疾病|病情)证明|出院证明|诊断书"),
    (Kind.ID_CARD, r"^(中华人民共和国)?居民身份证$|(公民身[份分]号|民身份号码)[^:]*$"),
    (Kind.BANK_CARD, r"^银联$|UnionPay|储蓄卡|借记卡|^信用卡$|一卡通$|活期.{0,4}(存折|一本通)|^存折$|DEBIT|VALIDTHRU"),
    (Kind.INSURANCE_CARD, r"会保障卡$|医疗保险(证|卡)$|医保电子凭证$|^医保卡$|社会保障卡\(.{1,6}\)$"),
    (
        Kind.REFERRAL_FORM,
        r"(转诊|转院|异地就医|转外|异地安置|异地居住|外转|转往).{0,14}(表|单|证明|申请|备案|承诺书|审批|登记|介绍信|意见书)",
    ),
    (
        Kind.INJURY_STATEMENT,
        r"(外伤|受伤|意外伤害|意外伤|伤害|致伤).{0,12}(说明|承诺|证明|调查|经过|表|自述|声明|申报|情况)(书|表)?|第三[方人].{0,4}(承诺|声明)书",
    ),
    (Kind.PHARMACY_INVOICE, r"增值税.{0,8}发票|电子发票|(药房|药店|大药房).{0,10}发票|(普通|专用)发票"),
    (Kind.OTHER, r"小票(号|$)|购物(小票|凭[条证])|销售小票"),
    (Kind.PRESCRIPTION, r"处方(笺|单)|处方$"),
)
_HINTS = (
    (_RECEIPTS, r"票据代码|票据号码|校验码|交款人|开票日期|收款单位|\(小写\)|统筹基金支付"),
    ((Kind.INPATIENT_RECEIPT,), r"住院号|住院时间|住院科|预缴金额|病历号"),
    ((Kind.OUTPATIENT_RECEIPT,), r"门诊号|就诊日期"),
    ((Kind.EXPENSE_STATEMENT,), r"第\d+页.?共\d+页|入院日期|费用合计|^单价|^床[号位]|^(住院)?天数|执行科室|医保等级"),
    ((Kind.DISCHARGE_RECORD,), r"出院诊断|入院情况|诊[疗治]经过|出院医嘱|出院情况|入院诊断|住院经过|出院带药"),
    ((Kind.DIAGNOSIS_CERTIFICATE,), r"兹证明|特此证明|建议休息|全休|诊断意见|处理意见|医师签[名章]"),
    ((Kind.ID_CARD,), r"^公民|^出生|签发机关|有效期限|^民族(?!:)|^住址(?!:)|性别.民族"),
    ((Kind.BANK_CARD,), r"银行|^\d{4} ?\d{4} ?\d{4} ?\d{4}|^户名|^账号|^开户[行日]|^卡号|有效期至|MONTH|ATM"),
    ((Kind.INSURANCE_CARD,), r"社会保障号码|社会保障卡号|人力资源和?社会保障部|社会保障$|发卡日期|^卡号|参保地|医保"),
    (
        (Kind.REFERRAL_FORM,),
        r"转[出入往]\S{0,4}医|拟转|参保地|就医地|备案类[型别]|备案有效期|经办机构意见|转[诊院](原因|理由)|异地就医",
    ),
    ((Kind.INJURY_STATEMENT,), r"第三[方人]|受伤[时地经原]|外伤|承诺人|法律责任|不慎|摔|受伤"),
    (
        (Kind.PHARMACY_INVOICE,),
        r"购买方|销售方|价税合计|税率|税额|纳税人识别号|开票人|机器编号|密码区|开户行及账号|购方|销方",
    ),
    (
        (Kind.PRESCRIPTION,),
        r"用法|Sig|药师|[每一]日\d次|^R[Pp]?[.:]|^R[Pp]$|开具日期|审核|调配|发药|临床诊断|以下空白",
    ),
)  # fmt: skip

TITLES = tuple((kind, re.compile(form)) for kind, form in _TITLES)
"""A title of a kind; weighs most, above all where it stands high on the paper."""

HINTS = tuple((kinds, re.compile(form)) for kinds, form in _HINTS)
"""Labels that speak for some kinds; each different one counts once."""

NO_TITLE = re.compile(r"专用章|盖章|[详参]见|附件|附:|提供|凭.{0,6}办理|请?携带|[,。;]")
"""Sentences and seals name papers that they are not."""

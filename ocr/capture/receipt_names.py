"""Names that the XML of electronic receipts gives its values, with the label each is printed under.

Sources: the national data standard of fiscal e-receipts as its public clients write it (EInvoiceCode, PayerPartyName,
ItemStd ...), the metadata of medical bills in DA/T 95-2022, initials of pinyin as hospitals upload them (pjdm, kprq,
zje ...), lists of charges and of the details behind them as billing platforms exchange them (chargeDetail, listDetail),
and the Chinese labels themselves. Names are compared in lower case without ``_``, ``-`` and blanks.
"""

from __future__ import annotations

from ocr.capture.vocabulary import Entry, Form, Vocabulary, entry

TITLE = Entry("", Form.TEXT, ("einvoicename", "票据名称", "电子票据名称", "pjmc", "billname"))
CODE = entry("票据代码", Form.TEXT, "电子票据代码 einvoicecode invoicecode billcode billbatchcode pjdm", vital=True)
NUMBER = entry(
    "票据号码", Form.TEXT, "电子票据号码 einvoicenumber invoicenumber invoiceno billno billnumber pjhm", vital=True
)
TOTAL = entry("小写", Form.MONEY, "合计金额 金额合计 票据总金额 总金额 totalamount totalamt zje", vital=True)
WORDS = entry("大写", Form.TEXT, "合计金额大写 金额合计大写 大写金额 totalamountcapital amountcapital zjedx")
HEAD = (
    CODE,
    NUMBER,
    entry("交款人", Form.TEXT, "交款人名称 payerpartyname payername payer jkr"),
    entry("校验码", Form.TEXT, "randomnumber random checkcode verifycode pjjym jym"),
    entry("开票日期", Form.DAY, "issuedate issuetime ivcdate ivcdatetime invoicedate billdate kprq"),
)
FOOT = (
    entry("业务流水号", Form.TEXT, "bizcode busno ywlsh"),
    entry("住院号", Form.TEXT, "hospitalizationnumber hospitalnumber hospitalno inpatientno zyh"),
    entry("门诊号", Form.TEXT, "patientnumber patientno outpatientnumber outpatientno mzh"),
    entry("病历号", Form.TEXT, "casenumber medicalrecordno blh"),
    entry("住院科别", Form.TEXT, "科别 科室 departmentname department deptname zykb ks"),
    entry("入院日期", Form.DAY, "inhospitaldate admissiondate ryrq"),
    entry("出院日期", Form.DAY, "outhospitaldate dischargedate cyrq"),
    entry("住院时间", Form.TEXT, "hospitalizationtime zysj"),
    entry("就诊日期", Form.DAY, "medicaldate visitdate consultationdate jzrq"),
    entry("医疗机构类型", Form.TEXT, "orgtype institutiontype medicalinstitution yljglx"),
    entry("性别", Form.SEX, "sex gender xb"),
    entry("医保类型", Form.TEXT, "medicalinsurancetype insurancetype medicalcaretype yblx"),
    entry("医保编号", Form.TEXT, "medicalinsuranceid medicalinsuranceno cardnumber ybbh"),
    entry("医保统筹基金支付", Form.MONEY, "统筹基金支付 fundpayamount fundpayment fundpay jjzf", vital=True),
    entry("其他支付", Form.MONEY, "otherpayamount otherpayment otherpay otherfundpay qt qtzf", vital=True),
    entry("个人账户支付", Form.MONEY, "accountpayamount accountpay personalpayment grzhzf", vital=True),
    entry("个人现金支付", Form.MONEY, "ownpayamount ownpay selfcashpay personalamount cashpay grxjzf", vital=True),
    entry("个人自付", Form.MONEY, "selfpaymentamount selfpayamt grzf", vital=True),
    entry("个人自费", Form.MONEY, "selfpaymentcost selfexpense ownexpense grzf1", vital=True),
    entry("预缴金额", Form.MONEY, "prepayamount prepayment"),
    entry("补缴金额", Form.MONEY, "rechargeamount"),
    entry("退费金额", Form.MONEY, "refundamount"),
    entry("收款单位", Form.TEXT, "开票单位 开票单位名称 invoicingpartyname agencyname placename"),
    entry("复核人", Form.TEXT, "checker fhr"),
    entry("收款人", Form.TEXT, "开票人 handlingperson handingperson payee skr"),
)

COLUMNS = {
    "code": ("itemcode", "项目编码", "code", "chargecode", "xmbm"),
    "name": ("itemname", "项目名称", "name", "chargename", "xmmc"),
    "spec": ("itemspec", "规格", "spec", "specification", "gg"),
    "unit": ("itemunit", "单位", "unit", "dw"),
    "quantity": ("itemquantity", "itemnumber", "数量", "quantity", "number", "num", "sl"),
    "unit_price": ("itemstd", "itemprice", "标准", "单价", "price", "std", "dj"),
    "amount": ("itemamount", "项目金额", "金额", "amount", "amt", "je"),
    "remark": ("itemremark", "备注", "remark", "bz"),
}
"""Columns of the lines; detailed lines have the same names after ``aux``."""

LISTS = frozenset({"listdetail", "listdetails", "auxdetails", "auxdetail", "费用明细", "明细清单", "qdmx", "qdmxs"})
"""Elements that hold the lines behind those of the receipt, where the names in them do not say so."""

RECEIPT = Vocabulary((TITLE, *HEAD, TOTAL, WORDS, *FOOT), COLUMNS, {}, detail="aux", lists=LISTS)

"""Names that the XML of electronic receipts gives its values, with the label each is printed under.

Sources: the national data standard of fiscal e-receipts as its public clients write it (EInvoiceCode, PayerPartyName,
ItemStd ...), the metadata of medical bills in DA/T 95-2022, initials of pinyin as hospitals upload them (pjdm, kprq,
zje ...), and the Chinese labels themselves. Names are compared in lower case without ``_``, ``-`` and blanks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a value is brought into the form in which receipts print it."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a receipt: its printed label, its form, and the names it has in XML."""

    label: str
    form: Form
    names: tuple[str, ...]
    vital: bool = False
    """Two different values of it make the file contradict itself."""


def _entry(label: str, form: Form, names: str, *, vital: bool = False) -> Entry:
    return Entry(label, form, (label, *names.split()), vital)


TITLE = Entry("", Form.TEXT, ("einvoicename", "票据名称", "电子票据名称", "pjmc", "billname"))
CODE = _entry("票据代码", Form.TEXT, "电子票据代码 einvoicecode invoicecode billcode billbatchcode pjdm", vital=True)
NUMBER = _entry(
    "票据号码", Form.TEXT, "电子票据号码 einvoicenumber invoicenumber invoiceno billno billnumber pjhm", vital=True
)
TOTAL = _entry("小写", Form.MONEY, "合计金额 金额合计 票据总金额 总金额 totalamount totalamt zje", vital=True)
WORDS = _entry("大写", Form.TEXT, "合计金额大写 金额合计大写 大写金额 totalamountcapital amountcapital zjedx")
HEAD = (
    CODE,
    NUMBER,
    _entry("交款人", Form.TEXT, "交款人名称 payerpartyname payername payer jkr"),
    _entry("校验码", Form.TEXT, "randomnumber checkcode verifycode pjjym jym"),
    _entry("开票日期", Form.DAY, "issuedate ivcdate invoicedate billdate kprq"),
)
FOOT = (
    _entry("业务流水号", Form.TEXT, "bizcode busno ywlsh"),
    _entry("住院号", Form.TEXT, "hospitalizationnumber hospitalnumber hospitalno inpatientno zyh"),
    _entry("门诊号", Form.TEXT, "patientnumber outpatientnumber outpatientno mzh"),
    _entry("病历号", Form.TEXT, "casenumber medicalrecordno blh"),
    _entry("住院科别", Form.TEXT, "科别 科室 departmentname department deptname zykb ks"),
    _entry("入院日期", Form.DAY, "inhospitaldate admissiondate ryrq"),
    _entry("出院日期", Form.DAY, "outhospitaldate dischargedate cyrq"),
    _entry("住院时间", Form.TEXT, "hospitalizationtime zysj"),
    _entry("就诊日期", Form.DAY, "medicaldate visitdate consultationdate jzrq"),
    _entry("医疗机构类型", Form.TEXT, "orgtype institutiontype medicalinstitution yljglx"),
    _entry("性别", Form.SEX, "sex gender xb"),
    _entry("医保类型", Form.TEXT, "medicalinsurancetype insurancetype medicalcaretype yblx"),
    _entry("医保编号", Form.TEXT, "medicalinsuranceid medicalinsuranceno cardnumber ybbh"),
    _entry("医保统筹基金支付", Form.MONEY, "统筹基金支付 fundpayamount fundpayment fundpay jjzf", vital=True),
    _entry("其他支付", Form.MONEY, "otherpayamount otherpayment otherpay otherfundpay qt qtzf", vital=True),
    _entry("个人账户支付", Form.MONEY, "accountpayamount accountpay personalpayment grzhzf", vital=True),
    _entry("个人现金支付", Form.MONEY, "ownpayamount selfcashpay personalamount cashpay grxjzf", vital=True),
    _entry("个人自付", Form.MONEY, "selfpaymentamount selfpayamt grzf", vital=True),
    _entry("个人自费", Form.MONEY, "selfpaymentcost selfexpense ownexpense grzf1", vital=True),
    _entry("预缴金额", Form.MONEY, "prepayamount prepayment"),
    _entry("补缴金额", Form.MONEY, "rechargeamount"),
    _entry("退费金额", Form.MONEY, "refundamount"),
    _entry("收款单位", Form.TEXT, "开票单位 开票单位名称 invoicingpartyname agencyname placename"),
    _entry("复核人", Form.TEXT, "checker fhr"),
    _entry("收款人", Form.TEXT, "开票人 handlingperson handingperson payee skr"),
)
SEXES = {"1": "男", "2": "女", "m": "男", "f": "女", "male": "男", "female": "女"}

COLUMNS = {
    "code": ("itemcode", "项目编码", "chargecode", "xmbm"),
    "name": ("itemname", "项目名称", "chargename", "xmmc"),
    "spec": ("itemspec", "规格", "spec", "specification", "gg"),
    "unit": ("itemunit", "单位", "unit", "dw"),
    "quantity": ("itemquantity", "itemnumber", "数量", "quantity", "sl"),
    "unit_price": ("itemstd", "itemprice", "标准", "单价", "price", "std", "dj"),
    "amount": ("itemamount", "项目金额", "金额", "amount", "amt", "je"),
    "remark": ("itemremark", "备注", "remark", "bz"),
}
"""Columns of the lines; detailed lines have the same names after ``aux``."""

DETAIL = "aux"

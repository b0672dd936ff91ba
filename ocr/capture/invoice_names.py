"""Names that the XML of VAT invoices gives its values, with the label each is printed under.

Sources: the fully digital invoice (数电票) as the tax administration delivers it and its public readers take it
(SellerInformation, TotalTax-includedAmount, IssuItemInformation ...), and the initials of pinyin of the tax control
machines before it (FP_DM, XSF_MC, JSHJ ...), by which the lines have rate ``SL`` and quantity ``XMSL``.
"""

from __future__ import annotations

from ocr.capture.vocabulary import Form, Vocabulary, entry

TELLING = frozenset(
    {"totaltaxincludedamount", "taxsupervisioninfo", "issuiteminformation", "jshj", "xsfmc", "价税合计"}
)
"""Names that receipts of hospitals do not have."""

IDENTITY, ASKED = "数电票标识", "申请开具时间"
"""What stands for the number, and for the day, in a file that lacks them."""

SIDES = ("购买方", "销售方")

INVOICE = Vocabulary(
    (
        entry("发票代码", Form.TEXT, "invoicecode fpdm", vital=True),
        entry("发票号码", Form.TEXT, "invoicenumber invoiceno fphm", vital=True),
        entry(IDENTITY, Form.TEXT, "eiid"),
        entry("开票日期", Form.DAY, "issuetime issuedate invoicedate kprq"),
        entry(ASKED, Form.DAY, "requesttime"),
        entry("校验码", Form.TEXT, "checkcode jym"),
        entry("购买方名称", Form.TEXT, "buyername gmfmc gfmc"),
        entry("销售方名称", Form.TEXT, "sellername xsfmc xfmc"),
        entry("购买方纳税人识别号", Form.TEXT, "buyeridnum buyertaxno gmfnsrsbh gfsh"),
        entry("销售方纳税人识别号", Form.TEXT, "selleridnum sellertaxno xsfnsrsbh xfsh"),
        entry("合计", Form.MONEY, "totalamwithouttax 合计金额 hjje", vital=True),
        entry("税额合计", Form.MONEY, "totaltaxam 合计税额 hjse", vital=True),
        entry("小写", Form.MONEY, "totaltaxincludedamount 价税合计 jshj", vital=True),
        entry("大写", Form.TEXT, "totaltaxincludedamountinchinese 价税合计大写 jshjdx"),
        entry("开票人", Form.TEXT, "drawer kpr"),
    ),
    {
        "name": ("itemname", "项目名称", "xmmc", "spmc"),
        "spec": ("specmod", "规格型号", "ggxh"),
        "unit": ("meaunits", "单位", "dw"),
        "quantity": ("quantity", "数量", "xmsl", "spsl"),
        "unit_price": ("unprice", "单价", "xmdj", "spdj"),
        "amount": ("amount", "金额", "xmje", "je"),
        "tax_rate": ("taxrate", "税率", "征收率", "sl"),
        "tax": ("comtaxam", "税额", "se"),
    },
    {"tax_rate": Form.RATE, "amount": Form.MONEY, "tax": Form.MONEY},
)

"""Made-up VAT invoices as XML: the fully digital one, and the one of the machines before it."""

from __future__ import annotations

LINE = (
    "<IssuItemInformation><ItemName>*医疗仪器器械*医用纱布</ItemName><SpecMod/><MeaUnits>包</MeaUnits>"
    "<Quantity>4</Quantity><UnPrice>3.3628318584071</UnPrice><Amount>13.45</Amount><TaxRate>0.13</TaxRate>"
    "<ComTaxAm>1.75</ComTaxAm><TotaltaxIncludedAmount>15.20</TotaltaxIncludedAmount></IssuItemInformation>"
)
DIGITAL = f"""<?xml version="1.0" encoding="UTF-8"?>
<EInvoice xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Header><EIid>25362000000012345678</EIid><EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.2</Version><InherentLabel>
<InIssuType><LabelCode>Y</LabelCode><LabelName>是</LabelName></InIssuType>
<GeneralOrSpecialVAT><LabelCode>02</LabelCode><LabelName>普通发票</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>91360722MA00000000</SellerIdNum>
<SellerName>桃江仁泰堂药业有限公司</SellerName><SellerTelNum/></SellerInformation>
<BuyerInformation><BuyerIdNum/><BuyerName>赵小满</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>63.01</TotalAmWithoutTax><TotalTaxAm>8.19</TotalTaxAm>
<TotalTax-includedAmount>71.20</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>柒拾壹元贰角整</TotalTax-includedAmountInChinese>
<Drawer>钱多</Drawer><RequestTime>2025-04-01 23:59:58</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*中成药*复方丹参滴丸</ItemName><SpecMod>27mg*180丸</SpecMod><MeaUnits>盒</MeaUnits>
<Quantity>2</Quantity><UnPrice>24.778761061947</UnPrice><Amount>49.56</Amount><TaxRate>0.13</TaxRate>
<ComTaxAm>6.44</ComTaxAm><TotaltaxIncludedAmount>56.00</TotaltaxIncludedAmount>
<TaxClassificationCode>1070304000000000000</TaxClassificationCode></IssuItemInformation>
{LINE}
</EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>25362000000012345678</InvoiceNumber><IssueTime>2025-04-02 00:00:01</IssueTime>
<TaxBureauName>国家税务总局桃江县税务局</TaxBureauName></TaxSupervisionInfo></EInvoice>"""
"""Two lines of 56.00 and 15.20 with tax; asked for shortly before midnight and issued after it."""

PINYIN = """<?xml version="1.0" encoding="GBK"?>
<business id="FPKJ"><COMMON_FPKJ_FPT><FP_DM>036002500111</FP_DM><FP_HM>00012345</FP_HM><KPRQ>20250402</KPRQ>
<JYM>12345678901234567890</JYM><XSF_MC>桃江仁泰堂药业有限公司</XSF_MC><GMF_MC><![CDATA[赵小满]]></GMF_MC>
<JSHJ>56.00</JSHJ><HJJE>49.56</HJJE><HJSE>6.44</HJSE><KPR>钱多</KPR></COMMON_FPKJ_FPT>
<COMMON_FPKJ_XMXXS><COMMON_FPKJ_XMXX><XMMC>*中成药*复方丹参滴丸</XMMC><GGXH>27mg*180丸</GGXH><DW>盒</DW>
<XMSL>2</XMSL><XMDJ>24.78</XMDJ><XMJE>49.56</XMJE><SL>0.13</SL><SE>6.44</SE></COMMON_FPKJ_XMXX></COMMON_FPKJ_XMXXS></business>"""


def digital_invoice(lines: int = 1) -> bytes:
    """The digital invoice, its second line repeated so often."""
    return DIGITAL.replace(LINE, LINE * lines).encode()

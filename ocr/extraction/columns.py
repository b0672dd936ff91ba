"""The words that head the columns of fee tables, and what each column may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.extraction.text import distance

COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "index": ("序号", "行号", "NO.", "No.", "NO", "No", "序", "#"),
    "date": (
        "日期", "费用日期", "收费日期", "记账日期", "计费日期", "发生日期", "执行日期", "记费日期", "时间",
        "发生时间", "收费时间", "记账时间", "开单日期",
    ),
    "category": (
        "费用类别", "收费类别", "费用类型", "项目类别", "项目类型", "费用分类", "发票项目", "费别",
        "票据项目",
    ),
    "code": (
        "项目编码", "编码", "国家编码", "医保编码", "国家医保编码", "项目代码", "代码", "国家代码", "国家码",
        "医保代码", "院内编码", "编号", "物价编码", "收费编码", "贯标码", "药品编码", "项目编号",
    ),
    "name": (
        "项目名称", "名称", "品名", "收费项目", "收费项目名称", "项目", "药品名称", "费用名称", "项目内容",
        "费用项目", "药品及项目名称", "药品/项目名称", "收费内容", "医疗项目", "诊疗项目", "收费名称", "费用内容",
        "货物或应税劳务、服务名称", "货物或应税劳务,服务名称", "货物或应税劳务名称", "货物(劳务)名称",
    ),
    "name_spec": (
        "项目名称/规格", "名称/规格", "品名/规格", "名称及规格", "品名规格", "名称规格", "项目名称规格", "项目/规格",
        "项目名称及规格", "药品名称/规格",
    ),
    "spec": ("规格", "规格型号", "规格/型号", "型号", "包装规格", "剂型规格", "规格/剂型", "药品规格"),
    "form": ("剂型",),
    "unit": ("单位", "计价单位", "计量单位", "收费单位", "包装单位"),
    "quantity": ("数量", "总量", "次数", "总数量", "数目", "用量", "发药数量", "计价数量"),
    "quantity_unit": ("数量/单位", "数量单位", "数量及单位", "单位/数量"),
    "unit_price": ("单价", "价格", "零售价", "收费标准", "标准", "项目单价", "单价金额", "执行价"),
    "amount": (
        "金额", "应收金额", "总金额", "总价", "费用", "费用金额", "合计金额", "应收", "金额合计", "小计金额",
        "收费金额", "总费用", "实收金额",
    ),
    "insurance_class": (
        "类别", "医保类别", "医保等级", "等级", "甲乙类", "费用等级", "报销类别", "收费等级", "项目等级", "医保类型",
        "医保属性", "医保分类", "医保", "目录类别", "甲乙丙", "自费标志", "医保标识",
    ),
    "self_pay_ratio": (
        "自付比例", "自负比例", "首自付比", "自付比", "自负比", "比例", "报销比例", "医保比例",
        "自费比例", "先行自付比例", "首付比例",
        "自理比例",
    ),
    "tax_rate": ("税率", "税率/征收率", "征收率"),
    "tax": ("税额",),
    "share": (
        "自付金额", "自负金额", "自理金额", "自费金额", "优惠金额", "报销金额", "统筹金额", "限价", "自付", "自费",
        "自理", "先行自付", "乙类自付", "医保金额", "可报金额", "医保支付", "减免金额", "个人自付", "超限价",
    ),
    "other": (
        "备注", "说明", "执行科室", "开单科室", "科室", "医生", "开单医生", "折扣", "厂家", "产地", "批号", "帖数",
        "付数", "生产厂家", "生产企业", "执行人", "病区", "操作员", "计费人", "记账人", "执行医生", "开单人",
        "批准文号",
    ),
}  # fmt: skip

UNREAD = "?"
"""The key of a heading that is printed but was not understood."""
_TELLING, _LONG = 3, 4
_MONEY_WORDS = re.compile("金额|单价|数量")
"""Words that head figures and are told even under a seal."""
_YUAN = re.compile(r"金.\(元\)|.额\(元\)")
_STRAY = 1
"""A speck read as a character is forgiven in a box that holds several column words."""
_KEY_OF = {name: key for key, names in COLUMN_NAMES.items() for name in names}
_SCAN = re.compile("|".join(re.escape(name) for name in sorted(_KEY_OF, key=len, reverse=True)))
_CONFUSED = {"全额": "amount", "各注": "other", "备往": "other", "数里": "quantity", "单份": "unit", "金顿": "amount"}
_DRESS = re.compile(r"[(\[](元|RMB|¥|%|单位:元)[)\]]|[:.·|]")


@dataclass(frozen=True, slots=True)
class ColumnWord:
    """A column word found in a text: which column it heads and where it stands in the text."""

    key: str
    start: int
    end: int


def scan_columns(text: str) -> tuple[ColumnWord, ...]:
    """All column words that make up a text; empty where more than a speck stands in it besides."""
    if text.replace(" ", "") in _KEY_OF:
        return (ColumnWord(_KEY_OF[text.replace(" ", "")], 0, len(text)),)
    found = tuple(ColumnWord(_KEY_OF[m.group()], m.start(), m.end()) for m in _SCAN.finditer(text))
    rest = _DRESS.sub("", _SCAN.sub("", text)).replace(" ", "").replace("/", "")
    stray = _STRAY if len(found) > 1 else 0
    return found if found and len(rest) <= stray else ()


def guess_column(text: str) -> str | None:
    """The column a misread heading most likely stands for: off a known word by a character or two, or by specks."""
    bare = _DRESS.sub("", text).replace(" ", "")
    if bare in _CONFUSED:
        return _CONFUSED[bare]
    if _YUAN.fullmatch(text):
        return "amount"
    within = {_KEY_OF[word] for word in _MONEY_WORDS.findall(bare)}
    if len(within) == 1:
        return within.pop()
    near = [n for n in _KEY_OF if len(n) >= _TELLING and distance(bare, n) <= 1 + (len(n) > _LONG)]
    return _KEY_OF[min(near, key=len)] if near else None


def likeness(text: str, key: str) -> float:
    """How near a misread heading comes to the words of a column: the share of characters that agree, 0 to 1."""
    bare = _DRESS.sub("", text).replace(" ", "")
    return max((1 - distance(bare, name) / max(len(bare), len(name)) for name in COLUMN_NAMES[key]), default=0.0)

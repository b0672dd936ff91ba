"""The nation's codes of articles, and the classes as offices write them."""

from __future__ import annotations

import re
import unicodedata

from review.catalogue.entry import EntryKind, PaymentClass

_FORMS = {
    EntryKind.DRUG: (
        (
            "X",
            re.compile(r"X[A-Z]\d{2}[A-Z]{2}[A-Z]\d{3}[A-Z]\d{3}\d{9}"),
            "西药代码应为23位，如 XA01AAA001A001010100001",
        ),
        ("Z", re.compile(r"Z[A-Z]\d{2}[A-Z]{2}[A-Z]\d{13}"), "中成药代码应为20位，如 ZA01AAA0001010100001"),
        ("T", re.compile(r"T[A-Z0-9]{9,22}"), "饮片和配方颗粒代码应以T开头"),
    ),
    EntryKind.SERVICE: (("", re.compile(r"\d{15}(?:-[\w/.-]{1,30})?"), "医疗服务项目代码应为15位数字"),),
    EntryKind.SUPPLY: (("C", re.compile(r"C[A-Z0-9]{19}(?:\d{7})?"), "耗材代码应为C开头的20位或27位"),),
}
_LENGTH = 15
_SHORT = re.compile(r"[1-9]\d{11,13}")
_A, _B, _C = PaymentClass
_CLASSES = {
    **dict.fromkeys(("甲", "甲类", "A", "A类", "01", "1", "甲类药品", "甲类项目", "01甲"), _A),
    **dict.fromkeys(("乙", "乙类", "B", "B类", "02", "2", "乙类药品", "乙类项目", "02乙"), _B),
    **dict.fromkeys(("丙", "丙类", "C", "C类", "03", "3", "自费", "全自费", "目录外", "不予支付", "03丙"), _C),
}


def class_of(printed: str) -> PaymentClass | None:
    """The class an office's words stand for, national dictionary values 01 to 03 among them; None where unknown.

    04 (可报丙类) has no place among the three: whether it is paid is for a person to say.
    """
    text = unicodedata.normalize("NFKC", printed).upper().replace(" ", "")
    return _CLASSES.get(text)


def code_fault(kind: EntryKind, code: str) -> str:
    """What is wrong with the form of a nation's code (Chinese, with what to do), or an empty string.

    Source: policy.md §3.6 (western drugs 23 characters, Chinese 20, services 15, supplies 20 or 27).
    """
    forms = _FORMS[kind]
    _, form, said = next((f for f in forms if code.startswith(f[0])), ("", None, ""))
    if form and form.fullmatch(code):
        return ""
    if kind is EntryKind.SERVICE and _SHORT.fullmatch(code):
        return f"编码只有{len(code)}位，可能丢了开头的0；请把这一列设为文本，按{_LENGTH}位重新填写。"
    wanted = said or "；".join(found[2] for found in forms)
    return f"不是国家编码的样子：{wanted}。请改正；如这一列是本地编号，请改对应到“目录编号”。"

"""Names under which codes give their values, lower case and without underscores, with the key each one fills."""

from __future__ import annotations

KEYS: dict[str, str] = {
    name: key
    for key, names in {
        "invoice_code": (
            "票据代码", "电子票据代码", "发票代码", "billcode", "invoicecode", "einvoicecode", "pjdm", "fpdm", "code",
            "billbatchcode", "ebillcode",
        ),
        "invoice_number": (
            "票据号码", "电子票据号码", "发票号码", "票据号", "billno", "billnumber", "invoiceno", "invoicenumber",
            "einvoicenumber", "pjhm", "fphm", "number", "no", "ebillno",
        ),
        "check_code": (
            "校验码", "电子票据校验码", "checkcode", "random", "randomnumber", "randomno", "verifycode", "pjjym", "jym",
        ),
        "total_amount": (
            "金额", "合计金额", "总金额", "开票金额", "票据金额", "amount", "totalamount", "amt", "totalamt", "money",
            "zje", "je",
        ),
        "issue_date": (
            "开票日期", "开具日期", "日期", "issuedate", "date", "billdate", "invoicedate", "kprq", "ivcdatetime",
        ),
        "payer": ("交款人", "付款人", "姓名", "payer", "payername", "payerpartyname", "jkr"),
    }.items()
    for name in names
}  # fmt: skip

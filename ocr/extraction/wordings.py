"""Every usual wording of the labels, by kind of paper, with the key of the contract it fills.

Labels with an empty key are known but not wanted: they end the value before them. Keys that begin with ``~`` serve
equations only and are not handed on. A few wordings are what recognition makes of short labels.
"""

from __future__ import annotations

from ocr.extraction.labels import Form, Label, LabelSet

_PEOPLE = (
    Label("sex", Form.SEX, ("性别", "性删", "性剂", "性剐")),
    Label("age", Form.AGE, ("年龄",)),
    Label("hospital_number", Form.CODE, ("住院号", "住院号码", "住院编号", "住院ID", "病案号", "住院流水号")),
    Label(
        "outpatient_number",
        Form.CODE,
        ("门诊号", "门诊号码", "门诊病历号", "门诊编号", "就诊号", "门急诊号", "就诊卡号", "就诊流水号"),
    ),
    Label(
        "department",
        Form.TEXT,
        (
            "住院科别",
            "住院科室",
            "就诊科室",
            "出院科室",
            "出院科别",
            "科别",
            "科室",
            "科室名称",
            "所在科室",
            "入院科室",
            "病区",
        ),
    ),
    Label("admission_date", Form.DAY, ("入院日期", "入院时间")),
    Label("discharge_date", Form.DAY, ("出院日期", "出院时间")),
)
_OTHER_PAYMENTS = (
    Label("~civil", Form.MONEY, ("公务员补助", "公务员报销金额", "公务员医疗补助")),
    Label("~teacher", Form.MONEY, ("师职补助",)),
    Label("~aid", Form.MONEY, ("医疗救助", "医疗救助金额")),
    Label("~large", Form.MONEY, ("大额(病)保险报销", "大额补助", "大额保险报销", "大额支付")),
    Label("~serious", Form.MONEY, ("大病补充保险报销", "大病保险支付", "大额补充保险金额")),
    Label("~fund", Form.MONEY, ("其他基金",)),
    Label("~hospital", Form.MONEY, ("医院承担", "核酸检测医院承担")),
    Label("~prepaid", Form.MONEY, ("预缴金额", "预交金额", "预交款", "预交金", "预收款", "预缴款")),
    Label("~added", Form.MONEY, ("补缴金额", "补交金额", "补收", "应补", "补收金额")),
    Label("~returned", Form.MONEY, ("退费金额", "退还金额", "应退", "退款", "退费")),
    Label("~proportion", Form.MONEY, ("按比例自付",)),
)
"""Sums that some provinces print besides those of the contract; they serve equations and are not handed on."""

_STOPS = Label(
    "",
    Form.TEXT,
    (
        "业务流水号", "流水号", "交款人统一社会信用代码", "统一社会信用代码", "社会保障卡号", "社会保障号",
        "医保编号", "医保号", "病历号", "身份证号", "身份证号码", "证件号码", "联系电话", "电话", "地址",
        "家庭住址", "工作单位", "职业", "民族", "婚姻", "起付标准", "起付线", "乙类首自付", "产前检查费",
        "大额比例自负", "超大额", "超限额", "参保地", "复核人", "收款人", "收费员", "备注",
        "住院天数", "天数", "电子票据代码", "电子票据号码", "其他信息", "其它信息", "查验网站地址", "打印时间",
        "打印日期", "制表人", "审核人", "床号", "床位", "进入统筹费用", "医师签名", "医生签名", "主治医师",
        "入院情况", "诊疗经过", "出院医嘱", "出院情况", "入院诊断", "人员类别", "人员类型", "费用日期", "费用期间",
        "统计日期", "页码", "项目名称", "金额", "数量/单位", "单位", "本页合计", "本页小计",
        "页合计", "页小计", "本日合计", "当日合计", "日合计", "本页累计", "累计金额", "累计", "小计", "合计",
    ),
)  # fmt: skip

RECEIPT_LABELS = (
    Label("invoice_code", Form.CODE, ("票据代码", "发票代码", "代码")),
    Label("invoice_number", Form.CODE, ("票据号码", "发票号码", "票据号", "号码", "No", "NO", "N0")),
    Label("check_code", Form.CODE, ("校验码",)),
    Label("payer", Form.PERSON, ("交款人", "缴款人", "付款人", "姓名", "患者姓名", "病人姓名", "病员姓名")),
    Label(
        "issue_date",
        Form.DAY,
        (
            "开票日期",
            "开具日期",
            "填开日期",
            "收费日期",
            "填发日期",
            "开票时间",
            "收费时间",
            "结算日期",
            "结算时间",
            "日期",
        ),
    ),
    Label(
        "total_in_words",
        Form.WORDS,
        ("金额合计(大写)", "合计金额(大写)", "合计(大写)", "总计(大写)", "(大写)", "大写金额", "大写"),
    ),
    Label("total_amount", Form.MONEY, ("(小写)", "小写金额", "小写", "金额合计", "合计金额", "总金额")),
    Label(
        "institution",
        Form.TEXT,
        (
            "收款单位(章)",
            "收款单位(盖章)",
            "收款单位",
            "收费单位(章)",
            "收费单位",
            "开票单位",
            "医院名称",
            "医疗机构名称",
            "医疗机构",
        ),
    ),
    *_PEOPLE,
    Label(
        "stay", Form.STAY, ("住院时间", "住院起止时间", "住院日期", "住院起止日期", "起止日期", "起止时间", "住院期间")
    ),
    Label("visit_date", Form.DAY, ("就诊日期", "就诊时间", "门诊日期", "诊疗日期", "诊疗时间", "就医日期")),
    Label("institution_type", Form.TEXT, ("医疗机构类型", "机构类型", "医院类型")),
    Label(
        "insurance_type",
        Form.TEXT,
        ("医保类型", "医疗保险类型", "险种类型", "医保类别", "参保类型", "参保险种", "医疗类别", "费别"),
    ),
    Label(
        "pooled_fund_paid",
        Form.MONEY,
        (
            "医保统筹基金支付",
            "统筹基金支付",
            "医保统筹支付",
            "基本统筹支付",
            "基本医保统筹支付",
            "医保基金支付",
            "基金支付",
            "统筹支付",
        ),
    ),
    Label(
        "other_paid",
        Form.MONEY,
        ("其他支付", "其它支付", "其他医保支付", "其它医保支付", "其他基金支付", "其它基金支付"),
    ),
    Label(
        "account_paid",
        Form.MONEY,
        ("个人账户支付", "个人帐户支付", "医保个人账户支付", "医保个人帐户支付", "账户支付", "帐户支付"),
    ),
    Label("cash_paid", Form.MONEY, ("个人现金支付", "个人支付现金", "现金支付", "个人支付")),
    Label("self_pay", Form.MONEY, ("个人自付", "个人自付金额", "自付金额", "自付")),
    Label("self_expense", Form.MONEY, ("个人自费", "个人自费金额", "自费金额", "自费", "白费")),
    *_OTHER_PAYMENTS,
    _STOPS,
)
STATEMENT_LABELS = (
    Label("patient", Form.PERSON, ("姓名", "患者姓名", "病人姓名", "病员姓名", "患者", "病人")),
    *_PEOPLE,
    Label(
        "stay",
        Form.STAY,
        ("住院时间", "住院日期", "住院起止时间", "住院起止日期", "住院期间", "起止时间", "起止日期"),
    ),
    Label("institution", Form.TEXT, ("医院名称", "医疗机构名称", "医疗机构", "就诊医院", "机构名称")),
    Label(
        "total_in_words",
        Form.WORDS,
        ("金额合计(大写)", "合计金额(大写)", "合计(大写)", "总计(大写)", "合计大写", "(大写)", "大写金额", "大写"),
    ),
    Label(
        "total_amount",
        Form.MONEY,
        (
            "(小写)", "合计金额", "金额合计", "费用总计", "费用合计", "总费用", "总金额", "医疗总费用", "费用总额",
            "总合计", "总计", "合计", "小写",
        ),
    ),
    Label("insurance_type", Form.TEXT, ("医保类型", "费别", "险种类型")),
    _STOPS,
)  # fmt: skip

RECEIPT = LabelSet(RECEIPT_LABELS)
STATEMENT = LabelSet(STATEMENT_LABELS)

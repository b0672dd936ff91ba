"""Every usual wording of the labels of certificates, forms, prescriptions and invoices (see :mod:`wordings`)."""

from __future__ import annotations

from ocr.extraction.labels import Form, Label, LabelSet


def label(key: str, form: Form, table: str, *more: str) -> Label:
    """A label whose wordings are apart by blanks, the most telling first; ``more`` tables come after."""
    return Label(key, form, tuple(name for part in (table, *more) for name in part.split()))


_PATIENT = """
    患者姓名 病人姓名 病员姓名 患儿姓名 就诊人姓名 就诊人 参保人姓名 参保人员姓名
    参保人 申请人姓名 申请人 姓名 患者 病人
"""
_ID = label(
    "id_number",
    Form.CODE,
    """
    公民身份号码 身份证号码 身份证号 居民身份证号 社会保障号码 社会保障号 有效身份证件号码 身份证件号码
    证件号码 证件号 身份证
""",
)
_SEX = label("sex", Form.SEX, "性别")
_AGE = label("age", Form.AGE, "年龄")
_DEPARTMENT = label(
    "department",
    Form.TEXT,
    """
    就诊科室 开单科室 科室名称 科别 科室 就诊科别 住院科室 所在科室 病区
""",
)
_HOSPITAL_NUMBER = label(
    "hospital_number",
    Form.CODE,
    """
    住院号 住院号码 住院编号 住院ID 住院病案号 病案号 病历号
""",
)
_ADMISSION = label("admission_date", Form.DAY, "入院日期 入院时间 住院日期 入院")
_DISCHARGED = label("discharge_date", Form.DAY, "出院日期 出院时间 出院")
_STAY = label("stay", Form.STAY, "住院时间 住院起止时间 住院起止日期 住院日期 住院期间")
_INSTITUTION = label("institution", Form.TEXT, "医院名称 医疗机构名称 医疗机构 就诊医院 定点医疗机构")
_STOPS = label(
    "",
    Form.TEXT,
    """
    联系电话 联系方式 手机号码 电话 地址 住址 家庭住址 现住址 工作单位 单位名称 职业 民族 参保地
    参保险种 险种类型 险种 人员类别 参保类别 医保类型 费别 备注 床号 门诊号 就诊号 处方号 处方编号
    处方类型 编号 审核 调配 核对 发药 药师 审核药师 调配药师 核对发药 金额 药费 药品金额 处方金额
    医师意见 科主任意见 医院意见 经办机构意见 审批意见 经办人 经办机构 就医地 备案类型 备案类别
    备案有效期 转诊原因 转院原因 转诊理由 转院理由 病情摘要 病情简介 建议 处理意见 处理 开户银行
    银行账号 开户行 账号 户名 与参保人关系 住院天数 天数 床位 医师签名 医生签名 主治医师 入院情况
    诊疗经过 出院医嘱 出院情况 入院诊断 出院诊断 婚姻 籍贯 打印时间 打印日期 页码 记录日期 记录时间
    代办人 证明人 见证人 出生日期 开始日期 截止日期 有效期 卡号 社会保障卡号 医保卡号 邮编
""",
)

CERTIFICATE = LabelSet(
    (
        label("patient", Form.PERSON, _PATIENT),
        _SEX,
        _AGE,
        _HOSPITAL_NUMBER,
        _DEPARTMENT,
        _INSTITUTION,
        _ADMISSION,
        _DISCHARGED,
        _STAY,
        label(
            "issue_date",
            Form.DAY,
            """
    开具日期 出具日期 证明日期 签发日期 填写日期 诊断日期 日期
""",
        ),
        label(
            "~diagnoses",
            Form.LIST,
            """
    出院诊断 诊断 临床诊断 诊断意见 医师诊断 疾病诊断 初步诊断
""",
        ),
        _ID,
        _STOPS,
    )
)
DISCHARGE = LabelSet(
    (
        label("patient", Form.PERSON, _PATIENT),
        _SEX,
        _AGE,
        _HOSPITAL_NUMBER,
        label(
            "department",
            Form.TEXT,
            """
    出院科室 出院科别 出院病区 住院科室 住院科别 所在科室 科室名称 科别 科室 入院科室 入院科别 病区
""",
        ),
        _INSTITUTION,
        _ADMISSION,
        _DISCHARGED,
        _STAY,
        _ID,
        _STOPS,
    )
)
REFERRAL = LabelSet(
    (
        label("patient", Form.PERSON, _PATIENT),
        _ID,
        label(
            "from_institution",
            Form.TEXT,
            """
    转出医疗机构名称 转出医疗机构 转出定点医疗机构 转出医院名称 转出医院 转出机构 原就诊医院 首诊医院
    首诊医疗机构 经治医院 申请医院 申请转诊医院 本地就诊医院 出具转诊医院 现就诊医院
""",
        ),
        label(
            "to_institution",
            Form.TEXT,
            """
    拟转入医疗机构 转入医疗机构名称 转入医疗机构 转入定点医疗机构 转入医院名称 拟转入医院 转入医院
    转入机构 转往医院 拟转往医院 转往医疗机构 拟转往医疗机构 拟转医院 转诊医院 接诊医院 接收医院
    就医医院 异地就医医院 异地就医医疗机构 就医医疗机构 备案医院 转诊转往医院 转至医院
""",
        ),
        label(
            "~diagnoses",
            Form.LIST,
            """
    诊断 疾病诊断 临床诊断 初步诊断 主要诊断 入院诊断 疾病名称
""",
        ),
        label(
            "issue_date",
            Form.DAY,
            """
    填表日期 申请日期 申请时间 转诊日期 转院日期 办理日期 填报日期 登记日期 日期
""",
        ),
        label(
            "filing_date",
            Form.DAY,
            "备案日期 备案时间 备案登记日期 备案办理日期 备案开始日期 备案起始日期 备案生效日期",
        ),
        _SEX,
        _AGE,
        _STOPS,
    )
)
INJURY = LabelSet(
    (
        label("patient", Form.PERSON, "受伤人姓名 受伤人员姓名 伤者姓名 受伤人 伤者 承诺人姓名", _PATIENT),
        _ID,
        label(
            "injury_date",
            Form.DAY,
            """
    受伤时间 受伤日期 外伤时间 外伤日期 致伤时间 发生时间 事故时间 事发时间 发生日期 时间
""",
        ),
        label(
            "place",
            Form.TEXT,
            """
    受伤地点 外伤地点 致伤地点 发生地点 事故地点 事发地点 详细地点 地点
""",
        ),
        label(
            "cause",
            Form.TEXT,
            """
    受伤原因及经过 受伤经过及原因 受伤原因 受伤经过 外伤原因 外伤经过 致伤原因 致伤经过 受伤过程
    事故经过 事情经过 发生经过 经过 原因
""",
        ),
        label(
            "third_party",
            Form.TEXT,
            """
    是否涉及第三方责任 是否涉及第三人责任 是否有第三方责任 有无第三方责任人 有无第三方责任
    是否存在第三方责任 第三方责任人 第三方责任 第三人责任 第三方 责任方 有无责任人
""",
        ),
        _SEX,
        _AGE,
        _STOPS,
    )
)
PRESCRIPTION = LabelSet(
    (
        label("patient", Form.PERSON, _PATIENT),
        _SEX,
        _AGE,
        _DEPARTMENT,
        _INSTITUTION,
        label(
            "issue_date",
            Form.DAY,
            """
    开具日期 开方日期 处方日期 开具时间 开方时间 就诊日期 日期
""",
        ),
        label(
            "doctor",
            Form.PERSON,
            """
    开方医师 处方医师 主治医师 经治医师 接诊医师 开立医师 责任医师 经治医生 主治医生 开单医生 开具医师
    接诊医生 医师签名 医生签名 医师 医生
""",
        ),
        label(
            "~diagnoses",
            Form.LIST,
            """
    临床诊断 诊断 初步诊断 中医诊断 西医诊断 门诊诊断
""",
        ),
        _ID,
        _STOPS,
    )
)
INVOICE = LabelSet(
    (
        label("invoice_code", Form.CODE, "发票代码 票据代码 代码"),
        label("invoice_number", Form.CODE, "发票号码 电子发票号码 发票号 票据号码 号码"),
        label("check_code", Form.CODE, "校验码 校验代码"),
        label("issue_date", Form.DAY, "开票日期 开具日期 填开日期 收费日期 日期"),
        label("total_in_words", Form.WORDS, "价税合计(大写) (大写) 大写"),
        label("total_amount", Form.MONEY, "(小写) 小写 合计金额(小写) 合计金额"),
        label(
            "",
            Form.TEXT,
            """
    机器编号 统一社会信用代码/纳税人识别号 纳税人识别号 地址、电话 地址,电话 开户行及账号 收款人 复核
    复核人 开票人 名称 备注 销售方(章) 销售方 购买方 密码区 机器编码
""",
        ),
    )
)

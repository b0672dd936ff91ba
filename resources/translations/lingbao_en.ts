<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于灵报</source>
        <translation>About Lingbao</translation>
    </message>
    <message>
        <source>灵报</source>
        <translation>Lingbao</translation>
    </message>
    <message>
        <source>异地就医零星报销：从票据到拨付</source>
        <translation>Out-of-region care claims: from paper to payment</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>版本 {version}（{parts}）</source>
        <translation>Version {version} ({parts})</translation>
    </message>
    <message>
        <source>数据文件夹：{home}</source>
        <translation>Data folder: {home}</translation>
    </message>
    <message>
        <source>字体 Noto Sans SC（OFL）；图标 Lucide（ISC）；界面 Qt for Python（LGPL）；识别 PaddleOCR（Apache）。</source>
        <translation>Font Noto Sans SC (OFL); icons Lucide (ISC); windows Qt for Python (LGPL); recognition PaddleOCR (Apache).</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>付到其他账户（原账户已变更）</source>
        <translation>Pay to another account (the old one has changed)</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account number</translation>
    </message>
    <message>
        <source>开户银行</source>
        <translation>Bank</translation>
    </message>
</context>
<context>
    <name>AccumulatorsRoom</name>
    <message>
        <source>导入平台累计…</source>
        <translation>Import platform sums…</translation>
    </message>
    <message>
        <source>停用这一批…</source>
        <translation>Withdraw this batch…</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>批次 {n}</source>
        <translation>Batch {n}</translation>
    </message>
    <message>
        <source>导入医保平台导出的累计表（Ctrl+O）</source>
        <translation>Import an export of the insurance platform (Ctrl+O)</translation>
    </message>
    <message>
        <source>导入由初审经办、签批领导或系统管理员操作</source>
        <translation>Clerks, supervisors and administrators import</translation>
    </message>
    <message>
        <source>停用由签批领导或系统管理员操作</source>
        <translation>Supervisors and administrators withdraw batches</translation>
    </message>
    <message>
        <source>停用批次 {n} 以后，之前的批次重新有效，未核定的报销单按它重新计算。为什么停用？</source>
        <translation>Once batch {n} is withdrawn, the one before it holds again, and open claims are reckoned by it. Why is it withdrawn?</translation>
    </message>
    <message>
        <source>导入了错误的文件</source>
        <translation>The wrong file was imported</translation>
    </message>
    <message>
        <source>平台数据有误，已更正</source>
        <translation>The platform&apos;s figures were wrong and have been corrected</translation>
    </message>
    <message>
        <source>停用这一批</source>
        <translation>Withdraw this batch</translation>
    </message>
    <message>
        <source>批次 {n} 已停用；{words}。</source>
        <translation>Batch {n} withdrawn; {words}.</translation>
    </message>
    <message>
        <source>批次 {n} 已导入；{words}。</source>
        <translation>Batch {n} imported; {words}.</translation>
    </message>
    <message>
        <source>累计批次 {n} 涉及的报销单</source>
        <translation>Claims concerned by batch {n}</translation>
    </message>
    <message>
        <source>还没有导入过平台累计</source>
        <translation>No sums of the platform were imported yet</translation>
    </message>
    <message>
        <source>从医保平台导出参保人本年的累计（Excel 或 CSV），在这里导入：先看读出了什么、会改变哪些报销单，再决定。没有导入的，只按本单位核定的报销单累计。</source>
        <translation>Export the year&apos;s sums of insured people from the platform (Excel or CSV) and import them here: first see what was read and which claims it would change, then decide. Without an import only this office&apos;s own claims are summed.</translation>
    </message>
    <message>
        <source>平台累计</source>
        <translation>Platform sums</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>提请核准…</source>
        <translation>Propose…</translation>
    </message>
    <message>
        <source>核对并核准…</source>
        <translation>Check and approve…</translation>
    </message>
    <message>
        <source>退回修改…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>放弃这一版…</source>
        <translation>Discard this version…</translation>
    </message>
    <message>
        <source>停用这一版…</source>
        <translation>Withdraw this version…</translation>
    </message>
    <message>
        <source>起草新版本…</source>
        <translation>Draft a new version…</translation>
    </message>
    <message>
        <source>草稿还有错误，改正后才能提请</source>
        <translation>The draft still has faults; mend them before proposing</translation>
    </message>
</context>
<context>
    <name>ActionsBar</name>
    <message>
        <source>放大镜</source>
        <translation>Lens</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>下一处疑问 ({0})</source>
        <translation>Next doubt ({0})</translation>
    </message>
    <message>
        <source>✓ 已自动保存 {0}</source>
        <translation>✓ Saved {0}</translation>
    </message>
</context>
<context>
    <name>AdjustDialog</name>
    <message>
        <source>修改补支或追回</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>起草补支或追回</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>报销单号</source>
        <translation>Claim number</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>这份报销单已有 {number}（{state}），办结或删除后才能再起草。</source>
        <translation>This claim has {number} ({state}) under way; finish or delete it first.</translation>
    </message>
    <message>
        <source>按现行政策、目录和年度累计重算，没有差额。</source>
        <translation>By the policy, catalogue and year&apos;s figures in force now nothing differs.</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>现应付</source>
        <translation>Due now</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>{kind} {amount}</source>
        <translation>{kind} {amount}</translation>
    </message>
    <message>
        <source>最多可</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>政策调整</source>
        <translation>Policy changed</translation>
    </message>
    <message>
        <source>目录更正</source>
        <translation>Catalogue corrected</translation>
    </message>
    <message>
        <source>年度累计更正</source>
        <translation>Year&apos;s figures corrected</translation>
    </message>
    <message>
        <source>重复报销</source>
        <translation>Claimed twice</translation>
    </message>
    <message>
        <source>由另一人审核后锁定；送出前可以删除。</source>
        <translation>Locked once another person has audited it; can be deleted until it is sent.</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>起草补支或追回…</source>
        <translation>Draft…</translation>
    </message>
    <message>
        <source>查找有差额的报销单…</source>
        <translation>Find claims that differ…</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>登记到账…</source>
        <translation>Money arrived…</translation>
    </message>
    <message>
        <source>转账失败…</source>
        <translation>Transfer failed…</translation>
    </message>
    <message>
        <source>看重算依据</source>
        <translation>What it rests on</translation>
    </message>
    <message>
        <source>打印审核表…</source>
        <translation>Print the form…</translation>
    </message>
    <message>
        <source>没有补支或追回</source>
        <translation>No supplements or recoveries</translation>
    </message>
    <message>
        <source>已拨付的报销单应付数额有变化时，在这里起草补支或追回。</source>
        <translation>Where a paid claim should have been paid otherwise, a supplement or recovery is drafted here.</translation>
    </message>
    <message>
        <source>送出{way} {n} 笔</source>
        <translation>Send {way}: {n}</translation>
    </message>
    <message>
        <source>{number} 已审核，已锁定。</source>
        <translation>{number} is audited and locked.</translation>
    </message>
    <message>
        <source>删除 {number}（{claim}）？删除后仍留在列表中。为什么？</source>
        <translation>Delete {number} ({claim})? It stays listed. Why?</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>金额有误，重新起草</source>
        <translation>Wrong amount, drafted anew</translation>
    </message>
    <message>
        <source>重复起草</source>
        <translation>Drafted twice</translation>
    </message>
    <message>
        <source>{order} 已送出 {n} 笔。</source>
        <translation>{order}: {n} sent.</translation>
    </message>
    <message>
        <source>补支-{number}.xlsx</source>
        <translation>supplement-{number}.xlsx</translation>
    </message>
    <message>
        <source>拨付文件已保存到 {path}</source>
        <translation>Payment file saved to {path}</translation>
    </message>
    <message>
        <source>{name} 的补支没有到账。银行给的原因是什么？</source>
        <translation>The supplement for {name} did not arrive. What reason did the bank give?</translation>
    </message>
    <message>
        <source>账号与户名不符</source>
        <translation>Account number and holder do not match</translation>
    </message>
    <message>
        <source>账户已销户</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>转账失败</source>
        <translation>Transfer failed</translation>
    </message>
    <message>
        <source>这份报销单按现行政策不能结算，没有重算结果。</source>
        <translation>This claim cannot be settled by the policy in force; there is no recalculation.</translation>
    </message>
    <message>
        <source>审核表-{number}.pdf</source>
        <translation>form-{number}.pdf</translation>
    </message>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>AdjustSheet</name>
    <message>
        <source>选一笔看明细</source>
        <translation>Choose one to see it in full</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>报销单</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>起草时已付</source>
        <translation>Paid when drafted</translation>
    </message>
    <message>
        <source>现应付</source>
        <translation>Due now</translation>
    </message>
    <message>
        <source>累计·{0}</source>
        <translation>Year: {0}</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>起草</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audited</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
</context>
<context>
    <name>AffectedList</name>
    <message>
        <source>回车：在审核台打开</source>
        <translation>Enter: open at the desk</translation>
    </message>
    <message>
        <source>没有报销单因此改变</source>
        <translation>No claim is changed by it</translation>
    </message>
    <message>
        <source>{of}：{words}</source>
        <translation>{of}: {words}</translation>
    </message>
</context>
<context>
    <name>ArchiveRoom</name>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>归档 PDF 已保存到 {path}</source>
        <translation>Archive PDF saved to {path}</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>登记到账</source>
        <translation>Money arrived</translation>
    </message>
    <message>
        <source>凭证号或转账流水号</source>
        <translation>Voucher or transfer number</translation>
    </message>
    <message>
        <source>{kind} {number}，{amount} 元</source>
        <translation>{kind} {number}, {amount} yuan</translation>
    </message>
    <message>
        <source>到账日期</source>
        <translation>Arrived on</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>AskNote</name>
    <message>
        <source>已核对</source>
        <translation>Confirmed</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>已登记 {0} 条查验结果。</source>
        <translation>{0} answers noted.</translation>
    </message>
</context>
<context>
    <name>BatchesList</name>
    <message>
        <source>累计导入批次</source>
        <translation>Imported batches</translation>
    </message>
</context>
<context>
    <name>BrowsePanel</name>
    <message>
        <source>导入目录…</source>
        <translation>Import a catalogue…</translation>
    </message>
    <message>
        <source>终止…</source>
        <translation>End…</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>导入、终止和作废由签批领导或系统管理员操作</source>
        <translation>Supervisors and administrators import, end and withdraw</translation>
    </message>
    <message>
        <source>作废此版本</source>
        <translation>Withdraw this edition</translation>
    </message>
    <message>
        <source>作废“{title}”以后，未结算的报销单不再用它；已结算的仍可查到当时的条目。为什么作废？</source>
        <translation>Once “{title}” is withdrawn, claims not yet settled no longer use it; settled ones keep the entries they used. Why withdraw it?</translation>
    </message>
    <message>
        <source>导入了错误的文件</source>
        <translation>The wrong file was imported</translation>
    </message>
    <message>
        <source>日期填错</source>
        <translation>The dates were wrong</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>名称、拼音首字母、编号或国家代码（Ctrl+F）</source>
        <translation>Name, pinyin initials, number or national code (Ctrl+F)</translation>
    </message>
    <message>
        <source>查目录</source>
        <translation>Search the catalogue</translation>
    </message>
    <message>
        <source>{name}类</source>
        <translation>Class {name}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>没有符合的条目</source>
        <translation>No entry fits</translation>
    </message>
    <message>
        <source>换个说法，或去掉类别和章节的限制。</source>
        <translation>Try other words, or lift the class and section filters.</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} entries</translation>
    </message>
</context>
<context>
    <name>CandidateNote</name>
    <message>
        <source>目录外</source>
        <translation>Outside the catalogue</translation>
    </message>
    <message>
        <source>按丙类处理，全部由个人负担。</source>
        <translation>Treated as class C: paid in full by the person.</translation>
    </message>
    <message>
        <source>{name}类</source>
        <translation>Class {name}</translation>
    </message>
    <message>
        <source>支付标准/限价 {price}</source>
        <translation>Payment standard/limit {price}</translation>
    </message>
    <message>
        <source>支付限定：{limit}</source>
        <translation>Payment limit: {limit}</translation>
    </message>
    <message>
        <source>相符程度 {score}</source>
        <translation>Fits {score}</translation>
    </message>
</context>
<context>
    <name>CandidatesModel</name>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>目录名称</source>
        <translation>Catalogue name</translation>
    </message>
    <message>
        <source>剂型/规格</source>
        <translation>Form/strength</translation>
    </message>
    <message>
        <source>支付标准/限价</source>
        <translation>Standard/limit</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>支付限制</source>
        <translation>Payment limit</translation>
    </message>
    <message>
        <source>目录外（按丙类，全自费）</source>
        <translation>Not in the catalogue (class C, all self-paid)</translation>
    </message>
</context>
<context>
    <name>CaptureRoom</name>
    <message>
        <source>■ 未保存</source>
        <translation>■ Not saved</translation>
    </message>
    <message>
        <source>选择影像</source>
        <translation>Choose pages</translation>
    </message>
    <message>
        <source>影像和电子原件 ({0})</source>
        <translation>Images and electronic originals ({0})</translation>
    </message>
    <message>
        <source>剪贴板里没有图片或文件。</source>
        <translation>There is no picture or file on the clipboard.</translation>
    </message>
</context>
<context>
    <name>CatalogueRoom</name>
    <message>
        <source>目录版本</source>
        <translation>Editions</translation>
    </message>
    <message>
        <source>版本对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>对照记忆</source>
        <translation>Remembered choices</translation>
    </message>
    <message>
        <source>已接管“{title}”。</source>
        <translation>“{title}” was taken over.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
</context>
<context>
    <name>ClaimsList</name>
    <message>
        <source>回车：在审核台打开</source>
        <translation>Enter: open at the review desk</translation>
    </message>
</context>
<context>
    <name>ClaimsPanel</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>补支或追回…</source>
        <translation>Supplement or recovery…</translation>
    </message>
    <message>
        <source>还没有可归档的报销单</source>
        <translation>No claim can be archived yet</translation>
    </message>
    <message>
        <source>出纳确认到账以后，报销单会出现在这里。</source>
        <translation>Claims appear here once the cashier has confirmed the payment.</translation>
    </message>
    <message>
        <source>归档-{number}.pdf</source>
        <translation>archive-{number}.pdf</translation>
    </message>
    <message>
        <source>生成归档 PDF 并办结</source>
        <translation>Make archive PDF and close</translation>
    </message>
    <message>
        <source>另存并打开归档 PDF</source>
        <translation>Save and open archive PDF</translation>
    </message>
    <message>
        <source>归档由初审经办或出纳操作</source>
        <translation>Archiving is done by clerks and cashiers</translation>
    </message>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>还没有可对比的版本：同一种目录至少要有两版。</source>
        <translation>Nothing to compare yet: at least two editions of one kind are needed.</translation>
    </message>
    <message>
        <source>正在对比…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>目录对比 {0:%Y%m%d}-{1:%Y%m%d}</source>
        <translation>Catalogues compared {0:%Y%m%d}-{1:%Y%m%d}</translation>
    </message>
    <message>
        <source>原版本</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>新版本</source>
        <translation>Newer</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>已核对重算清单；已拨付的差额另行补支、追回</source>
        <translation>I have checked the list; differences of paid claims are paid or claimed back separately</translation>
    </message>
    <message>
        <source>导出清单…</source>
        <translation>Export list…</translation>
    </message>
    <message>
        <source>核准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{verb} {label}</source>
        <translation>{verb} {label}</translation>
    </message>
    <message>
        <source>正在按新的参数重算已结算的报销单…</source>
        <translation>Reckoning settled claims by the new figures…</translation>
    </message>
    <message>
        <source>修改的参数 {n}</source>
        <translation>Changed figures {n}</translation>
    </message>
    <message>
        <source>重算清单 {n}</source>
        <translation>Settled claims {n}</translation>
    </message>
    <message>
        <source>重算清单 {label}</source>
        <translation>Settled claims changed by {label}</translation>
    </message>
    <message>
        <source>停用理由</source>
        <translation>Reason for withdrawing</translation>
    </message>
    <message>
        <source>{label}，自 {day} 的就诊起执行。提请理由：{why}</source>
        <translation>{label}, for care from {day} on. Proposed because: {why}</translation>
    </message>
    <message>
        <source>看过 {n} 件已结算的报销单，都不因此改变。</source>
        <translation>{n} settled claims were looked at; none of them changes.</translation>
    </message>
    <message>
        <source>看过 {n} 件已结算的报销单，{m} 件会改变；其中已拨付的少付 {little} 元、多付 {much} 元。</source>
        <translation>{n} settled claims were looked at, {m} would change; of those paid, {little} yuan too little and {much} yuan too much.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>已保存到草稿。</source>
        <translation>Saved to the draft.</translation>
    </message>
    <message>
        <source>从现行版本起草一份，修改、提请并经另一人核准以后才生效。为了什么而起草？</source>
        <translation>A draft is made from what is in force; it holds once it was changed, proposed and approved by another person. What is it for?</translation>
    </message>
    <message>
        <source>年度待遇调整</source>
        <translation>Yearly adjustment of benefits</translation>
    </message>
    <message>
        <source>落实上级新文件</source>
        <translation>A new document of a higher level</translation>
    </message>
    <message>
        <source>更正参数</source>
        <translation>Correction of figures</translation>
    </message>
    <message>
        <source>起草新版本</source>
        <translation>Draft a new version</translation>
    </message>
    <message>
        <source>已建立草稿，选一个参数按 F2 修改。</source>
        <translation>Draft begun; choose a figure and press F2 to change it.</translation>
    </message>
    <message>
        <source>已提请核准。</source>
        <translation>Proposed.</translation>
    </message>
    <message>
        <source>已核准，按执行日期生效。</source>
        <translation>Approved; it holds from its first day on.</translation>
    </message>
    <message>
        <source>已停用。</source>
        <translation>Withdrawn.</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>放弃这一版</source>
        <translation>Discard this version</translation>
    </message>
    <message>
        <source>“{title}”为什么{verb}？</source>
        <translation>“{title}”: why {verb}?</translation>
    </message>
    <message>
        <source>依据不足</source>
        <translation>Not enough to rest on</translation>
    </message>
    <message>
        <source>数值有误</source>
        <translation>A figure is wrong</translation>
    </message>
    <message>
        <source>不再需要</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>DeskRoom</name>
    <message>
        <source>桌上没有报销单</source>
        <translation>There is no claim on the desk</translation>
    </message>
    <message>
        <source>可从队列里打开一张，或领取最先到期的一张。</source>
        <translation>Open one from the queue, or take the one due first.</translation>
    </message>
    <message>
        <source>领取下一单</source>
        <translation>Take the next</translation>
    </message>
    <message>
        <source>■ 未保存</source>
        <translation>■ Not saved</translation>
    </message>
    <message>
        <source>重新匹配目录：没有变化。</source>
        <translation>Matched anew: nothing changed.</translation>
    </message>
    <message>
        <source>重新匹配目录：{n} 行有变化（{names}），Ctrl+Z 可撤销。</source>
        <translation>Matched anew: {n} lines changed ({names}); Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>没有等待初审的报销单。</source>
        <translation>No claim waits for the first review.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>正在打开数据…</source>
        <translation>Opening the data…</translation>
    </message>
    <message>
        <source>灵报 · 登录</source>
        <translation>Lingbao · Sign in</translation>
    </message>
    <message>
        <source>灵报 · 第一次使用</source>
        <translation>Lingbao · First use</translation>
    </message>
    <message>
        <source>正在登录…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>正在建立…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>灵报 · {name}</source>
        <translation>Lingbao · {name}</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>按现行政策、目录和年度累计应调整的报销单</source>
        <translation>Claims to be adjusted by the policy, catalogue and year&apos;s figures in force</translation>
    </message>
    <message>
        <source>起草补支或追回…</source>
        <translation>Draft…</translation>
    </message>
    <message>
        <source>正在逐件重算已拨付的报销单……</source>
        <translation>Settling every paid claim anew…</translation>
    </message>
    <message>
        <source>{done} / {of} 件</source>
        <translation>{done} / {of}</translation>
    </message>
    <message>
        <source>重算 {all} 件，{n} 件已付数额与现应付不同：少付 {less} 元，多付 {more} 元。</source>
        <translation>{all} looked at, {n} were paid otherwise than due now: {less} yuan too little, {more} yuan too much.</translation>
    </message>
    <message>
        <source>重算 {all} 件，没有差额。</source>
        <translation>{all} looked at, no difference.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <source>{n} 处不同</source>
        <translation>{n} differences</translation>
    </message>
    <message>
        <source>没有不同</source>
        <translation>No difference</translation>
    </message>
    <message>
        <source>两边的参数完全一致。</source>
        <translation>Both have the same figures.</translation>
    </message>
    <message>
        <source>与哪一个比较</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>与</source>
        <translation>With</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>compared</translation>
    </message>
</context>
<context>
    <name>DifferencesView</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>在差异中查名称或编号</source>
        <translation>Search the differences by name or number</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>没有符合的差异</source>
        <translation>No difference fits</translation>
    </message>
</context>
<context>
    <name>DraftsList</name>
    <message>
        <source>新建报销单 Ctrl+N</source>
        <translation>New claim Ctrl+N</translation>
    </message>
    <message>
        <source>录入中的报销单</source>
        <translation>Claims being entered</translation>
    </message>
    <message>
        <source>没有录入中的报销单</source>
        <translation>No claim is being entered</translation>
    </message>
    <message>
        <source>录入与识别中</source>
        <translation>Being entered and read</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>{0}/{1} 页</source>
        <translation>{0}/{1} pages</translation>
    </message>
    <message>
        <source>无影像</source>
        <translation>no pages</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>保存到草稿</source>
        <translation>Save to draft</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>修改 {title}</source>
        <translation>Change {title}</translation>
    </message>
    <message>
        <source>第 {line} 行写法有误，请对照原来的文本。</source>
        <translation>Line {line} is not written as it should be; compare the text as it was.</translation>
    </message>
    <message>
        <source>请把“自哪一天起”写成 年-月-日。</source>
        <translation>Write the first day as year-month-day.</translation>
    </message>
    <message>
        <source>文件、条款、来源都要填写：没有依据的数不能生效。</source>
        <translation>Document, clause and source are all needed: a figure that rests on nothing cannot hold.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>可以保存：改了以后整个政策包仍然前后一致。</source>
        <translation>Can be saved: the whole pack is still sound with it.</translation>
    </message>
    <message>
        <source>自哪一天的就诊起</source>
        <translation>For care from this day on</translation>
    </message>
    <message>
        <source>核实情况</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>EditionsList</name>
    <message>
        <source>目录版本</source>
        <translation>Editions</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>“{title}”自 {first} 起有效，到哪一天为止？为什么终止？</source>
        <translation>“{title}” has been in force since {first}. Until which day, and why does it end?</translation>
    </message>
    <message>
        <source>已有新版本</source>
        <translation>There is a new edition</translation>
    </message>
    <message>
        <source>发文机关停止执行</source>
        <translation>The authority ended it</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>End</translation>
    </message>
    <message>
        <source>年-月-日（含当天）</source>
        <translation>year-month-day (inclusive)</translation>
    </message>
    <message>
        <source>终止日期</source>
        <translation>Last day</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>选一条目录条目，这里显示它的全部内容。</source>
        <translation>Choose an entry to see all of it here.</translation>
    </message>
    <message>
        <source>支付限定：{limit}</source>
        <translation>Payment limit: {limit}</translation>
    </message>
    <message>
        <source>{name}类</source>
        <translation>Class {name}</translation>
    </message>
</context>
<context>
    <name>EntryPicker</name>
    <message>
        <source>输入名称、拼音首字母或编码</source>
        <translation>Name, pinyin initials or code</translation>
    </message>
    <message>
        <source>查目录</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>选择目录条目</source>
        <translation>Choose a catalogue entry</translation>
    </message>
    <message>
        <source>候选条目</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>1–8 直接选用，0 目录外；/ 或直接输入查找，Tab 换回列表，Alt+数字 随时选用，Alt+←→ 换目录，Esc 返回</source>
        <translation>1–8 choose, 0 is outside; / or typing searches, Tab goes back to the list, Alt+number chooses any time, Alt+←→ changes the catalogue, Esc leaves</translation>
    </message>
</context>
<context>
    <name>EquationBar</name>
    <message>
        <source>&#x3000;≠（差 {0}）&#x3000;</source>
        <translation>&#x3000;≠ (by {0})&#x3000;</translation>
    </message>
    <message>
        <source>○ 还没有可核对的金额</source>
        <translation>○ No sums to compare yet</translation>
    </message>
    <message>
        <source>明细 {0} 行</source>
        <translation>{0} lines</translation>
    </message>
    <message>
        <source>清单合计</source>
        <translation>Statement total</translation>
    </message>
    <message>
        <source>票据合计</source>
        <translation>Receipt total</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>■ 不符</source>
        <translation>■ Differs</translation>
    </message>
    <message>
        <source>○ 无从核对</source>
        <translation>○ Nothing to compare</translation>
    </message>
</context>
<context>
    <name>ExplainWindow</name>
    <message>
        <source>结算说明 {number} {name}</source>
        <translation>Settlement explained {number} {name}</translation>
    </message>
    <message>
        <source>只看有个人自付的行</source>
        <translation>Only lines with own shares</translation>
    </message>
    <message>
        <source>计算过程</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>明细四栏</source>
        <translation>Lines in four columns</translation>
    </message>
    <message>
        <source>年度累计</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>给参保人</source>
        <translation>For the insured</translation>
    </message>
    <message>
        <source>政策包 {title} {version}</source>
        <translation>Pack {title} {version}</translation>
    </message>
    <message>
        <source>按 {day} 的政策</source>
        <translation>policy of {day}</translation>
    </message>
    <message>
        <source>政策未经局方确认，数额仅供核对</source>
        <translation>Policy not confirmed by the bureau; figures for checking only</translation>
    </message>
    <message>
        <source>累计数来源：{0}</source>
        <translation>Year&apos;s figures from: {0}</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>结算单 PDF…</source>
        <translation>Settlement sheet PDF…</translation>
    </message>
    <message>
        <source>给参保人的说明 PDF…</source>
        <translation>Page for the insured PDF…</translation>
    </message>
    <message>
        <source>明细 Excel…</source>
        <translation>Lines as Excel…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>FigureBrowser</name>
    <message>
        <source>参数、所属、文件或键（Ctrl+F）</source>
        <translation>Figure, place, document or key (Ctrl+F)</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未经证实或假定</source>
        <translation>Unconfirmed or assumed</translation>
    </message>
    <message>
        <source>有过变化</source>
        <translation>Changed by date</translation>
    </message>
    <message>
        <source>本单位改的</source>
        <translation>Changed by this office</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>请写成 年-月-日</source>
        <translation>Write it as year-month-day</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n} figures</translation>
    </message>
    <message>
        <source>没有符合的参数</source>
        <translation>No figure fits</translation>
    </message>
    <message>
        <source>换个说法，或去掉上面的限制。</source>
        <translation>Try other words, or take the filters above away.</translation>
    </message>
    <message>
        <source>看哪一天的规定</source>
        <translation>What holds on</translation>
    </message>
    <message>
        <source>查参数</source>
        <translation>Find figures</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>选一个参数，这里显示它的依据、来源和各个时期的取值。</source>
        <translation>Choose a figure: its paper, source and values by date are shown here.</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>this office</translation>
    </message>
    <message>
        <source>来自 {pack}</source>
        <translation>from {pack}</translation>
    </message>
    <message>
        <source>这一天没有规定。</source>
        <translation>Nothing holds on this day.</translation>
    </message>
    <message>
        <source>各个时期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>键：{path}</source>
        <translation>Key: {path}</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{since} 至 {until}</source>
        <translation>{since} to {until}</translation>
    </message>
    <message>
        <source>{since} 起</source>
        <translation>from {since}</translation>
    </message>
</context>
<context>
    <name>FiguresSide</name>
    <message>
        <source>材料</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>就诊</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>年度累计</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>全部材料</source>
        <translation>All papers</translation>
    </message>
    <message>
        <source>查验</source>
        <translation>Look-up</translation>
    </message>
</context>
<context>
    <name>FillNote</name>
    <message>
        <source>填入</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>可填写：{0}</source>
        <translation>Can fill in: {0}</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>{0} {1} 处理</source>
        <translation>Answered by {0} {1}</translation>
    </message>
    <message>
        <source>打开 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>{0}的理由：按数字选，或写明后回车</source>
        <translation>{0}, because: a digit, or words and Enter</translation>
    </message>
    <message>
        <source>0&#x3000;其余 {0} 条同类一并处理</source>
        <translation>0&#x3000;The other {0} alike as well</translation>
    </message>
</context>
<context>
    <name>FindingFilters</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>只看一类疑点（G 换下一类）</source>
        <translation>Show one group only (G for the next)</translation>
    </message>
    <message>
        <source>疑点类别</source>
        <translation>Group of findings</translation>
    </message>
    <message>
        <source>各类</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>{0}（← → 换筛选）</source>
        <translation>{0} (← → change the filter)</translation>
    </message>
</context>
<context>
    <name>FindingHeading</name>
    <message>
        <source>待处理 {0} 条，共 {1} 条；按下收起或展开</source>
        <translation>{0} open of {1}; press to fold or unfold</translation>
    </message>
</context>
<context>
    <name>FindingRest</name>
    <message>
        <source>还有 {0} 条，全部显示</source>
        <translation>{0} more, show all</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>疑点 {0}</source>
        <translation>Findings {0}</translation>
    </message>
    <message>
        <source>■ {0} 项检查未完成</source>
        <translation>■ {0} checks not done</translation>
    </message>
    <message>
        <source>✓ 没有疑点</source>
        <translation>✓ No findings</translation>
    </message>
    <message>
        <source>这一筛选下没有疑点</source>
        <translation>No findings under this filter</translation>
    </message>
    <message>
        <source>F9 下一条&#x3000;↑↓ 选择&#x3000;←→ 筛选&#x3000;G 类别&#x3000;A 允许&#x3000;D 剔除&#x3000;数字 选理由</source>
        <translation>F9 next&#x3000;↑↓ choose&#x3000;←→ filter&#x3000;G group&#x3000;A allow&#x3000;D exclude&#x3000;digits: reasons</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>第一次使用：先建立系统管理员，再由他建立经办、复核、签批和出纳账号</source>
        <translation>First use: create the administrator, who then creates clerk, second reviewer, supervisor and cashier</translation>
    </message>
    <message>
        <source>建立并登录</source>
        <translation>Create and sign in</translation>
    </message>
    <message>
        <source>用户名（字母和数字）</source>
        <translation>User name (letters and digits)</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码（至少 {count} 位）</source>
        <translation>Password (at least {count} characters)</translation>
    </message>
    <message>
        <source>再输一遍密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>请填写用户名和姓名。</source>
        <translation>Please fill in user name and name.</translation>
    </message>
    <message>
        <source>密码至少要 {count} 位。</source>
        <translation>The password needs at least {count} characters.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords differ.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>✓ 已自动保存 {0}</source>
        <translation>✓ Saved {0}</translation>
    </message>
    <message>
        <source>正在收入 {0} 个文件…</source>
        <translation>Taking in {0} files…</translation>
    </message>
    <message>
        <source>识别中…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>材料已补，重新识别</source>
        <translation>Paper completed; read again</translation>
    </message>
    <message>
        <source>去审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>还有 {0} 页在识别，可以先录下一单</source>
        <translation>{0} pages still being read; you may enter the next claim</translation>
    </message>
    <message>
        <source>▲ 还没有影像</source>
        <translation>▲ No pages yet</translation>
    </message>
    <message>
        <source>▲ 未填姓名</source>
        <translation>▲ Name missing</translation>
    </message>
    <message>
        <source>▲ 身份证号未填或不符</source>
        <translation>▲ ID number missing or wrong</translation>
    </message>
    <message>
        <source>▲ 未填收款账户</source>
        <translation>▲ Account missing</translation>
    </message>
</context>
<context>
    <name>GlancePanel</name>
    <message>
        <source>……还有 {count} 项，打开影像看全部</source>
        <translation>… {count} more; open the pages to see all</translation>
    </message>
    <message>
        <source>没有人工改判，全部按识别和规则结算。</source>
        <translation>Nothing was changed by hand; settled as read and by the rules.</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>电子原件 {0}</source>
        <translation>Electronic original {0}</translation>
    </message>
    <message>
        <source>{0} 份材料</source>
        <translation>{0} papers</translation>
    </message>
    <message>
        <source>{0} 处文字 · {1:.1f} 秒</source>
        <translation>{0} texts · {1:.1f} s</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>影像</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message>
        <source>基金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>看基金支付</source>
        <translation>What funds pay</translation>
    </message>
    <message>
        <source>看个人负担</source>
        <translation>What persons bear</translation>
    </message>
</context>
<context>
    <name>HeadPage</name>
    <message>
        <source>全国，或省、市</source>
        <translation>The country, a province or a city</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>没有就留空</source>
        <translation>Leave empty if there is none</translation>
    </message>
    <message>
        <source>发文机关和文号，或取得文件的地方</source>
        <translation>Issuing authority and number, or where the file came from</translation>
    </message>
    <message>
        <source>把旧版终止在新版生效的前一天</source>
        <translation>End the older edition on the day before the new one begins</translation>
    </message>
    <message>
        <source>目录名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>适用地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>▲ 还要填写：{names}</source>
        <translation>▲ Still to be filled in: {names}</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>生效日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>终止日期（含当天）</source>
        <translation>Until (inclusive)</translation>
    </message>
    <message>
        <source>按“接管”之前什么都没有改变；接管后整份目录一次生效，并留痕。已结算的报销单不受影响。</source>
        <translation>Nothing has changed until you press “Take over”; then the whole catalogue takes effect at once and is journalled. Settled claims are not affected.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>未填姓名</source>
        <translation>No name</translation>
    </message>
    <message>
        <source> 至 {0}</source>
        <translation> to {0}</translation>
    </message>
    <message>
        <source>■ 已超期 {0} 个工作日</source>
        <translation>■ {0} working days overdue</translation>
    </message>
    <message>
        <source>剩 {0} 个工作日</source>
        <translation>{0} working days left</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>重新体检</source>
        <translation>Examine again</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>可不用</source>
        <translation>Optional</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入目录</source>
        <translation>Import a catalogue</translation>
    </message>
    <message>
        <source>调整列对应…</source>
        <translation>Change the columns…</translation>
    </message>
    <message>
        <source>正在读取 {file}…</source>
        <translation>Reading {file}…</translation>
    </message>
    <message>
        <source>正在看各工作表的表头…</source>
        <translation>Looking at the headings of the sheets…</translation>
    </message>
    <message>
        <source>这种文件的列是固定的，不能调整。</source>
        <translation>The columns of such a file are fixed and cannot be changed.</translation>
    </message>
    <message>
        <source>正在接管 {n} 条…</source>
        <translation>Taking over {n} entries…</translation>
    </message>
    <message>
        <source>1 选择文件</source>
        <translation>1 Choose a file</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>2 哪一列是什么</source>
        <translation>2 Which column is what</translation>
    </message>
    <message>
        <source>3 核对读出的内容</source>
        <translation>3 Check what was read</translation>
    </message>
    <message>
        <source>4 名称、地区和日期</source>
        <translation>4 Title, region and dates</translation>
    </message>
    <message>
        <source>按此读取</source>
        <translation>Read like this</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>把目录文件拖到这里</source>
        <translation>Drop the catalogue file here</translation>
    </message>
    <message>
        <source>国家药品目录的 PDF，药品代码、诊疗服务、医用耗材的 Excel（.xlsx、.xls）或 CSV。只读取，不改动文件；最后一步确认之前什么都不会改变。</source>
        <translation>The national drug list as PDF; drug codes, services or supplies as Excel (.xlsx, .xls) or CSV. The file is only read, never changed; nothing changes before the last step is confirmed.</translation>
    </message>
    <message>
        <source>选择目录文件</source>
        <translation>Choose a catalogue file</translation>
    </message>
    <message>
        <source>目录文件 (*.pdf *.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)</source>
        <translation>Catalogue files (*.pdf *.xlsx *.xlsm *.xls *.csv *.txt);;All files (*)</translation>
    </message>
</context>
<context>
    <name>InsuredForm</name>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>就诊（识别后自动补齐，可改）</source>
        <translation>Care (filled in after reading; can be changed)</translation>
    </message>
    <message>
        <source>年度累计</source>
        <translation>Year to date</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>校验留痕</source>
        <translation>Verify journal</translation>
    </message>
    <message>
        <source>查找单号、批次、人员、动作（Ctrl+F）</source>
        <translation>Search claim, batch, person, action (Ctrl+F)</translation>
    </message>
    <message>
        <source>{count} 条留痕逐条相符，没有被改动、删除或调换。</source>
        <translation>All {count} rows hold: none was changed, removed or moved.</translation>
    </message>
    <message>
        <source>从第 {row} 条起与前文不符：数据库被绕过本软件改动过。请立即停用并联系系统管理员核对备份。</source>
        <translation>From row {row} on the chain breaks: the database was changed behind this software. Stop work and have the administrator compare the backups.</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>LearningPanel</name>
    <message>
        <source>从现在起留存经办人的更正</source>
        <translation>Keep clerks&apos; corrections from now on</translation>
    </message>
    <message>
        <source>清除已留存的更正</source>
        <translation>Clear kept corrections</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>已留存 {0} 处更正。</source>
        <translation>{0} corrections are kept.</translation>
    </message>
    <message>
        <source>没有留存任何更正。</source>
        <translation>No corrections are kept.</translation>
    </message>
    <message>
        <source>开启后，经办人每改正一处识别结果，就在本机数据库里记下：影像页和框的位置、识别出的文字、改正后的值、栏目、时间和操作人的用户名。这些内容可能包含参保人的姓名和号码，只用于改进识别，不会自动离开本机；需要时由负责人用命令 lingbao corrections export 导出。关闭后不再新增，已留存的可以清除。</source>
        <translation>While this is on, each correction of what was read is noted in this computer&apos;s database: the page and the place, the characters read, the corrected value, the field, the time and the user name. It may contain names and numbers of insured people, serves only to improve reading, and never leaves this computer by itself; a supervisor can export it with the command lingbao corrections export. When it is off, nothing new is kept, and what is kept can be cleared.</translation>
    </message>
    <message>
        <source>从更正中学习</source>
        <translation>Learning from corrections</translation>
    </message>
    <message>
        <source>初审通过且清单各栏含义无须更改时，记住该医院清单的栏目；以后遇到同一医院的清单，先按它读，但算式不符时仍以算式为准。</source>
        <translation>When a first review approves a statement whose columns needed no change, the columns of that hospital are remembered. Its next statement is read by them first, but never against the arithmetic.</translation>
    </message>
    <message>
        <source>记住的清单版式</source>
        <translation>Remembered statement layouts</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>选用（Alt+数字）：</source>
        <translation>Take (Alt+number): </translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>补录一行明细</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>明细</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>选择目录条目…</source>
        <translation>Choose a catalogue entry…</translation>
    </message>
    <message>
        <source>恢复此行	Del</source>
        <translation>Restore this line	Del</translation>
    </message>
    <message>
        <source>划去此行	Del</source>
        <translation>Strike this line out	Del</translation>
    </message>
    <message>
        <source>补录一行	Ins</source>
        <translation>Add a line	Ins</translation>
    </message>
    <message>
        <source>全部明细重新匹配目录	Ctrl+M</source>
        <translation>Match all lines anew	Ctrl+M</translation>
    </message>
</context>
<context>
    <name>LongTable</name>
    <message>
        <source>没有内容</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>LooksPanel</name>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>{size} 像素</source>
        <translation>{size} pixels</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>语言 / Language</source>
        <translation>语言 / Language</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>（隐藏）</source>
        <translation> (hidden)</translation>
    </message>
    <message>
        <source>{name}{hidden} · {rows} 行</source>
        <translation>{name}{hidden} · {rows} rows</translation>
    </message>
    <message>
        <source>还要指定：{names}</source>
        <translation>Still to be named: {names}</translation>
    </message>
    <message>
        <source>（文件里没有）</source>
        <translation>(not in the file)</translation>
    </message>
    <message>
        <source>全部按{name}类</source>
        <translation>Class {name} for all</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>表头在第几行</source>
        <translation>Row of the headings</translation>
    </message>
    <message>
        <source>目录种类</source>
        <translation>Kind of catalogue</translation>
    </message>
</context>
<context>
    <name>MemoryPanel</name>
    <message>
        <source>查票面名称、医疗机构或选定人</source>
        <translation>Search printed names, hospitals or people</translation>
    </message>
    <message>
        <source>也列出已停用的</source>
        <translation>List those out of use too</translation>
    </message>
    <message>
        <source>停用这条记忆…</source>
        <translation>Take out of use…</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} choices</translation>
    </message>
    <message>
        <source>没有符合的记忆</source>
        <translation>Nothing remembered fits</translation>
    </message>
    <message>
        <source>还没有记住任何选择</source>
        <translation>Nothing is remembered yet</translation>
    </message>
    <message>
        <source>经办人在审核台为一行明细选定目录条目后，这里就会列出；初审通过后才会被再次采用。</source>
        <translation>What clerks choose for a line at the desk is listed here; it is used again only after a first review approved it.</translation>
    </message>
    <message>
        <source>停用由签批领导或系统管理员操作</source>
        <translation>Supervisors and administrators take choices out of use</translation>
    </message>
    <message>
        <source>停用以后，“{name}”不再按这条记忆对照；已经对照的行不变，可在审核台重新匹配。为什么停用？</source>
        <translation>“{name}” will no longer be matched by this choice; lines matched already stay and can be matched anew at the desk. Why take it out of use?</translation>
    </message>
    <message>
        <source>当时选错了条目</source>
        <translation>The wrong entry was chosen</translation>
    </message>
    <message>
        <source>目录待遇已变化</source>
        <translation>The catalogue&apos;s terms have changed</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Take out of use</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>回车：转到这一项参数</source>
        <translation>Enter: go to this figure</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>签发一次性告知书</source>
        <translation>Issue the notice</translation>
    </message>
    <message>
        <source>还要补正的，一行一项</source>
        <translation>What else is asked for, one thing a line</translation>
    </message>
    <message>
        <source>请当事人一次补齐</source>
        <translation>To be handed in, all at once</translation>
    </message>
    <message>
        <source>没有查到缺少的材料；确需补正的，请写明要补什么。</source>
        <translation>Nothing was found to be lacking; say what is needed all the same.</translation>
    </message>
    <message>
        <source>期限：{0}（{1} 个工作日）。签发后转为待补正，办理时限暂停。</source>
        <translation>Until {0} ({1} working days). The claim then waits, and the clock stops.</translation>
    </message>
</context>
<context>
    <name>OfficePanel</name>
    <message>
        <source>保存名称</source>
        <translation>Save name</translation>
    </message>
    <message>
        <source>保存时限</source>
        <translation>Keep promise</translation>
    </message>
    <message>
        <source>备份到……</source>
        <translation>Back up to…</translation>
    </message>
    <message>
        <source>机构名称</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>印在结算单、签批单和档案上的名称</source>
        <translation>The name printed on settlement sheets, sign-off sheets and archives</translation>
    </message>
    <message>
        <source>办结时限</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>从受理到拨付的工作日数（对以后受理的报销单有效）</source>
        <translation>Working days from receipt to payment (for claims received from now on)</translation>
    </message>
    <message>
        <source>把数据库、影像和归档 PDF 备份成一个文件，并逐个核对。备份含有全部参保人信息，请存放在安全的地方。</source>
        <translation>Puts database, pages and archive PDFs into one proven file. It holds everybody&apos;s claims: keep it in a safe place.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>已备份 {files} 个文件，{size:.1f} MB，核对无误：{path}</source>
        <translation>{files} files, {size:.1f} MB backed up and proven: {path}</translation>
    </message>
</context>
<context>
    <name>PackBox</name>
    <message>
        <source>打开政策包文件…</source>
        <translation>Open a pack file…</translation>
    </message>
    <message>
        <source>政策包 (*.yaml *.yml)</source>
        <translation>Policy packs (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>打开政策包文件</source>
        <translation>Open a pack file</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>缩小 Ctrl+-</source>
        <translation>Smaller Ctrl+-</translation>
    </message>
    <message>
        <source>放大 Ctrl++（也可按住 Ctrl 滚轮）</source>
        <translation>Larger Ctrl++ (or Ctrl and the wheel)</translation>
    </message>
    <message>
        <source>适合宽度 Ctrl+0；原大 Ctrl+1</source>
        <translation>Fit width Ctrl+0; full size Ctrl+1</translation>
    </message>
    <message>
        <source>向左转（只转画面）</source>
        <translation>Turn left (view only)</translation>
    </message>
    <message>
        <source>向右转（只转画面）</source>
        <translation>Turn right (view only)</translation>
    </message>
    <message>
        <source>净化</source>
        <translation>Clean</translation>
    </message>
    <message>
        <source>净化：去掉印章看字；再按一次看原图</source>
        <translation>Clean: take the seals out to see the print; press again for the page as filed</translation>
    </message>
    <message>
        <source>━ 已证实 {0}</source>
        <translation>━ Proven {0}</translation>
    </message>
    <message>
        <source>╍ 存疑 {0}</source>
        <translation>╍ Doubtful {0}</translation>
    </message>
    <message>
        <source>╍ 矛盾 {0}</source>
        <translation>╍ Contradicted {0}</translation>
    </message>
    <message>
        <source>┅ 疑似改动 {0}</source>
        <translation>┅ changed {0}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>影像</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>PagesArea</name>
    <message>
        <source>把票据、清单、出院记录拖到这里</source>
        <translation>Drop receipts, statements and discharge records here</translation>
    </message>
    <message>
        <source>支持照片、扫描图片、PDF、OFD 和电子票据 XML；也可以粘贴（Ctrl+V）、选择文件（Ctrl+O）或扫描。</source>
        <translation>Photos, scans, PDF, OFD and the XML of e-receipts; you can also paste (Ctrl+V), choose files (Ctrl+O) or scan.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>向左转 Shift+R</source>
        <translation>Turn left Shift+R</translation>
    </message>
    <message>
        <source>向右转 R</source>
        <translation>Turn right R</translation>
    </message>
    <message>
        <source>前移 Ctrl+←</source>
        <translation>Forward Ctrl+←</translation>
    </message>
    <message>
        <source>后移 Ctrl+→</source>
        <translation>Back Ctrl+→</translation>
    </message>
    <message>
        <source>换一张影像</source>
        <translation>Replace page</translation>
    </message>
    <message>
        <source>重新识别失败的页</source>
        <translation>Read failed pages again</translation>
    </message>
    <message>
        <source>移除 Delete</source>
        <translation>Remove Delete</translation>
    </message>
    <message>
        <source>撤销 Ctrl+Z</source>
        <translation>Undo Ctrl+Z</translation>
    </message>
    <message>
        <source>已识别 {0}/{1} 页</source>
        <translation>{0}/{1} pages read</translation>
    </message>
</context>
<context>
    <name>PagesStrip</name>
    <message>
        <source>影像目录</source>
        <translation>Page list</translation>
    </message>
</context>
<context>
    <name>PaperKind</name>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>改材料类型</source>
        <translation>Change what the paper is</translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>没有影像</source>
        <translation>No page</translation>
    </message>
    <message>
        <source>这份材料没有影像，数值由人工录入。</source>
        <translation>This paper has no page; its values were typed.</translation>
    </message>
    <message>
        <source>影像打不开</source>
        <translation>The page cannot be opened</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>其余为盖章原件</source>
        <translation>Rest: sealed originals</translation>
    </message>
    <message>
        <source>尚未注明的材料都记为原件、已盖章</source>
        <translation>Papers nobody has spoken of are noted as sealed originals</translation>
    </message>
    <message>
        <source>告知书…</source>
        <translation>Notice…</translation>
    </message>
    <message>
        <source>看这份材料</source>
        <translation>Look at this paper</translation>
    </message>
    <message>
        <source>原</source>
        <translation>Orig.</translation>
    </message>
    <message>
        <source>复</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>电</source>
        <translation>Elec.</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>已盖章</source>
        <translation>Bears its seal</translation>
    </message>
    <message>
        <source>无章</source>
        <translation>None</translation>
    </message>
    <message>
        <source>应盖章而未盖章</source>
        <translation>Lacks the seal it needs</translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>修改自己的密码</source>
        <translation>Change your own password</translation>
    </message>
    <message>
        <source>新密码（至少 {count} 位）</source>
        <translation>New password (at least {count} characters)</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>再输一遍新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样。</source>
        <translation>The two new passwords differ.</translation>
    </message>
    <message>
        <source>密码已修改，下次登录请用新密码。</source>
        <translation>Password changed; use the new one from the next sign-in on.</translation>
    </message>
</context>
<context>
    <name>PayPanel</name>
    <message>
        <source>生成拨付文件</source>
        <translation>Make payment file</translation>
    </message>
    <message>
        <source>确认到账  空格</source>
        <translation>Confirm paid  Space</translation>
    </message>
    <message>
        <source>拨付失败  X</source>
        <translation>Failed  X</translation>
    </message>
    <message>
        <source>退回初审</source>
        <translation>Return to first review</translation>
    </message>
    <message>
        <source>拨付-{number}.xlsx</source>
        <translation>payment-{number}.xlsx</translation>
    </message>
    <message>
        <source>账号与户名不符</source>
        <translation>Account and holder do not match</translation>
    </message>
    <message>
        <source>账户已销户</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>开户行有误</source>
        <translation>Wrong bank</translation>
    </message>
    <message>
        <source>{name} 的款没有到账。银行给的原因是什么？</source>
        <translation>The money of {name} did not arrive. What reason did the bank give?</translation>
    </message>
    <message>
        <source>记为拨付失败</source>
        <translation>Note as failed</translation>
    </message>
    <message>
        <source>{name} 的报销单退回初审更改收款账户，之后重新复核和签批。为什么？</source>
        <translation>The claim of {name} goes back to the first review for another account, then is reviewed and signed again. Why?</translation>
    </message>
    <message>
        <source>还没有可拨付的批次</source>
        <translation>No batch can be paid yet</translation>
    </message>
    <message>
        <source>批次签批以后会自动出现在这里。</source>
        <translation>Batches appear here once they are signed.</translation>
    </message>
    <message>
        <source>共 {count} 件，到账 {paid} 件，失败 {failed} 件</source>
        <translation>{count} claims, {paid} paid, {failed} failed</translation>
    </message>
    <message>
        <source>批次 {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>重新导出拨付文件</source>
        <translation>Write payment file again</translation>
    </message>
    <message>
        <source>拨付由出纳操作</source>
        <translation>Payment is done by the cashier</translation>
    </message>
    <message>
        <source>先生成拨付文件，银行回单到了再逐件确认。</source>
        <translation>Make the payment file first; confirm each claim when the bank&apos;s slip is there.</translation>
    </message>
    <message>
        <source>拨付文件已保存到 {path}</source>
        <translation>Payment file saved to {path}</translation>
    </message>
</context>
<context>
    <name>PaymentRoom</name>
    <message>
        <source>拨付</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>补支追回</source>
        <translation>Supplements and recoveries</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>基金多付最多的人</source>
        <translation>Funds pay most more</translation>
    </message>
    <message>
        <source>基金少付最多的人</source>
        <translation>Funds pay most less</translation>
    </message>
    <message>
        <source>共 {n} 人，列出变动最大的 {shown} 人</source>
        <translation>{n} people; the {shown} with the largest change</translation>
    </message>
    <message>
        <source>没有这样的人</source>
        <translation>There are none</translation>
    </message>
    <message>
        <source>{person}：A {a}，B {b}，相差 {more}</source>
        <translation>{person}: A {a}, B {b}, difference {more}</translation>
    </message>
    <message>
        <source>回车：在审核台打开</source>
        <translation>Enter: open at the desk</translation>
    </message>
    <message>
        <source>样本里的人是编造的，没有可以打开的报销单</source>
        <translation>People of the sample are made up; there is no claim to open</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>完整身份证号，回车查询（Ctrl+F）</source>
        <translation>Whole citizen number, Enter to look up (Ctrl+F)</translation>
    </message>
    <message>
        <source>查一个人的累计</source>
        <translation>Look up one person&apos;s sums</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>没有这个人的累计</source>
        <translation>Nothing is known of this person</translation>
    </message>
    <message>
        <source>在用的批次里都没有这个身份证号；请核对号码，或导入平台最新的累计。本单位核定的报销单会自动累计。</source>
        <translation>No batch in use has this number; check it, or import the platform&apos;s latest sums. Claims approved here are summed by themselves.</translation>
    </message>
    <message>
        <source>查一个人的年度累计</source>
        <translation>Look up one person&apos;s year</translation>
    </message>
    <message>
        <source>输入完整身份证号，看平台各次导入怎么说、来自哪个批次。</source>
        <translation>Type the whole citizen number to see what each import says, and which batch it is from.</translation>
    </message>
</context>
<context>
    <name>PlainPage</name>
    <message>
        <source>没有说明</source>
        <translation>Nothing to tell</translation>
    </message>
    <message>
        <source>减：{0}</source>
        <translation>less: {0}</translation>
    </message>
    <message>
        <source>医保付的部分</source>
        <translation>What the funds pay</translation>
    </message>
    <message>
        <source>您自己负担</source>
        <translation>The person&apos;s own share</translation>
    </message>
    <message>
        <source>为什么有一部分要自己付</source>
        <translation>Why a part is the person&apos;s own</translation>
    </message>
</context>
<context>
    <name>PoliciesRoom</name>
    <message>
        <source>修改这一项…  F2</source>
        <translation>Change this figure…  F2</translation>
    </message>
    <message>
        <source>随软件的政策包已更新到 {version}；本单位的版本仍以旧版为底，需要时请起草新版本。</source>
        <translation>The shipped pack is now at {version}; this office&apos;s versions rest on an older one. Draft a new version where needed.</translation>
    </message>
    <message>
        <source>检查 {n}</source>
        <translation>Checks {n}</translation>
    </message>
    <message>
        <source>{title} {day}</source>
        <translation>{title} {day}</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation>Differences</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>在读出的条目中查名称、编号或代码</source>
        <translation>Search what was read by name, number or code</translation>
    </message>
    <message>
        <source>查姓名或身份证号</source>
        <translation>Find a name or number</translation>
    </message>
    <message>
        <source>导出问题清单…</source>
        <translation>Export the faults…</translation>
    </message>
    <message>
        <source>{file} · 表内 {rows} 行，读出 {people} 人</source>
        <translation>{file} · {rows} rows, {people} people read</translation>
    </message>
    <message>
        <source>没有疑点</source>
        <translation>Nothing odd</translation>
    </message>
    <message>
        <source>与上次导入相比没有减少的累计，姓名与本单位报销单一致。</source>
        <translation>No sum fell since the last import, and names are those of this office&apos;s claims.</translation>
    </message>
    <message>
        <source>导入以后</source>
        <translation>Once imported</translation>
    </message>
    <message>
        <source>没有采用的 {n} 行已经看过，只导入其余的</source>
        <translation>I have looked at the {n} rows left out; import the others</translation>
    </message>
    <message>
        <source>有 {n} 处必须改正或补充，不能导入：请看“问题”，补充上面几项或改正文件。什么都没有改变。</source>
        <translation>{n} things must be mended or told, so it cannot be imported: see the faults, fill in what is asked above or mend the file. Nothing has changed.</translation>
    </message>
    <message>
        <source>新增 {new} 人、变化 {changed} 人、相同 {same} 人。要么全部导入，要么一个也不导入。</source>
        <translation>{new} people are new, {changed} changed, {same} the same. Either all are imported or none.</translation>
    </message>
    <message>
        <source>累计 {n}</source>
        <translation>Sums {n}</translation>
    </message>
    <message>
        <source>疑点 {n}</source>
        <translation>Odd {n}</translation>
    </message>
    <message>
        <source>将变化的报销单 {n}</source>
        <translation>Claims it changes {n}</translation>
    </message>
    <message>
        <source>没有符合的人</source>
        <translation>Nobody fits</translation>
    </message>
    <message>
        <source>没有读出任何人的累计</source>
        <translation>Nobody&apos;s sums were read</translation>
    </message>
    <message>
        <source>回车：看这一行读成了什么</source>
        <translation>Enter: see what this row was read as</translation>
    </message>
    <message>
        <source>{file} · {kind} · 读出 {count} 条</source>
        <translation>{file} · {kind} · {count} entries read</translation>
    </message>
    <message>
        <source>有 {n} 处必须改正，不能接管：请按清单改正文件后重新选择，或调整列对应。整份文件要么全部接管，要么一条也不接管。</source>
        <translation>{n} faults must be put right before this can be taken over: correct the file by the list and choose it again, or change the columns. A file is taken over whole or not at all.</translation>
    </message>
    <message>
        <source>有 {n} 处提醒，不妨碍接管，请看一看。</source>
        <translation>{n} remarks; they do not stop the import, but please look.</translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No faults found.</translation>
    </message>
    <message>
        <source>条目 {n}</source>
        <translation>Entries {n}</translation>
    </message>
    <message>
        <source>问题 {n}</source>
        <translation>Faults {n}</translation>
    </message>
    <message>
        <source>与现行版本的差异</source>
        <translation>Differences from the edition in force</translation>
    </message>
    <message>
        <source>没有符合的条目</source>
        <translation>No entry fits</translation>
    </message>
    <message>
        <source>没有读出条目</source>
        <translation>No entries were read</translation>
    </message>
    <message>
        <source>正在与现行版本对比…</source>
        <translation>Comparing with the edition in force…</translation>
    </message>
    <message>
        <source>这个地区还没有同类目录，全部条目都是新的。</source>
        <translation>This region has no such catalogue yet; every entry is new.</translation>
    </message>
    <message>
        <source>与“{title}”的差异</source>
        <translation>Differences from “{title}”</translation>
    </message>
    <message>
        <source>导入差异 {file}</source>
        <translation>Import differences {file}</translation>
    </message>
    <message>
        <source>问题清单 {file}</source>
        <translation>Faults {file}</translation>
    </message>
    <message>
        <source>年-月-日，不知道可不填</source>
        <translation>Year-month-day, may stay empty</translation>
    </message>
    <message>
        <source>在读出的规则中查名称或编码</source>
        <translation>Find a name or code among the rules read</translation>
    </message>
    <message>
        <source>{file} · 表内 {rows} 行，读出 {count} 条规则</source>
        <translation>{file} · {rows} rows, {count} rules read</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>No problems found</translation>
    </message>
    <message>
        <source>没有改变现行的规则</source>
        <translation>No rule in force is changed</translation>
    </message>
    <message>
        <source>读出的规则都是新的，或与现行的一致。</source>
        <translation>The rules read are new, or say what those in force say.</translation>
    </message>
    <message>
        <source>没有读入的 {n} 行已经看过，只导入读出的规则</source>
        <translation>I have looked at the {n} rows left out; import the rules that were read</translation>
    </message>
    <message>
        <source>有 {n} 处必须改正，不能导入：请按“问题”改正文件后重新选择。什么都没有改变。</source>
        <translation>{n} problems must be mended first: correct the file by the tab “Problems” and choose it again. Nothing has changed.</translation>
    </message>
    <message>
        <source>有 {n} 处问题，其中 {out} 行没有读入，请看一看。读出的规则要么全部导入，要么一条也不导入。</source>
        <translation>{n} problems, {out} rows left out; please look at them. Either all rules read are imported, or none.</translation>
    </message>
    <message>
        <source>没有发现问题。读出的规则要么全部导入，要么一条也不导入。</source>
        <translation>No problems found. Either all rules read are imported, or none.</translation>
    </message>
    <message>
        <source>规则 {n}</source>
        <translation>Rules {n}</translation>
    </message>
    <message>
        <source>与现行不同 {n}</source>
        <translation>Differs from now {n}</translation>
    </message>
    <message>
        <source>没有符合的规则</source>
        <translation>No rule fits</translation>
    </message>
    <message>
        <source>没有读出规则</source>
        <translation>No rules were read</translation>
    </message>
    <message>
        <source>批次名称</source>
        <translation>Name of the batch</translation>
    </message>
    <message>
        <source>发布日期</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>ProposeDialog</name>
    <message>
        <source>提请核准 {label}</source>
        <translation>Propose {label}</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>提请核准</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>提请以后由没有参与起草的签批领导或系统管理员核准；核准前要看过它会改变的已结算报销单。</source>
        <translation>A supervisor or administrator who did not write in it approves it, having seen the settled claims it would change.</translation>
    </message>
    <message>
        <source>自哪一天的就诊起执行</source>
        <translation>In force for care from</translation>
    </message>
    <message>
        <source>提请理由（依据的文件）</source>
        <translation>Reason (the document it rests on)</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>交换 A、B</source>
        <translation>Swap A and B</translation>
    </message>
    <message>
        <source>开始对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>请把日期写成 年-月-日，例如 2026-03-01。</source>
        <translation>Write days as year-month-day, such as 2026-03-01.</translation>
    </message>
    <message>
        <source>人是编造的，同一种子每次相同；哪些数有出处、哪些是假定，见样本的提示。</source>
        <translation>People are made up, and the same seed gives the same; the sample says in its tip what is published and what assumed.</translation>
    </message>
    <message>
        <source>没有符合的已结算报销单；可放宽日期，或用生成的样本。</source>
        <translation>No settled claim fits; widen the dates, or use the generated sample.</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} claims</translation>
    </message>
    <message>
        <source>A、B 是同一个政策包，请换一个。</source>
        <translation>A and B are the same pack; choose another.</translation>
    </message>
    <message>
        <source>在后台重算，随时可以停止；不保存，也不改动任何报销单（Ctrl+Enter）</source>
        <translation>Runs in the background and can be stopped; saves and changes nothing (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>方案 A（现状）</source>
        <translation>Pack A (as it is)</translation>
    </message>
    <message>
        <source>方案 B（设想）</source>
        <translation>Pack B (as it might be)</translation>
    </message>
    <message>
        <source>算哪些报销单</source>
        <translation>Which claims</translation>
    </message>
    <message>
        <source>比哪两个政策包</source>
        <translation>Which two packs</translation>
    </message>
</context>
<context>
    <name>QueueRoom</name>
    <message>
        <source>领取下一件  F2</source>
        <translation>Take the next  F2</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>队列-{day}.xlsx</source>
        <translation>queue-{day}.xlsx</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count} claims</translation>
    </message>
    <message>
        <source>没有找到“{text}”</source>
        <translation>“{text}” was not found</translation>
    </message>
    <message>
        <source>可按单号、姓名、证件号后四位、医院或省份查找；也可换一个筛选。</source>
        <translation>Search by claim, name, last digits of the ID number, hospital or province; or choose another filter.</translation>
    </message>
    <message>
        <source>清空查找</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <source>这里没有报销单</source>
        <translation>No claims here</translation>
    </message>
    <message>
        <source>其他状态下还有报销单。</source>
        <translation>There are claims in other states.</translation>
    </message>
    <message>
        <source>看全部在办</source>
        <translation>Show all open</translation>
    </message>
    <message>
        <source>还没有报销单</source>
        <translation>There are no claims yet</translation>
    </message>
    <message>
        <source>把票据影像拖进“受理”，识别后就会排到这里。</source>
        <translation>Drop pages into “Intake”; once read, claims queue up here.</translation>
    </message>
    <message>
        <source>去受理</source>
        <translation>To intake</translation>
    </message>
    <message>
        <source>没有等着初审的报销单了。</source>
        <translation>No claim waits for the first review any more.</translation>
    </message>
    <message>
        <source>已导出 {count} 件到 {path}</source>
        <translation>{count} claims exported to {path}</translation>
    </message>
    <message>
        <source>领取初审由初审经办操作</source>
        <translation>Taking claims is done by clerks</translation>
    </message>
    <message>
        <source>查找单号、姓名、医院（Ctrl+F）</source>
        <translation>Search claim, name, hospital (Ctrl+F)</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>灵报</source>
        <translation>Lingbao</translation>
    </message>
    <message>
        <source>{room}（Ctrl+{key}）</source>
        <translation>{room} (Ctrl+{key})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>关于灵报</source>
        <translation>About Lingbao</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>“{room}”由{roles}使用，当前账号没有这个岗位。</source>
        <translation>“{room}” is used by: {roles}. This account has none of these roles.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>请写明理由，将留痕并告知经办人</source>
        <translation>Give the reason; it is kept in the journal and shown to the clerk</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{0}的理由</source>
        <translation>Reason for {0}</translation>
    </message>
</context>
<context>
    <name>RefusedList</name>
    <message>
        <source>知道了</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>{0} 个文件没有收入，其余不受影响：</source>
        <translation>{0} files were not taken in; the others are safe:</translation>
    </message>
    <message>
        <source>……另有 {0} 个</source>
        <translation>… and {0} more</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>新密码（至少 {count} 位）</source>
        <translation>New password (at least {count} characters)</translation>
    </message>
    <message>
        <source>请当面告诉本人，并提醒登录后自己再改一次。</source>
        <translation>Tell the person face to face, and ask them to change it after sign-in.</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>未能比较 {n}</source>
        <translation>Not compared {n}</translation>
    </message>
    <message>
        <source>谁付多少</source>
        <translation>Who pays</translation>
    </message>
    <message>
        <source>分布</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>变动最大的人</source>
        <translation>Largest changes</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>调整岗位</source>
        <translation>Change roles</translation>
    </message>
</context>
<context>
    <name>RuleBrowser</name>
    <message>
        <source>名称、拼音首字母、编码或备注（Ctrl+F）</source>
        <translation>Name, pinyin initials, code or remark (Ctrl+F)</translation>
    </message>
    <message>
        <source>查规则</source>
        <translation>Find rules</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>导出列出的规则（Ctrl+E）</source>
        <translation>Export the rules listed (Ctrl+E)</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今年命中的</source>
        <translation>Caught this year</translation>
    </message>
    <message>
        <source>停用理由：{why}。其中的规则不再提示；需要时可点“恢复使用…”。</source>
        <translation>Withdrawn because: {why}. Its rules are not applied; press “Use again…” when they are needed.</translation>
    </message>
    <message>
        <source>这一批次已停用</source>
        <translation>This batch is withdrawn</translation>
    </message>
    <message>
        <source>换个说法，或去掉上面的限制。“今年命中的”只列出今年受理的报销单里提示过的规则。</source>
        <translation>Try other words, or lift the filter above. “Caught this year” lists only rules that spoke of claims received this year.</translation>
    </message>
    <message>
        <source>没有符合的规则</source>
        <translation>No rule fits</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} rules</translation>
    </message>
    <message>
        <source>规则库</source>
        <translation>Rule library</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>选一条规则，这里显示它的全部内容和今年命中的报销单。</source>
        <translation>Choose a rule to see all of it, and the claims it caught this year.</translation>
    </message>
    <message>
        <source>被包含项目</source>
        <translation>Contained</translation>
    </message>
    <message>
        <source>其编码</source>
        <translation>Its codes</translation>
    </message>
    <message>
        <source>规则库备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>没有列出，按名称识别</source>
        <translation>None listed; known by its name</translation>
    </message>
    <message>
        <source>规则编号</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>发布日期</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>…… 共 {n} 个，导出或用编码查找可看其余</source>
        <translation>… {n} altogether; search by code for the others</translation>
    </message>
</context>
<context>
    <name>RuleSide</name>
    <message>
        <source>今年没有命中</source>
        <translation>Caught nothing this year</translation>
    </message>
    <message>
        <source>今年命中 {claims} 单 {lines} 行，剔除 {sum} 元</source>
        <translation>This year: {claims} claims, {lines} lines, {sum} yuan excluded</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>导入规则</source>
        <translation>Import rules</translation>
    </message>
    <message>
        <source>1 选择文件</source>
        <translation>1 Choose a file</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>2 核对读出的规则</source>
        <translation>2 Check what was read</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>正在读取 {file}…</source>
        <translation>Reading {file}…</translation>
    </message>
    <message>
        <source>正在导入 {n} 条规则…</source>
        <translation>Importing {n} rules…</translation>
    </message>
    <message>
        <source>把规则表拖到这里</source>
        <translation>Drop the rule table here</translation>
    </message>
    <message>
        <source>国家或省医保局公布的规则库、知识库表格：Excel（.xlsx、.xls）或 CSV，表头和限定类型由系统辨认。只读取，不改动文件；最后一步确认之前什么都不会改变。</source>
        <translation>Tables of the rule library as the national or provincial administration publishes them: Excel (.xlsx, .xls) or CSV; headings and kinds are recognised. The file is only read, never changed; nothing changes before the last step is confirmed.</translation>
    </message>
    <message>
        <source>选择规则表</source>
        <translation>Choose a rule table</translation>
    </message>
    <message>
        <source>规则表 (*.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)</source>
        <translation>Rule tables (*.xlsx *.xlsm *.xls *.csv *.txt);;All files (*)</translation>
    </message>
</context>
<context>
    <name>RulesRoom</name>
    <message>
        <source>导入规则…</source>
        <translation>Import rules…</translation>
    </message>
    <message>
        <source>停用这一批…</source>
        <translation>Withdraw this batch…</translation>
    </message>
    <message>
        <source>恢复使用…</source>
        <translation>Use again…</translation>
    </message>
    <message>
        <source>导入、停用和恢复由签批领导或系统管理员操作</source>
        <translation>Supervisors and administrators import, withdraw and restore</translation>
    </message>
    <message>
        <source>导入后来公布的规则表（Ctrl+O）</source>
        <translation>Import a rule table published later (Ctrl+O)</translation>
    </message>
    <message>
        <source>先在上面选一个批次</source>
        <translation>First choose a batch above</translation>
    </message>
    <message>
        <source>停用“{title}”以后，其中的规则不再提示；已作出的处理不变，随时可以恢复使用。为什么停用？</source>
        <translation>Once “{title}” is withdrawn its rules are not applied; what was decided stays, and it can be used again at any time. Why withdraw it?</translation>
    </message>
    <message>
        <source>与本省口径不一致</source>
        <translation>Differs from the province&apos;s reading</translation>
    </message>
    <message>
        <source>已有新的批次</source>
        <translation>A newer batch is in use</translation>
    </message>
    <message>
        <source>导入了错误的文件</source>
        <translation>The wrong file was imported</translation>
    </message>
    <message>
        <source>恢复使用“{title}”以后，其中的规则重新提示。为什么恢复？</source>
        <translation>Once “{title}” is used again its rules are applied. Why restore it?</translation>
    </message>
    <message>
        <source>停用有误</source>
        <translation>Withdrawn by mistake</translation>
    </message>
    <message>
        <source>上级答复适用</source>
        <translation>The higher office says it applies</translation>
    </message>
    <message>
        <source>已保存；审核台按现在的规则提示。</source>
        <translation>Saved; the review desk goes by the rules as they are now.</translation>
    </message>
    <message>
        <source>已导入“{title}”。</source>
        <translation>Imported “{title}”.</translation>
    </message>
</context>
<context>
    <name>ScanButton</name>
    <message>
        <source>扫描</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>正在查找扫描仪…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>{0}：平板一页</source>
        <translation>{0}: one page, flatbed</translation>
    </message>
    <message>
        <source>{0}：进纸器全部</source>
        <translation>{0}: all in the feeder</translation>
    </message>
    <message>
        <source>未找到扫描仪</source>
        <translation>No scanner found</translation>
    </message>
    <message>
        <source>请接好扫描仪并安装 SANE 驱动（sane-utils），然后重新进入本页；也可以拖入影像文件。</source>
        <translation>Connect the scanner and install its SANE driver (sane-utils), then enter this room again; or drop page files.</translation>
    </message>
    <message>
        <source>扫描中…</source>
        <translation>Scanning…</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>章节和分类</source>
        <translation>Sections and categories</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>SettingsRoom</name>
    <message>
        <source>外观</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>体检</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>学习</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>由签批领导或系统管理员使用</source>
        <translation>For supervisors and administrators</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>办公室</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>由系统管理员使用</source>
        <translation>For administrators</translation>
    </message>
</context>
<context>
    <name>SettlementPanel</name>
    <message>
        <source>结算</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Payable</translation>
    </message>
    <message>
        <source>逐步说明</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>导出 ▾</source>
        <translation>Export ▾</translation>
    </message>
    <message>
        <source>导出结算单</source>
        <translation>Export the settlement</translation>
    </message>
    <message>
        <source>结算单 PDF…</source>
        <translation>Settlement PDF…</translation>
    </message>
    <message>
        <source>给参保人的说明 PDF…</source>
        <translation>Page for the insured PDF…</translation>
    </message>
    <message>
        <source>明细 Excel…</source>
        <translation>Lines Excel…</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>▲ 未确认</source>
        <translation>▲ Unconfirmed</translation>
    </message>
</context>
<context>
    <name>ShelvesList</name>
    <message>
        <source>规则批次</source>
        <translation>Batches of rules</translation>
    </message>
    <message>
        <source>政策包和版本</source>
        <translation>Packs and versions</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>异地就医零星报销审核</source>
        <translation>Out-of-region care claims</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>请输入用户名和密码。</source>
        <translation>Please type user name and password.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>签批密码</source>
        <translation>Password to sign</translation>
    </message>
    <message>
        <source>保存签批单 PDF</source>
        <translation>Save sign-off sheet PDF</translation>
    </message>
    <message>
        <source>签批 {count} 件&#x3000;¥ {sum}</source>
        <translation>Sign {count} claims&#x3000;¥ {sum}</translation>
    </message>
    <message>
        <source>{name} 已于 {at} 签批</source>
        <translation>Signed by {name} at {at}</translation>
    </message>
    <message>
        <source>签批由签批领导操作</source>
        <translation>Signing is done by supervisors</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已打开</source>
        <translation>Caps Lock is on</translation>
    </message>
</context>
<context>
    <name>SignoffRoom</name>
    <message>
        <source>电子票未查验</source>
        <translation>E-receipt not verified</translation>
    </message>
    <message>
        <source>等待医院回函</source>
        <translation>Waiting for the hospital&apos;s letter</translation>
    </message>
    <message>
        <source>收款账户待核实</source>
        <translation>Account to be verified</translation>
    </message>
    <message>
        <source>{name} 的报销单这次不签，留待下批。为什么？</source>
        <translation>The claim of {name} is not signed this time and waits for the next batch. Why?</translation>
    </message>
    <message>
        <source>不签这一件</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>{name} 的报销单退回初审，改后须重新复核。为什么？</source>
        <translation>The claim of {name} goes back to the first review and must be reviewed again. Why?</translation>
    </message>
    <message>
        <source>退回初审</source>
        <translation>Return to first review</translation>
    </message>
    <message>
        <source>签批单-{number}.pdf</source>
        <translation>sign-off-{number}.pdf</translation>
    </message>
    <message>
        <source>批次 {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>{state} {count} 件 · {counts}</source>
        <translation>{state}: {count} · {counts}</translation>
    </message>
    <message>
        <source>{count} 件需看</source>
        <translation>{count} to look at</translation>
    </message>
    <message>
        <source>没有等待签批的报销单</source>
        <translation>No claim waits for a signature</translation>
    </message>
    <message>
        <source>复核通过的报销单会自动排进这里。</source>
        <translation>Claims join here once the second review approves them.</translation>
    </message>
    <message>
        <source>当前批次</source>
        <translation>Open batch</translation>
    </message>
    <message>
        <source>只有签批领导能改动待签批的批次。</source>
        <translation>Only supervisors can change an open batch.</translation>
    </message>
    <message>
        <source>批次 {number} 已签批，可交拨付。</source>
        <translation>Batch {number} is signed and can be paid.</translation>
    </message>
    <message>
        <source>签批单已保存到 {path}</source>
        <translation>Sign-off sheet saved to {path}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>需看</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>超 2 万元</source>
        <translation>From 20,000</translation>
    </message>
    <message>
        <source>未勾选</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>空格 勾选&#x3000;Enter 打开影像&#x3000;X 退回</source>
        <translation>Space in or out&#x3000;Enter opens&#x3000;X returns</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>本单位已结算</source>
        <translation>This office&apos;s settled</translation>
    </message>
    <message>
        <source>生成的样本</source>
        <translation>Generated sample</translation>
    </message>
    <message>
        <source>全部险种</source>
        <translation>All schemes</translation>
    </message>
    <message>
        <source>全部已结算的</source>
        <translation>All settled</translation>
    </message>
    <message>
        <source>只要已拨付的</source>
        <translation>Only paid ones</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>去年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>Any day</translation>
    </message>
    <message>
        <source>自定起止</source>
        <translation>Own span</translation>
    </message>
    <message>
        <source>起，年-月-日</source>
        <translation>from, y-m-d</translation>
    </message>
    <message>
        <source>止，年-月-日</source>
        <translation>to, y-m-d</translation>
    </message>
    <message>
        <source>就诊日期</source>
        <translation>Day of care</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>样本</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>种子</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>就诊日期起</source>
        <translation>Care from</translation>
    </message>
    <message>
        <source>就诊日期止</source>
        <translation>Care until</translation>
    </message>
</context>
<context>
    <name>SpreadPanel</name>
    <message>
        <source>每人多付、少付</source>
        <translation>More or less a person</translation>
    </message>
    <message>
        <source>报销比例</source>
        <translation>Share paid by funds</translation>
    </message>
    <message>
        <source>个人负担</source>
        <translation>Borne by persons</translation>
    </message>
</context>
<context>
    <name>StandingsDialog</name>
    <message>
        <source>导入平台累计</source>
        <translation>Import platform sums</translation>
    </message>
    <message>
        <source>1 选择文件</source>
        <translation>1 Choose the file</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>2 核对读出的累计和将有的变化</source>
        <translation>2 Check what was read and what it changes</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>正在导入 {n} 人的累计，并重新计算涉及的报销单…</source>
        <translation>Importing the sums of {n} people and reckoning their claims…</translation>
    </message>
    <message>
        <source>正在读取 {file}，并核对会改变哪些报销单…</source>
        <translation>Reading {file} and finding the claims it changes…</translation>
    </message>
    <message>
        <source>把平台导出的累计表拖到这里</source>
        <translation>Drop the platform&apos;s export here</translation>
    </message>
    <message>
        <source>医保平台导出的参保人年度累计：Excel（.xlsx、.xls）或 CSV，身份证号要完整，表头由系统辨认。只读取，不改动文件；最后一步确认之前什么都不会改变。</source>
        <translation>The year&apos;s sums of insured people as the platform exports them: Excel (.xlsx, .xls) or CSV with whole citizen numbers; headings are recognised. The file is only read; nothing changes before the last step is confirmed.</translation>
    </message>
    <message>
        <source>选择累计表</source>
        <translation>Choose the export</translation>
    </message>
    <message>
        <source>累计表 (*.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)</source>
        <translation>Exports (*.xlsx *.xlsm *.xls *.csv *.txt);;All files (*)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>影像都已保存，可先手工录入。请联系系统管理员在“设置 · 体检”里查看缺少什么，补齐后重新启动灵报。</source>
        <translation>All pages are kept; you can type values meanwhile. Ask the administrator to see “Settings · Health” for what is missing, add it and start Lingbao again.</translation>
    </message>
    <message>
        <source>识别引擎没有启动。</source>
        <translation>The reading engine was not started.</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>待识别 {count} 页</source>
        <translation>{count} pages to read</translation>
    </message>
    <message>
        <source>影像已全部识别</source>
        <translation>All pages read</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
</context>
<context>
    <name>StepCards</name>
    <message>
        <source>没有计算过程</source>
        <translation>No steps</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>识别</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First review</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>拨付</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>StepsDialog</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ToldRow</name>
    <message>
        <source>年-月-日</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>按文件</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>平台累计里已含本单位到那天为止结算的</source>
        <translation>The platform&apos;s sums include what this office settled by that day</translation>
    </message>
    <message>
        <source>按此重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>数据截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>本批合计（勾选 {count} 件）</source>
        <translation>Batch totals ({count} claims)</translation>
    </message>
    <message>
        <source>{count} 张结算单之和 = 本批合计 = 各基金之和，逐分相符</source>
        <translation>{count} settlements = batch total = sum of the funds, to the fen</translation>
    </message>
    <message>
        <source>结算单之和与本批合计不符，不能签批</source>
        <translation>Settlements and batch total differ; it cannot be signed</translation>
    </message>
    <message>
        <source>经办、复核、签批三人不同</source>
        <translation>Clerk, second reviewer and signer are three persons</translation>
    </message>
    <message>
        <source>签批人经办过其中的报销单，须由他人签批</source>
        <translation>The signer had a part in one of the claims; somebody else must sign</translation>
    </message>
    <message>
        <source>{count} 件未勾选，留待下批：{names}</source>
        <translation>{count} left out for the next batch: {names}</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>没有完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy detail</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>建立用户</source>
        <translation>Create user</translation>
    </message>
    <message>
        <source>新用户</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用户名（小写字母、数字）</source>
        <translation>User name (small letters, digits)</translation>
    </message>
    <message>
        <source>身份证号（用于回避本人报销，可不填）</source>
        <translation>ID number (keeps people from their own claims; optional)</translation>
    </message>
    <message>
        <source>初始密码（至少 {count} 位）</source>
        <translation>First password (at least {count} characters)</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>请填写姓名，并至少选一个岗位。</source>
        <translation>Please fill in the name and choose at least one role.</translation>
    </message>
</context>
<context>
    <name>UsersPanel</name>
    <message>
        <source>调整岗位</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没有人担任：{roles}。每单须由不同的人初审、复核、签批和拨付。</source>
        <translation>Nobody is yet: {roles}. Each claim needs different people to review, review again, sign and pay.</translation>
    </message>
    <message>
        <source>初审、复核、签批、拨付都有人担任。</source>
        <translation>Clerk, second reviewer, supervisor and cashier are all there.</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>Active</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>取值的文本</source>
        <translation>Value as text</translation>
    </message>
    <message>
        <source>逐项</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>整段文本</source>
        <translation>Whole text</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>VerifyCard</name>
    <message>
        <source>保存金额</source>
        <translation>Save the sum</translation>
    </message>
    <message>
        <source>留空表示不要求</source>
        <translation>Empty: none must</translation>
    </message>
    <message>
        <source>电子票据查验</source>
        <translation>Looking up electronic receipts</translation>
    </message>
    <message>
        <source>合计达到多少元的电子票据必须先查验再通过初审</source>
        <translation>Electronic receipts of so many yuan must be looked up before the first approval</translation>
    </message>
    <message>
        <source>“{0}”不是金额，没有保存。</source>
        <translation>“{0}” is no sum of money; nothing was saved.</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>登记查验结果</source>
        <translation>Note the answer</translation>
    </message>
    <message>
        <source>查验页面所示次数，可不填</source>
        <translation>As the site says; may be left empty</translation>
    </message>
    <message>
        <source>不符时写明哪里不符</source>
        <translation>Where it differs, say what</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>查验日期</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>查验次数</source>
        <translation>Times asked</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>在 {0} 查询后登记：</source>
        <translation>Ask at {0}, then note the answer:</translation>
    </message>
    <message>
        <source>未读到</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>没有电子票据，不必查验</source>
        <translation>No electronic receipts, nothing to look up</translation>
    </message>
    <message>
        <source>本单清单 PDF…</source>
        <translation>This claim as PDF…</translation>
    </message>
    <message>
        <source>查验清单 ▾</source>
        <translation>Lists ▾</translation>
    </message>
    <message>
        <source>本单清单 CSV…</source>
        <translation>This claim as CSV…</translation>
    </message>
    <message>
        <source>全部待查验 PDF…</source>
        <translation>All open ones as PDF…</translation>
    </message>
    <message>
        <source>全部待查验 CSV…</source>
        <translation>All open ones as CSV…</translation>
    </message>
    <message>
        <source>登记填好的 CSV 清单…</source>
        <translation>Note answers from a filled-in CSV…</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>未查验</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <source>查验 {0} 次</source>
        <translation>asked {0} times</translation>
    </message>
</context>
<context>
    <name>WaitPage</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已用 {n} 秒</source>
        <translation>{n} seconds so far</translation>
    </message>
    <message>
        <source>{done} / {of}</source>
        <translation>{done} / {of}</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>WatchFilters</name>
    <message>
        <source>全部等级</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>全部对象</source>
        <translation>All kinds</translation>
    </message>
</context>
<context>
    <name>WatchRoom</name>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>填写核查情况…  F2</source>
        <translation>Record what was found…  F2</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} lines</translation>
    </message>
    <message>
        <source>没有符合的对象</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>其他等级或对象下还有。</source>
        <translation>There are others under other levels or kinds.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>系统按近一年的报销单留意：多人共用的收款账户、屡次大额的参保人、大额偏多的医疗机构、放行偏多的经办人。有值得核查的，就会列在这里。</source>
        <translation>Claims of the last year are watched for accounts shared by many, persons with repeated high sums, hospitals with many high sums, and clerks who let much pass. Whatever deserves a look is listed here.</translation>
    </message>
    <message>
        <source>现在没有需要关注的对象</source>
        <translation>Nothing deserves a look now</translation>
    </message>
    <message>
        <source>涉及 {n} 件报销单，列出最近 {shown} 件</source>
        <translation>{n} claims, the latest {shown} listed</translation>
    </message>
    <message>
        <source>涉及 {n} 件报销单</source>
        <translation>{n} claims</translation>
    </message>
    <message>
        <source>没有单独列出的报销单</source>
        <translation>No single claims are listed</translation>
    </message>
    <message>
        <source>核查情况由签批领导填写</source>
        <translation>Supervisors record what was found</translation>
    </message>
    <message>
        <source>不能核查本人，请交由其他负责人</source>
        <translation>Nobody looks into themselves; leave it to another supervisor</translation>
    </message>
    <message>
        <source>填写以后转为绿色，数字变化时重新列出（F2）</source>
        <translation>Turns green once recorded, and is listed again when its figures change (F2)</translation>
    </message>
    <message>
        <source>“{name}”核查情况如何？填写以后转为绿色；涉及的数字一有变化，就重新列出。</source>
        <translation>What was found of “{name}”? It turns green once recorded, and is listed again as soon as its figures change.</translation>
    </message>
    <message>
        <source>已核实，情况属实</source>
        <translation>Verified, all in order</translation>
    </message>
    <message>
        <source>已约谈并纠正</source>
        <translation>Talked to and mended</translation>
    </message>
    <message>
        <source>已移交稽核</source>
        <translation>Handed to the auditors</translation>
    </message>
    <message>
        <source>保存核查情况</source>
        <translation>Save what was found</translation>
    </message>
    <message>
        <source>已记录“{name}”的核查情况。</source>
        <translation>What was found of “{name}” is recorded.</translation>
    </message>
    <message>
        <source>关注名单</source>
        <translation>Watch list</translation>
    </message>
</context>
<context>
    <name>WatchedCard</name>
    <message>
        <source>选一行，这里显示列入的原因、依据、数字和涉及的报销单。</source>
        <translation>Choose a line to see why it is listed, on what it rests, the figures and the claims.</translation>
    </message>
    <message>
        <source>依据：{basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <source>名单只是提示，不是结论；请对照涉及的报销单核查。</source>
        <translation>The list gives clues, not verdicts; check them against the claims.</translation>
    </message>
</context>
<context>
    <name>WhatifRoom</name>
    <message>
        <source>正在按两个政策包重算…</source>
        <translation>Reckoning under both packs…</translation>
    </message>
    <message>
        <source>没有可以重算的报销单</source>
        <translation>There is no claim to reckon</translation>
    </message>
    <message>
        <source>放宽左边的日期和险种，或用生成的样本。</source>
        <translation>Widen dates and scheme on the left, or use the generated sample.</translation>
    </message>
    <message>
        <source>政策对比已算完，请到“测算”查看。</source>
        <translation>The comparison is done; see What-if.</translation>
    </message>
    <message>
        <source>已停止，没有得出结果；什么都没有改动。</source>
        <translation>Stopped without a result; nothing was changed.</translation>
    </message>
    <message>
        <source>改好左边的条件后可以重新开始。</source>
        <translation>Change what is asked on the left and begin again.</translation>
    </message>
    <message>
        <source>已停止；下面是上一次的结果。</source>
        <translation>Stopped; below is the result before.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{what} 下面是上一次的结果。</source>
        <translation>{what} Below is the result before.</translation>
    </message>
    <message>
        <source>选一批报销单和两个政策包，看看换一套参数，基金和个人各多付、少付多少，谁受益、谁受损。在后台重算，不保存，也不改动任何报销单。</source>
        <translation>Choose claims and two packs to see how much more or less funds and persons would pay under other figures, and who gains or loses. It runs in the background; nothing is saved or changed.</translation>
    </message>
    <message>
        <source>还没有对比</source>
        <translation>Nothing compared yet</translation>
    </message>
    <message>
        <source>政策对比 {0} 与 {1}.xlsx</source>
        <translation>Packs {0} and {1} compared.xlsx</translation>
    </message>
    <message>
        <source>已导出到 {path}</source>
        <translation>Exported to {path}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>载入最新</source>
        <translation>Load the latest</translation>
    </message>
</context>
<context>
    <name>_Entrance</name>
    <message>
        <source>灵报</source>
        <translation>Lingbao</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已打开</source>
        <translation>Caps Lock is on</translation>
    </message>
</context>
<context>
    <name>accumulators</name>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>原基金支付</source>
        <translation>Funds paid</translation>
    </message>
    <message>
        <source>现应支付</source>
        <translation>Due now</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>不能结算</source>
        <translation>Cannot be settled</translation>
    </message>
    <message>
        <source>已采用，金额不变</source>
        <translation>Taken, same sum</translation>
    </message>
    <message>
        <source>已重新计算</source>
        <translation>Reckoned anew</translation>
    </message>
    <message>
        <source>少付 {sum}</source>
        <translation>{sum} too little</translation>
    </message>
    <message>
        <source>多付 {sum}</source>
        <translation>{sum} too much</translation>
    </message>
    <message>
        <source>分项不同，合计不变</source>
        <translation>Parts differ, same sum</translation>
    </message>
    <message>
        <source>未核定 {n} 件已重新计算</source>
        <translation>{n} open claims reckoned anew</translation>
    </message>
    <message>
        <source>已核定 {n} 件与现在不同：少付 {little}、多付 {much}，在拨付里补支、追回</source>
        <translation>{n} fixed claims differ: {little} too little, {much} too much, to be paid or claimed back under Payment</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>批次 {n} · 截至 {day}</source>
        <translation>Batch {n} · as of {day}</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n} people</translation>
    </message>
    <message>
        <source> · {n} 行没有采用</source>
        <translation> · {n} rows left out</translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d %H:%M} 导入</source>
        <translation>Imported by {who}, {at:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d} 停用：{why}</source>
        <translation>Withdrawn by {who}, {at:%Y-%m-%d}: {why}</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>含本单位已结算</source>
        <translation>Own claims included</translation>
    </message>
    <message>
        <source>不含本单位</source>
        <translation>Without own claims</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>Citizen number</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Odd</translation>
    </message>
    <message>
        <source>{figure}比上次导入少了：{was} → {now}；年度累计只会增加，请在平台核对</source>
        <translation>{figure} is less than in the last import: {was} → {now}; a year&apos;s sums only grow, check it on the platform</translation>
    </message>
    <message>
        <source>文件里叫“{theirs}”，本单位报销单里叫“{ours}”；请核对是不是同一人</source>
        <translation>Called “{theirs}” in the file and “{ours}” in this office&apos;s claims; check whether they are one</translation>
    </message>
    <message>
        <source>“{figure}”比本单位此前结算的还少：看来不含本单位的，请去掉上面的勾重新读取</source>
        <translation>“{figure}” is less than what this office settled before: its claims seem not to be in; take the tick above away and read again</translation>
    </message>
</context>
<context>
    <name>adjusting</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>起草</source>
        <translation>Drafted by</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>就医日</source>
        <translation>Day of care</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>现应付</source>
        <translation>Due now</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>{n} 万</source>
        <translation>{n} ×10k</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>类别变化</source>
        <translation>Class changed</translation>
    </message>
    <message>
        <source>限定变化</source>
        <translation>Limit changed</translation>
    </message>
    <message>
        <source>价格变化</source>
        <translation>Price changed</translation>
    </message>
    <message>
        <source>名称变化</source>
        <translation>Name changed</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>编号/代码</source>
        <translation>Number/code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>剂型/规格</source>
        <translation>Form/strength</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>editions</name>
    <message>
        <source>今天有效</source>
        <translation>In force today</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Past</translation>
    </message>
    <message>
        <source>尚未生效</source>
        <translation>Not yet in force</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>{first} 起</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>断档</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>重叠</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>{span} 没有同类同地区的版本，这些天的费用会按最近的版本对照，并列为疑点。</source>
        <translation>No edition of this kind and region {span}; charges of these days are matched by the nearest edition and listed as findings.</translation>
    </message>
    <message>
        <source>{span} 与“{other}”同时有效，请终止其中一版。</source>
        <translation>{span} “{other}” is in force as well; please end one of the two.</translation>
    </message>
    <message>
        <source>随软件提供</source>
        <translation>Comes with the software</translation>
    </message>
    <message>
        <source>{who} 于 {day:%Y-%m-%d} 导入自 {file}</source>
        <translation>Imported by {who} on {day:%Y-%m-%d} from {file}</translation>
    </message>
    <message>
        <source>已作废：{0}</source>
        <translation>Withdrawn: {0}</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>识别引擎 未启动</source>
        <translation>Engine not started</translation>
    </message>
    <message>
        <source>识别引擎 预热中</source>
        <translation>Engine warming up</translation>
    </message>
    <message>
        <source>识别引擎 就绪</source>
        <translation>Engine ready</translation>
    </message>
    <message>
        <source>识别引擎 失败</source>
        <translation>Engine failed</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>编号/代码</source>
        <translation>Number/code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>剂型/规格</source>
        <translation>Form/strength</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>支付限定</source>
        <translation>Payment limit</translation>
    </message>
    <message>
        <source>支付标准/限价</source>
        <translation>Standard/limit</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>国家代码</source>
        <translation>National code</translation>
    </message>
    <message>
        <source>剂型</source>
        <translation>Dosage form</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>商品名</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>生产企业</source>
        <translation>Maker</translation>
    </message>
    <message>
        <source>计价单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>支付标准</source>
        <translation>Payment standard</translation>
    </message>
    <message>
        <source>协议期</source>
        <translation>Agreement term</translation>
    </message>
    <message>
        <source>最高限价</source>
        <translation>Price limit</translation>
    </message>
    <message>
        <source>目录名称</source>
        <translation>Listed as</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>目录版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>这是一类药品的统称（凡例第十条），包括：{names}</source>
        <translation>This name stands for a group (note 10); it includes: {names}</translation>
    </message>
    <message>
        <source>{form}包括（凡例第八条）：{forms}</source>
        <translation>{form} includes (note 8): {forms}</translation>
    </message>
    <message>
        <source>主要成分和剂型相同、仅酸根或盐基不同的，也属于本条目（凡例第七条）。</source>
        <translation>Articles of the same ingredient and form that differ only in salt or base belong to this entry (note 7).</translation>
    </message>
    <message>
        <source>协议期内谈判药品采用批准的通用名称，剂型不单列，不分规格和厂家（凡例第七条）。</source>
        <translation>Drugs under agreement are listed by their approved generic name, whatever the form, strength and maker (note 7).</translation>
    </message>
</context>
<context>
    <name>explaining</name>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>住院次数</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>本次之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>本次增加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>本次之后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>年度累计</source>
        <translation>Year to date</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>全部待查验清单</source>
        <translation>All receipts to look up</translation>
    </message>
    <message>
        <source>结算单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>查验清单</source>
        <translation>Receipts to look up</translation>
    </message>
    <message>
        <source>参保人说明</source>
        <translation>page-for-the-insured</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>Notice</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>未读到</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>按票据收款单位</source>
        <translation>As on the receipt</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>入院日期</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>出院日期</source>
        <translation>Discharged</translation>
    </message>
    <message>
        <source>医院级别</source>
        <translation>Hospital level</translation>
    </message>
    <message>
        <source>定点</source>
        <translation>Designated</translation>
    </message>
    <message>
        <source>定点医疗机构</source>
        <translation>Designated hospital</translation>
    </message>
    <message>
        <source>省份</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>如：福建</source>
        <translation>such as 福建</translation>
    </message>
    <message>
        <source>就医地</source>
        <translation>Place of care</translation>
    </message>
    <message>
        <source>备案</source>
        <translation>Filing</translation>
    </message>
    <message>
        <source>备案日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>出院诊断</source>
        <translation>Diagnoses</translation>
    </message>
    <message>
        <source>多个诊断用；隔开</source>
        <translation>Several diagnoses apart by ；</translation>
    </message>
    <message>
        <source>转归</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>如：好转、治愈、死亡</source>
        <translation>e.g. improved, cured, died</translation>
    </message>
    <message>
        <source>他处已付</source>
        <translation>Paid elsewhere</translation>
    </message>
    <message>
        <source>病种</source>
        <translation>Disease</translation>
    </message>
    <message>
        <source>如：高血压</source>
        <translation>e.g. 高血压</translation>
    </message>
    <message>
        <source>按病种付费</source>
        <translation>Disease package</translation>
    </message>
    <message>
        <source>不按病种、床日付费不填</source>
        <translation>empty where not paid by disease or day</translation>
    </message>
    <message>
        <source>第三人责任</source>
        <translation>Share others owe</translation>
    </message>
    <message>
        <source>0 到 1 之间，如 0.30</source>
        <translation>between 0 and 1, e.g. 0.30</translation>
    </message>
    <message>
        <source>▲ 未备案</source>
        <translation>▲ Not filed</translation>
    </message>
    <message>
        <source>转外未备案，先行自付比例提高</source>
        <translation>Not filed: a higher share is paid in advance</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>退休</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>已退休</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>普通参保人</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>身份起止</source>
        <translation>Groups with days</translation>
    </message>
    <message>
        <source>如：低保对象 2025-03-01 2025-09-30</source>
        <translation>e.g. 低保对象 2025-03-01 2025-09-30</translation>
    </message>
    <message>
        <source>连续参保年数</source>
        <translation>Years insured</translation>
    </message>
    <message>
        <source>零报销年数</source>
        <translation>Years without payment</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>代办人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>本人办理不填</source>
        <translation>Empty if in person</translation>
    </message>
    <message>
        <source>✓ 就医时在册</source>
        <translation>✓ held at care</translation>
    </message>
    <message>
        <source>○ 就医时不在册</source>
        <translation>○ not held at care</translation>
    </message>
    <message>
        <source>▲ 代办</source>
        <translation>▲ By agent</translation>
    </message>
    <message>
        <source>须收代办人身份证件和委托手续</source>
        <translation>The agent&apos;s identity card and authority are needed</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>开户银行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>▲ 非本人</source>
        <translation>▲ Somebody else</translation>
    </message>
    <message>
        <source>户名与参保人不同，须有委托手续</source>
        <translation>The holder is not the insured; an authorisation is needed</translation>
    </message>
    <message>
        <source>已付起付线</source>
        <translation>Deductible paid</translation>
    </message>
    <message>
        <source>统筹已付</source>
        <translation>Basic fund paid</translation>
    </message>
    <message>
        <source>大病合规额</source>
        <translation>Serious-illness base</translation>
    </message>
    <message>
        <source>大病已付</source>
        <translation>Serious illness paid</translation>
    </message>
    <message>
        <source>救助合规额</source>
        <translation>Medical-aid base</translation>
    </message>
    <message>
        <source>救助已付</source>
        <translation>Medical aid paid</translation>
    </message>
    <message>
        <source>✎ 录入</source>
        <translation>✎ typed</translation>
    </message>
    <message>
        <source>▲ 与已知不同</source>
        <translation>▲ differs from what is known</translation>
    </message>
    <message>
        <source>已知：{0}</source>
        <translation>Known: {0}</translation>
    </message>
    <message>
        <source>其他累计</source>
        <translation>Other sums</translation>
    </message>
    <message>
        <source>平台导入和本单位已核定的累计是 {0}；清空本格即改用它</source>
        <translation>Imports and this office&apos;s own claims say {0}; empty the field to use it</translation>
    </message>
    <message>
        <source>▲ 已知 {0}</source>
        <translation>▲ known {0}</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>如：省平台查询</source>
        <translation>such as: provincial platform</translation>
    </message>
    <message>
        <source>本年住院次数</source>
        <translation>Stays this year</translation>
    </message>
    <message>
        <source>如：{0}=120.00</source>
        <translation>e.g. {0}=120.00</translation>
    </message>
    <message>
        <source>经办人录入；已知的累计与此不相矛盾</source>
        <translation>Typed by a clerk; nothing known contradicts it</translation>
    </message>
    <message>
        <source>▲ 未注明</source>
        <translation>▲ Not stated</translation>
    </message>
    <message>
        <source>年度累计没有注明来源</source>
        <translation>The source of the year&apos;s figures is not stated</translation>
    </message>
    <message>
        <source>✓ 有效</source>
        <translation>✓ Valid</translation>
    </message>
    <message>
        <source>■ 校验不符</source>
        <translation>■ Check digit wrong</translation>
    </message>
    <message>
        <source>▲ 请核对</source>
        <translation>▲ Please compare</translation>
    </message>
    <message>
        <source>不符合银行卡号校验规则；存折账号可能不符，请与原件核对</source>
        <translation>Fails the card-number check; passbooks may, please compare with the original</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>轻重</source>
        <translation>Gravity</translation>
    </message>
    <message>
        <source>工作表/页</source>
        <translation>Sheet/page</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>文件里写的</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>问题和办法</source>
        <translation>Fault and cure</translation>
    </message>
    <message>
        <source>必须改正</source>
        <translation>Must be corrected</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>有什么不同</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>没有读入</source>
        <translation>Left out</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>录入</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>识别中</source>
        <translation>Being read</translation>
    </message>
    <message>
        <source>待初审</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>初审中</source>
        <translation>In first review</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To second review</translation>
    </message>
    <message>
        <source>待签批</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>已签批</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>拨付中</source>
        <translation>Being paid</translation>
    </message>
    <message>
        <source>已拨付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>不予支付</source>
        <translation>Not payable</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>拨付失败</source>
        <translation>Payment failed</translation>
    </message>
    <message>
        <source>已追回</source>
        <translation>Recovered</translation>
    </message>
    <message>
        <source>初审经办</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>签批领导</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>出纳</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>系统管理</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已识别</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>识别失败</source>
        <translation>Reading failed</translation>
    </message>
    <message>
        <source>已证实</source>
        <translation>Proven</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已改正</source>
        <translation>Typed</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>矛盾</source>
        <translation>Contradicted</translation>
    </message>
    <message>
        <source>居民医保</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>职工医保</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>特困人员</source>
        <translation>Destitute</translation>
    </message>
    <message>
        <source>孤儿</source>
        <translation>Orphan</translation>
    </message>
    <message>
        <source>低保对象</source>
        <translation>Subsistence</translation>
    </message>
    <message>
        <source>低保边缘</source>
        <translation>Subsistence margin</translation>
    </message>
    <message>
        <source>返贫致贫</source>
        <translation>Poverty relapse</translation>
    </message>
    <message>
        <source>防返贫监测对象</source>
        <translation>Poverty risk</translation>
    </message>
    <message>
        <source>突发严重困难</source>
        <translation>Sudden hardship</translation>
    </message>
    <message>
        <source>支出型困难</source>
        <translation>Illness expenditure</translation>
    </message>
    <message>
        <source>住院</source>
        <translation>Inpatient</translation>
    </message>
    <message>
        <source>门诊</source>
        <translation>Outpatient</translation>
    </message>
    <message>
        <source>门诊慢特病</source>
        <translation>Chronic outpatient</translation>
    </message>
    <message>
        <source>两病门诊</source>
        <translation>Two diseases</translation>
    </message>
    <message>
        <source>双通道药品</source>
        <translation>Special drug</translation>
    </message>
    <message>
        <source>生育</source>
        <translation>Maternity</translation>
    </message>
    <message>
        <source>意外伤害</source>
        <translation>Injury</translation>
    </message>
    <message>
        <source>急诊抢救</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>长期护理</source>
        <translation>Long-term care</translation>
    </message>
    <message>
        <source>一级</source>
        <translation>Primary</translation>
    </message>
    <message>
        <source>二级</source>
        <translation>Secondary</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>Tertiary</translation>
    </message>
    <message>
        <source>未定级</source>
        <translation>No level</translation>
    </message>
    <message>
        <source>市内</source>
        <translation>Same city</translation>
    </message>
    <message>
        <source>省内市外</source>
        <translation>Same province</translation>
    </message>
    <message>
        <source>跨省</source>
        <translation>Other province</translation>
    </message>
    <message>
        <source>未备案</source>
        <translation>Not filed</translation>
    </message>
    <message>
        <source>长期异地备案</source>
        <translation>Long-term filing</translation>
    </message>
    <message>
        <source>转诊备案</source>
        <translation>Referral filing</translation>
    </message>
    <message>
        <source>急诊视同备案</source>
        <translation>Emergency, as filed</translation>
    </message>
    <message>
        <source>药品</source>
        <translation>Drugs</translation>
    </message>
    <message>
        <source>诊疗服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>医用耗材</source>
        <translation>Supplies</translation>
    </message>
    <message>
        <source>正式</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>住院票据</source>
        <translation>Inpatient receipt</translation>
    </message>
    <message>
        <source>门诊票据</source>
        <translation>Outpatient receipt</translation>
    </message>
    <message>
        <source>费用清单</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>出院记录</source>
        <translation>Discharge record</translation>
    </message>
    <message>
        <source>诊断证明</source>
        <translation>Diagnosis certificate</translation>
    </message>
    <message>
        <source>身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>社保卡</source>
        <translation>Insurance card</translation>
    </message>
    <message>
        <source>转诊备案表</source>
        <translation>Referral form</translation>
    </message>
    <message>
        <source>外伤承诺书</source>
        <translation>Injury statement</translation>
    </message>
    <message>
        <source>药店发票</source>
        <translation>Pharmacy invoice</translation>
    </message>
    <message>
        <source>处方</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>其他材料</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>必须改正</source>
        <translation>Must be mended</translation>
    </message>
    <message>
        <source>需要决定</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>线索</source>
        <translation>Clue</translation>
    </message>
    <message>
        <source>允许</source>
        <translation>Allow</translation>
    </message>
    <message>
        <source>剔除</source>
        <translation>Exclude</translation>
    </message>
    <message>
        <source>按类支付</source>
        <translation>Paid by class</translation>
    </message>
    <message>
        <source>影像</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>票据</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>就诊</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>目录对照</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>规则库</source>
        <translation>Rule library</translation>
    </message>
    <message>
        <source>疑似改动</source>
        <translation>Signs of change</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>电子件</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>查无此票</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>已冲红</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>未能查验</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>限定性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>限定年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>限定险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>限定就医方式</source>
        <translation>Place of care</translation>
    </message>
    <message>
        <source>限定机构等级</source>
        <translation>Hospital level</translation>
    </message>
    <message>
        <source>限定疗程</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>限定频次</source>
        <translation>Frequency</translation>
    </message>
    <message>
        <source>周期超频次</source>
        <translation>Too often in a period</translation>
    </message>
    <message>
        <source>重复收费</source>
        <translation>Charged twice</translation>
    </message>
    <message>
        <source>主次手术</source>
        <translation>Second operation</translation>
    </message>
    <message>
        <source>红</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>未经证实</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>假定</source>
        <translation>Assumed</translation>
    </message>
    <message>
        <source>补支</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>整笔追回</source>
        <translation>Whole recovery</translation>
    </message>
    <message>
        <source>基金间调整</source>
        <translation>Between funds</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>To be audited</translation>
    </message>
    <message>
        <source>待办理</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>起草中</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待核准</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>已核准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>票据代码</source>
        <translation>Receipt code</translation>
    </message>
    <message>
        <source>票据号码</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>交款人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>患者</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>大写合计</source>
        <translation>Total in words</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>机构类型</source>
        <translation>Institution type</translation>
    </message>
    <message>
        <source>住院号</source>
        <translation>Hospital no.</translation>
    </message>
    <message>
        <source>门诊号</source>
        <translation>Outpatient no.</translation>
    </message>
    <message>
        <source>科别</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>入院日期</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>出院日期</source>
        <translation>Discharged</translation>
    </message>
    <message>
        <source>就诊日期</source>
        <translation>Visit date</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnoses</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>医保类型</source>
        <translation>Insurance type</translation>
    </message>
    <message>
        <source>统筹基金支付</source>
        <translation>Pooled fund paid</translation>
    </message>
    <message>
        <source>其他支付</source>
        <translation>Other paid</translation>
    </message>
    <message>
        <source>个人账户支付</source>
        <translation>Account paid</translation>
    </message>
    <message>
        <source>个人现金支付</source>
        <translation>Cash paid</translation>
    </message>
    <message>
        <source>个人自付</source>
        <translation>Self-pay</translation>
    </message>
    <message>
        <source>个人自费</source>
        <translation>Self-expense</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>医保等级</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>自付比例</source>
        <translation>Self-pay ratio</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>税额</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnicity</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>Citizen number</translation>
    </message>
    <message>
        <source>签发机关</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>有效期起</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>有效期止</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>银行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>Card number</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>转出医院</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>转入医院</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>受伤日期</source>
        <translation>Date of injury</translation>
    </message>
    <message>
        <source>受伤地点</source>
        <translation>Place of injury</translation>
    </message>
    <message>
        <source>受伤经过</source>
        <translation>How it happened</translation>
    </message>
    <message>
        <source>第三方责任</source>
        <translation>Third party liable</translation>
    </message>
    <message>
        <source>购买方</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>销售方</source>
        <translation>Seller</translation>
    </message>
    <message>
        <source>医师</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>转归</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>备案日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>全自费</source>
        <translation>All self-paid</translation>
    </message>
    <message>
        <source>超限价</source>
        <translation>Over limit</translation>
    </message>
    <message>
        <source>先行自付</source>
        <translation>Advance self-pay</translation>
    </message>
    <message>
        <source>政策范围内</source>
        <translation>Eligible</translation>
    </message>
    <message>
        <source>转外先行自付</source>
        <translation>Advance, out of region</translation>
    </message>
    <message>
        <source>起付线</source>
        <translation>Deductible</translation>
    </message>
    <message>
        <source>统筹基金</source>
        <translation>Basic fund</translation>
    </message>
    <message>
        <source>比例自付</source>
        <translation>Copay</translation>
    </message>
    <message>
        <source>超封顶线</source>
        <translation>Over ceiling</translation>
    </message>
    <message>
        <source>大病保险</source>
        <translation>Serious illness</translation>
    </message>
    <message>
        <source>医疗救助</source>
        <translation>Medical aid</translation>
    </message>
    <message>
        <source>补充保险</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Payable</translation>
    </message>
    <message>
        <source>个人负担</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>已由他处支付</source>
        <translation>Paid elsewhere</translation>
    </message>
    <message>
        <source>建立报销单</source>
        <translation>Claim opened</translation>
    </message>
    <message>
        <source>收入影像</source>
        <translation>Pages added</translation>
    </message>
    <message>
        <source>旋转影像</source>
        <translation>Page turned</translation>
    </message>
    <message>
        <source>调整影像顺序</source>
        <translation>Page moved</translation>
    </message>
    <message>
        <source>替换影像</source>
        <translation>Page replaced</translation>
    </message>
    <message>
        <source>移除影像</source>
        <translation>Page removed</translation>
    </message>
    <message>
        <source>手工录入材料</source>
        <translation>Paper typed</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>识别影像</source>
        <translation>Page read</translation>
    </message>
    <message>
        <source>再看存疑处</source>
        <translation>Look again at doubts</translation>
    </message>
    <message>
        <source>影像识别失败</source>
        <translation>Page not readable</translation>
    </message>
    <message>
        <source>重新识别影像</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>识别完成</source>
        <translation>Reading finished</translation>
    </message>
    <message>
        <source>开始初审</source>
        <translation>Review begun</translation>
    </message>
    <message>
        <source>改正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>核对无误</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redone</translation>
    </message>
    <message>
        <source>补录明细</source>
        <translation>Line added</translation>
    </message>
    <message>
        <source>删除明细</source>
        <translation>Line removed</translation>
    </message>
    <message>
        <source>恢复明细</source>
        <translation>Line restored</translation>
    </message>
    <message>
        <source>选定目录条目</source>
        <translation>Entry chosen</translation>
    </message>
    <message>
        <source>处理疑点</source>
        <translation>Finding answered</translation>
    </message>
    <message>
        <source>初审通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>复核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回初审</source>
        <translation>Return to first review</translation>
    </message>
    <message>
        <source>批次退回初审</source>
        <translation>Returned from batch</translation>
    </message>
    <message>
        <source>拨付退回初审</source>
        <translation>Returned from payment</translation>
    </message>
    <message>
        <source>本批不签</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>重新勾选</source>
        <translation>Taken in again</translation>
    </message>
    <message>
        <source>转入下批</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>批次签批</source>
        <translation>Batch signed</translation>
    </message>
    <message>
        <source>开始拨付</source>
        <translation>Payment begun</translation>
    </message>
    <message>
        <source>批次开始拨付</source>
        <translation>Batch payment begun</translation>
    </message>
    <message>
        <source>确认到账</source>
        <translation>Payment confirmed</translation>
    </message>
    <message>
        <source>批次办结</source>
        <translation>Batch closed</translation>
    </message>
    <message>
        <source>追回</source>
        <translation>Recovered</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>起草政策包版本</source>
        <translation>Draft a version of the pack</translation>
    </message>
    <message>
        <source>修改政策包草稿</source>
        <translation>Change a draft of the pack</translation>
    </message>
    <message>
        <source>提请核准政策包</source>
        <translation>Propose a version</translation>
    </message>
    <message>
        <source>核准政策包</source>
        <translation>Approve a version</translation>
    </message>
    <message>
        <source>退回政策包草稿</source>
        <translation>Send a draft back</translation>
    </message>
    <message>
        <source>放弃政策包草稿</source>
        <translation>Discard a draft</translation>
    </message>
    <message>
        <source>停用政策包版本</source>
        <translation>Withdraw a version</translation>
    </message>
    <message>
        <source>起草补支追回</source>
        <translation>Draft an adjustment</translation>
    </message>
    <message>
        <source>修改补支追回</source>
        <translation>Change an adjustment</translation>
    </message>
    <message>
        <source>审核补支追回</source>
        <translation>Audit an adjustment</translation>
    </message>
    <message>
        <source>删除补支追回</source>
        <translation>Delete an adjustment</translation>
    </message>
    <message>
        <source>送出补支追回</source>
        <translation>Send an adjustment</translation>
    </message>
    <message>
        <source>送出补支追回单</source>
        <translation>Send adjustments</translation>
    </message>
    <message>
        <source>补支追回到账</source>
        <translation>Adjustment settled</translation>
    </message>
    <message>
        <source>补支转账失败</source>
        <translation>Supplement failed</translation>
    </message>
    <message>
        <source>保存归档文件</source>
        <translation>Archive kept</translation>
    </message>
    <message>
        <source>要求补正</source>
        <translation>Ask for supplement</translation>
    </message>
    <message>
        <source>补正重新受理</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>建立用户</source>
        <translation>Create user</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>登录失败</source>
        <translation>Sign-in failed</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>停用用户</source>
        <translation>User disabled</translation>
    </message>
    <message>
        <source>启用用户</source>
        <translation>User enabled</translation>
    </message>
    <message>
        <source>调整岗位</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>修改承诺时限</source>
        <translation>Promise changed</translation>
    </message>
    <message>
        <source>修改机构名称</source>
        <translation>Rename the office</translation>
    </message>
    <message>
        <source>更正留存设置</source>
        <translation>Change keeping of corrections</translation>
    </message>
    <message>
        <source>清除留存的更正</source>
        <translation>Clear kept corrections</translation>
    </message>
    <message>
        <source>导出留存的更正</source>
        <translation>Export kept corrections</translation>
    </message>
    <message>
        <source>记住版式</source>
        <translation>Remember layout</translation>
    </message>
    <message>
        <source>停用版式</source>
        <translation>Revoke layout</translation>
    </message>
    <message>
        <source>恢复版式</source>
        <translation>Restore layout</translation>
    </message>
    <message>
        <source>导入目录版本</source>
        <translation>Imported an edition</translation>
    </message>
    <message>
        <source>终止目录版本</source>
        <translation>Ended an edition</translation>
    </message>
    <message>
        <source>作废目录版本</source>
        <translation>Withdrew an edition</translation>
    </message>
    <message>
        <source>记住目录列对应</source>
        <translation>Remembered columns</translation>
    </message>
    <message>
        <source>记住目录对照</source>
        <translation>Remembered choices</translation>
    </message>
    <message>
        <source>停用目录对照</source>
        <translation>Took a choice out of use</translation>
    </message>
    <message>
        <source>重新匹配目录</source>
        <translation>Matched anew</translation>
    </message>
    <message>
        <source>裁定明细</source>
        <translation>Judge a line</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>Issue a notice</translation>
    </message>
    <message>
        <source>登记查验结果</source>
        <translation>Note the answer</translation>
    </message>
    <message>
        <source>答复关注名单</source>
        <translation>Answer the watch list</translation>
    </message>
    <message>
        <source>导入规则</source>
        <translation>Import rules</translation>
    </message>
    <message>
        <source>停用规则批次</source>
        <translation>Withdraw rules</translation>
    </message>
    <message>
        <source>恢复规则批次</source>
        <translation>Restore rules</translation>
    </message>
    <message>
        <source>取用年度累计</source>
        <translation>Take the year&apos;s sums</translation>
    </message>
    <message>
        <source>导入年度累计</source>
        <translation>Import the year&apos;s sums</translation>
    </message>
    <message>
        <source>停用累计批次</source>
        <translation>Withdraw a batch of the year&apos;s sums</translation>
    </message>
    <message>
        <source>修改必须查验的金额</source>
        <translation>Change the amount to be looked up</translation>
    </message>
</context>
<context>
    <name>layouts</name>
    <message>
        <source>医疗机构</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>清单栏目</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>得自</source>
        <translation>Learned from</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>初审人</source>
        <translation>First reviewer</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
</context>
<context>
    <name>lines</name>
    <message>
        <source>待选</source>
        <translation>To choose</translation>
    </message>
    <message>
        <source>目录外</source>
        <translation>Outside</translation>
    </message>
    <message>
        <source>已划去</source>
        <translation>Struck out</translation>
    </message>
    <message>
        <source>已剔除</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>医院在票面上印的类别：{words}（仅供参考，以目录为准）</source>
        <translation>Class printed by the hospital: {words} (for information only; the catalogue decides)</translation>
    </message>
</context>
<context>
    <name>memory</name>
    <message>
        <source>待初审</source>
        <translation>Awaiting first review</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已改选</source>
        <translation>Chosen otherwise</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Out of use</translation>
    </message>
    <message>
        <source>票面印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>选定的条目</source>
        <translation>Entry chosen</translation>
    </message>
    <message>
        <source>选定人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>得自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>用过</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>目录外</source>
        <translation>Outside the catalogue</translation>
    </message>
    <message>
        <source>条目已不在任何版本中</source>
        <translation>The entry is in no edition any more</translation>
    </message>
    <message>
        <source>{n} 行</source>
        <translation>{n} lines</translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>收款人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>参数</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>当日取值</source>
        <translation>Value that day</translation>
    </message>
    <message>
        <source>当日没有规定</source>
        <translation>Nothing that day</translation>
    </message>
    <message>
        <source>自</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>this office</translation>
    </message>
    <message>
        <source>就诊日期</source>
        <translation>Day of care</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Is</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <source>不分日期</source>
        <translation>Not dated</translation>
    </message>
    <message>
        <source>{since} 至 {until}</source>
        <translation>{since} to {until}</translation>
    </message>
    <message>
        <source>{since} 起</source>
        <translation>from {since}</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>就诊</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>原基金支付</source>
        <translation>Funds paid</translation>
    </message>
    <message>
        <source>按新版</source>
        <translation>By the version</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>只供继承</source>
        <translation>Only inherited</translation>
    </message>
    <message>
        <source>随软件</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>{day} 起</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{version} · 核对到 {day}</source>
        <translation>{version} · reviewed until {day}</translation>
    </message>
    <message>
        <source>通用规定</source>
        <translation>General</translation>
    </message>
    <message>
        <source>异地就医</source>
        <translation>Out of region</translation>
    </message>
    <message>
        <source>专项目录</source>
        <translation>Special items</translation>
    </message>
    <message>
        <source>基本医保</source>
        <translation>Basic insurance</translation>
    </message>
    <message>
        <source>其他支付层</source>
        <translation>Other layers</translation>
    </message>
    <message>
        <source>支付顺序</source>
        <translation>Order of layers</translation>
    </message>
    <message>
        <source>大病保险</source>
        <translation>Serious illness</translation>
    </message>
    <message>
        <source>医疗救助</source>
        <translation>Medical aid</translation>
    </message>
    <message>
        <source>限额</source>
        <translation>Caps</translation>
    </message>
    <message>
        <source>比例增减</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>取值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>When</translation>
    </message>
    <message>
        <source>人员类别</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>就诊类别</source>
        <translation>Kind of care</translation>
    </message>
    <message>
        <source>医院等级</source>
        <translation>Hospital level</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>就医地</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>备案</source>
        <translation>Filing</translation>
    </message>
    <message>
        <source>退休</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>第几次住院</source>
        <translation>n-th stay</translation>
    </message>
    <message>
        <source>病种</source>
        <translation>Disease</translation>
    </message>
    <message>
        <source>病种包干</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>从</source>
        <translation>from</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>不满</source>
        <translation>below</translation>
    </message>
    <message>
        <source>起付线</source>
        <translation>Deductible</translation>
    </message>
    <message>
        <source>倍数</source>
        <translation>Fraction</translation>
    </message>
    <message>
        <source>支付比例</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>先行自付</source>
        <translation>Advance self-pay</translation>
    </message>
    <message>
        <source>限价</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>甲乙丙类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>封顶线</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>限额对象</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>首次</source>
        <translation>First</translation>
    </message>
    <message>
        <source>每次减</source>
        <translation>Minus each time</translation>
    </message>
    <message>
        <source>每次乘</source>
        <translation>Times each time</translation>
    </message>
    <message>
        <source>最低</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>连续参保激励</source>
        <translation>Incentive</translation>
    </message>
    <message>
        <source>不封顶</source>
        <translation>unlimited</translation>
    </message>
    <message>
        <source>参数核对到</source>
        <translation>Reviewed until</translation>
    </message>
    <message>
        <source>参数始于</source>
        <translation>Effective from</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>行政区划</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>核实情况</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>比照</source>
        <translation>Like</translation>
    </message>
    <message>
        <source>出资</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>累计账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>计算周期</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>起付线按</source>
        <translation>Deductible per</translation>
    </message>
    <message>
        <source>分段按</source>
        <translation>Brackets over</translation>
    </message>
    <message>
        <source>两类人员时</source>
        <translation>In two groups</translation>
    </message>
    <message>
        <source>按病种</source>
        <translation>By disease</translation>
    </message>
    <message>
        <source>识别方式</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>计入基数</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>收入基数</source>
        <translation>Income base</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>Brackets</translation>
    </message>
    <message>
        <source>超过</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>满年数</source>
        <translation>After years</translation>
    </message>
    <message>
        <source>每多一年</source>
        <translation>Each year</translation>
    </message>
    <message>
        <source>每零报销年</source>
        <translation>Each claim-free year</translation>
    </message>
    <message>
        <source>取整方式</source>
        <translation>Rounding mode</translation>
    </message>
    <message>
        <source>取整</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>继承</source>
        <translation>Inherits</translation>
    </message>
    <message>
        <source>大额补充</source>
        <translation>Large sums</translation>
    </message>
    <message>
        <source>一般人员</source>
        <translation>Everyone else</translation>
    </message>
    <message>
        <source>困难人员</source>
        <translation>In need</translation>
    </message>
    <message>
        <source>按日定额</source>
        <translation>Day quota</translation>
    </message>
    <message>
        <source>占比对象</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>年度归属</source>
        <translation>Year by</translation>
    </message>
    <message>
        <source>第三人责任</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>共付段个人负担</source>
        <translation>Copay</translation>
    </message>
    <message>
        <source>超封顶</source>
        <translation>Over the ceiling</translation>
    </message>
    <message>
        <source>政策范围内</source>
        <translation>Eligible</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>出院日</source>
        <translation>discharge</translation>
    </message>
    <message>
        <source>入院日</source>
        <translation>admission</translation>
    </message>
    <message>
        <source>受理日</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>先扣除</source>
        <translation>excluded</translation>
    </message>
    <message>
        <source>四舍五入</source>
        <translation>half up</translation>
    </message>
    <message>
        <source>逐行</source>
        <translation>per line</translation>
    </message>
    <message>
        <source>每次</source>
        <translation>stay</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>year</translation>
    </message>
    <message>
        <source>每单</source>
        <translation>claim</translation>
    </message>
    <message>
        <source>每日</source>
        <translation>day</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>month</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>补充保险</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>起草由初审经办、复核、签批领导或系统管理员操作</source>
        <translation>Clerks, second reviewers, supervisors and administrators draft</translation>
    </message>
    <message>
        <source>由签批领导或系统管理员操作</source>
        <translation>For supervisors and administrators</translation>
    </message>
    <message>
        <source>您参与了起草，请由另一位签批领导或系统管理员办理</source>
        <translation>You wrote in it; another supervisor or administrator decides</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d} 在 {base} 的基础上起草</source>
        <translation>Drafted by {who} upon {base}, {at:%Y-%m-%d}</translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d} 提请，自 {day} 执行：{why}</source>
        <translation>Proposed by {who}, {at:%Y-%m-%d}, in force from {day}: {why}</translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d} 核准</source>
        <translation>Approved by {who}, {at:%Y-%m-%d}</translation>
    </message>
    <message>
        <source>{who} 于 {at:%Y-%m-%d} 停用或放弃：{why}</source>
        <translation>Withdrawn or discarded by {who}, {at:%Y-%m-%d}: {why}</translation>
    </message>
    <message>
        <source>退回理由：{why}</source>
        <translation>Sent back because: {why}</translation>
    </message>
    <message>
        <source>轻重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>必须改正</source>
        <translation>To be mended</translation>
    </message>
    <message>
        <source>请看一看</source>
        <translation>To be looked at</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>这一步没有完成：出现了没有预料到的错误。</source>
        <translation>This step was not finished: an unforeseen error came up.</translation>
    </message>
    <message>
        <source>请重试一次；仍不行就点“复制详情”，连同刚才的操作一起发给系统管理员。</source>
        <translation>Try once more; if it fails again, press “Copy detail” and send it to the administrator with what you did.</translation>
    </message>
    <message>
        <source>此前保存的影像、改动和留痕都在，没有丢失。</source>
        <translation>Pages, changes and journal saved so far are safe; nothing is lost.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>临期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First review</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>补正</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>拨付</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>就医地</source>
        <translation>Place of care</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Payable</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>People</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>工作日；{day} 到期</source>
        <translation>Working days; due on {day}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>票据原件不清晰，请重新提供</source>
        <translation>The receipt cannot be read; please hand it in again</translation>
    </message>
    <message>
        <source>请补充病历资料</source>
        <translation>Please hand in more of the medical record</translation>
    </message>
    <message>
        <source>收款账户有误，请核实</source>
        <translation>The account is wrong; please verify</translation>
    </message>
    <message>
        <source>不属于医保支付范围</source>
        <translation>Not covered by the insurance</translation>
    </message>
    <message>
        <source>票据已报销</source>
        <translation>The receipt was paid before</translation>
    </message>
    <message>
        <source>超过申请时限</source>
        <translation>Handed in too late</translation>
    </message>
    <message>
        <source>金额与票据不符，请重新核对</source>
        <translation>The sum differs from the receipt; please compare again</translation>
    </message>
    <message>
        <source>目录对应有误</source>
        <translation>Wrong catalogue entry</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>拨付</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>测算</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>关注</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>剔除</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>剔除(元)</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>限定</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>命中单</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>命中行</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>{n} 条规则在用</source>
        <translation>{n} rules in use</translation>
    </message>
    <message>
        <source>随软件提供的和自行导入的</source>
        <translation>Shipped and imported</translation>
    </message>
    <message>
        <source>全部规则</source>
        <translation>All rules</translation>
    </message>
    <message>
        <source>{n} 条规则 · 表内 {rows} 行</source>
        <translation>{n} rules · {rows} rows</translation>
    </message>
    <message>
        <source>{who} 于 {day} 停用：{why}</source>
        <translation>Withdrawn by {who} on {day}: {why}</translation>
    </message>
    <message>
        <source>{who} 于 {day} 导入</source>
        <translation>Imported by {who} on {day}</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>随软件</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>自行导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>（已停用）{title}</source>
        <translation>(withdrawn) {title}</translation>
    </message>
</context>
<context>
    <name>signoff</name>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>就医地</source>
        <translation>Place of care</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Payable</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>People</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{name} 删除</source>
        <translation>{name} removed</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>初审通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>复核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>开始初审</source>
        <translation>Review begun</translation>
    </message>
    <message>
        <source>材料已补，重新识别</source>
        <translation>Paper completed; read again</translation>
    </message>
    <message>
        <source>到受理继续录入</source>
        <translation>Go on in intake</translation>
    </message>
    <message>
        <source>领取下一单</source>
        <translation>Take the next</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Ask for supplement</translation>
    </message>
    <message>
        <source>不予支付</source>
        <translation>Not payable</translation>
    </message>
    <message>
        <source>退回初审</source>
        <translation>Return to first review</translation>
    </message>
    <message>
        <source>■ {0} 条疑点未处理</source>
        <translation>■ {0} findings open</translation>
    </message>
    <message>
        <source>▲ {0} 处存疑未核对</source>
        <translation>▲ {0} doubtful values</translation>
    </message>
    <message>
        <source>▲ {0} 行待选目录</source>
        <translation>▲ {0} lines without entry</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>超期 {days} 天</source>
        <translation>{days} d overdue</translation>
    </message>
    <message>
        <source>剩 {days} 天</source>
        <translation>{days} d left</translation>
    </message>
    <message>
        <source>已识别 {done}/{all} 页</source>
        <translation>{done}/{all} pages read</translation>
    </message>
    <message>
        <source>必改 {n}</source>
        <translation>{n} to mend</translation>
    </message>
    <message>
        <source>待定 {n}</source>
        <translation>{n} to decide</translation>
    </message>
    <message>
        <source>存疑 {n}</source>
        <translation>{n} doubtful</translation>
    </message>
    <message>
        <source>线索 {n}</source>
        <translation>{n} clues</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>touched</name>
    <message>
        <source>涉及 {n} 张未签批的报销单（{numbers}），请在审核台逐张重新匹配（Ctrl+M）。</source>
        <translation>{n} claims nobody has signed yet rest on it ({numbers}); please match each anew at the desk (Ctrl+M).</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>报销单</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>核查情况</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>医疗机构</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>成年人数</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>报销单数</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>大额单数</source>
        <translation>High claims</translation>
    </message>
    <message>
        <source>大额合计(元)</source>
        <translation>High sums (yuan)</translation>
    </message>
    <message>
        <source>其他同级医院</source>
        <translation>Other hospitals of the level</translation>
    </message>
    <message>
        <source>答复疑点数</source>
        <translation>Findings answered</translation>
    </message>
    <message>
        <source>其中放行</source>
        <translation>Let pass</translation>
    </message>
    <message>
        <source>同事放行占比</source>
        <translation>Colleagues&apos; share</translation>
    </message>
    <message>
        <source>初审单数</source>
        <translation>Claims reviewed</translation>
    </message>
    <message>
        <source>其中有放行</source>
        <translation>With findings let pass</translation>
    </message>
    <message>
        <source>同事有放行占比</source>
        <translation>Colleagues&apos; share of claims</translation>
    </message>
</context>
<context>
    <name>whatif</name>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>方案 A</source>
        <translation>Pack A</translation>
    </message>
    <message>
        <source>方案 B</source>
        <translation>Pack B</translation>
    </message>
    <message>
        <source>差额 B−A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>基金 A</source>
        <translation>Funds A</translation>
    </message>
    <message>
        <source>基金 B</source>
        <translation>Funds B</translation>
    </message>
    <message>
        <source>个人 A</source>
        <translation>Person A</translation>
    </message>
    <message>
        <source>个人 B</source>
        <translation>Person B</translation>
    </message>
    <message>
        <source>多付 / 少付人次</source>
        <translation>More / less</translation>
    </message>
    <message>
        <source>报销比 A</source>
        <translation>Share A</translation>
    </message>
    <message>
        <source>报销比 B</source>
        <translation>Share B</translation>
    </message>
    <message>
        <source>区间</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>人员类别</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>哪个方案</source>
        <translation>Which pack</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>其中一单</source>
        <translation>One of them</translation>
    </message>
    <message>
        <source>医院等级</source>
        <translation>Hospital level</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>就医地与备案</source>
        <translation>Region and filing</translation>
    </message>
    <message>
        <source>就诊类别</source>
        <translation>Kind of care</translation>
    </message>
    <message>
        <source>年龄段</source>
        <translation>Age band</translation>
    </message>
    <message>
        <source>统筹基金</source>
        <translation>Basic fund</translation>
    </message>
    <message>
        <source>大病保险</source>
        <translation>Serious illness</translation>
    </message>
    <message>
        <source>医疗救助</source>
        <translation>Medical aid</translation>
    </message>
    <message>
        <source>补充保险</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>方案 A 不能结算</source>
        <translation>Pack A cannot settle</translation>
    </message>
    <message>
        <source>方案 B 不能结算</source>
        <translation>Pack B cannot settle</translation>
    </message>
    <message>
        <source>两个方案都不能结算</source>
        <translation>Neither can settle</translation>
    </message>
    <message>
        <source>不详</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>一般人员</source>
        <translation>Everyone else</translation>
    </message>
    <message>
        <source>{n} 岁以上</source>
        <translation>{n} and older</translation>
    </message>
    <message>
        <source>{n} 岁</source>
        <translation>{n} years</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{claims} 人次 · {people} 人</source>
        <translation>{claims} claims · {people} people</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>{sum} 元</source>
        <translation>{sum} yuan</translation>
    </message>
    <message>
        <source>基金支付（报销比 {a} → {b}）</source>
        <translation>Funds pay (share {a} → {b})</translation>
    </message>
    <message>
        <source>个人负担</source>
        <translation>Borne by persons</translation>
    </message>
    <message>
        <source>基金多付的人</source>
        <translation>Funds pay more for</translation>
    </message>
    <message>
        <source>基金少付的人</source>
        <translation>Funds pay less for</translation>
    </message>
    <message>
        <source>A {a} → B {b}</source>
        <translation>A {a} → B {b}</translation>
    </message>
    <message>
        <source>A {a} 元，B {b} 元，相差 {more} 元</source>
        <translation>A {a} yuan, B {b} yuan, difference {more} yuan</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>合计 {sum}</source>
        <translation>{sum} in all</translation>
    </message>
    <message>
        <source>合计 {sum} 元</source>
        <translation>{sum} yuan in all</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n} people</translation>
    </message>
    <message>
        <source>本单位 {label} {title}</source>
        <translation>Office {label} {title}</translation>
    </message>
    <message>
        <source>报销单号</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>基金支付合计</source>
        <translation>All funds</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>基金支付，元</source>
        <translation>Paid by funds, yuan</translation>
    </message>
    <message>
        <source>个人负担，元</source>
        <translation>Borne by persons, yuan</translation>
    </message>
    <message>
        <source>{word}：{n}</source>
        <translation>{word}: {n}</translation>
    </message>
    <message>
        <source>{word}：A {a}，B {b}</source>
        <translation>{word}: A {a}, B {b}</translation>
    </message>
    <message>
        <source>人数，按每人基金多付（左边为少付）的金额</source>
        <translation>People by what funds pay more (on the left: less), yuan</translation>
    </message>
    <message>
        <source>人次，按报销比例</source>
        <translation>Claims by share paid</translation>
    </message>
    <message>
        <source>人次，按个人负担的金额</source>
        <translation>Claims by what the person bears, yuan</translation>
    </message>
    <message>
        <source>不到 {high}</source>
        <translation>below {high}</translation>
    </message>
    <message>
        <source>{low} 以上</source>
        <translation>{low} and more</translation>
    </message>
    <message>
        <source>{word}：A {a} 元，B {b} 元，相差 {more} 元</source>
        <translation>{word}: A {a} yuan, B {b} yuan, difference {more} yuan</translation>
    </message>
</context>
</TS>

import { type Messages, localisedText as text } from '../evidence/index.js';

/** Names, formulas and caveats of the service KPIs in three languages. */
export const kpiMessages: Messages = Object.freeze({
  'kpi.no-cases': text(
    '本期没有可供统计的记录，因此不提供数值。',
    '期內並無可供統計的紀錄，因此不提供數值。',
    'There were no cases in the period, so no value is given.',
  ),
  'kpi.sample-too-small': text(
    '仅有{n}条记录，少于得出可靠数值所需的{minimum}条，因此不提供数值。',
    '只有{n}項紀錄，少於得出可靠數值所需的{minimum}項，因此不提供數值。',
    'There are only {n} cases, fewer than the {minimum} needed for a value that can be relied on, so none is given.',
  ),
  'kpi.denominator-not-positive': text(
    '作为分母的金额为零或负数，无法计算比率。',
    '用作分母的金額為零或負數，無法計算比率。',
    'The amount to divide by is zero or negative, so no ratio exists.',
  ),
  'kpi.bridge-unexplained': text(
    '期初金额与各项变动之和，同期末金额相差{amount} {currency}，差额来源尚待查明。',
    '期初金額加上各項變動，與期末金額相差{amount} {currency}，差額來源有待查明。',
    'Opening amount and changes differ from the closing amount by {amount} {currency}; where the difference comes from is still to be found.',
  ),
  'kpi.no-control-group': text(
    '本比较没有对照组：变化可能同时受到市场环境、客户构成、季节等因素影响，不能仅凭此结果认定由改进措施带来。',
    '是項比較並無對照組：有關變化可能同時受市況、客戶組合及季節等因素影響，不能單憑此結果斷定由改善措施帶來。',
    'There was no control group: the market, the mix of clients or the season may have played a part, so the change cannot be put down to the improvement on this evidence alone.',
  ),
  'kpi.change-not-shown': text(
    '两期之间的差异可能出于偶然（双侧p值{p:number}），不足以说明情况已有变化。',
    '兩期之間的差異可能純屬偶然（雙側p值{p:number}），不足以證明情況有變。',
    'The difference between the two periods may well be chance (two-sided p {p:number}); it does not show that anything has changed.',
  ),
  'kpi.few-expected-cases': text(
    '部分类别的期望记录数少于5，检验结果仅为近似值，请审慎使用。',
    '部分類別的預期紀錄少於5項，檢定結果僅屬近似，請審慎使用。',
    'Fewer than five cases were to be expected in some group, so the test is only a rough guide.',
  ),
  'kpi.not-comparable': text(
    '该指标暂无适用的前后比较检验方法。',
    '此指標現時並無適用的前後比較檢定方法。',
    'No test of before against after is offered for this kind of figure.',
  ),

  'kpi.name.satisfaction-mean': text('客户满意度平均分', '客戶滿意度平均分', 'Mean satisfaction'),
  'kpi.name.satisfaction-top-two-box': text(
    '满意客户占比（最高两档）',
    '滿意客戶比例（最高兩級）',
    'Satisfied clients (two best points)',
  ),
  'kpi.name.asset-growth': text(
    '管理资产规模增长率',
    '管理資產增長率',
    'Growth of assets under management',
  ),
  'kpi.name.organic-growth': text('净流入增长率', '淨流入增長率', 'Organic growth'),
  'kpi.name.renewal-rate': text('续约率', '續約率', 'Renewal rate'),
  'kpi.name.client-churn': text(
    '客户流失率（本期）',
    '客戶流失率（期內）',
    'Clients lost in the period',
  ),
  'kpi.name.annualised-client-churn': text(
    '客户流失率（年化）',
    '客戶流失率（年度化）',
    'Clients lost, annualised',
  ),
  'kpi.name.asset-churn': text('资产流失率', '資產流失率', 'Assets lost'),
  'kpi.name.new-client-growth': text('新客户增长率', '新客戶增長率', 'Growth by new clients'),
  'kpi.name.campaign-conversion': text(
    '营销活动转化率（成交／触达）',
    '推廣活動轉化率（成交／接觸）',
    'Campaign conversion (bought / reached)',
  ),
  'kpi.name.new-clients-from-campaigns': text(
    '新客户中由营销活动带来的占比',
    '新客戶中經推廣活動而來的比例',
    'Share of new clients that campaigns brought',
  ),
  'kpi.name.risk-precision': text(
    '风险识别准确率（精确率）',
    '風險識別精確率',
    'Precision of risk alerts',
  ),
  'kpi.name.risk-recall': text(
    '风险识别覆盖率（召回率）',
    '風險識別召回率',
    'Recall of risk alerts',
  ),
  'kpi.name.risk-f1': text(
    '风险识别综合得分（F1）',
    '風險識別綜合分數（F1）',
    'F1 score of risk alerts',
  ),
  'kpi.name.handled-within-sla': text(
    '风险事件按时处理率',
    '風險事件如期處理比率',
    'Risk events handled in time',
  ),
  'kpi.name.median-handling-time': text(
    '风险事件处理时长中位数',
    '風險事件處理時間中位數',
    'Median time to handle a risk event',
  ),

  'kpi.formula.satisfaction-mean': text(
    '评分总和 ÷ 答卷数',
    '評分總和 ÷ 回覆數目',
    'Sum of the scores ÷ answers',
  ),
  'kpi.formula.satisfaction-top-two-box': text(
    '最高两档评分的答卷数 ÷ 答卷数',
    '最高兩級評分的回覆數目 ÷ 回覆數目',
    'Answers in the two best points ÷ answers',
  ),
  'kpi.formula.asset-growth': text(
    '（期末管理资产 − 期初管理资产）÷ 期初管理资产',
    '（期末管理資產 − 期初管理資產）÷ 期初管理資產',
    '(Closing assets − opening assets) ÷ opening assets',
  ),
  'kpi.formula.organic-growth': text(
    '净流入资金 ÷ 期初管理资产',
    '淨流入資金 ÷ 期初管理資產',
    'Net flow ÷ opening assets',
  ),
  'kpi.formula.renewal-rate': text(
    '已续约数 ÷ 到期应续约数',
    '已續約數目 ÷ 到期續約數目',
    'Renewed ÷ due for renewal',
  ),
  'kpi.formula.client-churn': text(
    '本期流失客户数 ÷ 期初客户数',
    '期內流失客戶數目 ÷ 期初客戶數目',
    'Clients lost ÷ clients at the start',
  ),
  'kpi.formula.annualised-client-churn': text(
    '1 −（1 − 本期流失率）的n次方，n为一年中的期数',
    '1 −（1 − 期內流失率）的n次方，n為一年的期數',
    '1 − (1 − churn of the period) to the power of the periods in a year',
  ),
  'kpi.formula.asset-churn': text(
    '流失客户的资产 ÷ 期初管理资产',
    '流失客戶的資產 ÷ 期初管理資產',
    'Assets of the clients lost ÷ opening assets',
  ),
  'kpi.formula.new-client-growth': text(
    '新客户数 ÷ 期初客户数',
    '新客戶數目 ÷ 期初客戶數目',
    'New clients ÷ clients at the start',
  ),
  'kpi.formula.campaign-conversion': text(
    '成交客户数（含原有客户）÷ 活动触达客户数',
    '成交客戶數目（包括現有客戶）÷ 活動接觸客戶數目',
    'Clients who bought, existing ones included ÷ clients reached',
  ),
  'kpi.formula.new-clients-from-campaigns': text(
    '营销活动带来的新客户数 ÷ 新客户数',
    '經推廣活動而來的新客戶數目 ÷ 新客戶數目',
    'New clients brought by campaigns ÷ new clients',
  ),
  'kpi.formula.risk-precision': text(
    '正确预警数 ÷ 预警总数',
    '正確警示數目 ÷ 警示總數',
    'Alerts that were right ÷ alerts',
  ),
  'kpi.formula.risk-recall': text(
    '正确预警数 ÷ 实际风险事件数',
    '正確警示數目 ÷ 實際風險事件數目',
    'Alerts that were right ÷ cases of risk',
  ),
  'kpi.formula.risk-f1': text(
    '2 × 正确预警数 ÷（预警总数 + 实际风险事件数）',
    '2 × 正確警示數目 ÷（警示總數 + 實際風險事件數目）',
    '2 × alerts that were right ÷ (alerts + cases of risk)',
  ),
  'kpi.formula.handled-within-sla': text(
    '在约定时限内处理完毕的事件数 ÷ 本期办结事件数',
    '於議定時限內處理完畢的事件數目 ÷ 期內完結事件數目',
    'Events handled within the agreed time ÷ events closed',
  ),
  'kpi.formula.median-handling-time': text(
    '半数事件在此时长内处理完毕',
    '半數事件於此時間內處理完畢',
    'The time within which half of the events were closed',
  ),
});

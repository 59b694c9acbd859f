import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What control charts, trends, anomalies and targets say, in three languages. */
export const controlMessages: Messages = Object.freeze({
  'kpi.control.beyond-limit': text(
    '{to}的数值{value:number}{side:term}控制限{limit:number}，不属于平稳过程的日常波动。',
    '{to}的數值{value:number}{side:term}控制界限{limit:number}，並非平穩過程的日常波動。',
    'In {to} the figure of {value:number} lay {side:term} the control limit of {limit:number}: more than a stable process varies from one period to the next.',
  ),
  'kpi.control.average-beyond': text(
    '截至{to}的移动平均值{value:number}{side:term}控制限{limit:number}，水平很可能已经变动。',
    '截至{to}的移動平均值{value:number}{side:term}控制界限{limit:number}，水平很可能已經改變。',
    'Up to {to} the moving average of {value:number} lay {side:term} the control limit of {limit:number}: the level has probably moved.',
  ),
  'kpi.control.run': text(
    '{from}至{to}连续{n}期{side:term}中心线，水平很可能已经变动。',
    '{from}至{to}連續{n}期{side:term}中線，水平很可能已經改變。',
    'From {from} to {to}, {n} {n|period|periods} in a row lay {side:term} the centre line: the level has probably moved.',
  ),
  'kpi.control.zone': text(
    '{from}至{to}有{n}期{side:term}中心线超过{sigmas}个标准差（连续{of}期中有{points}期即视为信号）。',
    '{from}至{to}有{n}期{side:term}中線逾{sigmas}個標準差（連續{of}期中有{points}期即屬訊號）。',
    'From {from} to {to}, {n} {n|period|periods} lay {side:term} the centre line by more than {sigmas} σ ({points} of {of} in a row {points|is|are} a signal).',
  ),
  'kpi.control.trend': text(
    '{from}至{to}连续{n}期{way:term}。',
    '{from}至{to}連續{n}期{way:term}。',
    'From {from} to {to} the figure kept {way:term}, over {n} {n|period|periods} in a row.',
  ),
  'kpi.control.alternating': text(
    '{from}至{to}连续{n}期一升一降，可能是两种来源交替混入。',
    '{from}至{to}連續{n}期一升一跌，可能由兩個來源交替混入所致。',
    'From {from} to {to} the figure went up and down by turns over {n} {n|period|periods}: two sources may be mixed in alternately.',
  ),
  'kpi.control.within': text(
    '{from}至{to}连续{n}期都在中心线{sigmas}个标准差以内，波动小得反常，控制限可能已不适用。',
    '{from}至{to}連續{n}期均在中線{sigmas}個標準差之內，波動小得不尋常，控制界限可能不再適用。',
    'From {from} to {to}, {n} {n|period|periods} in a row lay within {sigmas} {sigmas|time|times} the standard deviation of the centre line: so little variation suggests that the limits no longer fit.',
  ),
  'kpi.control.outside': text(
    '{from}至{to}连续{n}期都偏离中心线{sigmas}个标准差以上，可能混合了两个不同水平。',
    '{from}至{to}連續{n}期均偏離中線{sigmas}個標準差以上，可能混合了兩個不同水平。',
    'From {from} to {to}, {n} {n|period|periods} in a row lay more than {sigmas} {sigmas|time|times} the standard deviation from the centre line: two different levels may be mixed.',
  ),
  'kpi.control.moving-range': text(
    '{from}至{to}的变动幅度{value:number}超过上限{limit:number}，这一步变化异常。',
    '{from}至{to}的變動幅度{value:number}超出上限{limit:number}，此一變動並不尋常。',
    'The change of {value:number} from {from} to {to} was above its limit of {limit:number}: an unusual jump.',
  ),
  'kpi.control.too-few-periods': text(
    '自{from}起仅有{n}期数值，少于计算控制限所需的{minimum}期，因此不提供控制限。',
    '自{from}起只有{n}期數值，少於計算控制界限所需的{minimum}期，因此不提供控制界限。',
    'From {from} on the number of periods with a value, {n}, is below the {minimum} that control limits need, so none are given.',
  ),
  'kpi.control.few-neighbours': text(
    '自{from}起的{n}期数值之间空缺过多，相邻两期的变动不足{minimum}次，因此不提供控制限。',
    '自{from}起的{n}期數值之間空缺過多，相鄰兩期的變動不足{minimum}次，因此不提供控制界限。',
    'The {n} {n|value|values} from {from} on {n|has|have} so many gaps between them that fewer than {minimum} {minimum|change|changes} from one period to the next are known, so no limits are given.',
  ),
  'kpi.control.provisional': text(
    '自{from}起的控制限仅依据{n}期数值，不足{minimum}期，属于暂定控制限。',
    '自{from}起的控制界限只根據{n}期數值，不足{minimum}期，屬暫定性質。',
    'The number of periods on which the control limits from {from} on rest, {n}, is below {minimum}: they are provisional.',
  ),
  'kpi.control.no-variation': text(
    '自{from}起作为基准的{n}期数值没有波动，无法得出控制限。',
    '自{from}起用作基準的{n}期數值並無波動，無法得出控制界限。',
    'The {n} baseline {n|value|values} from {from} on {n|does|do} not vary, so there are no control limits.',
  ),
  'kpi.control.autocorrelated': text(
    '自{from}起相邻各期数值相互关联（相关系数{correlation:number}），控制限偏窄，误报会偏多。',
    '自{from}起相鄰各期數值互有關連（相關系數{correlation:number}），控制界限偏窄，誤報會偏多。',
    'From {from} on, values hang together from one period to the next (correlation {correlation:number}); the limits are too narrow and give more false alarms.',
  ),
  'kpi.control.seasonal': text(
    '自{from}起的数值与上年同期相近（相关系数{correlation:number}），波动可能来自季节，请与上年同期比较。',
    '自{from}起的數值與上年同期相近（相關系數{correlation:number}），波動可能源於季節，請與上年同期比較。',
    'From {from} on, values resemble those of a year before (correlation {correlation:number}); a season may be at work, so compare with the same period of the year before.',
  ),
  'kpi.control.season-unknown': text(
    '自{from}起的基准不足两年，无法判断季节影响。',
    '自{from}起的基準不足兩年，無法判斷季節影響。',
    'The baseline from {from} on is shorter than two years, so seasons cannot be told from change.',
  ),
  'kpi.control.few-expected': text(
    '自{from}起有的时期预期件数少于{minimum}，控制限仅为近似值。',
    '自{from}起部分期間的預期宗數少於{minimum}，控制界限僅屬近似。',
    'From {from} on, fewer than {minimum} {minimum|case is|cases are} expected in some period, so the limits are only rough.',
  ),
  'kpi.control.overdispersed': text(
    '自{from}起各期之间的波动是件数本身所能解释的{factor:number}倍，控制限偏窄；可改用按实际波动放宽的控制限。',
    '自{from}起各期之間的波動為宗數本身所能解釋的{factor:number}倍，控制界限偏窄；可改用按實際波動放寬的控制界限。',
    'From {from} on, periods vary {factor:number} {factor|time|times} as widely as the counts explain, so the limits are too narrow; limits widened by that factor would fit better.',
  ),

  'kpi.trend.too-few-periods': text(
    '仅有{n}期数值，少于判断趋势所需的{minimum}期。',
    '只有{n}期數值，少於判斷趨勢所需的{minimum}期。',
    'The number of periods with a value, {n}, is below the {minimum} needed to judge a trend.',
  ),
  'kpi.trend.shown': text(
    '{from}至{to}的{n}期数值持续{way:term}（双侧p值{p:number}），中位数变动为每期{slope:number}。',
    '{from}至{to}的{n}期數值持續{way:term}（雙側p值{p:number}），每期變動的中位數為{slope:number}。',
    'Over the {n} {n|period|periods} from {from} to {to} the figure has been {way:term} (two-sided p {p:number}), by a median of {slope:number} a period.',
  ),
  'kpi.trend.slope-zero': text(
    '{from}至{to}的{n}期数值总体{way:term}（双侧p值{p:number}），但其中许多数值相同，每期变动的中位数为0，因此不作好坏判断。',
    '{from}至{to}的{n}期數值整體{way:term}（雙側p值{p:number}），但其中許多數值相同，每期變動的中位數為0，因此不作好壞判斷。',
    'Over the {n} {n|period|periods} from {from} to {to} the figure has been {way:term} on the whole (two-sided p {p:number}), but so many values are alike that the median change a period is 0: neither better nor worse is shown.',
  ),
  'kpi.trend.slope-may-be-zero': text(
    '检验显示存在趋势；但每期变动中位数的置信区间（{low:number}至{high:number}）包含0，变动快慢无法确定。',
    '檢驗顯示有趨勢；但每期變動中位數的置信區間（{low:number}至{high:number}）包含0，變動快慢無法確定。',
    'The test shows a trend; the interval of the median change a period, from {low:number} to {high:number}, includes 0, so how fast it goes is not known for sure.',
  ),
  'kpi.trend.not-shown': text(
    '{from}至{to}的{n}期数值看不出趋势（双侧p值{p:number}）。',
    '{from}至{to}的{n}期數值未見趨勢（雙側p值{p:number}）。',
    'The {n} {n|period|periods} from {from} to {to} {n|shows|show} no trend (two-sided p {p:number}).',
  ),
  'kpi.trend.no-variation': text(
    '{from}至{to}的{n}期数值完全相同。',
    '{from}至{to}的{n}期數值完全相同。',
    'The values from {from} to {to} ({n} in all) are the same.',
  ),
  'kpi.trend.autocorrelated': text(
    '扣除趋势后相邻各期数值仍相互关联（相关系数{correlation:number}），检验容易误判为有趋势。',
    '扣除趨勢後相鄰各期數值仍互有關連（相關系數{correlation:number}），檢驗容易誤判為有趨勢。',
    'Apart from the trend, values hang together from one period to the next (correlation {correlation:number}); the test then sees trends too easily.',
  ),

  'kpi.anomaly.no-value': text(
    '{period}没有数值，无法判断。',
    '{period}並無數值，無法判斷。',
    'There is no value for {period}, so it cannot be judged.',
  ),
  'kpi.anomaly.too-few-periods': text(
    '{period}之前仅有{n}期数值，少于判断是否异常所需的{minimum}期。',
    '{period}之前只有{n}期數值，少於判斷是否異常所需的{minimum}期。',
    'Before {period} the number of periods with a value, {n}, is below the {minimum} needed to tell whether it is unusual.',
  ),
  'kpi.anomaly.no-variation': text(
    '{period}之前的{n}期数值没有波动，无从判断何为正常。',
    '{period}之前的{n}期數值並無波動，無從判斷何謂正常。',
    'The {n} {n|value|values} before {period} {n|does|do} not vary, so nothing says what is usual.',
  ),
  'kpi.anomaly.outlier': text(
    '{period}的数值{value:number}{side:term}此前各期的中位数，偏离程度为{score:number}（超过{threshold}即视为异常）。',
    '{period}的數值{value:number}{side:term}此前各期的中位數，偏離程度為{score:number}（超過{threshold}即屬異常）。',
    'The figure of {value:number} in {period} lies {score:number} robust standard {score|deviation|deviations} {side:term} the median of the periods before (more than {threshold} {threshold|is|are} unusual).',
  ),
  'kpi.anomaly.usual': text(
    '{period}的数值属于日常波动。',
    '{period}的數值屬日常波動。',
    'The figure of {period} is within what is usual.',
  ),

  'kpi.target.met': text(
    '数值{value:number}已达到目标{green:number}。',
    '數值{value:number}已達到目標{green:number}。',
    'The figure of {value:number} meets the target of {green:number}.',
  ),
  'kpi.target.at-risk': text(
    '数值{value:number}未达到目标{green:number}，但仍在警戒线{amber:number}之内。',
    '數值{value:number}未達到目標{green:number}，但仍在警戒線{amber:number}之內。',
    'The figure of {value:number} falls short of the target of {green:number} but keeps to the warning line of {amber:number}.',
  ),
  'kpi.target.missed': text(
    '数值{value:number}未达到目标{green:number}，也未达到警戒线{amber:number}。',
    '數值{value:number}未達到目標{green:number}，亦未達到警戒線{amber:number}。',
    'The figure of {value:number} misses the target of {green:number} and the warning line of {amber:number} as well.',
  ),
  'kpi.target.missed-outright': text(
    '数值{value:number}未达到目标{green:number}。',
    '數值{value:number}未達到目標{green:number}。',
    'The figure of {value:number} misses the target of {green:number}.',
  ),
  'kpi.target.not-shown': text(
    '置信区间{low:number}至{high:number}包含{line:number}，尚不足以判定是否达标。',
    '置信區間{low:number}至{high:number}包含{line:number}，尚不足以判定是否達標。',
    'The interval from {low:number} to {high:number} includes {line:number}, so it is not shown on which side the true figure lies.',
  ),
  'kpi.target.no-value': text(
    '没有可用数值，无法判定是否达标。',
    '並無可用數值，無法判定是否達標。',
    'There is no value, so nothing can be said of the target.',
  ),
  'kpi.target.no-interval': text(
    '该数值没有置信区间，判定未计入偶然因素。',
    '此數值並無置信區間，判定未計及偶然因素。',
    'The figure has no interval, so chance is left out of account.',
  ),

  'kpi.term.side-above': text('高于', '高於', 'above'),
  'kpi.term.side-below': text('低于', '低於', 'below'),
  'kpi.term.way-up': text('上升', '上升', 'rising'),
  'kpi.term.way-down': text('下降', '下跌', 'falling'),
});

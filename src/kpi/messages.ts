import { type Messages, mergeMessages, localisedText as text } from '../evidence/index.js';
import { adviserMessages } from './competence/messages.js';
import { controlMessages } from './control-chart/messages.js';
import { fairnessMessages } from './fairness/messages.js';
import { acquisitionMessages } from './families/messages/acquisition.js';
import { assetsMessages } from './families/messages/assets.js';
import { competenceMessages } from './families/messages/competence.js';
import { efficiencyMessages } from './families/messages/efficiency.js';
import { exclusionMessages } from './families/messages/exclusions.js';
import { responseMessages } from './families/messages/response.js';
import { retentionMessages } from './families/messages/retention.js';
import { riskMessages } from './families/messages/risk.js';
import { satisfactionMessages } from './families/messages/satisfaction.js';
import { toolsMessages } from './families/messages/tools.js';
import { warningMessages } from './families/messages/warning.js';

/** What the results say of themselves. */
const resultMessages: Messages = Object.freeze({
  'kpi.no-cases': text(
    '本期没有可供统计的记录，因此不提供数值。',
    '期內並無可供統計的紀錄，因此不提供數值。',
    'There were no cases in the period, so no value is given.',
  ),
  'kpi.sample-too-small': text(
    '仅有{n}条记录，少于得出可靠数值所需的{minimum}条，因此不提供数值。',
    '只有{n}項紀錄，少於得出可靠數值所需的{minimum}項，因此不提供數值。',
    'The number of cases, {n}, is below the {minimum} needed for a value that can be relied on, so none is given.',
  ),
  'kpi.denominator-not-positive': text(
    '作为分母的金额为零或负数，无法计算比率。',
    '用作分母的金額為零或負數，無法計算比率。',
    'The amount to divide by is zero or negative, so no ratio exists.',
  ),
  'kpi.not-a-share': text(
    '部分除以整体得{value:number}，不在0至1之间，说明所报数据有误，因此不提供数值。',
    '部分除以整體得{value:number}，不在0至1之間，顯示所報數據有誤，因此不提供數值。',
    'A part of a whole came to {value:number}, which is not between 0 and 1: the data told are wrong, so no value is given.',
  ),
  'kpi.no-base': text(
    '作为分母的数量不详，无法计算比率。',
    '用作分母的數量不詳，無法計算比率。',
    'Nothing is known of what to divide by, so there is no ratio.',
  ),
  'kpi.no-amount': text(
    '作为分子的金额不详，无法计算平均金额。',
    '用作分子的金額不詳，無法計算平均金額。',
    'Nothing is known of the amount, so there is none for each case.',
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
  'kpi.effect-not-shown': text(
    '两组变化之间的差异可能出于偶然（双侧p值{p:number}），不足以说明措施有效果。',
    '兩組變化之間的差異可能純屬偶然（雙側p值{p:number}），不足以證明措施有效果。',
    'The difference between the changes of the two groups may well be chance (two-sided p {p:number}); it does not show an effect.',
  ),
  'kpi.parallel-trends': text(
    '本结论以“若无该措施，两组本会同步变化”为前提，数据本身无法证明这一点。',
    '此結論以「若無有關措施，兩組本會同步變化」為前提，數據本身無法證明。',
    'This rests on the premise that both groups would have changed alike without the measure, which no figure here can show.',
  ),
  'kpi.change-among-several': text(
    '同时比较了{comparisons}项指标，校正后p值为{p:number}，此差异可能出于偶然。',
    '同時比較了{comparisons}項指標，校正後p值為{p:number}，此差異可能純屬偶然。',
    'Among {comparisons} {comparisons|figure|figures} compared at once this difference may well be chance (adjusted p {p:number}).',
  ),
  'kpi.test-and-value-differ': text(
    '检验比较的是全部记录，其方向与该指标数值的差异相反，因此不作好坏判断。',
    '檢驗比較的是所有紀錄，其方向與指標數值的差異相反，因此不作好壞判斷。',
    'The test compares all cases, and points the other way than the value of the figure: neither better nor worse is shown.',
  ),
  'kpi.value-unchanged': text(
    '该指标数值两边相同；差异由对全部记录的检验得出。',
    '該指標數值兩邊相同；差異由對所有紀錄的檢驗得出。',
    'The value of the figure is the same on both sides; it is the test of all cases that shows a difference.',
  ),
  'kpi.value-may-be-unchanged': text(
    '对全部记录的检验显示存在差异；但仅就该指标数值而言，其差值的置信区间包含0。',
    '對所有紀錄的檢驗顯示有差異；但單看此指標數值，其差值的置信區間包含0。',
    'The test of all cases shows a difference; the interval of the difference of this one figure includes 0.',
  ),
  'kpi.value-unsure': text(
    '对全部记录的检验显示存在差异；但该指标数值之差没有置信区间，仅就该数值而言无法确定。',
    '對所有紀錄的檢驗顯示有差異；但此指標數值之差沒有置信區間，單看此數值無法確定。',
    'The test of all cases shows a difference; the difference of this one figure has no interval, and is not known for sure.',
  ),
  'kpi.test-and-figure-differ': text(
    '该指标数值之差的置信区间不包含0，但对全部记录的检验未显示差异：差异在该数值处显现，而该检验未能证实。',
    '此指標數值之差的置信區間不包含0，但對所有紀錄的檢驗未顯示差異：差異在此數值顯現，而該檢驗未能證實。',
    'The interval of the difference of this figure leaves out 0, while the test of all cases shows none: a difference is shown at this point, and that test does not bear it out.',
  ),
  'kpi.all-alike': text(
    '两边各自的记录完全相同，没有可用来衡量差异的波动。',
    '兩邊各自的紀錄完全相同，沒有可用來衡量差異的波動。',
    'The cases of each side are all alike: nothing varies against which a difference could be held.',
  ),
  'kpi.difference-not-tested': text(
    '此类数值没有适用的检验，仅列示两者之差；仅当两个数值各有置信区间时，才给出差值的区间。',
    '此類數值沒有適用的檢驗，只列出兩者之差；僅在兩個數值各有置信區間時，才列出差值的區間。',
    'Figures of this kind have no test: their difference is shown, with an interval only where both have one.',
  ),
  'kpi.interval-unknown': text(
    '未给出置信区间：记录过少、结果全部相同、未结记录过多，或该算法没有区间，因此无法判断该数值的不确定程度。',
    '未列出置信區間：紀錄過少、結果全部相同、未完結的紀錄過多，或此算法沒有區間，因此無法判斷此數值的不確定程度。',
    'No interval is stated: the cases are too few or all alike, too many are still open, or this method has none. How far chance may have moved the figure is not known.',
  ),
  'kpi.test-and-interval-differ': text(
    '检验与置信区间算法不同，对两者有无差异得出相反结论，因此不足以说明存在差异。',
    '檢驗與置信區間算法不同，就有否差異得出相反結論，因此不足以證明存在差異。',
    'Test and interval are calculated in different ways and disagree whether there is a difference, so that none is shown.',
  ),
  'kpi.test-and-effect-differ': text(
    '效应量的置信区间与检验算法不同，对两者有无差异得出相反结论；处于临界位置，以检验为准。',
    '效應量的置信區間與檢驗算法不同，就有否差異得出相反結論；結果處於臨界，以檢驗為準。',
    'The interval of the effect size is calculated in another way than the test and disagrees whether there is a difference: it is at the edge, and the verdict is that of the test.',
  ),
  'kpi.test-and-shift-differ': text(
    '部分记录的数值相同：检验已考虑这一点，整体变动幅度的置信区间则按数值各不相同计算，两者对有无差异得出相反结论，以检验为准。',
    '部分紀錄的數值相同：檢驗已考慮此點，整體變動幅度的置信區間則按數值各不相同計算，兩者就有否差異得出相反結論，以檢驗為準。',
    'Some cases are alike: the test allows for that, while the interval of the shift takes all to be different, and the two disagree whether there is a difference. The verdict is that of the test.',
  ),
  'kpi.few-expected-cases': text(
    '部分类别的期望记录数少于5：记录如此之少，只有很大的差异才能显现。',
    '部分類別的預期紀錄少於5項：紀錄如此之少，只有很大的差異才能顯現。',
    'Fewer than five cases were to be expected in some group: of so few only a large difference shows.',
  ),
  'kpi.compared-in-bins': text(
    '一方超过500条记录，其时长按区间（宽度最多为时长的1/256）计数；检验时另一方的时长已归入相同区间。列示的数值仍为各方自身的数值，按区间得出的数值最多偏高其相对误差，差值亦然。',
    '一方超過500項紀錄，其時長按區間（寬度最多為時長的1/256）計數；檢驗時另一方的時長已歸入相同區間。列出的數值仍為各方自身的數值，按區間得出的數值最多偏高其相對誤差，差值亦然。',
    'One side has more than 500 cases, whose times are counted in bins at most 1/256 of the time wide; for the test those of the other were put into the same bins. The figures shown are those of each side by itself: one read off bins is too high by at most its relative error, and the difference is off by as much.',
  ),
  'kpi.order-in-bins-unknown': text(
    '超过500条记录时，时长按区间计数，同一区间内未结记录与已结案记录的先后无从得知，而此处的结果取决于该先后：检验采用差异最小的先后次序，数值最多偏高其相对误差。',
    '超過500項紀錄時，時長按區間計數，同一區間內未完結紀錄與已完結紀錄的先後無從得知，而此處的結果取決於該先後：檢驗採用差異最小的先後次序，數值最多偏高其相對誤差。',
    'Of more than 500 cases times are counted in bins, and within a bin nobody knows whether open cases were last seen before others closed or after. Here that matters: the test goes by the order that shows least, and a figure is too high by at most its relative error.',
  ),
  'kpi.compared-in-own-period': text(
    '该指标按年列示；此处比较的是其各自统计期（一年计{periods:number}期）的数值，未年化。',
    '此指標按年列示；此處比較的是其各自統計期（一年計{periods:number}期）的數值，未作年度化。',
    'This figure is stated for a year; it is compared as it is in its own period, of which a year has {periods:number}.',
  ),
  'kpi.cases-open': text(
    '另有{open}条记录结果未定：仍在等待，或未等到结果便已结束。',
    '另有{open}項紀錄結果未定：仍在等候，或未等到結果便已結束。',
    'Cases of which the outcome is not known: {open}. They are still waiting, or were over before it came.',
  ),
  'kpi.none-decided': text(
    '尚无结果已定的记录，因此不提供数值；结果未定的有{open}条。',
    '尚無結果已定的紀錄，因此不提供數值；結果未定的有{open}項。',
    'No case is decided yet, so no value is given. Cases of which the outcome is not known: {open}.',
  ),
  'kpi.many-undecided': text(
    '另有{undecided}条记录尚无结论，未计入（已计入{n}条）。得出结论有快有慢，先有结论的一类因此占比偏大，该数值可能偏高或偏低。',
    '另有{undecided}項紀錄尚未有結論，不計入（已計入{n}項）。得出結論有快有慢，先有結論的一類因此佔比偏大，該數值可能偏高或偏低。',
    'Left out because nobody knows yet what they are: {undecided} {undecided|case|cases}, beside {n} counted. What comes to light quickly then weighs more than what takes longer, so that the figure may be too high or too low.',
  ),
  'kpi.suppressed': text(
    '记录少于{minimum}条，或可据此推算出此类数值；为保护个人信息，不予显示。',
    '紀錄少於{minimum}項，或可據此推算出此類數值；為保障個人私隱，不予顯示。',
    'The figure speaks of fewer than {minimum} {minimum|case|cases}, or would give away one that does, and is held back to protect people.',
  ),
  'kpi.median-not-reached': text(
    '观察期内发生所计事件的记录不足一半，中位数尚不能确定。',
    '觀察期內發生所計事件的紀錄不足一半，中位數尚未能確定。',
    'The event that is counted has come to fewer than half so far, so the median is not known yet.',
  ),
  'kpi.quantile-not-reached': text(
    '尚未结案的记录过多，该分位数尚不能确定。',
    '尚未結案的紀錄過多，該分位數尚未能確定。',
    'Too many cases are still open for this quantile to be known.',
  ),
  'kpi.not-watched-so-long': text(
    '所有记录的观察均未满{time}（按该指标的时间单位），该时点的数值无从得知。',
    '所有紀錄的觀察均未滿{time}（按此指標的時間單位），該時點的數值無從得知。',
    'No case was followed as far as {time}, in the unit of time of this figure, so its value then is not known.',
  ),
  'kpi.within-limit-so-far': text(
    '时限届满时已无仍被观察的记录，数值为全部记录中至今已在时限内完成的占比（{value:percent}）：其余未结记录仍可能在时限内完成，因此至少如此。',
    '時限屆滿時已無仍被觀察的紀錄，數值為全部紀錄中至今已在時限內完成的佔比（{value:percent}）：其餘未完結紀錄仍可能在時限內完成，因此至少如此。',
    'No case was followed as far as the limit, so the figure is the share of all that has come within it so far ({value:percent}): it is at least that, as those still open may yet come within it.',
  ),
  'kpi.order-within-parts-unknown': text(
    '时长按时限的1/256归段，同段内未结记录与已完成记录的先后无从得知：该占比介于{least:percent}与{most:percent}之间，数值取其中点。',
    '時長按時限的1/256歸段，同段內未完結紀錄與已完成紀錄的先後無從得知：該佔比介於{least:percent}與{most:percent}之間，數值取其中點。',
    'Times are kept to 1/256 of the limit, and within it nobody knows whether open cases were last seen before others closed: the share lies between {least:percent} and {most:percent}, and the figure is the middle of both.',
  ),
  'kpi.funnel-undecided': text(
    '某一步骤尚无结果已定的记录，转化率尚不能确定；各步骤合计，结果未定的记录有{open}条。',
    '某一步驟尚無結果已定的紀錄，轉化率尚未能確定；各步驟合計，結果未定的紀錄有{open}項。',
    'At one step no case is decided yet, so the conversion is not known yet. Cases not decided, at all steps together: {open}.',
  ),
  'kpi.early-left-out': text(
    '有{early}次进入下一步，因所在步骤的观察期未满而未计入转化率：若当即计入，推进快的会先于不再推进的计入，转化率会虚高。',
    '有{early}次進入下一步，因所在步驟的觀察期未滿而未計入轉化率：若即時計入，進展快的會早於不再進展的計入，轉化率會虛高。',
    'Moves to a next step that are not in the shares, as the window at the step before is not over: {early}. Counted at once, the quick would be in before those who stay can be.',
  ),
  'kpi.guard-broken': text(
    '红线指标“{guard}”未达标（当前值{value:number}，限值{limit:number}），总分以{cap:number}分为上限，其他指标不能抵补。',
    '紅線指標「{guard}」未達標（現值{value:number}，限值{limit:number}），總分以{cap:number}分為上限，其他指標不能彌補。',
    'The guard “{guard}” does not hold (the value is {value:number}, the limit {limit:number}): the score is at most {cap:number}, whatever the other figures are.',
  ),
  'kpi.guard-unknown': text(
    '红线指标“{guard}”缺少足够数据，不能视为达标，总分以{cap:number}分为上限。',
    '紅線指標「{guard}」缺乏足夠數據，不能視作達標，總分以{cap:number}分為上限。',
    'Too little is known about the guard “{guard}” to say that it holds: the score is at most {cap:number}.',
  ),
  'kpi.guard-unsure': text(
    '红线指标“{guard}”按当前值{value:number}符合限值{limit:number}，但不能排除偶然因素，尚不足以说明确实达标。',
    '紅線指標「{guard}」按現值{value:number}符合限值{limit:number}，但不能排除偶然因素，尚不足以說明確實達標。',
    'The guard “{guard}” holds by its value of {value:number} against the limit of {limit:number}, but that may be chance: the cases do not show that it truly does.',
  ),
  'kpi.lines-missing': text(
    '以下指标缺少足够数据，未参与评分：{lines}。',
    '以下指標缺乏足夠數據，未有參與評分：{lines}。',
    'Too little is known of these figures to score them: {lines}.',
  ),
  'kpi.lines-unsure': text(
    '以下指标的记录太少，其得分一半以上可能出于偶然：{lines}。',
    '以下指標的紀錄太少，其得分一半以上可能純屬偶然：{lines}。',
    'Chance may account for more than half of the points of these figures, which rest on too few cases: {lines}.',
  ),
});

/** Names, formulas and caveats of the service KPIs in three languages. */
export const kpiMessages: Messages = mergeMessages(
  controlMessages,
  resultMessages,
  satisfactionMessages,
  responseMessages,
  efficiencyMessages,
  toolsMessages,
  assetsMessages,
  retentionMessages,
  acquisitionMessages,
  riskMessages,
  warningMessages,
  exclusionMessages,
  competenceMessages,
  adviserMessages,
  fairnessMessages,
);

import type { Messages } from 'aptfolio/evidence';
import { text } from '../01-advise/texts/text.js';

/** The account's own sentences. */
export const texts: Messages = {
  'page.title': text(
    'Which rebalancing policy? {years} years of returns',
    '该用哪种再平衡规则？{years}年收益实证',
    '該用哪種再平衡規則？{years}年回報實證',
  ),
  'page.note': text(
    'Returns and wealth are after inflation and after trading costs ({costs}), without money coming in or going out, unless something else is said. What happened is no promise of what will.',
    '除另有说明外，收益与财富均已扣除通胀及交易费用（{costs}），且期间无资金进出。过往表现不代表未来。',
    '除另有說明外，回報與財富均已扣除通脹及交易費用（{costs}），且期間無資金進出。過往表現不代表將來。',
  ),
  'page.footer': text('Returns: {source}.', '收益数据：{source}。', '回報數據：{source}。'),

  'headline.spread': text(
    'Best less worst rule, points a year',
    '最佳与最差规则之差（百分点/年）',
    '最佳與最差規則之差（百分點/年）',
  ),
  'headline.average': text(
    '{policy}: {class}, on average',
    '{policy}：{class}平均占比',
    '{policy}：{class}平均比重',
  ),
  'headline.fall': text('{policy}: largest fall', '{policy}：最大回撤', '{policy}：最大跌幅'),

  'step.outcome': text(
    '{portfolio}: what each policy came to',
    '{portfolio}：各规则的结果',
    '{portfolio}：各規則的結果',
  ),
  'step.parts': text(
    '{portfolio}: risk or rule?',
    '{portfolio}：风险还是规则？',
    '{portfolio}：風險還是規則？',
  ),
  'step.stretches': text(
    '{portfolio}: how sure are the differences?',
    '{portfolio}：差异有多可靠？',
    '{portfolio}：差異有多可靠？',
  ),
  'step.costs': text(
    '{portfolio}: what trading costs',
    '{portfolio}：交易的代价',
    '{portfolio}：交易的代價',
  ),
  'step.flows': text(
    '{portfolio}: money coming in or going out',
    '{portfolio}：有资金进出时',
    '{portfolio}：有資金進出時',
  ),
  'step.limits': text('What this does not show', '本比较未能说明的', '本比較未能說明的'),

  'outcome.spread': text(
    'The {count} rules that trade earned between {low} and {high} a year.',
    '{count}种会交易的规则，年化收益在{low}至{high}之间。',
    '{count}種會交易的規則，年率化回報介乎{low}至{high}。',
  ),
  'outcome.furthest': text(
    'Furthest from the target was “{policy}”: {return} a year with, on average, {average} {class} instead of {target}, and a largest fall of {fall}, against {referenceFall} with “{reference}”.',
    '偏离目标最远的是“{policy}”：年化收益{return}，但{class}平均占比为{average}而非{target}，最大回撤{fall}；“{reference}”则为{referenceFall}。',
    '偏離目標最遠的是「{policy}」：年率化回報{return}，但{class}平均比重為{average}而非{target}，最大跌幅{fall}；「{reference}」則為{referenceFall}。',
  ),
  'outcome.made-of': text(
    'Target: {target}. {from} to {to}, looked at once a year, at the year’s end. Turnover (purchases and sales by two) and cost (hundredths of a per cent) are those of a year. {source}.',
    '目标：{target}。{from}年至{to}年，每年年末检视一次。换手率（买卖合计的一半）及费用（基点）均为每年平均。{source}。',
    '目標：{target}。{from}年至{to}年，每年年末檢視一次。周轉率（買賣合計的一半）及費用（基點）均為每年平均。{source}。',
  ),
  'outcome.rules': text(
    'A rule in points or parts of the target acts when a class is further away than that at a year’s end; 5/25 is 5 points or a quarter of the target, whichever is less. Half way and to the edge: what is left of the distance is half of that, or all of it.',
    '以百分点或目标占比的几分之几表示的规则，在年末某类资产偏离超过该幅度时执行；5/25指5个百分点与目标占比的四分之一两者取小。“调至半途”及“调至边界”指调整后仍保留该幅度的一半或全部。',
    '以百分點或目標比重的幾分之幾表示的規則，在年末某類資產偏離超過該幅度時執行；5/25指5個百分點與目標比重的四分之一兩者取小。「調至半途」及「調至邊界」指調整後仍保留該幅度的一半或全部。',
  ),
  'outcome.alike': text(
    'For this target “{second}” is the same as “{first}”.',
    '就此目标而言，“{second}”与“{first}”完全相同。',
    '就此目標而言，「{second}」與「{first}」完全相同。',
  ),

  'parts.decision': text(
    '“{policy}” came to {total} points a year against “{reference}”: {weights} by the weights it drifted to, {rule} by the rule itself.',
    '“{policy}”相对“{reference}”每年{total}个百分点：其中{weights}来自漂移后的占比，{rule}来自规则本身。',
    '「{policy}」相對「{reference}」每年{total}個百分點：其中{weights}來自飄移後的比重，{rule}來自規則本身。',
  ),
  'parts.how': text(
    'By the weights: what a portfolio would have earned whose target is the policy’s own average weights, traded by “{reference}”. That much a client could have had by choosing another target on the first day, with the risk in plain sight. The rest is the rule: when it traded. Points a year. The interval (95%, Student’s t, as if years were independent) is that of the mean difference of single years between the policy and that portfolio.',
    '“占比”一栏：假设以该规则的平均占比为目标，并按“{reference}”执行，本可取得的收益；客户若一开始就选择这样的目标，风险一目了然，同样可以得到。其余才是规则本身（何时交易）的作用。单位：百分点/年。区间（95%，学生t分布，假设各年独立）针对该规则与上述组合逐年差异的平均值。',
    '「比重」一欄：假設以該規則的平均比重為目標，並按「{reference}」執行，本可取得的回報；客戶若一開始就選擇這樣的目標，風險一目了然，同樣可以得到。其餘才是規則本身（何時交易）的作用。單位：百分點/年。區間（95%，學生t分佈，假設各年獨立）針對該規則與上述組合逐年差異的平均值。',
  ),

  'parts.unclear': text(
    'What the rule itself did cannot be told from chance for {unclear} of {compared} policies.',
    '{compared}种规则中有{unclear}种，其规则本身的作用无法与偶然区分。',
    '{compared}種規則中有{unclear}種，其規則本身的作用無法與偶然區分。',
  ),

  'stretches.windows': text(
    'There are {windows} stretches of {years} years, but only {apart} of them do not overlap.',
    '共有{windows}段{years}年区间，但互不重叠的仅{apart}段。',
    '共有{windows}段{years}年區間，但互不重疊的僅{apart}段。',
  ),
  'stretches.unclear': text(
    'Year by year, the difference to “{reference}” cannot be told from chance for {unclear} of {compared} policies over {years} years; where it can, it may still be pay for risk.',
    '按{years}年逐年比较，{compared}种规则中有{unclear}种与“{reference}”的差异无法与偶然区分；即使可以区分，也可能只是风险的报酬。',
    '按{years}年逐年比較，{compared}種規則中有{unclear}種與「{reference}」的差異無法與偶然區分；即使可以區分，也可能只是風險的報酬。',
  ),
  'stretches.how': text(
    'Every policy starts anew in each stretch; figures are annual returns above “{reference}” in points. The range leaves out the lowest and the highest twentieth. The last two columns take the years one by one: the mean of the yearly differences and its 95% interval (Student’s t, as if years were independent). A rule that was ahead in every stretch was ahead in one past.',
    '每段区间内各规则均重新开始；数字为年化收益高于“{reference}”的百分点。“范围”已剔除最低及最高各二十分之一。最后两栏为逐年差异的平均值及其95%区间（学生t分布，假设各年独立）。即使每段区间都领先，也只是同一段历史中的领先。',
    '每段區間內各規則均重新開始；數字為年率化回報高於「{reference}」的百分點。「範圍」已剔除最低及最高各二十分之一。最後兩欄為逐年差異的平均值及其95%區間（學生t分佈，假設各年獨立）。即使每段區間都領先，也只是同一段歷史中的領先。',
  ),

  'costs.decision': text(
    'The most that costs took is {lost} hundredths of a per cent a year (“{policy}”, {costs}).',
    '费用最多使年化收益减少{lost}个基点（“{policy}”，{costs}）。',
    '費用最多使年率化回報減少{lost}個基點（「{policy}」，{costs}）。',
  ),
  'costs.how': text(
    'Annual return lost to costs, in hundredths of a per cent. Taxes and minimum charges would come on top; both fall on each trade, so that fewer trades matter more than these figures say.',
    '费用使年化收益减少的基点数。税项及最低收费未计在内；两者均按每笔交易发生，因此减少交易次数的好处比数字所示更大。',
    '費用使年率化回報減少的基點數。稅項及最低收費未計在內；兩者均按每筆交易發生，因此減少交易次數的好處比數字所示更大。',
  ),

  'flows.decision': text(
    '{flow}: “{policy}” held {average} {class} on average instead of {without}; tracking error {tracking} instead of {trackingWithout}.',
    '{flow}：“{policy}”的{class}平均占比为{average}，而非{without}；跟踪误差{tracking}，而非{trackingWithout}。',
    '{flow}：「{policy}」的{class}平均比重為{average}，而非{without}；追蹤誤差{tracking}，而非{trackingWithout}。',
  ),
  'flows.how': text(
    'Money that comes in buys what is furthest below its target, money that goes out comes from what is furthest above; a rule that never trades then rebalances by these flows alone. Bands are looked at before the flow is placed, so that money to place or to raise brings them sooner to their edge. Flows are a share of the value at the end of each year, so that money never runs out. Their own costs are counted.',
    '流入的资金买入低于目标最多的资产，流出的资金取自高于目标最多的资产；从不主动交易的规则此时仅靠资金进出实现再平衡。区间在资金进出安排之前检视，因此待投或待筹资金会使其更早触及边界。资金进出按每年年末价值的比例计算，因此不会耗尽；其交易费用亦计算在内。',
    '流入的資金買入低於目標最多的資產，流出的資金取自高於目標最多的資產；從不主動交易的規則此時僅靠資金進出實現再平衡。區間在資金進出安排之前檢視，因此待投或待籌資金會令其更早觸及邊界。資金進出按每年年末價值的比例計算，因此不會耗盡；其交易費用亦計算在內。',
  ),

  'limits.decision': text(
    'No policy is best. Choose the risk by the target; then take a rule that keeps to it, that costs little, and that will be kept.',
    '没有最好的规则。风险应通过目标来选择；再选一种能守住目标、费用低、又坚持得下去的规则。',
    '沒有最好的規則。風險應透過目標來選擇；再選一種能守住目標、費用低、又能堅持的規則。',
  ),
  'limits.risk': text(
    'The large differences are pay for risk that was taken by drifting, as the average weights show. What is left for the rules themselves is small, of either sign, and not the same for one target as for another.',
    '较大的差异是漂移所承担风险的报酬（见平均占比）。归于规则本身的部分很小，有正有负，且因目标而异。',
    '較大的差異是飄移所承擔風險的報酬（見平均比重）。歸於規則本身的部分很小，有正有負，且因目標而異。',
  ),
  'limits.one-past': text(
    'This is one past of one country. Rules that let the winner run look good where the winner went on winning.',
    '这只是一个国家的一段历史。在赢家一路领先的历史里，放任赢家的规则自然好看。',
    '這只是一個國家的一段歷史。在贏家一路領先的歷史裏，放任贏家的規則自然好看。',
  ),
  'limits.within-years': text(
    'Yearly returns hide what happens within a year: falls were deeper than shown, bands would have been left and reached again, and rules that look every day cannot be told from rules that look once a year.',
    '年度收益掩盖了年内的变化：实际回撤更深，占比可能多次越出又返回区间，每日检视与每年检视的规则也无从区分。',
    '年度回報掩蓋了年內的變化：實際跌幅更深，比重可能多次越出又返回區間，每日檢視與每年檢視的規則亦無從區分。',
  ),
  'limits.costs': text(
    'The costs are today’s and the same in every year; trading was dearer for most of this time. Taxes are left out.',
    '费用按今日水平计算且各年相同；这段时期的大部分时间里交易更贵。税项未计。',
    '費用按今日水平計算且各年相同；這段時期的大部分時間裏交易更貴。稅項未計。',
  ),
  'limits.flows': text(
    'Who takes out a fixed amount rather than a share can run out of money; then the order of good and bad years matters more than the rule.',
    '若每年提取固定金额而非固定比例，资金可能耗尽；届时好坏年份的先后比规则更重要。',
    '若每年提取固定金額而非固定比例，資金可能耗盡；屆時好壞年份的先後比規則更重要。',
  ),
  'limits.smoothed': text(
    'Not every series could have been traded at its price: the index of house prices is smoothed and no product, and the price of gold was fixed for decades, until 1971. Smooth series go on in the direction they took, which favours rules that trade late.',
    '并非每个序列都能按其价格交易：房价指数经过平滑且并非产品，金价在1971年以前数十年间固定不变。平滑的序列会延续原有方向，有利于较晚交易的规则。',
    '並非每個序列都能按其價格交易：樓價指數經過平滑且並非產品，金價在1971年以前數十年間固定不變。平滑的序列會延續原有方向，有利於較遲交易的規則。',
  ),

  'chart.weights': text(
    'Weight of {class} at each year’s end, before trading',
    '每年年末交易前{class}的占比',
    '每年年末交易前{class}的比重',
  ),
  'chart.parts': text(
    'Annual return above “{reference}” and where it comes from, points',
    '年化收益高于“{reference}”的部分及其来源（百分点）',
    '年率化回報高於「{reference}」的部分及其來源（百分點）',
  ),
  'chart.stretches': text(
    'Annual return above “{reference}” over stretches of {years} years, points: median, and all but the outer twentieths',
    '各{years}年区间内年化收益高于“{reference}”的百分点：中位数，以及剔除两端各二十分之一后的范围',
    '各{years}年區間內年率化回報高於「{reference}」的百分點：中位數，以及剔除兩端各二十分之一後的範圍',
  ),

  'head.policy': text('Policy', '规则', '規則'),
  'head.real': text('Return a year', '年化收益', '年率化回報'),
  'head.nominal': text('Before inflation', '未扣通胀', '未扣通脹'),
  'head.volatility': text('Volatility', '波动率', '波幅'),
  'head.fall': text('Largest fall', '最大回撤', '最大跌幅'),
  'head.wealth': text('1 became', '1元变为', '1元變為'),
  'head.average': text('Average {class}', '{class}平均占比', '{class}平均比重'),
  'head.largest': text('Most {class}', '{class}最高占比', '{class}最高比重'),
  'head.tracking': text('Tracking error', '跟踪误差', '追蹤誤差'),
  'head.trades': text('Trades', '交易次数', '交易次數'),
  'head.turnover': text('Turnover', '年换手率', '年周轉率'),
  'head.cost': text('Cost, bp', '费用（基点）', '費用（基點）'),
  'head.difference': text('Difference', '差异', '差異'),
  'head.of-weights': text('By the weights', '来自占比', '來自比重'),
  'head.of-rule': text('By the rule', '来自规则', '來自規則'),
  'head.median': text('Median', '中位数', '中位數'),
  'head.range': text('Range', '范围', '範圍'),
  'head.ahead': text('Ahead', '领先', '領先'),
  'head.deeper': text('Deeper fall', '回撤更深', '跌幅更深'),
  'head.yearly': text('Yearly', '逐年', '逐年'),
  'head.interval': text('95% interval', '95%区间', '95%區間'),

  'cell.percent': text('{x:percent}', '{x:percent}', '{x:percent}'),
  'cell.percent2': text('{x:percent2}', '{x:percent2}', '{x:percent2}'),
  'cell.weight': text(
    '{class} {weight:percent}',
    '{class}{weight:percent}',
    '{class}{weight:percent}',
  ),
  'cell.range': text('{low} to {high}', '{low}至{high}', '{low}至{high}'),
  'cell.of': text('{count} of {all}', '{count}/{all}', '{count}/{all}'),

  'portfolio.60-40': text('Shares and bonds 60/40', '股债60/40', '股債60/40'),
  'portfolio.broad': text('Five asset classes', '五类资产', '五類資產'),

  'class.SHARES': text('shares', '股票', '股票'),
  'class.BONDS': text('bonds', '债券', '債券'),
  'class.BILLS': text('bills', '国库券', '國庫券'),
  'class.GOLD': text('gold', '黄金', '黃金'),
  'class.REAL_ESTATE': text('real estate', '房地产', '房地產'),

  'policy.never': text('never', '从不', '從不'),
  'policy.yearly': text('every year', '每年', '每年'),
  'policy.two-years': text('every 2 years', '每2年', '每2年'),
  'policy.three-years': text('every 3 years', '每3年', '每3年'),
  'policy.five-years': text('every 5 years', '每5年', '每5年'),
  'policy.five-points': text(
    '5 points, to target',
    '偏离5个百分点，调至目标',
    '偏離5個百分點，調至目標',
  ),
  'policy.5-25-target': text('5/25, to target', '5/25，调至目标', '5/25，調至目標'),
  'policy.5-25-inner': text(
    '5/25, to 1 point from it',
    '5/25，调至距目标1个百分点',
    '5/25，調至距目標1個百分點',
  ),
  'policy.5-25-half': text('5/25, half way', '5/25，调至半途', '5/25，調至半途'),
  'policy.5-25-edge': text('5/25, to the edge', '5/25，调至边界', '5/25，調至邊界'),
  'policy.fifth-half': text(
    'a fifth of the target, half way',
    '偏离目标的五分之一，调至半途',
    '偏離目標的五分之一，調至半途',
  ),

  'costs.free': text('nothing', '零费用', '零費用'),
  'costs.ten': text('0.1% a trade', '每笔0.1%', '每筆0.1%'),
  'costs.fifty': text('0.5% a trade', '每笔0.5%', '每筆0.5%'),
  'costs.fund-fees': text('in 0.15%, out 0.5%', '申购0.15%、赎回0.5%', '認購0.15%、贖回0.5%'),

  'flow.saving': text('3% paid in a year', '每年投入3%', '每年投入3%'),
  'flow.spending': text('4% taken out a year', '每年提取4%', '每年提取4%'),
};

import type { Messages } from 'aptfolio/evidence';
import { text } from './text.js';

/** What was decided at each step, in one sentence, and what else there is to say. */
export const stepTexts: Messages = {
  'intake.decision': text(
    'Blocked at first: {score:percent} of what advice needs was known, and {threshold:percent} is the least. Once {count} questions were answered it was complete.',
    '首次不予建议：所需信息仅具备{score:percent}，最低要求为{threshold:percent}。补答{count}个问题后，信息完整。',
    '首次不予建議：所需資料只有{score:percent}，最低要求為{threshold:percent}。補答{count}條問題後，資料齊備。',
  ),
  'intake.complete': text(
    'Complete at once: {score:percent} of what advice needs was known, and {threshold:percent} is the least.',
    '信息完整：所需信息已具备{score:percent}，最低要求为{threshold:percent}。',
    '資料齊備：所需資料已有{score:percent}，最低要求為{threshold:percent}。',
  ),
  'intake.questions': text(
    'Asked next, the most important first: {fields}.',
    '按重要程度依次询问：{fields}。',
    '按重要程度依次查詢：{fields}。',
  ),
  'questionnaire.decision': text(
    '{level}: the lowest of overall score, capacity and tolerance counts. A weighted score alone would have said {weighted}.',
    '{level}：取总分、承担能力、承受意愿三者中最低者。若只看加权总分，则为{weighted}。',
    '{level}：取總分、承擔能力、承受意願三者中最低者。若只看加權總分，則為{weighted}。',
  ),
  'questionnaire.change': text(
    'One other answer to {item} (option {option} instead of {chosen}) would give {level}.',
    '若{item}改选第{option}项（现为第{chosen}项），等级将为{level}。',
    '若{item}改選第{option}項（現為第{chosen}項），級別將為{level}。',
  ),
  'questionnaire.validity': text(
    'Assessed on {assessedOn}, valid through {validThrough}. Knowledge limits how complex a product may be; it never raises the level.',
    '测评日{assessedOn}，有效期至{validThrough}（含当日）。知识水平只限制产品复杂程度，绝不提高等级。',
    '評估日{assessedOn}，有效期至{validThrough}（包括當日）。知識水平只限制產品複雜程度，絕不提高級別。',
  ),
  'profile.decision': text(
    'Aged {age}; life stage: {stage}. Saves {savingsRate:percent} of income; liquid money lasts {months:number} months. Confidence in the level: {confidence}.',
    '{age}岁，{stage}。储蓄率{savingsRate:percent}，流动资金可维持{months:number}个月。等级可信度：{confidence}。',
    '{age}歲，{stage}。儲蓄率{savingsRate:percent}，流動資金可維持{months:number}個月。級別可信度：{confidence}。',
  ),
  'profile.decision-unknown': text(
    'Aged {age}; life stage: {stage}. How much is saved, or how long liquid money lasts, cannot be said. Confidence in the level: {confidence}.',
    '{age}岁，{stage}。资料不足，无法给出储蓄率或流动资金可维持的月数。等级可信度：{confidence}。',
    '{age}歲，{stage}。資料不足，無法給出儲蓄率或流動資金可維持的月數。級別可信度：{confidence}。',
  ),
  'confidence.high': text('high', '高', '高'),
  'confidence.medium': text('medium', '中', '中'),
  'confidence.low': text('low', '低', '低'),
  'profile.contradictions': text(
    'Contradictions found: {count}.',
    '发现矛盾：{count}项。',
    '發現矛盾：{count}項。',
  ),
  'profile.rows': text(
    '{unique} bookings after removing duplicates, over {months} whole months; own transfers count as neither income nor spending.',
    '去重后{unique}笔交易，覆盖{months}个完整月份；本人账户间转账不计收支。',
    '去重後{unique}項交易，涵蓋{months}個完整月份；本人賬戶之間轉賬不計收支。',
  ),
  'figure.income': text('Mean monthly income', '月均收入', '每月平均收入'),
  'figure.expense': text('Mean monthly spending', '月均支出', '每月平均支出'),
  'figure.savings': text('Savings rate', '储蓄率', '儲蓄率'),
  'figure.variation': text('Variation of monthly income', '月收入变异系数', '每月收入變異系數'),
  'figure.variation-ex': text(
    'The same without the bonus',
    '不含奖金的变异系数',
    '不計花紅的變異系數',
  ),
  'figure.recurring': text('Recurring share of income', '经常性收入占比', '經常性收入比例'),
  'figure.debt-service': text('Debt service / income', '偿债支出 / 收入', '償債支出 / 收入'),
  'figure.essential': text('Essential spending a month', '月必要支出', '每月必要支出'),
  'figure.assets': text('Financial assets', '金融资产', '金融資產'),
  'figure.net': text('Financial assets less debts', '金融净资产', '金融資產淨值'),
  'figure.liquid': text('Liquid share', '流动资产占比', '流動資產比例'),
  'figure.largest': text('Largest holding: {id}', '最大单一持仓：{id}', '最大單一持倉：{id}'),
  'figure.employer': text('Employer’s stock: {id}', '雇主股票：{id}', '僱主股票：{id}'),
  'figure.hhi': text(
    'Concentration (Herfindahl)',
    '集中度（赫芬达尔指数）',
    '集中度（赫芬達爾指數）',
  ),
  'figure.foreign': text('Share in other currencies', '外币占比', '外幣比例'),
  'needs.decision': text(
    '{count} needs, the most pressing first: {first:money} lie idle above a reserve of {months} months.',
    '共{count}项需求，按迫切程度排列，首要的是超出{months}个月备用金的闲置资金{first:money}。',
    '共{count}項需求，按迫切程度排列，首要的是超出{months}個月備用金的閒置資金{first:money}。',
  ),
  'required.decision': text(
    'The goal requires {required:percent2} a year after costs; the products can be expected to bring {net:percent2}. Need does not raise the level.',
    '目标所需年化净收益为{required:percent2}，所选产品预期净收益为{net:percent2}。需求不会提高风险等级。',
    '目標所需年化淨回報為{required:percent2}，所選產品預期淨回報為{net:percent2}。需求不會提高風險級別。',
  ),
  'required.missed': text(
    'No return would do: {shortfall:money} are missing. Need does not raise the level.',
    '任何收益率都无法达成：尚缺{shortfall:money}。需求不会提高风险等级。',
    '任何回報率均無法達成：尚欠{shortfall:money}。需求不會提高風險級別。',
  ),
  'required.plain': text(
    'The goal needs no further return.',
    '目标无需更高收益。',
    '目標毋須更高回報。',
  ),
  'allocation.decision': text(
    '{level}: expected return {mean:percent2}, volatility {volatility:percent2} a year. The certificate’s largest residual is {residual:number}.',
    '{level}：预期收益{mean:percent2}，年波动率{volatility:percent2}。最优性证书的最大残差为{residual:number}。',
    '{level}：預期回報{mean:percent2}，年波幅{volatility:percent2}。最優性證書的最大殘差為{residual:number}。',
  ),
  'allocation.price': text(
    'The shadow price is what utility (expected return less the charge for risk, a year) would gain for each unit by which the limit is loosened.',
    '影子价格指限制每放宽一个单位，效用（年预期收益减去风险扣减）可增加多少。',
    '影子價格指限制每放寬一個單位，效用（年預期回報減去風險扣減）可增加多少。',
  ),
  'allocation.risk': text(
    'In one year out of twenty the loss is more than {var:percent2}; in those years it is {es:percent2} on average.',
    '平均每二十年中有一年亏损超过{var:percent2}；在这些年份平均亏损{es:percent2}。',
    '平均每二十年有一年虧損超過{var:percent2}；該等年份平均虧損{es:percent2}。',
  ),
  'selection.decision': text(
    '{eligible} of {count} products are open to {level}; {chosen} are chosen. Tracking error {trackingError:percent2}.',
    '{count}只产品中有{eligible}只适合{level}客户，选用{chosen}只。跟踪误差{trackingError:percent2}。',
    '{count}項產品中有{eligible}項適合{level}客戶，選用{chosen}項。追蹤誤差{trackingError:percent2}。',
  ),
  'selection.rejected': text(
    '{id} {name}: {reasons}',
    '{id} {name}：{reasons}',
    '{id} {name}：{reasons}',
  ),
  'costs.decision': text(
    '{firstYear:money} in the first year, {ongoing:money} in each year after. Over {years} years costs take {ry:percent2} a year off the return.',
    '首年{firstYear:money}，此后每年{ongoing:money}。{years}年内费用使年化收益减少{ry:percent2}。',
    '首年{firstYear:money}，其後每年{ongoing:money}。{years}年內費用令年化回報減少{ry:percent2}。',
  ),
  'projection.decision': text(
    'The goal of {target:money} is reached with a probability of {closed:percent}; the simulation of {paths:number} paths says {simulated:percent}.',
    '达到目标{target:money}的概率为{closed:percent}；{paths:number}条路径的模拟结果为{simulated:percent}。',
    '達到目標{target:money}的機會率為{closed:percent}；{paths:number}條路徑的模擬結果為{simulated:percent}。',
  ),
  'projection.method': text(
    'Closed form: the lognormal with the exact mean and standard deviation. Simulation: {generator}, seed {seed}; its probability lies between {low:percent2} and {high:percent2} (95%).',
    '闭式解：与精确均值、标准差相符的对数正态分布。模拟：{generator}，种子{seed}；概率的95%区间为{low:percent2}至{high:percent2}。',
    '閉式解：與精確平均值、標準差相符的對數正態分佈。模擬：{generator}，種子{seed}；機會率的95%區間為{low:percent2}至{high:percent2}。',
  ),
  'proposal.complete': text(
    'Complete, so it may be shown: risk, direction, returns, fees, liquidity and conflicts of interest.',
    '内容完整，可以出示：风险特征、投资方向、收益情景、费用、流动性与利益冲突。',
    '內容完整，可予出示：風險特徵、投資方向、回報情景、費用、流動性與利益衝突。',
  ),
  'proposal.incomplete': text(
    'Not shown: something that must be disclosed is missing.',
    '不予出示：缺少必须披露的内容。',
    '不予出示：欠缺必須披露的內容。',
  ),
  'proposal.risk': text(
    'Risk: for {level}; the highest product rating is {rating}. Volatility {volatility:percent2} a year.',
    '风险特征：适合{level}；产品最高风险等级为{rating}；年波动率{volatility:percent2}。',
    '風險特徵：適合{level}；產品最高風險評級為{rating}；年波幅{volatility:percent2}。',
  ),
  'proposal.liquidity': text(
    'Liquidity: {free:percent} can be asked back at any time; the longest lock-up is {days} days.',
    '流动性：{free:percent}可随时赎回；最长封闭期{days}天。',
    '流動性：{free:percent}可隨時贖回；最長鎖定期{days}日。',
  ),
  'proposal.hash': text(
    'The client’s consent is bound to the proposal’s hash {hash}.',
    '客户的同意与建议书哈希值绑定：{hash}。',
    '客戶的同意與建議書雜湊值綁定：{hash}。',
  ),
  'orders.decision': text(
    '{count} orders for {gross:money} exactly, fees {fee:money}. All checks passed, all settled.',
    '共{count}笔委托，合计{gross:money}（精确到分）；费用{fee:money}。检查全部通过，均已交收。',
    '共{count}項指示，合計{gross:money}（精確至分）；費用{fee:money}。檢查全部通過，均已交收。',
  ),
  'orders.residual': text(
    'Whole yuan only; the residual of {residual:money} goes into {product}.',
    '金额取整到元；余额{residual:money}计入{product}。',
    '金額取整至元；餘額{residual:money}撥入{product}。',
  ),
  'orders.twice': text(
    'The second submission of the same order: {reason}',
    '同一委托再次提交：{reason}',
    '同一指示再次提交：{reason}',
  ),
  'monitoring.decision': text(
    'Worth {total:money} on {asOf}. Out of their bands: {classes}.',
    '{asOf}的市值为{total:money}。超出阈值的类别：{classes}。',
    '{asOf}的市值為{total:money}。超出界限的類別：{classes}。',
  ),
  'rebalancing.trade': text(
    'Trade: the gain of {gain:money} in a year (certainty equivalent) exceeds the cost of {cost:money}.',
    '调整：一年收益{gain:money}（确定性等值）高于成本{cost:money}。',
    '調整：一年得益{gain:money}（確定性等值）高於成本{cost:money}。',
  ),
  'rebalancing.hold': text(
    'Hold: the gain of {gain:money} in a year (certainty equivalent) does not exceed the cost of {cost:money}.',
    '不调整：一年收益{gain:money}（确定性等值）不高于成本{cost:money}。',
    '不調整：一年得益{gain:money}（確定性等值）不高於成本{cost:money}。',
  ),
  'rebalancing.dropped': text(
    'Not traded: {side} {product}, {amount:money}. {reasons}',
    '未交易：{side}{product}，{amount:money}。{reasons}',
    '未交易：{side}{product}，{amount:money}。{reasons}',
  ),
  'report.decision': text(
    'The opening holdings returned {before:percent2} before and {after:percent2} after entry fees; the client’s own money-weighted return is {xirr} a year.',
    '期初持仓收益：申购费前{before:percent2}，申购费后{after:percent2}；客户的年化资金加权收益率：{xirr}。',
    '期初持倉回報：認購費前{before:percent2}，認購費後{after:percent2}；客戶的年化資金加權回報率：{xirr}。',
  ),
  'report.undefined': text('not defined', '无法计算', '無法計算'),
  'bridge.opening': text('Invested at the start', '期初投入', '期初投入'),
  'bridge.closing': text('Value at the end', '期末市值', '期末市值'),
  'bridge.status.explained': text(
    'The bridge adds up to the cent.',
    '各项之和与期末市值一致，精确到分。',
    '各項之和與期末市值一致，精確至分。',
  ),
  'bridge.status.unexplained': text(
    'The bridge leaves {rest:money} unexplained.',
    '尚有{rest:money}未得到解释。',
    '尚有{rest:money}未能解釋。',
  ),
  'service.decision': text(
    'Satisfied clients {topTwo:percent}; renewal {renewal:percent}; {sla:percent} of risk events within the agreed time.',
    '满意客户占比{topTwo:percent}；续约率{renewal:percent}；风险事件按时处理率{sla:percent}。',
    '滿意客戶比例{topTwo:percent}；續約率{renewal:percent}；風險事件按時處理率{sla:percent}。',
  ),
  'service.conversion': text(
    'Campaign conversion has two meanings, kept apart: {converted:percent} of those reached bought something; {brought:percent} of new clients came from campaigns.',
    '“活动转化”有两种含义，不可混用：触达客户中有{converted:percent}购买；新客户中有{brought:percent}来自活动。',
    '「活動轉化」有兩種含義，不可混用：接觸的客戶中有{converted:percent}購買；新客戶中有{brought:percent}來自活動。',
  ),
  'improvement.decision': text(
    'Satisfied clients went from {before:percent} to {after:percent}: {difference:number} percentage points more, 95% interval {low:number} to {high:number}, two-sided p {p:number}.',
    '满意客户占比由{before:percent}升至{after:percent}，增加{difference:number}个百分点（95%区间{low:number}至{high:number}，双侧p值{p:number}）。',
    '滿意客戶比例由{before:percent}升至{after:percent}，增加{difference:number}個百分點（95%區間{low:number}至{high:number}，雙側p值{p:number}）。',
  ),
  'improvement.none': text(
    'The two surveys cannot be compared.',
    '两次调查无法比较。',
    '兩次調查無法比較。',
  ),
  'cases.decision': text(
    '{count} cases, each one call. The packs of rules were asked {asked} times; every answer is on record and, decided again, gives {replays}.',
    '{count}种情形，各以一次调用演示。规则包共判断{asked}次，每次均有记录；重新判断的结果：{replays}。',
    '{count}種情形，各以一次調用示範。規則包共判斷{asked}次，每次均有紀錄；重新判斷的結果：{replays}。',
  ),
  'stopped.decision': text(
    'The case stopped at “{step}”: {status}.',
    '流程止于“{step}”：{status}。',
    '流程止於「{step}」：{status}。',
  ),
  'stopped.step.intake': text('intake', '信息采集', '資料收集'),
  'stopped.step.questionnaire': text('risk questionnaire', '风险测评', '風險評估'),
  'stopped.step.profile': text('profile', '客户画像', '客戶概覽'),
  'stopped.step.needs': text('needs', '需求分析', '需求分析'),
  'stopped.step.allocation': text('allocation', '资产配置', '資產配置'),
  'stopped.step.selection': text('product selection', '产品选择', '產品挑選'),
  'stopped.step.orders': text('orders', '交易委托', '交易指示'),
  'stopped.incomplete': text(
    'something must be answered or seen to first',
    '须先补充信息',
    '須先補充資料',
  ),
  'stopped.blocked': text(
    'this client may not be advised now',
    '目前不得向该客户提供建议',
    '現時不得向該客戶提供建議',
  ),
  'stopped.nothing-to-invest': text(
    'there is no money to invest',
    '没有可投资资金',
    '沒有可投資資金',
  ),
  'stopped.not-possible': text('nothing fits', '没有合适的方案', '沒有合適的方案'),
};

import { type Messages, localisedText as text } from '../evidence/index.js';
import { actionMessages } from './actions/messages.js';
import { behaviourMessages } from './behaviour/messages.js';
import { cashFlowMessages } from './cash-flow/messages.js';
import { factMessages } from './facts/messages.js';
import { needMessages } from './needs/messages.js';
import { privacyMessages } from './privacy/messages.js';
import { profileMessages } from './profile/messages.js';
import { recurringMessages } from './recurring/messages.js';
import { clientTerms } from './terms.js';

/** What is said about a client's circumstances, needs and contradictions, and the names of kinds, in three languages. */
export const clientMessages: Messages = Object.freeze({
  ...actionMessages,
  ...behaviourMessages,
  ...cashFlowMessages,
  ...factMessages,
  ...needMessages,
  ...privacyMessages,
  ...profileMessages,
  ...recurringMessages,
  ...clientTerms,
  'client.incomplete': text(
    '客户信息完整度为{score:percent}，低于提供建议所需的{threshold:percent}，请先补充资料。',
    '客戶資料完整度為{score:percent}，低於提供建議所需的{threshold:percent}，請先補充資料。',
    'What is known about the client is {score:percent} complete, below the {threshold:percent} that advice needs. Please complete it first.',
  ),

  'client.minor': text(
    '客户现年{age}周岁，未满{adultAge}周岁，须由法定代理人办理。',
    '客戶現年{age}歲，未滿{adultAge}歲，須由法定代理人辦理。',
    'The client is {age}, below {adultAge}; only a legal guardian can act.',
  ),
  'client.frozen': text(
    '客户账户已被冻结，暂不能提供建议。',
    '客戶賬戶已被凍結，暫時不能提供建議。',
    'The client’s account is frozen, so no advice can be given.',
  ),
  'client.closed': text(
    '客户账户已销户，不能提供建议。',
    '客戶賬戶已經結束，不能提供建議。',
    'The client’s account is closed, so no advice can be given.',
  ),
  'client.deceased': text(
    '客户已故，须按继承程序办理。',
    '客戶已經離世，須按遺產程序辦理。',
    'The client has died; the estate has to be settled first.',
  ),
  'client.no-profiling-consent': text(
    '客户尚未同意对其资料进行分析，取得同意前不能形成画像或提供建议。',
    '客戶尚未同意分析其資料，取得同意前不能建立概覽或提供建議。',
    'The client has not agreed to the analysis of personal data. Without consent there can be no advice.',
  ),
  'client.special-care': text(
    '客户现年{age}周岁（{specialCareAge}周岁及以上），销售高风险产品须履行特别注意义务。',
    '客戶現年{age}歲（{specialCareAge}歲或以上），銷售高風險產品須履行特別注意義務。',
    'The client is {age}; from {specialCareAge}, special care is due when high-risk products are sold.',
  ),
  'client.no-assessment': text(
    '尚未进行风险测评，不能提供建议。',
    '尚未進行風險評估，不能提供建議。',
    'There is no risk assessment yet, so no advice can be given.',
  ),
  'client.assessment-expired': text(
    '风险测评有效期至{validThrough}，已经过期，须重新测评。',
    '風險評估有效期至{validThrough}，現已過期，須重新評估。',
    'The risk assessment counted through {validThrough}. A new one is needed.',
  ),
  'client.short-history': text(
    '所需{months}个月中只有{observed}个月有交易记录，收支数据仅供参考。',
    '所需{months}個月中只有{observed}個月有交易紀錄，收支數據僅供參考。',
    'Bookings are there for only {observed} of {months} {months|month|months}, so the cash flow is a rough guide.',
  ),
  'client.rows-not-used': text(
    '有{rows}笔交易记录因数据有误未纳入计算。',
    '有{rows}項交易紀錄因資料有誤未有計算在內。',
    'Bookings that could not be used because their data are faulty: {rows}.',
  ),
  'client.missing-rate': text(
    '缺少{from}兑{to}的汇率，无法给出合计；缺少的汇率不会按零处理。',
    '欠缺{from}兌{to}的匯率，未能提供總額；欠缺的匯率不會當作零計算。',
    'The rate from {from} to {to} is missing, so no total is given; what cannot be valued does not count as nothing.',
  ),
  'client.deposit-insurance-excess': text(
    '存款超出存款保险最高偿付限额（{limit:money}）的部分为{excess:money}。',
    '存款超出存款保障上限（{limit:money}）的部分為{excess:money}。',
    'Deposits exceed the guarantee of {limit:money} by {excess:money}.',
  ),

  'client.no-loss-but-equity': text(
    '客户表示最多只能接受{acceptedLoss:percent}的亏损，但金融资产中有{equityShare:percent}为权益类资产，两者不符。',
    '客戶表示最多只能接受{acceptedLoss:percent}的虧損，但金融資產中有{equityShare:percent}為股票類資產，兩者不符。',
    'The client says to accept a loss of at most {acceptedLoss:percent}, but holds {equityShare:percent} in shares.',
  ),
  'client.no-loss-but-equity.question': text(
    '您表示最多只能接受{acceptedLoss:percent}的亏损，而目前{equityShare:percent}的金融资产会随股市涨跌。您是有意持有，还是希望降低风险？',
    '閣下表示最多只能接受{acceptedLoss:percent}的虧損，而目前{equityShare:percent}的金融資產會隨股市升跌。閣下是有意持有，還是希望降低風險？',
    'You said you would accept a loss of at most {acceptedLoss:percent}, yet {equityShare:percent} of your financial assets rise and fall with the stock market. Do you mean to hold them, or would you rather take less risk?',
  ),
  'client.tolerance-above-capacity': text(
    '风险承受意愿为{toleranceLevel}（{tolerance:number}分），明显高于风险承担能力{otherLevel}（{other:number}分）。',
    '承受風險的意願屬{toleranceLevel}（{tolerance:number}分），明顯高於承擔風險的能力{otherLevel}（{other:number}分）。',
    'The willingness to take risk ({toleranceLevel}, {tolerance:number} {tolerance|point|points}) is far above the capacity to bear losses ({otherLevel}, {other:number} {other|point|points}).',
  ),
  'client.tolerance-above-capacity.question': text(
    '您的风险承受意愿（{toleranceLevel}，{tolerance:number}分）高于财务上能够承担的水平（{otherLevel}，{other:number}分）。如果出现较大亏损，您的生活会受到怎样的影响？',
    '閣下承受風險的意願（{toleranceLevel}，{tolerance:number}分）高於財務上能夠承擔的水平（{otherLevel}，{other:number}分）。如出現較大虧損，閣下的生活會受到怎樣的影響？',
    'You are willing to take more risk ({toleranceLevel}, {tolerance:number} {tolerance|point|points}) than your finances can bear ({otherLevel}, {other:number} {other|point|points}). What would a large loss mean for your daily life?',
  ),
  'client.tolerance-above-knowledge': text(
    '风险承受意愿为{toleranceLevel}（{tolerance:number}分），明显高于投资知识与经验{otherLevel}（{other:number}分）。',
    '承受風險的意願屬{toleranceLevel}（{tolerance:number}分），明顯高於投資知識及經驗{otherLevel}（{other:number}分）。',
    'The willingness to take risk ({toleranceLevel}, {tolerance:number} {tolerance|point|points}) is far above knowledge and experience ({otherLevel}, {other:number} {other|point|points}).',
  ),
  'client.tolerance-above-knowledge.question': text(
    '您愿意承担较高风险（{toleranceLevel}，{tolerance:number}分），但投资知识与经验得分为{other:number}（{otherLevel}）。您了解这类产品可能出现的亏损吗？',
    '閣下願意承受較高風險（{toleranceLevel}，{tolerance:number}分），但投資知識及經驗得分為{other:number}（{otherLevel}）。閣下是否了解這類產品可能出現的虧損？',
    'You are willing to take much risk ({toleranceLevel}, {tolerance:number} {tolerance|point|points}), while your knowledge and experience score {other:number} ({otherLevel}). Do you know what such products can lose?',
  ),
  'client.capacity-without-reserve': text(
    '风险承担能力为{capacityLevel}（{capacity:number}分），但流动资金只够{months:number}个月的必要支出，低于{reserveMonths}个月。',
    '承擔風險的能力屬{capacityLevel}（{capacity:number}分），但流動資金只夠{months:number}個月的必要開支，低於{reserveMonths}個月。',
    'The capacity to bear losses is {capacityLevel} ({capacity:number} {capacity|point|points}), but the money at hand, in months of essential spending, comes to only {months:number}, not {reserveMonths}.',
  ),
  'client.capacity-without-reserve.question': text(
    '您的流动资金约够{months:number}个月的必要支出（建议{reserveMonths}个月；风险承担能力{capacityLevel}，{capacity:number}分）。除此之外，您还有其他可以随时动用的资金吗？',
    '閣下的流動資金約夠{months:number}個月的必要開支（建議{reserveMonths}個月；承擔風險的能力{capacityLevel}，{capacity:number}分）。除此以外，閣下還有其他可隨時動用的資金嗎？',
    'Your money at hand, in months of essential spending, comes to about {months:number} (we suggest {reserveMonths}; capacity {capacityLevel}, {capacity:number} {capacity|point|points}). Do you have other money that you could use at any time?',
  ),

  'client.need-overdraft': text(
    '账户{accounts}已透支{amount:money}，建议先行归还。',
    '賬戶{accounts}已透支{amount:money}，建議先行清還。',
    'Account {accounts} is overdrawn by {amount:money}. It should be repaid first.',
  ),
  'client.need-reserve': text(
    '流动资金{liquid:money}，较{months}个月的备用金{reserve:money}少{amount:money}。',
    '流動資金{liquid:money}，較{months}個月的備用金{reserve:money}少{amount:money}。',
    'There is {liquid:money} at hand, {amount:money} less than the {months}-month reserve of {reserve:money}.',
  ),
  'client.need-idle-cash': text(
    '活期存款和货币基金共{liquid:money}，扣除{months}个月的备用金{reserve:money}后，闲置{amount:money}。',
    '活期存款及貨幣基金共{liquid:money}，扣除{months}個月的備用金{reserve:money}後，閒置{amount:money}。',
    'Of {liquid:money} in demand deposits and money funds, {amount:money} is idle beyond the {months}-month reserve ({reserve:money}).',
  ),
  'client.need-idle-cash-irregular': text(
    '活期存款和货币基金共{liquid:money}。由于部分收入（{incomes}）不稳定，备用金按{months}个月计为{reserve:money}，其余{amount:money}闲置。',
    '活期存款及貨幣基金共{liquid:money}。由於部分收入（{incomes}）並不穩定，備用金以{months}個月計為{reserve:money}，其餘{amount:money}閒置。',
    'Of {liquid:money} in demand deposits and money funds, {amount:money} is idle. The {months}-month reserve ({reserve:money}) allows for irregular income ({incomes}).',
  ),
  'client.need-goal': text(
    '目标“{goal}”：{years}年后需要{amount:money}。',
    '目標「{goal}」：{years}年後需要{amount:money}。',
    'Goal “{goal}”: {amount:money} will be needed at the {years}-year mark.',
  ),
  'client.need-concentration': text(
    '{issuer}占金融资产的{share:percent2}，高于{limit:percent}的上限；降至上限需卖出{amount:money}。',
    '{issuer}佔金融資產的{share:percent2}，高於{limit:percent}的上限；降至上限須賣出{amount:money}。',
    '{issuer} makes up {share:percent2} of the financial assets, more than the limit of {limit:percent}. Keeping to it means selling {amount:money}.',
  ),
  'client.need-employer-concentration': text(
    '任职公司的证券（{issuer}）占金融资产的{share:percent2}，高于{limit:percent}的上限；工作与投资系于同一家公司，降至上限需卖出{amount:money}。',
    '任職公司的證券（{issuer}）佔金融資產的{share:percent2}，高於{limit:percent}的上限；工作與投資繫於同一家公司，降至上限須賣出{amount:money}。',
    'Securities of the {issuer} make up {share:percent2} of the financial assets, more than the limit of {limit:percent}: job and savings hang on one company. Keeping to it means selling {amount:money}.',
  ),
  'client.sell-at-once': text(
    '一次卖出{amount:money}：集中风险立即消除，但成交价取决于当日。',
    '一次賣出{amount:money}：集中風險即時消除，但成交價取決於當日。',
    'Sell {amount:money} at once: the concentration ends today, at today’s price.',
  ),
  'client.sell-in-stages': text(
    '分{parts}次在{months}个月内卖出{amount:money}：价格和税负得以分散，但风险会持续更久。',
    '分{parts}次在{months}個月內賣出{amount:money}：價格及稅項得以分散，但風險會持續較久。',
    'Sell {amount:money} in stages (parts: {parts}; months: {months}): price and tax are spread, but the risk lasts longer.',
  ),
  'client.need-maturity': text(
    '{holding}将于{date}到期（{days}天后），本金{principal:money}，需安排去向。',
    '{holding}將於{date}到期（{days}日後），本金{principal:money}，須安排去向。',
    '{holding} matures on {date} (days from now: {days}). What becomes of {principal:money} has to be decided.',
  ),
  'client.need-maturity-passed': text(
    '{holding}已于{date}到期，本金{principal:money}尚待安排。',
    '{holding}已於{date}到期，本金{principal:money}尚待安排。',
    '{holding} matured on {date}. What becomes of {principal:money} is still to be decided.',
  ),
  'client.need-undetermined': text(
    '缺少{missing:term}，无法判断。',
    '欠缺{missing:term}，未能判斷。',
    'This cannot be judged, because {missing:term} is missing.',
  ),

  'client.goal-already-met': text(
    '现有资金已足够，尚余{surplus:money}。',
    '現有資金已經足夠，尚餘{surplus:money}。',
    'What is there today is enough, with {surplus:money} to spare.',
  ),
  'client.goal-met-by-saving': text(
    '按计划储蓄即可达成，无需投资收益，尚余{surplus:money}。',
    '按計劃儲蓄即可達成，毋須投資回報，尚餘{surplus:money}。',
    'The planned saving is enough without any return, with {surplus:money} to spare.',
  ),
  'client.goal-day-has-come': text(
    '资金使用日已到，尚缺{shortfall:money}。',
    '需要動用資金的日子已到，尚欠{shortfall:money}。',
    'The day has come and {shortfall:money} is missing.',
  ),
  'client.goal-out-of-reach': text(
    '即使年收益率达到{highestReturn:percent}仍无法达成，尚缺{shortfall:money}。',
    '即使年回報率達{highestReturn:percent}仍無法達成，尚欠{shortfall:money}。',
    'Even {highestReturn:percent} a year would not do; {shortfall:money} is missing.',
  ),
  'client.return-required': text(
    '达成目标所需的年化净收益率为{requiredReturn:percent2}。',
    '達成目標所需的年化淨回報率為{requiredReturn:percent2}。',
    'The goal requires a net return of {requiredReturn:percent2} a year.',
  ),
  'client.return-within-reach': text(
    '达成目标所需的年化净收益率为{requiredReturn:percent2}，不高于您的等级可预期的{achievableReturn:percent2}（预期并非承诺）。',
    '達成目標所需的年化淨回報率為{requiredReturn:percent2}，不高於閣下級別可預期的{achievableReturn:percent2}（預期並非承諾）。',
    'The goal requires {requiredReturn:percent2} a year, no more than the {achievableReturn:percent2} that your level can be expected to bring. An expectation is no promise.',
  ),
  'client.return-beyond-level': text(
    '达成目标所需的年化净收益率为{requiredReturn:percent2}，高于您的等级可预期的{achievableReturn:percent2}。风险等级不会因此提高；可以多存、延后或降低目标。',
    '達成目標所需的年化淨回報率為{requiredReturn:percent2}，高於閣下級別可預期的{achievableReturn:percent2}。風險級別不會因此提高；可以多儲蓄、延後或降低目標。',
    'The goal requires {requiredReturn:percent2} a year, more than the {achievableReturn:percent2} that your level can be expected to bring. That does not raise the level: save more, later, or less.',
  ),
  'client.save-more': text(
    '多存：每月存入{monthlyContribution:money}。',
    '多儲蓄：每月存入{monthlyContribution:money}。',
    'Save more: {monthlyContribution:money} a month.',
  ),
  'client.save-longer': text(
    '延后：{years}年后达到届时所需的{target:money}。',
    '延後：{years}年後達到屆時所需的{target:money}。',
    'Later: at the {years}-year mark, when {target:money} will be needed.',
  ),
  'client.aim-lower': text(
    '降低目标：届时可达{target:money}，相当于今天的{today:money}。',
    '降低目標：屆時可達{target:money}，相當於今日的{today:money}。',
    'Less: {target:money} by the day, worth {today:money} in today’s money.',
  ),

  'client.need.overdraft': text('透支', '透支', 'Overdraft'),
  'client.need.reserve-gap': text('备用金不足', '備用金不足', 'Reserve too small'),
  'client.need.idle-cash': text('闲置资金', '閒置資金', 'Idle cash'),
  'client.need.goal': text('目标储蓄', '目標儲蓄', 'Goal'),
  'client.need.concentration': text('持仓集中', '持倉集中', 'Concentration'),
  'client.need.maturity': text('即将到期', '即將到期', 'Maturity'),
  'client.need.deposit-insurance': text('超出存款保险', '超出存款保障', 'Beyond deposit insurance'),
  'client.need.long-term-goal': text('长期目标', '長期目標', 'Long-term goal'),

  'client.life-stage.minor': text('未成年', '未成年', 'Minor'),
  'client.life-stage.starting-out': text('职业起步期', '事業起步期', 'Starting out'),
  'client.life-stage.raising-family': text('子女养育期', '養育子女期', 'Raising a family'),
  'client.life-stage.established': text('事业稳定期', '事業穩定期', 'Established'),
  'client.life-stage.before-retirement': text('退休准备期', '準備退休期', 'Before retirement'),
  'client.life-stage.retired': text('退休期', '退休期', 'Retired'),

  'client.class.cash': text('现金及存款', '現金及存款', 'Cash and deposits'),
  'client.class.fixed-income': text('固定收益', '固定收益', 'Fixed income'),
  'client.class.equity': text('权益', '股票', 'Shares'),
  'client.class.mixed': text('混合类', '混合類', 'Mixed'),
  'client.class.gold': text('黄金', '黃金', 'Gold'),
  'client.class.other': text('其他资产', '其他資產', 'Other'),
  'client.class.property': text('房产', '物業', 'Property'),
});

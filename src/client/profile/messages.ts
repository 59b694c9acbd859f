import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What a profile says about care, stated preferences and contradictions. */
export const profileMessages: Messages = Object.freeze({
  'client.implausible-age': text(
    '按出生日期推算，客户现年{age}周岁，超过{implausibleAgeAbove}周岁，请核实出生日期。',
    '按出生日期推算，客戶現年{age}歲，超過{implausibleAgeAbove}歲，請核實出生日期。',
    'By the birth date the client is {age}, above {implausibleAgeAbove}. Please check the birth date.',
  ),
  'client.no-level': text(
    '风险测评未能得出风险等级，不能提供建议。',
    '風險評估未能得出風險級別，不能提供建議。',
    'The risk assessment came to no level, so no advice can be given.',
  ),
  'client.level-capped': text(
    '因客户需要特别关注，风险等级以{cap}为上限。',
    '由於客戶需要特別關顧，風險級別以{cap}為上限。',
    'Because special care is due, the level is {cap} at most.',
  ),

  'client.care-advanced-age': text(
    '客户自{since}起属高龄客户，须给予特别关注。',
    '客戶自{since}起屬高齡客戶，須給予特別關顧。',
    'The client has been of advanced age since {since}; special care is due.',
  ),
  'client.care-health': text(
    '客户自{since}起健康状况欠佳，可能影响其作出决定，须给予特别关注。',
    '客戶自{since}起健康欠佳，或會影響其作出決定，須給予特別關顧。',
    'The client’s health has been poor since {since}, which may weigh on decisions; special care is due.',
  ),
  'client.care-bereavement': text(
    '客户于{since}痛失亲人，须给予特别关注。',
    '客戶於{since}痛失親人，須給予特別關顧。',
    'The client was bereaved on {since}; special care is due.',
  ),
  'client.care-job-loss': text(
    '客户自{since}起失业，须给予特别关注。',
    '客戶自{since}起失業，須給予特別關顧。',
    'The client has been without work since {since}; special care is due.',
  ),
  'client.care-divorce': text(
    '客户自{since}起婚姻状况发生变化，须给予特别关注。',
    '客戶自{since}起婚姻狀況有變，須給予特別關顧。',
    'The client has been going through a separation since {since}; special care is due.',
  ),
  'client.care-caring': text(
    '客户自{since}起需要照料他人，须给予特别关注。',
    '客戶自{since}起需要照顧他人，須給予特別關顧。',
    'The client has been caring for somebody since {since}; special care is due.',
  ),
  'client.care-sole-income': text(
    '自{since}起，投资收益是客户的唯一收入来源，须给予特别关注。',
    '自{since}起，投資收益是客戶的唯一收入來源，須給予特別關顧。',
    'Since {since} the investment has been the client’s only source of income; special care is due.',
  ),
  'client.care-low-resilience': text(
    '截至{since}，客户抵御财务冲击的能力较弱，须给予特别关注。',
    '截至{since}，客戶抵禦財務衝擊的能力較弱，須給予特別關顧。',
    'As known on {since}, the client can hardly withstand a financial shock; special care is due.',
  ),
  'client.care-first-investment': text(
    '客户自{since}起首次投资，须充分说明并给予更多考虑时间。',
    '客戶自{since}起首次投資，須充分說明並給予更多考慮時間。',
    'The client invests for the first time, since {since}; explain fully and leave more time to consider.',
  ),
  'client.care-limited-capability': text(
    '据{since}的记录，客户理解金融产品有一定困难，须给予特别关注。',
    '據{since}的紀錄，客戶理解金融產品有一定困難，須給予特別關顧。',
    'By what was noted on {since}, financial matters are hard for the client to follow; special care is due.',
  ),

  'client.preference-in-line': text(
    '权益类资产占{equityShare:percent}，与测评等级{level}相符。',
    '股票類資產佔{equityShare:percent}，與評估級別{level}相符。',
    '{equityShare:percent} is held in shares, which is in line with the assessed level {level}.',
  ),
  'client.preference-holds-more': text(
    '权益类资产占{equityShare:percent}，相当于{heldLevel}，高于测评等级{level}。',
    '股票類資產佔{equityShare:percent}，相當於{heldLevel}，高於評估級別{level}。',
    '{equityShare:percent} is held in shares, which goes with {heldLevel}, above the assessed level {level}.',
  ),
  'client.preference-holds-less': text(
    '权益类资产最多占{equityShare:percent}（另有{unknownShare:percent}构成不明），相当于{highest}，低于测评等级{level}。持有风险较低的资产本身并无不妥。',
    '股票類資產最多佔{equityShare:percent}（另有{unknownShare:percent}成分不明），相當於{highest}，低於評估級別{level}。持有風險較低的資產本身並無不妥。',
    '{equityShare:percent} is held in shares (of another {unknownShare:percent} it is not known), which goes with {highest} at most, below the assessed level {level}. There is nothing wrong with taking less risk.',
  ),
  'client.preference-undetermined': text(
    '权益类资产至少占{equityShare:percent}，另有{unknownShare:percent}构成不明，持仓相当于{heldLevel}至{highest}，无法与测评等级{level}比较。',
    '股票類資產至少佔{equityShare:percent}，另有{unknownShare:percent}成分不明，持倉相當於{heldLevel}至{highest}，未能與評估級別{level}比較。',
    'At least {equityShare:percent} is held in shares and of {unknownShare:percent} it is not known, which goes with {heldLevel} to {highest}: it cannot be told how that compares with the assessed level {level}.',
  ),
  'client.preference-unknown': text(
    '缺少测评等级或持仓合计，无法比较所述与实际的风险偏好。',
    '欠缺評估級別或持倉總額，未能比較所述與實際的風險取向。',
    'Without a level or a total of what is held, stated and actual preference cannot be compared.',
  ),

  'client.holds-more-than-stated': text(
    '测评等级为{level}，但权益类资产占{equityShare:percent}，相当于{heldLevel}。',
    '評估級別為{level}，但股票類資產佔{equityShare:percent}，相當於{heldLevel}。',
    'The assessed level is {level}, but {equityShare:percent} is held in shares, which goes with {heldLevel}.',
  ),
  'client.holds-more-than-stated.question': text(
    '您的测评等级为{level}，而目前{equityShare:percent}的金融资产为权益类资产（相当于{heldLevel}）。您是否愿意承担这样的波动？',
    '閣下的評估級別為{level}，而目前{equityShare:percent}的金融資產為股票類資產（相當於{heldLevel}）。閣下是否願意承受這樣的波動？',
    'Your assessed level is {level}, while {equityShare:percent} of your financial assets is in shares (which goes with {heldLevel}). Do you want to bear such ups and downs?',
  ),
  'client.panic-sales-against-tolerance': text(
    '风险承受意愿为{toleranceLevel}，但曾{panicSales}次在市场下跌时恐慌性卖出。',
    '承受風險的意願屬{toleranceLevel}，但曾{panicSales}次在跌市中恐慌性賣出。',
    'The willingness to take risk is {toleranceLevel}, but panic sales in falling markets are on record ({panicSales}).',
  ),
  'client.panic-sales-against-tolerance.question': text(
    '您表示能够承受较大波动（{toleranceLevel}），但曾{panicSales}次在市场下跌时卖出。当时是什么原因？再遇到下跌时您会怎样做？',
    '閣下表示能夠承受較大波動（{toleranceLevel}），但曾{panicSales}次在跌市中賣出。當時是甚麼原因？再遇到跌市時閣下會怎樣做？',
    'You said you can bear larger ups and downs ({toleranceLevel}), yet you sold while markets fell (number of times: {panicSales}). What was the reason, and what would you do next time?',
  ),
  'client.no-loss-but-return': text(
    '客户表示最多只能接受{acceptedLoss:percent}的亏损，却期望每年{expectedReturn:percent}的回报（高于{expectedReturnAbove:percent}）。',
    '客戶表示最多只能接受{acceptedLoss:percent}的虧損，卻期望每年{expectedReturn:percent}的回報（高於{expectedReturnAbove:percent}）。',
    'The client says to accept a loss of at most {acceptedLoss:percent}, yet expects {expectedReturn:percent} a year (above {expectedReturnAbove:percent}).',
  ),
  'client.no-loss-but-return.question': text(
    '您表示最多只能接受{acceptedLoss:percent}的亏损，同时期望每年{expectedReturn:percent}的回报。不承担亏损风险，回报一般难以超过{expectedReturnAbove:percent}。哪一点对您更重要？',
    '閣下表示最多只能接受{acceptedLoss:percent}的虧損，同時期望每年{expectedReturn:percent}的回報。不承受虧損風險，回報一般難以超過{expectedReturnAbove:percent}。哪一點對閣下更重要？',
    'You would accept a loss of at most {acceptedLoss:percent} and expect {expectedReturn:percent} a year. Without the risk of a loss more than {expectedReturnAbove:percent} can hardly be had. Which of the two matters more to you?',
  ),
  'client.income-stated-otherwise': text(
    '客户表示年收入为{stated:money}，而过去十二个月入账的收入为{booked:money}。',
    '客戶表示年收入為{stated:money}，而過去十二個月入賬的收入為{booked:money}。',
    'The client states an annual income of {stated:money}; the bookings of the last twelve months show {booked:money}.',
  ),
  'client.income-stated-otherwise.question': text(
    '您表示年收入为{stated:money}，而我行过去十二个月的入账收入为{booked:money}。您是否还有其他收入，或收入有所变化？',
    '閣下表示年收入為{stated:money}，而本行過去十二個月的入賬收入為{booked:money}。閣下是否有其他收入，或收入有變？',
    'You stated an annual income of {stated:money}; we see {booked:money} in the last twelve months. Is there other income, or has it changed?',
  ),
  'client.birth-year-stated-otherwise': text(
    '客户自述出生年份为{stated}，与登记的出生日期{birthDate}不符。',
    '客戶自述出生年份為{stated}，與登記的出生日期{birthDate}不符。',
    'The client states {stated} as the year of birth; on file is {birthDate}.',
  ),
  'client.birth-year-stated-otherwise.question': text(
    '您填写的出生年份为{stated}，而我行登记的出生日期为{birthDate}。哪一个正确？',
    '閣下填寫的出生年份為{stated}，而本行登記的出生日期為{birthDate}。哪一個正確？',
    'You stated {stated} as your year of birth, and we have {birthDate} on file. Which is right?',
  ),
  'client.age-stated-otherwise': text(
    '客户自述年龄为{stated}周岁，按登记的出生日期应为{age}周岁。',
    '客戶自述年齡為{stated}歲，按登記的出生日期應為{age}歲。',
    'The client states an age of {stated}; by the birth date on file it is {age}.',
  ),
  'client.age-stated-otherwise.question': text(
    '您填写的年龄为{stated}周岁，按登记的出生日期应为{age}周岁。请核对您的出生日期。',
    '閣下填寫的年齡為{stated}歲，按登記的出生日期應為{age}歲。請核對閣下的出生日期。',
    'You stated an age of {stated}; by the birth date on file it is {age}. Could you check your birth date?',
  ),
  'client.horizon-beyond-goal': text(
    '客户表示{stated:number}年内不需要动用资金，但目标“{goal}”在{years}年后就需要资金。',
    '客戶表示{stated:number}年內不需要動用資金，但目標「{goal}」在{years}年後便需要資金。',
    'The client’s stated horizon, in years, is {stated:number}, but goal “{goal}” is only {years} away.',
  ),
  'client.horizon-beyond-goal.question': text(
    '您表示{stated:number}年内不需要动用资金，但目标“{goal}”在{years}年后就需要资金。该目标是否另有资金安排？',
    '閣下表示{stated:number}年內不需要動用資金，但目標「{goal}」在{years}年後便需要資金。該目標是否另有資金安排？',
    'The time, in years, for which you said you would not need the money is {stated:number}, but your goal “{goal}” is {years} away. Will it be paid from something else?',
  ),
  'client.withdrawals-beyond-need': text(
    '客户表示未来十二个月需要{stated:money}，但已计划支取{planned:money}。',
    '客戶表示未來十二個月需要{stated:money}，但已計劃提取{planned:money}。',
    'The client says to need {stated:money} within twelve months, but {planned:money} is planned to be taken out.',
  ),
  'client.withdrawals-beyond-need.question': text(
    '您表示未来十二个月需要{stated:money}，而已计划支取{planned:money}。您实际需要多少资金？',
    '閣下表示未來十二個月需要{stated:money}，而已計劃提取{planned:money}。閣下實際需要多少資金？',
    'You said you would need {stated:money} within twelve months, and plan to take out {planned:money}. How much will you need?',
  ),
});

import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What is said about the needs for which a bank has rules of its own, and their names. */
export const needMessages: Messages = Object.freeze({
  'client.need-expensive-debt': text(
    '负债{debt}（{owed:money}）的年利率为{rate:percent2}，高于闲置资金的{cashRate:percent2}；用闲置资金归还{amount:money}，一年可少付利息{saving:money}。',
    '負債{debt}（{owed:money}）的年利率為{rate:percent2}，高於閒置資金的{cashRate:percent2}；以閒置資金清還{amount:money}，一年可少付利息{saving:money}。',
    'Debt {debt} ({owed:money}) costs {rate:percent2} a year, while idle cash earns {cashRate:percent2}. Repaying {amount:money} from it saves {saving:money} of interest a year.',
  ),
  'client.need-life-cover': text(
    '若不幸身故，家人需要{required:money}；现有身故保障{cover:money}、可动用资金{liquid:money}，尚缺{amount:money}。',
    '如不幸身故，家人需要{required:money}；現有人壽保障{cover:money}、可動用資金{liquid:money}，尚欠{amount:money}。',
    'After a death the family would need {required:money}. With {cover:money} of life cover and {liquid:money} at hand, {amount:money} is missing.',
  ),
  'client.need-illness-cover': text(
    '若罹患重疾，需要{required:money}；现有重疾保障{cover:money}、可动用资金{liquid:money}，尚缺{amount:money}。',
    '如患上危疾，需要{required:money}；現有危疾保障{cover:money}、可動用資金{liquid:money}，尚欠{amount:money}。',
    'A serious illness would take {required:money}. With {cover:money} of illness cover and {liquid:money} at hand, {amount:money} is missing.',
  ),
  'client.need-goal-liquidity': text(
    '目标“{goal}”须在{date}支付{required:money}，届时可动用的资金为{available:money}；须提前腾出{amount:money}（尚被占用：{holdings}）。',
    '目標「{goal}」須於{date}支付{required:money}，屆時可動用的資金為{available:money}；須提早騰出{amount:money}（尚未能動用：{holdings}）。',
    'Goal “{goal}” takes {required:money} on {date}; {available:money} will be free by then. {amount:money} has to be freed in time (tied up: {holdings}).',
  ),
  'client.need-idle-cash-promised': text(
    '活期存款和货币基金共{liquid:money}，扣除{months}个月的备用金{reserve:money}、已为目标预留的{earmarked:money}和{until}前计划支取的{withdrawals:money}后，闲置{amount:money}。',
    '活期存款及貨幣基金共{liquid:money}，扣除{months}個月的備用金{reserve:money}、已為目標預留的{earmarked:money}及{until}前計劃提取的{withdrawals:money}後，閒置{amount:money}。',
    'Of {liquid:money} in demand deposits and money funds, {amount:money} is idle beyond the {months}-month reserve ({reserve:money}), {earmarked:money} set aside for goals, and {withdrawals:money} to be taken out up to {until}.',
  ),
  'client.need-withdrawal-liquidity': text(
    '计划于{date}支取{required:money}（{withdrawal}），扣除备用金{reserve:money}和为目标预留的{earmarked:money}后，届时可动用的资金为{available:money}，尚缺{amount:money}。',
    '計劃於{date}提取{required:money}（{withdrawal}），扣除備用金{reserve:money}及為目標預留的{earmarked:money}後，屆時可動用的資金為{available:money}，尚欠{amount:money}。',
    'On {date} {required:money} is to be taken out ({withdrawal}). Beyond the reserve ({reserve:money}) and what is set aside for goals ({earmarked:money}), {available:money} will be free by then; {amount:money} is missing.',
  ),
  'client.need-withdrawal-earmark': text(
    '计划于{date}支取{required:money}（{withdrawal}），其中为其预留的{beyondReach:money}届时无法动用或并不存在；扣除备用金{reserve:money}和为目标预留的{earmarked:money}后，届时可动用的其他资金为{available:money}。须另行安排{amount:money}。',
    '計劃於{date}提取{required:money}（{withdrawal}），其中為其預留的{beyondReach:money}屆時未能動用或並不存在；扣除備用金{reserve:money}及為目標預留的{earmarked:money}後，屆時可動用的其他資金為{available:money}。須另行安排{amount:money}。',
    'On {date} {required:money} is to be taken out ({withdrawal}). {beyondReach:money} of it was set aside but is tied up beyond that day or not there. Beyond the reserve ({reserve:money}) and what is set aside for goals ({earmarked:money}), {available:money} of other money will be free by then. {amount:money} has to be arranged for.',
  ),
  'client.earmark-not-covered': text(
    '目标“{goal}”：{years}年后需要{amount:money}。为其预留的{earmarked:money}中，所指资产只够{present:money}（每笔资金只计一次），其余{uncovered:money}并不存在，请核实。',
    '目標「{goal}」：{years}年後需要{amount:money}。為其預留的{earmarked:money}中，所指資產只夠{present:money}（每筆資金只計一次），其餘{uncovered:money}並不存在，請核實。',
    'Goal “{goal}”: {amount:money} will be needed at the {years}-year mark. Of {earmarked:money} set aside for it the holdings cover {present:money}, each unit counted once; {uncovered:money} is not there. Please check.',
  ),
  'client.need-currency-exposure': text(
    '{currencies}资产占金融资产的{share:percent2}，高于{limit:percent}的上限，超出{amount:money}。',
    '{currencies}資產佔金融資產的{share:percent2}，高於{limit:percent}的上限，超出{amount:money}。',
    '{share:percent2} of the financial assets is held in {currencies}, more than the limit of {limit:percent}; the excess is {amount:money}.',
  ),
  'client.need-assessment-expiring': text(
    '风险测评有效期至{validThrough}（还剩{days}天），请安排重新测评。',
    '風險評估有效期至{validThrough}（尚餘{days}日），請安排重新評估。',
    'The risk assessment counts through {validThrough} (days left: {days}). A new one should be arranged.',
  ),

  'client.need.expensive-debt': text('高息负债', '高息負債', 'Expensive debt'),
  'client.need.protection-gap': text('保障缺口', '保障缺口', 'Protection gap'),
  'client.need.withdrawal-liquidity': text(
    '支取资金不足',
    '提取資金不足',
    'Withdrawal not covered',
  ),
  'client.need.goal-liquidity': text('目标资金被占用', '目標資金未能動用', 'Goal money tied up'),
  'client.need.assessment-expiring': text('测评即将到期', '評估即將到期', 'Assessment expiring'),
  'client.need.currency-exposure': text('外币敞口', '外幣風險', 'Currency exposure'),
});

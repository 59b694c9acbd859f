import { type Messages, localisedText as text } from '../evidence/index.js';
import { costMessages } from './costs/messages.js';
import { dealingMessages } from './dealing/messages.js';
import { explainMessages } from './explain/messages.js';

/** Texts on products in three languages: ratings, statuses and the names of cost figures. */
export const productsMessages: Messages = Object.freeze({
  ...costMessages,
  ...dealingMessages,
  ...explainMessages,
  'products.rating.R1': text('低风险（R1）', '低風險（R1）', 'Low risk (R1)'),
  'products.rating.R2': text('中低风险（R2）', '中低風險（R2）', 'Medium-low risk (R2)'),
  'products.rating.R3': text('中等风险（R3）', '中等風險（R3）', 'Medium risk (R3)'),
  'products.rating.R4': text('中高风险（R4）', '中高風險（R4）', 'Medium-high risk (R4)'),
  'products.rating.R5': text('高风险（R5）', '高風險（R5）', 'High risk (R5)'),
  'products.risk-raised': text(
    '“{name}”的风险等级自{on}起由{before}上调至{after}（发行机构评为{issuerRisk}，销售机构评为{distributorRisk}，以较高者为准）。',
    '「{name}」的風險評級自{on}起由{before}上調至{after}（發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}，以較高者為準）。',
    'From {on} the risk rating of “{name}” is raised from {before} to {after}. The issuer rates it {issuerRisk}, the distributor {distributorRisk}; the higher rating counts.',
  ),
  'products.risk-lowered': text(
    '“{name}”的风险等级自{on}起由{before}下调至{after}（发行机构评为{issuerRisk}，销售机构评为{distributorRisk}，以较高者为准）。',
    '「{name}」的風險評級自{on}起由{before}下調至{after}（發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}，以較高者為準）。',
    'From {on} the risk rating of “{name}” is lowered from {before} to {after}. The issuer rates it {issuerRisk}, the distributor {distributorRisk}; the higher rating counts.',
  ),
  'products.risk-kept': text(
    '“{name}”自{on}起评级有变动（发行机构评为{issuerRisk}，销售机构评为{distributorRisk}），适用的风险等级仍为{after}。',
    '「{name}」自{on}起評級有變動（發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}），適用的風險評級仍為{after}。',
    'From {on} “{name}” is rated {issuerRisk} by the issuer and {distributorRisk} by the distributor; the rating that counts is still {after}.',
  ),
  'products.risk-unchanged': text(
    '“{name}”的风险等级从{from}至{to}没有变动，为{rating}。',
    '「{name}」的風險評級由{from}至{to}並無變動，為{rating}。',
    'The risk rating of “{name}” did not change from {from} to {to}; it is {rating}.',
  ),
  'products.status.open': text(
    '开放申购与赎回',
    '開放認購及贖回',
    'Open for purchase and redemption',
  ),
  'products.status.subscription-suspended': text('暂停申购', '暫停認購', 'Purchases suspended'),
  'products.status.redemption-suspended': text('暂停赎回', '暫停贖回', 'Redemptions suspended'),
  'products.status.closed': text('已停止销售', '已停止發售', 'No longer offered'),
  'products.cost.entry-fees': text('申购费用', '認購費', 'Entry fees'),
  'products.cost.ongoing': text('每年持续费用', '每年經常性費用', 'Ongoing charges per year'),
  'products.cost.first-year': text('首年费用合计', '首年費用總額', 'Total cost in the first year'),
  'products.cost.reduction-in-yield': text(
    '费用对年化收益率的影响',
    '費用對年度回報率的影響',
    'Effect of costs on the annual return',
  ),
});

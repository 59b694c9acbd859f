import type { Messages } from '../../evidence/index.js';

/** What is said about the accounts of a household, in three languages. */
export const householdMessages: Messages = Object.freeze({
  'rebalancing.household-met': {
    'zh-Hans': '各账户合计可达到家庭目标配置，资金不在账户之间划转。',
    'zh-Hant': '各帳戶合計可達到家庭目標配置，資金不在帳戶之間調撥。',
    en: 'All accounts together can reach the household’s target. No money moves between accounts.',
  },
  'rebalancing.household-met-by-plan': {
    'zh-Hans':
      '各账户应占份额合计可达到家庭目标配置，但受交易规则（如最低金额、交易级差）所限，部分目前仍超出约定范围。',
    'zh-Hant':
      '各帳戶應佔份額合計可達到家庭目標配置，但受交易規則（如最低金額、交易級差）所限，部分目前仍超出約定範圍。',
    en: 'The shares of all accounts add up to the household’s target, but rules on trades, such as minimums and steps, leave some of it outside its range at present.',
  },
  'rebalancing.household-not-met': {
    'zh-Hans': '受账户限制，各账户合计未能完全达到家庭目标配置，已尽量接近。',
    'zh-Hant': '受帳戶限制，各帳戶合計未能完全達到家庭目標配置，已盡量貼近。',
    en: 'What the accounts allow does not reach the household’s target; they come as near to it as possible.',
  },
  'rebalancing.brought-to-share': {
    'zh-Hans': '按家庭整体配置，将此账户调整至其应占份额。',
    'zh-Hant': '按家庭整體配置，將此帳戶調整至其應佔份額。',
    en: 'The household as a whole is to be adjusted, and this account is brought to its share of it.',
  },
  'rebalancing.household-not-due': {
    'zh-Hans': '家庭整体目前无需调整，此账户不作主动交易。',
    'zh-Hant': '家庭整體目前毋須調整，此帳戶不作主動交易。',
    en: 'The household as a whole needs no adjustment now, so nothing is traded here for its own sake.',
  },
  'rebalancing.weighed-in-household': {
    'zh-Hans': '此账户的交易是否值得，按家庭整体的改善与费用衡量。',
    'zh-Hant': '此帳戶的交易是否值得，按家庭整體的改善與費用衡量。',
    en: 'Whether the trades of this account are worth their costs is decided for the household as a whole.',
  },
  'rebalancing.household-withdrawal': {
    'zh-Hans':
      '家庭提取的{amount:money}由各账户共同支付，优先使用闲置现金，其余从位置、税费及成本最低之处筹集。',
    'zh-Hant':
      '家庭提取的{amount:money}由各帳戶共同支付，優先使用閒置現金，其餘從位置、稅費及成本最低之處籌集。',
    en: 'The {amount:money} that the household withdraws is paid by its accounts: from free money first, then where location, tax and costs are least.',
  },
  'rebalancing.household-withdrawal-not-covered': {
    'zh-Hans': '家庭欲提取{amount:money}，目前最多可支付{most:money}，因此暂不支付。',
    'zh-Hant': '家庭欲提取{amount:money}，目前最多可支付{most:money}，因此暫不支付。',
    en: 'The household is to withdraw {amount:money}, of which {most:money} can be paid at most now; so nothing is paid yet.',
  },
  'rebalancing.household-cannot-add': {
    'zh-Hans': '账户{account}目前不能再买入{product}。',
    'zh-Hant': '帳戶{account}目前不能再買入{product}。',
    en: 'No more of {product} can be bought in account {account} at present.',
  },
  'rebalancing.household-cannot-reduce': {
    'zh-Hans': '账户{account}目前不能进一步减持{product}。',
    'zh-Hant': '帳戶{account}目前不能進一步減持{product}。',
    en: 'No more of {product} can be sold in account {account} at present.',
  },
  'rebalancing.household-own-most': {
    'zh-Hans': '账户{account}中{product}最多可占{most:percent2}。',
    'zh-Hant': '帳戶{account}中{product}最多可佔{most:percent2}。',
    en: 'Account {account} may hold {most:percent2} of {product} at most.',
  },
  'rebalancing.household-own-least': {
    'zh-Hans': '账户{account}中{product}应至少占{least:percent2}。',
    'zh-Hant': '帳戶{account}中{product}應至少佔{least:percent2}。',
    en: 'Account {account} is to hold {least:percent2} of {product} at least.',
  },
  'rebalancing.household-minimum': {
    'zh-Hans':
      '账户{account}受最低交易额或交易级差所限，{product}或按可交易的最低额交易，或不交易。',
    'zh-Hant':
      '帳戶{account}受最低交易額或交易級差所限，{product}或按可交易的最低額交易，或不交易。',
    en: 'For its minimum or its steps account {account} cannot trade so little of {product}: the least that can be is traded, or none.',
  },
  'rebalancing.household-other-account': {
    'zh-Hans': '{id:term}与目标不同，是因为其他产品或账户受限；资金不在账户之间划转。',
    'zh-Hant': '{id:term}與目標不同，是因為其他產品或帳戶受限；資金不在帳戶之間調撥。',
    en: '{id:term} misses its target because of limits elsewhere; money does not move between accounts.',
  },
  'rebalancing.household-frozen': {
    'zh-Hans': '账户{account}已冻结，维持现状。',
    'zh-Hant': '帳戶{account}已凍結，維持現狀。',
    en: 'Account {account} is frozen and keeps what it has.',
  },
  'rebalancing.household-no-purchases': {
    'zh-Hans': '账户{account}目前只能卖出，不能买入。',
    'zh-Hant': '帳戶{account}目前只可賣出，不可買入。',
    en: 'Account {account} may sell at present, but buys nothing.',
  },
  'rebalancing.household-closed': {
    'zh-Hans': '账户{account}已销户，不参与调整。',
    'zh-Hant': '帳戶{account}已結束，不參與調整。',
    en: 'Account {account} is closed and left out.',
  },
  'rebalancing.household-nothing-to-invest': {
    'zh-Hans': '账户{account}没有可投资的资金。',
    'zh-Hant': '帳戶{account}沒有可投資的資金。',
    en: 'There is nothing to be invested in account {account}.',
  },
  'rebalancing.household-restricted': {
    'zh-Hans': '账户{account}中有产品目前不能买入或卖出。',
    'zh-Hant': '帳戶{account}中有產品目前不能買入或賣出。',
    en: 'Something in account {account} cannot be bought or sold at present.',
  },
  'rebalancing.household-money-left': {
    'zh-Hans': '账户{account}中有{amount:money}目前没有可买入的产品，以现金保留。',
    'zh-Hant': '帳戶{account}中有{amount:money}目前沒有可買入的產品，以現金保留。',
    en: '{amount:money} in account {account} stays money, because nothing can be bought for it at present.',
  },
  'rebalancing.household-money-kept': {
    'zh-Hans': '账户{account}中有{amount:money}按投资政策目前无需投资，以现金保留。',
    'zh-Hant': '帳戶{account}中有{amount:money}按投資政策目前毋須投資，以現金保留。',
    en: '{amount:money} in account {account} stays money: by the policy it need not be invested now.',
  },
  'rebalancing.household-money-missing': {
    'zh-Hans': '账户{account}的持仓比可投资金额多{amount:money}，目前不再卖出。',
    'zh-Hant': '帳戶{account}的持倉比可投資金額多{amount:money}，目前不再賣出。',
    en: 'Account {account} holds {amount:money} more than may stay invested in it, and no more of it is sold at present.',
  },
  'rebalancing.household-below-least': {
    'zh-Hans': '账户{account}中{product}应至少占{least:percent2}，目前无法达到。',
    'zh-Hant': '帳戶{account}中{product}應至少佔{least:percent2}，目前無法達到。',
    en: 'Account {account} is to hold {least:percent2} of {product} at least, which it cannot come to at present.',
  },
  'rebalancing.share-held': {
    'zh-Hans': '此账户现有持仓已是其在家庭配置中应占的份额，无需交易。',
    'zh-Hant': '此帳戶現有持倉已是其在家庭配置中應佔的份額，毋須交易。',
    en: 'What this account holds is already its share of the household’s target, so nothing is traded in it.',
  },
});

import type { Messages } from '../../evidence/index.js';

/** What the reasons about cost against benefit say, in three languages. */
export const weighingMessages: Messages = Object.freeze({
  'rebalancing.cost-accepted': {
    'zh-Hans':
      '调整费用（{cost:money}）不低于预期改善（按{years:number}年计约{gain:money}）；按约定策略仍予调整。',
    'zh-Hant':
      '調整費用（{cost:money}）不低於預期改善（以{years:number}年計約{gain:money}）；按協定策略仍予調整。',
    en: 'The cost ({cost:money}) is not below the expected improvement (about {gain:money} over a {years:number}-year period). The agreed policy makes the adjustment all the same.',
  },
  'rebalancing.more-than-must-be': {
    'zh-Hans':
      '除必须办理的交易外，其余调整的预期改善（按{years:number}年计约{gain:money}）高于其费用（{cost:money}），建议一并调整。',
    'zh-Hant':
      '除必須辦理的交易外，其餘調整的預期改善（以{years:number}年計約{gain:money}）高於其費用（{cost:money}），建議一併調整。',
    en: 'Beyond what must be traded, the expected improvement (about {gain:money} over a {years:number}-year period) exceeds its cost ({cost:money}). We suggest the adjustment with it.',
  },
  'rebalancing.only-money-raised': {
    'zh-Hans':
      '除筹集资金外不作其他交易：其余调整需费用{cost:money}，预期改善（按{years:number}年计）约{gain:money}。',
    'zh-Hant':
      '除籌集資金外不作其他交易：其餘調整需費用{cost:money}，預期改善（以{years:number}年計）約{gain:money}。',
    en: 'Beyond raising the money nothing is traded: that would cost {cost:money} for an expected improvement of about {gain:money} over a {years:number}-year period.',
  },
  'rebalancing.only-losses-taken': {
    'zh-Hans':
      '除实现亏损外不作其他交易：其余调整需费用{cost:money}，预期改善（按{years:number}年计）约{gain:money}。',
    'zh-Hant':
      '除實現虧損外不作其他交易：其餘調整需費用{cost:money}，預期改善（以{years:number}年計）約{gain:money}。',
    en: 'Beyond taking losses nothing is traded: that would cost {cost:money} for an expected improvement of about {gain:money} over a {years:number}-year period.',
  },
  'rebalancing.cheaper-exit': {
    'zh-Hans': '再持有{days:number}天后，赎回费率由{rate:percent2}降至{later:percent2}。',
    'zh-Hant': '再持有{days:number}日後，贖回費率由{rate:percent2}降至{later:percent2}。',
    en: 'Waiting lowers the exit fee from {rate:percent2} to {later:percent2} (days to wait: {days:number}).',
  },
});

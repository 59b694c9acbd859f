import type { Messages } from '../../evidence/index.js';

/** What the reasons about cost against benefit say, in three languages. */
export const weighingMessages: Messages = Object.freeze({
  'rebalancing.cost-accepted': {
    'zh-Hans':
      '调整费用（{cost:money}）不低于预期改善（按{years:number}年计约{gain:money}）；按约定策略仍予调整。',
    'zh-Hant':
      '調整費用（{cost:money}）不低於預期改善（以{years:number}年計約{gain:money}）；按協定策略仍予調整。',
    en: 'The cost ({cost:money}) is not below the expected improvement (about {gain:money} over {years:number} year(s)). The agreed policy makes the adjustment all the same.',
  },
  'rebalancing.cheaper-exit': {
    'zh-Hans': '再持有{days:number}天后，赎回费率由{rate:percent2}降至{later:percent2}。',
    'zh-Hant': '再持有{days:number}日後，贖回費率由{rate:percent2}降至{later:percent2}。',
    en: 'In {days:number} days the exit fee falls from {rate:percent2} to {later:percent2}.',
  },
});

import type { Messages } from '../../evidence/index.js';

/** What the reasons for looking at an account say, in three languages. */
export const triggerMessages: Messages = Object.freeze({
  'rebalancing.scheduled': {
    'zh-Hans': '已到约定的定期调整日（{on}）。',
    'zh-Hant': '已到協定的定期調整日（{on}）。',
    en: 'The agreed date for a periodic adjustment has come ({on}).',
  },
  'rebalancing.cash-out-of-band': {
    'zh-Hans': '待投资的现金占{share:percent2}，超出容许范围（{band:percent2}）。',
    'zh-Hant': '待投資的現金佔{share:percent2}，超出容許範圍（{band:percent2}）。',
    en: 'Money to invest is {share:percent2} of the portfolio; up to {band:percent2} is accepted.',
  },
  'rebalancing.not-back': {
    'zh-Hans':
      '{class:term}占比{weight:percent2}，尚未回到{below:percent2}至{above:percent2}之间。',
    'zh-Hant':
      '{class:term}比重{weight:percent2}，尚未回到{below:percent2}至{above:percent2}之間。',
    en: '{class:term} was out of its range and, at {weight:percent2}, is not yet back between {below:percent2} and {above:percent2}.',
  },
  'rebalancing.portfolio-drift': {
    'zh-Hans': '组合与目标的总偏离为{value:percent2}，超过{above:percent2}。',
    'zh-Hant': '組合與目標的總偏離為{value:percent2}，超過{above:percent2}。',
    en: 'The portfolio as a whole is {value:percent2} away from its target, more than {above:percent2}.',
  },
  'rebalancing.tracking-error': {
    'zh-Hans': '组合相对目标的年化跟踪误差为{value:percent2}，超过{above:percent2}。',
    'zh-Hant': '組合相對目標的年率化追蹤誤差為{value:percent2}，超過{above:percent2}。',
    en: 'The portfolio’s expected tracking error against its target is {value:percent2} a year, more than {above:percent2}.',
  },
  'rebalancing.volatility': {
    'zh-Hans': '组合的预期年化波动率为{value:percent2}，超过{above:percent2}。',
    'zh-Hant': '組合的預期年率化波幅為{value:percent2}，超過{above:percent2}。',
    en: 'The portfolio’s expected volatility is {value:percent2} a year, more than {above:percent2}.',
  },
  'rebalancing.money-to-invest': {
    'zh-Hans': '待投资的现金占{value:percent2}，超过{above:percent2}。',
    'zh-Hant': '待投資的現金佔{value:percent2}，超過{above:percent2}。',
    en: 'Money to invest is {value:percent2} of the portfolio, more than {above:percent2}.',
  },
  'rebalancing.money-missing': {
    'zh-Hans': '所缺现金占{value:percent2}，超过{above:percent2}，需要赎回。',
    'zh-Hant': '所缺現金佔{value:percent2}，超過{above:percent2}，需要贖回。',
    en: 'Money that must be raised is {value:percent2} of the portfolio, more than {above:percent2}.',
  },
  'rebalancing.event': {
    'zh-Hans': '发生了约定的事件：{event:term}。',
    'zh-Hant': '發生了協定的事件：{event:term}。',
    en: 'An agreed event has occurred: {event:term}.',
  },
  'rebalancing.waits-until': {
    'zh-Hans': '组合需要调整，但按约定最早可于{on}进行。',
    'zh-Hant': '組合需要調整，但按協定最早可於{on}進行。',
    en: 'An adjustment is called for; by the agreed pace it can be made on {on} at the earliest.',
  },
  'rebalancing.waits': {
    'zh-Hans': '组合需要调整，但按约定目前尚不能进行，具体日期待定。',
    'zh-Hant': '組合需要調整，但按協定目前尚不能進行，具體日期待定。',
    en: 'An adjustment is called for, but by the agreed pace it cannot be made yet; the date is not known.',
  },
  'rebalancing.last-trade-unknown': {
    'zh-Hans': '组合需要调整，但不清楚上次交易的日期，因此暂不进行。',
    'zh-Hant': '組合需要調整，但不清楚上次交易的日期，因此暫不進行。',
    en: 'An adjustment is called for, but the date of the last trade is not known, so it waits.',
  },
});

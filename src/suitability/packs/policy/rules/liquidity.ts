import type { RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import type { PolicyThreshold } from '../thresholds/threshold-names.js';
import { compare, fact, INCREASE, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** What is at hand after the order covers fewer months of essential spending than this. */
function coversLessThan(months: PolicyThreshold): RuleCondition {
  const reserve = { times: [threshold(months), fact('household.essentialMonthly')] };
  return compare('household.liquidAssetsAfter', '<', reserve);
}

/** The money goes into something that is not at hand itself. */
const TIED_UP: RuleCondition = { not: { holds: 'product.liquid' } };

/** Whether the emergency reserve stays, and whether the money is back when it is needed. */
export const LIQUIDITY_RULES: readonly PolicyRule[] = [
  {
    name: 'reserve-short',
    scope: INCREASE,
    when: {
      all: [
        TIED_UP,
        {
          any: [
            coversLessThan('reserveMonthsRegular'),
            {
              all: [{ holds: 'client.irregularIncome' }, coversLessThan('reserveMonthsIrregular')],
            },
          ],
        },
      ],
    },
    outcome: 'refer',
    override: {
      roles: ['branch-manager'],
      evidence: ['client-wish', 'liquidity-warning'],
      fourEyes: false,
    },
    text: label(
      '委托完成后可随时动用的资金为{household.liquidAssetsAfter:number}，低于应急储备：每月必要支出{household.essentialMonthly:number}，收入稳定者应留足{reserveMonthsRegular}个月，收入不稳定者{reserveMonthsIrregular}个月。',
      '指示完成後可隨時動用的資金為{household.liquidAssetsAfter:number}，低於應急儲備：每月必要支出{household.essentialMonthly:number}，收入穩定者應留足{reserveMonthsRegular}個月，收入不穩定者{reserveMonthsIrregular}個月。',
      'After this order {household.liquidAssetsAfter:number} would stay at hand, less than the emergency reserve: with essential spending of {household.essentialMonthly:number} a month, {reserveMonthsRegular} {reserveMonthsRegular|month|months} with a regular income, {reserveMonthsIrregular} otherwise.',
    ),
  },
  {
    name: 'reserve-gone',
    scope: INCREASE,
    when: { all: [TIED_UP, coversLessThan('reserveMonthsLeast')] },
    outcome: 'block',
    exceptionTo: ['reserve-short'],
    text: label(
      '委托完成后可随时动用的资金为{household.liquidAssetsAfter:number}，不足以支付{reserveMonthsLeast}个月的必要支出（每月{household.essentialMonthly:number}），不能办理。',
      '指示完成後可隨時動用的資金為{household.liquidAssetsAfter:number}，不足以支付{reserveMonthsLeast}個月的必要支出（每月{household.essentialMonthly:number}），未能辦理。',
      'After this order {household.liquidAssetsAfter:number} would stay at hand, which does not cover a {reserveMonthsLeast}-month reserve of essential spending ({household.essentialMonthly:number} a month).',
    ),
  },
  {
    name: 'lock-up',
    scope: INCREASE,
    when: {
      all: [
        isGiven('client.moneyNeededOn'),
        isGiven('product.lockUpEndsOn'),
        compare('product.lockUpEndsOn', '>', 'client.moneyNeededOn'),
      ],
    },
    outcome: 'block',
    exceptionTo: ['notice-after-lock-up'],
    override: {
      roles: ['risk-officer'],
      evidence: ['client-wish', 'other-funds-named'],
      fourEyes: true,
    },
    text: label(
      '该产品的资金锁定至{product.lockUpEndsOn}，晚于用款日{client.moneyNeededOn}，不能办理。',
      '該產品的資金鎖定至{product.lockUpEndsOn}，遲於用款日{client.moneyNeededOn}，未能辦理。',
      'The money would be locked up until {product.lockUpEndsOn}, later than the {client.moneyNeededOn} on which it is needed.',
    ),
  },
  {
    name: 'notice-period',
    scope: INCREASE,
    when: {
      all: [
        isGiven('client.moneyNeededOn'),
        compare(
          { addDays: [fact('asOf'), fact('product.noticeDays')] },
          '>',
          'client.moneyNeededOn',
        ),
      ],
    },
    outcome: 'block',
    override: {
      roles: ['risk-officer'],
      evidence: ['client-wish', 'other-funds-named'],
      fourEyes: true,
    },
    text: label(
      '赎回须提前{product.noticeDays}天通知，即使今日通知，也赶不上用款日{client.moneyNeededOn}，不能办理。',
      '贖回須提前{product.noticeDays}日通知，即使今日通知，亦趕不及用款日{client.moneyNeededOn}，未能辦理。',
      'Redemption takes {product.noticeDays} {product.noticeDays|day’s|days’} notice; even if given today the money would come after the {client.moneyNeededOn} on which it is needed.',
    ),
  },
  {
    name: 'notice-after-lock-up',
    scope: INCREASE,
    when: {
      all: [
        isGiven('client.moneyNeededOn'),
        isGiven('product.lockUpEndsOn'),
        compare(
          { addDays: [fact('product.lockUpEndsOn'), fact('product.noticeDays')] },
          '>',
          'client.moneyNeededOn',
        ),
      ],
    },
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['notice-date-agreed'], fourEyes: false },
    text: label(
      '资金锁定至{product.lockUpEndsOn}，赎回另须提前{product.noticeDays}天通知；如锁定期满后才通知，将赶不上用款日{client.moneyNeededOn}。',
      '資金鎖定至{product.lockUpEndsOn}，贖回另須提前{product.noticeDays}日通知；若鎖定期滿後才通知，將趕不及用款日{client.moneyNeededOn}。',
      'The money is locked up until {product.lockUpEndsOn} and redemption takes {product.noticeDays} {product.noticeDays|day’s|days’} notice; given only then, it would come after the {client.moneyNeededOn} on which it is needed.',
    ),
  },
  {
    name: 'illiquid-share-warn',
    scope: INCREASE,
    when: {
      all: [TIED_UP, compare('portfolio.illiquidShareAfter', '>', threshold('illiquidShareWarn'))],
    },
    outcome: 'warn',
    text: label(
      '委托完成后，不能随时动用的资产将占金融资产的{portfolio.illiquidShareAfter:percent}，超过提示线{illiquidShareWarn:percent}。',
      '指示完成後，不能隨時動用的資產將佔金融資產的{portfolio.illiquidShareAfter:percent}，超過提示線{illiquidShareWarn:percent}。',
      'After this order {portfolio.illiquidShareAfter:percent} of the financial assets would not be at hand; we point this out above {illiquidShareWarn:percent}.',
    ),
  },
];

import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { isAboveZero } from '../compile/check-amount.js';
import { amountIn } from '../explain/amount-in.js';
import type { Product } from '../product.js';
import type { BusinessDays } from './business-days.js';
import type { Hurdle } from './hurdle.js';
import { type DealingRule, gateOn } from './limits.js';

/**
 * The part of each redemption that is carried out on a day because redemptions are cut pro rata; of several gates on one day, which
 * `compileProducts` refuses, the lowest counts.
 *
 * A manager may carry out a part of each order when they come in masses (巨额赎回); what becomes of the rest, the contract says. Amounts are limited
 * by `gateOn`. Selection, rebalancing, plans and checks of orders count on no such day: they take the next one on which redemptions are carried out in full.
 *
 * @returns a decimal fraction of at least 0 and less than 1, or `undefined` on a day on which all is carried out.
 * @throws AptfolioError as `parsePlainDate` for the day.
 *
 * Source: 公开募集开放式证券投资基金流动性风险管理规定 (CSRC, 2017), articles 21 and 22, on mass redemptions.
 *
 * @example
 * ```ts
 * import { acceptedShareOn } from 'aptfolio/products';
 *
 * const product = { dealing: { gates: [{ on: '2026-03-02', acceptedShare: 0.4 }] } } as const;
 * acceptedShareOn(product, '2026-03-02'); // => 0.4
 * acceptedShareOn(product, '2026-03-03'); // => undefined
 * ```
 */
export function acceptedShareOn(product: DealingRule, day: PlainDate): number | undefined {
  const { dealing } = checkObject(product, 'product') as DealingRule;
  const gates = dealing?.gates;
  if (gates === undefined) return undefined;
  parsePlainDate(day, 'day');
  let least: number | undefined;
  for (const { on, acceptedShare } of gates) {
    if (on !== day || acceptedShare === undefined || acceptedShare === 1) continue;
    least = least === undefined ? acceptedShare : Math.min(least, acceptedShare);
  }
  return least;
}

/** Days on which no redemption is accepted are no dealing days. */
export function gatesHurdle(product: DealingRule, days: BusinessDays): Hurdle {
  return (day) => {
    let last: PlainDate | undefined;
    let to = day;
    while (to < days.limit && isShut(product, to)) [last, to] = [to, days.shift(to, 1)];
    return last === undefined ? { to } : { to, why: () => sayShut(day, last) };
  };
}

function isShut(product: DealingRule, day: PlainDate): boolean {
  const most = gateOn(product, day);
  return (most !== undefined && !isAboveZero(most)) || acceptedShareOn(product, day) === 0;
}

function sayShut(from: PlainDate, to: PlainDate): Reason {
  return from === to
    ? makeReason('products.dealing.gate-shut', 'info', { on: from })
    : makeReason('products.dealing.gates-shut', 'info', { from, to });
}

/** How a day's redemptions are limited. */
export function sayGates(product: Product, on: PlainDate): readonly Reason[] {
  if (product.dealing?.gates === undefined) return [];
  const most = gateOn(product, on);
  const share = acceptedShareOn(product, on);
  const amount = most === undefined ? undefined : amountIn(product.currency, most);
  return [
    ...(amount === undefined ? [] : [makeReason('products.dealing.gate', 'info', { on, amount })]),
    ...(share === undefined
      ? []
      : [makeReason('products.dealing.gate-share', 'info', { on, share })]),
  ];
}

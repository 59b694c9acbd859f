import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject, checkOneOf } from '../../errors/index.js';
import type { Product } from '../product.js';
import { DEALING_SIDES, type DealingSide } from './hurdle.js';

/** The field of a product that says when and how much it deals. */
export type DealingRule = Pick<Product, 'dealing'>;

/**
 * The most that one client can redeem on a day because of a gate; of several on one day, which `compileProducts` refuses, the lowest counts.
 *
 * A manager may limit a day's redemptions when they come in masses (巨额赎回). Gates are facts of the product file, by day.
 *
 * @returns decimal text in the product's currency, or `undefined` on a day without a gate.
 * @throws AptfolioError as `parsePlainDate` for the day.
 *
 * @example
 * ```ts
 * import { gateOn } from 'aptfolio/products';
 *
 * const product = { dealing: { gates: [{ on: '2026-03-02', perClient: '20000' }] } } as const;
 * gateOn(product, '2026-03-02'); // => '20000'
 * gateOn(product, '2026-03-03'); // => undefined
 * ```
 */
export function gateOn(product: DealingRule, day: PlainDate): string | undefined {
  const { dealing } = checkObject(product, 'product') as DealingRule;
  const gates = dealing?.gates;
  if (gates === undefined) return undefined;
  parsePlainDate(day, 'day');
  let least: string | undefined;
  for (const { on, perClient } of gates) if (on === day) least = lesser(least, perClient);
  return least;
}

/**
 * The most that one client can buy or redeem on a day: the daily limit or the gate, whichever is lower.
 *
 * @returns decimal text in the product's currency, or `undefined` where nothing limits it.
 * @throws AptfolioError as `gateOn`; `unknown-value` for another side.
 *
 * @example
 * ```ts
 * import { mostOn } from 'aptfolio/products';
 *
 * const dealing = { dailyPurchase: '1000000', dailyRedemption: '50000', gates: [{ on: '2026-03-02', perClient: '20000' }] } as const;
 * mostOn({ dealing }, 'buy', '2026-03-02'); // => '1000000'
 * mostOn({ dealing }, 'sell', '2026-03-02'); // => '20000'
 * mostOn({ dealing }, 'sell', '2026-03-03'); // => '50000'
 * mostOn({}, 'sell', '2026-03-03'); // => undefined
 * ```
 */
export function mostOn(
  product: DealingRule,
  side: DealingSide,
  day: PlainDate,
): string | undefined {
  const { dealing } = checkObject(product, 'product') as DealingRule;
  if (dealing === undefined) return undefined;
  if (checkOneOf(side, 'side', DEALING_SIDES) === 'buy') return dealing.dailyPurchase;
  return lesser(dealing.dailyRedemption, gateOn(product, day));
}

function lesser(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return isLess(b, a) ? b : a;
}

/** Compares decimal texts of at least 0 exactly. */
function isLess(a: string, b: string): boolean {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  const whole = Math.max(wholeA.length, wholeB.length);
  const fraction = Math.max(fractionA.length, fractionB.length);
  const digitsOf = (before: string, after: string): string =>
    before.padStart(whole, '0') + after.padEnd(fraction, '0');
  return digitsOf(wholeA, fractionA) < digitsOf(wholeB, fractionB);
}

import { acceptedShareOn } from '../../products/index.js';
import type { AccountTarget } from '../account/account.js';
import { atScale, readDecimal } from '../account/exact.js';
import type { RestrictionTerms } from '../restrictions.js';
import type { RuleCheck } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import { check, type Evidence, freeBefore, productOf, unitsIn } from './evidence.js';

/** Nothing that is locked, restricted, closed or redeemed only in part is traded, and no lot gives more than it has. */
export function checkPermissions(evidence: Evidence): readonly RuleCheck[] {
  const { trades } = evidence;
  const sales = trades.filter(({ side }) => side === 'sell');
  const purchases = trades.filter(({ side }) => side === 'buy');
  return [
    check('nothing-locked-sold', sales.filter((trade) => !maySell(evidence, trade)).length),
    check('nothing-closed-bought', purchases.filter((trade) => !mayBuy(evidence, trade)).length),
    check('lots', sales.filter((trade) => !lotsAddUp(evidence, trade)).length),
  ];
}

function maySell(evidence: Evidence, trade: Trade): boolean {
  const { product, lots, local } = trade;
  const { account, desk } = evidence;
  if (account.status === 'frozen' || account.status === 'closed') return false;
  const { kind, amount } = restrictionOn(evidence, product);
  if (amount !== undefined) {
    if (unitsIn(local) > freeBefore(evidence, trade) - unitsIn(amount)) return false;
  } else if (kind === 'locked' || kind === 'buy-only') return false;
  const found = productOf(evidence, product);
  if (acceptedShareOn(found, trade.dealsOn) !== undefined) return false;
  if (lots.length === 0) return desk.next(found, 'sell').status === 'now';
  return lots.every(({ boughtOn }) => desk.next(found, 'sell', boughtOn).status === 'now');
}

function mayBuy(evidence: Evidence, { product }: Trade): boolean {
  const { account, desk } = evidence;
  if (account.status !== undefined && account.status !== 'active') return false;
  if (!isListed(account.target, product)) return false;
  const { kind, amount } = restrictionOn(evidence, product);
  if (amount === undefined && (kind === 'locked' || kind === 'sell-only')) return false;
  return desk.next(productOf(evidence, product), 'buy').status === 'now';
}

/** Whether a target by asset classes lets a product be bought. */
function isListed(target: AccountTarget, product: string): boolean {
  if (target.kind !== 'classes') return true;
  const { products } = target as Extract<AccountTarget, { kind: 'classes' }>;
  return products.includes(product);
}

/** The terms of a product's restriction that are in force on the day. */
function restrictionOn({ account, desk }: Evidence, product: string): Partial<RestrictionTerms> {
  const given = account.restrictions?.[product];
  if (given === undefined) return {};
  if (typeof given === 'string') return { kind: given };
  return given.until !== undefined && given.until < desk.asOf ? {} : given;
}

/** No more is sold than is held, and the lots sold are lots of the account that add up to the sale. */
function lotsAddUp(evidence: Evidence, trade: Trade): boolean {
  const sold = unitsIn(trade.local);
  if (sold > freeBefore(evidence, trade) || sellsMoreUnits(evidence, trade)) return false;
  if (trade.lots.length === 0) return true;
  const position = evidence.account.positions.find(({ product }) => product === trade.product);
  let sum = 0n;
  for (const { lot, amount } of trade.lots) {
    const own = position?.lots?.find(({ id }) => id === lot);
    if (own === undefined) return false;
    sum += unitsIn(amount);
    if (own.value !== undefined && unitsIn(amount) > unitsIn(own.value)) return false;
  }
  return sum === sold;
}

function sellsMoreUnits({ account }: Evidence, { product: id, units }: Trade): boolean {
  const held = account.positions.find(({ product }) => product === id)?.units;
  if (units === undefined || held === undefined) return false;
  const [sold, all] = [readDecimal(units, 'units', 'any'), readDecimal(held, 'units', 'any')];
  const scale = Math.max(sold.scale, all.scale);
  return atScale(sold, scale) > atScale(all, scale);
}

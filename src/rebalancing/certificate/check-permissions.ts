import { acceptedShareOn } from '../../products/index.js';
import type { AccountTarget } from '../account/account.js';
import { atScale, readDecimal } from '../account/exact.js';
import type { RestrictionTerms } from '../restrictions.js';
import type { RuleCheck } from '../result/result.js';
import { check, type Evidence, unitsIn } from './evidence.js';
import type { TradeRow } from './trade-row.js';

/** Nothing that is locked, restricted, closed or redeemed only in part is traded, and no lot gives more than it has. */
export function checkPermissions(
  evidence: Evidence,
  rows: readonly TradeRow[],
): readonly RuleCheck[] {
  let [locked, closed, astray] = [0, 0, 0];
  for (const row of rows) {
    if (row.trade.side === 'buy') {
      if (!mayBuy(evidence, row)) closed++;
    } else {
      if (!maySell(evidence, row)) locked++;
      if (!lotsAddUp(row)) astray++;
    }
  }
  return [
    check('nothing-locked-sold', locked),
    check('nothing-closed-bought', closed),
    check('lots', astray),
  ];
}

function maySell(evidence: Evidence, row: TradeRow): boolean {
  const { account, desk } = evidence;
  const { trade, product, local, free } = row;
  if (account.status === 'frozen' || account.status === 'closed') return false;
  const terms = restrictionOn(evidence, trade.product);
  if (terms?.amount !== undefined) {
    if (local > free - unitsIn(terms.amount)) return false;
  } else if (terms?.kind === 'locked' || terms?.kind === 'buy-only') return false;
  if (acceptedShareOn(product, trade.dealsOn) !== undefined) return false;
  if (trade.lots.length === 0) return desk.next(product, 'sell').status === 'now';
  return trade.lots.every(({ boughtOn }) => desk.next(product, 'sell', boughtOn).status === 'now');
}

function mayBuy(evidence: Evidence, { trade, product }: TradeRow): boolean {
  const { account, desk } = evidence;
  if (account.status !== undefined && account.status !== 'active') return false;
  if (!isListed(account.target, trade.product)) return false;
  const terms = restrictionOn(evidence, trade.product);
  if (terms !== undefined && terms.amount === undefined && terms.kind !== 'buy-only') return false;
  return desk.next(product, 'buy').status === 'now';
}

/** Whether a target by asset classes lets a product be bought. */
function isListed(target: AccountTarget, product: string): boolean {
  if (target.kind !== 'classes') return true;
  const { products } = target as Extract<AccountTarget, { kind: 'classes' }>;
  return products.includes(product);
}

/** The terms of a product's restriction, where one is in force on the day. */
function restrictionOn({ account, desk }: Evidence, product: string): RestrictionTerms | undefined {
  const given = account.restrictions?.[product];
  if (typeof given === 'string') return { kind: given };
  return given?.until !== undefined && given.until < desk.asOf ? undefined : given;
}

/** No more is sold than is held, and the lots sold are lots of the account that add up to the sale. */
function lotsAddUp({ trade, position, local, free }: TradeRow): boolean {
  if (local > free || sellsMoreUnits(trade.units, position?.units)) return false;
  if (trade.lots.length === 0) return true;
  let sum = 0n;
  for (const { lot, amount } of trade.lots) {
    const own = position?.lots?.find(({ id }) => id === lot);
    if (own === undefined) return false;
    const sold = unitsIn(amount);
    if (own.value !== undefined && sold > unitsIn(own.value)) return false;
    sum += sold;
  }
  return sum === local;
}

function sellsMoreUnits(units: string | undefined, held: string | undefined): boolean {
  if (units === undefined || held === undefined) return false;
  const [sold, all] = [readDecimal(units, 'units', 'any'), readDecimal(held, 'units', 'any')];
  const scale = Math.max(sold.scale, all.scale);
  return atScale(sold, scale) > atScale(all, scale);
}

import { fromMinorUnits, type Money } from '../money/index.js';
import { changeTo, cutToTerms, dropTrade, isPermitted, sizeOf } from './changes.js';
import type { Account } from './problem.js';
import type { DroppedTrade } from './result.js';

/** A trade with its side, before costs and reasons. */
export interface PlannedTrade {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  readonly amount: Money;
}

/** Trades by ascending product id, and what is not traded. */
export interface TradePlan {
  readonly trades: readonly PlannedTrade[];
  readonly dropped: readonly DroppedTrade[];
}

/**
 * Trades to the weights that add up to zero exactly, each one large enough. The residual product
 * takes what the others leave over, however little.
 */
export function planTrades(account: Account, weights: Readonly<Record<string, number>>): TradePlan {
  const { residualProduct, value } = account;
  const changes = new Map<string, bigint>();
  const dropped: DroppedTrade[] = [];
  for (const product of account.values.keys()) {
    if (product === residualProduct) continue;
    const change = changeTo(weights, product, account);
    // A weight that a restriction holds fast must not become a trade by its last digit.
    if (change === 0n || !isPermitted(product, change, account)) continue;
    const possible = largestPossible(product, change, account);
    if (possible !== 0n) changes.set(product, possible);
    else dropped.push(dropTrade(product, change, account, 'rebalancing.below-minimum-trade'));
  }
  const reduced = matchResidual(changes, account);
  const rest = restOf(changes);
  if (rest !== 0n) changes.set(residualProduct, rest);
  const trades = [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([product, change]): PlannedTrade => {
      const amount = fromMinorUnits(value.currency, sizeOf(change));
      return { product, side: change > 0n ? 'buy' : 'sell', amount };
    });
  return { trades, dropped: [...dropped, ...reduced] };
}

/** A change cut down to what the product's terms allow; zero if that is too small to trade. */
function largestPossible(product: string, change: bigint, account: Account): bigint {
  const possible = change > 0n ? cutToTerms(product, change, account) : change;
  return sizeOf(possible) < account.minimumTrade ? 0n : possible;
}

/** What is left for the residual product so that everything adds up to zero. */
function restOf(changes: ReadonlyMap<string, bigint>): bigint {
  return -[...changes.values()].reduce((sum, change) => sum + change, 0n);
}

/** While the residual product cannot take the rest, the largest trade on the other side shrinks. */
function matchResidual(changes: Map<string, bigint>, account: Account): readonly DroppedTrade[] {
  const lost = new Map<string, bigint>();
  for (;;) {
    const rest = restOf(changes);
    const excess = rest - takenByResidual(rest, account);
    if (excess === 0n) break;
    // Money left over means that sales exceed purchases, so there is a sale; and the other way round.
    const product = largestOf(changes, (change) => change > 0n !== excess > 0n);
    const change = changes.get(product)!;
    // Shrinking by the excess, but never past zero to the other side.
    const smaller = sizeOf(excess) < sizeOf(change) ? change + excess : 0n;
    const kept = largestPossible(product, smaller, account);
    if (kept === 0n) changes.delete(product);
    else changes.set(product, kept);
    lost.set(product, (lost.get(product) ?? 0n) + change - kept);
  }
  return [...lost].map(([product, change]) =>
    dropTrade(product, change, account, 'rebalancing.reduced'),
  );
}

/** What of the rest the residual product can take: buy what it allows, or sell what is held. */
function takenByResidual(rest: bigint, account: Account): bigint {
  const { residualProduct, values } = account;
  if (rest === 0n || !isPermitted(residualProduct, rest, account)) return 0n;
  if (rest > 0n) return cutToTerms(residualProduct, rest, account);
  const held = values.get(residualProduct)!;
  return -rest < held ? rest : -held;
}

function largestOf(
  changes: ReadonlyMap<string, bigint>,
  onSide: (change: bigint) => boolean,
): string {
  const [largest] = [...changes]
    .filter(([, change]) => onSide(change))
    .reduce((most, one) => (sizeOf(one[1]) > sizeOf(most[1]) ? one : most));
  return largest;
}

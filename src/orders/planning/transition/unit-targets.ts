import type { Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { partOfStep } from '../obstacle-reason.js';
import { lotOf, valueOfUnits } from '../purchase-terms.js';
import { placePurchase } from './place-purchase.js';
import { toBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';

/** What a target in units calls for; amounts in smallest units of the base. */
export interface UnitDifference {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  /** Units to trade, scaled: whole lots, or all that is held; absent for all of what is held in money. */
  readonly count?: bigint;
  /** What they are worth; with its fee what a purchase costs. */
  readonly size: bigint;
  /** Whether nothing is to stay. */
  readonly all: boolean;
  /** What is no whole lot, and so is not traded. */
  readonly part: { readonly worth: bigint; readonly reasons: readonly Reason[] };
}

/** How what is held differs from the targets in units, by ascending product id. */
export function unitDifferences<C extends CurrencyCode>(
  read: ReadTransition<C>,
): readonly UnitDifference[] {
  return [...read.unitTargets].map(([product, target]) =>
    target === 0n ? wholeSale(product, read) : differenceOf(product, target, read),
  );
}

const NO_PART: UnitDifference['part'] = { worth: 0n, reasons: [] };

function wholeSale<C extends CurrencyCode>(
  product: string,
  { positions, rateOf }: ReadTransition<C>,
): UnitDifference {
  const position = positions.get(product);
  const size = position === undefined ? 0n : toBase(position.value, rateOf(position.currency)!);
  const count = position?.units;
  const all = { product, side: 'sell', size, all: true, part: NO_PART } as const;
  return count === undefined ? all : { ...all, count };
}

function differenceOf<C extends CurrencyCode>(
  id: string,
  target: bigint,
  read: ReadTransition<C>,
): UnitDifference {
  const product = read.universe.byId[id]!;
  const held = read.positions.get(id)?.units ?? 0n;
  const [more, less] = target > held ? [target - held, 0n] : [0n, held - target];
  const lot = lotOf(product);
  const part = (more + less) % lot;
  const count = more + less - part;
  const currency = product.currency ?? read.currency;
  const worth = (units: bigint): bigint =>
    toBase(valueOfUnits(units, read.priceOf(id)!, currency), read.rateOf(currency)!);
  return {
    product: id,
    side: more > 0n ? 'buy' : 'sell',
    count,
    size: more > 0n ? costOf(id, count, read) : worth(count),
    all: false,
    part: part === 0n ? NO_PART : { worth: worth(part), reasons: [partOfStep(id, part, lot)] },
  };
}

/** What so many units cost, those among them that cannot be ordered included. */
function costOf<C extends CurrencyCode>(
  product: string,
  count: bigint,
  read: ReadTransition<C>,
): bigint {
  const { placed, rest } = placePurchase({ product, count, amount: 0n }, 1n, read);
  return placed + rest;
}

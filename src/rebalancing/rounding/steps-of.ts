import { divideUp, most, sizeOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { compare, type Draft } from './draft.js';
import { isCoarse, netOfLot, worthOfLot } from './least-purchase.js';

/** A trade that is made in steps or whole units, in smallest units of the account's currency. */
export interface Stepped {
  readonly place: number;
  /** 1 for a purchase, −1 for a sale. */
  readonly sign: 1 | -1;
  /** The most that steps allow within what is wanted; a purchase's with its entry fee. */
  readonly floor: bigint;
  readonly step: bigint;
}

/** The trades that steps round, and those that can take what that leaves. */
export interface Steps {
  readonly stepped: readonly Stepped[];
  /** Places of what is traded to the unit, the largest first. */
  readonly fine: readonly number[];
}

/** Finds the trades that steps round, before money has changed them; nothing where there are none. */
export function stepsOf(draft: Draft): Steps | undefined {
  const { occasion, changes, rules, fits } = draft;
  const { holdings } = occasion.account;
  const stepped: Stepped[] = [];
  const fine: number[] = [];
  for (let place = 0; place < holdings.length; place++) {
    const change = changes.wanted[place]!;
    if (change === 0n || place === rules.residual) continue;
    const mayDiffer = change > 0n || !changes.raises;
    if (isCoarse(holdings[place]!, change < 0n, rules.amountStep)) {
      const one = mayDiffer ? steppedAt(draft, place) : undefined;
      if (one !== undefined) stepped.push(one);
    } else if (mayDiffer && fits.has(place)) {
      fine.push(place);
    }
  }
  if (stepped.length === 0) return undefined;
  const sizeAt = (place: number): bigint => sizeOf(changes.wanted[place]!);
  if (rules.residual < 0) fine.sort((a, b) => compare(sizeAt(b), sizeAt(a)) || a - b);
  return { stepped, fine };
}

function steppedAt({ occasion, changes, rules, fits }: Draft, place: number): Stepped | undefined {
  const holding = occasion.account.holdings[place]!;
  const wanted = sizeOf(changes.wanted[place]!);
  const floor = fits.get(place)?.amount ?? 0n;
  const isSale = changes.wanted[place]! < 0n;
  // All goes, whole steps or not.
  if (isSale && (floor === holding.value || floor > wanted)) return undefined;
  if (!isSale && isForeign(holding)) return undefined;
  const minimum = rules.minimums[isSale ? 'sell' : 'buy'][place]!;
  const step = stepIn(holding, isSale, rules.amountStep);
  if (floor === 0n && !isCutByStep(holding, wanted, step, minimum)) return undefined;
  return { place, sign: isSale ? -1 : 1, floor, step };
}

/** Whether a trade that is not made lacks nothing but the step. */
function isCutByStep(
  { minimumPurchase, rate }: Holding,
  amount: bigint,
  step: bigint,
  minimum: bigint,
): boolean {
  return amount < step && amount >= minimum && amount >= toAccount(minimumPurchase, rate);
}

/** Of money in another currency more may not be payable. */
function isForeign({ rate }: Holding): boolean {
  return rate.over !== rate.under;
}

/** What a trade grows by at least, a purchase's entry fee included. */
function stepIn(holding: Holding, isSale: boolean, amountStep: bigint): bigint {
  const { over, under } = holding.rate;
  const own = (isSale ? netOfLot(holding) : worthOfLot(holding)) ?? (isSale ? 1n : holding.step);
  return most(divideUp(own * over, under), amountStep);
}

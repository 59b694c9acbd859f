import { AptfolioError, at } from '../../errors/index.js';
import type { Product, ProductChange } from '../product.js';
import type { EntryFeeTier, ProductFees } from '../product-fees.js';
import { SHARE_TOLERANCE, sumOfShares } from './check-shares.js';

/** Refuses fees that are not parts of the whole they are said to come out of, whatever day it is. */
export function checkFeeSums(product: Product, path: string): void {
  const { annualFee, entryFee, changes = [] } = product;
  let state: Charged = { annualFee, entryFee, fees: product.fees };
  checkState(state, `${path}.fees`);
  changes.forEach((change, index) => {
    const place = at(`${path}.changes`, index);
    state = {
      annualFee: change.annualFee ?? state.annualFee,
      entryFee: change.entryFee ?? state.entryFee,
      fees: change.fees ?? state.fees,
    };
    checkChange(change, state.fees ?? {}, place);
    if (change.fees !== undefined) checkState(state, `${place}.fees`);
  });
}

interface Charged {
  readonly annualFee: number;
  readonly entryFee: number;
  readonly fees: ProductFees | undefined;
}

/** Fees beside the rates of the day on which they are stated. */
function checkState({ annualFee, entryFee, fees }: Charged, path: string): void {
  if (fees === undefined) return;
  checkParts(fees, annualFee, at(path, 'annualParts'));
  checkAtMost(fees.rebate, annualFee, 'annualFee', at(path, 'rebate'));
  const highest = highestEntryRate(fees, entryFee);
  checkAtMost(fees.entryCommission, highest, 'the entry fee', at(path, 'entryCommission'));
}

function checkParts({ annualParts }: ProductFees, annualFee: number, path: string): void {
  if (annualParts === undefined) return;
  const sum = sumOfShares(annualParts);
  if (Math.abs(sum - annualFee) <= SHARE_TOLERANCE) return;
  throw new AptfolioError('inconsistent', path, `parts that sum to annualFee, ${annualFee}`, sum);
}

function checkAtMost(part: number | undefined, whole: number, name: string, path: string): void {
  if (part === undefined || part <= whole) return;
  throw new AptfolioError('inconsistent', path, `at most ${name}, ${whole}`, part);
}

/** A sum is no rate: beside one that may be all of the fee nothing can be compared. */
function highestEntryRate({ entry }: ProductFees, entryFee: number): number {
  if (entry === undefined) return entryFee;
  return Math.max(...entry.map(highestRate));
}

function highestRate(tier: EntryFeeTier): number {
  if ('flat' in tier || tier.plus !== undefined || tier.least !== undefined) return 1;
  return tier.rate;
}

function checkChange(
  change: ProductChange,
  { rebate = 0, entry }: ProductFees,
  path: string,
): void {
  const { annualFee, entryFee } = change;
  if (annualFee !== undefined && change.fees === undefined && annualFee < rebate) {
    const expected = `at least fees.rebate, ${rebate}`;
    throw new AptfolioError('inconsistent', `${path}.annualFee`, expected, annualFee);
  }
  if (entryFee !== undefined && entry !== undefined) {
    const expected = 'no entry fee, because the tiers of fees.entry take its place';
    throw new AptfolioError('inconsistent', `${path}.entryFee`, expected, entryFee);
  }
}

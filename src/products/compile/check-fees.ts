import { AptfolioError, at } from '../../errors/index.js';
import type { EntryFeeTier, ExitFeeTier, PerformanceFee, ProductFees } from '../product-fees.js';
import { checkAmount, compareAmounts, isAboveZero } from './check-amount.js';
import {
  chargedRate,
  checkFields,
  type FieldCheck,
  type FieldChecks,
  listOf,
  numberIn,
  wholeNumberIn,
} from './check-fields.js';
import { checkShareRecord } from './check-shares.js';

/** Checks what a product costs, each field for itself, and puts the tiers in ascending order. */
export function checkFees(value: unknown, path: string): ProductFees {
  return checkFields(value, path, FEES, []);
}

const FEES: FieldChecks<ProductFees> = {
  entry: tiersOf(checkEntryTier, compareEntryTiers, ({ from }) => !isAboveZero(from), 'from'),
  exit: tiersOf(
    checkExitTier,
    (a, b) => a.fromDays - b.fromDays,
    ({ fromDays }) => fromDays === 0,
    'fromDays',
  ),
  annualParts: (value, path) => checkShareRecord(value, path),
  performance: checkPerformanceFee,
  rebate: chargedRate,
  entryCommission: chargedRate,
  halfSpread: chargedRate,
};

/** Tiers by ascending bound, the lowest of which takes in everything from zero on. */
function tiersOf<T extends EntryFeeTier | ExitFeeTier>(
  check: FieldCheck<T>,
  compare: (a: T, b: T) => number,
  startsAtZero: (tier: T) => boolean,
  bound: string,
): FieldCheck<readonly T[]> {
  const checkList = listOf(check, 1);
  return (value, path) => {
    const given = checkList(value, path);
    const tiers = [...given].sort(compare);
    const again = tiers.findIndex((tier, i) => i > 0 && compare(tiers[i - 1]!, tier) === 0);
    if (again !== -1) {
      const place = at(at(path, given.indexOf(tiers[again]!)), bound);
      throw new AptfolioError('duplicate-id', place, 'a bound not used before');
    }
    if (startsAtZero(tiers[0]!)) return Object.freeze(tiers);
    throw new AptfolioError('inconsistent', path, `a tier whose ${bound} is 0`);
  };
}

function checkEntryTier(value: unknown, path: string): EntryFeeTier {
  const tier = checkFields<AnyEntryTier>(value, path, ENTRY_TIER, ['from']);
  if ((tier.rate === undefined) !== (tier.flat === undefined)) return tier as EntryFeeTier;
  const code = tier.rate === undefined ? 'missing-value' : 'inconsistent';
  throw new AptfolioError(code, at(path, 'rate'), 'either a rate or a flat sum');
}

interface AnyEntryTier {
  readonly from: string;
  readonly rate?: number;
  readonly flat?: string;
}

const ENTRY_TIER: FieldChecks<AnyEntryTier> = {
  from: checkAmount,
  rate: chargedRate,
  flat: checkAmount,
};

function compareEntryTiers(a: EntryFeeTier, b: EntryFeeTier): number {
  return compareAmounts(a.from, b.from);
}

function checkExitTier(value: unknown, path: string): ExitFeeTier {
  return checkFields(value, path, EXIT_TIER, ['fromDays', 'rate']);
}

const EXIT_TIER: FieldChecks<ExitFeeTier> = {
  fromDays: wholeNumberIn({ min: 0 }),
  rate: chargedRate,
};

function checkPerformanceFee(value: unknown, path: string): PerformanceFee {
  return checkFields(value, path, PERFORMANCE_FEE, ['rate', 'hurdle']);
}

const PERFORMANCE_FEE: FieldChecks<PerformanceFee> = {
  rate: chargedRate,
  hurdle: numberIn({ exclusiveMin: -1 }),
};

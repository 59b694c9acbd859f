import { AptfolioError, at } from '../../errors/index.js';
import type {
  EntryFeeTier,
  ExitFeeTier,
  FeeBounds,
  MarketImpact,
  PerformanceFee,
  ProductFees,
} from '../product-fees.js';
import { checkAmount, checkPositiveAmount, compareAmounts, isAboveZero } from './check-amount.js';
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
  impact: checkImpact,
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
  if ((tier.rate === undefined) === (tier.flat === undefined)) {
    const code = tier.rate === undefined ? 'missing-value' : 'inconsistent';
    throw new AptfolioError(code, at(path, 'rate'), 'either a rate or a flat sum');
  }
  const bound = BOUNDS.find((name) => tier[name] !== undefined);
  if (tier.flat !== undefined && bound !== undefined) {
    throw new AptfolioError('inconsistent', at(path, bound), 'nothing beside a flat sum');
  }
  checkBounds(tier, path);
  return tier as EntryFeeTier;
}

interface AnyEntryTier extends FeeBounds {
  readonly from: string;
  readonly rate?: number;
  readonly flat?: string;
}

const BOUND_CHECKS: FieldChecks<FeeBounds> = {
  plus: checkAmount,
  least: checkAmount,
  most: checkAmount,
};

const BOUNDS = Object.keys(BOUND_CHECKS) as readonly (keyof FeeBounds)[];

/** Refuses a highest fee below what is charged in any case. */
function checkBounds(bounds: FeeBounds, path: string): void {
  const { most } = bounds;
  if (most === undefined) return;
  for (const name of ['plus', 'least'] as const) {
    const sum = bounds[name];
    if (sum === undefined || compareAmounts(sum, most) <= 0) continue;
    throw new AptfolioError('inconsistent', at(path, 'most'), `at least ${name}, ${sum}`, most);
  }
}

const ENTRY_TIER: FieldChecks<AnyEntryTier> = {
  from: checkAmount,
  ...BOUND_CHECKS,
  rate: chargedRate,
  flat: checkAmount,
};

function compareEntryTiers(a: EntryFeeTier, b: EntryFeeTier): number {
  return compareAmounts(a.from, b.from);
}

function checkExitTier(value: unknown, path: string): ExitFeeTier {
  const tier = checkFields<ExitFeeTier>(value, path, EXIT_TIER, ['fromDays', 'rate']);
  checkBounds(tier, path);
  return tier;
}

const EXIT_TIER: FieldChecks<ExitFeeTier> = {
  fromDays: wholeNumberIn({ min: 0 }),
  rate: chargedRate,
  ...BOUND_CHECKS,
};

function checkImpact(value: unknown, path: string): MarketImpact {
  return checkFields(value, path, IMPACT, ['coefficient', 'dailyVolume']);
}

const IMPACT: FieldChecks<MarketImpact> = {
  coefficient: chargedRate,
  dailyVolume: checkPositiveAmount,
};

function checkPerformanceFee(value: unknown, path: string): PerformanceFee {
  return checkFields(value, path, PERFORMANCE_FEE, ['rate', 'hurdle']);
}

const PERFORMANCE_FEE: FieldChecks<PerformanceFee> = {
  rate: chargedRate,
  hurdle: numberIn({ exclusiveMin: -1 }),
};

import { makeReason, type Reason } from '../../evidence/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import { VINTAGE_BLOCKS, type VintageBlock } from './mixed-vintages.js';
import { EQUAL_WITHIN, type SizedAllocation, type StanceAllocation } from './size-up.js';
import { turnoverOf, weightChanges, weightOf } from './turnover.js';

/** What one changed block does to a level, after the blocks before it were changed. */
export interface VintageStep {
  readonly block: VintageBlock;
  /** Change of weight by class. Those of all steps add up to the change in all. */
  readonly changes: Readonly<Record<string, number>>;
  /** Half the sum of those changes' sizes. */
  readonly turnover: number;
}

/** A level that has a portfolio in both vintages. */
export interface ComparedLevel {
  /** `unchanged`: no weight differs by more than 1e-9. */
  readonly status: 'changed' | 'unchanged';
  readonly level: RiskLevel;
  /** Later weight less earlier weight, by class of either; a class that one does not have counts as 0 there. */
  readonly changes: Readonly<Record<string, number>>;
  /** What clients of the level would have to switch: half the sum of the changes' sizes. */
  readonly turnover: number;
  /** Block by block, in the order of `VintageBlock`; null where the classes differ or a step cannot be proved. */
  readonly steps: readonly VintageStep[] | null;
  /** Which class moves the most, and which block moves the most where the steps are known; empty where nothing changed. */
  readonly reasons: readonly Reason[];
}

/** A level that has no portfolio in at least one vintage. */
export interface UncomparedLevel {
  readonly status: 'unavailable';
  readonly level: RiskLevel;
  readonly missing: readonly ('before' | 'after')[];
  readonly reasons: readonly Reason[];
}

/** Compares a level's portfolios; `between` are the solutions on the way, null where there is no way. */
export function compareLevel(
  level: RiskLevel,
  before: StanceAllocation,
  after: StanceAllocation,
  between: readonly StanceAllocation[] | null,
): ComparedLevel | UncomparedLevel {
  if (before.status !== 'optimal' || after.status !== 'optimal') {
    return unavailable(level, { before, after });
  }
  const changes = weightChanges(before.weights, after.weights);
  const isChanged = Object.values(changes).some((change) => Math.abs(change) > EQUAL_WITHIN);
  const steps = between === null ? null : stepsAlong([before, ...between, after]);
  return Object.freeze({
    status: isChanged ? 'changed' : 'unchanged',
    level,
    changes,
    turnover: turnoverOf(changes),
    steps,
    reasons: Object.freeze(isChanged ? [explain(level, before, changes, steps)] : []),
  });
}

function unavailable(
  level: RiskLevel,
  sides: Readonly<Record<'before' | 'after', StanceAllocation>>,
): UncomparedLevel {
  const missing = (['before', 'after'] as const).filter((side) => sides[side].status !== 'optimal');
  const reasons = missing.map((side) =>
    makeReason(`allocation.no-portfolio-${side}`, 'warn', { level }),
  );
  return Object.freeze({
    status: 'unavailable',
    level,
    missing: Object.freeze(missing),
    reasons: Object.freeze(reasons),
  });
}

function stepsAlong(way: readonly StanceAllocation[]): readonly VintageStep[] | null {
  const solved = way.filter((one): one is SizedAllocation => one.status === 'optimal');
  if (solved.length < way.length) return null;
  return Object.freeze(
    VINTAGE_BLOCKS.map((block, k) => {
      const [from, to] = [solved[k]!, solved[k + 1]!];
      const changes = weightChanges(from.weights, to.weights);
      return Object.freeze({ block, changes, turnover: turnoverOf(changes) });
    }),
  );
}

/** The class that is moved the most in all, and the block that moves the most where that is known; of equals the first. */
function explain(
  level: RiskLevel,
  { weights }: SizedAllocation,
  changes: Readonly<Record<string, number>>,
  steps: readonly VintageStep[] | null,
): Reason {
  const size = (name: string) => Math.abs(changes[name]!);
  const assetClass = Object.keys(changes).reduce((a, b) =>
    size(b) > size(a) + EQUAL_WITHIN ? b : a,
  );
  const from = weightOf(weights, assetClass);
  const to = from + changes[assetClass]!;
  const parameters = { level, turnover: turnoverOf(changes), assetClass, from, to };
  if (steps === null) return makeReason('allocation.moved-most', 'info', parameters);
  const { block, turnover: part } = steps.reduce((a, b) =>
    b.turnover > a.turnover + EQUAL_WITHIN ? b : a,
  );
  return makeReason(`allocation.moved-most-by-${block}`, 'info', { ...parameters, part });
}

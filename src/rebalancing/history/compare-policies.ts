import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkInteger, checkList, checkObject } from '../../errors/index.js';
import type { History, HistoryPolicy, PolicyReplay } from './history.js';
import { type ReadHistory, readHistory, yearsFrom } from './read-history.js';
import { readPolicy, replayRead } from './replay-policy.js';

/** One start in the past and what each policy came to from there. */
export interface PolicyWindow {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Annual return and largest fall by policy id, decimal fractions. */
  readonly annualReturn: Readonly<Record<string, number>>;
  readonly maxDrawdown: Readonly<Record<string, number>>;
}

/** Policies side by side. */
export interface PolicyComparison {
  /** In the order given. */
  readonly policies: readonly PolicyReplay[];
  /** Every stretch of `windowPeriods` periods, each started afresh; empty without that option. Stretches overlap. */
  readonly windows: readonly PolicyWindow[];
}

/** How to compare. */
export interface PolicyComparisonOptions {
  /** Length of the stretches from which each policy is started anew, in periods. Absent: the whole past alone. */
  readonly windowPeriods?: number;
}

/**
 * Replays several policies over the same past, and over every stretch of it where that is asked for.
 *
 * One past is one sample: the order of two policies over all of it says little. How often one was ahead over the stretches, and
 * by how much, says more; as stretches overlap they are no independent samples either.
 *
 * @throws AptfolioError as `replayPolicy`, with the paths `policies[1]...`; `duplicate-id` for two policies of one id;
 * `out-of-range` for stretches longer than the past.
 *
 * @example
 * ```ts
 * import { comparePolicies } from 'aptfolio/rebalancing';
 *
 * const history = {
 *   assetClasses: ['SHARES', 'BONDS'],
 *   from: '1999-12-31',
 *   periods: [{ to: '2000-12-31', returns: [0.5, 0] }, { to: '2001-12-31', returns: [-0.2, 0] }],
 *   target: { SHARES: 0.5, BONDS: 0.5 },
 * } as const;
 * const bands = { default: { absolute: 0.05 } };
 * const { policies, windows } = comparePolicies(
 *   history,
 *   [{ id: 'bands', bands }, { id: 'never', bands, triggers: [] }],
 *   { windowPeriods: 1 },
 * );
 * policies.map(({ policy, wealth }) => [policy, wealth]); // => [['bands', 1.125], ['never', 1.1]]
 * windows.length; // => 2
 * ```
 */
export function comparePolicies(
  history: History,
  policies: readonly HistoryPolicy[],
  options: PolicyComparisonOptions = {},
): PolicyComparison {
  const past = readHistory(history);
  checkObject(options, 'options');
  const seen = new Set<string>();
  const read = checkList<HistoryPolicy>(policies, 'policies', { minLength: 1 }).map((one, i) => {
    const policy = readPolicy(one, past.assetClasses, at('policies', i));
    if (seen.has(policy.id)) {
      const path = at(at('policies', i), 'id');
      throw new AptfolioError('duplicate-id', path, 'a policy not named before', policy.id);
    }
    seen.add(policy.id);
    return policy;
  });
  const windows = stretches(past, options.windowPeriods).map((stretch) => {
    const replays = read.map((policy) => replayRead(stretch, policy));
    const byPolicy = (figure: 'annualReturn' | 'maxDrawdown'): Readonly<Record<string, number>> =>
      Object.freeze(Object.fromEntries(replays.map((one) => [one.policy, one[figure]])));
    return Object.freeze({
      from: stretch.from,
      to: stretch.periods[stretch.periods.length - 1]!.to,
      annualReturn: byPolicy('annualReturn'),
      maxDrawdown: byPolicy('maxDrawdown'),
    });
  });
  return Object.freeze({
    policies: Object.freeze(read.map((policy) => replayRead(past, policy))),
    windows: Object.freeze(windows),
  });
}

function stretches(past: ReadHistory, length: number | undefined): readonly ReadHistory[] {
  if (length === undefined) return [];
  const { periods } = past;
  const size = checkInteger(length, 'options.windowPeriods', { min: 1, max: periods.length });
  return periods.slice(0, periods.length - size + 1).map((_, start) => {
    const from = start === 0 ? past.from : periods[start - 1]!.to;
    return between(past, from, periods.slice(start, start + size));
  });
}

function between(past: ReadHistory, from: PlainDate, periods: ReadHistory['periods']): ReadHistory {
  return { ...past, from, periods, years: yearsFrom(from, periods) };
}

import { at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import {
  type CompiledDestination,
  compileDestination,
} from '../destination/compile-destination.js';
import { type CompiledBands, compileBands } from '../drift/compile-bands.js';
import { compileGroups } from '../drift/compile-groups.js';
import type { Scope } from '../policy/policy.js';
import { compileTriggers, type TriggerRules } from '../triggers/compile-triggers.js';
import { actOn, type HistoryState } from './act-on.js';
import type { History, HistoryPolicy, HistoryStep, PolicyReplay } from './history.js';
import { type ReadHistory, readHistory } from './read-history.js';
import { summarise } from './summarise.js';

/**
 * What a rebalancing policy would have come to in the past.
 *
 * The portfolio is bought at its target on the first day. At the end of each period values grow by the returns, a flow comes in or
 * goes out, and the policy's triggers decide whether to trade to its destination. Trades cost what `costs` says, paid out of the
 * portfolio. Money that comes in or goes out is placed in any case. Every day counts as a business day; nothing can be done
 * within a period, so yearly returns hide what a monthly look would have found.
 *
 * Volatility and tracking error are standard deviations (n − 1) of period figures times the root of the periods in a year; both
 * are 0 for one period alone.
 *
 * @throws AptfolioError for returns of −1 or less, periods out of order, weights that do not sum to 1, or a policy that
 * `compileRebalancing` would refuse, with the path (`history.periods[3].returns[0]`, `policy.bands.default`).
 *
 * @example
 * ```ts
 * import { replayPolicy } from 'aptfolio/rebalancing';
 *
 * const history = {
 *   assetClasses: ['SHARES', 'BONDS'],
 *   from: '1999-12-31',
 *   periods: [{ to: '2000-12-31', returns: [0.5, 0] }, { to: '2001-12-31', returns: [-0.2, 0] }],
 *   target: { SHARES: 0.5, BONDS: 0.5 },
 * } as const;
 * const yearly = replayPolicy(history, {
 *   id: 'yearly', bands: { default: { absolute: 0.05 } },
 *   triggers: [{ kind: 'calendar', anchor: '2000-12-31', everyMonths: 12 }],
 * });
 * yearly.wealth; // => 1.125
 * yearly.steps[0].before.SHARES; // => 0.6
 * yearly.trades; // => 2
 * const never = replayPolicy(history, { id: 'never', bands: { default: { absolute: 0.05 } }, triggers: [] });
 * never.wealth; // => 1.1
 * ```
 */
export function replayPolicy(history: History, policy: HistoryPolicy): PolicyReplay {
  return replayRead(readHistory(history), readPolicy(policy, history.assetClasses, 'policy'));
}

/** A checked policy. */
export interface ReadPolicy {
  readonly id: string;
  readonly bands: CompiledBands;
  readonly triggers: TriggerRules;
  readonly destination: CompiledDestination;
  readonly scope: Scope;
  readonly towardsTarget: boolean;
}

const FLOWS = ['towards-target', 'at-target-weights'] as const;

/** Checks a policy for asset classes that are checked already. */
export function readPolicy(
  policy: HistoryPolicy,
  assetClasses: readonly string[],
  path: string,
): ReadPolicy {
  checkObject(policy, path);
  const known = new Set(assetClasses);
  const groups = compileGroups(policy.groups ?? [], at(path, 'groups'), known);
  const bands = compileBands(policy.bands, at(path, 'bands'), { groups, known });
  const measured = new Set([...assetClasses, ...groups.map((group) => group.id)]);
  const options = { measuresRisk: false };
  return {
    id: checkText(policy.id, at(path, 'id')),
    bands,
    triggers: compileTriggers(policy.triggers, policy.pacing, path, options),
    ...compileDestination(policy.destination, policy.scope, path, known, measured),
    towardsTarget:
      checkOneOf(policy.flows ?? 'towards-target', at(path, 'flows'), FLOWS) === 'towards-target',
  };
}

/** Replays what has been read. */
export function replayRead(history: ReadHistory, policy: ReadPolicy): PolicyReplay {
  const { assetClasses, from, periods, target } = history;
  const values = Float64Array.from(assetClasses, (id) => target.get(id) ?? 0);
  let state: HistoryState = { values, lastTradeOn: from, breached: new Set() };
  const steps: HistoryStep[] = [];
  for (const { to, returns } of periods) {
    const grown = state.values.map((value, i) => value * (1 + returns[i]!));
    const done = actOn(grown, to, state, history, policy);
    steps.push(done.step);
    state = done.state;
  }
  return summarise(policy.id, steps, history);
}

import { checkObject, renamePaths } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import {
  type CompiledPack,
  diffPacks,
  type PackDifference,
  type RuleStanding,
} from '../../rules/index.js';
import { checkOrder, type OrderCheck } from './check-order.js';
import type { OrderContext } from './order-context.js';
import type { OrderToCheck } from './order-to-check.js';
import { packsOfDay } from './suitability/packs-of-day.js';

/** Where a rule stood and where it stands. */
export interface StandingChange {
  readonly rule: string;
  /** Absent: the rule was not in force, or was not asked. */
  readonly before?: RuleStanding;
  readonly now?: RuleStanding;
}

/** The same order under the packs and facts of two days. */
export interface OrderRecheck {
  /** Whether the status is another. */
  readonly changed: boolean;
  readonly before: OrderCheck;
  readonly now: OrderCheck;
  /** Rules that stand elsewhere, by id. */
  readonly standings: readonly StandingChange[];
  /** What differs between the versions of each pack, by id; packs that are the same are left out. */
  readonly packs: readonly PackDifference[];
  /** Ids of packs that only one of the two has. */
  readonly addedPacks: readonly string[];
  readonly removedPacks: readonly string[];
  /** Reasons that only one of the two has. */
  readonly addedReasons: readonly Reason[];
  readonly removedReasons: readonly Reason[];
}

/**
 * Checks an order again on another day and lists what differs, rule by rule: for rules that change between proposal and order.
 *
 * @param contexts `before`: as it was proposed; `now`: as it is. Each brings its own day, packs and facts.
 * @throws AptfolioError as `checkOrder`, with the paths `before.…` and `now.…`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { recheckOrder } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 * import { compilePack } from 'aptfolio/rules';
 * import { cnNfra } from 'aptfolio/suitability/packs/cn';
 * import { makePolicyPack } from 'aptfolio/suitability/packs/policy';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const policy = (version: string, approvalFrom: number) => compilePack(makePolicyPack({
 *   id: 'house', version, from: '2026-03-01', rules: ['order-approval'], thresholds: { approvalFrom },
 * }));
 * const law = compilePack(cnNfra);
 * const client = {
 *   kind: 'natural', professional: false, birthDate: '1985-01-01', civilCapacity: 'full', riskLevel: 'C3',
 *   assessedOn: '2026-03-02', changeReported: false, levelChanged: false, paymentMismatch: false,
 * } as const;
 * const context = {
 *   asOf: '2026-03-02', universe, account: { status: 'active' }, packs: [law, policy('1', 1000)],
 *   facts: { client, history: { assessmentsToday: 0, assessments12m: 1 } },
 *   productFacts: { B: { regime: 'nfra-investment' } },
 *   available: money('CNY', '500'), holdings: {}, moneyNeededOn: null, openOrders: [], consent: null,
 * } as const;
 * const order = { id: 'o1', side: 'buy', product: 'B', gross: money('CNY', '100') } as const;
 * const { before, now, standings, packs } = recheckOrder(order, {
 *   before: context, now: { ...context, asOf: '2026-03-03', packs: [law, policy('2', 100)] },
 * });
 * [before.status, now.status]; // => ['allowed', 'needs-approval']
 * standings; // => [{ rule: 'POLICY-ORDER-APPROVAL', before: 'not-met', now: 'fired' }]
 * packs[0].parameters.changed[0].name; // => 'approvalFrom'
 * ```
 */
export function recheckOrder<C extends CurrencyCode>(
  order: OrderToCheck<C>,
  contexts: {
    readonly before: OrderContext<NoInfer<C>>;
    readonly now: OrderContext<NoInfer<C>>;
  },
): OrderRecheck {
  const given = checkObject(contexts, 'contexts') as unknown as typeof contexts;
  const before = renamePaths({ context: 'before' }, () => checkOrder(order, given.before));
  const now = renamePaths({ context: 'now' }, () => checkOrder(order, given.now));
  const [old, next] = [packsIn(given.before), packsIn(given.now)];
  const both = [...next.keys()].filter((id) => old.has(id));
  const differences = both
    .map((id) => diffPacks(old.get(id) as CompiledPack, next.get(id) as CompiledPack))
    .filter(({ same }) => !same);
  return Object.freeze({
    changed: before.status !== now.status,
    before,
    now,
    standings: Object.freeze(standingsOf(before, now)),
    packs: Object.freeze(differences),
    addedPacks: Object.freeze([...next.keys()].filter((id) => !old.has(id))),
    removedPacks: Object.freeze([...old.keys()].filter((id) => !next.has(id))),
    addedReasons: only(now.reasons, before.reasons),
    removedReasons: only(before.reasons, now.reasons),
  });
}

function packsIn({ packs = [], asOf }: OrderContext): ReadonlyMap<string, CompiledPack> {
  return new Map(packsOfDay(packs, asOf).map((pack) => [pack.id, pack]));
}

function standingsOf(before: OrderCheck, now: OrderCheck): StandingChange[] {
  const old = before.assessment?.decision.standings ?? {};
  const next = now.assessment?.decision.standings ?? {};
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].sort().flatMap((rule) => {
    const [was, is] = [old[rule], next[rule]];
    if (was === is) return [];
    return [
      Object.freeze({
        rule,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { now: is }),
      }),
    ];
  });
}

function only(these: readonly Reason[], those: readonly Reason[]): readonly Reason[] {
  const known = new Set(those.map((reason) => JSON.stringify(reason)));
  return Object.freeze(these.filter((reason) => !known.has(JSON.stringify(reason))));
}

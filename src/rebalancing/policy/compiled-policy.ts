import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import {
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency } from '../../money/index.js';
import { type DealingDesk, findProduct, type ProductUniverse } from '../../products/index.js';
import { compileDestination, type DestinationRule } from '../destination/compile-destination.js';
import { type CompiledBands, compileBands } from '../drift/compile-bands.js';
import { type CompiledGroup, compileGroups } from '../drift/compile-groups.js';
import { CASH } from '../drift/drift.js';
import { refuseLiability } from '../refuse-liability.js';
import type { Cbor } from '../result/cbor.js';
import type { HashedProduct } from '../result/products-hash.js';
import { compileTriggers, type TriggerRules } from '../triggers/compile-triggers.js';
import type { ScheduledDays } from '../triggers/scheduled-days.js';
import { compileUtility, type Utility } from '../utility.js';
import type { CompiledProduct } from './compile-product.js';
import {
  type ClassGroup,
  FUNDINGS,
  type Funding,
  type RebalancingPolicy,
  type WeighingRules,
} from './policy.js';
import { makeAmountReader } from './read-amounts.js';
import { type CompiledCash, readCashPolicy } from './read-cash-policy.js';
import { type CompiledLots, readLotPolicy } from './read-lot-policy.js';
import { type CompiledTrading, readTradingRules } from './read-trading-rules.js';
import { refuseUnknownFields } from './refuse-unknown-fields.js';

/** A checked policy with its defaults. */
export interface CompiledPolicy {
  readonly id: string;
  readonly measure: 'classes' | 'products';
  readonly groups: readonly CompiledGroup[];
  readonly bands: CompiledBands;
  readonly triggers: TriggerRules;
  readonly way: DestinationRule;
  readonly funding: Funding;
  readonly cash: CompiledCash;
  readonly trading: CompiledTrading;
  readonly residualProduct: string | undefined;
  readonly lots: CompiledLots;
  readonly utility: Utility | undefined;
  readonly weighing: CompiledWeighing;
  readonly fxSpread: Readonly<Record<string, number>>;
  /** That of the policy's amounts; absent where it has none. */
  readonly currency: CurrencyCode | undefined;
  /** Products that are looked at in every account: what takes residuals and what takes the place of harvested ones. */
  readonly alsoConcerned: readonly string[];
}

/** What is set against the cost of trading. */
export interface CompiledWeighing {
  readonly years: number;
  readonly gate: 'gain' | 'always';
  readonly outOfMarketReturn: number | undefined;
}

/** What the library needs of a compiled policy; no part of the public face. */
export interface Inside {
  readonly policy: CompiledPolicy;
  /** The hash of the policy and its calendar. */
  readonly rulesHash: string;
  readonly assetClasses: readonly string[];
  readonly products: ReadonlyMap<string, CompiledProduct>;
  readonly calendar: BusinessCalendar;
  /** The hash of products by their ids and own hashes, in ascending order. */
  readonly productsHash: (products: readonly HashedProduct[]) => string;
  /** Room in which inputs are written to be hashed, one account's after the other. */
  readonly cbor: Cbor;
  /** What deals on a day; the days that were asked for are remembered. */
  readonly deskOn: (asOf: PlainDate) => DealingDesk;
  /** The time of the orders on the day of the decision, where it is given. */
  readonly time?: string;
  /** Scheduled days, remembered likewise. */
  readonly days: ScheduledDays;
}

/** Checks a policy from its first field to its last. */
export function readPolicy(policy: RebalancingPolicy, universe: ProductUniverse): CompiledPolicy {
  checkObject(policy, 'policy');
  refuseUnknownFields(policy);
  const path = (key: keyof RebalancingPolicy): string => at('policy', key);
  const id = checkText(policy.id, path('id'));
  const measure = checkOneOf(policy.measure ?? 'classes', path('measure'), [
    'classes',
    'products',
  ] as const);
  const known = new Set(
    measure === 'classes' ? universe.assetClasses : universe.products.map((product) => product.id),
  );
  const groups =
    policy.groups === undefined
      ? []
      : compileGroups(checkList<ClassGroup>(policy.groups, path('groups')), path('groups'), known);
  const utility =
    policy.utility === undefined
      ? undefined
      : compileUtility(policy.utility, universe.assetClasses, path('utility'));
  const amounts = makeAmountReader();
  const cash = readCashPolicy(policy.cash, path('cash'), amounts);
  const trading = readTradingRules(policy.trading, path('trading'), universe, amounts);
  const lots = readLotPolicy(policy.lots, path('lots'), universe, amounts);
  const residualProduct =
    policy.residualProduct === undefined
      ? undefined
      : readResidual(policy.residualProduct, universe, path('residualProduct'));
  const bands = compileBands(policy.bands, path('bands'), { measure, groups, known });
  const measured = new Set([...known, ...groups.map((group) => group.id)]);
  const way = compileDestination(policy.destination, policy.scope, 'policy', known, measured);
  return {
    id,
    measure,
    groups,
    bands,
    triggers: compileTriggers(policy.triggers, policy.pacing, 'policy', {
      measuresRisk: utility !== undefined,
    }),
    way,
    funding: checkOneOf(policy.funding ?? 'full', path('funding'), FUNDINGS),
    cash,
    trading,
    residualProduct,
    lots,
    utility,
    weighing: readWeighing(policy.weighing, path('weighing')),
    fxSpread: readSpreads(policy.fxSpread, path('fxSpread')),
    currency: amounts.currency(),
    alsoConcerned: concerned(residualProduct, measure === 'products' ? way : undefined, lots),
  };
}

function readResidual(id: string, universe: ProductUniverse, path: string): string {
  return refuseLiability(findProduct(id, universe, path), path).id;
}

function readWeighing(weighing: WeighingRules | undefined, path: string): CompiledWeighing {
  const given = weighing === undefined ? ({} as WeighingRules) : weighing;
  checkObject(given, path);
  const { years = 1, gate = 'gain', outOfMarketReturn } = given;
  return {
    years: checkRange(years, at(path, 'years'), { exclusiveMin: 0, max: 100 }),
    gate: checkOneOf(gate, at(path, 'gate'), ['gain', 'always'] as const),
    outOfMarketReturn:
      outOfMarketReturn === undefined
        ? undefined
        : checkRange(outOfMarketReturn, at(path, 'outOfMarketReturn'), {
            exclusiveMin: -1,
            max: 10,
          }),
  };
}

function readSpreads(spreads: unknown, path: string): Readonly<Record<string, number>> {
  if (spreads === undefined) return {};
  const entries = Object.entries(checkObject(spreads, path));
  return Object.fromEntries(
    entries.map(([code, spread]) => {
      const where = at(path, code);
      return [checkCurrency(code, where), checkRange(spread, where, { min: 0, exclusiveMax: 1 })];
    }),
  );
}

function concerned(
  residualProduct: string | undefined,
  way: DestinationRule | undefined,
  lots: CompiledLots,
): readonly string[] {
  const absorber = way?.scope.kind === 'breached' ? way.scope.absorbedBy : undefined;
  const substitutes =
    lots.harvest === undefined ? [] : Object.values(lots.harvest.substitutes).flat();
  return [residualProduct, absorber === CASH ? undefined : absorber, ...substitutes].filter(
    (id) => id !== undefined,
  );
}

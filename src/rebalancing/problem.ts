import { at, checkObject, checkRange, checkText } from '../errors/index.js';
import { type CurrencyCode, type Money, parseMoneyIn, toMinorUnits } from '../money/index.js';
import { checkUniverse, findProduct, type ProductUniverse } from '../products/index.js';
import { checkWeights } from './drift/check-weights.js';
import { compileBands } from './drift/compile-bands.js';
import { weighHoldings } from './holdings.js';
import type { Band } from './policy/bands.js';
import {
  checkRestrictions,
  type Permission,
  permissionFor,
  type Restriction,
} from './restrictions.js';
import { compileUtility, type Utility, type UtilityInputs } from './utility.js';

/** An account, its target and the rules by which it is brought back. */
export interface RebalancingProblem<C extends CurrencyCode = CurrencyCode> {
  /** Today's value by product id, all in one currency. */
  readonly holdings: Readonly<Record<string, Money<C>>>;
  /** Target weights by product id, summing to 1. */
  readonly targetWeights: Readonly<Record<string, number>>;
  readonly universe: ProductUniverse;
  /** Bands for the asset classes inside the products. */
  readonly bands: Band;
  /** Trades below this are not made; zero or more. */
  readonly minimumTrade: Money<C>;
  /** The product that takes what rounding and dropped trades leave over. */
  readonly residualProduct: string;
  /** What the gain is measured with. */
  readonly utility: UtilityInputs;
  /** Over how many years the gain is set against the cost. Default 1. */
  readonly gainYears?: number;
  /** What may not be traded, by product id; the products' own status counts as well. */
  readonly restrictions?: Readonly<Record<string, Restriction>>;
}

/** A checked rebalancing problem, over every product that is held, wanted or takes the residual. */
export interface Account {
  readonly universe: ProductUniverse;
  readonly value: Money;
  /** Today's values in smallest units, zero where nothing is held, by ascending product id. */
  readonly values: ReadonlyMap<string, bigint>;
  readonly currentWeights: Readonly<Record<string, number>>;
  readonly targetWeights: Readonly<Record<string, number>>;
  readonly bands: Band;
  readonly permissions: ReadonlyMap<string, Permission>;
  /** In smallest units. */
  readonly minimumTrade: bigint;
  readonly residualProduct: string;
  readonly utility: Utility;
  readonly gainYears: number;
}

/** Checks a problem from its first field to its last. */
export function readProblem(problem: RebalancingProblem): Account {
  checkObject(problem, 'problem');
  const universe = checkUniverse(problem.universe, 'problem.universe');
  const path = (key: keyof RebalancingProblem): string => at('problem', key);
  const { held, total, weights } = weighHoldings(problem.holdings, universe, path('holdings'));
  const target = checkWeights(problem.targetWeights, path('targetWeights'));
  for (const id of target.keys()) findProduct(id, universe, at(path('targetWeights'), id));
  const residualProduct = checkText(problem.residualProduct, path('residualProduct'));
  findProduct(residualProduct, universe, path('residualProduct'));
  const restrictions = checkRestrictions(
    problem.restrictions ?? {},
    universe,
    path('restrictions'),
  );
  compileBands(problem.bands, path('bands'));
  const heldUnits = new Map(held.map(({ product, value }) => [product.id, toMinorUnits(value)]));
  const ids = [...new Set([...heldUnits.keys(), ...target.keys(), residualProduct])].sort();
  return {
    universe,
    value: total,
    values: new Map(ids.map((id) => [id, heldUnits.get(id) ?? 0n])),
    currentWeights: weights,
    targetWeights: Object.fromEntries(target),
    bands: problem.bands,
    permissions: new Map(
      ids.map((id) => [id, permissionFor(universe.byId[id]!, restrictions[id])]),
    ),
    minimumTrade: checkMinimumTrade(problem.minimumTrade, total.currency, path('minimumTrade')),
    residualProduct,
    utility: compileUtility(problem.utility, universe.assetClasses, path('utility')),
    gainYears: checkRange(problem.gainYears ?? 1, path('gainYears'), { exclusiveMin: 0, max: 100 }),
  };
}

function checkMinimumTrade(value: unknown, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseMoneyIn(value, currency, path, { sign: 'not-negative' }));
}

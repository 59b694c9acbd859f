import { AptfolioError, at, checkObject } from '../../../errors/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  parseMoneyIn,
  parseQuantity,
  toMinorUnits,
} from '../../../money/index.js';
import { findProduct, type ProductUniverse } from '../../../products/index.js';
import { type ReadRules, readWeights, timesWeight, WEIGHT_SCALE } from '../order-request.js';
import { refuseLiability } from '../read-products.js';
import type { ReadTransition } from './read-transition.js';
import type { HeldPosition, TransitionRequest } from './transition-request.js';

/** Targets that have been checked. */
export interface ReadTargets {
  /** Weights share out all that there is; beyond amounts what is left stays money. */
  readonly targets: 'weights' | 'amounts';
  /** Target values by product id, in smallest units of the request's currency, of what there is beside targets in units. */
  readonly targetsOf: (rest: bigint) => ReadonlyMap<string, bigint>;
  /** Units to hold, scaled, by ascending product id. */
  readonly unitTargets: ReadonlyMap<string, bigint>;
}

/** Checks the targets of a request; a product has one. */
export function readTargets<C extends CurrencyCode>(
  request: TransitionRequest<C>,
  universe: ProductUniverse,
  currency: C,
): ReadTargets {
  const { weights, amounts, units } = request;
  if (amounts !== undefined && weights !== undefined) {
    throw new AptfolioError('inconsistent', 'request.amounts', 'either weights or amounts');
  }
  const targetsOf =
    amounts === undefined
      ? readShares(weights, units, universe)
      : readAmounts(amounts, universe, currency);
  return {
    targets: weights === undefined ? 'amounts' : 'weights',
    targetsOf,
    unitTargets: readUnitTargets(request, universe),
  };
}

function readShares(
  weights: TransitionRequest['weights'],
  units: TransitionRequest['units'],
  universe: ProductUniverse,
): ReadTargets['targetsOf'] {
  if (weights === undefined && units !== undefined) return () => new Map();
  const read = readWeights(weights ?? (undefined as never), universe, 'request.weights');
  const scale = BigInt(WEIGHT_SCALE);
  return (rest) =>
    new Map(read.map(({ product, weight }) => [product.id, timesWeight(rest, weight) / scale]));
}

function readAmounts(
  amounts: Readonly<Record<string, Money>>,
  universe: ProductUniverse,
  currency: CurrencyCode,
): ReadTargets['targetsOf'] {
  const ids = Object.keys(checkObject(amounts, 'request.amounts')).sort();
  const targets = new Map(
    ids.map((id) => {
      const path = at('request.amounts', id);
      const product = findProduct(id, universe, path);
      const money = parseMoneyIn(amounts[id] as Money, currency, path, { sign: 'not-negative' });
      if (isPositive(money)) refuseLiability(product, path);
      return [product.id, toMinorUnits(money)];
    }),
  );
  return () => targets;
}

function readUnitTargets<C extends CurrencyCode>(
  { weights = {}, amounts = {}, units, residual, residualProduct }: TransitionRequest<C>,
  universe: ProductUniverse,
): ReadonlyMap<string, bigint> {
  if (units === undefined) return new Map();
  const ids = Object.keys(checkObject(units, 'request.units')).sort();
  return new Map(
    ids.map((id) => {
      const path = at('request.units', id);
      const product = findProduct(id, universe, path);
      const count = parseQuantity(units[id], path);
      if (count > 0n) refuseLiability(product, path);
      if (Object.hasOwn(weights, id) || Object.hasOwn(amounts, id)) {
        throw new AptfolioError('inconsistent', path, 'one target a product', id);
      }
      if (id === residualProduct && (residual ?? 'product') === 'product') {
        const expected = 'a product without a target in units, as what is left over goes to it';
        throw new AptfolioError('inconsistent', 'request.residualProduct', expected, id);
      }
      return [id, count];
    }),
  );
}

/** Refuses targets in units that cannot be compared with what is held, or of which nobody knows the price. */
export function checkUnitTargets(
  targets: ReadTargets['unitTargets'],
  { positions, priceOf }: ReadRules & Pick<ReadTransition<never>, 'positions' | 'priceOf'>,
  holdings: readonly HeldPosition[],
): void {
  for (const [id, count] of targets) {
    const position = positions.get(id);
    if (count === 0n) continue;
    if (position !== undefined && position.units === undefined && position.value > 0n) {
      const row = holdings.findIndex(({ product }) => product === id);
      const path = at(at('request.holdings', row), 'units');
      throw new AptfolioError('missing-value', path, 'units, as the target is in units');
    }
    if (priceOf(id) === undefined) {
      const path = at('request.prices', id);
      throw new AptfolioError('missing-value', path, 'a price of one unit for a target in units');
    }
  }
}

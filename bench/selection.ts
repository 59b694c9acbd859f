import { covarianceFromCorrelation } from 'aptfolio/market';
import { compileProducts, type Product } from 'aptfolio/products';
import { type Selection, type SelectionContext, selectProducts } from 'aptfolio/selection';
import { solveQP } from 'quadprog';
import assumptions from '../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import { createRandom } from '../src/numerics/index.js';
import { type Contest, compare } from './measure.js';

/** A selection from so many products takes at most 20 milliseconds. */
const PRODUCTS = 500;
const AT_LEAST = 50;

/** The most of one product, small enough that the target cannot be met to the last digit by a few. */
const MOST = 0.04;

/** What the peer's matrix gets on its diagonal. */
const RIDGE = 1e-6;

const { assetClasses, volatility, correlation } = assumptions;
const covariance = covarianceFromCorrelation(volatility, correlation).flat();
const target = [0.15, 0.4, 0.2, 0.15, 0.1];

compare('Selections from a bank’s products per second', [contest(50), contest(PRODUCTS)]);

/** Where a few of many may be held the search ends with a gap; this many a second are some tens of milliseconds each. */
const AT_LEAST_SEARCHED = 15;

compare(
  'Selections that are searched for, beside the plain one',
  [50, 200, PRODUCTS].flatMap((count) => [
    searched(count, 'at most 8 products', { maxProducts: 8, maxWeightPerProduct: 0.15 }),
    searched(count, 'at most 4, costs count', {
      maxProducts: 4,
      costAversion: 0.1,
      horizonYears: 5,
    }),
    searched(count, 'tickets of a fifth', { minWeightPerProduct: 0.2 }),
  ]),
);

compare(
  'Selections under limits on issuers and groups, beside the plain one',
  [50, PRODUCTS].flatMap((count) => [
    searched(count, 'issuers', { maxWeightPerIssuer: 0.15 }, AT_LEAST),
    searched(count, 'groups', { groups: groupsOf(count) }, AT_LEAST),
    searched(count, 'both', { maxWeightPerIssuer: 0.15, groups: groupsOf(count) }, AT_LEAST),
  ]),
);

/** A tenth at least of every seventh product, and at most a tenth of those after them. */
function groupsOf(count: number): NonNullable<SelectionContext['groups']> {
  const ids = someProducts(count).map(({ id }) => id);
  const every = (place: number): readonly string[] => ids.filter((_, i) => i % 7 === place);
  return [
    { id: 'least', members: every(0), min: 0.1 },
    { id: 'most', members: every(1), max: 0.1 },
  ];
}

/** A limit on several products or on their number, or tickets, that bind. */
function searched(
  count: number,
  name: string,
  terms: Partial<SelectionContext>,
  atLeast = AT_LEAST_SEARCHED,
): Contest {
  const universe = compileProducts(someProducts(count), assetClasses);
  const plain = {
    level: 'C5',
    amount: { currency: 'CNY', amount: '1000000.00' },
    covariance: covarianceFromCorrelation(volatility, correlation),
    maxWeightPerProduct: Math.max(MOST, 2 / count),
  } as const;
  const wanted = Object.fromEntries(assetClasses.map((id, k) => [id, target[k]!]));
  const { maxWeightPerProduct: _, ...free } = plain;
  return {
    name: `${count} products, ${name}`,
    peer: 'the plain selection',
    ours: () => {
      const result = selectProducts(wanted, universe, { ...free, ...terms });
      if (!('weights' in result)) throw new Error(`${count} products, ${name}: ${result.status}`);
      return result;
    },
    theirs: () => selectProducts(wanted, universe, plain),
    floor: 0.05,
    atLeast,
  };
}

function contest(count: number): Contest {
  const products = someProducts(count);
  const universe = compileProducts(products, assetClasses);
  const context = {
    level: 'C5',
    amount: { currency: 'CNY', amount: '1000000.00' },
    covariance: covarianceFromCorrelation(volatility, correlation),
    maxWeightPerProduct: Math.max(MOST, 2 / count),
  } as const;
  const wanted = Object.fromEntries(assetClasses.map((id, k) => [id, target[k]!]));
  const ours = (): Selection => {
    const result = selectProducts(wanted, universe, context);
    if (result.status !== 'selected') throw new Error(`${count} products: ${result.status}`);
    return result;
  };
  const theirs = quadprogFit(products, context.maxWeightPerProduct);
  checkSame(ours(), theirs(), products);
  return {
    name: `${count} products, screened, proved, with reasons`,
    peer: 'quadprog, weights only',
    ours,
    theirs,
    floor: 0.05,
    atLeast: AT_LEAST,
  };
}

/** Funds of one to three classes, the same in every run. */
function someProducts(count: number): readonly Product[] {
  const random = createRandom(3);
  return Array.from({ length: count }, (_, i) => {
    const main = Math.floor(random.uniform() * assetClasses.length);
    const share = Math.round(100 * random.uniform()) / 200;
    const other = assetClasses[(main + 1 + (i % 3)) % assetClasses.length]!;
    return {
      id: `P${String(i).padStart(3, '0')}`,
      name: `Product ${i}`,
      issuer: `House ${i % 80}`,
      lookThrough: { [assetClasses[main]!]: 1 - share, [other]: share },
      issuerRisk: 'R3' as const,
      distributorRisk: 'R3' as const,
      annualFee: Math.round(150 * random.uniform()) / 10_000,
      entryFee: 0.001,
      minimumPurchase: '100',
      step: '0.01',
      lockUpDays: 0,
      status: 'open' as const,
    };
  });
}

/**
 * The least tracking variance alone by Goldfarb and Idnani's method: Σ over the products, with a little on its diagonal, because the
 * peer needs a matrix that is positive definite.
 */
function quadprogFit(products: readonly Product[], most: number): () => readonly number[] {
  const rows = products.map(exposureOf);
  const n = rows.length;
  const ahead = rows.map((row) => timesCovariance(row));
  const matrix = rows.map((row, i) =>
    fromOne(ahead.map((other, j) => dot(row, other) + (i === j ? RIDGE : 0))),
  );
  const pull = ahead.map((row) => dot(row, target));
  const unit = (i: number, sign: number): number[] => rows.map((_, j) => (i === j ? sign : 0));
  const columns = [
    rows.map(() => 1),
    ...rows.map((_, i) => unit(i, 1)),
    ...rows.map((_, i) => unit(i, -1)),
  ];
  const limits = [1, ...rows.map(() => 0), ...rows.map(() => -most)];
  const amat = [[], ...rows.map((_, i) => fromOne(columns.map((column) => column[i]!)))];
  const bvec = fromOne(limits);
  return () => {
    // The peer works in the matrix and the vector that it is given, so each call needs new ones.
    const dmat = [[], ...matrix.map((row) => [...row])];
    const { solution, message } = solveQP(dmat, fromOne(pull), amat, bvec, 1);
    if (message !== '') throw new Error(message);
    return solution.slice(1, n + 1);
  };
}

/** Our tracking error may be no larger than theirs but for their ridge. */
function checkSame(ours: Selection, theirs: readonly number[], products: readonly Product[]): void {
  const apart = assetClasses.map((_, k) => {
    const held = products.reduce((sum, one, i) => sum + theirs[i]! * exposureOf(one)[k]!, 0);
    return held - target[k]!;
  });
  const tracking = Math.sqrt(Math.max(0, dot(apart, timesCovariance(apart))));
  if (!(ours.trackingError <= tracking + 1e-6)) {
    throw new Error(`tracking error ${ours.trackingError} by us, ${tracking} by the peer`);
  }
}

function exposureOf({ lookThrough }: Product): readonly number[] {
  return assetClasses.map((id) => lookThrough[id] ?? 0);
}

function timesCovariance(vector: readonly number[]): readonly number[] {
  const size = vector.length;
  return vector.map((_, i) =>
    vector.reduce((sum, value, j) => sum + covariance[i * size + j]! * value, 0),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** A list whose entries count from 1; a number stands at 0, as holes would slow the peer down. */
function fromOne(list: Iterable<number>): number[] {
  return [0, ...list];
}

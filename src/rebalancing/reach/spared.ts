import { rateUnits } from '../account/exact.js';
import type { DriftLine } from '../drift/drift.js';
import { type CapRow, weightIn, wholeOf } from './caps.js';
import { shareIn } from './fewest-trades.js';
import { measureWeights } from './measure.js';
import type { NearestProblem } from './nearest.js';
import { nearestWithinCaps } from './nearest-within-caps.js';
import type { Occasion } from './situation.js';
import { sumOfWeights } from './weights-of.js';

/** Weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 1e-9;

/**
 * As `nearestWithinCaps`, with nothing bought of what is spared: what stands above its band comes no further above it, and what nobody wants is not bought. What
 * then finds no purchase stays money. Where that leaves classes together further out of their bands nothing is spared: a class may come further above its
 * band, mostly by products that look through to it and are bought for what is below, and now and then, where minimums or steps change the other trades, by its own.
 */
export function nearestSparing(occasion: Occasion, problem: NearestProblem): Float64Array {
  const found = nearestWithinCaps(occasion, problem);
  const sparing = sparingIn(occasion, problem, found);
  if (sparing === undefined) return found;
  const spared = nearestWithinCaps(sparing.occasion, sparing.problem);
  return outBy(occasion, found) < outBy(occasion, spared) - NOISE ? found : spared;
}

/** Whether no more of a product is bought than is asked for: it counts in what stands above its band, or nobody wants it. */
export function isSpared(occasion: Occasion, place: number): boolean {
  const holding = occasion.account.holdings[place]!;
  return (
    isUnwanted(occasion, place) ||
    linesAbove(occasion).some((line) => shareIn(line, holding, occasion.inside) > 0)
  );
}

/** The problem with what is spared held at today's weight; nothing where weights keep to that as it is. */
function sparingIn(
  occasion: Occasion,
  problem: NearestProblem,
  found: Float64Array,
): { readonly occasion: Occasion; readonly problem: NearestProblem } | undefined {
  const { account, inside, now, caps } = occasion;
  const lines = linesAbove(occasion);
  const high = problem.high.map((most, i) => {
    const holding = account.holdings[i]!;
    const inLines = lines.reduce((sum, line) => sum + shareIn(line, holding, inside), 0);
    const isWhole = inLines > 1 - NOISE || isUnwanted(occasion, i);
    return isWhole ? Math.min(most, Math.max(problem.low[i]!, now.products[i]!)) : most;
  });
  const grown = lines.map((line) => {
    const shares = sharesIn(occasion, line);
    return weightIn(shares, found) - weightIn(shares, now.products);
  });
  const mayGrow = (place: number): boolean =>
    isForAnother(occasion, place) &&
    lines.every(
      (line, k) => grown[k]! < -NOISE || shareIn(line, account.holdings[place]!, inside) === 0,
    );
  const isKept =
    grown.every((by) => by <= NOISE) &&
    found.every((weight, i) => weight <= high[i]! + NOISE || mayGrow(i));
  if (isKept) return undefined;
  const rows = lines.flatMap((line) => rowOf(occasion, line, problem.low, high));
  const sum = Math.min(problem.sum, sumOfWeights(high));
  const within = rows.length === 0 ? occasion : { ...occasion, caps: [...caps, ...rows] };
  return { occasion: within, problem: { ...problem, high, sum } };
}

/**
 * No more of a line than there is, as a condition like a cap; none where nothing that counts in it may be bought.
 *
 * @param high brought down to what others in the line leave room for.
 */
function rowOf(
  occasion: Occasion,
  line: DriftLine,
  low: Float64Array,
  high: Float64Array,
): readonly CapRow[] {
  const { money, now, lost = 0n } = occasion;
  const shares = sharesIn(occasion, line);
  if (shares.every((share, i) => share === 0 || high[i]! <= now.products[i]!)) return [];
  const least = weightIn(shares, low);
  const most = Math.max(weightIn(shares, now.products), least);
  const room = most - least > NOISE ? most - least : 0;
  shares.forEach((share, i) => {
    if (share > 0) high[i] = Math.min(high[i]!, low[i]! + room / share);
  });
  // Without a hair of room a condition that is full today leaves the solver none.
  const max = most / wholeOf(money.investable, lost) + NOISE;
  const cap = { kind: 'group', name: '', max, shares: new Map<string, number>() } as const;
  return [{ cap, shares, parts: Array.from(shares, rateUnits) }];
}

/** What of each product counts in a line. */
function sharesIn({ account, inside }: Occasion, line: DriftLine): Float64Array {
  return Float64Array.from(account.holdings, (one) => shareIn(line, one, inside));
}

/** What stands above its band, but for what takes the rest by agreement. */
function linesAbove({ inside, now }: Occasion): readonly DriftLine[] {
  const { measure, residualProduct, way } = inside.policy;
  const absorber = way.scope.kind === 'breached' ? way.scope.absorbedBy : undefined;
  const residual = measure === 'products' ? residualProduct : undefined;
  return now.drift.lines.filter(
    ({ id, kind, drift, triggered }) =>
      kind !== 'cash' && triggered && drift > 0 && id !== absorber && id !== residual,
  );
}

/** Whether a product may be bought for another of a class of which less is held afterwards: its own target asks for it, and it takes nothing from other trades. */
function isForAnother({ account, inside, now }: Occasion, place: number): boolean {
  const { measure, trading } = inside.policy;
  const isLimited = trading.maxTurnover !== undefined || trading.maxTrades !== undefined;
  if (measure === 'products' || isLimited) return false;
  // Where classes are wanted products have no target of their own.
  return (
    account.wantedClasses !== undefined || account.holdings[place]!.target > now.products[place]!
  );
}

/** Whether a product has no target and serves no class that has one. */
function isUnwanted({ account, aim, inside }: Occasion, place: number): boolean {
  const { id, item, target } = account.holdings[place]!;
  const { measure, residualProduct, way } = inside.policy;
  if (target > 0 || id === residualProduct) return false;
  if (way.scope.kind === 'breached' && way.scope.absorbedBy === id) return false;
  return (
    measure === 'products' ||
    item.exposures.every((share, k) => share === 0 || aim.classes[k] === 0)
  );
}

/** What classes lie outside their bands together; where products are measured none looks through to another. */
function outBy({ account, aim, inside }: Occasion, weights: Float64Array): number {
  if (inside.policy.measure === 'products') return 0;
  const { drift } = measureWeights(
    account.holdings,
    weights,
    aim,
    inside,
    account.history.breached,
  );
  let sum = 0;
  for (const { kind, current, below, above } of drift.lines) {
    if (kind !== 'cash') sum += Math.max(0, below - current, current - above);
  }
  return sum;
}

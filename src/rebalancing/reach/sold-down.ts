import { zoneOf } from '../destination/zone.js';
import type { DriftLine } from '../drift/drift.js';
import { shareIn } from './fewest-trades.js';
import { measureWeights } from './measure.js';
import type { Occasion } from './situation.js';
import { aimedAt } from './within-reach.js';

/**
 * The weights that are left where nothing is bought: everything above its target, or what counts in what has left its band above it, goes the same part of its
 * way down to the target or to the least that it can, until what is measured is as near as the destination asks for. What is below its target moves
 * nothing, as no sale brings it nearer; so another look finds nothing more to sell.
 *
 * @param low the least weight of each holding.
 * @param high the most.
 */
export function soldDown(occasion: Occasion, low: Float64Array, high: Float64Array): Float64Array {
  const { account, now, inside, aim } = occasion;
  const { holdings, history } = account;
  const least = now.products.map((weight, i) =>
    Math.max(low[i]!, Math.min(weight, holdings[i]!.target)),
  );
  const { lines } = measureWeights(holdings, least, aim, inside, history.breached).drift;
  const leastOf = new Map(lines.map(({ id, current }) => [id, current]));
  const above = linesToSell(occasion).map((line) => aimedAt(line, leastOf.get(line.id)!));
  const kept = Math.min(1, ...above.map((line) => partKept(line, occasion)));
  const { scope } = inside.policy.way;
  return now.products.map((weight, i) => {
    const moves =
      scope.kind === 'whole' || above.some((line) => shareIn(line, holdings[i]!, inside) > 0);
    const sold = moves ? least[i]! + kept * (weight - least[i]!) : weight;
    return Math.max(low[i]!, Math.min(sold, high[i]!));
  });
}

/** What is above its target; where only what has left its band moves, of that alone, and not what takes what the others leave. */
function linesToSell({ now, inside }: Occasion): readonly DriftLine[] {
  const { scope } = inside.policy.way;
  return now.drift.lines.filter(
    ({ id, kind, drift, triggered }) =>
      kind !== 'cash' &&
      drift > 0 &&
      (scope.kind === 'whole' || (triggered && id !== scope.absorbedBy)),
  );
}

/** The part of its way that a line need not go. */
function partKept(line: DriftLine, { inside, inset }: Occasion): number {
  const { target, drift } = line;
  const by = inset?.get(line.id) ?? 0;
  const room = Math.max(0, zoneOf(line, inside.policy.way.destination).high - target - by);
  return drift <= room ? 1 : room / drift;
}
